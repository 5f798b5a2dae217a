import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/store/client.ts";
import {
  finishInbound,
  forgetInbound,
  insertInbound,
  lockInbound,
  type NewInbound,
  nextInboundRetry,
  postponeInbound,
  readInbound,
  readInboundByStream,
  takeForgotten,
  takeNonce,
  takeUpAll,
} from "../../src/store/inbound.ts";
import { insertIssue, readIssue } from "../../src/store/issues.ts";
import { readContact, saveContact, verifyContact } from "../../src/store/people.ts";
import { freshDatabase, KINDS, type TestDatabase } from "../support/databases.ts";
import { newIssue, openStore } from "../support/store.ts";

const START = new Date("2026-11-16T01:00:00Z");
const later = (seconds: number) => new Date(START.getTime() + seconds * 1000);

function message(messageId: string, patch: Partial<NewInbound> = {}): NewInbound {
  const platform = patch.platform ?? "wecom";
  const said = { groupId: "wrk1", senderId: "zhouchangyou", senderName: null, text: "诉求 停电", pictures: 0 };
  const rest = { unreadable: null, quotes: false, quoteText: null, quoteKey: null, replyUrl: null, replyUntil: null };
  return {
    platform,
    messageId,
    streamId: `stream-${messageId}`,
    message: { platform, messageId, ...said, ...rest },
    receivedAt: START,
    retryAt: later(60),
    inGroup: true,
    ...patch,
  };
}

