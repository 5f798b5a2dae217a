import { describe, expect, it, onTestFinished } from "vitest";
import { writeSetting } from "../../src/store/settings.ts";
import { freshDatabase } from "../support/databases.ts";
import { type Park, startPark } from "../support/park.ts";
import { headlines, openQuietPark } from "../support/story.ts";
import { variant } from "../support/told.ts";

const last = (park: Park, place: string) => park.said(place).at(-1) ?? "";
const about = (park: Park, place: string) => headlines(park.said(place)).filter((line) => line.includes("主题日"));

describe("planning a theme day", () => {
  it("takes date, time, theme and place as people write them, and says when it cannot be", async () => {
    const park = await openQuietPark("2026-11-18T10:00:00+08:00");
    const say = (text: string) => park.say("李敏", "direct", `主题日 ${text}`);
    expect(await say("新建 2026-11-30 20:00 用工专场 地点 园区会议中心")).toBe(
      "已安排主题日：11月30日 周一 20:00，「用工专场」，在园区企业群。\n\n邀请企业：主题日 邀请 11月30日 企业名",
    );
    // The fixed one of Monday the 23rd gets a theme; what somebody planned keeps its evening.
    expect(await say("新建 11月23日 20:00 用电专场")).toContain("已安排主题日：11月23日 周一 20:00，「用电专场」");
    expect(await say("新建 11月30日 晚上8点半 融资专场")).toContain(
      "与主题日「用工专场」（11月30日 周一 20:00）时间重叠",
    );
    expect(await say("新建 2026-11-17 20:00 用电")).toContain("「2026-11-17」已过，请写以后的日期");
    expect(await say("新建 今天 00:10 用电")).toContain("该时间已过");
    expect(await say("新建 2月30日 20:00 用电")).toContain("没有「2月30日」这一天");
    expect(await say("新建 12月7日 用电专场")).toContain("请写明几点开始");
    expect(await say("新建 12月7日 25:00 用电专场")).toContain("没有「25:00」这个时间");
    expect(await say("新建 用电专场")).toContain("请写明日期和时间");
    expect(await say("新建 下周六 晚上7点 周末专场 地点 一楼 群 园区企业钉钉群")).toContain(
      "11月28日 周六 19:00，「周末专场」，在园区企业钉钉群",
    );
    expect(await say("新建 12月9日 20:00 用电「专场」\n### 假标题 地点 一楼")).toContain(
      "12月9日 周三 20:00，「用电『专场』 ### 假标题」，在园区企业群",
    );
    expect(await say("新建 12月5日 20:00 专场 群 没这个群")).toContain("没有叫「没这个群」的企业群");
    expect(await say("新来")).toContain("未能识别「新来」");
    expect(await park.say("周长友", "qiye", "主题日 新建 12月8日 20:00 自己来")).toContain("由营商办使用");
    expect(await park.say("周长友", "qiye", "主题日 清单")).toContain("由工作人员使用");
    const next = await park.say("周长友", "qiye", "主题日");
    expect(next).toContain("下一期　政企交流主题日：11月23日 周一 20:00，用电专场");
    expect(next).toContain("报名：主题日 报名");
  });

  variant(
    "is done by the rule for every Monday that is worked, and not once more where somebody planned one",
    async () => {
      const park = await openQuietPark("2026-09-21T09:00:00+08:00");
      // The Monday of National Day is off.
      await park.say("李敏", "direct", "主题日 新建 10月19日 20:30 临时专场");
      const seen = new Set<string>();
      for (const day of ["09-21", "09-28", "09-29", "10-08", "10-12", "10-13", "10-20", "10-26"]) {
        await park.at(`2026-${day}T21:00:00+08:00`);
        const text = await park.say("李敏", "direct", "主题日");
        for (const match of text.matchAll(/(\d+月\d+日 周. \d\d:\d\d)/gu)) seen.add(match[1] ?? "");
      }
      expect([...seen]).toEqual([
        "9月28日 周一 20:00",
        "10月19日 周一 20:30",
        "10月12日 周一 20:00",
        "10月26日 周一 20:00",
        "11月2日 周一 20:00",
      ]);
      expect(park.said("qiye").filter((text) => text.includes("主题日"))).toEqual([]);
    },
  );
});

