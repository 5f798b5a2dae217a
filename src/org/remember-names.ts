import { type KnownNames, withNamesOf } from "../domain/known-names.ts";
import type { Org } from "../domain/org.ts";
import type { Db } from "../store/client.ts";
import { readSetting, writeSetting } from "../store/settings.ts";

const NAMES = "known-names";

/** Keeps the names of an org file that comes into force beside all that were known before. */
export async function rememberNames(db: Db, org: Org): Promise<KnownNames> {
  const before = new Map(Object.entries(readKnown(await readSetting(db, NAMES))));
  const all = withNamesOf(org, before);
  const value = Object.fromEntries(all);
  if (JSON.stringify(value) !== JSON.stringify(Object.fromEntries(before))) await writeSetting(db, NAMES, value);
  return all;
}

type Kept = Record<string, { readonly company: readonly string[]; readonly people: readonly string[] }>;

/** This program alone writes it. */
function readKnown(value: unknown): Kept {
  return typeof value === "object" && value !== null ? (value as Kept) : {};
}
