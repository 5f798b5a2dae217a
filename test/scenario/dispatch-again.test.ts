import { expect, it } from "vitest";
import type { Park } from "../support/park.ts";
import { openQuietPark } from "../support/story.ts";
import { variant } from "../support/told.ts";

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

variant("what went out is said to stay, and the unit is asked for by the number that was named", async () => {
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

variant("what is dropped while it is offered moves nothing that was dispatched before it", async () => {
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

/** After the older dispatch of #3 something else is done, or shown: that is meant, and no unit is asked for #3. */
async function dispatched(): Promise<Park> {
  const park = await openQuietPark("2026-11-16T09:00:00+08:00");
  for (const [index, who] of ["周长友", "何静", "陈立新"].entries())
    await park.say(who, "qiye", `诉求 ${TEXTS[index] ?? ""}`);
  await park.say("李敏", "direct", "派单 3 公安分局");
  await park.say("李敏", "direct", "共性 新建 停水停电 1 2");
  return park;
}

it.each([
  ["把2移出来吧", "算了还是放回去", "已加入 G1 停水停电：#2"],
  ["2移出来吧", "唉，还是留着吧", "已加入 G1 停水停电：#2"],
  ["共性 答复 G1 已安排检修", "刚才那个发早了 收回来吧", "没有可"],
  ["共性 牵头 G1 供电公司", "收回来吧", ""],
  ["督办 1 请抓紧", "收回来吧", "督办送出后不能撤回"],
  ["协办 3 建设管理局", "哎收回来", "协办单位请了就不能取消"],
  ["备注 1 电话问过", "刚才那个收回来", "备注"],
  ["代 凌云 诉求 路灯坏了", "算了收回来", ""],
])("an older dispatch is not meant, behind %s, by %s", async (deed, said, answer) => {
  const park = await dispatched();
  await park.say("李敏", "direct", deed);
  const told = await park.say("李敏", "direct", said);
  expect(told).toContain(answer);
  expect(told).not.toMatch(/派出去的单子|交给哪个单位/u);
  expect(told).not.toBe("");
  // Nothing is open that would send it on.
  await park.say("李敏", "direct", "建设管理局");
  expect(await park.say("李敏", "direct", "进度 3")).toContain("**责任单位**：公安分局");
});

it("what is shown and not done is meant, and no dispatch before it", async () => {
  const park = await opened();
  await park.say("李敏", "direct", "派单 3 公安分局");
  expect(await park.say("李敏", "direct", "1不受理吧，不归园区管，找物业")).toContain("「是」");
  expect(await park.say("李敏", "direct", "收回来吧")).not.toMatch(/派出去的单子|交给哪个单位/u);
});

it("the last dispatch is meant where only something was looked at since", async () => {
  const park = await dispatched();
  await park.say("李敏", "direct", "派单 3 社会事务局");
  await park.say("李敏", "direct", "统计");
  expect(await park.say("李敏", "direct", "收回来吧")).toContain("「派单」#3 交给哪个单位？");
});

it("a common problem that was changed since is no dispatch, also when nothing is asked any more", async () => {
  const park = await dispatched();
  await park.say("李敏", "direct", "共性 移出 G1 2");
  await park.at("2026-11-16T09:20:00+08:00");
  expect(await park.say("李敏", "direct", "算了收回来吧")).not.toContain("#3");
});