describe("who is invited", () => {
  variant(
    "is told at once, a day and an hour before, each once, over a restart and a clock that goes back",
    async () => {
      const database = await freshDatabase("postgresql");
      onTestFinished(() => database.drop());
      let park = await startPark(database, "2026-11-18T10:00:00+08:00");
      onTestFinished(() => park.close());
      await park.say("李敏", "direct", "主题日 新建 2026-11-30 20:00 用工专场 地点 三楼");
      // The 23rd is the rule's, and comes first.
      expect(await park.say("李敏", "direct", "主题日")).toContain("11月23日");
      await park.at("2026-11-24T10:00:00+08:00");
      expect(await park.say("李敏", "direct", "主题日 邀请 没这家 九嶷制药")).toContain(
        "没有叫「没这家」的企业。请改好后整句重发，本次没有发出邀请",
      );
      expect(await park.say("李敏", "direct", "主题日 邀请 九嶷制药、中塑科技")).toContain(
        "已邀请 湖南九嶷制药有限公司、湖南中塑科技有限公司（11月30日 周一 20:00，「用工专场」）",
      );
      expect(await park.say("李敏", "direct", "主题日 邀请 九嶷制药")).toContain("此前已邀请");
      expect(await park.say("蒋玉兰", "direct", "主题日 报名")).toContain(
        "已报名：11月30日 周一 20:00，「用工专场」，地点「三楼」",
      );
      expect(await park.say("蒋玉兰", "direct", "主题日 报名")).toContain("贵企业已报名");
      expect(last(park, "李敏")).toMatch(/湖南九嶷制药有限公司（蒋玉兰）报名参加主题日：.*，「用工专场」。/u);
      // Somebody whom nobody can write to is mentioned in the group, without the company's name.
      const invitation = park.messages("qiye").at(-1);
      expect(invitation?.text).toContain("<@zhouchangyou> <@wuxiaoyan>");
      expect(invitation?.text).not.toContain("中塑");
      await park.at("2026-11-29T20:00:30+08:00");
      expect(about(park, "蒋玉兰")).toEqual(["主题日邀请参加", "主题日明天举行"]);
      await park.close();
      park = await startPark(database);
      await park.settle();
      await writeSetting(park.app.db, "clock-offset", park.app.clock.offset - 3_600_000);
      await park.settle();
      await park.at("2026-11-30T21:00:00+08:00");
      expect(about(park, "蒋玉兰")).toEqual(["主题日邀请参加", "主题日明天举行", "主题日一小时后开始"]);
      expect(about(park, "qiye")).toEqual(["主题日邀请参加", "主题日明天举行", "主题日一小时后开始"]);
    },
  );

  it("hears that it is called off", async () => {
    const park = await openQuietPark("2026-11-18T10:00:00+08:00");
    await park.say("李敏", "direct", "主题日 邀请 九嶷制药");
    // Another day than any that is planned calls nothing off.
    expect(await park.say("李敏", "direct", "主题日 取消 12月1日")).toContain("没有可以取消的主题日");
    expect(await park.say("李敏", "direct", "主题日 取消 那个")).toContain("未能识别取消哪一天");
    expect(await park.say("李敏", "direct", "主题日 取消")).toContain("已取消11月23日 周一 20:00的主题日");
    await park.at("2026-11-23T20:30:00+08:00");
    expect(about(park, "蒋玉兰")).toEqual(["主题日邀请参加", "主题日已取消"]);
  });
});

