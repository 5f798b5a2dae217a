import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { FORGOTTEN } from "../../src/domain/zh-cn-forgotten.ts";
import { commonSheet } from "../../src/features/ledger/common-sheet.ts";
import { audit } from "../../src/issues/audit.ts";
import { seal } from "../../src/issues/seal.ts";
import { Reader } from "../../src/messages/reader.ts";
import { forgetInCommons } from "../../src/store/common-record.ts";
import { chatWordsIn } from "../support/chat-words.ts";
import type { Park } from "../support/park.ts";
import { quietBeginning } from "../support/story.ts";
import { variant } from "../support/told.ts";
import { hiddenValue, Visitor } from "../support/visitor.ts";

/**
 * 李敏 is the coordinator, 王建国 the head of the power company, 曾敏 that of another unit, 赵长河 leads the park. 周长友 and 吴晓燕
 * (中塑), 陈立新 (湘晶), 何静 (凌云) and 罗建平 (潇湘) speak for companies.
 */
const darkWeek = quietBeginning("2026-11-18T10:00:00+08:00", {}, async (park) => {
  await park.say("周长友", "qiye", "诉求 三车间昨晚又停电两次，影响交货");
  await park.say("陈立新", "qiye", "诉求 我们厂区这周停电三次，生产线全停了");
  await park.say("何静", "qiye", "诉求 频繁停电，一停就是两小时，机床报废了几个工件");
  await park.say("吴晓燕", "direct", "诉求 办公楼停电一次，请尽快恢复");
  await park.say("罗建平", "direct", "保密 诉求 昨晚停电冷库停了，供电公司不理我们潇湘食品");
  await park.say("彭丽", "direct", "诉求 员工子女上学没有学位");
});

const office = (park: Park) => (text: string) => park.say("李敏", "direct", text);

describe("a matter of several companies", () => {
  it("is proposed with its evidence, taken with one word, and one that was refused is not proposed again", async () => {
    const park = await darkWeek();
    const say = office(park);
    const found = await say("共性 建议");
    expect(found).toContain("建议 1　停电：3 家企业 4 件，另有保密 1 件");
    expect(found).toContain("#1 湖南中塑科技有限公司：三车间昨晚又停电两次，影响交货");
    expect(found).toContain("#5 ［保密］某企业：");
    expect(found).not.toContain("潇湘食品");
    expect(found).not.toContain("#6");
    expect(await say("共性 新建 1 全园停电")).toContain("已新建共性问题 G1 全园停电：3 家企业 4 件");
    expect(await say("共性 新建 1")).toContain("没有第 1 条建议");
    // What comes later is proposed for the one that is there.
    await park.say("蒋玉兰", "direct", "诉求 药品车间停电，原料报废");
    expect(await say("共性 建议")).toContain("建议 1　与 G1 全园停电 同类：1 家企业 1 件");
    expect(await say("共性 不是 1")).toContain("不再建议");
    expect(await say("共性 建议")).toBe("没有找到新的共性问题。");
    expect(await say("共性 加入 G1 7")).toContain("已加入 G1 全园停电：#7");
    // What is put together by hand meanwhile is proposed no longer.
    await park.say("蒋玉兰", "direct", "诉求 公交站台没有雨棚");
    await park.say("陈立新", "direct", "诉求 公交站台雨棚坏了");
    expect(await say("共性 建议")).toContain("建议 1");
    // The week's digest, to which nobody has asked, is answered like that list.
    await say("待办");
    await park.app.db.execute(sql`update notices set body = '{"kind":"digest","facts":{"kind":"common-weekly"}}',
      target = '{"kind":"person","platform":"wecom","userId":"limin","name":"李敏"}'
      where id = (select max(id) from notices where state = 'sent')`);
    // On the next working day, too, by who says which one he means; 建一个吧 alone may be of anything by then.
    await park.at("2026-11-19T15:00:00+08:00");
    expect(await say("可以，建一个")).not.toContain("已新建");
    // Nor is a place in that list an answer to what is asked of one issue meanwhile.
    expect(await say("7要抓紧，企业都停产了")).toContain("催办");
    expect(await say("第一个可以，就叫雨棚，交通运输局牵头")).toMatch(
      /已新建共性问题 G2 雨棚[\s\S]*G2 雨棚 由交通运输局牵头，已通知/u,
    );
    expect(await say("8先不放")).toContain("已从 G2 雨棚 移出：#8");
    expect(await say("共性")).not.toContain("建议 1");
  });
});

