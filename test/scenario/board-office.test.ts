import { describe, expect, it } from "vitest";
import { notices } from "../../src/store/schema.ts";
import { openQuietPark } from "../support/story.ts";
import { variant } from "../support/told.ts";
import { hiddenValue, Visitor } from "../support/visitor.ts";

/** What the office does on the board beside issues: 李敏 coordinates, 赵长河 leads; 王建国 heads the power company, 周长友 speaks for 中塑科技. */
const MONDAY = "2026-11-16T09:00:00+08:00";

describe("the office's pages of the board", () => {
  it("list what did not arrive for the coordinator alone, and send it again", async () => {
    const park = await openQuietPark(MONDAY);
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

  variant("carry a theme day from its plan to its duty list on paper, each step by a form", async () => {
    const park = await openQuietPark("2026-11-15T20:00:00+08:00");
    let office = await Visitor.as(park, "李敏");
    let company = await Visitor.as(park, "周长友");
    const at = "/theme-days";
    const send = async (who: Visitor, fields: Readonly<Record<string, string>>) => {
      const form = hiddenValue((await who.open(at)).html, "form");
      const sent = await who.post(at, { form, ...fields });
      return sent.to === null ? sent : who.follow(sent.to);
    };
    const planned = { sub: "plan", date: "2026-11-16", time: "15:00", theme: "用工专场", place: "三楼", group: "qiye" };
    expect((await send(office, { ...planned, time: "99:00" })).text).toContain("没有");
    expect((await send(office, { ...planned, date: "" })).text).toContain("请写明日期和时间");
    expect((await send(office, { ...planned, date: "2026-11-15" })).text).toContain("该时间已过，请写以后的时间");
    expect((await send(office, planned)).text).toMatch(/已.*用工专场/);
    // Each of those ahead has forms of its own.
    const later = { ...planned, date: "2026-12-10", theme: "融资专场" };
    expect((await send(office, later)).text).toContain("融资专场");
    const forms = [...(await office.open(at)).html.matchAll(/value="invite"[\s\S]*?name="date" value="([\d-]+)"/gu)];
    expect(forms.map(([, date]) => date)).toEqual(["2026-11-16", "2026-11-16", "2026-12-10"]);
    const dated = { date: "2026-12-10", time: "15:00" };
    const invited = await send(office, { sub: "invite", ...dated, text: "凌云机械" });
    expect(invited.text).toMatch(/已邀请 永州凌云机械.*（12月10日 周四 15:00/);
    expect((await send(company, { sub: "join", ...dated })).text).toContain("已报名：12月10日 周四 15:00");
    expect((await send(office, { sub: "cancel", ...dated })).text).toContain("已取消12月10日 周四 15:00");
    expect((await send(office, { ...planned, time: "16:00" })).text).toContain("请错开两小时，或先取消那一期");
    expect((await send(office, { sub: "invite", text: "" })).text).toContain("请写明企业名");
    expect((await send(office, { sub: "invite", text: "中塑科技、某某厂" })).text).toMatch(/某某厂.*请改好后再提交/);
    expect((await send(office, { sub: "invite", text: "中塑科技、恒达鞋业" })).text).toMatch(/已邀请 2 家，报名 0 家/);
    expect((await send(company, { sub: "join" })).text).toContain("用工专场");
    expect((await send(company, { sub: "begin" })).text).toContain("由营商办和园区领导使用");
    expect((await company.open(at)).html).not.toMatch(/value="(?:plan|invite|begin|cancel|capture)"/);
    // Before its time it is said when, on the page and in a chat.
    const early = await office.open(at);
    expect(early.text).toContain("11月16日 周一 03:00 起可以开始本期");
    expect(early.html).not.toContain('value="begin"');
    expect(await park.say("李敏", "direct", "主题日")).not.toContain("主题日 开始");
    expect(await park.say("李敏", "direct", "主题日 开始")).toContain("11月16日 周一 03:00 起才能开始");
    await park.at("2026-11-16T15:00:00+08:00");
    // Signed in yesterday, they sign in again.
    [office, company] = [await Visitor.as(park, "李敏"), await Visitor.as(park, "周长友")];
    expect((await send(office, { sub: "begin" })).text).toMatch(/正在进行[\s\S]*第 1 期/);
    expect((await send(office, { sub: "confirm" })).text).toContain("没有待确认的清单，请先录入");
    expect((await send(office, { sub: "capture", text: "" })).text).toContain("请贴上清单，一行一件");
    const read = await send(office, { sub: "capture", text: "中塑科技：缺少操作工 #用工\r\n恒达鞋业：保密 停电" });
    expect(read.text).toMatch(/录入 2 件/);
    expect((await send(office, { sub: "confirm" })).text).toContain("已登记 2 件");
    await park.say("李敏", "direct", "派单 1 人社局");
    expect((await send(office, { sub: "strange" })).text).toContain("没有做任何改动");
    // What was said in confidence is on no list by itself: the coordinator has put #2 there, and nobody #3.
    await park.say("周长友", "qiye", "保密 诉求 紧急 供电所的人乱收费");
    expect((await send(office, { sub: "end" })).text).toMatch(/第 1 期结束/);
    const [, id = ""] = /href="\/theme-days\/(\d+)">11月16日 周一 15:00/.exec((await office.open(at)).html) ?? [];
    const paper = await office.open(`${at}/${id}`);
    expect(paper.text).toContain("永州经开区政企交流主题日第1期责任清单");
    expect(paper.text).toMatch(/序号 企业 问题 措施 责任单位 责任人 时限 落实情况/);
    expect(paper.text).toMatch(/1 湖南中塑科技有限公司 #1 缺少操作工/);
    expect(paper.text).toMatch(/2 湖南中塑科技有限公司 .* 周长友/);
    expect(paper.text).toMatch(/永州经开区营商办 2026年11月16日/);
    expect(paper.html).toMatch(/#2<\/a> <span class="mark">保密</);
    // It lies before everybody who came.
    expect(paper.text.split("责任清单")[1]).not.toContain("恒达");
    expect(paper.text).not.toContain("乱收费");
    expect((await office.open(`/issues?themeDay=${id}`)).text).toContain("共 2 件");
    await park.at("2026-12-10T09:00:00+08:00");
    [office, company] = [await Visitor.as(park, "李敏"), await Visitor.as(park, "周长友")];
    const agenda = await office.open(at);
    expect(agenda.text).toMatch(/#1 湖南中塑科技有限公司 缺少操作工/);
    expect(agenda.text).not.toMatch(/乱收费|恒达|保密/);
    expect(await park.say("李敏", "direct", "主题日 议程")).not.toMatch(/乱收费|恒达|保密/);
    const leader = await Visitor.as(park, "赵长河");
    expect((await leader.open(`${at}/${id}`)).text).toContain("某企业");
    for (const path of [`${at}/${id}`, `${at}/0`]) expect((await company.open(path)).status, path).toBe(404);
  });
});
