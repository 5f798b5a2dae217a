import { describe, expect, it } from "vitest";
import { audit } from "../../src/issues/audit.ts";
import { readIssue } from "../../src/store/issues.ts";
import type { Park } from "../support/park.ts";
import { headlines, openQuietPark } from "../support/story.ts";

/** Monday at nine: two companies have an issue each with the power company. */
async function opened(): Promise<Park> {
  const park = await openQuietPark("2026-11-16T09:00:00+08:00");
  await park.say("周长友", "qiye", "诉求 三车间昨晚停电两次");
  await park.say("何静", "qiye", "诉求 厂区电压不稳，停电频繁");
  return park;
}

async function isSound(park: Park): Promise<boolean> {
  return !("fault" in (await audit(park.app.db, park.app.clock.now())));
}

describe("several things in one message", () => {
  it("are all kept: who signs says whom he called and by when it is done", async () => {
    const park = await opened();
    const reply = await park.say("王建国", "gongdian", "1号签收。已电话联系周工，11月19日前换好开关");
    for (const done of ["已签收", "已记录联系", "已记录措施", "承诺完成：11月19日 周四 17:30"])
      expect(reply).toContain(done);
    const { contactAt, measureDue } = (await readIssue(park.app.db, 1)) ?? {};
    expect([contactAt, measureDue]).not.toContain(null);
    await park.at("2026-11-18T12:00:00+08:00");
    expect(
      park
        .said("王建国")
        .filter((text) => text.includes("#1"))
        .join(),
    ).not.toContain("尚未联系");

    // What the company would read is shown first, with the 签收 that it comes with.
    const shown = await park.say("王建国", "gongdian", "2号 师傅已经到现场了，正在查线路");
    expect(shown).toContain("签收这件诉求吗？#2");
    expect(shown).toContain("作为进展反馈给企业吗？#2");
    const told = park.said("qiye").length;
    await park.say("王建国", "gongdian", "是");
    expect(headlines(park.said("qiye").slice(told))).toEqual([
      "#2 厂区电压不稳，停电频繁 已签收",
      "#2 厂区电压不稳，停电频繁 有进展",
    ]);
    expect(await isSound(park)).toBe(true);
  });

  it("go to the company that each is of", async () => {
    const park = await opened();
    await park.say("王建国", "gongdian", "签收 1 2");
    const shown = await park.say("王建国", "gongdian", "1号 开关已经换好，请企业确认。另外2号还要等配件");
    expect(shown).toContain("作为答复发给企业，并请企业确认吗？#1");
    expect(shown).toContain("作为进展反馈给企业吗？#2");
    const before = park.said("qiye").length;
    await park.say("王建国", "gongdian", "是");
    const told = park.said("qiye").slice(before);
    expect(told.find((text) => text.includes("#1"))).not.toContain("配件");
    expect(told.find((text) => text.includes("#2"))).not.toContain("开关");
  });

  it("has the company read the answer alone, as it was said last", async () => {
    const park = await opened();
    await park.say("王建国", "gongdian", "签收 1");
    await park.say("王建国", "gongdian", "一号那个可以答复企业了：开关已更换，恢复供电");
    await park.say("王建国", "gongdian", "1号答复企业：开关已更换，线路也检修过，恢复供电");
    await park.say("王建国", "gongdian", "是");
    expect(park.said("qiye").at(-1)).toContain("> 开关已更换，线路也检修过，恢复供电");
    expect(park.said("qiye").at(-1)).not.toMatch(/答复企业|开关已更换，恢复供电/u);
  });

  it("dispatches and asks for help in one go", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    await park.say("周长友", "qiye", "诉求 园区里乱得很，围墙也倒了");
    const reply = await park.say("李敏", "direct", "1号派公安，协办 建设管理局");
    expect(reply).toContain("已派给公安分局　#1");
    expect(reply).toContain("已请建设管理局协办　#1");
    expect((await readIssue(park.app.db, 1))?.department).toBe("police");
    // What that unit has already stays there, and the other one helps as well.
    expect(await park.say("李敏", "direct", "1号派给公安分局，协办 经发局")).toContain("已请经济发展局协办　#1");
    expect((await readIssue(park.app.db, 1))?.department).toBe("police");
  });
});

it("a 批示 is answered by its own number, which is not the issue's, and by whom it is from", async () => {
  const park = await opened();
  await park.say("王建国", "gongdian", "签收 1 2");
  expect(await park.say("赵长河", "direct", "批示 2 请供电公司举一反三，三日内报整改方案")).toContain(
    "批示〔2026〕1号",
  );
  const shown = await park.say("王建国", "gongdian", "批示1号：环网柜已更换，11月20日前完成排查");
  expect(shown).toContain("作为对督办或批示的反馈上报吗？#2");
  expect(await park.say("王建国", "gongdian", "是")).toContain("已反馈批示〔2026〕1号　#2");
  await park.say("赵长河", "direct", "批示 1 请供电公司再查一遍");
  await park.say("王建国", "gongdian", "对赵主任的批示反馈如下：开关全部换新");
  expect(await park.say("王建国", "gongdian", "是")).toContain("已反馈批示〔2026〕2号　#1");
  expect(await isSound(park)).toBe(true);
});
