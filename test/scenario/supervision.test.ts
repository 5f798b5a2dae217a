import { describe, expect, it } from "vitest";
import type { Park } from "../support/park.ts";
import { headlines, openPark, openQuietPark } from "../support/story.ts";
import { variant } from "../support/told.ts";

const MONDAY = "2026-11-16T09:00:00+08:00";
const last = (park: Park, place: string) => park.said(place).at(-1) ?? "";

describe("督办 and 批示", () => {
  it("get numbers without gaps, go to the heads, are listed until the department answers", async () => {
    const park = await openPark(MONDAY);
    await park.say("周长友", "qiye", "诉求 三车间停电");
    await park.say("周长友", "qiye", "诉求 四车间跳闸");
    expect(await park.say("李敏", "duban", "督办 1 本周内解决")).toContain("已督办（督办〔2026〕1号）");
    expect(await park.say("赵长河", "duban", "1号怎么还没好？我批示一下")).toContain("请写明「批示」#1 的内容");
    await park.say("赵长河", "duban", "算了");
    expect(await park.say("赵长河", "duban", "1号批示一下，请经发局牵头")).toContain("作为批示送责任单位负责人吗？#1");
    expect(await park.say("赵长河", "duban", "是")).toContain("已批示（批示〔2026〕1号）");
    expect(await park.say("赵长河", "direct", "督办 2")).toContain("请写明「督办」#2 的内容");
    expect(await park.say("赵长河", "direct", "督办 2 请抓紧")).toContain("督办〔2026〕2号");
    // The city unit and the department that tracks it.
    for (const group of ["gongdian", "jingfa"]) {
      expect(headlines(park.said(group)).slice(-3)).toEqual([
        "督办〔2026〕1号 #1 三车间停电",
        "批示〔2026〕1号 #1 三车间停电",
        "督办〔2026〕2号 #2 四车间跳闸",
      ]);
    }
    expect(await park.say("王建国", "gongdian", "进度 1")).toContain("**待反馈**：督办〔2026〕1号、批示〔2026〕1号");
    expect(await park.say("王建国", "gongdian", "待办")).toContain("督办未反馈（3）");
    expect(await park.say("李敏", "duban", "待办")).toContain("批示〔2026〕1号：#1");
    expect(await park.say("李敏", "qiye", "待办")).not.toContain("督办");
    await park.at("2026-11-17T08:30:00+08:00");
    expect(last(park, "gongdian")).toContain("督办〔2026〕1号：#1");
    await park.say("王建国", "gongdian", "签收 1");
    expect(await park.say("王建国", "gongdian", "反馈 1 今天到现场，周三修好")).toContain(
      "已反馈督办〔2026〕1号、批示〔2026〕1号",
    );
    expect(headlines(park.said("李敏")).at(-1)).toBe("督办〔2026〕1号、批示〔2026〕1号 反馈 #1 三车间停电");
    expect(last(park, "赵长河")).toContain("今天到现场，周三修好");
    expect(await park.say("王建国", "gongdian", "反馈 1 再说一次")).toContain("没有待反馈的督办或批示");
    expect(await park.say("王建国", "gongdian", "进度 1")).not.toContain("待反馈");
    await park.at("2026-11-18T08:30:00+08:00");
    const daily = park
      .said("gongdian")
      .filter((text) => text.includes("今日待办"))
      .at(-1);
    expect(daily).toContain("督办〔2026〕2号：#2");
    expect(daily).not.toContain("〔2026〕1号");
    // The leader hears what comes of his own 督办 as well; of the coordinator's the coordinator does.
    await park.say("王建国", "gongdian", "反馈 2 明天换开关");
    expect(last(park, "赵长河")).toContain("明天换开关");
    await park.say("李敏", "duban", "督办 2 别再拖");
    await park.say("王建国", "gongdian", "反馈 2 开关已到货");
    expect(last(park, "李敏")).toContain("开关已到货");
    expect(last(park, "赵长河")).not.toContain("开关已到货");
    for (const text of park.said("qiye")) expect(text).not.toMatch(/督办|批示|反馈|红灯|黄灯/u);
  });

  variant("start anew with the year, and are not the department's or the company's to write", async () => {
    const park = await openQuietPark("2026-12-31T16:00:00+08:00");
    await park.say("周长友", "qiye", "诉求 三车间停电");
    await park.say("李敏", "direct", "督办 1 年内");
    await park.at("2027-01-04T10:00:00+08:00");
    expect(await park.say("李敏", "direct", "督办 1 年初")).toContain("督办〔2027〕1号");
    expect(await park.say("王建国", "gongdian", "督办 1 快办")).toContain("您没有「督办」权限");
    expect(await park.say("周长友", "qiye", "批示 1")).toContain("您没有「督办」权限");
    expect(await park.say("周长友", "qiye", "反馈 1 好")).toContain("您没有「反馈」权限");
  });

  it("give two who press at once two numbers", async () => {
    const park = await openQuietPark(MONDAY);
    for (let count = 0; count < 4; count++) await park.say("周长友", "qiye", `诉求 ${count} 车间停电`);
    const numbers = await Promise.all([1, 2, 3, 4].map((id) => park.say("李敏", "direct", `督办 ${id} 快办`)));
    await park.settle();
    const given = park.said("gongdian").flatMap((text) => /督办〔2026〕(\d)号/u.exec(text)?.[1] ?? []);
    expect(new Set(given)).toEqual(new Set(["1", "2", "3", "4"]));
    expect(numbers).toHaveLength(4);
  });
});

