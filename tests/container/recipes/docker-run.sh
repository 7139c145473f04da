docker run --rm -v /sys/firmware/dmi/tables:/rootfs/sys/firmware/dmi/tables app \
    hwident-prepare --user 1000:1000 -- hwident code --app com.example.app
