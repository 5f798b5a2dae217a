import type { Org } from "../domain/park/org.ts";
import { type KnownNames, withNamesOf } from "../domain/park/park.ts";
import type { Db } from "../store/client.ts";
import { mergeSetting } from "../store/settings.ts";

const NAMES = "known-names";

/** Keeps the names of an org file that comes into force, or goes out of it, beside all that were known before. */
export async function rememberNames(db: Db, org: Org): Promise<KnownNames> {
  const value = await mergeSetting(db, NAMES, (kept) =>
    Object.fromEntries(withNamesOf(org, new Map(Object.entries(readKnown(kept))))),
  );
  return new Map(Object.entries(readKnown(value)));
}

type Kept = Record<string, { readonly company: readonly string[]; readonly people: readonly string[] }>;

/** This program alone writes it. */
function readKnown(value: unknown): Kept {
  return typeof value === "object" && value !== null ? (value as Kept) : {};
}
