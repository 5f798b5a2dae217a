import { join } from "node:path";
import type { Config, Environment } from "../../config.ts";
import { storedOrgText } from "../../org/apply.ts";
import { messageOf } from "../../shared/errors.ts";
import type { Db } from "../../store/client.ts";
import { type DatabaseFacts, databaseFacts, lookInto } from "../../store/inspect.ts";
import { codesInUse } from "../../store/org-use.ts";
import { MIGRATIONS } from "../terminal.ts";
import { about, type Finding } from "./finding.ts";
import type { Stored } from "./org-file.ts";

const { ok, note, fail } = about("database");

const UNKNOWN: Stored = { applied: null, used: null };
const NOTHING: Stored = { applied: { text: null }, used: null };

export interface CheckedDatabase {
  readonly findings: readonly Finding[];
  readonly stored: Stored;
}

/** Looks at the database without changing it. The embedded one is not opened while a process has it. */
export async function checkDatabase(config: Config, env: Environment): Promise<CheckedDatabase> {
  const { databaseUrl, dataDir } = config;
  const folder = join(dataDir, "db");
  try {
    const look = await lookInto({ databaseUrl, dataDir }, read);
    switch (look.kind) {
      case "held":
        return {
          findings: [ok(`a running Chaxu has the embedded database in ${folder}, so it is not looked into`)],
          stored: UNKNOWN,
        };
      case "absent":
        return {
          findings: [ok(`the first start makes the embedded database in ${folder}`), FOR_TRIALS],
          stored: NOTHING,
        };
      case "opened": {
        const { facts, stored } = look.result;
        const own = databaseUrl === undefined ? [FOR_TRIALS] : replicas(env);
        return { findings: [...judge(facts, databaseUrl === undefined ? folder : undefined), ...own], stored };
      }
    }
  } catch (error) {
    return { findings: [fail(messageOf(error))], stored: UNKNOWN };
  }
}

const FOR_TRIALS = note(
  "the embedded database is for trials: it may lose data in a power cut. Set DATABASE_URL for real work",
);

async function read(db: Db): Promise<{ facts: DatabaseFacts; stored: Stored }> {
  const facts = await databaseFacts(db, MIGRATIONS);
  if (facts.applied === 0) return { facts, stored: NOTHING };
  const applied = { text: await storedOrgText(db) };
  // Columns that a later migration brings may be asked for.
  return { facts, stored: { applied, used: facts.applied === facts.known ? await codesInUse(db) : null } };
}

function judge(facts: DatabaseFacts, folder: string | undefined): readonly Finding[] {
  const name = folder === undefined ? `PostgreSQL ${facts.version}` : `the embedded database in ${folder}`;
  const { applied, known, encoding } = facts;
  const failures: string[] = [];
  if (encoding !== "UTF8") {
    failures.push(`${name} has the encoding ${encoding}, which holds no Chinese: create it with encoding 'UTF8'`);
  }
  if (facts.isNewer) failures.push(`${name} was migrated by a newer Chaxu: update this program before it is started`);
  if (!facts.mayStart || (applied < known && !facts.mayCreateTables)) {
    const grant = "grant it create on the database and on its schemas public and drizzle, or make it the owner";
    failures.push(`${name} does not let this user migrate, which every start sees to: ${grant}`);
  }
  if (failures.length > 0) return failures.map(fail);
  if (applied === known) return [ok(`${name} is reached, and all ${known} migrations are applied`)];
  if (applied === 0) return [ok(`${name} is reached and empty: the first start makes the tables`)];
  return [ok(`${name} is reached, ${applied} of ${known} migrations are applied: the next start applies the others`)];
}

function replicas(env: Environment): readonly Finding[] {
  const secret = env["SESSION_SECRET"] === undefined ? "need one SESSION_SECRET, which is not set, and" : "need";
  return [note(`several replicas ${secret} a DATA_DIR that they share; a single one needs nothing more`)];
}
