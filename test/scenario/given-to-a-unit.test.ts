import { describe, expect, it } from "vitest";
import { openQuietPark } from "../support/story.ts";

/** What a unit is told that gets an issue, and what ends for it when it gets one with which it helped. */

const MORNING = "2026-11-16T09:00:00+08:00";

it("the help of a unit ends that has the issue itself from then on", async () => {
  const park = await openQuietPark(MORNING);
  await park.say("周长友", "qiye", "诉求 路面坑洼");
  for (const unit of ["公安分局", "建设管理局"]) await park.say("李敏", "direct", `协办 1 ${unit}`);
  await park.say("李敏", "direct", "1转给公安，供电配合");
  expect(await park.say("龙飞", "gongan", "待办")).not.toContain("待协办");
  const shown = await park.say("李敏", "direct", "进度 1");
  expect(shown).toContain("**责任单位**：公安分局");
  expect(shown).toMatch(/\*\*协办\*\*：(?:供电公司、建设管理局|建设管理局、供电公司)(?!、)/u);
  await park.say("龙飞", "gongan", "签收 1");
  await park.at("2026-11-23T10:00:00+08:00");
  expect(park.said("gongan").join()).not.toContain("尚未提交协办意见");
  expect(park.said("李敏").join()).not.toContain("公安分局尚未提交协办意见");
  expect(park.said("李敏").join()).toContain("建设管理局尚未提交协办意见");
});

describe("a unit that first gets an issue", () => {
  it("reads with it what the company has added since, and not twice what it is told of later", async () => {
    const park = await openQuietPark(MORNING);
    await park.say("周长友", "qiye", "诉求 门口停电又停水");
    await park.say("周长友", "qiye", "补充 1 阀门关了，人都在外面");
    await park.say("周长友", "qiye", `补充 1 ${"很长的说明".repeat(60)}`);
    await park.say("李敏", "direct", "派单 1 公安分局");
    const heard = park.said("gongan").at(-1) ?? "";
    for (const part of ["派单 #1", "门口停电又停水", "阀门关了，人都在外面", "很长的说明", "…"])
      expect(heard).toContain(part);
    expect(heard).not.toContain("很长的说明".repeat(45));
    expect(heard.indexOf("门口停电")).toBeLessThan(heard.indexOf("阀门关了"));

    await park.say("周长友", "qiye", "补充 1 又来人了");
    expect(park.said("gongan").filter((text) => text.includes("又来人了"))).toHaveLength(1);
    await park.say("李敏", "direct", "转派 1 建设管理局");
    expect(park.said("jianshe").at(-1)).toMatch(/阀门关了[\s\S]*又来人了/u);
    await park.say("李敏", "direct", "协办 1 供电公司");
    expect(park.said("gongdian").at(-1)).toContain("又来人了");
    expect(park.said("qiye").join()).not.toContain("企业后来补充");
  });

  it("reads all of what was merged into its own", async () => {
    const park = await openQuietPark(MORNING);
    await park.say("周长友", "qiye", "诉求 路灯不亮");
    await park.say("周长友", "qiye", "诉求 想找人说说话");
    await park.say("周长友", "qiye", "补充 2 就是北门那几盏灯杆");
    await park.say("李敏", "direct", "合并 2 1");
    const heard = park.said("jianshe").at(-1) ?? "";
    expect(heard).toContain("请一并办理");
    expect(heard).toMatch(/想找人说说话[\s\S]*北门那几盏灯杆/u);
  });
});
