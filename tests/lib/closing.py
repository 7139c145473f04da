# Runs a file of unittest cases and ends with the closing line "N passed, N failed, N skipped".
# SPDX-License-Identifier: MIT
import os
import sys
import unittest

import skips


class _Result(unittest.TextTestResult):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.passed = 0

    def addSuccess(self, test):
        super().addSuccess(test)
        self.passed += 1


def main():
    """Runs the cases of the calling program, or those that its arguments name; exits 1 where one
    failed."""
    loader, program = unittest.defaultTestLoader, sys.modules["__main__"]
    suite = (loader.loadTestsFromNames(sys.argv[1:], program) if sys.argv[1:]
             else loader.loadTestsFromModule(program))
    result = unittest.TextTestRunner(resultclass=_Result, verbosity=1).run(suite)
    for test, reason in result.skipped:
        print(f"skipped: {test}: {reason}")
    failed = len(result.failures) + len(result.errors) + len(result.unexpectedSuccesses)
    # Under an emulator or checker (tests/builds), tests that can't work there are left out.
    if "UNDER" not in os.environ:
        names = [test.id().removeprefix("__main__.") for test, _ in result.skipped]
        failed += skips.count_complaints(names, whole=len(sys.argv) == 1)
    print(f"{result.passed} passed, {failed} failed, {len(result.skipped)} skipped", flush=True)
    sys.exit(failed > 0)
