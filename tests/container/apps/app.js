// The application of the stories under Node: tells who it is, and which machine this is.
// SPDX-License-Identifier: MIT
const { spawnSync } = require("child_process");

console.log(`app: ${process.getuid()} ${process.env.HOME} ${process.env.PM2_HOME}`);
spawnSync("hwident", ["code", "--app", "com.example.app"], { stdio: "inherit" });
setInterval(() => {}, 1000);