describe("a dispute about whose issue it is", () => {
  variant("is decided by the coordinator, the second time by the leader, and then it is final", async () => {
    const park = await openQuietPark(MONDAY);
    await park.say("周长友", "qiye", "诉求 三车间停电");
    await park.say("王建国", "gongdian", "退单 1 属经济发展局");
    expect(headlines(park.said("李敏")).at(-1)).toBe("#1 三车间停电 申请退单");
    await park.say("李敏", "direct", "同意 1");
    await park.say("李敏", "direct", "派单 1 1");
    await park.say("杨帆", "jingfa", "退单 1 应属建设管理局");
    expect(headlines(park.said("赵长河")).at(-1)).toBe("#1 三车间停电 申请退单");
    expect(await park.say("李敏", "direct", "同意 1")).toContain("第二次退单、第二次延期和挂账由园区领导批复");
    const decided = await park.say("赵长河", "direct", "同意 1 由供电公司办");
    expect(decided).toContain("已裁定由供电公司办理");
    expect(headlines(park.said("gongdian")).at(-1)).toBe("#1 三车间停电 园区领导裁定由供电公司办理");
    expect(headlines(park.said("qiye")).at(-1)).toBe("#1 三车间停电 已交供电公司");
    // The due date is still the first.
    expect(await park.say("周长友", "qiye", "进度 1")).toContain("11月23日 周一 09:00");
    expect(await park.say("王建国", "gongdian", "退单 1 真的不是我们的")).toContain("已由园区领导裁定，不能再退单");
    expect(await park.say("王建国", "gongdian", "签收 1")).toContain("已签收");
  });

  it("that two departments give up without an answer goes to the supervision group", async () => {
    const park = await openQuietPark(MONDAY);
    await park.say("周长友", "qiye", "诉求 三车间停电");
    await park.say("李敏", "direct", "转派 1 经发局 先看看");
    expect(park.said("duban")).toEqual([]);
    await park.say("李敏", "direct", "转派 1 建设管理局 再看看");
    expect(headlines(park.said("duban"))).toEqual(["派单 #1 三车间停电"]);
    expect(await park.say("李敏", "direct", "进度 1")).toContain("**升级督办**：1 次");
  });
});

describe("催办", () => {
  it("is the company's once a day, and the coordinator's at any time", async () => {
    const park = await openQuietPark(MONDAY);
    await park.say("周长友", "qiye", "诉求 三车间停电");
    expect(await park.say("周长友", "qiye", "催办 1")).toContain("已催办");
    expect(await park.say("周长友", "qiye", "催办 1")).toContain("今天已催办过");
    expect(await park.say("李敏", "direct", "催办 1")).toContain("已催办");
    expect(headlines(park.said("gongdian")).slice(-2)).toEqual(["#1 三车间停电 催办", "#1 三车间停电 催办"]);
  });
});

