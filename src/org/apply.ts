import type { Org } from "../domain/park/org.ts";
import { type KnownNames, withNamesOf } from "../domain/park/park.ts";
import { unlistedName } from "../domain/park/unlisted.ts";
import type { Db } from "../store/client.ts";
import { appendOrgChange, lockOrg, type NewOrgChange, ORG_TEXT, textDigest } from "../store/org-changes.ts";
import { type CodesInUse, codesInUse, type UseName } from "../store/org-use.ts";
import { dropSetting, keepSetting, mergeSetting, readSetting, writeSetting } from "../store/settings.ts";
import { differenceSentence } from "./changes.ts";
import { differencesOf, undoneBy } from "./differences.ts";
import type { OrgError } from "./document.ts";
import { type LoadedOrg, loadOrg } from "./load.ts";
import { recordedChange } from "./recorded.ts";
import { DUTY, NOTE } from "./zh-cn-commands.ts";

/** The org file in force is kept in the database as it was written: `${NAME}` is replaced anew at each load. */

/** The file that was put in force last, while changes made on the board stand above it. */
const FILE_TEXT = "org-file-before-the-board";
const NAMES = "known-names";

type Env = Readonly<Record<string, string | undefined>>;

/** Who changes the org, in which place. */
export type Doing = Pick<NewOrgChange, "by" | "place" | "at">;

export type Applied =
  | { readonly org: Org; readonly changes: readonly string[]; readonly warnings: readonly string[] }
  | { readonly errors: readonly OrgError[] }
  /** What was changed on the board and would be lost, a sentence each. */
  | { readonly undone: readonly string[] };

/** What the database holds as being in force. */
export interface StoredOrg {
  /** Null when none was applied. */
  readonly text: string | null;
  /** The file below what was changed on the board; null: nothing was changed there since a file was put in force. */
  readonly file: string | null;
}

/** The text of the org file in force, or null when none was applied. */
export async function storedOrgText(db: Db): Promise<string | null> {
  return textIn(await readSetting(db, ORG_TEXT));
}

export async function storedOrg(db: Db): Promise<StoredOrg> {
  return { text: await storedOrgText(db), file: textIn(await readSetting(db, FILE_TEXT)) };
}

