// hwident from Node.js. The objects are those of `hwident COMMAND --json`.
// SPDX-License-Identifier: MIT

/** Thrown where the tool fails: `message` is the cause. */
export class HwidentError extends Error {
  /** The exit code of the tool. */
  code: number;
  /** A word for the cause, "PLACEHOLDER": hwident(1), DIAGNOSTICS. */
  tag: string;
  remedy: string | null;
  /** What the tool could tell nevertheless; not there where the call was wrong. */
  answer?: Answer;
}

export interface Options {
  /** A folder with smbios_entry_point and DMI. */
  tables?: string;
  /** A dump file. */
  from?: string;
  kernelOnly?: boolean;
  trusted?: boolean;
  assumeVersion?: string;
}

export interface GetOptions extends Options {
  uuidOrder?: "spec" | "le" | "be";
  redact?: boolean;
}

export interface ExplainOptions extends Options {
  ignoreProductUuid?: boolean;
  rules?: number;
  redact?: boolean;
}

export interface SummaryOptions extends GetOptions, ExplainOptions {
  app?: string;
}

export interface ShowOptions extends Options {
  /** "memory", "4,16-20", or several of them. */
  types?: string | number | ReadonlyArray<string | number>;
  /** Only the structure with this handle, "0x1100". */
  handle?: string;
  /** The bytes and strings of each structure too. */
  raw?: boolean;
  redact?: boolean;
}

export interface MatchOptions extends Options {
  /** A secret of 1 to 64 bytes. */
  key?: string | Uint8Array;
  ignoreProductUuid?: boolean;
  rules?: number;
  /** Refuse weak components too. */
  strict?: boolean;
  /** How many different components have to match at least. */
  need?: number;
}

export interface CodeOptions extends Omit<MatchOptions, "need"> {
  profile?: Profile;
  /** The codes of all four components. */
  components?: boolean;
}

/** u: system UUID; s, b, c: serial number of the system, base board, chassis. */
export type Profile = "u" | "s" | "b" | "c";

export interface Answer {
  schema: string;
  command: string;
  error: { code: number; tag: string; message: string; remedy: string } | null;
  source: {
    path: string;
    provenance: "file" | "copy" | "kernel";
    smbios_version: string | null;
    version_from: string;
  } | null;
}

export interface Component {
  profile: Profile;
  name: string;
  grade: string;
  rule: string;
  note: string | null;
}

export interface Virtual {
  is_virtual: boolean;
  stated_by_bios: boolean;
  name: string | null;
  evidence: string | null;
}

export interface Code extends Answer {
  app: string;
  with_key: boolean;
  rules: number;
  components: Array<Component & { code: string | null }>;
  virtual_machine: Virtual;
}

export interface Values extends Answer {
  values: { [key: string]: string };
  absent: { [key: string]: string };
}

export interface Match extends Answer {
  values: Array<{ value: string; verdict: string }>;
  rules: number;
  matched: number;
  needed: number;
}

export interface Structure {
  type: number;
  name: string | null;
  handle: string;
  length: number;
  fields: { [key: string]: any };
  absent: { [key: string]: string };
  raw_hex: { [key: string]: string };
  /** With `raw`: all bytes of the formatted area, and the strings. */
  data_hex?: string;
  strings?: string[];
}

export interface Inventory extends Answer {
  structures: Structure[];
}

export interface MemoryDevice {
  name: string;
  device_locator: string | null;
  bank_locator: string | null;
  populated: boolean;
  size_bytes?: number | null;
  [key: string]: any;
}

export interface Summary extends Answer {
  system: { uuid: string | null; [key: string]: any };
  memory: { installed_bytes: number; slots: number; populated: number; devices: MemoryDevice[]; [key: string]: any };
  /** The other parts: hwident-json(7). */
  [key: string]: any;
}

export interface Explanation extends Answer {
  identity: any;
  notes: string[];
  places: Array<{ path: string; tag: string | null; message: string | null; remedy: string | null }>;
}

export function summary(options?: SummaryOptions): Summary;
export function get(keys: string | ReadonlyArray<string>, options?: GetOptions): Values;
export function code(app: string, options?: CodeOptions): Code;
export function show(options?: ShowOptions): Inventory;
export function match(values: string | ReadonlyArray<string>, app?: string, options?: MatchOptions): Match;
export function explain(options?: ExplainOptions): Explanation;
