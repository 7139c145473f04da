# Frama-C: no undefined behaviour in what reads foreign bytes. Ten minutes.

DEPS_SLOW += frama-c-base # Eva and WP
DEPS_SLOW += z3 cvc4      # the provers

proof:
	@PYTHONDONTWRITEBYTECODE=1 python3 tests/proof/prove.py

check-slow: proof
.PHONY: proof
