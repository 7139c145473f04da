# The tarball and the Debian packages. The tarball takes seconds; the packages, built twice, checked by
# lintian and used in a fresh Debian, a few minutes.

DEPS_CHECK += git      # the tarball is made of a commit
DEPS_SLOW += dpkg-dev debhelper # makes the packages
DEPS_SLOW += build-essential # dpkg-buildpackage takes it for granted
DEPS_SLOW += lintian # checks them against Debian's policy
DEPS_SLOW += debootstrap # a fresh Debian to install them in

check-dist:
	@python3 tests/package/test_dist.py

check-package:
	@python3 tests/package/test_deb.py
	@python3 tests/package/test_fresh.py

check: check-dist
check-slow: check-package
.PHONY: check-dist check-package
