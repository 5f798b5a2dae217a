import { describe, expect, it } from "vitest";
import { openQuietPark } from "../support/story.ts";
import { variant } from "../support/told.ts";

describe("进度", () => {
  it("shows those who handle it the whole of an issue, and the company its public part only", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    const unit = (text: string) => park.say("王建国", "gongdian", text);
    await park.say("周长友", "qiye", "诉求 三车间停电");
    await park.at("2026-11-16T09:10:00+08:00");
    await unit("签收 1");
    await park.at("2026-11-16T09:20:00+08:00");
    await unit("联系 1 已电话沟通");
    await unit("措施 1 先巡线");
    await unit("备注 1 这条线要和水务一起挖开看\n\n### 别忘了带图纸");
    await unit("措施 1 更换变压器 11月20日前");
    await unit("延期 1 2天 等设备");
    await park.say("李敏", "direct", "驳回 1 请按期");
    await park.say("李敏", "duban", "督办 1 请尽快");
    await park.at("2026-11-16T10:00:00+08:00");
    await unit("反馈 1 今天完成");

    for (const [person, chat] of [
      ["王建国", "gongdian"],
      ["杨帆", "direct"],
      ["李敏", "direct"],
      ["赵长河", "duban"],
    ] as const) {
      const whole = await park.say(person, chat, "进度 1");
      for (const part of [
        "签收**：供电公司 王建国　11月16日 周一 09:10",
        "联系企业**：11月16日 周一 09:20",
        "措施**：更换变压器 11月20日前（承诺 11月20日 周五 17:30 前）",
        "11月16日 周一 09:20 供电公司 王建国：先巡线",
        "11月16日 周一 09:20 供电公司 王建国：更换变压器 11月20日前（承诺 11月20日 周五 17:30 前）",
        "备注　11月16日 周一 09:20 供电公司 王建国",
        "这条线要和水务一起挖开看",
        "延期：等设备（王建国 11月16日 周一 09:20，未同意 李敏 11月16日 周一 09:20：请按期）",
        "督办〔2026〕1号　李敏 11月16日 周一 09:20：请尽快（已反馈 王建国 11月16日 周一 10:00：今天完成）",
        "11月16日 周一 10:00 反馈 督办〔2026〕1号　供电公司 王建国：今天完成",
      ]) {
        expect(whole, `${person} ${part}`).toContain(part);
      }
      // Five, and no more.
      expect(whole.match(/^.*11月16日 周一 \d\d:\d\d [\p{Script=Han}]{2}(?: [^　]+)?　/gmu)).toHaveLength(5);
      // A note cannot pass for a heading of the bot's.
      expect(whole).not.toMatch(/^### 别忘/mu);
    }
    for (const chat of ["qiye", "direct"]) {
      const own = await park.say("周长友", chat, "进度 1");
      expect(own).toContain("三车间停电");
      expect(own).not.toMatch(/备注|挖开|督办|先巡线|最近记录|延期|09:10/u);
    }
  });

  it("of a confidential issue names nobody of the company, whatever was noted and whoever did it", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    await park.say("周长友", "direct", "诉求 保密 停电，有人拉闸");
    await park.say("王建国", "gongdian", "签收 1");
    await park.say("王建国", "gongdian", "备注 1 听说是中塑科技周长友报的，13812345678");
    await park.say("王建国", "gongdian", "延期 1 2天 等周长友回话");
    await park.say("周长友", "direct", "补充 1 是二号线");
    await park.say("周长友", "direct", "撤回 1");
    for (const [person, chat] of [
      ["王建国", "gongdian"],
      ["李敏", "duban"],
    ] as const) {
      const whole = await park.say(person, chat, "进度 1");
      expect(whole).toContain("撤回　某企业");
      expect(whole).toContain("备注　11月16日 周一 09:00 供电公司 王建国");
      expect(whole).not.toMatch(/周长友|中塑|13812345678/u);
    }
    expect(await park.say("李敏", "direct", "进度 1")).toContain("湖南中塑科技有限公司");
  });

  variant("says how many notes are older than those that it shows", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    await park.say("周长友", "qiye", "诉求 三车间停电");
    for (let count = 1; count <= 7; count++) await park.say("王建国", "gongdian", `备注 1 第${count}次巡线`);
    const whole = await park.say("王建国", "gongdian", "进度 1");
    expect(whole).toContain("更早的备注还有 2 条");
    expect(whole).toContain("第3次巡线");
    expect(whole).not.toContain("第2次巡线");
  });
});
