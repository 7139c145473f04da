const hwident = require("hwident");

try {
  const { components } = hwident.code("com.example.app");
  const { memory } = hwident.summary();
  console.log(`${components[0].code} ${memory.installed_bytes / 2 ** 20} MiB`);
} catch (failed) {
  console.error(`${failed.tag}: ${failed.message}; ${failed.remedy}`);
}
