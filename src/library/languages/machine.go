// Which machine is this? With cgo.
package main
// #cgo LDFLAGS: -lhwident
// #include <hwident.h>
import "C"
import ("encoding/json"; "fmt"; "os")
var h *C.hwident
func check(err C.int) {
	if err != 0 { fmt.Fprintln(os.Stderr, C.GoString(C.hwident_why(h, err))); os.Exit(1) }
}
func main() {
	var uuid, code [64]C.char
	var text *C.char
	var answer struct { Memory struct { Devices []struct { Size_bytes int64; Device_locator string } } }
	check(C.hwident_open(nil, &h))
	check(C.hwident_get(h, C.CString("system-uuid"), &uuid[0], 64))
	check(C.hwident_code(h, C.CString("com.example.app"), nil, 0, &code[0], 64))
	check(C.hwident_json(h, C.CString("summary"), nil, &text, nil))
	if err := json.Unmarshal([]byte(C.GoString(text)), &answer); err != nil { panic(err) }
	fmt.Printf("UUID %s\nCode %s\n", C.GoString(&uuid[0]), C.GoString(&code[0]))
	for _, dimm := range answer.Memory.Devices {
		if dimm.Size_bytes == 0 { continue }
		fmt.Printf("DIMM %d MiB, %s\n", dimm.Size_bytes>>20, dimm.Device_locator)
	}
}
