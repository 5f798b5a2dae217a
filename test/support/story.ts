import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, onTestFinished } from "vitest";
import { copyOf, freshDatabase, type TestDatabase } from "./databases.ts";
import { type Park, startPark } from "./park.ts";
import { onServer } from "./store.ts";

type Env = Readonly<Record<string, string>>;

/** A park of a test's own on a fresh PostgreSQL, taken away when the test ends. `at`: where its clock stands first. */
export async function openPark(at: string, env: Env = {}): Promise<Park> {
  return openOn(await freshDatabase("postgresql"), at, env);
}

/** As `openPark`, of a program with these features, or platforms. */
export async function openParkWith(parts: Parameters<typeof startPark>[3], at: string): Promise<Park> {
  return openOn(await freshDatabase("postgresql"), at, {}, parts);
}

/** As `openPark`, without what is posted every day and every Monday: for a story of many weeks that is not about it. */
export async function openQuietPark(at: string, env: Env = {}): Promise<Park> {
  const database = await freshDatabase("postgresql");
  return openOn(database, at, { ORG_FILE: await writeQuietOrg(database), ...env });
}

/**
 * What all tests of a file begin with, in a park as of `openQuietPark`. It is told once; each test goes on from a copy of
 * the database and of the simulated chats, where the clock stood at its end.
 */
export function quietBeginning(at: string, env: Env, tell: (park: Park) => Promise<void>): () => Promise<Park> {
  let told: Promise<{ database: TestDatabase; file: string; end: Date }> | undefined;
  const once = async () => {
    const database = await freshDatabase("postgresql");
    const file = await writeQuietOrg(database);
    const park = await startPark(database, at, { ORG_FILE: file, ...env });
    await tell(park);
    const end = park.app.clock.now();
    await park.close();
    return { database, file, end };
  };
  afterAll(async () => (await told)?.database.drop());
  return async () => {
    told ??= once();
    const { database, file, end } = await told;
    const copy = await copyOf(database);
    const offset = end.getTime() - Date.now();
    await onServer(copy.databaseUrl ?? "", `update settings set value = '${offset}' where name = 'clock-offset'`);
    return openOn(copy, undefined, { ORG_FILE: file, ...env });
  };
}

async function openOn(
  database: TestDatabase,
  at: string | undefined,
  env: Env,
  parts?: Parameters<typeof startPark>[3],
): Promise<Park> {
  onTestFinished(() => database.drop());
  const park = await startPark(database, at, env, parts);
  onTestFinished(() => park.close());
  return park;
}

/**
 * A park whose org file changes while it lives: `change` edits the sample park's file, and the park starts again with it on the
 * same ledger.
 */
export async function openChangingPark(at: string, first: (org: string) => string = (org) => org) {
  const database = await freshDatabase("postgresql");
  onTestFinished(() => database.drop());
  const file = join(database.dataDir, "org.yaml");
  let org = first(await sampleOrg());
  await writeFile(file, org);
  let park = await startPark(database, at, { ORG_FILE: file });
  onTestFinished(() => park.close());
  const change = async (edit: (org: string) => string): Promise<Park> => {
    const edited = edit(org);
    if (edited === org) throw new Error("the org file is as it was");
    org = edited;
    await writeFile(file, org);
    await park.close();
    park = await startPark(database, undefined, { ORG_FILE: file });
    return park;
  };
  return { park, change };
}

function sampleOrg(): Promise<string> {
  return readFile(new URL("../../src/org/sample-park.yaml", import.meta.url), "utf8");
}

async function writeQuietOrg({ dataDir }: TestDatabase): Promise<string> {
  const file = join(dataDir, "org.yaml");
  const sample = await sampleOrg();
  await writeFile(
    file,
    sample.replaceAll(
      /^ {2}- \{.* kind: (?:department-daily|supervision-weekly|supervision-monthly|coordinator-daily|common-weekly),.*\n/gm,
      "",
    ),
  );
  return file;
}

/** The first line of each message, without its heading's marks: what a group was told, in order. */
export function headlines(messages: readonly string[]): readonly string[] {
  return messages.map((text) => (text.split("\n")[0] ?? "").replace(/^#+ /, ""));
}

/** What is posted by the day or the week, whatever happens to an issue. */
const DIGEST = /^(?:### )?(?:今日待办|督办周报|营商办每日提示)/u;

/** Without the digests of the departments, the leaders and the coordinator: a story of one issue. */
export function withoutDigests(messages: readonly string[]): readonly string[] {
  return messages.filter((text) => !DIGEST.test(text));
}
