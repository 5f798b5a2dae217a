import { describe, expect, it } from "vitest";
import type { Park } from "../support/park.ts";
import { quietBeginning } from "../support/story.ts";
import { variant } from "../support/told.ts";

/** Monday to Thursday: two units late, one with a confidential issue; one issue waits for a signature, one for a dispatch. */
const begin = quietBeginning("2026-11-16T09:00:00+08:00", {}, async (park) => {
  await park.say("周长友", "qiye", "诉求 紧急 三车间停电");
  await park.say("何静", "qiye", "诉求 紧急 路面坑洼");
  await park.say("彭丽", "direct", "诉求 保密 紧急 厂区停电", { platform: "wecom" });
  await park.say("周长友", "qiye", "诉求 有一件说不清的事");
  await park.say("王建国", "gongdian", "签收 1");
  await park.at("2026-11-19T10:05:00+08:00");
  await park.say("何静", "qiye", "诉求 四车间跳闸");
});

/** Without what formats them. */
const plain = (text: string) => text.replace(/^### /gm, "").replace(/^- /gm, "• ").replace(/[*]/g, "");
const lines = (text: string) =>
  plain(text)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
const leader = (park: Park, text: string) => park.say("赵长河", "direct", text);

describe("超期", () => {
  it("lists what is late by unit, the worst first, with how long it has been", async () => {
    const park = await begin();
    const text = await leader(park, "超期");
    expect(lines(text)).toEqual([
      "超期（3）",
      "供电公司（2）",
      "• 🔴 #1 ［紧急］湖南中塑科技有限公司：三车间停电（办理中，超期 2 个工作日）",
      "• 🔴 #3 ［紧急·保密］某企业：厂区停电（待签收，超期 2 个工作日）",
      "交通运输局（1）",
      "• 🔴 #2 ［紧急］永州凌云机械制造有限公司：路面坑洼（待签收，超期 2 个工作日）",
      "督办 编号 …　查看详情：进度 编号",
    ]);
    expect(await park.say("李敏", "direct", "overdue 交通局")).toContain("超期（1）");
    expect(await park.say("李敏", "direct", "超期 建管局")).toBe("没有超期的诉求。");
    expect(await park.say("李敏", "direct", "超期 没这个局")).toContain("没有叫「没这个局」的单位");
    expect(await leader(park, "超期 第2页")).toContain("没有第 2 页，一共 3 件");
  });

  it("tells an official of the own unit and what it tracks, and companies nothing", async () => {
    const park = await begin();
    const own = await park.say("魏强", "jiaotong", "超期");
    expect(own).toContain("#2");
    expect(own).not.toMatch(/供电公司|#1|#3/u);
    // 经济发展局 tracks both units.
    expect(await park.say("杨帆", "direct", "超期")).toContain("超期（3）");
    expect(await park.say("魏强", "jiaotong", "超期 供电公司")).toBe("这里只能查看本单位的情况。");
    expect(await park.say("周长友", "qiye", "超期")).toContain("看贵企业的诉求请发：我的");
    expect(await park.say("李敏", "qiye", "超期")).toContain("不在企业群里答复");
    // In a department's group others listen: the coordinator is told there of that department alone.
    expect(await park.say("李敏", "jiaotong", "超期")).toContain("超期（1）");
  });
});

describe("未签收", () => {
  it("lists by unit since when it waits, and what is past its limit", async () => {
    const park = await begin();
    expect(lines(await leader(park, "未签收"))).toEqual([
      "未签收（3）",
      "交通运输局（1）",
      "• 🔴 #2 ［紧急］永州凌云机械制造有限公司：路面坑洼（11月16日 周一 09:00 派单，签收已超时 3 个工作日）",
      "供电公司（2）",
      "• 🔴 #3 ［紧急·保密］某企业：厂区停电（11月16日 周一 09:00 派单，签收已超时 3 个工作日）",
      "• #5 永州凌云机械制造有限公司：四车间跳闸（11月19日 周四 10:05 派单，签收时限 11月19日 周四 16:35）",
      "督办 编号 …　查看详情：进度 编号",
    ]);
    expect(await park.say("王建国", "gongdian", "unsigned")).toContain("未签收（2）");
  });
});

describe("各单位", () => {
  variant("shows the volume beside each rate's parts, and says how many units have nothing", async () => {
    const park = await begin();
    expect(lines(await leader(park, "各单位 本周"))).toEqual([
      "各单位　本周",
      "供电公司：承办 3 件，现超期 2 件",
      "签收及时 1/2　按期 0/2　满意 0/0",
      "交通运输局：承办 1 件，现超期 1 件",
      "签收及时 0/1　按期 0/1　满意 0/0",
      "其余 11 个单位该时段没有承办诉求，也没有超期。",
      "签收及时、按期、满意都是「达到的件数/应计的件数」；超期是该时段结束前提出、现在超期的件数。",
    ]);
    expect(await leader(park, "统计 各单位 本周")).toBe(await leader(park, "各单位 本周"));
    // Of last week is late what was raised by its end.
    expect(await leader(park, "units 上周")).not.toContain("供电公司");
    expect(await leader(park, "各单位 去年")).toContain("时段可以写：本周、上周、本月、上月");
    const own = await park.say("王建国", "gongdian", "各单位");
    expect(own).toContain("供电公司：承办 3 件");
    expect(own).not.toContain("交通运输局");
    expect(await park.say("李敏", "qiye", "统计 各单位")).toContain("不在企业群里答复");
  });

  it("is also asked of one unit with 统计", async () => {
    const park = await begin();
    const text = plain(await leader(park, "统计 供电公司 本周"));
    expect(text).toContain("统计　供电公司　本周");
    expect(text).toContain("收集 3　有措施 0\n已解决 0　未解决 3");
    expect(text).toContain("签收及时率：50.0%（1/2）");
    expect(await park.say("魏强", "jiaotong", "统计 供电公司")).toBe("这里只能查看本单位的情况。");
    expect(await park.say("李敏", "qiye", "统计 供电公司")).toContain("不在企业群里答复");
    expect(await leader(park, "统计 没这个局")).toContain("统计 各单位");
  });
});

describe("简报", () => {
  it("tells a department how the park stands and what is stuck with itself, the leaders all of it", async () => {
    const park = await begin();
    const own = plain(await park.say("魏强", "jiaotong", "简报"));
    expect(own).toContain("全园区近7天收到 5 件，解决 0 件；本单位卡住 1 件。");
    expect(own).not.toContain("供电公司（");
    const all = lines(await leader(park, "简报"));
    expect(all.slice(1, 4)).toEqual([
      "近7天收到 5 件，解决 0 件，卡住 4 件。",
      "未派单 1，未签收 2，超期 3",
      "交通运输局（1）",
    ]);
    expect(all.join()).toMatch(/待派单（1）,• #4 .*（派单已超时 2 个工作日）/u);
  });
});

describe("企业", () => {
  it("lists the issues of one company by its name or alias, open ones first, and counts them", async () => {
    const park = await begin();
    await park.say("王建国", "gongdian", "答复 1 已修好");
    await park.say("周长友", "qiye", "已解决 1");
    expect(lines(await leader(park, "企业 中塑科技"))).toEqual([
      "湖南中塑科技有限公司",
      "共 2 件　在办 1 件",
      "现超期 0 件　办结 1 件",
      "• #4 有一件说不清的事（待派单）",
      "• #1 ［紧急］三车间停电（已解决，供电公司）",
      "查看详情：进度 编号",
    ]);
    expect(await leader(park, "company 没有这家")).toContain("没有叫「没有这家」的企业");
    expect(await leader(park, "企业")).toContain("请写企业名");
    expect(await park.say("王建国", "direct", "企业 中塑科技")).toContain("供营商办和园区领导使用");
    expect(await park.say("周长友", "qiye", "企业 中塑科技")).toContain("看贵企业的诉求请发：我的");
  });

  it("lists a confidential issue for the coordinator alone", async () => {
    const park = await begin();
    expect(await park.say("李敏", "direct", "企业 光源照明")).toContain("#3 ［紧急·保密］厂区停电");
    for (const text of [await leader(park, "企业 光源照明"), await park.say("李敏", "duban", "企业 光源照明")]) {
      expect(text).toContain("没有可在这里查看的诉求");
      expect(text).not.toContain("停电");
    }
  });
});

describe("a month, a unit and what is open, in free words", () => {
  it("gives the figures of the month that is named, and says where there is none", async () => {
    const park = await begin();
    expect(lines(await leader(park, "11月份收了多少件，解决了多少件"))).toEqual(
      expect.arrayContaining(["统计　2026年11月", "收集 5　有措施 0"]),
    );
    expect(lines(await leader(park, "统计 十月"))[1]).toContain("收集 0");
    expect(await leader(park, "统计 2027-03")).toContain("没有这个月份，或者该月尚未开始");
    expect(await leader(park, "供电公司11月份收了多少件")).toMatch(/统计　供电公司　2026年11月[\s\S]*收集 3/u);
  });

  it("gives an official, and whoever asks in a department's group, the figures of that unit", async () => {
    const park = await begin();
    for (const [who, chat] of [
      ["王建国", "gongdian"],
      ["王建国", "direct"],
      ["李敏", "gongdian"],
    ] as const) {
      expect(lines(await park.say(who, chat, "统计"))).toEqual(
        expect.arrayContaining(["统计　供电公司　自开始以来", "收集 3　有措施 0"]),
      );
    }
    expect(lines(await park.say("李敏", "direct", "统计"))).toContain("收集 5　有措施 0");
  });

  it("gives the one unit that is named", async () => {
    const park = await begin();
    const text = await leader(park, "供电公司这个月办得如何");
    expect(text).toMatch(/各单位　本月[\s\S]*供电公司：承办 3 件/u);
    expect(text).not.toMatch(/交通运输局|其他/u);
    expect(await leader(park, "各单位 教育局 11月")).toContain("教育局2026年11月没有承办的诉求");
    expect(await leader(park, "各单位 没这个局")).toContain("时段可以写");
  });

  it("lists all that is open, by what it waits for, beside what is late", async () => {
    const park = await begin();
    const text = await leader(park, "还有哪些没办好的");
    expect(text).toMatch(/未办结的诉求[\s\S]*#4[\s\S]*#2[\s\S]*#1/u);
    expect(await leader(park, "还有多少没办完？")).toMatch(/统计[\s\S]*未解决 5/u);
    expect(await leader(park, "超期的有哪些")).toContain("超期（3）");
  });

  it("sends the report of the month that is named", async () => {
    const park = await begin();
    expect(await leader(park, "给我出一份11月份的月报")).toContain("2026年11月");
    expect(await park.say("王建国", "gongdian", "把上个月的报表发我")).not.toBe("");
  });
});