describe("one of several theme days", () => {
  variant(
    "is invited to, signed up for and called off by its date, and by its time where two are on that day",
    async () => {
      const park = await openQuietPark("2026-11-18T10:00:00+08:00");
      const say = (text: string, who = "李敏") => park.say(who, "direct", `主题日 ${text}`);
      expect(await say("新建 2026-12-10 15:00 用工专场")).toContain("主题日 邀请 12月10日 企业名");
      expect(await say("邀请 12月10日 九嶷制药 凌云机械")).toMatch(/已邀请 湖南九嶷制药.*（12月10日 周四 15:00/u);
      expect(last(park, "蒋玉兰")).toContain("报名：主题日 报名 12月10日");
      expect(await say("报名 12月10日", "蒋玉兰")).toContain("已报名：12月10日 周四 15:00");
      expect(await say("邀请 12月11日 凌云机械")).toBe(
        "「12月11日」没有安排主题日，现有：11月23日 周一 20:00、12月10日 周四 15:00。",
      );
      // Without a date it is the next one, as ever.
      expect(await say("邀请 凌云机械")).toContain("（11月23日 周一 20:00，");
      expect(await say("新建 12月10日 09:00 用电专场")).toContain("主题日 邀请 12月10日 09:00 企业名");
      expect(await say("取消 12月10日")).toContain("有几期主题日：12月10日 周四 09:00、12月10日 周四 15:00");
      expect(await say("邀请 12月10日 9点 中塑科技")).toContain("（12月10日 周四 09:00，「用电专场」）");
      expect(await say("取消 12月10日 09:00")).toContain("已取消12月10日 周四 09:00的主题日「用电专场」");
      // Who comes is not asked again.
      await park.at("2026-12-09T16:00:00+08:00");
      expect(last(park, "蒋玉兰")).toContain("贵企业已报名。");
      expect(last(park, "蒋玉兰")).not.toContain("主题日 报名");
      expect(last(park, "qiye")).toContain("主题日 报名");
    },
  );
});

