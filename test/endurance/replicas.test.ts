import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect } from "vitest";
import { freshDatabase } from "../support/databases.ts";
import { Outside, smallPark } from "../support/outside.ts";
import { Program } from "../support/program.ts";
import { variant } from "../support/told.ts";

const OFFICIALS = Array.from({ length: 20 }, (_, index) => `经办${String(index + 1).padStart(2, "0")}`);

const ORG = smallPark({
  people: OFFICIALS.map(
    (name, index) => `  - { name: ${name}, role: officer, department: power, dingtalk: "05${index}" }`,
  ),
  chats: [
    `  - { code: duban, platform: wecom, chatId: wrkDuban, name: 督办群, audience: supervision, webhook: "\${WECOM}/cgi-bin/webhook/send?key=duban" }`,
  ],
  rest: `
digests:
  - { chat: qiye, kind: enterprise-weekly, cron: "0 17 * * 5" }
  - { chat: qiye2, kind: enterprise-weekly, cron: "0 17 * * 5" }
  - { chat: gongdian, kind: department-daily, cron: "30 8 * * *" }
  - { chat: duban, kind: supervision-weekly, cron: "30 8 * * 1" }
  - { kind: coordinator-daily, cron: "0 17 * * *" }
`,
});

/** Before which of them a process is stopped and before which one is killed, and which one moves the clock to each. */
const FRIDAYS = {
  fridays: ["2025-11-21", "2025-11-28", "2025-12-05", "2025-12-12"],
  stopAt: 1,
  killAt: 3,
  movers: [0, 0, 2, 0],
};
/** All reach the slots of these days at once; those of the days between are passed on the way. */
const DAYS = ["2025-11-18", "2025-11-21", "2025-11-24"];

/** Longer than the others need to see that the clock was moved: they look every second. */
const FOLLOWED_MS = 2_500;

