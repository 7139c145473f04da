// Which machine is this? With P/Invoke. Mono has no JSON: the text is searched, one member a line.
using System; using System.Runtime.InteropServices; using System.Text;
static class Machine {
    const string Lib = "libhwident.so.1";
    [DllImport(Lib)] static extern int hwident_open(string tables, out IntPtr h);
    [DllImport(Lib)] static extern int hwident_get(IntPtr h, string key, StringBuilder text, UIntPtr size);
    [DllImport(Lib)] static extern int hwident_code(IntPtr h, string app, byte[] key, UIntPtr keySize, StringBuilder code, UIntPtr size);
    [DllImport(Lib)] static extern int hwident_json(IntPtr h, string command, IntPtr request, out IntPtr json, IntPtr size);
    [DllImport(Lib)] static extern IntPtr hwident_why(IntPtr h, int err);
    static IntPtr h, json;
    static void Check(int err) {
        if (err != 0) { Console.Error.WriteLine(Marshal.PtrToStringAnsi(hwident_why(h, err))); Environment.Exit(1); }
    }
    static void Main() {
        StringBuilder uuid = new StringBuilder(64), code = new StringBuilder(64);
        Check(hwident_open(null, out h));
        Check(hwident_get(h, "system-uuid", uuid, (UIntPtr)64));
        Check(hwident_code(h, "com.example.app", null, UIntPtr.Zero, code, (UIntPtr)64));
        Check(hwident_json(h, "summary", IntPtr.Zero, out json, IntPtr.Zero));
        Console.WriteLine("UUID {0}\nCode {1}", uuid, code);
        string text = Marshal.PtrToStringAnsi(json), locator = "", memory = text.Substring(text.IndexOf("\"memory\": {"));
        foreach (string line in memory.Split('\n'))
            if (line.Contains("\"device_locator\": ")) locator = line.Substring(line.IndexOf(": ") + 2).Trim('"', ',');
            else if (line.Contains("\"size_bytes\": ")) Console.WriteLine("DIMM {0} MiB, {1}", long.Parse(line.Split(':')[1].Trim(' ', ',')) >> 20, locator);
    }}
