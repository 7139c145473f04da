make deps run         # installs what building needs, builds, and shows this machine
make deps-check check # installs what the tests need, and runs them
