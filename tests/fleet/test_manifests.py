# The Kubernetes manifests, field by field, against the API's schema: the classes that are made from
# it for Python name every field, its type, and whether it is required.
# SPDX-License-Identifier: MIT
import pathlib
import re
import sys
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/lib"))
from closing import main

try:
    import yaml
    from kubernetes.client import models
except ImportError:
    models = None

RECIPES = TOP / "tests/fleet/recipes"
WORKLOADS = ("pod.yaml", "daemonset.yaml")
VERSION = re.search(r'define HWIDENT_VERSION +"(.*)"', (TOP / "include/hwident.h").read_text())[1]
KINDS = {("v1", "Pod"): "V1Pod", ("v1", "Namespace"): "V1Namespace",
         ("apps/v1", "DaemonSet"): "V1DaemonSet"}
SCALARS = {"str": str, "bool": bool, "int": int, "object": object}


class Wrong(Exception):
    pass


def check(value, kind, path):
    """Builds the schema's class `kind` from the manifest's `value`, or says what does not fit."""
    if found := re.fullmatch(r"list\[(.*)]", kind):
        if not isinstance(value, list):
            raise Wrong(f"{path}: not a list")
        return [check(item, found[1], f"{path}[{n}]") for n, item in enumerate(value)]
    if found := re.fullmatch(r"dict\(str, (.*)\)", kind):
        if not isinstance(value, dict):
            raise Wrong(f"{path}: not a map")
        return {key: check(item, found[1], f"{path}.{key}") for key, item in value.items()}
    if kind in SCALARS:
        if not isinstance(value, SCALARS[kind]) or isinstance(value, bool) != (kind == "bool"):
            raise Wrong(f"{path}: {value!r} is no {kind}")
        return value
    model = getattr(models, kind)
    fields = {name: attribute for attribute, name in model.attribute_map.items()}
    if unknown := set(value) - set(fields):
        raise Wrong(f"{path}: {kind} has no {', '.join(sorted(unknown))}")
    try:
        return model(**{fields[name]: check(item, model.openapi_types[fields[name]],
                                            f"{path}.{name}") for name, item in value.items()})
    except ValueError as missing:
        raise Wrong(f"{path}: {missing}") from missing


def manifest(name):
    return yaml.safe_load((RECIPES / name).read_text())


def checked(document):
    return check(document, KINDS[document["apiVersion"], document["kind"]], document["kind"])


def pod_spec(name):
    """The Pod's part of a manifest."""
    document = manifest(name)
    return document["spec"].get("template", document)["spec"]


def patched(document, operations):
    """A JSON patch (RFC 6902) as far as the recipe uses it: values added at the end of a list."""
    for operation in operations:
        assert operation["op"] == "add"
        *path, end = operation["path"].strip("/").split("/")
        assert end == "-"
        place = document
        for step in path:
            place = place[int(step)] if isinstance(place, list) else place[step]
        place.append(operation["value"])
    return document


# node_exporter as in its own manifests, without what does not matter here.
EXPORTER = {
    "apiVersion": "apps/v1", "kind": "DaemonSet", "metadata": {"name": "node-exporter"},
    "spec": {"selector": {"matchLabels": {"app": "x"}}, "template": {
        "metadata": {"labels": {"app": "x"}},
        "spec": {"volumes": [{"name": "root", "hostPath": {"path": "/"}}], "containers": [{
            "name": "node-exporter", "args": ["--path.rootfs=/host/root"],
            "volumeMounts": [{"name": "root", "mountPath": "/host/root"}]}]}}}}


