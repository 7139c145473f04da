# A node with real tables: Debian with systemd and podman, booted from a disk, on which the recipes
# for hosts and for Kubernetes run. A minute or two.
# SPDX-License-Identifier: MIT
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

try:
    import yaml
except ImportError:
    yaml = None

HERE = pathlib.Path(__file__).resolve().parent
TOP = HERE.parents[1]
sys.path.insert(0, str(TOP / "tests/vm"))
import vm
from stories import closing, outcomes

VERSION = re.search(r'define HWIDENT_VERSION +"(.*)"', (TOP / "include/hwident.h").read_text())[1]
SECONDS = 900  # it takes two minutes if nothing else runs
PACKAGES = ("systemd", "systemd-sysv", "podman", "catatonit", "runc", "sed", "grep", "util-linux",
            "libc-bin", "dash")
TOOLS = ("podman", "mke2fs", "qemu-system-x86_64", "busybox")


def write_pods(folder):
    """The Pod and the DaemonSet's template as podman plays them, as app.json and node.json: a template
    needs a name. Init containers stay, because podman 4.3 removes them before they have quite
    ended."""
    stay = {"io.podman.annotations.init.container.type": "always"}
    for name, file in (("app", "pod.yaml"), ("node", "daemonset.yaml")):
        pod = yaml.safe_load((HERE / "recipes" / file).read_text())
        pod = pod["spec"].get("template", pod) | {"apiVersion": "v1", "kind": "Pod"}
        pod["metadata"] |= {"name": name, "annotations": stay}
        (pathlib.Path(folder) / f"{name}.json").write_text(json.dumps(pod))


def fill(root):
    """The root folder: packages of this machine, our programs, the recipes, and the story."""
    subprocess.run([TOP / "tests/container/debian.sh", root, *PACKAGES], check=True)
    for program in ("hwident", "hwident-prepare"):
        shutil.copy(TOP / "build" / program, root / "usr/local/bin")
    shutil.copytree(HERE / "recipes", root / "recipes")
    write_pods(root)
    shutil.copy(TOP / "tests/lib/words.sh", root)
    shutil.copy(HERE / "node/story", root)
    units = root / "etc/systemd/system"
    wanted = units / "multi-user.target.wants"
    wanted.mkdir(parents=True, exist_ok=True)
    for unit in (HERE / "recipes/hwident-tables.service", HERE / "node/story.service"):
        shutil.copy(unit, units)
        (wanted / unit.name).symlink_to(f"../{unit.name}")
    # Without one systemd takes this for a first boot, and asks.
    (root / "etc/machine-id").write_text("9d1f0c6be5a94a9c8e0f7a3b2c1d4e5f\n")
    with (root / "etc/group").open("a") as group:
        group.write("hwident:x:993:\n")


def images(folder, root):
    """Our image, and those that are made from it, as podman saves them. What they begin with is made
    of this machine's packages."""
    podman = ["podman", "--root", folder / "storage", "--runroot", folder / "run",
              "--storage-driver=vfs"]

    def quiet(command, **options):
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, **options)

    quiet(["make", "-s", "image", "ENGINE=" + " ".join(map(str, podman))], cwd=TOP)
    base = folder / "busybox"
    (base / "bin").mkdir(parents=True)
    shutil.copy(shutil.which("busybox"), base / "bin")
    for applet in ("sh", "rm", "sleep"):
        (base / "bin" / applet).symlink_to("busybox")
    with subprocess.Popen(["tar", "-C", base, "-c", "."], stdout=subprocess.PIPE) as tar:
        quiet([*podman, "import", "--quiet", "-", "docker.io/library/busybox:1.36"], stdin=tar.stdout)
    for image, file in (("app:1.0.0", HERE / "node/Containerfile"),
                        (f"hwident-node:{VERSION}", HERE / "recipes/Dockerfile.node")):
        quiet([*podman, "build", "-q", "-t", image, "-f", file, HERE])
    quiet([*podman, "save", "-q", "-m", "-o", root / "images.tar", f"hwident:{VERSION}", "app:1.0.0",
           f"hwident-node:{VERSION}"])


def boot(disk):
    machine = vm.Machine("containers")
    command = machine.command + [
        "-m", "1024", "-nodefaults", "-no-user-config", "-no-reboot", "-display", "none",
        "-serial", "stdio", "-kernel", str(vm.kernel("amd64")),
        "-drive", f"file={disk},format=raw,if=none,id=disk", "-device", "nvme,serial=disk,drive=disk",
        "-append", f"console=ttyS0 quiet loglevel=1 panic=-1 root=/dev/nvme0n1 rw UUID={machine.uuid}"]
    try:
        console = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                 stderr=subprocess.STDOUT, timeout=SECONDS, check=False).stdout
    except subprocess.TimeoutExpired as late:
        console = late.stdout or b""
    return console.decode(errors="replace").replace("\r", "")


def missing():
    """What this needs and the machine lacks."""
    path = os.environ["PATH"] + ":/usr/sbin:/sbin"
    yield from (tool for tool in TOOLS if not shutil.which(tool, path=path))
    if yaml is None:
        yield "python3-yaml"
    if os.geteuid() != 0:
        yield "root"
    try:
        vm.kernel("amd64")
    except FileNotFoundError as absent:
        yield str(absent).removeprefix("no ")


def main():
    if absent := list(missing()):
        print(f"skipped node: no {', no '.join(absent)}")
        return closing([("skip", "node")])
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        root, disk = folder / "root", folder / "disk"
        fill(root)
        images(folder, root)
        with disk.open("wb") as file:
            file.truncate(2 << 30)
        subprocess.run(["mke2fs", "-q", "-t", "ext4", "-d", root, disk], check=True)
        console = boot(disk)
    found = list(outcomes(console, ["node"]))
    if any(result == "not ok" for result, _ in found):
        print(console)
    print(f"node: {len(found)} checks, {time.monotonic() - began:.1f} seconds")
    return closing(found)


if __name__ == "__main__":
    sys.exit(main())
