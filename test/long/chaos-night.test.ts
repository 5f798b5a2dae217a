import { setTimeout as sleep } from "node:timers/promises";
import { asc, sql } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { audit } from "../../src/issues/audit.ts";
import type { PlatformSaying, SimPlatform } from "../../src/sandbox/world.ts";
import type { Db } from "../../src/store/client.ts";
import { eventsAfter } from "../../src/store/events.ts";
import { type Gap, pendingGaps } from "../../src/store/roads.ts";
import { gaps as gapTable } from "../../src/store/schema-roads.ts";
import { freshDatabase } from "../support/databases.ts";
import { eventually, Night, type Said } from "../support/night.ts";
import type { Program } from "../support/program.ts";
import { openStore } from "../support/store.ts";

const CUTS = 1_000;
/** Each person waits about so long between two messages, in milliseconds. */
const PAUSE_MS = 7_000;
/** DingTalk's own minute is longer than any process here stands still; so are five times this. */
const REDELIVER_MS = 7_000;
/** What a process was doing so shortly before or after its end it may not have noted, in milliseconds. */
const UNNOTED_MS = 2_000;

/** From so long on a gap is told to each group. */
const POSTED_FROM_MS = 60_000;
/** What was read last was sent a little before, and what came behind it was lost with it. */
const ON_THE_WAY_MS = 250;

const PEOPLE = ["zhou", "tang", "ouyang"];
const ORG = `
park: { name: 园区 }
departments:
  - { code: power, name: 供电公司 }
  - { code: water, name: 自来水公司 }
categories:
  - { code: power, name: 用电, department: power, keywords: [停电] }
  - { code: water, name: 用水, department: water, keywords: [停水] }
enterprises:
  - { code: zhongsu, name: 湖南中塑科技有限公司 }
people:
${PEOPLE.map((id, place) => `  - { name: 联络员${"甲乙丙"[place]}, role: liaison, enterprise: zhongsu, wecom: ${id}, dingtalk: "031${place}" }`).join("\n")}
  - { name: 王建国, role: officer, department: power, dingtalk: "0254571" }
  - { name: 陈立, role: officer, department: water, wecom: chenli }
  - { name: 李敏, role: coordinator, dingtalk: limin }
chats:
  - { code: qiye, platform: wecom, chatId: wrkQiye, name: 企业群, audience: enterprise, webhook: "\${WECOM}/cgi-bin/webhook/send?key=qiye" }
  - { code: qiye3, platform: wecom, chatId: wrkQiye3, name: 企业群三, audience: enterprise }
  - { code: qiye2, platform: dingtalk, chatId: "cidQiye==", name: 企业钉钉群, audience: enterprise }
  - { code: gongshui, platform: wecom, chatId: wrkWater, name: 供水群, audience: department, department: water }
  - { code: gongdian, platform: dingtalk, chatId: "cidPower==", name: 供电群, audience: department, department: power }
`;

interface Speaker extends Omit<PlatformSaying, "text"> {
  /** What he says the count-th time. */
  readonly says: (count: number) => string;
  readonly raises: boolean;
}

/** Liaisons raise issues in groups and directly; officials add to the first issue of their unit. */
const SPEAKERS: readonly Speaker[] = PEOPLE.flatMap((id, place): Speaker[] => [
  { platform: "wecom", chatId: "wrkQiye", userId: id, says: (n) => `诉求 ${n}号车间停电`, raises: true },
  { platform: "wecom", chatId: "wrkQiye3", userId: id, says: (n) => `诉求 ${n}号厂房停水`, raises: true },
  { platform: "wecom", chatId: `direct:${id}`, userId: id, says: (n) => `诉求 ${n}号仓库停电`, raises: true },
  {
    platform: "dingtalk",
    chatId: "cidQiye==",
    userId: `031${place}`,
    says: (n) => `诉求 ${n}号宿舍停水`,
    raises: true,
  },
  {
    platform: "dingtalk",
    chatId: `direct:031${place}`,
    userId: `031${place}`,
    says: (n) => `诉求 ${n}号食堂停电`,
    raises: true,
  },
]).concat([
  { platform: "dingtalk", chatId: "cidPower==", userId: "0254571", says: (n) => `备注 1 第${n}次查看`, raises: false },
  {
    platform: "dingtalk",
    chatId: "direct:0254571",
    userId: "0254571",
    says: (n) => `备注 1 第${n}次核对`,
    raises: false,
  },
  { platform: "wecom", chatId: "wrkWater", userId: "chenli", says: (n) => `备注 2 第${n}次查看`, raises: false },
  { platform: "wecom", chatId: "direct:chenli", userId: "chenli", says: (n) => `备注 2 第${n}次核对`, raises: false },
]);

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

