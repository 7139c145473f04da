# The completions, typed at real shells on terminals. Seconds.

DEPS_CHECK += bash zsh      # the shells
DEPS_CHECK += bash-completion # completes the command after hwident-prepare
DEPS_CHECK += python3       # types at them

check-completion: all
	@python3 tests/completion/test_completion.py

check: check-completion
.PHONY: check-completion
