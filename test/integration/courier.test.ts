import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { audienceOfChat } from "../../src/domain/issue/audience.ts";
import type { StoredAudience, Target } from "../../src/domain/notice/notice.ts";
import type { Address, Delivery, Part, Platform, WayTaken } from "../../src/platforms/platform.ts";
import type { Database } from "../../src/store/client.ts";
import { insertNotices, type QueuedNotice, revive } from "../../src/store/notices.ts";
import { notices, settings } from "../../src/store/schema.ts";
import { budgets } from "../../src/store/schema-roads.ts";
import { CourierWorld, fakePlatform } from "../support/courier.ts";
import { freshDatabase, type TestDatabase } from "../support/databases.ts";
import { on, PARK, parkOf } from "../support/domain.ts";
import { newNotice, openStore } from "../support/store.ts";
import { variant } from "../support/told.ts";

const NOW = on("11-18 10:00");
const HOUR = 60;
const DAY = 24 * HOUR;
const BUSY: Delivery = { state: "later", reason: "HTTP 500" };
const SENT: Delivery = { state: "sent" };

let files: TestDatabase;
let database: Database;
beforeAll(async () => {
  files = await freshDatabase("embedded");
  database = await openStore(files);
});
afterAll(async () => {
  await database.close();
  await files.drop();
});

let world: CourierWorld;
/** What went out, by its place, in order; failed tries are told by `tried`. */
let sent: { to: string; text: string }[];
let tried: string[];
/** How a place answers: its name, and how often it was asked before. */
let answer: (to: string, before: number) => (Delivery & WayTaken) | Promise<Delivery & WayTaken>;

function placeOf(address: Address): string {
  if (address.kind === "group") return address.chatId;
  return address.kind === "person" ? address.userId : address.url;
}

function platform(name: Platform["name"]): Platform {
  return fakePlatform(name, async (address: Address, part: Part) => {
    const to = placeOf(address);
    const result = await answer(to, tried.filter((one) => one === to).length);
    tried.push(to);
    if (result.state === "sent") sent.push({ to, text: part.text });
    return result;
  });
}

beforeEach(async () => {
  const { db } = database;
  for (const table of [notices, budgets, settings]) await db.delete(table);
  sent = [];
  tried = [];
  answer = () => SENT;
  world = new CourierWorld(db, NOW, { platforms: [platform("wecom"), platform("dingtalk")] });
});
afterEach(() => world.courier.stop());

const person = (userId: string, name: Platform["name"] = "wecom"): Target => ({
  kind: "person",
  platform: name,
  userId,
  name: userId,
});
const told = (text: string) => ({ kind: "reply", card: { blocks: [{ kind: "text", text }] } }) as const;
/** An announcement, which nobody calls a reply. */
const said = { kind: "alarm", alarm: { kind: "unchecked", count: 1, oldest: null } } as const;
const group = (code: string): Target => ({ kind: "chat", code });

/** Those who are in a group; for a person, somebody who is not asked who he is. */
function readersOf(target: Target | undefined): StoredAudience {
  const chat = target?.kind === "chat" ? PARK.directory.chat(target.code) : undefined;
  return chat === undefined ? { kind: "enterprise", chat: "qiye" } : audienceOfChat(chat);
}

async function queued(...rows: Partial<QueuedNotice>[]): Promise<void> {
  const all = rows.map((row) =>
    newNotice("lane", {
      audience: readersOf(row.target),
      createdAt: world.now,
      readyAt: world.now,
      ...row,
    }),
  );
  await insertNotices(database.db, all);
}

async function states(): Promise<string[]> {
  const rows = await database.db.select().from(notices).orderBy(notices.id);
  return rows.map((one) => one.state);
}

async function reasons(): Promise<(string | null)[]> {
  const rows = await database.db.select().from(notices).orderBy(notices.id);
  return rows.map((one) => one.lastError);
}

