import { expect, it } from "vitest";
import type { Park } from "../support/park.ts";
import { openQuietPark } from "../support/story.ts";

const opened = (): Promise<Park> => openQuietPark("2026-11-16T09:00:00+08:00");

it("two yeses at once to one offer do it once", async () => {
  const park = await opened();
  expect(await park.say("周长友", "qiye", "三车间昨晚停电两次，影响交货")).toContain("要作为诉求提交吗？");
  await Promise.all(["是", "是的", "好的"].map((yes) => park.say("周长友", "qiye", yes)));
  expect(await park.say("李敏", "direct", "进度 1")).toContain("三车间昨晚停电两次");
  expect(await park.say("李敏", "direct", "进度 2")).not.toContain("停电");
});

it("a question stays open behind what nobody can read, and behind a text that is too long for it", async () => {
  const park = await opened();
  await park.say("周长友", "qiye", "诉求 三车间昨晚停电两次");
  expect(await park.say("王建国", "gongdian", "退单 1")).toContain("原因");
  for (const length of [2_100, 2_600]) {
    expect(await park.say("王建国", "gongdian", "不属本单位，".repeat(length / 6))).toContain("最多 2000 字");
  }
  expect(await park.say("王建国", "gongdian", "不属本单位，属建设管理局")).toContain("退单");
  expect(await park.say("李敏", "direct", "进度 1")).toContain("不属本单位");
});

it("what is offered in a group shows no telephone number again", async () => {
  const park = await opened();
  const offered = await park.say("周长友", "qiye", "三车间昨晚停电两次，电工电话13812345678，影响交货");
  expect(offered).toContain("影响交货");
  expect(offered).not.toContain("13812345678");
  await park.say("周长友", "qiye", "是");
  expect(park.said("gongdian").join()).toContain("13812345678");
});
