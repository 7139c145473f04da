# Frama-C proves that code that reads foreign bytes has no undefined behaviour; planted errors must
# make it fail. Takes minutes.

DEPS_SLOW += frama-c-base # Eva and WP
DEPS_SLOW += why3         # finds the provers, and knows how to speak to them
DEPS_SLOW += z3 cvc4      # the provers

# The subjects that continuous integration proves. `make proof` proves the others too: catalogue,
# references and identity, half an hour of processor time the first time.
PROVED := bytes table values dump account

proof:
	@PYTHONDONTWRITEBYTECODE=1 python3 tests/proof/prove.py

check-proof:
	@PYTHONDONTWRITEBYTECODE=1 python3 tests/proof/prove.py $(PROVED)

# Planted errors, each of which must make the proof fail.
check-proof-errors:
	@PYTHONDONTWRITEBYTECODE=1 python3 tests/proof/test_proof.py

check-slow: check-proof check-proof-errors
.PHONY: proof check-proof check-proof-errors
