import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { audit } from "../../src/issues/audit.ts";
import { eventsAfter } from "../../src/store/events.ts";
import { readInbound } from "../../src/store/inbound.ts";
import { freshDatabase } from "../support/databases.ts";
import { type Message, Outside } from "../support/outside.ts";
import { Program } from "../support/program.ts";
import { openStore } from "../support/store.ts";
import { told } from "../support/told.ts";

const MESSAGES = told({ short: 20, full: 200 });
/** Every fourth is in a start. */
const KILLS = told({ short: 1, full: 10 });

/** Five departments, each with its group: three in DingTalk, two in WeCom. */
const UNITS = [
  { code: "power", keyword: "停电", platform: "dingtalk" },
  { code: "water", keyword: "停水", platform: "wecom" },
  { code: "police", keyword: "盗窃", platform: "dingtalk" },
  { code: "roads", keyword: "堵车", platform: "wecom" },
  { code: "school", keyword: "转学", platform: "dingtalk" },
] as const;

const ORG = `
park: { name: 园区 }
departments:
${UNITS.map(({ code }) => `  - { code: ${code}, name: ${code}局 }`).join("\n")}
categories:
${UNITS.map(({ code, keyword }) => `  - { code: ${code}, name: ${code}, department: ${code}, keywords: [${keyword}] }`).join("\n")}
enterprises:
  - { code: zhongsu, name: 湖南中塑科技有限公司 }
people:
  - { name: 周长友, role: liaison, enterprise: zhongsu, wecom: zhou, dingtalk: "0310021" }
  - { name: 李敏, role: coordinator, dingtalk: limin }
chats:
  - { code: qiye, platform: wecom, chatId: wrkQiye, name: 企业群, audience: enterprise, webhook: "\${WECOM}/cgi-bin/webhook/send?key=qiye" }
  - { code: qiye2, platform: dingtalk, chatId: "cidQiye==", name: 企业钉钉群, audience: enterprise }
${UNITS.map(({ code, platform }) => {
  const webhook = platform === "wecom" ? `, webhook: "\${WECOM}/cgi-bin/webhook/send?key=${code}"` : "";
  return `  - { code: ${code}, platform: ${platform}, chatId: "id-${code}", name: ${code}群, audience: department, department: ${code}${webhook} }`;
}).join("\n")}
`;

const messages = Array.from({ length: MESSAGES }, (_, index): Message => {
  const { keyword } = UNITS[index % UNITS.length] ?? UNITS[0];
  const chat = index % 2 === 0 ? "qiye" : "qiye2";
  return { id: `kill-${index}`, person: "周长友", chat, text: `诉求 ${index}号车间${keyword}` };
});

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

describe(`${MESSAGES} messages while the program is killed ${KILLS} times`, () => {
  it("become as many issues, and every department hears of each of its own, in order", async ({ signal }) => {
    const files = await freshDatabase("embedded");
    closers.push(() => files.drop());
    let program: Program | undefined;
    const outside = await Outside.open(files.dataDir, ORG, () => program?.url || "http://127.0.0.1:9");
    closers.push(
      () => outside.close(),
      async () => program?.kill(),
    );
    const env = { ...outside.env, DATA_DIR: files.dataDir, LOG_LEVEL: "fatal" };
    program = await Program.start(env);
    await outside.moveClock(program, { at: "2025-11-17T09:00:00+08:00" });

    // Eight senders, each with the next message until it is acknowledged, as the platform repeats it.
    const waiting = [...messages];
    const numbers = new Map<string, string>();
    let acknowledged = 0;
    let repeats = 0;
    const deliver = async () => {
      for (let message = waiting.shift(); message !== undefined; message = waiting.shift()) {
        for (;;) {
          const { status, text } = await outside.send(message);
          const number = /#(\d+)/.exec(text)?.[1];
          if (number !== undefined) numbers.set(message.id, number);
          if (status === 200) break;
          repeats += 1;
          await sleep(100, undefined, { signal });
        }
        acknowledged += 1;
      }
    };
    const senders = Promise.all(Array.from({ length: 8 }, deliver));

    // Killed at a random moment of each life: while it starts, works or sends.
    for (let kill = 1; kill <= KILLS; kill++) {
      const inStart = kill % 4 === 0;
      const goal = (kill * MESSAGES) / (KILLS + 1);
      if (!inStart) await program.ready();
      while (!inStart && acknowledged < goal) await sleep(5, undefined, { signal });
      await sleep(Math.random() * (inStart ? 1_500 : 60));
      await program.kill();
      program = await Program.spawn(env);
    }
    await program.ready();
    await senders;
    expect(repeats).toBeGreaterThan(0);

    // What a killed process had taken in or held is taken over after a minute; the budgets need a few more.
    for (let minute = 0; minute < 20; minute++) {
      await outside.moveClock(program, { advance: "1m" });
      if (minute > 2 && (await program.waiting()) === 0) break;
    }
    program.signal("SIGTERM");
    expect(await program.exit()).toBe(0);

    const database = await openStore(files);
    closers.push(() => database.close());
    const filed = new Map<string, number[]>();
    for (const event of await eventsAfter(database.db, 0, 1000)) {
      const id = event.messageId ?? "";
      filed.set(id, [...(filed.get(id) ?? []), event.issueId]);
    }
    expect(await audit(database.db, new Date())).toMatchObject({ sealed: { events: messages.length, waiting: 0 } });
    expect([...filed.keys()].sort()).toEqual(messages.map(({ id }) => id).sort());
    expect([...filed.values()].filter((issues) => issues.length !== 1)).toEqual([]);
    for (const [id, number] of numbers) expect([id, filed.get(id)]).toEqual([id, [Number(number)]]);
    expect(await readInbound(database.db, { platform: "wecom", messageId: "kill-0" })).toMatchObject({
      message: null,
      reply: { issueId: filed.get("kill-0")?.[0] },
    });

    for (const { code } of UNITS) {
      const heard = outside.said(code).map((text) => Number(/新诉求 #(\d+)/.exec(text)?.[1]));
      const arrivals = [...new Set(heard)];
      const own = messages.filter((_, index) => UNITS[index % UNITS.length]?.code === code);
      const issues = own.map(({ id }) => filed.get(id)?.[0] ?? 0).sort((a, b) => a - b);
      expect([code, arrivals]).toEqual([code, issues]);
    }
    // The replies in DingTalk, too, arrived at least once each.
    const receipts = outside.said("qiye2").map((text) => Number(/已收到 #(\d+)/.exec(text)?.[1]));
    expect(new Set(receipts).size).toBe(MESSAGES / 2);
  }, 240_000);
});
