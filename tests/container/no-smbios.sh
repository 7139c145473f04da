# A host without SMBIOS: Docker can't make the folder that it should mount. /sys/firmware is there
# on every host, and then the program can say what is missing.
# SPDX-License-Identifier: MIT
#
# Whoever sources it has started the daemon and has an image app whose entrypoint prepares.
fails 125 sh $container/recipes/docker-run.sh
says 'mkdir /sys/firmware/dmi: operation not permitted'
fails 125 docker run --rm --mount type=bind,source=$tables,target=/rootfs$tables app
says 'bind source path does not exist'
fails 3 sh $container/recipes/docker-run-anywhere.sh
says 'hwident-prepare: NODMI: '
says 'hwident: NODMI: '
fails 3 docker run --rm -v /sys:/rootfs/sys:ro app
says 'hwident: NODMI: '
