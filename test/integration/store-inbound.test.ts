import { isNull } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Db } from "../../src/store/client.ts";
import {
  acceptInbound,
  finishInbound,
  holdInbound,
  lockInbound,
  type NewInbound,
  nextInboundRetry,
  postponeInbound,
  readInbound,
  readInboundByStream,
  takeForgotten,
  takeUpAll,
} from "../../src/store/inbound.ts";
import { insertIssue, readIssue } from "../../src/store/issues.ts";
import { readContact, saveContact, verifyContact } from "../../src/store/people.ts";
import { forgetOld } from "../../src/store/retention.ts";
import { inbound } from "../../src/store/schema.ts";
import { KINDS } from "../support/databases.ts";
import { newIssue } from "../support/store.ts";
import { useStore } from "../support/use-store.ts";

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

/** What other tests left waiting waits far ahead of earlier moments. */
async function finishTheRest(db: Db): Promise<void> {
  await db.update(inbound).set({ doneAt: START }).where(isNull(inbound.doneAt));
}

const NO_NONCE = { nonce: null, since: later(-7200) };

describe.each(KINDS)("what came in, on %s", (kind) => {
  const database = useStore(kind);

  it("is stored once by platform and whole message id, however often it comes at once", async () => {
    const { db } = database;
    const accept = (one: NewInbound) => acceptInbound(db, one, NO_NONCE);
    const stored = await Promise.all(Array.from({ length: 11 }, () => accept(message("same"))));
    expect(stored.toSorted()).toEqual(["new", ...Array.from({ length: 10 }, () => "repeated")]);
    expect(await accept(message("same", { platform: "dingtalk" }))).toBe("new");
    expect(await accept(message("Same"))).toBe("new");
    expect(await accept(message(`same${"x".repeat(500)}`))).toBe("new");
  });

  it("is worked on by one transaction at a time, and by none when it is done", async () => {
    const { db } = database;
    const key = message("work");
    await acceptInbound(db, key, NO_NONCE);
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
    expect(await holdInbound(db, key)).toBe(false);
    const row = await readInbound(db, key);
    expect(row).toMatchObject({ doneAt: later(1), reply: { issueId: 7 }, message: null });
    expect(await readInboundByStream(db, "wecom", "stream-work")).toEqual(row);
    expect(await readInboundByStream(db, "dingtalk", "stream-work")).toBeNull();
  });

  it("keeps the message when the work is rolled back", async () => {
    const { db } = database;
    const key = message("rolled back");
    await acceptInbound(db, key, NO_NONCE);
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
    const accept = (key: NewInbound, nonce: string, now: number, since: number) =>
      acceptInbound(db, { ...key, receivedAt: later(now) }, { nonce, since: later(since) });
    expect(await accept(one, "n1", 0, -7200)).toBe("new");
    expect(await accept(other, "n1", 1, -7199)).toBe("refused");
    expect(await readInbound(db, other)).toBeNull();
    expect(await accept(one, "n1", 2, -7198)).toBe("repeated");
    expect(await accept(other, "n2", 3, -7197)).toBe("new");
    expect(await accept({ ...other, platform: "dingtalk" }, "n1", 3, -7197)).toBe("new");
    expect(await accept(other, "n1", 7201, 1)).toBe("refused");
    expect(await accept(other, "n1", 7203, 3)).toBe("repeated");
    expect(await accept(one, "n1", 7204, 4)).toBe("refused");
  });

  it("gives a nonce to one of ten messages that come with it at once", async () => {
    const keys = Array.from({ length: 10 }, (_, index) => message(`rival ${index}`));
    const nonce = { nonce: "n3", since: later(-7200) };
    const accepted = await Promise.all(keys.map((key) => acceptInbound(database.db, key, nonce)));
    expect(accepted.toSorted()).toEqual(["new", ...Array.from({ length: 9 }, () => "refused")]);
  });

  it("is taken up when its time lies further ahead than any try: who kept it had a wrong clock", async () => {
    const { db } = database;
    await finishTheRest(db);
    const inAMinute = message("in a minute", { receivedAt: later(-9000), retryAt: later(-8940) });
    await acceptInbound(db, inAMinute, NO_NONCE);
    await acceptInbound(db, message("in hours", { receivedAt: later(-1800), retryAt: later(-1790) }), NO_NONCE);
    const taken = await takeForgotten(db, later(-9000), later(-8990), 10);
    expect(taken.map((one) => one.messageId)).toEqual(["in hours"]);
    // Nobody has tried it, so that it has all its tries left.
    expect(await readInbound(db, message("in hours"))).toMatchObject({ retryAt: later(-8990), attempts: 0 });
    for (const id of ["in a minute", "in hours"]) await finishInbound(db, message(id), later(0), null);
  });

  it("is taken up again once its time has come, by one of those who look, and not when it is done", async () => {
    const { db } = database;
    await finishTheRest(db);
    const old = { receivedAt: later(-9000), retryAt: later(-8000) };
    await acceptInbound(db, message("forgotten 1", old), NO_NONCE);
    await acceptInbound(db, message("forgotten 2", { ...old, receivedAt: later(-9001) }), NO_NONCE);
    await acceptInbound(db, message("forgotten and done", old), NO_NONCE);
    await finishInbound(db, message("forgotten and done"), later(-8500), null);
    expect(await nextInboundRetry(db)).toEqual(later(-8000));
    expect(await takeForgotten(db, later(-8001), later(-7990), 10)).toEqual([]);
    const looks = await Promise.all([1, 2, 3].map(() => takeForgotten(db, later(-8000), later(-7990), 10)));
    expect(looks.flat().map((one) => one.messageId)).toEqual(["forgotten 2", "forgotten 1"]);
    expect(await nextInboundRetry(db)).toEqual(later(-7990));
    expect(await readInbound(db, message("forgotten 1"))).toMatchObject({ attempts: 1, retryAt: later(-7990) });
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
    await acceptInbound(db, message("long ago, done", long), NO_NONCE);
    await finishInbound(db, message("long ago, done"), later(0), null);
    await acceptInbound(db, message("long ago, not done", long), NO_NONCE);
    await forgetOld(db, START);
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
