# Stories in containers: real engines, process managers and services. Those that need
# true tables are tests/vm/stories/container-*; the others run on this machine, in seconds.
# SPDX-License-Identifier: MIT

# An engine with what writes its configuration; one that builds images, with its
# network part and its Compose.
DEPS_CHECK += runc jq podman netavark podman-compose
# An image like Alpine's, and the other tool for giving up root.
DEPS_CHECK += busybox-static gosu
# A disk for the machine that restarts.
DEPS_CHECK += e2fsprogs
# Services: a database, a name server whose file gets a capability, two process managers and their
# languages; npm only where Node didn't bring it; a terminal.
DEPS_CHECK += procps # docker top calls ps
DEPS_CHECK += redis-server dnsmasq-base libcap2-bin supervisor python3-pip nodejs bsdutils
DEPS_CHECK += $(if $(shell command -v npm),,npm)

# Docker with the containerd and the gVisor that it brings or can run: unpacked in build/vm, never
# installed, so that no service starts. Its Compose is a program without a service.
PACKAGES_amd64 += docker.io containerd tini runsc crun libyajl2
DEPS_CHECK += docker-compose
DEPS_CHECK += libdevmapper1.02.1 # dockerd is linked to it
# Podman without root maps its users by the programs of this; its Pods have a first process.
DEPS_CHECK += catatonit
DEPS_CHECK += uidmap

check-container: all container-packages packages-amd64
	tests/container/check.py

# pm2 is npm's. Without a network its story is skipped, and says so.
container-packages:
	-test -e build/container/pm2/node_modules/.bin/pm2-runtime || \
	  npm install --silent --no-fund --no-audit --prefix build/container/pm2 pm2@5.4.3

# Two boots with one disk.
check-container-restart: all vm-packages
	tests/container/disks.py restart

# Python, Node and their process managers on an emulated processor: minutes.
check-container-services: all vm-packages container-packages
	tests/container/disks.py services

# Docker's daemon over true tables, on an emulated processor: minutes.
check-container-docker: all packages-amd64
	tests/container/disks.py docker

check: check-container check-container-restart
check-slow: check-container-services check-container-docker

.PHONY: check-container check-container-restart check-container-services check-container-docker \
  container-packages