describe(`two processes, both platforms by connection, and ${CUTS} cuts`, () => {
  it("lose nothing that was acknowledged, double nothing, and tell of each time in which something was lost", async () => {
    const files = await freshDatabase("postgresql");
    closers.push(() => files.drop());
    const night = new Night(REDELIVER_MS);
    closers.push(() => night.close());
    await night.open(ORG, files);
    const store = await openStore(files);
    closers.push(() => store.close());
    const [first] = await Promise.all([night.start(), night.start()]);
    await first?.moveClock({ at: "2025-11-17T09:00:00+08:00" });
    await night.follow(store.db);
    await eventually("both hear", () => isWhole(night));
    await tellOfWeeks(store.db, night);
    for (const [text, count] of [
      ["诉求 零号车间停电", 1],
      ["诉求 零号车间停水", 2],
    ] as const) {
      await night.say({ platform: "wecom", chatId: "wrkQiye", userId: "zhou", text }, true);
      await eventually("it is an issue", async () => (await eventsAfter(store.db, 0, 10)).length === count);
    }

    const speaking = speak(night);
    await blows(night);
    await eventually("both hear again", () => isWhole(night));
    await speaking.end();
    await night.ready(200, 20_000);
    await drain(night, store.db);
    await stopAll(night);
    expect([night.socket.sockets.open, night.dingtalk.stream.connected]).toEqual([0, 0]);
    // The next life tells what is still to be told.
    await night.start();
    await eventually("every gap is told", async () => (await pendingGaps(store.db)).length === 0, 40_000);
    await drain(night, store.db);
    await stopAll(night);
    await judge(night, store.db);
  }, 3_000_000);
});

/** Four weeks before, in which people spoke in WeCom's groups ten times a minute: without them nobody knows what silence is. */
async function tellOfWeeks(db: Db, night: Night): Promise<void> {
  const days = sql`generate_series(${night.clock.now()}::timestamptz - interval '28 days', ${night.clock.now()}::timestamptz - interval '1 day', interval '1 day')`;
  const seconds = sql`generate_series(0, ${8 * 3_600}, 6)`;
  for (const [kind, inGroup] of [
    ["group", true],
    ["direct", false],
  ] as const) {
    await db.execute(sql`
      insert into inbound (platform, message_id, received_at, retry_at, done_at, attempts, in_group)
      select 'wecom', ${kind} || day || second, at, at, at, 0, ${inGroup}
      from ${days} day, ${seconds} second, lateral (select day + second * interval '1 second' as at) moment
      where ${inGroup} or second % 60 = 0`);
  }
}

function isWhole({ socket, dingtalk }: Night): boolean {
  return socket.isSubscribed && socket.sockets.open === 1 && dingtalk.stream.hearing === 2;
}

/** Everybody speaks all the time. */
function speak(night: Night): { end: () => Promise<void> } {
  let over = false;
  let count = 0;
  const each = async (speaker: Speaker) => {
    const { says, raises, ...where } = speaker;
    for (await sleep(Math.random() * PAUSE_MS); !over; ) {
      await night.say({ ...where, text: says(++count) }, raises);
      await sleep(PAUSE_MS * (0.5 + Math.random()));
    }
  };
  const all = Promise.all(SPEAKERS.map(each));
  return {
    end: async () => {
      over = true;
      await all;
    },
  };
}

