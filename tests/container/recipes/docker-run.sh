docker run --rm -v /sys/firmware/dmi/tables:/rootfs/sys/firmware/dmi/tables app \
    hwident code --app com.example.app
