#!/usr/bin/env python3
# Boots one machine with the given stories and shows its console.
# SPDX-License-Identifier: MIT
#
# usage: boot.py MACHINE STORY…
import sys

import vm

if __name__ == "__main__":
    machine, *stories = sys.argv[1:]
    print(vm.Machine(machine).boot([vm.Story(path) for path in stories]), end="")
