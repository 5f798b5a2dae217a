import { readFile, stat } from "node:fs/promises";
import { counted } from "../../messages/english/doctor.ts";
import { describeOrgErrors, readOrgText } from "../../org/choose.ts";
import { type FileProblem, MOST_BYTES } from "../../org/list/archive.ts";
import { importList } from "../../org/list/import-list.ts";
import { templateList } from "../../org/list/template.ts";
import { MOST_ROWS } from "../../org/list/workbook.ts";
import { loadOrg } from "../../org/load.ts";
import { ChaxuError } from "../../shared/errors.ts";
import { groupWarnings } from "../examine/org-file.ts";
import { orgNames, type Terminal } from "../terminal.ts";
import { codeOf, isThere, writeWhole } from "./write-whole.ts";

/** `npm run org -- template FILE.xlsx` and `npm run org -- import FILE.xlsx`: the park as an Excel list. */

const DEFAULT_FILE = "org.yaml";

/** Writes the empty list. */
export async function template({ say, complain }: Terminal, path: string, force: boolean): Promise<number> {
  if (!path.toLowerCase().endsWith(".xlsx")) {
    complain(`${path}: the list is an Excel file; give it a name that ends in .xlsx`);
    return 1;
  }
  if (!force && (await isThere(path))) {
    complain(`${path} is there already and is left as it is: take another name, or add --force to begin it anew`);
    return 1;
  }
  await writeWhole(path, await templateList());
  say(`${path} is the empty list. Fill it in, then: npm run org -- import ${path}`);
  return 0;
}

/** Reads a list into an org file. Writes nothing unless all of it is right. */
export async function importFile(terminal: Terminal, path: string, into: string | undefined): Promise<number> {
  const { say, complain, env } = terminal;
  const aim = into ?? DEFAULT_FILE;
  const exists = await isThere(aim);
  if (exists && into === undefined) {
    complain(`${aim} is there already: add --into ${aim} to put the list into it, or --into with another name`);
    return 1;
  }
  const names = orgNames(env);
  const before = exists ? await readBefore(aim, names) : null;
  if (before !== null && "errors" in before) {
    complain(`${aim} has ${counted(before.errors.length, "error")}; mend it before a list goes into it:`);
    complain(describeOrgErrors(before.errors));
    return 1;
  }
  const bytes = await readList(path);
  const imported = "kind" in bytes ? { problem: bytes } : await importList(bytes, before, names);
  if ("problem" in imported) {
    complain(`${path} ${PROBLEMS[imported.problem.kind](imported.problem)}`);
    return 1;
  }
  if ("mistakes" in imported) {
    for (const line of atMost(imported.mistakes)) complain(line);
    return 1;
  }
  for (const note of atMost(imported.notes)) say(note);
  for (const { text } of groupWarnings(imported.warnings)) say(`Note: ${text}`);
  if (before !== null && imported.changes.length === 0) {
    say(`${aim} has all of it already; nothing changed.`);
    return 0;
  }
  await writeWhole(aim, imported.text);
  say(`${aim} is written:`);
  for (const change of atMost(imported.changes)) say(`  ${change}`);
  say(`Next: npm run org -- apply ${aim}, or set ORG_FILE=${aim}`);
  return 0;
}

async function readBefore(path: string, names: Terminal["env"]) {
  const text = await readOrgText(path);
  const loaded = loadOrg(text, names);
  return "errors" in loaded ? loaded : { text, org: loaded.org };
}

/** The bytes of a list; what is far too large is not read. Throws a ChaxuError when it cannot be. */
async function readList(path: string): Promise<Buffer | FileProblem> {
  try {
    const { size } = await stat(path);
    return size > MOST_BYTES ? { kind: "too-large" } : await readFile(path);
  } catch (error) {
    throw new ChaxuError("list", `The list ${path} cannot be read (${codeOf(error)}).`, { cause: error });
  }
}

const SAVE_AS = "open it in Excel or WPS and save it as .xlsx";

const PROBLEMS: Readonly<Record<FileProblem["kind"], (problem: FileProblem) => string>> = {
  "too-large": () => `is larger than ${MOST_BYTES / 1024 / 1024} MB: a list of people and companies is not`,
  inflated: () => "unpacks to far more than a list of people and companies has: copy its cells into a new file",
  "too-many-rows": (problem) =>
    `has more than ${MOST_ROWS} rows in ${"sheet" in problem ? problem.sheet : "a sheet"}: delete those that are no entries, empty ones with a format too`,
  "old-excel": () => `is of an old Excel or WPS format, whatever its name: ${SAVE_AS}`,
  password: () => "is protected with a password: save it without one",
  "no-excel": () => `is no .xlsx file, whatever its name: ${SAVE_AS}`,
  damaged: () => `is damaged, or not written by Excel: ${SAVE_AS}`,
};

const MOST_LINES = 200;

function atMost(lines: readonly string[]): readonly string[] {
  if (lines.length <= MOST_LINES) return lines;
  return [...lines.slice(0, MOST_LINES), `… and ${lines.length - MOST_LINES} more`];
}