describe("who is there", () => {
  it("值班: reminders of what nobody has signed for go to who is on duty", async () => {
    const park = await openQuietPark(MONDAY);
    expect(await park.say("王建国", "gongdian", "值班 刘洋")).toContain("供电公司由刘洋值班，直到另行安排");
    await park.say("周长友", "qiye", "诉求 三车间停电");
    expect(last(park, "gongdian")).toContain("＠刘洋");
    await park.at("2026-11-17T09:01:00+08:00");
    // Contact is the handler's; that nobody signs stays with the head.
    expect(headlines(park.said("刘洋"))).toEqual(["提醒 #1 三车间停电"]);
    expect(last(park, "刘洋")).toContain("尚未联系");
    expect(await park.say("王建国", "gongdian", "值班")).toContain("供电公司：刘洋值班");
    expect(await park.say("王建国", "gongdian", "值班 杨帆")).toContain("杨帆不是本单位的人");
    expect(await park.say("王建国", "gongdian", "值班 没这个人")).toContain("没有叫「没这个人」的部门工作人员");
    expect(await park.say("周长友", "qiye", "值班 周长友")).toContain("「值班」由部门和营商办使用");
    expect(await park.say("李敏", "direct", "值班 杨帆 12月1日")).toContain(
      "经济发展局由杨帆值班，到12月1日 周二 17:30",
    );
  });

  variant("请假: reminders follow to the substitute, until the day is over or 销假", async () => {
    const park = await openQuietPark(MONDAY);
    await park.say("周长友", "qiye", "诉求 三车间停电");
    await park.say("王建国", "gongdian", "签收 1");
    expect(await park.say("王建国", "direct", "请假 5天 由刘洋代")).toContain(
      "已登记：请假到11月20日 周五 17:30，提醒发给刘洋",
    );
    expect(last(park, "刘洋")).toContain("王建国请假到11月20日 周五 17:30，期间的提醒发给您");
    await park.at("2026-11-20T09:01:00+08:00");
    expect(headlines(park.said("刘洋")).slice(1)).toEqual(["提醒 #1 三车间停电", "🟡 提醒 #1 三车间停电"]);
    expect(headlines(park.said("王建国")).filter((line) => line.includes("提醒 #"))).toEqual([]);
    await park.at("2026-11-23T09:01:00+08:00");
    expect(headlines(park.said("王建国")).filter((line) => line.includes("🔴"))).toHaveLength(1);
    expect(await park.say("王建国", "direct", "销假")).toContain("没有您的请假记录");
    for (const [words, answer] of [
      ["请假 由刘洋代", "请写明"],
      ["请假 3天", "请写明姓名"],
      ["请假 3天 由王建国代", "代办人不能是自己"],
      ["请假 3天 由杨帆代", "杨帆不能代办，请写同单位的人"],
      ["请假 2月30日 由刘洋代", "没有「2月30日」这一天"],
      ["请假 一会儿 由刘洋代", "未能识别截止时间"],
    ] as const) {
      expect(await park.say("王建国", "direct", words)).toContain(answer);
    }
    expect(await park.say("王建国", "direct", "请假 3天 由刘洋代")).toContain("请假到11月25日 周三 17:30");
    expect(await park.say("王建国", "direct", "销假")).toContain("已销假");
  });

  variant("请假 in free words, from a later day on: until then reminders stay where they are", async () => {
    const park = await openQuietPark(MONDAY);
    await park.say("周长友", "qiye", "诉求 三车间停电");
    await park.say("王建国", "gongdian", "签收 1");
    expect(await park.say("王建国", "gongdian", "我周三到周五出差，1号的事让刘洋代一下")).toMatch(
      /登记请假吗？[\s\S]*11月18日到11月20日 由刘洋代/u,
    );
    expect(await park.say("王建国", "gongdian", "是")).toContain(
      "已登记：从11月18日 周三起请假到11月20日 周五 17:30，提醒发给刘洋",
    );
    await park.at("2026-11-17T09:01:00+08:00");
    expect(headlines(park.said("王建国"))).toEqual(["提醒 #1 三车间停电"]);
    await park.at("2026-11-20T09:01:00+08:00");
    expect(headlines(park.said("刘洋")).slice(1)).toEqual(["🟡 提醒 #1 三车间停电"]);
    expect(await park.say("王建国", "direct", "请假 11月25日起2天 由刘洋代")).toContain(
      "从11月25日 周三起请假到11月26日 周四 17:30",
    );
    expect(await park.say("王建国", "direct", "销假")).toContain("已销假");
  });
});
