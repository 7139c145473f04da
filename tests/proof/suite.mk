# Frama-C: no undefined behaviour in what reads foreign bytes; and that planted errors make the proof
# fail. Minutes.

DEPS_SLOW += frama-c-base # Eva and WP
DEPS_SLOW += why3         # finds the provers, and knows how to speak to them
DEPS_SLOW += z3 cvc4      # the provers

proof:
	@PYTHONDONTWRITEBYTECODE=1 python3 tests/proof/prove.py

check-proof: proof
	@PYTHONDONTWRITEBYTECODE=1 python3 tests/proof/test_proof.py

check-slow: check-proof
.PHONY: proof check-proof
