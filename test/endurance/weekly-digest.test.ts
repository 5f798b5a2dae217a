import { Client } from "pg";
import { afterEach, describe, expect, it } from "vitest";
import { advance, countOf, type Tally } from "../../src/domain/issue/figures.ts";
import { eventsAfter } from "../../src/store/events.ts";
import { freshDatabase, type TestDatabase } from "../support/databases.ts";
import { type Park, startPark } from "../support/park.ts";
import { headlines, openQuietPark } from "../support/story.ts";
import { told, variant } from "../support/told.ts";

/** In full the park's own figures. */
const { collected, measured, solved } = told({
  short: { collected: 5, measured: 4, solved: 3 },
  full: { collected: 95, measured: 92, solved: 82 },
});
const COUNTS = `收集 ${collected}　有措施 ${measured}\n已解决 ${solved}　未解决 ${collected - solved}`;

/** The issues of one week, of which one is accepted as explained, and two void ones beside them. */
async function aWeekOfIssues(park: Park): Promise<void> {
  const { directory } = park.app.holder.park;
  const speaker = (person: string, chat: string) => (text: string) =>
    park.sandbox.wecom.say({
      chatId: directory.chat(chat)?.chatId ?? "",
      userId: directory.person(person)?.wecom ?? "",
      text,
    });
  const [company, unit, office] = [speaker("周长友", "qiye"), speaker("黄志华", "shenpi"), speaker("李敏", "qiye")];
  for (let id = 1; id <= collected + 2; id++) await company(`诉求 环评第${id}项材料`);
  const each = async (from: number, to: number, say: (id: number) => Promise<unknown>) => {
    for (let id = from; id <= to; id += 8) {
      await Promise.all(Array.from({ length: Math.min(8, to - id + 1) }, (_, index) => say(id + index)));
    }
  };
  await each(1, measured, (id) => unit(`签收 ${id}`));
  await each(1, measured, (id) => unit(`措施 ${id} 一次告知 11月20日前`));
  await each(1, solved + 1, (id) => unit(`答复 ${id} 已办`));
  await each(1, solved, (id) => company(`已解决 ${id}`));
  await company(`认可 ${solved + 1}`);
  await company(`撤回 ${collected + 1}`);
  await unit(`退单 ${collected + 2} 属经济发展局`);
  await office(`同意 ${collected + 2}`);
  await office(`不受理 ${collected + 2} 重复`);
}

/** The counts once more, from nothing but the record. */
async function recounted(park: Park) {
  const tallies = new Map<number, Tally>();
  for (const event of await eventsAfter(park.app.db, 0, 10_000)) {
    const { action, toState, data } = event;
    const rating = typeof data["rating"] === "number" ? data["rating"] : undefined;
    // The column holds what the lifecycle's states are.
    const entry = { action, toState: toState as Tally["state"], ...(rating === undefined ? {} : { rating }) };
    tallies.set(event.issueId, advance(tallies.get(event.issueId), entry));
  }
  return countOf(tallies.values());
}

function digests(park: Park, chat = "qiye"): readonly string[] {
  return park.said(chat).filter((text) => /诉求办理周报|诉求周报/u.test(text));
}