function textIn(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

/**
 * Whether a file may come into force without a word: null; or it must not, for what was changed on the board would be lost, a sentence
 * each. None: it is the file that those changes were made upon, and does not know of them.
 */
function undoneByFile(given: string, { text, file }: StoredOrg, env: Env): readonly string[] | null {
  if (text === null || file === null || given === text) return null;
  const [base, now, next] = [file, text, given].map((one) => orgOf(loadOrg(one, env)));
  if (base == null || now == null || next == null) return given === file ? [] : null;
  const undone = undoneBy(base, now, next).map(differenceSentence);
  return undone.length === 0 && given !== file ? null : undone;
}

/** Whether a start with this file would go on with what is stored, because the file would undo what was changed on the board. */
export function keepsBoards(given: string, stored: StoredOrg, env: Env): boolean {
  return undoneByFile(given, stored, env) !== null;
}

/**
 * Puts an org file in force. Doing it twice changes nothing; an error changes nothing either, nor does a file that would undo what was
 * changed on the board, unless `takesFile`.
 */
export async function applyOrg(
  db: Db,
  { text, env, doing, takesFile }: { text: string; env: Env; doing: Doing; takesFile: boolean },
): Promise<Applied> {
  const loaded = loadOrg(text, env);
  if ("errors" in loaded) return loaded;
  return db.transaction(async (tx) => {
    await lockOrg(tx);
    const held = heldAgainst(await codesInUse(tx), loaded);
    if ("errors" in held) return held;
    const stored = await storedOrg(tx);
    const undone = takesFile ? null : undoneByFile(text, stored, env);
    if (undone !== null) return { undone };
    const before = stored.text;
    const old = before === null ? null : orgOf(loadOrg(before, env));
    await putInForce(tx, { text, org: loaded.org, before, old, doing });
    await dropSetting(tx, FILE_TEXT);
    const changes = differencesOf(old, loaded.org).map(differenceSentence);
    return { ...held, changes };
  });
}

/** A text that has no mistakes, and what is in force until now. */
interface Coming {
  readonly text: string;
  readonly org: Org;
  readonly before: string | null;
  readonly old: Org | null;
  readonly doing: Doing;
}

/** Writes and records; the caller holds `lockOrg`. */
async function putInForce(tx: Db, { text, org, before, old, doing }: Coming): Promise<void> {
  if (before === text) return;
  // What was hidden stays hidden: the names that go are kept with the file that takes them away.
  if (old !== null) await rememberNames(tx, old);
  await rememberNames(tx, org);
  await writeSetting(tx, ORG_TEXT, text);
  const changes = differencesOf(old, org).map(recordedChange);
  await appendOrgChange(tx, { ...doing, changes, text: textDigest(text) });
}

/** The same for what was changed on the board; the file that was put in force last is kept below it. */
export async function putBoardsInForce(tx: Db, coming: Coming & { readonly before: string }): Promise<void> {
  if (coming.before === coming.text) return;
  await keepSetting(tx, FILE_TEXT, coming.before);
  await putInForce(tx, coming);
}

/** Keeps the names of an org file that comes into force, or goes out of it, beside all that were known before. */
export async function rememberNames(db: Db, org: Org): Promise<KnownNames> {
  const value = await mergeSetting(db, NAMES, (kept) =>
    Object.fromEntries(withNamesOf(org, new Map(Object.entries(readKnown(kept))))),
  );
  return new Map(Object.entries(readKnown(value)));
}

/** Takes a name out of those of companies' people that were known: nothing has to be hidden any more that is nowhere. */
export async function dropName(db: Db, name: string): Promise<void> {
  await mergeSetting(db, NAMES, (kept) => {
    const known = Object.entries(readKnown(kept));
    return Object.fromEntries(
      known.map(([code, one]) => [code, { ...one, people: one.people.filter((person) => person !== name) }]),
    );
  });
}

type Kept = Record<string, { readonly company: readonly string[]; readonly people: readonly string[] }>;

/** This program alone writes it. */
function readKnown(value: unknown): Kept {
  return typeof value === "object" && value !== null ? (value as Kept) : {};
}

function orgOf(loaded: LoadedOrg): Org | null {
  return "org" in loaded ? loaded.org : null;
}

/** What is in the way of a file without mistakes by what is used in the ledger, or what is doubtful of it. `used` null: nobody knows. */
export function heldAgainst(used: CodesInUse | null, loaded: Extract<LoadedOrg, { org: Org }>): LoadedOrg {
  if (used === null) return loaded;
  const { org, warnings } = loaded;
  const errors = missingCodes(used, org);
  return errors.length > 0 ? { errors } : { org, warnings: [...warnings, ...dutyWarnings(used, org)] };
}

/** A unit, company or group that open issues refer to must stay until they are closed or handed on. */
export function missingCodes(used: CodesInUse, org: Org): OrgError[] {
  const lists = [
    { path: "departments", codes: used.departments, have: org.departments },
    { path: "categories", codes: used.categories, have: org.categories },
    { path: "enterprises", codes: used.enterprises, have: org.enterprises },
    { path: "chats", codes: used.chats, have: org.chats },
  ] as const;
  return lists.flatMap(({ path, codes, have }) => {
    const known = new Set(have.map((one) => one.code));
    return [...codes]
      .filter(([code]) => !known.has(code) && unlistedName(code) === undefined)
      .map(([code, uses]) => ({ path, line: 1, message: `"${code}" is used by open issues: ${usesText(uses)}` }));
  });
}

/** What has to be done before a code can go. */
const USES: Readonly<Record<UseName, (numbers: string) => string>> = {
  lead: (numbers) => `it has ${numbers}; keep it in the file until they are closed or transferred`,
  helps: (numbers) =>
    `it helps with ${numbers}; keep it in the file until it has said its part (${NOTE}) or they are closed`,
  suggested: (numbers) => `it is suggested for ${numbers}; dispatch them first`,
  proposed: (numbers) => `it is proposed in a request about ${numbers}; decide the request first`,
  of: (numbers) => `${numbers}; keep it in the file until they are closed`,
};
const MOST_NUMBERS = 5;

function usesText(uses: ReadonlyMap<UseName, readonly number[]>): string {
  const sentences = [...uses].map(([use, ids]) => {
    const shown = ids.slice(0, MOST_NUMBERS).map((id) => `#${id}`);
    const more = ids.length > shown.length ? ` and ${ids.length - shown.length} more` : "";
    return USES[use](`${shown.join(", ")}${more}`);
  });
  return `${sentences.join("; ")}.`;
}

/** Being on duty ends with the unit and holds nothing up; it is only said. */
export function dutyWarnings(used: CodesInUse, org: Org): readonly string[] {
  const known = new Set(org.departments.map((one) => one.code));
  return [...used.onDuty]
    .filter((code) => !known.has(code))
    .map(
      (code) => `departments: "${code}" is no longer in the file; who is on duty there (${DUTY}) is not told any more`,
    );
}
