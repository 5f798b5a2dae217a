import { expect, it } from "vitest";
import type { Park } from "../support/park.ts";
import { openQuietPark } from "../support/story.ts";
import { variant } from "../support/told.ts";

/** Two issues of a company: the first one is open, and the second one it closes, or takes back. */
async function ended(how: "solved" | "withdrawn"): Promise<Park> {
  const park = await openQuietPark("2026-11-16T09:00:00+08:00");
  await park.say("周长友", "qiye", "诉求 小孩入学没有学位");
  await park.say("周长友", "qiye", "诉求 三车间昨晚停电两次");
  if (how === "withdrawn") {
    await park.say("周长友", "qiye", "撤回 2");
    return park;
  }
  await park.say("王建国", "gongdian", "签收 2");
  await park.say("王建国", "gongdian", "答复 2 已更换开关");
  await park.say("周长友", "qiye", "已解决 2");
  return park;
}

it.each(["又断了 重新搞下", "又不行了", "唉 又这样了！！烦死", "现在又没得用了", "又不行了 有个人的名字打错了"])(
  "what is broken again is the issue that was closed last, and none that is open: %s",
  async (text) => {
    const park = await ended("solved");
    expect(await park.say("周长友", "qiye", text)).toMatch(/重开.*2|2.*重开/su);
    expect(await park.say("周长友", "qiye", "是")).toContain("已重开");
  },
);

it.each(["又来了！！烦死了", "又开始了"])("what was taken back last is restored: %s", async (text) => {
  const park = await ended("withdrawn");
  expect(await park.say("周长友", "qiye", text)).toContain("恢复");
  expect(await park.say("周长友", "qiye", "是")).toMatch(/已恢复/u);
});

variant("whoever has gone on with an open issue since means that one", async () => {
  const park = await ended("solved");
  await park.say("周长友", "qiye", "4");
  await park.say("周长友", "qiye", "补充 1 学校说要等通知");
  const heard = await park.say("周长友", "qiye", "又不行了");
  expect(heard).not.toContain("重开");
});

it("what names another matter is of that", async () => {
  const park = await ended("solved");
  expect(await park.say("周长友", "qiye", "南门又积水了")).not.toContain("重开");
});

it("what has happened again, soon after an own issue, goes on about that one", async () => {
  const park = await openQuietPark("2026-11-16T09:00:00+08:00");
  await park.say("周长友", "qiye", "诉求 小孩入学没有学位");
  await park.say("周长友", "qiye", "诉求 三车间停电两次");
  await park.say("周长友", "qiye", "诉求 隔壁厂夜里排放刺鼻气味");
  const heard = await park.say("周长友", "qiye", "昨晚一点多又排了一次");
  expect(heard).toContain("#3");
  expect(heard).not.toContain("#1");
});
