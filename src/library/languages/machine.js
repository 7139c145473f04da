// Which machine is this? With koffi: npm install koffi
const koffi = require("koffi");

const lib = koffi.load("libhwident.so.1");
const open = lib.func("int hwident_open(const char *tables, _Out_ void **h)");
const value = lib.func("int hwident_value(void *h, const char *key, _Out_ const char **value)");
const code = lib.func("int hwident_code(void *h, const char *app, const void *key, " +
                      "size_t key_size, _Out_ void *code, size_t size)");
const json = lib.func("int hwident_json(void *h, const char *command, const void *request, " +
                      "_Out_ const char **json, _Out_ size_t *size)");
const why = lib.func("const char *hwident_why(void *h, int err)");
const h = [null], uuid = [null], text = [null], made = Buffer.alloc(64);

function check(err) {
  if (!err) return;
  console.error(why(h[0], err));
  process.exit(1);
}
check(open(null, h));
check(value(h[0], "system-uuid", uuid));
check(code(h[0], "com.example.app", null, 0, made, made.length));
check(json(h[0], "summary", null, text, null));
console.log(`UUID ${uuid[0]}\nCode ${made.toString("latin1").replace(/\0.*/s, "")}`);
for (const dimm of JSON.parse(text[0]).memory.devices.filter((d) => "size_bytes" in d))
  console.log(`DIMM ${dimm.size_bytes / 2 ** 20} MiB, ${dimm.device_locator}`);
