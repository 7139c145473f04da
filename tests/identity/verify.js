// Machine codes of hwident, version 1, by Node's standard library: what a licence server copies.
// SPDX-License-Identifier: MIT
const hmac = (k, data) => require("node:crypto").createHmac("sha256", k).update(data).digest();
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

function check(digits) {
  const products = [...digits].reverse().map((d, i) => ALPHABET.indexOf(d) * (2 - (i % 2)));
  return ALPHABET[-products.reduce((sum, p) => sum + (p >> 5) + (p & 31), 0) & 31];
}

// The code of a component's bytes: a UUID's 16 in either order, or a serial number's.
function derive(profile, value, app, key = "") {
  const swapped = [3, 2, 1, 0, 5, 4, 7, 6].map((i) => value[i]).concat(...value.subarray(8));
  if (profile !== "u") value = value.toString("latin1").replace(/^[\0- ]+|[\0- ]+$/g, "");
  else value = [value, Buffer.from(swapped)].sort(Buffer.compare)[0];
  const head = [" usbc".indexOf(profile), value.length >> 8, value.length];
  const ikm = Buffer.concat([Buffer.from(head), Buffer.from(value, "latin1")]);
  const salt = key.length ? Buffer.concat([Buffer.from("hwident/1\0"), Buffer.from(key)]) : "hwident/1";
  const okm = hmac(hmac(salt, ikm), `app\0${app}\0${profile}\x01`).subarray(0, 20);
  const bits = [...okm].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const digits = bits.match(/.{5}/g).map((five) => ALPHABET[parseInt(five, 2)]).join("");
  return `hw1${profile}-${digits}${check(digits)}`;
}

// The proper spelling of a code as typed, or an Error: label, length, character or check.
function read(text) {
  if (!/^[Hh][Ww]1[USBCusbc]/.test(text)) throw Error("label");
  const digits = text.slice(4).replace(/[- ]/g, "").replace(/[Oo]/g, 0).replace(/[IiLl]/g, 1);
  if (/[^0-9A-Za-z]|[Uu]/.test(digits)) throw Error("character");
  if (digits.length !== 33) throw Error("length");
  if (check(digits.toLowerCase().slice(0, 32)) !== digits.toLowerCase()[32]) throw Error("check");
  return `${text.slice(0, 4)}-${digits}`.toLowerCase();
}

module.exports = { derive, read };
