import { describe, expect, it } from "vitest";
import { openQuietPark } from "../support/story.ts";

/** A company's name in a sentence of the office says whose issue is meant: it is told to that unit, and no other company's is. */

describe("an issue that a company raises for another one", () => {
  it("is shown as its own, with who else may raise it", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    const asked = await park.say("吴晓燕", "qiye", "帮隔壁湘晶的陈立新提一个，他们车间老停电");
    expect(asked).toContain("提交后登记为贵企业的诉求");
    expect(await park.say("周长友", "qiye", "我们三车间老停电，帮忙反映一下")).not.toContain("登记为贵企业的诉求");
  });
});

describe("an issue that is called by its company", () => {
  it("is the one that this company has raised, also by words behind its title, and its company is shown with what is asked", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    await park.say(
      "李敏",
      "direct",
      "代 湘晶电子 诉求 想找几位SMT技术员，贴片线上夜班缺得厉害，年前订单排满了，请问近期有没有招聘会",
    );
    await park.say("李敏", "direct", "代 中塑科技 诉求 隔壁湘晶的5G信号太差了，打电话老断，招聘会也没法视频");
    expect(await park.say("李敏", "direct", "湘晶招聘会那个转给社会事务局")).toMatch(/#1/u);
    expect(await park.say("李敏", "direct", "湘晶电梯那个派给社会事务局")).toMatch(/哪一件[\s\S]*#1/u);
    expect(await park.say("赵长河", "direct", "湘晶的盯紧点，明天给我个说法")).toMatch(/#1 湖?南?湘晶/u);
  });
});
