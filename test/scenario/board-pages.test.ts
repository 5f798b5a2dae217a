import { readXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { openQuietPark } from "../support/story.ts";
import { variant } from "../support/told.ts";
import { hiddenIn, movesOn, Visitor } from "../support/visitor.ts";

/**
 * The other pages of the board of the sample park. 李敏 coordinates, 赵长河 leads; 王建国 heads the power company; 周长友 speaks for 中塑科技,
 * 唐志强 for 恒达鞋业.
 */
const MONDAY = "2026-11-16T09:00:00+08:00";

/** The numbers in the first column of the page's list. */
const numbersOn = (html: string) =>
  [...html.matchAll(/<td data-head="编号"><a href="\/issues\/(\d+)"/g)].map(([, id]) => Number(id));

/** What the browser draws, by the charts' names. */
function chartsOn(html: string): Readonly<Record<string, { readonly series: readonly { values: number[] }[] }>> {
  const places = html.matchAll(/data-chart="(\w+)" data-figures="([^"]*)"/g);
  return Object.fromEntries(
    [...places].map(([, name, figures = ""]) => [name, JSON.parse(figures.replaceAll("&quot;", '"'))]),
  );
}

describe("the pages of the board", () => {
  it("sort and filter the list by its address, count beside each value, and export the same rows in the same order", async () => {
    const park = await openQuietPark(MONDAY);
    await park.say("周长友", "qiye", "诉求 三车间昨晚停电两次");
    await park.say("唐志强", "qiye-dingtalk", "诉求 紧急 厂门口路面塌陷");
    await park.say("周长友", "direct", "保密诉求 供水管道接口漏水，物业不让说");
    await park.say("唐志强", "qiye-dingtalk", "诉求 复杂 申请的出口退税三个月没到账");
    await park.say("王建国", "gongdian", "签收 1");
    const office = await Visitor.as(park, "李敏");
    const leader = await Visitor.as(park, "赵长河");
    const listed = async (query: string, who = office) => numbersOn((await who.open(`/issues?${query}`)).html);
    expect(await listed("sort=due")).toEqual([2, 1, 3, 4]);
    expect(await listed("sort=changed")).toEqual([1, 4, 3, 2]);
    expect(await listed("sort=company")).toEqual([3, 1, 4, 2]);
    // Who may not know whose it is, does not learn it by where it stands, nor by what is counted.
    expect(await listed("sort=company", leader)).toEqual([1, 4, 2, 3]);
    expect((await leader.open("/issues")).text).toMatch(/湖南中塑科技有限公司 1\b/);
    expect((await office.open("/issues")).text).toMatch(/湖南中塑科技有限公司 2\b/);
    expect(await listed("urgency=urgent&urgency=complex")).toEqual([4, 2]);
    expect(await listed("state=in_progress&state=dispatched&company=zhongsu")).toEqual([3, 1]);
    expect(await listed(`words=${encodeURIComponent("三")}&sort=due`)).toEqual([1, 4]);
    expect(await listed("sort=due&before=due~0~1")).toEqual([2, 1, 3, 4]);
    expect(await listed("sort=changed&held=1")).toEqual([]);
    for (const query of ["sort=strange", "sort=due&before=3", "before=due~1~1", "themeDay=x", "held=2"])
      expect((await office.open(`/issues?${query}`)).status, query).toBe(400);
    const { bytes } = await office.download("/issues.xlsx?sort=company&urgency=normal&urgency=complex");
    const { sheets } = await readXlsx(bytes);
    expect(sheets[0]?.rows.slice(3).map((row) => row[1])).toEqual([3, 1, 4]);
  });

  variant(
    "give an issue to a suggested unit with one press, and say what a decision comes to before it is made",
    async () => {
      const park = await openQuietPark(MONDAY);
      // Two units' words alike: nobody is sure.
      await park.say("周长友", "qiye", "诉求 厂区停电，路灯也不亮");
      const office = await Visitor.as(park, "李敏");
      const { html, text } = await office.open("/issues/1");
      if (!text.includes("待派单")) throw new Error(`the words were sure: ${text}`);
      expect(text).toMatch(/派给供电公司 依据：停电 → 用电 → 供电公司/);
      const given = await office.sendForm(1, hiddenIn(html, "dispatch"));
      expect(given.text).toContain("已派给");
      await park.say("王建国", "gongdian", "签收 1");
      await park.say("王建国", "gongdian", "延期 1 3天 等厂家的开关到货");
      const leader = await Visitor.as(park, "赵长河");
      expect((await leader.open("/issues/1")).text).toMatch(/等厂家的开关到货/);
      const decide = await office.open("/issues/1");
      expect(decide.text).toMatch(/待您决定\s+延期申请 王建国/);
      const [, before, after] = /答复期限由 (\S+ \S+ \S+) 改为 (\S+ \S+ \S+)/.exec(decide.text) ?? [];
      expect(before).not.toBe(after);
      expect(movesOn(decide.html).filter((one) => one === "approve")).toHaveLength(1);
      const done = await office.send(1, "approve");
      expect(done.text).toContain(after);
      expect((await office.open("/issues/1")).text).not.toContain("待您决定");
    },
  );

  variant("tell how things stand with figures for charts, a red list and a wall, to whom it is for", async () => {
    const park = await openQuietPark(MONDAY);
    await park.say("周长友", "direct", "保密诉求 紧急 三车间昨晚停电两次，物业不让说");
    await park.say("唐志强", "qiye-dingtalk", "诉求 紧急 二车间停电");
    await park.at("2026-11-18T09:00:00+08:00");
    await park.say("李敏", "direct", "督办 2 三日内修好");
    const leader = await Visitor.as(park, "赵长河");
    const { text, html } = await leader.open("/");
    expect(text).toMatch(/2 件超期，2 件签收超时；最久的是 #1（供电公司），签收已超时 .*，超期/);
    expect(text).toMatch(/#2 紧急 二车间停电 供电公司 签收已超时 .*，超期 .* 督办〔2026〕1号/);
    const charts = chartsOn(html);
    expect(Object.keys(charts)).toEqual(["weeks", "categories", "departments"]);
    expect(charts["departments"]).toMatchObject({ labels: ["供电公司"], series: [{ values: [2] }, { values: [2] }] });
    // The table beside a chart has the same figures.
    expect(text).toMatch(/供电公司 2 2\s*\n/);
    const wall = await leader.open("/wall");
    expect(wall.text).toContain("保密诉求");
    expect(wall.text).not.toMatch(/物业不让说|中塑|恒达/);
    expect(wall.html).toContain('http-equiv="refresh"');
    // What it is, stands wherever it is shown.
    const marked = /保密诉求|二车间停电/;
    for (const path of ["/", "/wall", "/issues", "/issues/1", "/issues/2"]) {
      const page = (await leader.open(path)).html;
      expect(page, path).toMatch(/class="mark">紧急</);
      if (path !== "/issues/2") expect(page, path).toMatch(/class="mark">保密</);
      if (path === "/wall") expect(page).toMatch(marked);
    }
    for (const person of ["王建国", "周长友"]) {
      expect((await (await Visitor.as(park, person)).open("/wall")).status, person).toBe(404);
    }
    // A unit sees what it leads, in the charts as well, and no picture of the whole park.
    const other = await Visitor.as(park, "龙飞");
    const own = Object.values(chartsOn((await other.open("/")).html));
    expect(own).toHaveLength(3);
    expect(own.flatMap(({ series }) => series.flatMap(({ values }) => values)).some((value) => value > 0)).toBe(false);
    expect((await other.open("/trend.png")).status).toBe(404);
    // Nobody has dispatched what tells of danger: that comes before what is late to be answered.
    await park.say("周长友", "direct", "保密诉求 紧急 这件事一句话说不清，请派人来当面谈");
    await park.at("2026-11-19T09:00:00+08:00");
    const next = await (await Visitor.as(park, "赵长河")).open("/");
    expect(next.text).toMatch(/1 件待派单（1 件已超时）/);
    expect(next.text).toMatch(/#3 .*派单已超时/);
    const library = await fetch(`${park.app.url}/echarts.js`);
    expect(library.headers.get("content-encoding")).toBe("gzip");
    expect((await library.text()).length).toBeGreaterThan(300_000);
  });
});
