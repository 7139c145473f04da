make deps run         # installs what it needs, builds, and shows this machine
make deps-check check # runs all tests
