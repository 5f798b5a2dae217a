import type { Org } from "../domain/park/org.ts";
import { type KnownNames, withNamesOf } from "../domain/park/park.ts";
import { unlistedName } from "../domain/park/unlisted.ts";
import type { Db } from "../store/client.ts";
import { type CodesInUse, codesInUse, type UseName } from "../store/org-use.ts";
import { mergeSetting, readSetting, writeSetting } from "../store/settings.ts";
import { describeChanges } from "./changes.ts";
import type { OrgError } from "./document.ts";
import { type LoadedOrg, loadOrg } from "./load.ts";
import { DUTY, NOTE } from "./zh-cn-commands.ts";

/** The org file in force is kept in the database as it was written: `${NAME}` is replaced anew at each load. */

const ORG_TEXT = "org-file";
const NAMES = "known-names";

type Env = Readonly<Record<string, string | undefined>>;

export type Applied =
  | { readonly org: Org; readonly changes: readonly string[]; readonly warnings: readonly string[] }
  | { readonly errors: readonly OrgError[] };

/** The text of the org file in force, or null when none was applied. */
export async function storedOrgText(db: Db): Promise<string | null> {
  const stored = await readSetting(db, ORG_TEXT);
  return typeof stored === "string" ? stored : null;
}

/** Puts an org file in force. Doing it twice changes nothing; an error changes nothing either. */
export async function applyOrg(db: Db, text: string, env: Env): Promise<Applied> {
  const loaded = loadOrg(text, env);
  if ("errors" in loaded) return loaded;
  const used = await codesInUse(db);
  const missing = missingCodes(used, loaded.org);
  if (missing.length > 0) return { errors: missing };
  const before = await storedOrgText(db);
  const old = before === null ? null : orgOf(loadOrg(before, env));
  const changes = describeChanges(old, loaded.org);
  if (before !== text) {
    // What was hidden stays hidden: the names that go are kept with the file that takes them away.
    await db.transaction(async (tx) => {
      if (old !== null) await rememberNames(tx, old);
      await rememberNames(tx, loaded.org);
      await writeSetting(tx, ORG_TEXT, text);
    });
  }
  return { org: loaded.org, changes, warnings: [...loaded.warnings, ...dutyWarnings(used, loaded.org)] };
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
