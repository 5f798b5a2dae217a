import { expect, it } from "vitest";
import { openQuietPark } from "../support/story.ts";

/** One issue that tells of several matters, of which one need not be handled any more. */

it.each([
  ["诉求 好多事啊：电费单看不懂多收了钱，冷库变压器老跳，还有工人娃要转学", "电费那个算了 我看懂了"],
  ["诉求 博士安家费一直没到账，另外海关那边货物清关卡住了", "海关那个撤了 货出来了"],
  ["诉求 招普工招不到，污水管堵了往外冒", "污水的不用了，自己通了"],
])("%s: one of them is added as not needed, and the issue stays", async (written, said) => {
  const park = await openQuietPark("2026-11-16T09:00:00+08:00");
  await park.say("罗建平", "direct", written);
  expect(await park.say("罗建平", "direct", said)).toContain("作为补充情况记入这件诉求吗");
  expect(await park.say("罗建平", "direct", "是")).toContain("已补充");
  expect(await park.say("罗建平", "direct", "进度 1")).not.toContain("已撤回");
  // Who means the whole of it is told what goes with it.
  const whole = await park.say("罗建平", "direct", "1号不用办了");
  expect(whole).toContain("撤回这件诉求吗");
  expect(whole).toContain("会一起撤回");
});

it("what tells of one matter is taken back as ever", async () => {
  const park = await openQuietPark("2026-11-16T09:00:00+08:00");
  await park.say("罗建平", "direct", "诉求 厂门口路灯坏了，晚上看不见路，影响下夜班的工人");
  const asked = await park.say("罗建平", "direct", "路灯那个不用了，我们自己修好了");
  expect(asked).toContain("撤回这件诉求吗");
  expect(asked).not.toContain("会一起撤回");
});
