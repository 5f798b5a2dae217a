import { readXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { notices } from "../../src/store/schema.ts";
import { openPark } from "../support/story.ts";
import { hiddenIn, hiddenValue, movesOn, Visitor } from "../support/visitor.ts";

/**
 * The other pages of the board of the sample park. 李敏 coordinates, 赵长河 leads; 王建国 heads the power company; 周长友 speaks for 中塑科技,
 * 唐志强 for 恒达鞋业.
 */
const MONDAY = "2026-11-16T09:00:00+08:00";

/** The numbers in the first column of the page's list. */
const numbersOn = (html: string) =>
  [...html.matchAll(/<td data-head="编号"><a href="\/issues\/(\d+)"/g)].map(([, id]) => Number(id));

describe("the pages of the board", () => {
  it("sort and filter the list by its address, count beside each value, and export the same rows in the same order", async () => {
    const park = await openPark(MONDAY);
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

  it("give an issue to a suggested unit with one press, and say what a decision comes to before it is made", async () => {
    const park = await openPark(MONDAY);
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
  });

  it("tell how things stand with figures for charts, a red list and a wall, to whom it is for", async () => {
    const park = await openPark(MONDAY);
    await park.say("周长友", "direct", "保密诉求 紧急 三车间昨晚停电两次，物业不让说");
    await park.say("唐志强", "qiye-dingtalk", "诉求 紧急 二车间停电");
    await park.at("2026-11-18T09:00:00+08:00");
    await park.say("李敏", "direct", "督办 2 三日内修好");
    const leader = await Visitor.as(park, "赵长河");
    const { text, html } = await leader.open("/");
    expect(text).toMatch(/2 件超期；最久的是 #1（供电公司），超期/);
    expect(text).toMatch(/#2 二车间停电 供电公司 超期 .* 督办〔2026〕1号/);
    expect(html).toContain('data-chart="weeks"');
    const charts = JSON.parse((await leader.open("/charts.json")).html);
    expect(charts.map((one: { name: string }) => one.name)).toEqual(["weeks", "categories", "departments"]);
    expect(charts[2]).toMatchObject({ labels: ["供电公司"], series: [{ values: [2] }, { values: [2] }] });
    // The table beside a chart has the same figures.
    expect(text).toMatch(/供电公司 2 2\s*\n/);
    const wall = await leader.open("/wall");
    expect(wall.text).toContain("保密诉求");
    expect(wall.text).not.toMatch(/物业不让说|中塑|恒达/);
    expect(wall.html).toContain('http-equiv="refresh"');
    for (const person of ["王建国", "周长友"]) {
      expect((await (await Visitor.as(park, person)).open("/wall")).status, person).toBe(404);
    }
    expect((await (await Visitor.as(park, "周长友")).open("/charts.json")).status).toBe(404);
    const library = await fetch(`${park.app.url}/echarts.js`);
    expect(library.headers.get("content-encoding")).toBe("gzip");
    expect((await library.text()).length).toBeGreaterThan(300_000);
  });

  it("list what did not arrive for the coordinator alone, and send it again", async () => {
    const park = await openPark(MONDAY);
    const office = await Visitor.as(park, "李敏");
    expect((await office.open("/deliveries")).text).toContain("没有等待或失败的消息");
    await park.say("周长友", "qiye", "诉求 三车间昨晚停电两次");
    await park.app.db.update(notices).set({ state: "dead", lastError: "no-webhook", settledAt: new Date(MONDAY) });
    const { html, text } = await office.open("/deliveries");
    expect(text).toMatch(/供电公司群 #1 机构文件里没有这个群的 webhook 11月16日 周一 09:00 11月16日 周一 09:00 重发/);
    const [, id = ""] = /action="\/deliveries\/(\d+)"/.exec(html) ?? [];
    const form = hiddenValue(html, "form");
    expect((await office.post(`/deliveries/${id}`, { form: "forged" })).status).toBe(403);
    const power = await Visitor.as(park, "王建国");
    expect((await power.open("/deliveries")).status).toBe(404);
    const own = hiddenValue((await power.open("/issues/1")).html, "form");
    expect((await power.post(`/deliveries/${id}`, { form: own })).status).toBe(404);
    expect((await office.post(`/deliveries/${id}`, { form })).to).toBe("/deliveries");
    expect((await office.open("/deliveries")).text).toContain(`消息 ${id} 已重新发送`);
    await office.post("/deliveries/999999", { form });
    expect((await office.open("/deliveries")).text).toContain("没有编号 999999 的失败消息");
  });

  it("carry a theme day from its plan to its duty list on paper, each step by a form", async () => {
    const park = await openPark(MONDAY);
    const office = await Visitor.as(park, "李敏");
    const company = await Visitor.as(park, "周长友");
    const at = "/theme-days";
    const send = async (who: Visitor, fields: Readonly<Record<string, string>>) => {
      const form = hiddenValue((await who.open(at)).html, "form");
      const sent = await who.post(at, { form, ...fields });
      return sent.to === null ? sent : who.follow(sent.to);
    };
    const planned = { sub: "plan", date: "2026-11-16", time: "15:00", theme: "用工专场", place: "三楼", group: "qiye" };
    expect((await send(office, { ...planned, time: "99:00" })).text).toContain("没有");
    expect((await send(office, planned)).text).toMatch(/已.*用工专场/);
    expect((await send(office, { sub: "invite", text: "中塑科技、某某厂" })).text).toContain("某某厂");
    expect((await send(office, { sub: "invite", text: "中塑科技、恒达鞋业" })).text).toMatch(/已邀请 2 家，报名 0 家/);
    expect((await send(company, { sub: "join" })).text).toContain("用工专场");
    expect((await send(company, { sub: "begin" })).text).toContain("由营商办和园区领导使用");
    expect((await company.open(at)).html).not.toMatch(/value="(?:plan|invite|begin|cancel|capture)"/);
    await park.at("2026-11-16T15:00:00+08:00");
    expect((await send(office, { sub: "begin" })).text).toMatch(/正在进行[\s\S]*第 1 期/);
    const read = await send(office, { sub: "capture", text: "中塑科技：缺少操作工 #用工\r\n恒达鞋业：保密 停电" });
    expect(read.text).toMatch(/录入 2 件/);
    expect((await send(office, { sub: "confirm" })).text).toContain("已登记 2 件");
    await park.say("李敏", "direct", "派单 1 人社局");
    expect((await send(office, { sub: "strange" })).text).toContain("没有做任何改动");
    expect((await send(office, { sub: "end" })).text).toMatch(/第 1 期结束/);
    const [, id = ""] = /href="\/theme-days\/(\d+)">11月16日 周一 15:00/.exec((await office.open(at)).html) ?? [];
    const paper = await office.open(`${at}/${id}`);
    expect(paper.text).toContain("永州经开区政企交流主题日第1期责任清单");
    expect(paper.text).toMatch(/序号 企业 问题 措施 责任单位 责任人 时限 落实情况/);
    expect(paper.text).toMatch(/1 湖南中塑科技有限公司 #1 缺少操作工/);
    expect(paper.text).toMatch(/2 湖南中塑科技有限公司 .* 周长友/);
    expect(paper.text).toMatch(/永州经开区营商办 2026年11月16日/);
    expect((await office.open(`/issues?themeDay=${id}`)).text).toContain("共 2 件");
    const leader = await Visitor.as(park, "赵长河");
    expect((await leader.open(`${at}/${id}`)).text).toContain("某企业");
    for (const path of [`${at}/${id}`, `${at}/0`]) expect((await company.open(path)).status, path).toBe(404);
  });
});
