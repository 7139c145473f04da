# When a program ends, no secret is left in its memory: neither the key that codes are bound to,
# nor what is derived from it, nor the random numbers that redaction replaces with.
# SPDX-License-Identifier: MIT
import hashlib
import hmac
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/lib"))
import closing
import tables

BUILD = (TOP / os.environ.get("BUILD", "build")).resolve()
ROOM = BUILD / "tests/leftovers"
UUID = bytes.fromhex("a4c2f1b6d753094e9a1e7c30d2f48e65")
# Codes are made of the smaller of the two byte orders.
CANONICAL = min(UUID, UUID[3::-1] + UUID[5:3:-1] + UUID[7:5:-1] + UUID[8:])
APP = ["--app", "com.example.the-application"]


def secret_of(name, size):
    return hashlib.shake_128(name.encode()).digest(size)


def derived(key):
    """What hwident_code_derive computes from the key and the UUID, by HKDF's definition."""
    salt = b"hwident/1\0" + key
    block = salt if len(salt) <= 64 else hashlib.sha256(salt).digest()
    block = block.ljust(64, b"\0")
    message = bytes([1, 0, len(CANONICAL)]) + CANONICAL
    inner = hashlib.sha256(bytes(c ^ 0x36 for c in block) + message).digest()
    prk = hmac.digest(salt, message, "sha256")
    return [bytes(c ^ 0x36 for c in block), bytes(c ^ 0x5C for c in block), inner, prk,
            bytes(c ^ 0x36 for c in prk), bytes(c ^ 0x5C for c in prk)]


class Secrets(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        table = tables.table(tables.bios(), tables.system(UUID), tables.board(), tables.chassis())
        (self.folder / "dump").write_bytes(tables.dump(table))
        (self.folder / "zeros").write_bytes(tables.dump(tables.table(tables.system(bytes(16)))))

    def left(self, secrets, *command, code=0):
        """The names of the secrets that are left, and how many were looked for."""
        report = self.folder / "report"
        done = subprocess.run([ROOM / "last_look", report, *(s.hex() for s in secrets), "--", *command],
                              cwd=self.folder, capture_output=True, timeout=60, check=False)
        self.assertEqual(done.returncode, code, done.stderr)
        *names, count = report.read_text().splitlines()
        return names, int(count.split()[0])

    def key(self, size):
        key = secret_of("key", size)
        (self.folder / "key").write_bytes(key)
        return key

    def test_it_would_be_seen(self):
        """An application's id is not secret and is found; a different key is not."""
        app = APP[1].encode()
        names, _ = self.left([app, secret_of("another", 32)], BUILD / "hwident", "--from", "dump",
                             "code", *APP)
        self.assertEqual(names, ["0"])

    def test_the_secrets_that_are_looked_for_give_the_code(self):
        """The PRK gives the code that is printed."""
        key = self.key(32)
        done = subprocess.run([BUILD / "hwident", "--from", "dump", "code", *APP, "--key-file", "key"],
                              cwd=self.folder, capture_output=True, text=True, check=True)
        prk = derived(key)[3]
        okm = hmac.digest(prk, b"app\0" + APP[1].encode() + b"\0" + b"u" + b"\1", "sha256")
        bits = "".join(f"{byte:08b}" for byte in okm)
        letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
        digits = "".join(letters[int(bits[at:at + 5], 2)] for at in range(0, 80, 5))
        self.assertIn(digits[:15], done.stdout.replace("-", "").upper())

    def test_the_key_is_nowhere_in_memory_afterwards(self):
        for size in (32, 64):  # salt and key: shorter and longer than the hash's block
            key = self.key(size)
            secrets = [key, *derived(key)]
            for words in (["code", *APP], ["code", *APP, "--json"], ["code", *APP, "--components"],
                          ["code", *APP, "-o", "file"]):
                with self.subTest(size=size, words=words):
                    names, _ = self.left(secrets, BUILD / "hwident", "--from", "dump", *words,
                                         "--key-file", "key")
                    self.assertEqual(names, [])

    def test_the_key_of_a_code_that_is_compared(self):
        key = self.key(32)
        code = subprocess.run([BUILD / "hwident", "--from", "dump", "code", *APP, "--key-file", "key"],
                              cwd=self.folder, capture_output=True, text=True, check=True).stdout.strip()
        for words in (["match", code], ["match", "--json", code]):
            names, _ = self.left([key, *derived(key)], BUILD / "hwident", "--from", "dump", *words, *APP,
                                 "--key-file", "key")
            self.assertEqual(names, [])

    def test_the_key_from_a_descriptor(self):
        key = self.key(32)
        names, _ = self.left([key, *derived(key)], "/bin/sh", "-c", 'exec "$@" 7<key', "sh",
                             BUILD / "hwident", "--from", "dump", "code", *APP, "--key-fd", "7")
        self.assertEqual(names, [])

    def test_the_key_where_the_command_fails(self):
        for size, words, code in (
                (32, ["--from", "zeros", "code", *APP], 5), (32, ["--from", "none", "code", *APP], 8),
                (5000, ["--from", "dump", "code", *APP], 2)):
            key = self.key(size)
            with self.subTest(size=size, words=words):
                names, _ = self.left([key[:256]], BUILD / "hwident", *words, "--key-file", "key",
                                     code=code)
                self.assertEqual(names, [])

    def test_the_random_numbers_of_redaction(self):
        for words in (["show"], ["show", "--json"], ["summary"], ["dump", "new"]):
            with self.subTest(words=words):
                names, count = self.left([], BUILD / "hwident", "--from", "dump", *words, "--redact")
                self.assertEqual((names, count), ([], 1))

    def test_the_library_leaves_no_original_value_in_memory(self):
        names, count = self.left([], ROOM / "calls", "dump", "json", "show", "redact")
        self.assertGreater(count, 0)
        self.assertEqual(names, [])


if __name__ == "__main__":
    closing.main()
