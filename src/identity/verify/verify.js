// Machine codes of hwident, version 1, by Node's standard library, for licence servers to copy.
// SPDX-License-Identifier: MIT
const hmac = (k, data) => require("node:crypto").createHmac("sha256", k).update(data).digest();
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const PROFILES = " usbc";

function check(profile, digits) {
  const double = (c) => (c << 1) ^ (c & 16 ? 0x25 : 0);
  const sum = [...digits].reduce((c, d) => double(c) ^ ALPHABET.indexOf(d), PROFILES.indexOf(profile));
  return ALPHABET[double(sum)];
}

// The code of a component's bytes: a UUID's 16 in either order, or a serial number's.
function derive(profile, value, app, key = "") {
  const swapped = [3, 2, 1, 0, 5, 4, 7, 6].map((i) => value[i]).concat(...value.subarray(8));
  if (profile !== "u") value = value.toString("latin1").replace(/^[\0- ]+|[\0- ]+$/g, "");
  else value = [value, Buffer.from(swapped)].sort(Buffer.compare)[0];
  const head = [PROFILES.indexOf(profile), value.length >> 8, value.length];
  const ikm = Buffer.concat([Buffer.from(head), Buffer.from(value, "latin1")]);
  const salt = key.length ? Buffer.concat([Buffer.from("hwident/1\0"), Buffer.from(key)]) : "hwident/1";
  const okm = hmac(hmac(salt, ikm), `app\0${app}\0${profile}\x01`).subarray(0, 20);
  const bits = [...okm].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const digits = bits.match(/.{5}/g).map((five) => ALPHABET[parseInt(five, 2)]).join("");
  return `hw1${profile}-${digits}${check(profile, digits)}`;
}

// The proper spelling of a code as typed, or an Error: label, length, character or check.
function read(text) {
  const typed = (text ?? "").replace(/[-\t\r\n ]/g, "").replace(/[A-Z]/g, (c) => c.toLowerCase());
  const label = typed.match(/^hw[1il]([usbc])/);
  if (!label) throw Error("label");
  const digits = typed.slice(4).replace(/o/g, "0").replace(/[il]/g, "1");
  if (/[^0-9a-z]|u/.test(digits)) throw Error("character");
  if (digits.length !== 33) throw Error("length");
  if (check(label[1], digits.slice(0, 32)) !== digits[32]) throw Error("check");
  return `hw1${label[1]}-${digits}`;
}

module.exports = { derive, read };
