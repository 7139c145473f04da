// hwident from Node.js: runs the tool that this package brings and returns the object that it prints.
// SPDX-License-Identifier: MIT
"use strict";

const { execFileSync } = require("child_process");
const path = require("path");

const TOOL = path.join(__dirname, "hwident");
const MAX_OUTPUT = 256 * 1024 * 1024; // bytes: an inventory of the largest table that the tool reads

// The options of all functions: those of the tool, under the same names.
const OPTIONS = {
  tables: "--tables",
  from: "--from",
  kernelOnly: "--kernel-only",
  trusted: "--trusted",
  assumeVersion: "--assume-version",
  ignoreProductUuid: "--ignore-product-uuid",
  rules: "--rules",
  uuidOrder: "--uuid-order",
  app: "--app",
  profile: "--profile",
  components: "--components",
  strict: "--strict",
  need: "--need",
  types: "--type",
  handle: "--handle",
  raw: "--dump",
  redact: "--redact",
};

class HwidentError extends Error {
  constructor(error, answer) {
    super(error.message);
    this.name = "HwidentError";
    this.code = error.code;
    this.tag = error.tag;
    this.remedy = error.remedy;
    this.answer = answer;
  }
}

function unknownOption(name) {
  return new TypeError(`hwident: no option '${name}'; there are ${Object.keys(OPTIONS).join(", ")}`);
}

// The options as the tool's arguments, without the key: everybody can see a process's arguments.
function words({ key, ...options }) {
  const given = Object.entries(options).filter(([, value]) => value !== undefined && value !== false);
  const made = given.flatMap(([name, value]) => {
    if (!Object.hasOwnProperty.call(OPTIONS, name)) throw unknownOption(name);
    return value === true ? OPTIONS[name] : [].concat(value).map((one) => `${OPTIONS[name]}=${one}`);
  });
  return key === undefined ? made : [...made, "--key-fd=0"];
}

// What the tool says when its call is wrong: "hwident: TAG: message; remedy". It prints no JSON then.
function misuse(failed) {
  const said = /^hwident: ([A-Z]+): (.*?)(?:; (.*))?$/m.exec(failed.stderr);
  if (!said) return failed;
  return new HwidentError({ code: failed.status, tag: said[1], message: said[2],
                            remedy: said[3] || null });
}

function run(command, options = {}, operands = []) {
  const all = [command, "--json", ...words(options), "--", ...operands];
  const how = { input: options.key || "", encoding: "utf8", maxBuffer: MAX_OUTPUT, stdio: "pipe" };
  let text;
  try {
    text = execFileSync(TOOL, all, how);
  } catch (failed) {
    if (!failed.stdout) throw misuse(failed);
    text = failed.stdout;
  }
  const answer = JSON.parse(text);
  if (answer.error) throw new HwidentError(answer.error, answer);
  return answer;
}

const summary = (options) => run("summary", options);
const get = (keys, options) => run("get", options, [].concat(keys));
const code = (app, options) => run("code", { ...options, app });
const show = (options) => run("show", options);
const explain = (options) => run("explain", options);

// That the values name a different machine is an answer, not a failure.
function match(values, app, options) {
  try {
    return run("match", { ...options, app }, [].concat(values));
  } catch (failed) {
    if (failed.tag === "DIFFERENT") return failed.answer;
    throw failed;
  }
}

module.exports = { HwidentError, summary, get, code, show, match, explain };
