import { setTimeout as sleep } from "node:timers/promises";
import { asc } from "drizzle-orm";
import fc from "fast-check";
import { expect, it, onTestFinished } from "vitest";
import { ownDigests } from "../../src/features/digests/kinds.ts";
import { remindersNotice } from "../../src/features/reminders/reminders-notice.ts";
import { eventsAfter } from "../../src/store/events.ts";
import { notices } from "../../src/store/schema.ts";
import { freshDatabase } from "../support/databases.ts";
import { type Message, Outside } from "../support/outside.ts";
import { Program } from "../support/program.ts";
import { openStore } from "../support/store.ts";

const KILLS = 6;
const ISSUES = 9;
const DAY_MS = 86_400_000;
const BEGIN = new Date("2025-11-17T09:00:20+08:00").getTime();
const END = new Date("2025-12-05T17:45:20+08:00");

const ORG = `
park: { name: 园区 }
departments:
  - { code: power, name: 供电公司 }
  - { code: roads, name: 交通局 }
categories:
  - { code: power, name: 用电, department: power, keywords: [停电] }
  - { code: roads, name: 道路, department: roads, keywords: [堵车] }
enterprises:
  - { code: zhongsu, name: 湖南中塑科技有限公司 }
people:
  - { name: 周长友, role: liaison, enterprise: zhongsu, wecom: zhou }
  - { name: 王建国, role: head, department: power, dingtalk: "0254571" }
  - { name: 魏强, role: head, department: roads, wecom: weiqiang }
  - { name: 李敏, role: coordinator, dingtalk: limin }
  - { name: 赵长河, role: leader, dingtalk: "0254001" }
chats:
  - { code: qiye, platform: wecom, chatId: wrkQiye, name: 企业群, audience: enterprise, webhook: "\${WECOM}/cgi-bin/webhook/send?key=qiye" }
  - { code: power, platform: dingtalk, chatId: "cidPower==", name: 供电公司群, audience: department, department: power }
  - { code: roads, platform: wecom, chatId: wrkRoads, name: 交通局群, audience: department, department: roads, webhook: "\${WECOM}/cgi-bin/webhook/send?key=roads" }
  - { code: duban, platform: wecom, chatId: wrkDuban, name: 督办群, audience: supervision, webhook: "\${WECOM}/cgi-bin/webhook/send?key=duban" }
digests:
  - { chat: qiye, kind: enterprise-weekly, cron: "0 17 * * 5" }
  - { chat: power, kind: department-daily, cron: "30 8 * * *" }
  - { chat: duban, kind: supervision-weekly, cron: "30 8 * * 1" }
`;

/** `N` in a text stands for the issue's number, which is known when it is filed: a killed database leaves numbers out. */
interface Line {
  readonly at: number;
  readonly index: number;
  readonly message: Message;
}

/** What people say in these weeks: issues that are filed one after the other, and left at some point of their lives. */
function script(): readonly Line[] {
  const lives = fc.sample(
    fc.record({
      urgent: fc.constantFrom(true, false, false),
      roads: fc.boolean(),
      // Hours from one word to the next; how many are said.
      hours: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 4, maxLength: 4 }),
      said: fc.integer({ min: 0, max: 4 }),
    }),
    { numRuns: ISSUES, seed: 20251117 },
  );
  const lines = lives.flatMap(({ urgent, roads, hours, said }, index): Line[] => {
    const [person, chat, word] = roads ? (["魏强", "roads", "堵车"] as const) : (["王建国", "power", "停电"] as const);
    const company = { person: "周长友", chat: "qiye" };
    const words = [
      { person, chat, text: "签收 N" },
      { person, chat, text: "进展 N 正在处理" },
      { person, chat, text: "答复 N 已处理" },
      { ...company, text: "已解决 N" },
    ].slice(0, said);
    let at = BEGIN + index * 0.5 * DAY_MS;
    const filed: Line = {
      at,
      index,
      message: { id: `filed-${index}`, ...company, text: `诉求 ${urgent ? "紧急 " : ""}${index}号车间${word}` },
    };
    return [
      filed,
      ...words.map((one, step) => {
        at += (hours[step] ?? 1) * 3_600_000;
        return { at, index, message: { id: `said-${index}-${step}`, ...one } };
      }),
    ];
  });
  return lines.filter((line) => line.at < END.getTime()).sort((a, b) => a.at - b.at);
}

