import hwident

try:
    code = hwident.code("com.example.app")["components"][0]["code"]
    print(code, hwident.summary()["memory"]["installed_bytes"] >> 20, "MiB")
except hwident.HwidentError as failed:
    print(f"{failed.tag}: {failed.message}; {failed.remedy}")