/** What is done to the connections, by turns; each is a cut or ends in one. */
const BLOWS: readonly ((night: Night) => Promise<void> | void)[] = [
  ({ socket }) => socket.cut(),
  ({ dingtalk }) => dingtalk.stream.cut(1),
  ({ socket }) => socket.failNext("aibot_respond_msg", "cut-after"),
  ({ dingtalk }) => dingtalk.stream.cut(),
  ({ socket }) => socket.failNext("aibot_send_msg", "cut-after"),
  ({ socket, dingtalk }) => {
    socket.cut();
    dingtalk.stream.cut(1);
  },
  async ({ dingtalk }) => {
    dingtalk.stream.halfOpen(1);
    await sleep(300);
    dingtalk.stream.cut(1);
  },
  async ({ socket }) => {
    socket.halfOpen();
    await sleep(300);
    socket.cut();
  },
];

async function blows(night: Night): Promise<void> {
  for (let cut = 0; cut < CUTS; cut++) {
    await BLOWS[cut % BLOWS.length]?.(night);
    await sleep(100 + Math.random() * 300);
    if (cut % 20 === 10) night.dingtalk.stream.disconnect(1);
    if (cut === CUTS / 2) await displace(night);
  }
  await stopHolder(night, 25_000);
  await restart(night, night.holder(), "SIGKILL");
  await restart(
    night,
    night.running.find((one) => one !== night.holder()),
    "SIGKILL",
  );
  await refuse(night, 110_000);
  await goDeaf(night);
}

/** Somebody takes WeCom's connection over, until an operator ends him and starts the holder anew; the other one takes over. */
async function displace(night: Night): Promise<void> {
  await eventually("somebody holds it", () => isWhole(night) && night.holder() !== undefined);
  const holder = night.holder();
  const leave = await night.intrude();
  await night.ready(503, 20_000);
  // Long enough to be worth a word in each group.
  await sleep(70_000);
  leave();
  await restart(night, holder, "SIGTERM");
}

async function restart(night: Night, program: Program | undefined, signal: "SIGTERM" | "SIGKILL"): Promise<void> {
  if (program === undefined) throw new Error("there is no such process");
  await night.strike(program, signal);
  await Promise.all([program.exit(), night.start()]);
  await eventually("both hear", () => isWhole(night), 40_000);
}

/** It stands still for longer than its lease: the other one takes over, and it fights for nothing when it wakes up. */
async function stopHolder(night: Night, forMs: number): Promise<void> {
  await eventually("somebody holds it", () => isWhole(night) && night.holder() !== undefined);
  const holder = night.holder();
  if (holder === undefined) throw new Error("nobody holds it");
  await night.strike(holder, "SIGSTOP");
  await sleep(forMs);
  await night.strike(holder, "SIGCONT");
  await eventually("both hear", () => isWhole(night), 40_000);
  expect(night.holder()).not.toBe(holder);
}

/** Neither platform takes a connection for so long. */
async function refuse(night: Night, forMs: number): Promise<void> {
  const { socket, dingtalk } = night;
  socket.failNext("aibot_subscribe", "cut", 100_000);
  dingtalk.stream.refusesSockets = true;
  socket.cut();
  dingtalk.stream.cut();
  await sleep(forMs);
  await night.ready(503, 5_000);
  socket.healthy();
  dingtalk.stream.refusesSockets = false;
  await eventually("both hear", () => isWhole(night), 40_000);
  await night.ready(200, 20_000);
}

/** Nothing that is said in WeCom's groups comes any more, until its connection is made anew. */
async function goDeaf(night: Night): Promise<void> {
  const { socket } = night;
  const { made } = socket.sockets;
  socket.deafGroups = true;
  await eventually("it is made anew", () => socket.sockets.made > made, 420_000);
  socket.deafGroups = false;
  await eventually("it hears again", () => isWhole(night));
  await sleep(60_000);
}

