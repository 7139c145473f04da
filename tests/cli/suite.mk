# The command line as a process: output, messages and exit codes. Seconds.

DEPS_TEST += python3    # the process tests
DEPS_TEST += strace     # makes system calls fail, and files change while they are read
DEPS_TEST += dmidecode  # reads the dumps that hwident writes
DEPS_CHECK += busybox-static # a third shell that evaluates --format env
DEPS_CHECK += bindfs # a file system in user space, which shows any file as root's
DEPS_CHECK += prometheus # promtool checks --format prometheus

check-cli: $(BUILD)/hwident | $(BUILD)/tools-test
	@for t in tests/cli/test_*.py; do python3 $$t || exit 1; done

check: check-cli
.PHONY: check-cli
