ctr run --rm --mount type=bind,src=/sys/firmware/dmi/tables,dst=/rootfs/sys/firmware/dmi/tables,options=rbind \
    docker.io/library/app:latest app
