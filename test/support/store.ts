import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import journal from "../../drizzle/meta/_journal.json" with { type: "json" };
import { type Issue, UNTOUCHED } from "../../src/domain/issue/issue.ts";
import { type Database, openDatabase } from "../../src/store/client.ts";
import type { NewEvent } from "../../src/store/events.ts";
import type { QueuedNotice } from "../../src/store/notices.ts";
import { keepSearchIndex } from "../../src/store/search-index.ts";
import { ROOT } from "./build.ts";
import type { TestDatabase } from "./databases.ts";

export const MIGRATIONS = join(ROOT, "drizzle");

/** Opens a test's database as the program does. */
export function openStore({ databaseUrl, dataDir }: Pick<TestDatabase, "databaseUrl" | "dataDir">): Promise<Database> {
  return openDatabase({ databaseUrl, dataDir, migrationsFolder: MIGRATIONS, prepare: keepSearchIndex });
}

/** Opens it as an earlier version did, whose migrations ended before this one. */
export async function openOlder(
  { databaseUrl, dataDir }: Pick<TestDatabase, "databaseUrl" | "dataDir">,
  before: string,
): Promise<Database> {
  const folder = await mkdtemp(join(tmpdir(), "chaxu-older-"));
  try {
    await cp(MIGRATIONS, folder, { recursive: true });
    const older = { ...journal, entries: journal.entries.filter(({ tag }) => tag < before) };
    await writeFile(join(folder, "meta", "_journal.json"), JSON.stringify(older));
    return await openDatabase({ databaseUrl, dataDir, migrationsFolder: folder });
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Runs a statement by a connection of its own. */
export async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client(url);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** An issue as it is filed: dispatched to the power company on a Monday morning. */
export function newIssue(patch: Partial<Omit<Issue, "id">> = {}): Omit<Issue, "id"> {
  return {
    version: 1,
    state: "dispatched",
    title: "三车间停电",
    text: "三车间停电两次",
    pictures: 0,
    category: "power",
    urgency: "normal",
    confidential: false,
    enterprise: "zhongsu",
    reporter: { name: "周长友", platform: "wecom", userId: "zhouchangyou", verified: true },
    publicIn: "qiye",
    department: "power",
    ...UNTOUCHED,
    suggestions: [],
    reason: null,
    submittedAt: new Date("2026-11-16T01:00:00Z"),
    dispatchDue: new Date("2026-11-16T05:00:00Z"),
    ...patch,
  };
}

export function newEvent(issueId: number, version: number, patch: Partial<NewEvent> = {}): NewEvent {
  return {
    issueId,
    version,
    action: "note",
    fromState: "dispatched",
    toState: "dispatched",
    actor: { name: "王建国", kind: "person", role: "head" },
    platform: "dingtalk",
    messageId: `message-${issueId}-${version}`,
    at: new Date("2026-11-16T01:02:03.456Z"),
    data: { text: '引号"、换行\n和 😀', n: 1.5, list: ["b", "a"], nested: { z: null, a: true } },
    ...patch,
  };
}

export function newNotice(lane: string, patch: Partial<QueuedNotice> = {}): QueuedNotice {
  const at = patch.createdAt ?? new Date("2026-11-16T01:00:00Z");
  return {
    target: { kind: "chat", code: lane },
    audience: { kind: "supervision" },
    body: { kind: "reply", card: { blocks: [] } },
    issueId: null,
    mention: [],
    express: false,
    lane,
    platform: "wecom",
    createdAt: at,
    readyAt: at,
    ...patch,
  };
}