/** Plays the script; `kills` times the program is killed while it works through what became due. Returns what was sent. */
async function play(
  kills: number,
): Promise<{ readonly messages: readonly string[]; readonly moves: readonly string[] }> {
  const files = await freshDatabase("embedded");
  onTestFinished(() => files.drop());
  let program: Program | undefined;
  const outside = await Outside.open(files.dataDir, ORG, () => program?.url || "http://127.0.0.1:9");
  onTestFinished(async () => {
    await program?.kill();
    await outside.close();
  });
  const env = { ...outside.env, DATA_DIR: files.dataDir, LOG_LEVEL: "fatal" };
  program = await Program.start(env);
  await outside.moveClock(program, { at: new Date(BEGIN).toISOString() });

  const lines = script();
  const numbers = new Map<number, number>();
  const moments = Array.from({ length: kills }, (_, kill) => Math.floor(((kill + 1) * lines.length) / (kills + 1)));
  const killAt = new Set(moments);
  for (const [place, { at, index, message }] of lines.entries()) {
    const moment = { at: new Date(at).toISOString() };
    if (killAt.has(place)) {
      const moving = outside.moveClock(program, moment).catch(() => null);
      await sleep(Math.random() * 150);
      await program.kill();
      await moving;
      program = await Program.start(env);
    }
    await forward(outside, program, at);
    const text = message.text.replace("N", String(numbers.get(index) ?? ""));
    for (;;) {
      const answer = await outside.send({ ...message, text });
      if (answer.status === 200) {
        const number = /已收到 #(\d+)/u.exec(answer.text)?.[1];
        if (number !== undefined) numbers.set(index, Number(number));
        break;
      }
      await sleep(50);
    }
  }
  await forward(outside, program, END.getTime());
  expect(killAt.size).toBe(kills);
  program.signal("SIGTERM");
  expect(await program.exit()).toBe(0);

  const database = await openStore(files);
  const rows = await database.db.select().from(notices).orderBy(asc(notices.id));
  const events = await eventsAfter(database.db, 0, 10_000);
  await database.close();
  expect(rows.filter((row) => row.state !== "sent").map((row) => row.body.kind)).toEqual([]);
  const nameOf = (id: number) => [...numbers].find(([, number]) => number === id)?.[0] ?? `unknown ${id}`;
  return {
    messages: rows.flatMap(({ lane, body }) => {
      if (ownDigests.notice.is(body)) return [`${lane} ${body.facts.kind} ${body.facts.to}`];
      if (!remindersNotice.is(body)) return [];
      return body.items.map((item) => `${lane} ${nameOf(item.issueId)} ${item.rung} ${item.deadline.slice(0, 10)}`);
    }),
    moves: events.map((event) => `${nameOf(event.issueId)} ${event.action} ${event.toState}`),
  };
}

/** The clock of a program that was killed may stand behind, at, or a little past the moment. */
async function forward(outside: Outside, program: Program, at: number): Promise<void> {
  const answer = await fetch(`${program.url}/sandbox/clock`);
  const { now } = (await answer.json()) as { now: string };
  await outside.moveClock(program, { at: new Date(Math.max(at, new Date(now).getTime() + 1_000)).toISOString() });
}

it("killed again and again while it works through what is due, it sends the same reminders and digests, each once", async () => {
  const calm = await play(0);
  const killed = await play(KILLS);
  expect(killed.moves.toSorted()).toEqual(calm.moves.toSorted());
  expect(killed.messages.toSorted()).toEqual(calm.messages.toSorted());
  expect(new Set(killed.messages).size).toBe(killed.messages.length);
  // The control: there was something to lose and to repeat.
  expect(calm.messages.filter((line) => line.includes("answer-")).length).toBeGreaterThanOrEqual(11);
  expect(calm.moves.filter((line) => line.includes("lapse"))).not.toEqual([]);
});
