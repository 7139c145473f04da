docker run --rm --user 1000:1000 -v /run/identity:/identity:ro -e HWIDENT_TABLES=/identity/tables app \
    hwident code --app com.example.app
