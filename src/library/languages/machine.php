<?php
// Which machine is this? With FFI, which the extension ffi brings.
$lib = FFI::cdef('
    int hwident_open(const char *tables, void **h);
    int hwident_get(void *h, const char *key, char *text, size_t size);
    int hwident_code(void *h, const char *app, const void *key, size_t key_size, char *code, size_t size);
    int hwident_json(void *h, const char *command, const void *request, char **json, size_t *size);
    const char *hwident_why(void *h, int err);', 'libhwident.so.1');
[$h, $text] = [$lib->new('void *'), $lib->new('char *')];
[$uuid, $code] = [$lib->new('char[64]'), $lib->new('char[64]')];

function check(int $err): void {
    if ($err) {
        fwrite(STDERR, $GLOBALS['lib']->hwident_why($GLOBALS['h'], $err) . "\n");
        exit(1);
    }
}
check($lib->hwident_open(null, FFI::addr($h)));
check($lib->hwident_get($h, 'system-uuid', $uuid, 64));
check($lib->hwident_code($h, 'com.example.app', null, 0, $code, 64));
check($lib->hwident_json($h, 'summary', null, FFI::addr($text), null));
print 'UUID ' . FFI::string($uuid) . "\nCode " . FFI::string($code) . "\n";
foreach (json_decode(FFI::string($text))->memory->devices as $dimm)
    if (isset($dimm->size_bytes))
        printf("DIMM %d MiB, %s\n", $dimm->size_bytes >> 20, $dimm->device_locator);
