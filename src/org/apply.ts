import type { Org } from "../domain/org.ts";
import type { Db } from "../store/client.ts";
import { type CodesInUse, codesInUse } from "../store/org-use.ts";
import { readSetting, writeSetting } from "../store/settings.ts";
import { describeChanges } from "./changes.ts";
import type { OrgError } from "./document.ts";
import { type LoadedOrg, loadOrg } from "./load.ts";

/** The org file in force is kept in the database as it was written: `${NAME}` is replaced anew at each load. */

const ORG_TEXT = "org-file";

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
  const missing = missingCodes(await codesInUse(db), loaded.org);
  if (missing.length > 0) return { errors: missing };
  const before = await storedOrgText(db);
  const changes = describeChanges(before === null ? null : orgOf(loadOrg(before, env)), loaded.org);
  if (before !== text) await writeSetting(db, ORG_TEXT, text);
  return { org: loaded.org, changes, warnings: loaded.warnings };
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
      .filter((code) => !known.has(code))
      .map((code) => ({
        path,
        line: 1,
        message: `"${code}" is used by open issues: keep it in the file until they are closed or transferred.`,
      }));
  });
}
