import { expect, it } from "vitest";
import { openQuietPark } from "../support/story.ts";

it("whoever finds that his words reopened another issue hears how that is put right, and raises them by themselves", async () => {
  const park = await openQuietPark("2026-11-16T09:00:00+08:00");
  await park.say("吴晓燕", "direct", "诉求 昨晚厂里停电两次");
  await park.say("王建国", "gongdian", "签收 1");
  await park.say("王建国", "gongdian", "答复 1 已更换开关");
  await park.say("吴晓燕", "direct", "已解决 1");
  const theft = "昨晚厂里电缆又被偷了，第三回了";
  expect(await park.say("吴晓燕", "direct", `重开 1 ${theft}`)).toContain("已重开");
  const heard = await park.say("吴晓燕", "direct", "不对不对，我说的是被偷，不是停电那件");
  expect(heard).toContain("#1 已经重开");
  expect(heard).toContain("撤回 1");
  expect(heard).toContain("要作为诉求提交吗？");
  expect(heard).toContain(theft);
  expect(heard).not.toContain("不对不对");
  expect(await park.say("吴晓燕", "direct", "是")).toContain("#2");
  expect(await park.say("吴晓燕", "direct", "不对，不是停电那件")).not.toContain("#1 已经重开");
});

it.each(["偷皮料那个是单独的事啊，跟招工没关系", "这是独立的一件事", "皮料被偷算单独的事情"])(
  "and whoever says that what he added is a matter by itself, hears the same: %s",
  async (said) => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    await park.say("唐志强", "direct", "诉求 招不到针车工");
    const theft = "仓库里的皮料被偷了两卷";
    expect(await park.say("唐志强", "direct", `补充 1 ${theft}`)).toContain("已补充");
    const heard = await park.say("唐志强", "direct", said);
    expect(heard).toContain("要作为诉求提交吗？");
    expect(heard).toContain(theft);
    expect(heard).not.toContain("单独的事");
  },
);
