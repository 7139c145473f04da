# Every system call of every command fails in turn. Two minutes; as root.

DEPS_ALL += strace # makes them fail

check-fault: $(BUILD)/hwident $(BUILD)/hwident-prepare
	@tests/fault/inject.py $(BUILD)

check-slow: check-fault
.PHONY: check-fault
