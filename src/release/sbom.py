#!/usr/bin/env python3
# sbom.py VERSION SOURCES TARBALL...: prints the software bill of materials of a release as SPDX 2.3:
# the contents of each tarball, and what it was built from.
# SPDX-License-Identifier: MIT
import datetime
import hashlib
import json
import os
import pathlib
import sys


def sha256(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def package(name, version, licence, file, location):
    return {"SPDXID": f"SPDXRef-{name}", "name": name, "versionInfo": version,
            "downloadLocation": location, "filesAnalyzed": False,
            "licenseConcluded": licence, "licenseDeclared": licence, "copyrightText": "NOASSERTION",
            "checksums": [{"algorithm": "SHA256", "checksumValue": sha256(file)}]}


def source(folder, name, licence):
    """A source package that is linked into the programs."""
    file = next(folder.glob(f"{name}_*.orig.tar.gz"))
    version = file.name.removeprefix(f"{name}_").removesuffix(".orig.tar.gz")
    return package(name, version, licence, file, f"https://tracker.debian.org/pkg/{name}")


def main(version, folder, *tarballs):
    folder = pathlib.Path(folder)
    sources = [source(folder, "musl", "MIT"), source(folder, "mbedtls", "Apache-2.0")]
    programs = [package(path.name.removesuffix(".tar.gz"), version, "MIT", path, "NOASSERTION")
                for path in map(pathlib.Path, tarballs)]
    relations = [{"spdxElementId": "SPDXRef-DOCUMENT", "relationshipType": "DESCRIBES",
                  "relatedSpdxElement": program["SPDXID"]} for program in programs]
    relations += [{"spdxElementId": program["SPDXID"], "relationshipType": "STATIC_LINK",
                   "relatedSpdxElement": part["SPDXID"]} for program in programs for part in sources]
    created = datetime.datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), datetime.timezone.utc)
    digest = hashlib.sha256("".join(p["checksums"][0]["checksumValue"] for p in programs).encode())
    print(json.dumps({
        "spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT",
        "name": f"hwident-{version}",
        "documentNamespace": f"https://spdx.org/spdxdocs/hwident-{version}-{digest.hexdigest()}",
        "creationInfo": {"created": created.strftime("%Y-%m-%dT%H:%M:%SZ"),
                         "creators": ["Organization: The hwident authors", "Tool: hwident-release"]},
        "packages": programs + sources, "relationships": relations}, indent=2))


if __name__ == "__main__":
    main(*sys.argv[1:])