/** Until nothing waits any more; what a killed process held is taken over after a minute. */
async function drain(night: Night, db: Db): Promise<void> {
  for (let minute = 0; minute < 40; minute++) {
    const mover = night.holder() ?? night.running[0];
    if (mover === undefined) throw new Error("nobody runs");
    await mover.moveClock({ advance: "1m" });
    await night.follow(db);
    if (minute > 2 && (await mover.waiting()) === 0) return;
  }
}

async function stopAll(night: Night): Promise<void> {
  const exits = night.running.map(async (program) => {
    await night.strike(program, "SIGTERM");
    return program.exit();
  });
  expect(new Set(await Promise.all(exits))).toEqual(new Set([0]));
}

async function judge(night: Night, db: Db): Promise<void> {
  const events = await eventsAfter(db, 0, 100_000);
  const moved = new Map<string, number[]>();
  for (const { messageId, issueId } of events) {
    if (messageId !== null) moved.set(messageId, [...(moved.get(messageId) ?? []), issueId]);
  }
  const gaps = await db.select().from(gapTable).orderBy(asc(gapTable.beganAt));
  const lost = night.said.filter(({ id }) => !moved.has(id));
  const outside = lost.filter((one) => !gaps.some((gap) => covers(gap, one)));
  const doubled = doublesIn(night, moved);
  const tellings = night.shown("dingtalk", "direct:limin").map(({ text }) => text);
  const figures = {
    said: night.said.length,
    kept: night.said.length - lost.length,
    lost: countBoth(lost),
    "lost though accepted": lost.filter(({ accepted }) => accepted).length,
    "lost outside of a gap": outside.map(({ id, platform, from, to }) => ({ id, platform, from, to })),
    gaps: gaps.length,
    "told in": tellings.filter((text) => /中断|恢复|收不到/u.test(text)).length,
    "shown twice around the end of a process": doubled.filter(({ unnoted }) => unnoted).length,
    "shown twice": countBoth(doubled.filter(({ unnoted }) => !unnoted)),
    "ends that were unknown": night.unknown,
    connections: night.socket.sockets.made,
    displaced: night.programs.flatMap(({ output }) => output.match(/"displaced".*The connection is not open/g) ?? [])
      .length,
  };
  process.stdout.write(`${JSON.stringify(figures)}\n`);

  expect([...moved.values()].filter((issues) => issues.length !== 1)).toEqual([]);
  expect(
    night.said.filter(({ platform, accepted, id }) => platform === "dingtalk" && accepted && !moved.has(id)),
  ).toEqual([]);
  expect(figures["lost outside of a gap"]).toEqual([]);
  for (const platform of ["wecom", "dingtalk"] as const) {
    const again = doubled.filter((one) => one.platform === platform && !one.unnoted);
    // Which of them is the one that should not be is not to be told.
    expect(again.length > night.unknown[platform] ? again : []).toEqual([]);
  }
  expect(gaps.filter(({ endedAt }) => endedAt === null)).toEqual([]);
  for (const platform of ["wecom", "dingtalk"] as const) {
    expect([platform, countTold(tellings, platform)]).toEqual([
      platform,
      countWorthy(gaps.filter((one) => one.platform === platform)),
    ]);
  }
  // Nobody but the intruder took the connection from who held it, and from who stood still the one that replaced it.
  expect(figures.displaced).toBeLessThanOrEqual(2);
  sayPosted(night, gaps);
  expect(await audit(db, night.clock.now())).not.toHaveProperty("fault");
}

