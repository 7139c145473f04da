# A fleet: Kubernetes manifests, node_exporter, Prometheus' rules, Ansible; seconds. A node that
# boots systemd and plays the Pods with podman: a minute or two.

# Debian's Python has the modules that Debian packages.
FLEET_PYTHON := /usr/bin/python3

DEPS_CHECK += python3-kubernetes python3-yaml # the API's schema, field by field
DEPS_CHECK += prometheus prometheus-node-exporter # promtool for the rules; what shows the textfile
DEPS_CHECK += ansible-core # asks for the local fact
DEPS_SLOW += systemd systemd-sysv catatonit # the node's init, and the Pod's
DEPS_SLOW += podman runc e2fsprogs qemu-system-x86 # the node's engine, its disk, the machine

check-fleet: all
	@$(FLEET_PYTHON) tests/fleet/test_manifests.py
	@$(FLEET_PYTHON) tests/fleet/test_hosts.py

check-node: all vm-packages
	@$(FLEET_PYTHON) tests/fleet/node.py

check: check-fleet
check-slow: check-node
.PHONY: check-fleet check-node