describe("the board's pages", () => {
  variant("propose, take, show and answer as a chat does, a step that was overtaken changing nothing", async () => {
    const park = await darkWeek();
    const office = await Visitor.as(park, "李敏");
    const none = await office.follow("/common");
    expect(none.text).toContain("目前没有共性问题。");
    const form = hiddenValue(none.html, "form");
    // What is no number is not left out in silence.
    await office.post("/common", { form, sub: "create", title: "雨棚", numbers: "六、公交站" });
    expect((await office.open("/common")).text).toContain("「公交站」不是诉求编号，没有做任何改动");
    await office.post("/common", { form, sub: "create", title: " ", numbers: "2" });
    expect((await office.open("/common")).text).toContain("请填写标题。");
    await office.post("/common", { form, sub: "find" });
    const proposed = await office.open("/common");
    expect(proposed.text).toMatch(/建议 1\s+停电：3 家企业 4 件，另有保密 1 件/);
    const of = hiddenValue(proposed.html, "of");
    await office.post("/common", { form, sub: "create", proposal: "1", of: "1 6", title: "停电 9" });
    expect((await office.open("/common")).text).toContain("建议刚才已更新");
    await office.post("/common", { form, sub: "create", proposal: "1", of, title: "停电 9" });
    const list = await office.open("/common");
    expect(list.text).toContain("已新建共性问题 G1 停电 9");
    expect(list.html).toContain('href="/common/1"');
    const version = async () => hiddenValue((await office.open("/common/1")).html, "version");
    const before = await version();
    await office.post("/common/1", { form, version: before, sub: "lead", unit: "供电公司" });
    const late = await office.post("/common/1", { form, version: before, sub: "measure", text: "更换变压器" });
    expect([late.status, late.text]).toEqual([409, expect.stringContaining("李敏刚才已办理，没有做任何改动")]);
    expect(late.html).toContain(">更换变压器</textarea>");
    await office.post("/common/1", { form, version: await version(), sub: "measure", text: "更换变压器" });

    await park.say("王建国", "gongdian", "签收 1 2");
    const answer = { form, version: await version(), sub: "answer", text: "变压器已更换" };
    const shown = await office.post("/common/1", answer);
    expect(shown.text).toMatch(/将答复\s+2 家企业 2 件（[\s#12、]+）/);
    expect(park.said("qiye").at(-1)).not.toContain("变压器已更换");
    await office.post("/common/1", { ...answer, sure: "1", shown: hiddenValue(shown.html, "shown") });
    await park.settle();
    expect(park.said("qiye").at(-1)).toContain("变压器已更换");
    const page = await office.open("/common/1");
    expect(page.text).toMatch(/一并答复\s+李敏\s+变压器已更换[\s#12、]+/);
    const issue = await office.open("/issues/1");
    expect(issue.html).toContain('<a href="/common/1">共性问题 G1 停电 9</a>');

    await office.post("/common", { form, sub: "create", title: "雨棚", numbers: "六" });
    expect((await office.open("/common")).text).toContain("已新建共性问题 G2 雨棚：1 家企业 1 件");
    const wrong = hiddenValue((await office.open("/common/2")).html, "version");
    await office.post("/common/2", { form, version: wrong, sub: "void", sure: "1" });
    expect((await office.open("/common")).html).not.toContain('href="/common/2"');
    expect((await office.open("/common/2")).text).toMatch(/状态\s+已撤销/);

    const company = await Visitor.as(park, "周长友");
    for (const path of ["/common", "/common/1"]) expect((await company.open(path)).status).toBe(404);
    const own = await company.open("/issues/1");
    expect(own.text).toContain("已纳入共性问题研究");
    expect(own.text).not.toMatch(/G1|共性问题 G|湘晶/);
    const pages = [list, late, shown, page, proposed].map(({ text }) => text);
    expect(chatWordsIn(pages)).toBeUndefined();
  });
});

describe("a common problem", () => {
  it("is led by a unit, has a measure and a deadline, and one answer reaches each company as its own", async () => {
    const park = await darkWeek();
    const say = office(park);
    expect(await say("共性 新建 停电频繁 1 4")).toContain("#1、#4 是同一家企业的诉求，不是共性问题，请改用「合并」");
    expect(await say("合并 1 2")).toContain("不同企业的同类问题请建共性问题：共性 新建 标题 2 1");
    // The title is asked for, and the numbers are kept.
    expect(await say("共性 新建 1 2 3")).toContain("请回复标题");
    expect(await say("停电频繁")).toContain("已新建共性问题 G1 停电频繁：3 家企业 3 件（#1、#2、#3）");
    expect(await say("共性 加入 5 99 1")).toContain("已加入 G1 停电频繁：#5（3 家企业 3 件，另有保密 1 件）");
    expect(await say("共性 新建 停电频繁")).toContain("已有同名的 G1 停电频繁");
    expect(await say("停电的共性问题催一下")).toContain("G1 停电频繁 还没有牵头单位，没有可催办的单位");
    expect(await say("停电的共性问题请供电公司牵头，11月27日前办完")).toContain("时限记为 11月27日 周五。");
    expect(park.said("gongdian").at(-1)).toContain("由供电公司牵头：共性问题 G1 停电频繁");
    expect(await say("共性 1 时限 2月30日")).toContain("没有「2月30日」这一天");
    expect(await say("共性 时限 G1 11月28日")).toContain("11月28日 周六不是工作日，按前一个工作日计（11月27日 周五");
    expect(await say("共性 时限 G1 11月26日")).toContain("G1 停电频繁 的时限：11月26日 周四");

    // Urging is of the problem, and of none of its issues.
    expect(await say("督办一下，三天内拿出措施")).toMatch(/催办 G1 停电频繁 吗？[\s\S]*> 三天内拿出措施/u);
    expect(await say("是")).toContain("已就 G1 停电频繁 催办供电公司");
    expect(park.said("gongdian").at(-1)).toMatch(/^### 请尽快办理共性问题 G1 停电频繁\n\n三天内拿出措施/);

    const unit = (text: string) => park.say("王建国", "gongdian", text);
    expect(await unit("共性 催办 G1")).toBe("「共性 催办」由营商办和园区领导使用。");
    expect(await unit("共性 措施 G1 更换主变压器 12月5日前")).toContain("时限仍为 11月26日 周四，由营商办更改。");
    expect(await unit("共性 1 进展怎么样了")).toContain("**措施**：更换主变压器 12月5日前");
    expect(await unit("共性 进展")).toContain("有什么进展？请回复内容");
    expect(await unit("变压器已到货")).toContain("已记录 G1 停电频繁 的进展");
    expect(await unit("共性 移出 1")).toBe("「共性 移出」由营商办使用。");
    await unit("签收 1 2");

    // Reminded of once, when the working day before begins, and once it is past with the coordinator.
    await park.at("2026-11-27T10:00:00+08:00");
    const told = park.said("gongdian").filter((text) => text.includes("时限将到") || text.includes("已过时限"));
    expect(told.map((text) => text.split("\n")[0])).toEqual([
      "### 共性问题 G1 停电频繁 的时限将到：11月26日 周四",
      "### 共性问题 G1 停电频繁 已过时限：11月26日 周四",
    ]);
    expect(park.said("李敏").filter((text) => text.includes("已过时限"))).toHaveLength(1);

    // What nobody has signed for is left out of the coordinator's answer; its own unit may give it.
    const shown = await say("共性 答复 1 主变压器已更换，停电问题解决");
    expect(shown).toContain("**将答复**：2 家企业 2 件（#1、#2）");
    expect(shown).toContain("**不在其内**：#3 待签收；#5 待签收");
    expect(park.said("qiye").at(-1)).not.toContain("已答复");
    // A yes with a wish behind it is none, and what is said with it is shown before it goes out.
    expect(await say("好的，不过等明天再发")).toContain("一并答复 G1 停电频繁");
    expect(await say("共性 答复 G1 变压器已更换，2号先不发")).toContain("#2 按您说的先不答复");
    expect(await say("共性 答复 G1 变压器已换")).toContain("一并答复 G1 停电频繁");
    expect(await say("改成：变压器已更换")).toMatch(/> 变压器已更换\n[\s\S]*#1、#2/u);
    expect(await say("是")).toContain("已一并答复 G1 停电频繁：2 家企业 2 件（#1、#2）");
    const heard = park.said("qiye").filter((text) => text.includes("已答复，请确认"));
    expect(heard.map((text) => /#\d+/u.exec(text)?.[0])).toEqual(["#1", "#2"]);
    expect(heard.join()).not.toContain("G1");
    expect(await unit("共性 答复 1 线路已改造")).toContain("1 家企业 1 件，另有保密 1 件（#3、#5）");
    await unit("是");
    expect(await park.say("罗建平", "direct", "进度 5")).toContain("线路已改造");
    // Each confirms for itself.
    await park.say("周长友", "qiye", "已解决 1");
    expect(await park.say("陈立新", "qiye", "未解决 2 昨晚又停了")).toContain("#2");
    const stands = await park.say("赵长河", "duban", "共性 1");
    expect(stands).toContain("已答复 3 件，已解决 1 件");
    expect(await say("共性 办结 1")).toContain("其中 3 件诉求还没有办结，各自继续办理");
    expect(await say("共性 加入 G1 6")).toContain("G1 停电频繁 已办结");

    expect(await park.say("赵长河", "direct", "简报")).toContain(
      "G1 停电频繁（供电公司牵头，3 家企业 3 件，另有保密 1 件，已办结）：已答复 3 件，已解决 1 件",
    );
  });

  it("is nothing that a company, or a unit without a part in it, learns of", async () => {
    const park = await darkWeek();
    const say = office(park);
    await say("共性 新建 潇湘食品等停电 1 2 5");
    await say("共性 加入 6");
    for (const text of ["共性", "共性 1", "共性 新建 停水 1", "共性 建议"])
      expect(await park.say("周长友", "direct", text)).toContain("「共性」由营商办、园区领导和责任单位使用。");
    expect(await park.say("李敏", "qiye", "共性 1")).toContain("不在企业群里说");
    const own = await park.say("周长友", "direct", "进度 1");
    expect(own).toContain("**共性问题**：已纳入共性问题研究");
    expect(own).not.toMatch(/G1|湘晶|#2|#5/u);
    expect(await park.say("何静", "qiye", "进度 1")).toMatch(/^### #1 (?![\s\S]*共性问题)/u);
    // The building office has none of them; the school has one, and of the others it learns nothing.
    for (const text of ["共性 1", "共性 G1", "共性 9"])
      expect(await park.say("曾敏", "direct", text)).toMatch(/^没有编号 G\d 的共性问题。$/u);
    expect(await park.say("曾敏", "direct", "共性 移出 1")).toBe("「共性 移出」由营商办使用。");
    const school = await park.say("汤永红", "direct", "共性 1");
    expect(school).toContain("**涉及**：1 家企业 1 件");
    expect(school).not.toMatch(/#1|#2|#5|潇湘|停电冷库/u);
    // Its number is enough.
    expect(await say("G1怎么样了")).toContain("共性问题 G1 ");
    // Of two that may be meant it is asked which.
    await say("共性 新建 上学难");
    expect(await say("共性 进展 已约谈")).toContain("「进展」哪一个共性问题？请回复编号，例如 G3");
    expect(await say("二号")).toContain("已记录 G2 上学难 的进展");
    // Few words right behind are about the same one.
    expect(await say("加上 3 号")).toContain("已加入 G2 上学难：#3");
    expect(await say("停电那个也算进来吧")).toMatch(/加入 G2 上学难 吗？[\s\S]*#4/u);
    await say("算了");
    const moved = await say("让交通局牵头，建管局配合");
    expect(moved).toContain("G2 上学难 由交通运输局牵头");
    expect(moved).toContain("建设管理局的协办没有记：共性问题只有牵头单位");
    expect(await say("今天天气不错")).toContain("未能识别");
    expect(await say("搞错了，是供电公司牵头")).toContain("G2 上学难 由供电公司牵头");
    expect(park.said("jiaotong").at(-1)).toContain("共性问题 G2 上学难 改由供电公司牵头，本单位不再牵头");
    expect(await park.say("魏强", "direct", "G2怎么样了")).toBe("G2 已改由其他单位牵头，本单位不再牵头。");
    expect(await say("G2 的天气")).toContain("没有看懂「G2 的天气」");
    await park.say("王建国", "gongdian", "共性 措施 G2 换线路");
    expect(await park.say("王建国", "gongdian", "11月25日之前")).toContain("时限记为 11月25日 周三。");
    expect(await park.say("王建国", "gongdian", "共性 2")).toContain("**措施**：换线路（11月25日 周三前完成）");
    expect(await park.say("王建国", "gongdian", "明天就去换好")).not.toContain("已签收");
    expect(await park.say("王建国", "gongdian", "已经和几家签了承诺书")).toMatch(
      /记为 G2 的进展吗？[\s\S]*> 已经和几家签了承诺书/u,
    );
    expect(await park.say("王建国", "gongdian", "是")).toContain("已记录 G2 上学难 的进展");
    expect(await say("时间放宽两天")).toContain("G2 上学难 的时限：11月27日");
    // Nor is an issue offered where a common problem is spoken of by words of its title.
    expect(await say("上学那个共性问题什么情况")).toContain("**最新进展**：已经和几家签了承诺书");
    expect(await say("路坑的共性问题到哪一步了")).toBe("没有说到「路坑」的共性问题。要看有哪些，请发：共性");
    expect(await say("共性 加入 G2 十、甲")).toBe("「甲」不是诉求编号，没有做任何改动，请只写编号，例如：12 15");
    await say("共性 移出 一 2 五");
    expect(await say("停电的几家合成一个共性问题")).toMatch(
      /新建共性问题「停电」吗？2 家企业 3 件[^，][\s\S]*保密的、投诉人员的不自动纳入/u,
    );
    await say("算了");
    await say("共性 加入 G1 1 2 5");
    // The leaders see all, but not whose the confidential one is.
    const leader = await park.say("赵长河", "duban", "共性 1");
    expect(leader).toContain("#5 ［保密］某企业");
    expect(leader).not.toContain("潇湘");
    // What it is merged into belongs to it in its place.
    await say("合并 1 4");
    expect(await say("共性 1")).toMatch(/3 家企业 3 件，另有保密 1 件[\s\S]*#1 .*已并入[\s\S]*#4 /u);
  });

  variant("is recorded so that a change behind everybody's back is found, and words can be forgotten", async () => {
    const park = await darkWeek();
    const { db, clock } = park.app;
    const say = office(park);
    await say("共性 新建 停电频繁 1 2");
    await say("共性 1 牵头 供电公司");
    await park.say("刘洋", "gongdian", "共性 措施 1 由刘洋负责更换变压器");
    await say("共性 1 进展 已到货");
    // The program seals as well, and then who seals beside it does not wait.
    const sealed = async () => {
      await seal(db, clock.now());
      return audit(db, clock.now());
    };
    await expect.poll(sealed).toMatchObject({ sealed: { commons: 4 } });
    const wrong = async (change: string) => {
      try {
        await db.transaction(async (tx) => {
          await tx.execute(`set local session_replication_role = replica; ${change}`);
          const found = await audit(tx, clock.now());
          throw "fault" in found ? found.fault.what : "nothing is found";
        });
      } catch (error) {
        return String(error);
      }
      return "";
    };
    const one = "common problem 1: ";
    expect(await wrong("update common_problems set due = now()")).toContain(
      `${one}its due is not what the record says`,
    );
    expect(await wrong("delete from common_members where issue_id = 2")).toContain(`${one}its members is not`);
    expect(await wrong("update common_events set data = '{}' where version = 4")).toContain(`${one}its event 4 is not`);
    expect(await wrong("delete from common_events where version = 2")).toContain(
      "event 2 of the common problems is missing",
    );
    await expect(db.execute("delete from common_events")).rejects.toThrow();

    const everything = new Reader({ kind: "coordinator" }, { park: park.app.holder.park, now: clock.now() });
    const sheet = await commonSheet(db, everything);
    const rows: unknown[] = [];
    for await (const row of sheet?.rows() ?? []) rows.push(row.slice(0, 7));
    expect(rows).toEqual([
      ["G1", "停电频繁", "办理中", "供电公司", "2 家企业 2 件", "已答复 0 件，已解决 0 件", "由刘洋负责更换变压器"],
    ]);

    const change = (text: string) => text.replaceAll("刘洋", FORGOTTEN);
    await db.transaction((tx) => forgetInCommons(tx, change, { by: "operator", at: clock.now() }));
    expect(await say("共性 1")).toContain(`**措施**：由${FORGOTTEN}负责更换变压器`);
    await expect.poll(sealed).toMatchObject({ sealed: { commons: 5 } });

    // What is so already is not done again, nor told.
    const heard = park.said("gongdian").length;
    expect(await say("共性 牵头 G1 供电公司")).toBe("G1 停电频繁 已由供电公司牵头，没有变动，不再通知。");
    expect(await say("共性 改名 G1 停电频繁")).toBe("标题已是 G1 停电频繁，没有变动。");
    expect(park.said("gongdian")).toHaveLength(heard);
    expect(await say("共性 牵头 G1 教育局")).toContain(
      "没有其中的诉求，看不到诉求内容；需要其办理的，请派单或请其协办",
    );
    // The last progress stays beside what is said at the end.
    await say("共性 办结 G1 全部换完");
    expect(await say("共性 1")).toMatch(/\*\*最新进展\*\*：已到货[\s\S]*\*\*办结说明\*\*：全部换完/u);
    // One that was none is called off: it is looked at by its number alone, and its issues are free.
    expect(await say("撤销 G1")).toContain("2 件诉求不再属于它");
    expect(await say("是")).toContain("G1 停电频繁 已撤销，记录保留");
    expect(await say("共性")).toContain("目前没有共性问题。");
    expect(await park.say("赵长河", "direct", "共性 1")).toContain("**状态**：已撤销");
    expect(await park.say("王建国", "gongdian", "共性 1")).toBe("没有编号 G1 的共性问题。");
    expect(await say("共性 办结 1")).toContain("G1 停电频繁 已撤销。要继续办理，请营商办发：共性 恢复 G1");
    expect(await say("共性 新建 停电 1")).toContain("还只有一家企业");
    expect(await say("共性 恢复 G1")).toContain("重新纳入：#2");
    await expect.poll(sealed).toMatchObject({ sealed: { commons: 10 } });
  });
});