@unittest.skipIf(models is None, "no python3-kubernetes or no python3-yaml here")
class Manifests(unittest.TestCase):
    def test_every_field_is_the_api_s(self):
        for name in (*WORKLOADS, "namespace.yaml"):
            checked(manifest(name))

    def test_a_field_that_is_not_is_noticed(self):
        spec = ("spec", "template", "spec")
        for path, value, message in (
                ((*spec, "initContainer"), [], "V1PodSpec has no initContainer"),
                ((*spec, "containers", 0, "securityContext", "runAsUser"), "1000", "is no int"),
                ((*spec, "containers"), None, "must not be `None`"),
                (("spec", "selector"), None, "must not be `None`")):
            document = manifest("daemonset.yaml")
            place = document
            for step in path[:-1]:
                place = place[step]
            place[path[-1]] = value
            if value is None:
                del place[path[-1]]
            with self.assertRaisesRegex(Wrong, message):
                checked(document)

    def test_mounts_name_volumes_and_selectors_match_labels(self):
        for name in WORKLOADS:
            document, spec = manifest(name), pod_spec(name)
            volumes = {volume["name"] for volume in spec["volumes"]}
            for container in spec["initContainers"] + spec["containers"]:
                for mount in container.get("volumeMounts", []):
                    self.assertIn(mount["name"], volumes)
        self.assertEqual(document["spec"]["selector"]["matchLabels"],
                         document["spec"]["template"]["metadata"]["labels"])

    def test_every_container_is_restricted(self):
        """By the words of Kubernetes' Pod security standard "restricted", and a read-only root. Only
        who opens or reads what is root's is root, and only who changes an owner has a capability."""
        root = {"identity": ["CHOWN"], "open": ["CHOWN"], "facts": None}
        for name in WORKLOADS:
            spec = pod_spec(name)
            self.assertFalse(spec["automountServiceAccountToken"])
            self.assertEqual(spec["securityContext"]["seccompProfile"], {"type": "RuntimeDefault"})
            for field in ("hostNetwork", "hostPID", "hostIPC"):
                self.assertNotIn(field, spec)
            for container in spec["initContainers"] + spec["containers"]:
                context = container["securityContext"]
                self.assertTrue(context["readOnlyRootFilesystem"])
                self.assertFalse(context["allowPrivilegeEscalation"])
                self.assertEqual(context["capabilities"]["drop"], ["ALL"])
                self.assertEqual(context["capabilities"].get("add"), root.get(container["name"]))
                if container["name"] in root:
                    self.assertEqual(context["runAsUser"], 0)
                else:
                    self.assertTrue(context["runAsNonRoot"])

    def test_images_are_of_one_version_and_resources_are_bounded(self):
        for name in WORKLOADS:
            spec = pod_spec(name)
            for container in spec["initContainers"] + spec["containers"]:
                image, tag = container["image"].split(":")
                self.assertEqual(tag, "1.0.0" if image == "app" else VERSION)
                self.assertEqual(container["imagePullPolicy"], "IfNotPresent")
                for bound in ("requests", "limits"):
                    self.assertEqual(set(container["resources"][bound]), {"cpu", "memory"})

    def test_it_runs_where_our_programs_run(self):
        for name in WORKLOADS:
            self.assertEqual(pod_spec(name)["nodeSelector"],
                             {"kubernetes.io/os": "linux", "kubernetes.io/arch": "amd64"})

    def test_nothing_is_asked_of_a_node_that_has_no_smbios(self):
        """The folder of the host is one that every node has; no step fails without tables."""
        for name in WORKLOADS:
            spec = pod_spec(name)
            firmware, = (volume["hostPath"] for volume in spec["volumes"]
                         if volume["name"] == "firmware")
            self.assertEqual(firmware, {"path": "/sys/firmware", "type": "Directory"})
            for container in spec["initContainers"]:
                self.assertNotIn("--require", container["args"])

    def test_the_kustomization_names_what_is_there(self):
        text = manifest("kustomization.yaml")
        self.assertEqual(set(text), {"apiVersion", "kind", "namespace", "resources", "images"})
        self.assertEqual((text["apiVersion"], text["kind"]),
                         ("kustomize.config.k8s.io/v1beta1", "Kustomization"))
        documents = [manifest(name) for name in text["resources"]]
        self.assertEqual([document["kind"] for document in documents], ["Namespace", "DaemonSet"])
        self.assertEqual({documents[0]["metadata"]["name"], documents[1]["metadata"]["namespace"]},
                         {text["namespace"]})
        image, = text["images"]
        self.assertEqual(set(image), {"name", "newName", "newTag"})
        spec = documents[1]["spec"]["template"]["spec"]
        self.assertEqual({container["image"] for container in spec["initContainers"] + spec["containers"]},
                         {f"{image['name']}:{image['newTag']}"})

    def test_node_exporter_gets_the_folder_that_is_written_to(self):
        exporter = patched(EXPORTER, manifest("node-exporter-patch.yaml"))
        checked(exporter)
        spec = exporter["spec"]["template"]["spec"]
        mine, theirs = ({volume["name"]: volume.get("hostPath") for volume in volumes}["textfile"]
                        for volumes in (pod_spec("daemonset.yaml")["volumes"], spec["volumes"]))
        self.assertEqual(mine, theirs)
        container, = spec["containers"]
        mount = container["volumeMounts"][-1]
        self.assertEqual(container["args"][-1],
                         f"--collector.textfile.directory={mount['mountPath']}")
        self.assertTrue(mount["readOnly"])


if __name__ == "__main__":
    main()
