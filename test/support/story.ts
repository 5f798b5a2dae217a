import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { freshDatabase } from "./databases.ts";
import { type Park, startPark } from "./park.ts";

/** A park of a test's own on a fresh PostgreSQL, taken away when the test ends. `at`: where its clock stands first. */
export async function openPark(at: string, env: Record<string, string> = {}): Promise<Park> {
  const database = await freshDatabase("postgresql");
  onTestFinished(() => database.drop());
  const park = await startPark(database, at, env);
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

/** As `openPark`, without what is posted every day and every Monday: for a story of many weeks that is not about it. */
export async function openQuietPark(at: string, env: Record<string, string> = {}): Promise<Park> {
  const folder = await mkdtemp(join(tmpdir(), "chaxu-org-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, "org.yaml");
  const sample = await sampleOrg();
  await writeFile(
    file,
    sample.replaceAll(/^ {2}- \{.* kind: (?:department-daily|supervision-weekly|coordinator-daily),.*\n/gm, ""),
  );
  return openPark(at, { ORG_FILE: file, ...env });
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
