import { describe, expect, it } from "vitest";
import type { Park } from "../support/park.ts";
import { headlines, openChangingPark, openPark } from "../support/story.ts";
import { variant } from "../support/told.ts";

const digests = (park: Park, chat: string, words: RegExp) => park.said(chat).filter((text) => words.test(text));
const last = (park: Park, chat: string, words: RegExp) => digests(park, chat, words).at(-1) ?? "";

describe("the day of a department", () => {
  it("says what is due today, overdue, unsigned and awaiting the company, and nothing on a day without any", async () => {
    const park = await openPark("2026-11-16T09:00:00+08:00");
    await park.at("2026-11-17T08:30:00+08:00");
    expect(digests(park, "gongdian", /今日待办/u)).toEqual([]);
    await park.say("周长友", "qiye", "诉求 三车间停电");
    await park.say("周长友", "qiye", "诉求 四车间跳闸");
    await park.say("周长友", "qiye", "诉求 五车间电压低");
    await park.say("王建国", "gongdian", "签收 1");
    await park.say("王建国", "gongdian", "签收 2");
    await park.say("王建国", "gongdian", "答复 2 已修好");
    await park.at("2026-11-18T08:30:00+08:00");
    expect(
      last(park, "gongdian", /今日待办/u)
        .split("\n")
        .filter((line) => line.trim() !== "")
        .map((line) => line.trim()),
    ).toEqual([
      "### 今日待办　11月18日 周三　供电公司",
      "待签收（1）",
      "- #3 湖南中塑科技有限公司：五车间电压低（待签收，供电公司，期限 11月23日 周一 17:30）",
      "待企业确认/补充（1）",
      "- #2 湖南中塑科技有限公司：四车间跳闸（待企业确认，供电公司，期限 11月23日 周一 17:30）",
      "*查看详情：进度 编号　全部：待办*",
    ]);
    await park.at("2026-11-25T08:30:00+08:00");
    expect(last(park, "gongdian", /今日待办/u)).toContain("已超期（2）");
    // What is late and nobody has signed for stands in one list.
    expect(last(park, "gongdian", /今日待办/u).match(/#3 .*待签收/gu)).toHaveLength(1);
    // The department that tracks the city unit has its issues too.
    expect(last(park, "jingfa", /今日待办/u)).toContain("#1 湖南中塑科技有限公司");
    expect(digests(park, "shehui", /今日待办/u)).toEqual([]);
  });

  it("is one line on a day without any where the org file asks for it", async () => {
    const { park } = await openChangingPark("2026-11-16T09:00:00+08:00", (org) =>
      org.replace(/(chat: gongdian, kind: department-daily,.*?)( \})/u, "$1, empty: true$2"),
    );
    await park.at("2026-11-17T08:30:00+08:00");
    expect(digests(park, "gongdian", /今日待办/u)).toEqual([
      "今日待办　11月17日 周二　供电公司：没有到期、超期、待签收和待企业确认、补充的诉求。",
    ]);
    expect(digests(park, "shehui", /今日待办/u)).toEqual([]);
  });

  variant("comes on make-up Saturdays and not on days off, whatever the expression says of the weekday", async () => {
    const park = await openPark("2026-09-30T09:00:00+08:00");
    await park.say("周长友", "qiye", "诉求 三车间停电");
    await park.at("2026-10-12T09:00:00+08:00");
    const days = headlines(digests(park, "gongdian", /今日待办/u)).map((line) => /(\d+月\d+日 .{2})/u.exec(line)?.[1]);
    // National Day to the 7th; Saturday the 10th is worked.
    expect(days).toEqual(["10月8日 周四", "10月9日 周五", "10月10日 周六", "10月12日 周一"]);
  });
});

describe("the leaders' Monday", () => {
  variant(
    "begins with how it stands, then what is stuck by unit, holds and what many share, and ends with the figures",
    async () => {
      const park = await openPark("2026-11-09T09:00:00+08:00");
      await park.say("周长友", "qiye", "诉求 三车间停电");
      await park.say("王建国", "gongdian", "签收 1");
      await park.say("王建国", "gongdian", "措施 1 更换开关 11月12日前");
      await park.say("王建国", "gongdian", "答复 1 已修好");
      await park.say("周长友", "qiye", "已解决 1");
      await park.at("2026-11-16T10:00:00+08:00");
      await park.say("周长友", "qiye", "诉求 四车间跳闸");
      await park.say("何静", "qiye", "诉求 厂区停电");
      await park.say("何静", "qiye", "诉求 路面坑洼");
      await park.say("彭丽", "direct", "诉求 保密 公交站 站台雨棚坏了", { platform: "wecom" });
      await park.say("王建国", "gongdian", "签收 2");
      await park.say("王建国", "gongdian", "挂账 2 12月20日 等设备");
      await park.say("赵长河", "direct", "同意 2");
      await park.at("2026-11-30T08:31:00+08:00");
      const text = last(park, "duban", /督办周报/u);
      const lines = text.split("\n").filter((line) => line.trim() !== "");
      expect(lines.slice(0, 3)).toEqual([
        "### 督办周报　11月23日 周一 至 11月30日 周一",
        "近7天没有收到诉求，卡住 3 件。",
        "未签收 3，超期 2",
      ]);
      expect(text).toContain("**签收及时率**：40.0%（2/5）");
      expect(lines.slice(3, 8)).toEqual([
        "供电公司（1）",
        "• 🔴 #3 永州凌云机械制造有限公司：厂区停电（签收已超时 9 个工作日，超期 4 个工作日）",
        "交通运输局（2）",
        "• 🔴 #4 永州凌云机械制造有限公司：路面坑洼（签收已超时 9 个工作日，超期 2 个工作日）",
        "• 🟡 #5 ［保密］某企业：公交站 站台雨棚坏了（签收已超时 9 个工作日）",
      ]);
      for (const line of [
        "收集 5　有措施 1",
        "已解决 1　未解决 4",
        "近7天（括号内比前7天）",
        "收集 0（−4）　有措施 0（持平）",
      ]) {
        expect(lines.indexOf(line)).toBeGreaterThan(lines.indexOf("挂账（1）"));
      }
      expect(text).toContain("挂账（1）");
      expect(text).not.toContain("光源照明");
      const before = digests(park, "duban", /督办周报/u).at(-2) ?? "";
      expect(before).toContain("近7天共性类别（1）");
      expect(before).toContain("• 用电 2 件，涉及 2 家企业");
      expect(before).toContain("近7天收到 4 件，解决 0 件，卡住 3 件。");
      expect(before).toContain("收集 4（+3）　有措施 0（−1）");
      // To the coordinator: what two companies have, also where one of theirs is closed.
      const proposed = park.said("李敏").filter((one) => one.includes("可能的共性问题"));
      expect(proposed).toHaveLength(1);
      expect(proposed[0]).toContain("建议 1　停电：2 家企业 2 件");
    },
  );

  variant("is one line in a park where nothing happens, and 简报 shows the same at any time", async () => {
    const park = await openPark("2026-11-16T09:00:00+08:00");
    await park.at("2026-11-23T08:30:00+08:00");
    const [only, ...more] = digests(park, "duban", /督办周报/u);
    expect(more).toEqual([]);
    expect(only).toBe(
      "督办周报：近7天没有新的诉求，没有卡住、挂账的诉求和未反馈的督办。累计：收集 0　有措施 0　已解决 0　未解决 0",
    );
    await park.say("周长友", "qiye", "诉求 三车间停电");
    expect(await park.say("赵长河", "direct", "简报")).toContain("近7天收到 1 件，解决 0 件，没有卡住的。");
  });
});

describe("the coordinator's day", () => {
  variant(
    "says what waits for the coordinator: dispatch, signing, decisions, answers to those above, failed messages",
    async () => {
      const park = await openPark("2026-11-16T09:00:00+08:00");
      await park.at("2026-11-16T17:00:00+08:00");
      const daily = () => last(park, "李敏", /营商办每日提示/u);
      expect(daily()).toBe("营商办每日提示　11月16日 周一：没有待派单、待签收、待批复、未反馈和未送达的事项。");
      await park.say("周长友", "qiye", "诉求 有一件说不清的事");
      await park.say("周长友", "qiye", "诉求 三车间停电");
      await park.say("周长友", "qiye", "诉求 四车间跳闸");
      await park.say("王建国", "gongdian", "退单 3 属经济发展局");
      await park.say("李敏", "direct", "督办 2 快办");
      park.sandbox.wecom.failNext({ errcode: 93000 }, 1);
      await park.say("王建国", "gongdian", "签收 2");
      await park.at("2026-11-17T17:00:00+08:00");
      for (const line of [
        "今天收到 0 件，解决 0 件；待派单 1 件，待签收 1 件，待批复 1 件。",
        "#1 湖南中塑科技有限公司：有一件说不清的事（已等 1 个工作日）",
        "待派单（1）",
        "待签收（1）",
        "待批复（1）",
        "退单申请：#3",
        "督办未反馈（1）",
        "督办〔2026〕1号：#2",
        "没有送达的消息 1 条，查看请发：投递",
      ]) {
        expect(daily()).toContain(line);
      }
    },
  );
});