describe("while it runs", () => {
  variant("begins once when two begin it at the same moment, and no number is left out", async () => {
    const park = await openQuietPark("2026-11-23T19:00:00+08:00");
    await Promise.all([park.say("李敏", "duban", "主题日 开始"), park.say("赵长河", "direct", "主题日 开始")]);
    await park.settle();
    const begun = [...park.said("duban"), ...park.said("赵长河")].filter((text) => text.includes("主题日第 1 期开始"));
    expect(begun).toHaveLength(1);
    await park.say("李敏", "direct", "主题日 结束");
    await park.at("2026-11-30T20:00:00+08:00");
    expect(await park.say("李敏", "direct", "主题日 开始")).toContain("主题日第 2 期开始");
  });

  it("it ends by itself with the next opening when everybody went home without a word", async () => {
    const park = await openQuietPark("2026-11-23T19:00:00+08:00");
    await park.say("李敏", "direct", "主题日 开始");
    await park.say("周长友", "qiye", "诉求 三车间停电");
    await park.at("2026-11-24T08:29:00+08:00");
    expect(park.said("duban").filter((text) => text.includes("责任清单"))).toEqual([]);
    await park.at("2026-11-24T08:31:00+08:00");
    expect(park.said("duban").filter((text) => text.includes("责任清单（1）"))).toHaveLength(1);
    await park.say("周长友", "qiye", "诉求 四车间停电");
    expect(await park.say("李敏", "direct", "主题日 清单")).not.toContain("四车间");
  });

  it("what names companies is not said in their groups, not even by the coordinator", async () => {
    const park = await openQuietPark("2026-11-23T19:00:00+08:00");
    for (const words of ["邀请 中塑科技", "录入 中塑科技：停电", "清单", "议程"]) {
      const [word = ""] = words.split(" ");
      expect(await park.say("李敏", "qiye", `主题日 ${words}`)).toContain(`请在督办群或私聊里发「主题日 ${word}」`);
    }
  });

  variant(
    "issues of its group and of the coordinator belong to it; others do not; it ends with the list of duties",
    async () => {
      const park = await openQuietPark("2026-11-23T19:00:00+08:00");
      await park.say("何静", "qiye", "诉求 会前的一件停电");
      expect(await park.say("李敏", "duban", "主题日 开始")).toContain(
        "主题日第 1 期开始：「政企交流主题日」。在园区企业群里说「诉求 …」记入本期",
      );
      expect(last(park, "qiye")).toContain("主题日现在开始");
      expect(await park.say("李敏", "duban", "主题日 开始")).toContain("正在进行");
      await park.say("周长友", "qiye", "诉求 三车间停电");
      await park.say("唐志强", "qiye-dingtalk", "诉求 别处的路面坑洼");
      await park.say("李敏", "direct", "代 恒达鞋业 诉求 招不到人 保密");
      await park.say("王建国", "gongdian", "签收 2");
      await park.say("王建国", "gongdian", "措施 2 更换开关 11月30日前");
      expect(await park.say("李敏", "direct", "主题日 清单")).toContain(
        "- #2 湖南中塑科技有限公司：三车间停电\n　措施：更换开关 11月30日前\n　供电公司 王建国，11月30日 周一 17:30",
      );
      await park.at("2026-11-23T22:00:00+08:00");
      const before = park.said("qiye").length;
      expect(await park.say("赵长河", "duban", "主题日 结束")).toContain(
        "主题日第 1 期结束。本期收集 2 条，制定措施 1 条，解决 0 条。已开展 1 期，收集 2 条，制定措施 1 条，解决 0 条。",
      );
      const list = park.said("duban").find((text) => text.includes("责任清单（2）")) ?? "";
      expect(list).toContain("#4 ［保密］某企业：招不到人");
      expect(list).toMatch(/措施：待定\n　人社局，12月\d+日 周. 17:30/u);
      expect(
        park
          .said("qiye")
          .slice(before)
          .map((text) => headlines([text])[0]),
      ).toEqual(["主题日第 1 期", "您在主题日提出的诉求（1 件）"]);
      expect(last(park, "qiye")).toContain("#2 三车间停电\n　供电公司，答复期限");
      expect(await park.say("李敏", "duban", "主题日 结束")).toContain("没有正在进行的主题日");
      // Nothing of the confidential one is anywhere but with those who raised and handle it.
      for (const chat of ["qiye", "qiye-dingtalk", "gongdian", "duban", "jingfa", "唐志强"]) {
        for (const text of park.said(chat)) expect(text).not.toMatch(/恒达|唐志强/u);
      }
      for (const chat of ["qiye", "qiye-dingtalk"]) {
        for (const text of park.said(chat)) expect(text).not.toMatch(/招不到人|某企业|中塑|责任清单|议程/u);
      }
    },
  );

  it("its issues and what becomes of them are announced at once, whatever the hour; others wait for the morning", async () => {
    const park = await openQuietPark("2026-11-23T19:50:00+08:00");
    await park.say("李敏", "direct", "主题日 开始");
    await park.say("周长友", "qiye", "诉求 三车间停电");
    expect(headlines(park.said("gongdian"))).toEqual(["新诉求 #1 三车间停电"]);
    await park.say("李敏", "direct", "主题日 录入\n九嶷制药：冷库跳闸\n湘晶电子：一件说不清的事");
    await park.say("李敏", "direct", "主题日 确认");
    expect(headlines(park.said("gongdian")).at(-1)).toBe("新诉求 #2 冷库跳闸");
    expect(headlines(park.said("蒋玉兰"))).toEqual(["已为贵企业登记 #2 冷库跳闸"]);
    await park.say("王建国", "gongdian", "签收 1");
    expect(headlines(park.said("qiye")).at(-1)).toBe("#1 三车间停电 已签收");
    // Of another group, and so no issue of this evening.
    await park.say("唐志强", "qiye-dingtalk", "诉求 配电房跳闸");
    expect(headlines(park.said("gongdian")).at(-1)).toBe("已签收　#1 三车间停电");
    await park.say("李敏", "direct", "主题日 结束");
    await park.say("王建国", "gongdian", "签收 2");
    expect(headlines(park.said("蒋玉兰")).at(-1)).toContain("您在主题日提出的诉求");
  });

  it("at its end a company whom nobody can write to is mentioned in its group, and no issue with it", async () => {
    const park = await openQuietPark("2026-11-23T19:50:00+08:00");
    await park.say("李敏", "direct", "主题日 开始");
    await park.say("李敏", "direct", "主题日 录入\n凌云机械：三车间停电");
    await park.say("李敏", "direct", "主题日 确认");
    const before = park.said("qiye").length;
    await park.say("李敏", "direct", "主题日 结束");
    const [recap, news, ...others] = park.said("qiye").slice(before);
    expect(recap).toContain("主题日第 1 期");
    expect(news?.split("\n").filter((line) => line !== "")).toEqual([
      "您有一件诉求有新进展，请私聊我发「我的」",
      "<@hejing>",
    ]);
    expect(others).toEqual([]);
    for (const text of park.said("李敏")) expect(text).not.toContain("请转告");
    expect(await park.say("何静", "direct", "我的")).toContain("三车间停电");
  });

  it("a pasted list becomes issues after one confirmation, all of it or nothing", async () => {
    const park = await openQuietPark("2026-11-23T19:50:00+08:00");
    const say = (text: string) => park.say("李敏", "direct", text);
    expect(await say("主题日 录入 中塑科技：停电")).toContain("没有正在进行的主题日");
    await say("主题日 开始");
    expect(await say("主题日 录入\n1. 中塑科技：三车间停电\n2. 没这家：路面坑洼\n3. 凌云机械")).toContain(
      "第 2 行没有叫「没这家」的企业；第 3 行应写成「企业名：内容」。请改好后整份重发，本次没有保存。",
    );
    expect(await say("主题日 确认")).toContain("没有待确认的清单");
    const preview = await say(
      "主题日 录入\n1. 中塑科技：三车间停电\n2、凌云机械 路面坑洼 紧急\n- 湘晶电子\t有一件说不清的事\n九嶷制药：保密 贷款难",
    );
    for (const line of [
      "录入 4 件，请核对",
      "1、湖南中塑科技有限公司：三车间停电（供电公司）",
      "2、永州凌云机械制造有限公司：［紧急］路面坑洼（交通运输局）",
      "4、湖南九嶷制药有限公司：［保密］贷款难（财政金融局）",
      "3、湖南湘晶电子有限公司：有一件说不清的事（待派单）",
    ]) {
      expect(preview).toContain(line);
    }
    expect(await say("主题日 确认")).toContain("已登记 4 件，编号 #1、#2、#3、#4");
    expect(await say("主题日 确认")).toContain("没有待确认的清单");
    expect(await say("进度 2")).toContain("［紧急］路面坑洼");
    expect(await say("主题日 清单")).toContain("责任清单（4）");
  });
});

it("is planned and signed up for in free words", async () => {
  const park = await openQuietPark("2026-11-25T09:00:00+08:00");
  expect(await park.say("李敏", "direct", "这周五下午三点搞一期用工专场主题日，在园区会议中心")).toMatch(
    /按下面的安排主题日吗？[\s\S]*2026-11-27 15:00 用工专场 地点 园区会议中心/u,
  );
  expect(await park.say("李敏", "direct", "是")).toContain("已安排主题日：11月27日 周五 15:00，「用工专场」");
  expect(await park.say("李敏", "direct", "下周五搞一期主题日")).toContain("请写明几点开始");
  expect(await park.say("周长友", "qiye", "主题日我们不参加了")).not.toContain("已报名");
  expect(await park.say("周长友", "qiye", "主题日我们参加")).toContain("已报名");
});
