import { join } from "node:path";
import { isSimulated } from "../../app.ts";
import type { Config } from "../../config.ts";
import type { OperatorWords } from "../../messages/operator-words.ts";
import { storedOrg } from "../../org/apply.ts";
import { ChaxuError, messageOf } from "../../shared/errors.ts";
import type { Db } from "../../store/client.ts";
import { type DatabaseFacts, databaseFacts, lookInto } from "../../store/inspect.ts";
import { codesInUse } from "../../store/org-use.ts";
import { type Origin, originOf } from "../../store/origin.ts";
import { readRecognised } from "../../store/recognised.ts";
import { MIGRATIONS } from "../terminal.ts";
import { about, type Finding } from "./finding.ts";
import type { Stored } from "./org-file.ts";

const { ok, note, fail } = about("database");

/** Whose database is looked for. */
const wantedBy = (config: Config): Origin => (isSimulated(config) ? "simulation" : "park");

const UNKNOWN: Stored = { applied: null, used: null };
const NOTHING: Stored = { applied: { text: null, file: null }, used: null };

export interface CheckedDatabase {
  readonly findings: readonly Finding[];
  readonly stored: Stored;
}

/** Looks at the database without changing it. The embedded one is not opened while a process has it. */
export async function checkDatabase(config: Config): Promise<CheckedDatabase> {
  const { databaseUrl, databaseSchema, dataDir } = config;
  const folder = join(dataDir, "db");
  try {
    const look = await lookInto({ databaseUrl, databaseSchema, dataDir }, (db) => read(db, databaseSchema));
    switch (look.kind) {
      case "held":
        return {
          findings: [ok((words) => words.databaseHeld(folder)), FOR_TRIALS],
          stored: UNKNOWN,
        };
      case "absent":
        return {
          findings: [ok((words) => words.databaseToMake(folder)), FOR_TRIALS],
          stored: NOTHING,
        };
      case "opened": {
        const { facts, stored, origin } = look.result;
        const own = databaseUrl === undefined ? [FOR_TRIALS] : replicas();
        const place = databaseUrl === undefined ? folder : undefined;
        // What its issues refer to says nothing of this park.
        if (origin !== null && origin !== wantedBy(config)) {
          return { findings: [fail(ofAnother(facts, place, origin)), ...own], stored: NOTHING };
        }
        return { findings: [...judge(facts, place), ...own], stored };
      }
    }
  } catch (error) {
    const code = error instanceof ChaxuError ? error.code : "";
    return { findings: [fail((words) => words.databaseFault(code, messageOf(error)))], stored: UNKNOWN };
  }
}

const FOR_TRIALS = note((words) => words.databaseForTrials());

function ofAnother({ version }: DatabaseFacts, folder: string | undefined, origin: Origin) {
  return (words: OperatorWords) => words.databaseOfAnother(words.databaseName(version, folder), origin);
}

async function read(
  db: Db,
  databaseSchema: string | undefined,
): Promise<{ facts: DatabaseFacts; stored: Stored; origin: Origin | null }> {
  const facts = await databaseFacts(db, { migrationsFolder: MIGRATIONS, databaseSchema });
  if (facts.applied === 0) return { facts, stored: NOTHING, origin: null };
  const origin = await originOf(db);
  const applied = await storedOrg(db);
  // Columns and tables that a later migration brings may be asked for.
  if (facts.applied !== facts.known) return { facts, stored: { applied, used: null }, origin };
  return { facts, stored: { applied, used: await codesInUse(db), recognised: await readRecognised(db) }, origin };
}

function judge(facts: DatabaseFacts, folder: string | undefined): readonly Finding[] {
  const { applied, known, encoding, version } = facts;
  const named = (sentence: (words: OperatorWords, name: string) => string) => (words: OperatorWords) =>
    sentence(words, words.databaseName(version, folder));
  const failures = [
    ...(encoding === "UTF8" ? [] : [named((words, name) => words.databaseEncoding(name, encoding))]),
    ...(facts.isNewer ? [named((words, name) => words.databaseNewer(name))] : []),
    ...(mayMigrate(facts) ? [] : [named((words, name) => words.databaseGrant(name))]),
  ];
  if (failures.length > 0) return failures.map(fail);
  if (applied === known) return [ok(named((words, name) => words.databaseWhole(name, known)))];
  if (applied === 0) return [ok(named((words, name) => words.databaseEmpty(name)))];
  return [ok(named((words, name) => words.databaseOlder(name, applied, known)))];
}

function mayMigrate({ mayStart, mayCreateTables, applied, known }: DatabaseFacts): boolean {
  return mayStart && (applied === known || mayCreateTables);
}

function replicas(): readonly Finding[] {
  return [note((words) => words.replicas)];
}
