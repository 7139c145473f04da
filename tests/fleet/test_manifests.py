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
KINDS = {("v1", "Pod"): "V1Pod", ("apps/v1", "DaemonSet"): "V1DaemonSet"}
SCALARS = {"str": str, "bool": bool, "int": int, "object": object}


class Wrong(Exception):
    pass


def check(value, kind, path):
    """Builds what the schema calls `kind` of the manifest's `value`, or says what does not fit."""
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


@unittest.skipIf(models is None, "no python3-kubernetes or no python3-yaml here")
class Manifests(unittest.TestCase):
    def test_every_field_is_the_api_s(self):
        for name in ("pod.yaml", "daemonset.yaml"):
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

    def test_what_belongs_together_does(self):
        for name in ("pod.yaml", "daemonset.yaml"):
            document = manifest(name)
            template = document["spec"].get("template", document)
            spec = template["spec"]
            volumes = {volume["name"] for volume in spec["volumes"]}
            for container in spec["initContainers"] + spec["containers"]:
                for mount in container.get("volumeMounts", []):
                    self.assertIn(mount["name"], volumes)
        self.assertEqual(document["spec"]["selector"]["matchLabels"],
                         template["metadata"]["labels"])

    def test_the_main_container_is_fully_restricted(self):
        """By the words of Kubernetes' Pod security standard "restricted", and a read-only root."""
        for name in ("pod.yaml", "daemonset.yaml"):
            document = manifest(name)
            spec = document["spec"].get("template", document)["spec"]
            self.assertFalse(spec["automountServiceAccountToken"])
            for field in ("hostNetwork", "hostPID", "hostIPC"):
                self.assertNotIn(field, spec)
            for container in spec["containers"]:
                context = container["securityContext"]
                self.assertTrue(context["runAsNonRoot"])
                self.assertTrue(context["readOnlyRootFilesystem"])
                self.assertFalse(context["allowPrivilegeEscalation"])
                self.assertEqual(context["capabilities"], {"drop": ["ALL"]})
                self.assertEqual(context["seccompProfile"], {"type": "RuntimeDefault"})


if __name__ == "__main__":
    main()