describe("a budget with an hour", () => {
  it("holds back what the hour has no room for, until it has", async () => {
    const limited = { ...platform("wecom"), budget: () => ({ key: "one chat", perMinute: 100, perHour: 2 }) };
    world = new CourierWorld(database.db, NOW, { platforms: [limited] });
    await queued(...["一", "二", "三"].map((text) => ({ target: person("u1"), body: told(text), express: true })));
    await world.pass(59);
    expect(sent).toHaveLength(2);
    await world.pass(2);
    expect(sent).toHaveLength(3);
  });
});

describe("two platforms", () => {
  it("of which one hangs in sixty chats do not wait for each other: messages go at once, and their retries in time", async () => {
    let release = () => {};
    const hang = new Promise<Delivery>((resolve) => {
      release = () => resolve({ state: "unknown", reason: "no answer" });
    });
    answer = (to, before) => {
      if (to.startsWith("w")) return hang;
      return to === "again" && before === 0 ? BUSY : SENT;
    };
    await queued(
      ...Array.from({ length: 60 }, (_, index) => ({ lane: `w${index}`, target: person(`w${index}`), body: said })),
      { platform: "dingtalk", lane: "again", target: person("again", "dingtalk"), body: said },
    );
    const drained = world.courier.drain();
    await world.courier.look();
    await queued({
      platform: "dingtalk",
      lane: "d",
      target: person("d", "dingtalk"),
      body: told("您好"),
      express: true,
    });
    const started = performance.now();
    while (!sent.some(({ to }) => to === "d") && performance.now() - started < 5_000) {
      await world.courier.look();
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    world.now = new Date(NOW.getTime() + 6_000);
    while (sent.length < 2 && performance.now() - started < 5_000) {
      await world.courier.look();
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(sent.map(({ to }) => to)).toEqual(["d", "again"]);
    // Two busy cores included; a place that hangs would hold them for ten seconds and more.
    expect(performance.now() - started).toBeLessThan(3_000);
    release();
    await drained;
  });

  it("give express messages their places first", async () => {
    const before = Array.from({ length: 30 }, (_, index) => ({
      lane: `p${index}`,
      target: person(`p${index}`),
      body: said,
    }));
    await queued(...before, { lane: "urgent", target: person("urgent"), body: told("急"), express: true });
    await world.courier.drain();
    expect(sent[0]?.to).toBe("urgent");
    expect(sent).toHaveLength(31);
  });
});

describe("a reply that fails", () => {
  it("holds up no reply to another message, whether it waits or is on its way again", async () => {
    const reply = (text: string) => ({ lane: "reply", target: person("p"), body: told(text), express: true });
    answer = (_to, before) => (before === 0 ? BUSY : SENT);
    await queued(reply("one"), reply("two"), reply("three"));
    await world.courier.drain();
    expect(sent.map(({ text }) => /"text":"(\w+)"/.exec(text)?.[1])).toEqual(["two", "three"]);
    await world.pass(1);
    expect(sent).toHaveLength(3);
  });

  it("is the only one to leave its place: the announcements of a chat keep their order", async () => {
    const announcement = (issueId: number) => ({ lane: "chat", target: person("p"), body: said, issueId });
    answer = (_to, before) => (before === 0 ? BUSY : SENT);
    await queued(announcement(1), announcement(2));
    await world.courier.drain();
    expect(sent).toEqual([]);
    await world.pass(1);
    expect(tried).toHaveLength(3);
    const rows = await database.db.select().from(notices).orderBy(notices.settledAt);
    expect(rows.map((one) => one.issueId)).toEqual([1, 2]);
  });
});

describe("the day of retries", () => {
  it("begins with the first try: what waited over a weekend does not end with one failure", async () => {
    const made = on("11-20 18:30");
    const opening = on("11-23 08:30");
    await queued({ target: person("p"), body: said, createdAt: made, readyAt: opening });
    answer = (_to, before) => (before < 3 ? BUSY : SENT);
    world.now = opening;
    await world.pass(5);
    expect(await states()).toEqual(["sent"]);
    expect(tried).toHaveLength(4);
  });

  it("lasts for a day, then the message is given up", async () => {
    await queued({ target: person("p"), body: said });
    answer = () => BUSY;
    await world.pass(DAY);
    expect(await states()).toEqual(["waiting"]);
    await world.pass(5 * HOUR);
    expect((await states())[0]).toBe("dead");
    expect(tried.length).toBeGreaterThan(15);
  });

  it("does not count a time in which nobody could try: an outage of ours, or a clock that jumped", async () => {
    await queued({ target: person("p"), body: said });
    answer = () => BUSY;
    await world.pass(10);
    const before = tried.length;
    world.now = new Date(world.now.getTime() + 9 * DAY * 60_000);
    await world.pass(20 * HOUR);
    expect(await states()).toEqual(["waiting"]);
    expect(tried.length - before).toBeGreaterThan(8);
    await world.pass(9 * HOUR);
    expect((await states())[0]).toBe("dead");
  });

  variant("begins anew when it is sent again by hand", async () => {
    await queued({ target: person("p"), body: said });
    answer = () => BUSY;
    await world.pass(30 * HOUR);
    const [dead] = await database.db.select().from(notices).where(eq(notices.state, "dead"));
    expect(await revive(database.db, dead?.id ?? 0, world.now)).toBe(true);
    await world.pass(DAY);
    expect((await states())[0]).toBe("waiting");
  });

  it("shrinks to some minutes for a code that nobody knows, and is whole again after another answer", async () => {
    await queued({ target: person("p"), body: said });
    answer = () => ({ state: "unsure", reason: "errcode 700123" });
    await world.pass(5);
    expect(await states()).toEqual(["waiting"]);
    await world.pass(2);
    expect((await states())[0]).toBe("dead");
    expect(tried.filter((one) => one === "p")).toHaveLength(5);

    tried = [];
    await queued({ target: person("q"), lane: "q", body: said });
    answer = (to, before) => (to !== "q" ? SENT : before % 4 === 3 ? BUSY : { state: "unsure", reason: "errcode 1" });
    await world.pass(HOUR);
    const [other] = await database.db.select().from(notices).where(eq(notices.lane, "q"));
    expect(other?.state).toBe("waiting");
  });
});

describe("a message that cannot be made", () => {
  const drawing = { kind: "attachment", what: { kind: "trend", to: NOW.toISOString() } } as const;

  it("holds up the next ones for half a minute, is tried for a day, and told like any other", async () => {
    const target = group("gongdian");
    const where = { platform: "dingtalk", lane: "power", target } as const;
    await queued({ ...where, body: drawing }, { ...where, body: said });
    await world.courier.drain();
    expect(sent).toEqual([]);
    await world.pass(1);
    expect(sent.map(({ to }) => to)).toEqual(["cidPower"]);
    await world.pass(DAY);
    expect(await states()).toEqual(["waiting", "sent"]);
    await world.pass(5 * HOUR);
    expect((await states())[0]).toBe("dead");
    expect(sent.at(-1)?.to).toBe("limin01");
    expect(sent.at(-1)?.text).toContain("消息没有送达：供电公司群");
  });
});

describe("a fault of the program", () => {
  it("while a message is sent is counted: the message is given up after the day, what stands behind it goes", async () => {
    answer = (to) => {
      if (to === "wrkQiye") throw new Error("a fault");
      return SENT;
    };
    await queued({ target: group("qiye"), body: said }, { target: person("p"), body: said });
    await world.pass(1);
    expect(sent.map(({ to }) => to)).toEqual(["p"]);
    await world.pass(30 * HOUR);
    expect((await states())[0]).toBe("dead");
    expect(await reasons()).toContain("program-fault");
    expect(sent.at(-1)?.text).toContain("程序出错，请看程序日志");
  });

  it("after a message has arrived does not send it twice", async () => {
    const careless = new CourierWorld(database.db, NOW, {
      platforms: [platform("wecom")],
      reactions: { arrived: () => Promise.reject(new Error("a fault")) },
    });
    await queued({ target: group("duban"), audience: { kind: "supervision" }, body: said });
    await careless.pass(5);
    expect(sent).toHaveLength(1);
    expect(await states()).toEqual(["sent"]);
    await careless.courier.stop();
  });
});

describe("a message that will not be delivered", () => {
  const refused: Delivery = { state: "gave-up", reason: "errcode 93000" };
  const toGroup = { lane: "chat:wecom:wrkQiye", target: group("qiye"), body: said } as const;

  it.each([
    ["chat-gone", "机构文件里已没有这个群", group("gone")],
    ["wecom-not-configured", "没有配置企业微信", person("p")],
  ])("is kept as %s where the program gives it up, and told in Chinese with the issue", async (code, words, target) => {
    const half = new CourierWorld(database.db, NOW, { platforms: [platform("dingtalk")] });
    await queued({ target, platform: code === "chat-gone" ? "dingtalk" : "wecom", issueId: 4, body: said });
    await half.courier.drain();
    await half.courier.stop();
    expect(await reasons()).toEqual([code, null]);
    expect(sent.map(({ to }) => to)).toEqual(["limin01"]);
    expect(sent[0]?.text).toMatch(new RegExp(`消息没有送达：[^"]* #4".*"${words}"`, "u"));
  });

  it("is not given up without the word about it", async () => {
    let broken = true;
    const world2 = new CourierWorld(database.db, NOW, {
      platforms: [platform("wecom")],
      reactions: {
        dead: async () => {
          if (broken) throw new Error("the database has gone");
        },
      },
    });
    answer = () => refused;
    await queued(toGroup);
    await world2.courier.drain();
    expect(await states()).toEqual(["waiting"]);
    // It is not tried without a pause meanwhile.
    await world2.pass(1);
    expect(tried.length).toBeLessThan(5);
    broken = false;
    await world2.pass(10);
    expect(await states()).toEqual(["dead"]);
    await world2.courier.stop();
  });

  it("is told of by nobody who lost the message to another meanwhile", async () => {
    answer = async (to) => {
      if (to !== "wrkQiye") return SENT;
      await database.db.update(notices).set({ leaseOwner: "heir" });
      return refused;
    };
    await queued(toGroup);
    await world.courier.drain();
    expect(await states()).toEqual(["waiting"]);
    expect(sent).toEqual([]);
    expect(world.logged).toEqual([]);
  });

  it("is told of once a road to the coordinator works again, all in one message, and not again", async () => {
    answer = () => refused;
    await queued(...Array.from({ length: 12 }, (_, index) => ({ ...toGroup, lane: `x${index}`, issueId: index + 1 })));
    await world.courier.drain();
    // Given up by a machine whose clock is ahead, one of them.
    const ahead = new Date(NOW.getTime() + DAY * 60_000);
    await database.db.update(notices).set({ settledAt: ahead }).where(eq(notices.lane, "x3"));
    // The words about them have died too.
    expect(new Set(await states())).toEqual(new Set(["dead"]));
    answer = () => SENT;
    const digest = {
      platform: "dingtalk",
      lane: "person:dingtalk:limin01",
      target: person("limin01", "dingtalk"),
      audience: { kind: "coordinator" },
      body: said,
    } as const;
    // Of somebody else's place nothing follows.
    await queued({ lane: "z", target: person("zhaochanghe"), audience: { kind: "supervision" }, body: said });
    await world.pass(1);
    expect(sent).toHaveLength(1);
    await queued(digest, digest);
    await world.pass(1);
    const heard = sent.filter(({ to }) => to === "limin01").map(({ text }) => text);
    expect(heard).toHaveLength(3);
    expect(heard.filter((text) => text.includes("有 12 条消息没有送达"))).toHaveLength(1);
    expect(heard.join()).toMatch(/园区企业群 #4，原因 [^,"]*errcode 93000/u);
    await queued(digest);
    await world.pass(DAY);
    expect(sent.filter(({ to }) => to === "limin01")).toHaveLength(4);
  });

  it("is not told of after a message that had nothing to say", async () => {
    answer = () => refused;
    await queued(toGroup);
    await world.courier.drain();
    answer = () => SENT;
    const empty = { kind: "reply", card: null } as const;
    const lane = "person:dingtalk:limin01";
    await queued({
      platform: "dingtalk",
      lane,
      target: person("limin01", "dingtalk"),
      audience: { kind: "coordinator" },
      body: empty,
    });
    await world.pass(1);
    expect(sent).toEqual([]);
  });

  it("in the coordinator's own chat is not told of there at once, though it was tried apart from that chat", async () => {
    answer = () => refused;
    await queued({
      platform: "dingtalk",
      lane: "person:dingtalk:limin01#7",
      target: person("limin01", "dingtalk"),
      audience: { kind: "coordinator" },
      body: said,
    });
    await world.courier.drain();
    expect(tried.filter((to) => to === "limin01")).toHaveLength(1);
    expect(world.logged).toContain("A message will not be delivered");
  });

  it("in the coordinator's own chat is told of there, when something goes through again", async () => {
    answer = (_to, before) => (before === 0 ? refused : SENT);
    const own = {
      platform: "dingtalk",
      lane: "person:dingtalk:limin01",
      target: person("limin01", "dingtalk"),
      audience: { kind: "coordinator" },
      body: said,
    } as const;
    await queued(own);
    await world.courier.drain();
    expect(await states()).toEqual(["dead"]);
    await queued(own);
    await world.pass(1);
    expect(sent.map(({ text }) => text.includes("有 1 条消息没有送达"))).toEqual([false, true]);
  });
});

describe("a robot that may not send", () => {
  const barred: Delivery = {
    state: "barred",
    bar: "allow-list",
    code: "60020",
    reason: "errcode 60020 not allowed ip",
  };
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ lane: `m${index}`, target: person(`m${index}`), body: said }));

  variant("is told of once; its messages wait however long it takes, and go when it is mended", async () => {
    let mended = false;
    answer = (to) => (mended || !to.startsWith("m") ? SENT : barred);
    await queued(...many(4), { lane: "chat:wecom:wrkQiye", target: group("qiye"), body: said });
    await world.pass(30 * HOUR);
    const words = sent.filter(({ to }) => to === "limin01");
    expect(words).toHaveLength(1);
    expect(words[0]?.text).toMatch(/企业微信的消息发不出去.*白名单.*60020/u);
    expect((await states()).filter((one) => one === "waiting")).toHaveLength(4);
    mended = true;
    await world.pass(2 * HOUR);
    expect(new Set(await states())).toEqual(new Set(["sent"]));
    // Barred again, it is told again.
    mended = false;
    await queued({ lane: "m99", target: person("m99"), body: said });
    await world.pass(HOUR);
    expect(sent.filter(({ to }) => to === "limin01")).toHaveLength(2);
  });

  it("is told of again when it had got through in between, also where a message came to it by another road", async () => {
    answer = (to, before) => {
      if (to === "wrkQiye") return { ...barred, robot: "wecom people" };
      return to === "m0" && before === 0 ? BUSY : SENT;
    };
    await queued({ lane: "chat:wecom:wrkQiye", target: group("qiye"), body: said });
    await world.pass(1);
    expect(sent.filter(({ to }) => to === "limin01")).toHaveLength(1);
    await queued(...many(1));
    await world.pass(HOUR);
    expect(sent.filter(({ to }) => to === "limin01")).toHaveLength(2);
  });

  variant("is not told of for each of several that meet the same", async () => {
    answer = (to) => (to.startsWith("limin") ? SENT : barred);
    await queued(
      { lane: "chat:wecom:wrkQiye", target: group("qiye"), body: said },
      { lane: "chat:wecom:wrkDuban", target: group("duban"), body: said },
      ...many(3),
    );
    await world.pass(5 * HOUR);
    expect(sent.map(({ to }) => to)).toEqual(["limin01"]);
  });

  it("is told of on the other platform where the coordinator hangs on the same robot", async () => {
    const onlyDingtalk = parkOf({}, ["dingtalk"]);
    const lonely = new CourierWorld(database.db, NOW, {
      platforms: [platform("wecom"), platform("dingtalk")],
      park: onlyDingtalk,
    });
    answer = (to) => (to.startsWith("wrk") ? SENT : { ...barred, bar: "quota", code: "90020" });
    await queued({ platform: "dingtalk", lane: "chat:dingtalk:cidPower", target: group("gongdian"), body: said });
    await lonely.pass(HOUR);
    expect(sent.map(({ to }) => to)).toEqual(["wrkDuban"]);
    expect(sent[0]?.text).toContain("额度");
    await lonely.courier.stop();
  });
});
