import { ChaxuError } from "../shared/errors.ts";
import type { Db, OpenOptions } from "./client.ts";
import { claimSetting, readSetting } from "./settings.ts";
import { ledgerIsEmpty } from "./slots.ts";

/** What a database is of: of a park, or of a simulation, whose issues nobody raised and whose digests nobody read. */
export type Origin = "park" | "simulation";

const NAME = "origin";

/** Null: nobody has used it yet, or an earlier version did, which did not say so. */
export async function originOf(db: Db): Promise<Origin | null> {
  const kept = await readSetting(db, NAME);
  return kept === "park" || kept === "simulation" ? kept : null;
}

/**
 * A real park does not go on from a simulation, nor a simulation from a real park: marks a database with its first use, for
 * ever. Throws a ChaxuError that says what to do.
 */
export async function assertOrigin(
  db: Db,
  wanted: Origin,
  { databaseUrl, dataDir }: Pick<OpenOptions, "databaseUrl" | "dataDir">,
): Promise<void> {
  const origin = await claimOrigin(db, wanted);
  if (origin === wanted) return;
  const where = databaseUrl === undefined ? `in DATA_DIR (${dataDir})` : "at DATABASE_URL";
  throw new ChaxuError(
    "database-origin",
    origin === "simulation"
      ? `the database ${where} is the sandbox's: its issues, and digests that count as sent, would be taken for the park's. ` +
          "Name another DATA_DIR or an empty database, or move the old one away; then start again."
      : `the database ${where} is a real park's, and no platform is configured: the sandbox would write into it. ` +
          "Configure a platform (is .env there?), or name another DATA_DIR or database for the sandbox.",
  );
}

/** What an earlier version has filled is no simulation for certain. Returns what it is of. */
async function claimOrigin(db: Db, origin: Origin): Promise<Origin> {
  const kept = await originOf(db);
  if (kept !== null) return kept;
  if (origin === "simulation" && !(await ledgerIsEmpty(db))) return origin;
  await claimSetting(db, NAME, origin);
  return (await originOf(db)) ?? origin;
}
