// Prints a file of vectors or of typed codes with its last column computed anew by verify.js.
// SPDX-License-Identifier: MIT
const { readFileSync } = require("node:fs");
const verify = require("../../src/identity/verify/verify.js");

const key = (text) => (text.startsWith("hex:") ? Buffer.from(text.slice(4), "hex") : text);

function rerun(first, ...row) {
  if (row.length === 1) return verify.read(first === "null" ? null : key(first).toString());
  const [value, app, secret] = row;
  return verify.derive(first, Buffer.from(value, "hex"), app, secret === "-" ? "" : key(secret));
}

const [header, ...rows] = readFileSync(process.argv[2], "utf8").split("\n").slice(0, -1);
console.log(header);
for (const line of rows) {
  const row = line.split("\t").slice(0, -1);
  try {
    row.push(rerun(...row));
  } catch (error) {
    row.push(error.message);
  }
  console.log(row.join("\t"));
}
