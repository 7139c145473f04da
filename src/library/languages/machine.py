# Which machine is this? With ctypes, from Python's standard library.
import ctypes
import json
import sys

lib = ctypes.CDLL("libhwident.so.1")
lib.hwident_why.restype = ctypes.c_char_p
size = ctypes.c_size_t
h, text = ctypes.c_void_p(), ctypes.c_char_p()
uuid, code = ctypes.create_string_buffer(64), ctypes.create_string_buffer(64)


def check(err):
    if err:
        sys.exit(lib.hwident_why(h, err).decode())


check(lib.hwident_open(None, ctypes.byref(h)))
check(lib.hwident_get(h, b"system-uuid", uuid, size(64)))
check(lib.hwident_code(h, b"com.example.app", None, size(0), code, size(64)))
check(lib.hwident_json(h, b"summary", None, ctypes.byref(text), None))
print(f"UUID {uuid.value.decode()}\nCode {code.value.decode()}")
for dimm in json.loads(text.value)["memory"]["devices"]:
    if "size_bytes" in dimm:
        print(f"DIMM {dimm['size_bytes'] >> 20} MiB, {dimm['device_locator']}")
