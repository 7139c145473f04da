# The report: what the page holds, read by Python's HTML parser (seconds) and shown by a browser
# (slow).

DEPS_CHECK += python3
DEPS_SLOW += chromium fonts-dejavu-core # shows the page

check-report: $(BUILD)/hwident
	@python3 tests/report/test_page.py

check-browser: $(BUILD)/hwident
	@python3 tests/report/test_browser.py

check: check-report
check-slow: check-browser
.PHONY: check-report check-browser
