import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StoredAudience, Target } from "../../src/domain/notice/notice.ts";
import type { Park } from "../../src/domain/park/park.ts";
import { readerOf } from "../../src/outbox/reader-of.ts";
import type { Database } from "../../src/store/client.ts";
import { insertIssue } from "../../src/store/issues.ts";
import { saveContact } from "../../src/store/people.ts";
import { freshDatabase, type TestDatabase } from "../support/databases.ts";
import { ORG, PARK, parkOf } from "../support/domain.ts";
import { newIssue, openStore } from "../support/store.ts";

/** Messages wait over nights and weekends, and the org file changes meanwhile: who reads them is asked when they go. */

const body = { kind: "reminders", items: [] } as const;
const to = (userId: string, platform: "wecom" | "dingtalk" = "wecom"): Target => ({
  kind: "person",
  platform,
  userId,
  name: "某",
});
const group = (code: string): Target => ({ kind: "chat", code });

let files: TestDatabase;
let database: Database;
let issueId = 0;
beforeAll(async () => {
  files = await freshDatabase("postgresql");
  database = await openStore(files);
  issueId = (await insertIssue(database.db, newIssue())).id;
  const guest = {
    platform: "dingtalk",
    userId: "0399001",
    name: "小何",
    verified: false,
    waiting: null,
    choices: [],
  } as const;
  await saveContact(database.db, { ...guest, enterprise: "zhongsu" });
  await saveContact(database.db, { ...guest, userId: "0399002", enterprise: "xiangjing" });
});
afterAll(async () => {
  await database.close();
  await files.drop();
});

const reads = async (target: Target, audience: StoredAudience, park: Park = PARK) =>
  (await readerOf(database.db, park, { target, audience, body, issueId })) !== null;
const company = { kind: "company", person: "周长友" } as const;

describe("a message for one of a company's people", () => {
  it.each([
    ["is read by its liaison", to("zhouchangyou"), true],
    ["is read by a guest who says he is of it", to("0399001", "dingtalk"), true],
    ["is not read by who is of another company", to("chenlixin"), false],
    ["is not read by a guest who names another company", to("0399002", "dingtalk"), false],
    ["is not read by an official", to("0254571", "dingtalk"), false],
    ["is not read by somebody whom nobody knows", to("nobody"), false],
  ])("%s", async (_what, target, may) => {
    expect(await reads(target, company)).toBe(may);
  });
});

describe("a message for an office", () => {
  const power = { kind: "department", department: "power" } as const;
  it.each([
    ["goes to who is of the department", to("0254571", "dingtalk"), power, true],
    ["goes to nobody of another department", to("0254110", "dingtalk"), power, false],
    ["goes to the coordinator", to("limin"), { kind: "coordinator" }, true],
    ["goes to nobody who is coordinator no more", to("zhaochanghe"), { kind: "coordinator" }, false],
    ["goes to a leader", to("zhaochanghe"), { kind: "supervision" }, true],
    ["goes to no official as to a leader", to("0254571", "dingtalk"), { kind: "supervision" }, false],
  ] as const)("%s", async (_what, target, audience, may) => {
    expect(await reads(target, audience)).toBe(may);
  });
});

describe("a message for a group", () => {
  const power = { kind: "department", department: "power" } as const;
  it("goes there while the group is what it was, and not when it has become another's", async () => {
    const changed = (more: object) =>
      parkOf({ chats: ORG.chats.map((one) => (one.code === "gongdian" ? { ...one, ...more } : one)) });
    expect(await reads(group("gongdian"), power)).toBe(true);
    expect(await reads(group("gongdian"), power, changed({ department: "works" }))).toBe(false);
    expect(await reads(group("gongdian"), power, changed({ audience: "enterprise" }))).toBe(false);
    expect(await reads(group("duban"), { kind: "coordinator" })).toBe(true);
    expect(await reads(group("qiye"), { kind: "supervision" })).toBe(false);
  });
});
