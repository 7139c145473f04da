# The field's stories in containers: real engines, process managers and services.
# SPDX-License-Identifier: MIT

# In the virtual machines (tests/vm/stories/container-*): an engine, and what writes its
# configuration.
DEPS_CHECK += runc jq