describe.each(KINDS)("what came in, on %s", (kind) => {
  let files: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    files = await freshDatabase(kind);
    database = await openStore(files);
  });
  afterAll(async () => {
    await database.close();
    await files.drop();
  });

  it("is stored once by platform and whole message id, however often it comes at once", async () => {
    const { db } = database;
    const stored = await Promise.all(Array.from({ length: 11 }, () => insertInbound(db, message("same"))));
    expect(stored.filter(Boolean)).toHaveLength(1);
    expect(await insertInbound(db, message("same", { platform: "dingtalk" }))).toBe(true);
    expect(await insertInbound(db, message("Same"))).toBe(true);
    expect(await insertInbound(db, message(`same${"x".repeat(500)}`))).toBe(true);
  });

  it("is worked on by one transaction at a time, and by none when it is done", async () => {
    const { db } = database;
    const key = message("work");
    await insertInbound(db, key);
    let worked = 0;
    const ctx = () =>
      db.transaction(async (tx) => {
        const row = await lockInbound(tx, key);
        if (row === null) return;
        worked += 1;
        await finishInbound(tx, key, later(1), { card: { blocks: [] }, issueId: 7 });
      });
    await Promise.all(Array.from({ length: 5 }, ctx));
    expect(worked).toBe(1);
    const row = await readInbound(db, key);
    expect(row).toMatchObject({ doneAt: later(1), reply: { issueId: 7 }, message: null });
    expect(await readInboundByStream(db, "wecom", "stream-work")).toEqual(row);
    expect(await readInboundByStream(db, "dingtalk", "stream-work")).toBeNull();
  });

  it("keeps the message when the work is rolled back", async () => {
    const { db } = database;
    const key = message("rolled back");
    await insertInbound(db, key);
    const failing = db.transaction(async (tx) => {
      await finishInbound(tx, key, later(1), null);
      throw new Error("the work failed");
    });
    await expect(failing).rejects.toThrow("the work failed");
    expect(await readInbound(db, key)).toMatchObject({ doneAt: null, message: key.message });
  });

  it("gives a nonce to the one message that it came with, until it is forgotten", async () => {
    const { db } = database;
    const [one, other] = [message("with nonce"), message("another")];
    const take = (key: NewInbound, nonce: string, now: number, since: number) =>
      takeNonce(db, key, { nonce, now: later(now), since: later(since) });
    expect(await take(one, "n1", 0, -7200)).toBe(true);
    expect(await take(other, "n1", 1, -7199)).toBe(false);
    expect(await take(one, "n1", 2, -7198)).toBe(true);
    expect(await take(other, "n2", 3, -7197)).toBe(true);
    expect(await take({ ...other, platform: "dingtalk" }, "n1", 3, -7197)).toBe(true);
    expect(await take(other, "n1", 7201, 1)).toBe(false);
    expect(await take(other, "n1", 7203, 3)).toBe(true);
    expect(await take(one, "n1", 7204, 4)).toBe(false);
  });

  it("gives a nonce to one of ten messages that come with it at once", async () => {
    const keys = Array.from({ length: 10 }, (_, index) => message(`rival ${index}`));
    const taken = await Promise.all(
      keys.map((key) => takeNonce(database.db, key, { nonce: "n3", now: START, since: later(-7200) })),
    );
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  it("is taken up again once its time has come, by one of those who look, and not when it is done", async () => {
    const { db } = database;
    const old = { receivedAt: later(-9000), retryAt: later(-8000) };
    await insertInbound(db, message("forgotten 1", old));
    await insertInbound(db, message("forgotten 2", { ...old, receivedAt: later(-9001) }));
    await insertInbound(db, message("forgotten and done", old));
    await finishInbound(db, message("forgotten and done"), later(-8500), null);
    expect(await nextInboundRetry(db)).toEqual(later(-8000));
    expect(await takeForgotten(db, later(-8001), later(-7000), 10)).toEqual([]);
    const looks = await Promise.all([1, 2, 3].map(() => takeForgotten(db, later(-8000), later(-7000), 10)));
    expect(looks.flat().map((one) => one.messageId)).toEqual(["forgotten 2", "forgotten 1"]);
    expect(await nextInboundRetry(db)).toEqual(later(-7000));
    expect(await readInbound(db, message("forgotten 1"))).toMatchObject({ attempts: 1, retryAt: later(-7000) });
    await postponeInbound(db, message("forgotten and done"), later(0));
    expect(await readInbound(db, message("forgotten and done"))).toMatchObject({ attempts: 0 });
    await takeUpAll(db, later(-7500));
    expect(await nextInboundRetry(db)).toEqual(later(-7500));
    expect((await readInbound(db, message("forgotten and done")))?.retryAt).toEqual(later(-8000));
    for (const id of ["forgotten 1", "forgotten 2"]) await finishInbound(db, message(id), later(0), null);
  });

  it("is forgotten after its time when it is done, and never before it is done", async () => {
    const { db } = database;
    const long = { receivedAt: later(-40 * 86_400) };
    await insertInbound(db, message("long ago, done", long));
    await finishInbound(db, message("long ago, done"), later(0), null);
    await insertInbound(db, message("long ago, not done", long));
    await forgetInbound(db, later(-31 * 86_400));
    expect(await readInbound(db, message("long ago, done"))).toBeNull();
    expect(await readInbound(db, message("long ago, not done"))).not.toBeNull();
    expect(await readInbound(db, message("same"))).not.toBeNull();
  });

  it("keeps a guest with what waits, and vouches for what it raised", async () => {
    const { db } = database;
    const guest = {
      platform: "dingtalk" as const,
      userId: "outside:$:LWCP",
      name: "访客",
      enterprise: null,
      verified: false,
      waiting: { issues: [{ text: "停电" }] },
      choices: ["zhongsu"],
    };
    expect(await readContact(db, "dingtalk", guest.userId)).toBeNull();
    await saveContact(db, guest);
    expect(await readContact(db, "dingtalk", guest.userId)).toEqual(guest);
    expect(await readContact(db, "wecom", guest.userId)).toBeNull();
    const named = { ...guest, enterprise: "zhongsu", waiting: null, choices: [] };
    await saveContact(db, named);
    expect(await readContact(db, "dingtalk", guest.userId)).toEqual(named);

    const reporter = { name: "访客", platform: "dingtalk" as const, userId: guest.userId, verified: false };
    const theirs = await insertIssue(db, newIssue({ reporter }));
    const others = await insertIssue(db, newIssue({ reporter: { ...reporter, userId: "somebody" } }));
    const elsewhere = await insertIssue(db, newIssue({ reporter, enterprise: "xiangjing" }));
    // As another company than he names now: what he raised for that one, and not himself.
    await verifyContact(db, "dingtalk", guest.userId, "xiangjing");
    expect(await readContact(db, "dingtalk", guest.userId)).toEqual(named);
    expect((await readIssue(db, elsewhere.id))?.reporter.verified).toBe(true);
    expect((await readIssue(db, theirs.id))?.reporter.verified).toBe(false);
    await verifyContact(db, "dingtalk", guest.userId, "zhongsu");
    expect(await readContact(db, "dingtalk", guest.userId)).toEqual({ ...named, verified: true });
    expect((await readIssue(db, theirs.id))?.reporter.verified).toBe(true);
    expect((await readIssue(db, others.id))?.reporter.verified).toBe(false);
  });
});
