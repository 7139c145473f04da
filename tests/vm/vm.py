# Boots Debian's kernel on a machine of machines/ with an initramfs made for its stories.
# SPDX-License-Identifier: MIT

import dataclasses
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
TOP = HERE.parent.parent
sys.path.insert(0, str(TOP / "tests/lib"))
import tables  # noqa: E402

CACHE = TOP / "build/vm"
BOOT_SECONDS, STORY_SECONDS = 120, 240  # at most: each takes a few where nothing else runs


@dataclasses.dataclass(frozen=True)
class Architecture:
    console: str
    build: pathlib.Path  # where make puts its programs
    system: pathlib.Path  # where others' programs and their libraries come from
    unpacked: pathlib.Path  # programs of packages that are not installed


ARCHITECTURES = {
    "amd64": Architecture("ttyS0", TOP / "build", pathlib.Path("/"), CACHE / "amd64"),
    "arm64": Architecture("ttyAMA0", TOP / "build/arm64", CACHE / "arm64", CACHE / "arm64"),
}
EMULATORS = {"qemu-system-x86_64": "amd64", "qemu-system-aarch64": "arm64"}


def lines(path):
    """The lines of a machine file as words; `@other` stands for the lines of that file."""
    for line in path.read_text().splitlines():
        words = shlex.split(line, comments=True)
        if words and words[0].startswith("@"):
            yield from lines(path.parent / words[0][1:])
        elif words:
            yield words


def structures(count, kind, handle, area, *strings):
    """`count` times the bytes of a structure, with rising handles."""
    return [tables.structure(int(kind), bytes.fromhex(area), strings, int(handle, 16) + number)
            for number in range(int(count))]


class Story:
    """A shell file whose head says what it wants: `# machines: seabios ovmf`."""

    def __init__(self, path):
        self.path = pathlib.Path(path)
        head = dict(re.findall(r"^# (machines|programs|files): (.*)$", self.path.read_text(), re.M))
        self.machines = head.get("machines", "").split()
        self.programs = head.get("programs", "").split()
        self.files = head.get("files", "").split()


class Machine:
    def __init__(self, name):
        self.name = name
        self.command, self.structures, self.kernel = [], [], []
        for first, *rest in lines(HERE / "machines" / name):
            if first == "structures":
                self.structures += structures(*rest)
            elif first == "kernel":
                self.kernel += rest
            else:
                self.command += [first, *rest]
        self.architecture = EMULATORS[self.command[0]]
        # The last one given counts, as for qemu.
        self.uuid = "".join(re.findall(r"type=1,.*?uuid=([^,]+)", "\n".join(self.command))[-1:])

    def boot(self, stories, story_seconds=STORY_SECONDS):
        """Runs the stories and returns what the console showed.

        FileNotFoundError: the emulator, firmware, kernel or a program is not on this machine.
        """
        arch = ARCHITECTURES[self.architecture]
        for word in self.command:
            if word.startswith("/"):
                pathlib.Path(word).stat()
        image = kernel(self.architecture)
        seconds = BOOT_SECONDS + story_seconds * len(stories)
        with tempfile.TemporaryDirectory() as folder:
            initramfs = pathlib.Path(folder, "initramfs")
            with initramfs.open("wb") as out:
                pack(stories, arch, pathlib.Path(folder, "root"), out)
            command = self.command + list(self.injected(folder)) + [
                "-nodefaults", "-no-user-config", "-no-reboot",
                "-display", "none", "-serial", "stdio",
                "-kernel", str(image),
                "-initrd", str(initramfs),
                # A PC's timer that is late, since its host is busy, is no reason to panic.
                "-append", f"console={arch.console} quiet loglevel=1 panic=-1 rdinit=/init"
                           f" no_timer_check MACHINE={self.name} UUID={self.uuid}"
                           f" STORY_SECONDS={story_seconds} {' '.join(self.kernel)}",
            ]
            try:
                run = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                     stderr=subprocess.STDOUT, timeout=seconds, check=False)
                console = run.stdout
            except subprocess.TimeoutExpired as late:
                console = (late.stdout or b"") + f"\n# stopped after {seconds} seconds".encode()
        return console.decode(errors="replace").replace("\r", "")

    def injected(self, folder):
        """The arguments by which qemu adds whole structures; it takes one a file."""
        for number, content in enumerate(self.structures):
            path = pathlib.Path(folder, f"structure-{number}")
            path.write_bytes(content)
            yield from ("-smbios", f"file={path}")


def kernel(architecture):
    found = sorted(CACHE.glob(f"{architecture}/boot/vmlinuz-*"))
    if not found:
        raise FileNotFoundError(f"no kernel in {CACHE / architecture}: `make vm-packages` fetches it")
    return found[-1]


def pack(stories, arch, root, out):
    """Writes the initramfs: busybox, the guest's scripts, and what the stories name."""
    for folder in ("bin", "lib", "etc", "stories"):
        (root / folder).mkdir(parents=True)
    shutil.copy(HERE / "guest/init", root / "init")
    shutil.copy(HERE / "guest/story.sh", root)
    shutil.copy(TOP / "tests/lib/words.sh", root)
    programs = {"busybox", "dash", "setpriv"}
    for story in stories:
        shutil.copy(story.path, root / "stories")
        programs.update(story.programs)
    for name in {name for story in stories for name in story.files}:
        copy = shutil.copytree if (TOP / name).is_dir() else shutil.copy
        (root / "tree" / name).parent.mkdir(parents=True, exist_ok=True)
        copy(TOP / name, root / "tree" / name)
    for name in programs:
        add_program(name, arch, root)
    (root / "init").chmod(0o755)
    names = "\0".join(str(path.relative_to(root)) for path in sorted(root.rglob("*")))
    subprocess.run(["cpio", "-o", "-H", "newc", "-0", "-R", "0:0", "--quiet"],
                   cwd=root, input=names.encode(), stdout=out, check=True)


def add_program(name, arch, root):
    folders = [arch.build] + [system / path for system in (arch.system, arch.unpacked)
                              for path in ("usr/bin", "bin", "usr/sbin", "sbin")]
    program = find(name, folders)
    shutil.copy(program, root / "bin" / name)
    add_libraries(program, arch, root)


def add_libraries(elf, arch, root):
    """Copies the loader and the libraries that an ELF file asks for, and theirs."""
    text = subprocess.run(["readelf", "-dlW", elf], capture_output=True, text=True, check=True).stdout
    for loader in re.findall(r"interpreter: (/[^]]+)]", text):
        target = root / loader[1:]
        target.parent.mkdir(exist_ok=True)
        shutil.copy(arch.system / loader[1:], target)
    for name in re.findall(r"\(NEEDED\).*\[(.+)]", text):
        if not (root / "lib" / name).exists():
            library = find(name, sorted(arch.system.glob("lib/*-linux-gnu"))
                           + sorted(arch.system.glob("usr/lib/*-linux-gnu")))
            shutil.copy(library, root / "lib")
            add_libraries(library, arch, root)


def find(name, folders):
    for folder in folders:
        if (folder / name).is_file():
            return folder / name
    raise FileNotFoundError(f"no {name} in {', '.join(map(str, folders))}")
