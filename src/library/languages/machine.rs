// Which machine is this? No crate is needed: without JSON, the text is searched, one member a line.
use std::{ffi::CStr, os::raw::{c_char, c_int, c_void}, process::exit, ptr::{null, null_mut}};
#[link(name = "hwident")]
extern "C" {
    fn hwident_open(tables: *const c_char, h: *mut *mut c_void) -> c_int;
    fn hwident_get(h: *mut c_void, key: *const u8, text: *mut c_char, size: usize) -> c_int;
    fn hwident_code(h: *mut c_void, app: *const u8, key: *const u8, key_size: usize, code: *mut c_char, size: usize) -> c_int;
    fn hwident_json(h: *mut c_void, command: *const u8, request: *const c_void, json: *mut *const c_char, size: *mut usize) -> c_int;
    fn hwident_why(h: *mut c_void, err: c_int) -> *const c_char;
}
fn main() { unsafe {
    let (mut h, mut json, mut uuid, mut code) = (null_mut(), null(), [0 as c_char; 64], [0 as c_char; 64]);
    let text = |of: *const c_char| CStr::from_ptr(of).to_string_lossy().into_owned();
    let check = |err, h| if err != 0 { eprintln!("{}", text(hwident_why(h, err))); exit(1) };
    check(hwident_open(null(), &mut h), h);
    check(hwident_get(h, b"system-uuid\0".as_ptr(), uuid.as_mut_ptr(), 64), h);
    check(hwident_code(h, b"com.example.app\0".as_ptr(), null(), 0, code.as_mut_ptr(), 64), h);
    check(hwident_json(h, b"summary\0".as_ptr(), null(), &mut json, null_mut()), h);
    println!("UUID {}\nCode {}", text(uuid.as_ptr()), text(code.as_ptr()));
    let (all, mut locator) = (text(json), String::new());
    for line in all[all.find("\"memory\": {").unwrap()..].lines() {
        if let Some((_, value)) = line.split_once("\"device_locator\": ") { locator = value.trim_matches(&['"', ','][..]).into() }
        if let Some((_, bytes)) = line.split_once("\"size_bytes\": ") {
            println!("DIMM {} MiB, {}", bytes.trim_matches(',').parse::<u64>().unwrap() >> 20, locator) }
    }}}