describe("three processes on one PostgreSQL", () => {
  const closers: (() => Promise<unknown>)[] = [];
  const programs: Program[] = [];
  let outside: Outside;
  let env: Record<string, string>;

  /** Callbacks go to the processes in turn, as behind a load balancer. */
  let turn = 0;
  const nextUrl = () => programs[turn++ % programs.length]?.url ?? "";
  const program = (index: number): Program => {
    const found = programs[index];
    if (found === undefined) throw new Error(`no process ${index}`);
    return found;
  };

  beforeEach(async () => {
    const files = await freshDatabase("postgresql");
    closers.push(() => files.drop());
    outside = await Outside.open(files.dataDir, ORG, nextUrl);
    closers.push(() => outside.close());
    env = { ...outside.env, DATA_DIR: files.dataDir, DATABASE_URL: files.databaseUrl ?? "" };
    closers.push(() => Promise.all(programs.splice(0).map((one) => one.kill())));
    programs.push(await Program.start(env));
    await outside.moveClock(program(0), { at: "2025-11-17T09:00:00+08:00" });
    programs.push(...(await Promise.all([Program.start(env), Program.start(env)])));
  });
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close();
  });

  variant(
    "let one of twenty officials sign, tell the other nineteen who did and when, and never set the clock back",
    async () => {
      const filed = await outside.send({ id: "m1", person: "周长友", chat: "qiye", text: "诉求 三车间停电" });
      expect(filed.text).toContain("#1");
      const answers = await Promise.all(
        OFFICIALS.map((person) => outside.send({ id: `sign ${person}`, person, chat: "gongdian", text: "签收 1" })),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
      const replies = () => outside.said("gongdian").filter((text) => !text.includes("新诉求"));
      // Eighteen replies go out in a minute, the other two in the next.
      for (let waited = 0; replies().length < 18 && waited < 10_000; waited += 50) await sleep(50);
      await outside.moveClock(program(0), { advance: "2m" });

      const signed = replies().filter((text) => text.includes("已签收　#1"));
      expect(signed).toHaveLength(1);
      const told = replies().flatMap((text) => /#1 已由(经办\d\d)在11月17日 周一 09:0\d签收/.exec(text)?.[1] ?? []);
      expect(told).toHaveLength(19);
      expect(new Set(told).size).toBe(1);
      expect(replies()).toHaveLength(20);
      const announced = outside.said("qiye").filter((text) => text.includes("已签收"));
      expect(announced).toHaveLength(1);
      expect(announced[0]).toContain("供电公司");

      // The same three: two of them move the clock at once, and it never goes back.
      const at = (moment: string) => ({ at: `2025-11-${moment}:00+08:00` });
      await Promise.all([
        program(0).moveClock(at("18T17:30")),
        sleep(10).then(() => program(1).moveClock({ advance: "5m" })),
        sleep(20).then(() => program(2).moveClock({ advance: "1h" })),
      ]);
      await sleep(FOLLOWED_MS);
      for (const one of programs) {
        const { now } = (await (await fetch(`${one.url}/sandbox/clock`)).json()) as { now: string };
        expect(new Date(now).getTime()).toBeGreaterThanOrEqual(new Date(at("18T17:30").at).getTime());
      }
    },
  );

  variant("post each Friday's digest once, whichever moves the clock and whichever restarts", async () => {
    const digests = (chat: string) => outside.said(chat).filter((text) => text.includes("周报"));
    const { fridays, stopAt, killAt, movers } = FRIDAYS;
    // With an issue in the ledger the clock only goes forward: who comes a moment late does not set it back over the slot.
    await outside.send({ id: "m1", person: "周长友", chat: "qiye", text: "诉求 三车间停电" });
    for (const [index, friday] of fridays.entries()) {
      if (index === stopAt) {
        program(2).signal("SIGTERM");
        expect(await program(2).exit()).toBe(0);
      }
      if (index === killAt) await program(1).kill();
      const mover = program(movers[index] ?? 0);
      await outside.moveClock(mover, { at: `${friday}T16:59:00+08:00` });
      expect([friday, digests("qiye").length, digests("qiye2").length]).toEqual([friday, index, index]);
      await sleep(FOLLOWED_MS);
      // All that run reach the slot at once.
      const running = programs.filter((one) => one.ended === null);
      // Who comes a moment later than another finds the moment past.
      await Promise.allSettled(running.map((one) => one.moveClock({ at: `${friday}T17:00:00+08:00` })));
      await outside.moveClock(mover, { advance: "5m" });
      // The one that won the slot may still be sending.
      for (
        let waited = 0;
        waited < 2_000 && digests("qiye").length + digests("qiye2").length < 2 * index + 2;
        waited += 50
      )
        await sleep(50);
      expect([friday, digests("qiye").length, digests("qiye2").length]).toEqual([friday, index + 1, index + 1]);
      if (index === stopAt) programs[2] = await Program.start(env);
    }
    // Nothing comes late, and the replicas stand at one time.
    await sleep(FOLLOWED_MS);
    expect([digests("qiye").length, digests("qiye2").length]).toEqual([fridays.length, fridays.length]);
    const times = await Promise.all(
      programs.filter((one) => one.ended === null).map(async (one) => (await fetch(`${one.url}/sandbox/clock`)).json()),
    );
    const moments = times.map((one) => new Date((one as { now: string }).now).getTime());
    expect(Math.max(...moments) - Math.min(...moments)).toBeLessThan(1_000);
  });

  variant(
    "post every slot of every digest once, and give every reminder once, when all of them reach it at the same moment",
    async () => {
      const direct = (userId: string) =>
        outside.sandbox.world.messages.filter((one) => one.chatId === `direct:${userId}`).map((one) => one.text);
      await outside.send({ id: "forgotten", person: "周长友", chat: "qiye", text: "诉求 三车间停电" });
      for (const day of DAYS) {
        for (const time of ["08:30", "17:00"]) {
          await Promise.allSettled(programs.map((one) => one.moveClock({ at: `${day}T${time}:00+08:00` })));
          await outside.moveClock(program(0), { advance: "2m" });
        }
      }
      await sleep(FOLLOWED_MS);
      const count = (texts: readonly string[], words: RegExp) => texts.filter((text) => words.test(text)).length;
      expect({
        daily: count(outside.said("gongdian"), /今日待办/u),
        monday: count(outside.said("duban"), /督办周报/u),
        coordinator: count(direct("limin"), /营商办每日提示/u),
        friday: count(outside.said("qiye"), /周报/u),
      }).toEqual({ daily: 5, monday: 1, coordinator: 6, friday: 1 });
      // Nobody signed it: the coordinator hears of it four hours after those who should have.
      expect(count(direct("limin"), /仍未签收/u)).toBe(1);
    },
  );
});
