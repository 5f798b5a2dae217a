import { closeSync, fsyncSync, openSync, readFileSync, realpathSync, renameSync, rmSync, writeSync } from "node:fs";
import { parse } from "dotenv";
import { ChaxuError } from "../../shared/errors.ts";

/** Changes a `.env` file and nothing else in it: every line and comment stays, but those of the names that are set. */

/** The text of the file; empty where there is none. Throws a ChaxuError when it is there and cannot be read. */
export function readEnvText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const code = codeOf(error);
    if (code === "ENOENT") return "";
    throw new ChaxuError("env-file", `${path} cannot be read (${code}): make it a readable file, or remove it.`);
  }
}

/** What the file sets. */
export function valuesIn(text: string): Readonly<Record<string, string>> {
  return parse(text);
}

export interface EnvChange {
  /** Names and their new values. */
  readonly set: Readonly<Record<string, string>>;
  /** Names whose lines become comments. */
  readonly drop: readonly string[];
}

/** The text with the change. What has its value already stays as it is written. Throws a ChaxuError for a value that no quote can hold. */
export function changed(text: string, { set, drop }: EnvChange): string {
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  let entries = entriesOf(text);
  for (const name of drop) entries = entries.map((one) => (one.name === name ? commented(one) : one));
  const present = valuesIn(text);
  for (const [name, value] of Object.entries(set)) {
    if (present[name] === value && !drop.includes(name)) continue;
    entries = withValue(entries, `${name}=${quoted(name, value)}`, { name, lineEnd });
  }
  return entries.map((one) => one.text).join("");
}

/** Some lines: those that set a name, those that could (`#NAME=…`), or any other. Line ends are part of it. */
interface Entry {
  readonly text: string;
  readonly name?: string;
  readonly offered?: string;
}

const SETS = /^\uFEFF?\s*(?:export\s+)?([\w.-]+)\s*(?:=|:\s)/;
const OFFERS = /^\s*#+\s*([A-Z][A-Z0-9_]*)=/;

function entriesOf(text: string): readonly Entry[] {
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const entries: Entry[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? "";
    const [, name] = SETS.exec(line) ?? [];
    const [, offered] = OFFERS.exec(line) ?? [];
    if (name === undefined) {
      entries.push(offered === undefined ? { text: line } : { text: line, offered });
      continue;
    }
    const count = linesOfValue(lines, index);
    entries.push({ text: lines.slice(index, index + count).join(""), name });
    index += count - 1;
  }
  return entries;
}

/** A value in quotes may go over several lines, which are no settings, whatever they look like. */
function linesOfValue(lines: readonly string[], first: number): number {
  const value = (lines[first] ?? "").replace(SETS, "").trimStart();
  const quote = value[0];
  if (quote !== '"' && quote !== "'" && quote !== "`") return 1;
  if (value.slice(1).includes(quote)) return 1;
  const rest = lines.slice(first + 1).findIndex((line) => line.includes(quote));
  return rest < 0 ? 1 : rest + 2;
}

function commented(entry: Entry): Entry {
  const bom = entry.text.startsWith("\uFEFF") ? "\uFEFF" : "";
  return { text: bom + entry.text.slice(bom.length).replace(/^(?=[^\n])/gm, "#") };
}

/** In the place of the line that counts, which is the last that sets it; else of the first that offers it; else at the end. */
function withValue(
  entries: readonly Entry[],
  setting: string,
  { name, lineEnd }: { readonly name: string; readonly lineEnd: string },
): readonly Entry[] {
  const present = entries.findLastIndex((one) => one.name === name);
  const place = present >= 0 ? present : entries.findIndex((one) => one.offered === name);
  const found = entries[place];
  if (found === undefined) return [...endedWith(entries, lineEnd), { text: setting + lineEnd, name }];
  const start = /^\uFEFF?\s*(?:export\s+)?/.exec(found.name === undefined ? "" : found.text)?.[0] ?? "";
  const end = /\r?\n$/.exec(found.text)?.[0] ?? "";
  const remark = found.name === undefined ? "" : remarkOf(found.text.slice(0, found.text.length - end.length));
  return entries.with(place, { text: start + setting + remark + end, name });
}

/** The comment behind a value, with the spaces before it. */
function remarkOf(text: string): string {
  const value = text.replace(SETS, "").trimStart();
  const quote = /^["'`]/.exec(value)?.[0];
  const behind = quote === undefined ? value : value.slice(value.indexOf(quote, 1) + 1);
  return /\s*#.*$/.exec(behind)?.[0] ?? "";
}

function endedWith(entries: readonly Entry[], lineEnd: string): readonly Entry[] {
  const last = entries.at(-1);
  if (last === undefined || last.text.endsWith("\n")) return entries;
  return [...entries.slice(0, -1), { ...last, text: last.text + lineEnd }];
}

/** As it is where it can be read so, else in the quotes that it does not hold. */
function quoted(name: string, value: string): string {
  if (/^[^\s'"`#\\$]+$/.test(value)) return value;
  const quote = ["'", "`"].find((one) => !value.includes(one));
  if (quote === undefined || /[\r\n]/.test(value)) {
    throw new ChaxuError("env-value", `The value of ${name} cannot be written to .env: it holds every kind of quote.`);
  }
  return quote + value + quote;
}

/** Writes it in one step, for its owner alone. A link stays one. Throws what the system says. */
export function writeEnvText(path: string, text: string): void {
  const place = realPlace(path);
  const draft = `${place}.${process.pid}.new`;
  try {
    const file = openSync(draft, "wx", 0o600);
    try {
      writeSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, place);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

function realPlace(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
}
