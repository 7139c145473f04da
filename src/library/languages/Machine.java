// Which machine is this? With JNA. Java has no JSON: the text is searched, one member a line.
import com.sun.jna.*;
import com.sun.jna.ptr.PointerByReference;
public class Machine {
    static final NativeLibrary LIB = NativeLibrary.getInstance("libhwident.so.1");
    static final PointerByReference h = new PointerByReference(), text = new PointerByReference();
    static void call(String function, Object... arguments) {
        int err = LIB.getFunction(function).invokeInt(arguments);
        if (err == 0) return;
        System.err.println(LIB.getFunction("hwident_why").invokeString(new Object[] {h.getValue(), err}, false));
        System.exit(1);
    }
    public static void main(String[] arguments) {
        byte[] uuid = new byte[64], code = new byte[64];
        call("hwident_open", null, h);
        call("hwident_get", h.getValue(), "system-uuid", uuid, 64L);
        call("hwident_code", h.getValue(), "com.example.app", null, 0L, code, 64L);
        call("hwident_json", h.getValue(), "summary", null, text, null);
        System.out.printf("UUID %s%nCode %s%n", Native.toString(uuid), Native.toString(code));
        String json = text.getValue().getString(0, "UTF-8"), locator = "";
        for (String line : json.substring(json.indexOf("\"memory\": {")).split("\n")) {
            if (line.contains("\"device_locator\": ")) locator = line.replaceAll(".*?\": \"?|\"?,$", "");
            else if (line.contains("\"size_bytes\": "))
                System.out.printf("DIMM %d MiB, %s%n", Long.parseLong(line.replaceAll("\\D", "")) >> 20, locator);
        }}}
