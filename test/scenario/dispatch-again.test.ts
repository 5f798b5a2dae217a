import { expect, it } from "vitest";
import type { Park } from "../support/park.ts";
import { openQuietPark } from "../support/story.ts";

/** A coordinator who thinks again: what he says soon after a dispatch is said of that one, and what waits is named with its numbers. */

const TEXTS = ["门口停电又停水", "仓库那边停水又停电", "想找人说说话"];

/** Nobody has any of them yet. */
async function opened(): Promise<Park> {
  const park = await openQuietPark("2026-11-16T09:00:00+08:00");
  for (const text of TEXTS) await park.say("周长友", "qiye", `诉求 ${text}`);
  return park;
}

it("another unit is shown for what was dispatched last, and it goes there by a yes", async () => {
  const park = await opened();
  await park.say("李敏", "direct", "派单 1 建设管理局");
  await park.say("李敏", "direct", "派单 2 社会事务局");
  for (const text of [
    "唉算了还是住建",
    "不对，应该给住建",
    "刚才派错了，改给住建",
    "刚才那个还是给住建，门口的只管到表前",
  ]) {
    const asked = await park.say("李敏", "direct", text);
    expect(asked, text).toContain("#2");
    expect(asked, text).toContain("建设管理局");
    expect(asked, text).toContain("「是」");
    expect(await park.say("李敏", "direct", "进度 2"), text).toContain("社会事务局");
  }
  await park.say("李敏", "direct", "唉算了还是住建");
  expect(await park.say("李敏", "direct", "是")).toContain("建设管理局");
  expect(await park.say("李敏", "direct", "进度 2")).toContain("建设管理局");
});

it("what went out is said to stay, and the unit is asked for by the number that was named", async () => {
  const park = await opened();
  await park.say("李敏", "direct", "派单 1 建设管理局");
  const asked = await park.say("李敏", "direct", "1派错了 不该给建管的");
  expect(asked).toContain("收不回来");
  expect(asked).toContain("#1 交给哪个单位");
  expect(asked).not.toContain("没有叫");
  expect(await park.say("李敏", "direct", "社会局")).toContain("社会事务局");
  const last = await park.say("李敏", "direct", "等等，刚才派错了");
  expect(last).toContain("收不回来");
  expect(last).toContain("#1 交给哪个单位");
});

it("what waits for a yes is named with its numbers, and what is suggested is shown with its unit", async () => {
  const park = await opened();
  const shown = await park.say("李敏", "direct", "1交通局，2社会局");
  expect(shown).toContain("「是」");
  expect(await park.say("李敏", "direct", "谢谢")).toContain("「派单 1、2」还没有办");
  expect(await park.say("李敏", "direct", "合并 2 1")).toContain("刚才询问的「派单 1、2」不再等待回复");
  await park.say("李敏", "direct", "算了");
  const all = await park.say("李敏", "direct", "全部按推荐派");
  expect(all).toMatch(/\*\*单位\*\*：(?:供电公司|自来水公司)/u);
  expect(all).toContain("#3 没有建议单位，请写单位名：派单 3 单位名");
  const done = await park.say("李敏", "direct", "是");
  expect(done).toMatch(/已派给(?:供电公司|自来水公司)/u);
});

it("what is dropped while it is offered moves nothing that was dispatched before it", async () => {
  const park = await opened();
  await park.say("李敏", "direct", "派单 1 建设管理局");
  await park.say("李敏", "direct", "派单 2 公安分局");
  expect(await park.say("李敏", "direct", "1给社会局")).toContain("「是」");
  const dropped = await park.say("李敏", "direct", "算了不给社会局");
  expect(dropped).not.toContain("收不回来");
  expect(dropped).not.toContain("哪个单位");
  expect(await park.say("李敏", "direct", "2给经发局")).toContain("#2");
  expect(await park.say("李敏", "direct", "进度 1")).toContain("建设管理局");
  const back = await park.say("李敏", "direct", "2撤回来，我再想想");
  expect(back).toContain("收不回来");
  expect(back).not.toContain("已经看到");
  expect(back).not.toContain("哪个单位");
  await park.say("李敏", "direct", "2撤回来");
  await park.say("李敏", "direct", "3给供电");
  expect(await park.say("李敏", "direct", "进度 2")).toContain("公安分局");
});
