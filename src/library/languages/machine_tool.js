// Which machine is this? By running the tool: no package is needed.
const { spawnSync } = require("child_process");

function hwident(...words) {
  const ran = spawnSync("hwident", [...words, "--json"], { encoding: "utf8", maxBuffer: 2 ** 26 });
  if (ran.error || ran.status !== 0) {
    console.error(ran.error ? ran.error.message : ran.stderr.trim());
    process.exit(1);
  }
  return JSON.parse(ran.stdout);
}
const summary = hwident("summary");
const code = hwident("code", "--app", "com.example.app").components[0].code;
console.log(`UUID ${summary.system.uuid}\nCode ${code}`);
for (const dimm of summary.memory.devices.filter((d) => "size_bytes" in d))
  console.log(`DIMM ${dimm.size_bytes / 2 ** 20} MiB, ${dimm.device_locator}`);
