import { describe, expect, it } from "vitest";
import { movesOf } from "../../src/store/events.ts";
import { filesOf } from "../../src/store/files.ts";
import { disclosures } from "../../src/store/schema-record.ts";
import { openQuietPark } from "../support/story.ts";
import { variant } from "../support/told.ts";
import { hiddenIn, linkIn, movesOn, Visitor } from "../support/visitor.ts";

/**
 * The board of the sample park. 周长友 and 吴晓燕 speak for 中塑科技, 唐志强 for 恒达鞋业; 王建国 heads the power company, where 刘洋 works;
 * 李敏 coordinates, 赵长河 leads the park.
 */
const MONDAY = "2026-11-16T09:00:00+08:00";

describe("the board", () => {
  it("carries an issue from its dispatch to its end, each step by a form, and the chats hear of it", async () => {
    const park = await openQuietPark(MONDAY);
    await park.say("周长友", "qiye", "诉求 三车间设备缺少操作工，排不了班 #用工");
    const office = await Visitor.at(park, "李敏");
    const dispatched = await office.send(1, "dispatch", { department: "power", opinion: "请先看现场，3天内回话" });
    expect(dispatched.text).toContain("已派给供电公司 #1");
    // A note is a note.
    expect(dispatched.text).toContain("现在的期限：11月25日 周三 09:00");
    await park.settle();
    expect(park.said("gongdian").at(-1)).toContain("派单 #1");
    const power = await Visitor.at(park, "王建国");
    const toItself = await power.send(1, "return", { reason: "不归我们管", department: "power" });
    expect(toItself.text).toContain("不能退给本单位");
    expect((await power.send(1, "sign")).text).toContain("已签收 #1");
    const measured = await power.send(1, "measure", { text: "借调两名操作工", date: "2026-11-19" });
    expect(measured.text).toContain("承诺完成：11月19日 周四 17:30");
    expect((await power.send(1, "answer", { text: "人已到岗，请核实" })).text).toContain("待企业确认");
    await park.settle();
    expect(park.said("qiye").join("\n")).toContain("人已到岗，请核实");
    const company = await Visitor.at(park, "周长友");
    expect((await company.send(1, "solved")).text).toContain("已办结");
    expect((await company.send(1, "rate", { rating: "5", opinion: "很快" })).text).toContain("5 分");
    const { text } = await office.open("/issues/1");
    for (const said of [
      "转派 人社局 → 供电公司 李敏 网页",
      "签收 供电公司 王建国 网页",
      "提出 → 人社局 湖南中塑科技有限公司 企业微信",
    ])
      expect(text).toContain(said);
  });

  variant("is entered by a link once and for ten minutes, by whom it was made for, and not from a group", async () => {
    const park = await openQuietPark(MONDAY);
    expect(await park.say("王建国", "gongdian", "看板")).toContain("请单独给我发");
    const link = linkIn(await park.say("王建国", "direct", "看板"));
    const visitor = new Visitor(park);
    const entered = await fetch(`${park.app.url}${link}`, { method: "HEAD", redirect: "manual" });
    expect(entered.headers.getSetCookie()).toEqual([]);
    expect(await visitor.open(link)).toMatchObject({ status: 303, to: "/" });
    expect(visitor.kept[0]).toMatch(/^chaxu_session=.*HttpOnly.*SameSite=Lax/);
    const response = await fetch(`${park.app.url}/login`);
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect((await visitor.open("/")).text).toContain("王建国");
    expect((await new Visitor(park).open(link)).status).toBe(410);
    const late = linkIn(await park.say("王建国", "direct", "看板"));
    await park.at("2026-11-16T09:11:00+08:00");
    expect((await new Visitor(park).open(late)).text).toContain("10 分钟");
    expect(await new Visitor(park).open("/issues")).toMatchObject({ status: 303, to: "/login" });
    await park.at("2026-11-16T17:30:00+08:00");
    expect(await visitor.open("/")).toMatchObject({ status: 303, to: "/login" });
  });

  it("is open to anybody's name among simulated chat programs, and says who is not listed and what is no filter", async () => {
    const park = await openQuietPark(MONDAY);
    const office = new Visitor(park);
    expect((await office.enter("某某")).status).toBe(403);
    expect((await office.enter("李敏")).to).toBe("/");
    for (const path of ["/issues?state=strange", "/issues?before=-1", "/issues?before=1e99", "/?period=never"]) {
      const wrong = await office.open(path);
      expect(wrong, path).toMatchObject({ status: 400, text: expect.stringContaining("筛选条件有误") });
    }
    for (const path of ["/issues/1/strange", "/login/strange", "/todo/strange"]) {
      expect(await office.open(path), path).toMatchObject({
        status: 404,
        text: expect.stringContaining("没有这个页面"),
      });
    }
    expect((await office.open("/issues/99999999999")).text).toContain("这里没有这个编号的诉求");
  });

  variant("does nothing that was decided on an older page, or by a form that is not of this page", async () => {
    const park = await openQuietPark(MONDAY);
    await park.say("周长友", "qiye", '诉求 停电 <img src=x onerror="alert(1)"> <script>alert(2)</script>');
    const power = await Visitor.at(park, "王建国");
    const { html } = await power.open("/issues/1");
    expect(html).not.toMatch(/<img src=x|<script>|onerror="/);
    const fields = hiddenIn(html, "sign");
    const wrong: readonly [Readonly<Record<string, string>>, string][] = [
      [{ form: "" }, "没有做任何改动"],
      [{ form: "forged" }, "没有做任何改动"],
      [{ action: "explode" }, "没有做任何改动"],
      [{ version: "x" }, "没有做任何改动"],
      [{ action: "solved" }, "是否解决由提出诉求的企业确认"],
      [{ text: "长".repeat(40_000) }, "内容太长"],
    ];
    for (const [patch, said] of wrong) expect((await power.sendForm(1, { ...fields, ...patch })).text).toContain(said);
    expect((await power.open("/issues/1")).text).toContain("待签收");
    expect((await power.post("/logout", { form: "forged" })).status).toBe(403);
    // What a browser sends of several lines, and what nobody sees, is kept as the text of a message is.
    const noted = await power.send(1, "note", { text: "第一行\r\n第二行\u0001\u202E" });
    expect(noted.text).toContain("已备注");
    const note = (await movesOf(park.app.db, 1)).find(({ action }) => action === "note");
    expect(note?.data["text"]).toBe("第一行\n第二行");
    for (const path of ["/issues?words=%00", "/issues?department=%00"]) {
      expect((await power.open(path)).status, path).toBe(200);
    }
    const later = hiddenIn((await power.open("/issues/1")).html, "sign");
    await park.say("刘洋", "gongdian", "签收 1");
    const { text } = await power.sendForm(1, later);
    expect(text).toMatch(/刘洋 已于 .*签收|刘洋.*签收/);
    expect(text).toContain("打开本页后情况已有变化，这一步没有办理");
    expect((await power.open("/issues/1")).text.match(/签收 供电公司 刘洋 钉钉/g)).toHaveLength(1);
    // Where two fields are empty both are named in their order, and whatever is refused, its words stand in the form again.
    expect((await power.send(1, "extend")).text).toContain("请填写日期和原因");
    const kept = await power.send(1, "extend", { reason: "等配件到货", date: "2026-11-15" });
    expect(kept.text).toContain("已过，请写以后的日期");
    expect(kept.html).toMatch(/value="2026-11-15"[\s\S]*等配件到货<\/textarea>/);
    expect((await power.send(1, "extend", { reason: "等配件到货" })).html).toContain("等配件到货</textarea>");
    const older = hiddenIn((await power.open("/issues/1")).html, "progress");
    await park.say("刘洋", "gongdian", "进展 1 已到现场");
    const again = await power.sendForm(1, { ...older, text: "正在更换开关" });
    expect(again.text).toContain("打开本页后情况已有变化");
    expect(again.html).toContain("正在更换开关</textarea>");
    const office = await Visitor.at(park, "李敏");
    expect((await office.send(1, "merge", { into: "999" })).text).toContain("没有这个编号的诉求，或不能查看");
  });

  it("shows each person what a direct chat shows him, and offers what he may do: of a confidential issue others learn nothing", async () => {
    const park = await openQuietPark(MONDAY);
    await park.say("周长友", "direct", "保密诉求 供水管道接口漏水，物业不让说");
    await park.say("唐志强", "qiye-dingtalk", "诉求 三车间昨晚停电两次");
    const people = ["周长友", "吴晓燕", "唐志强", "王建国", "李敏", "赵长河"] as const;
    const visitors = new Map(
      await Promise.all(people.map(async (name) => [name, await Visitor.as(park, name)] as const)),
    );
    const open = async (person: (typeof people)[number], path: string) =>
      (await visitors.get(person)?.follow(path)) ?? { text: "", html: "" };
    const seen = async (person: (typeof people)[number], path: string) => (await open(person, path)).text;
    const moves = async (person: (typeof people)[number], id: number) =>
      movesOn((await open(person, `/issues/${id}`)).html);
    expect(await seen("周长友", "/issues")).toContain("漏水");
    for (const person of ["吴晓燕", "唐志强", "王建国"] as const) {
      expect(await seen(person, "/issues"), person).not.toContain("漏水");
      expect(await seen(person, "/issues?words=漏水"), person).toContain("没有符合条件的诉求");
      expect(await seen(person, "/issues/1"), person).toContain("这里没有这个编号的诉求");
    }
    expect(await seen("李敏", "/issues")).toContain("湖南中塑科技有限公司");
    expect(await seen("赵长河", "/issues")).not.toContain("湖南中塑科技有限公司");
    // Nor is he told of it by asking for the company.
    expect(await seen("赵长河", "/issues?company=zhongsu")).toContain("没有符合条件的诉求");
    expect(await seen("李敏", "/issues?company=zhongsu")).toContain("漏水");
    expect(await seen("王建国", "/issues")).toContain("共 1 件");
    // That the coordinator was shown it is kept once for an open page, however often that is read.
    for (let time = 0; time < 3; time++) await open("李敏", "/issues/1");
    const looks = await park.app.db.select().from(disclosures);
    expect(looks.map(({ issueId, person }) => [issueId, person])).toEqual([[1, "李敏"]]);
    await visitors.get("李敏")?.send(1, "dispatch", { department: "power" });
    // By which platform a company writes may be enough to know it by.
    expect(await seen("王建国", "/issues/1")).toMatch(/提出 ［保密］.*某企业\s*\n/);
    expect(await seen("李敏", "/issues/1")).toMatch(/提出 ［保密］ → 自来水公司 湖南中塑科技有限公司 企业微信/);
    expect(await moves("王建国", 2)).toEqual(expect.arrayContaining(["sign", "return", "note"]));
    expect(await moves("唐志强", 2)).toEqual(["supplement", "urge", "withdraw"]);
    expect(await moves("赵长河", 2)).toEqual(["supervise"]);
  });

  it("shows the coordinator what speaks against a unit before it gets what was confided about it", async () => {
    const park = await openQuietPark(MONDAY);
    await park.say("周长友", "direct", "保密诉求 供电公司王建国的亲戚垄断了施工，还收了好处费");
    const office = await Visitor.as(park, "李敏");
    const key = hiddenIn((await office.open("/issues/1")).html, "dispatch");
    const asked = { ...key, department: "power", opinion: "请核实" };
    const proof = new File(["%PDF-1.7\n%%EOF"], "函.pdf");
    const shown = await office.attach("/issues/1", asked, [proof]);
    expect(shown.text).toContain("仍然派单");
    expect((await office.open("/issues/1")).text).toContain("待派单");
    // What came with it waits with it.
    expect(await filesOf(park.app.db, 1)).toEqual([]);
    const done = await office.sendForm(1, hiddenIn(shown.html, "dispatch"));
    expect(done.text).toContain("已派给供电公司");
    expect(done.text).toContain("请核实");
    expect(await filesOf(park.app.db, 1)).toMatchObject([{ action: "dispatch", state: "kept", name: "函.pdf" }]);
  });

  variant(
    "lists by state, unit, company, urgency, lateness and words, with how many there are, and tells how things stand",
    async () => {
      const park = await openQuietPark(MONDAY);
      await park.say("周长友", "qiye", "诉求 三车间昨晚停电两次");
      await park.say("唐志强", "qiye-dingtalk", "诉求 紧急 厂门口路面塌陷");
      await park.say("王建国", "gongdian", "签收 1");
      await park.at("2026-11-24T09:00:00+08:00");
      const office = await Visitor.as(park, "李敏");
      const listed = async (query: string) => {
        const { html } = await office.open(`/issues?${query}`);
        return [...html.matchAll(/<td data-head="编号"><a href="\/issues\/(\d+)"/g)].map(([, id]) => Number(id));
      };
      expect(await listed("")).toEqual([2, 1]);
      expect(await listed("state=in_progress")).toEqual([1]);
      expect(await listed("department=power")).toEqual([1]);
      expect(await listed("company=hengda")).toEqual([2]);
      expect(await listed("urgency=urgent")).toEqual([2]);
      expect(await listed("overdue=1&department=power")).toEqual([1]);
      expect(await listed(`words=${encodeURIComponent("停電 車-间")}`)).toEqual([1]);
      expect(await listed("state=open&before=2")).toEqual([1]);
      expect((await office.open("/issues?state=open")).text).toContain("共 2 件");
      const { text } = await (await Visitor.as(park, "赵长河")).open("/");
      expect(text).toContain("在办 2 件");
      expect(text).toMatch(/供电公司\s+1\s+100\.0%（1\/1）/);
      expect(text).toMatch(/签收及时率\s+\d/);
      expect((await (await Visitor.as(park, "周长友")).open("/")).to).toBe("/issues");
    },
  );
});
