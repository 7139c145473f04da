# Which machine is this? With Fiddle, from Ruby's standard library.
require 'fiddle/import'
require 'json'

module Hwident
  extend Fiddle::Importer
  dlload 'libhwident.so.1'
  extern 'int hwident_open(const char *, void *)'
  extern 'int hwident_get(void *, const char *, char *, size_t)'
  extern 'int hwident_code(void *, const char *, void *, size_t, char *, size_t)'
  extern 'int hwident_json(void *, const char *, void *, void *, void *)'
  extern 'char *hwident_why(void *, int)'
end
h, text = Array.new(2) { Fiddle::Pointer.malloc(Fiddle::SIZEOF_VOIDP, Fiddle::RUBY_FREE) }
uuid, code = Array.new(2) { Fiddle::Pointer.malloc(64, Fiddle::RUBY_FREE) }
check = ->(err) { abort Hwident.hwident_why(h.ptr, err).to_s unless err.zero? }

check[Hwident.hwident_open(nil, h)]
check[Hwident.hwident_get(h.ptr, 'system-uuid', uuid, 64)]
check[Hwident.hwident_code(h.ptr, 'com.example.app', nil, 0, code, 64)]
check[Hwident.hwident_json(h.ptr, 'summary', nil, text, nil)]
puts "UUID #{uuid}", "Code #{code}"
JSON.parse(text.ptr.to_s.force_encoding('UTF-8'))['memory']['devices'].each do |dimm|
  puts "DIMM #{dimm['size_bytes'] >> 20} MiB, #{dimm['device_locator']}" if dimm['size_bytes']
end
