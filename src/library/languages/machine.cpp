// Which machine is this? Without JSON: by visiting the fields of each memory device, type 17.
#include <hwident.h>
#include <cstdlib>
#include <iostream>
#include <string>

static hwident *h;
static void check(int err) { if (err) std::cerr << hwident_why(h, err) << '\n', std::exit(1); }
struct Dimm { uint64_t bytes = 0; std::string locator; };
static int visit(void *dimm, const hwident_field *field) {
    const std::string key = field->key ? field->key : "";
    if (key == "size_bytes") static_cast<Dimm *>(dimm)->bytes = field->number;
    if (key == "device_locator") static_cast<Dimm *>(dimm)->locator = field->text;
    return 0;
}
int main() {
    char uuid[HWIDENT_UUID_TEXT_SIZE], code[HWIDENT_CODE_SIZE];
    check(hwident_open(nullptr, &h));
    check(hwident_get(h, "system-uuid", uuid, sizeof uuid));
    check(hwident_code(h, "com.example.app", nullptr, 0, code, sizeof code));
    std::cout << "UUID " << uuid << "\nCode " << code << '\n';
    for (hwident_structure s{}; hwident_table_find(hwident_table(h), 17, &s) == 1;)
        if (Dimm d; check(hwident_fields(h, &s, visit, &d)), d.bytes)
            std::cout << "DIMM " << (d.bytes >> 20) << " MiB, " << d.locator << '\n';
}