/** Each group was asked to say again what it said in a long time, deaf or not connected. */
function sayPosted(night: Night, gaps: readonly Gap[]): void {
  const long = gaps.filter(({ beganAt, endedAt }) => (endedAt ?? beganAt).getTime() - beganAt.getTime() >= 60_000);
  expect(long.map(({ platform, kind }) => `${platform} ${kind}`).sort()).toEqual([
    "dingtalk connection",
    "wecom connection",
    "wecom connection",
    "wecom group",
  ]);
  for (const { platform, chatId } of SPEAKERS.filter(({ chatId }) => !chatId.startsWith("direct:"))) {
    const asked = night.shown(platform, chatId).filter(({ text }) => text.includes("的消息可能未收到"));
    // One whose end was not known was sent again, and times that ended while nothing could be sent stand in one message.
    const spans = new Set(asked.flatMap(({ text }) => text.split(" 的消息")[0]?.split("、") ?? []));
    expect([chatId, spans.size]).toEqual([chatId, platform === "wecom" ? 3 : 1]);
  }
}

function covers({ platform, kind, beganAt, endedAt }: Gap, said: Said): boolean {
  if (platform !== said.platform || endedAt === null) return false;
  if (kind !== "connection" && (kind === "group") !== said.inGroup) return false;
  return beganAt.getTime() - ON_THE_WAY_MS <= said.to.getTime() && endedAt >= said.from;
}

/** How many gaps of a platform the coordinator was told of. */
function countTold(tellings: readonly string[], platform: SimPlatform): number {
  const name = { wecom: "企业微信", dingtalk: "钉钉" }[platform];
  return tellings.reduce((sum, text) => {
    if (new RegExp(`${name}(已恢复收消息|又收到)`, "u").test(text)) return sum + 1;
    const short = new RegExp(`${name}的连接(?:短暂中断 (\\d+) 次|中断)`, "u").exec(text);
    return short === null ? sum : sum + Number(short[1] ?? 1);
  }, 0);
}

/** A long one is told by itself; short ones that are told together are when they are a second in all. */
function countWorthy(gaps: readonly Gap[]): number {
  const lengthOf = ({ beganAt, endedAt }: Gap) => (endedAt ?? beganAt).getTime() - beganAt.getTime();
  const short = gaps.filter((one) => lengthOf(one) < POSTED_FROM_MS);
  const together = new Map<number, number[]>();
  for (const one of short) {
    const told = one.postedAt?.getTime() ?? 0;
    together.set(told, [...(together.get(told) ?? []), lengthOf(one)]);
  }
  const worthy = [...together.values()].filter((lengths) => lengths.reduce((sum, one) => sum + one, 0) >= 1_000);
  return gaps.length - short.length + worthy.flat().length;
}

function countBoth(all: readonly { readonly platform: SimPlatform }[]): Readonly<Record<SimPlatform, number>> {
  const count = (name: SimPlatform) => all.filter(({ platform }) => platform === name).length;
  return { wecom: count("wecom"), dingtalk: count("dingtalk") };
}

/** Receipts and announcements that were shown again. Each is one whose end was unknown, or that a process was just sending. */
function doublesIn(night: Night, moved: ReadonlyMap<string, readonly number[]>) {
  const numbers = night.said.flatMap(({ id, raises }) => (raises ? (moved.get(id)?.[0] ?? []) : []));
  const chats = new Map(SPEAKERS.map(({ platform, chatId }) => [`${platform} ${chatId}`, { platform, chatId }]));
  return [...chats.values()].flatMap(({ platform, chatId }) => {
    const times = new Map<string, number[]>();
    for (const { text, at } of night.shown(platform, chatId)) {
      const about = /(已收到|新诉求) #(\d+)/u.exec(text);
      if (about === null || !numbers.includes(Number(about[2]))) continue;
      times.set(about[0], [...(times.get(about[0]) ?? []), at]);
    }
    return [...times].flatMap(([about, [first = 0, ...again]]) =>
      again.map(() => ({
        platform,
        about: `${chatId} ${about} ${new Date(first).toISOString()} ${again.map((one) => new Date(one).toISOString())}`,
        unnoted: night.ends.some((end) => Math.abs(end - first) <= UNNOTED_MS),
      })),
    );
  });
}