describe("the weekly digest", () => {
  it("prints the park's own figures, and the record alone gives the same", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    await aWeekOfIssues(park);
    await park.at("2026-11-20T16:59:00+08:00");
    expect(digests(park)).toEqual([]);
    await park.at("2026-11-20T17:10:00+08:00");
    const [digest, ...more] = digests(park);
    expect(more).toEqual([]);
    expect(digest).toContain("诉求办理周报　11月13日 周五 至 11月20日 周五");
    expect(digest).toContain(`累计\n${COUNTS}`);
    expect(digest).toContain(`近7天\n${COUNTS}`);
    expect(await park.say("李敏", "duban", "统计")).toContain(COUNTS);
    expect(await park.say("李敏", "duban", "统计 本周")).toContain(COUNTS);
    expect(await park.say("李敏", "qiye", "统计")).toContain(COUNTS);
    expect(await park.say("李敏", "duban", "统计 上月")).toContain("收集 0　有措施 0\n已解决 0　未解决 0");
    expect(await park.say("李敏", "direct", "简报")).toContain(`累计\n${COUNTS}`);
    expect(await recounted(park)).toEqual({ collected, measured, solved, open: collected - solved });
    const stats = await park.say("李敏", "duban", "统计");
    // Solved among those of whom the company said anything; returned and withdrawn ones are void.
    expect(stats).toContain(`${((100 * solved) / (solved + 1)).toFixed(1)}%（${solved}/${solved + 1}）`);
    expect(await park.say("周长友", "qiye", "简报")).toContain("「简报」供工作人员使用");
  });

  it("with nothing to say is one line, in each group", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    await park.at("2026-11-20T17:00:00+08:00");
    for (const chat of ["qiye", "qiye-dingtalk"]) {
      expect(park.said(chat)).toEqual([
        "诉求周报：近7天没有新的诉求和进展。累计：收集 0　有措施 0　已解决 0　未解决 0",
      ]);
    }
  });

  variant(
    "lists in one list what was raised, moved and closed in this group, and what is still to be done",
    async () => {
      const park = await openQuietPark("2026-11-16T09:00:00+08:00");
      await park.say("周长友", "qiye", "诉求 三车间停电");
      await park.say("周长友", "qiye", "诉求 路面坑洼");
      await park.say("唐志强", "qiye-dingtalk", "诉求 宽带断网");
      await park.say("王建国", "gongdian", "签收 1");
      await park.say("王建国", "gongdian", "答复 1 已修好");
      await park.say("周长友", "qiye", "已解决 1");
      await park.say("魏强", "jiaotong", "签收 2");
      await park.at("2026-11-20T17:00:00+08:00");
      const lines = digests(park)[0]
        ?.split("\n")
        .filter((line) => line.startsWith("•") || /（\d+）$/u.test(line));
      expect(lines).toEqual([
        "诉求进展（2）",
        "• 【新提出·已办结】#1 三车间停电（已解决，供电公司）",
        "• 【新提出·有进展】#2 路面坑洼（办理中，交通运输局，期限 11月25日 周三 09:00）",
      ]);
      expect(digests(park, "qiye-dingtalk")[0]).toContain("#3 宽带断网");
      expect(digests(park, "qiye-dingtalk")[0]).not.toMatch(/#1|#2/u);
      // The next one says only what is new.
      await park.at("2026-11-27T17:00:00+08:00");
      expect(digests(park)).toHaveLength(2);
      expect(digests(park)[1]).not.toContain("新提出");
      expect(digests(park)[1]).toContain("诉求进展（1）");
    },
  );
});

describe("a digest's slot", () => {
  let database: TestDatabase;
  let park: Park | undefined;

  afterEach(async () => {
    await park?.close();
    park = undefined;
    await database.drop();
  });

  /** The program starts, or starts again, and its clock goes to a moment. */
  async function start(at: string): Promise<Park> {
    await park?.close();
    park = await startPark(database, at);
    return park;
  }

  /** The program is down until a moment. */
  async function downUntil(at: string): Promise<Park> {
    await park?.close();
    park = undefined;
    const client = new Client(database.databaseUrl);
    await client.connect();
    const offset = JSON.stringify(new Date(at).getTime() - Date.now());
    await client.query("update settings set value = $1 where name = 'clock-offset'", [offset]);
    await client.end();
    park = await startPark(database, new Date(new Date(at).getTime() + 30_000).toISOString());
    await park.settle();
    return park;
  }

  variant("is posted once, over a restart before it and restarts after it", async () => {
    database = await freshDatabase("postgresql");
    const first = await start("2026-11-16T09:00:00+08:00");
    await first.say("周长友", "qiye", "诉求 三车间停电");
    const second = await start("2026-11-20T16:59:50+08:00");
    expect(digests(second)).toEqual([]);
    await second.at("2026-11-20T17:00:00+08:00");
    expect(digests(second)).toHaveLength(1);
    const third = await start("2026-11-20T17:05:00+08:00");
    await third.at("2026-11-26T17:00:00+08:00");
    expect(headlines(digests(third))).toEqual(["诉求办理周报　11月13日 周五 至 11月20日 周五"]);
  });

  it("that was missed is posted late and says so, as it would have been at its time", async () => {
    database = await freshDatabase("postgresql");
    const before = await start("2026-11-16T09:00:00+08:00");
    await before.say("周长友", "qiye", "诉求 三车间停电");
    const after = await downUntil("2026-11-21T04:58:00+08:00");
    expect(headlines(digests(after))).toEqual(["诉求办理周报　11月13日 周五 至 11月20日 周五"]);
    expect(digests(after)[0]).toContain("（服务曾中断，本期补发）");
  });

  it("that was missed by more than twelve hours is left out, and the next one comes", async () => {
    database = await freshDatabase("postgresql");
    const before = await start("2026-11-16T09:00:00+08:00");
    await before.say("周长友", "qiye", "诉求 三车间停电");
    const after = await downUntil("2026-11-21T05:01:00+08:00");
    expect(digests(after)).toEqual([]);
    await after.at("2026-11-27T17:00:00+08:00");
    expect(headlines(digests(after))).toEqual(["诉求办理周报　11月20日 周五 至 11月27日 周五"]);
    expect(digests(after)[0]).not.toContain("补发");
  });
});
