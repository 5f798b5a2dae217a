import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Org } from "../domain/park/org.ts";
import { ChaxuError } from "../shared/errors.ts";
import type { Db } from "../store/client.ts";
import { applyOrg, storedOrgText } from "./apply.ts";
import type { OrgError } from "./document.ts";
import { loadOrg } from "./load.ts";

/**
 * Which org file is in force at a start: ORG_FILE, else the one that was applied last, else the sample park. What was changed on the
 * board stands above a file: one that would undo it is not put in force, and that is said.
 */

const SAMPLE = fileURLToPath(new URL("sample-park.yaml", import.meta.url));

type Env = Readonly<Record<string, string | undefined>>;

export interface ChosenOrg {
  readonly org: Org;
  readonly warnings: readonly string[];
  /** The text that the database holds as being in force. */
  readonly storedText: string | null;
}

/** The file that ORG_FILE names. */
export interface GivenFile {
  readonly path: string;
  readonly text: string;
}

export async function chooseOrg(db: Db, given: GivenFile | null, env: Env, at: Date): Promise<ChosenOrg> {
  const doing = { by: null, place: "start", at } as const;
  const applied = given === null ? null : await applyOrg(db, { text: given.text, env, doing, takesFile: false });
  if (given !== null && applied !== null) {
    if ("errors" in applied) throw orgError(given.path, applied.errors);
    if ("org" in applied) return { org: applied.org, warnings: applied.warnings, storedText: given.text };
  }
  const storedText = await storedOrgText(db);
  const loaded = loadOrg(storedText ?? (await readSampleText()), env);
  if ("errors" in loaded) throw orgError(storedText === null ? SAMPLE : "the applied org file", loaded.errors);
  const kept = given === null ? [] : [aboveFile(given.path)];
  return { org: loaded.org, warnings: [...kept, ...loaded.warnings], storedText };
}

function aboveFile(path: string): string {
  return `What was changed on the board stays in force; ${path} does not have it. The page /admin has the file as it is in force; npm run org -- apply ${path} says what differs.`;
}

/** Throws a ChaxuError with every mistake of this text: before a database is asked for anything. */
export function assertOrg(path: string, text: string, env: Env): void {
  const loaded = loadOrg(text, env);
  if ("errors" in loaded) throw orgError(path, loaded.errors);
}

/** The text of an org file. Throws a ChaxuError when it cannot be read. */
export async function readOrgText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
    throw new ChaxuError("org-file", `The org file ${path} cannot be read (${code}).`, { cause: error });
  }
}

/** The text of the sample park, which is in force while nothing else is. */
export function readSampleText(): Promise<string> {
  return readFile(SAMPLE, "utf8");
}

/** Every error with its line, for a person at a terminal. */
function describeOrgErrors(errors: readonly OrgError[]): string {
  return errors.map(({ line, path, message }) => `  line ${line}, ${path}: ${message}`).join("\n");
}

function orgError(path: string, errors: readonly OrgError[]): ChaxuError {
  const count = errors.length === 1 ? "an error" : `${errors.length} errors`;
  return new ChaxuError("org-file", `${path} has ${count}:\n${describeOrgErrors(errors)}`);
}
