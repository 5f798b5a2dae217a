import { expect, it } from "vitest";
import { audit } from "../../src/issues/audit.ts";
import type { Park } from "../support/park.ts";
import { openQuietPark } from "../support/story.ts";
import { variant } from "../support/told.ts";

/** What a refusal says can be done. */
function offered(answer: string): readonly string[] {
  return (/可以：(.*)。/u.exec(answer)?.[1] ?? "").split("、");
}

async function closedAndRated(): Promise<Park> {
  const park = await openQuietPark("2026-11-16T09:00:00+08:00");
  await park.say("周长友", "qiye", "诉求 三车间停电");
  await park.say("王建国", "gongdian", "签收 1");
  await park.say("王建国", "gongdian", "答复 1 开关已更换");
  await park.say("周长友", "qiye", "已解决 1");
  await park.say("周长友", "qiye", "评价 1 5");
  return park;
}

it("a mark is taken for each closing, counted once for an issue, and not offered when it is given", async () => {
  const park = await closedAndRated();
  const twice = await park.say("周长友", "qiye", "评价 1 4");
  expect(twice).toContain("已评价过");
  expect(offered(twice)).toEqual(["重开 1 原因"]);
  await park.say("周长友", "qiye", "重开 1 又停了");
  expect(await park.say("李敏", "direct", "统计")).toContain("**满意率**：100.0%（1/1）");
  await park.say("王建国", "gongdian", "答复 1 线路已更换");
  expect(await park.say("周长友", "qiye", "认可 1")).toContain("请打分：评价 1 5");
  expect(await park.say("周长友", "qiye", "评价 1 1 完全没解决")).toContain("已评价 1 分");
  expect(await park.say("周长友", "qiye", "评价 1 5")).toContain("已评价过");
  expect(await park.say("李敏", "direct", "统计")).toContain("**满意率**：0.0%（0/1）");
  const { db, clock } = park.app;
  expect(await audit(db, clock.now())).toMatchObject({
    figures: { rates: expect.arrayContaining([{ name: "satisfied", part: 0, whole: 1 }]), unrated: 0 },
  });
});

it("what was just refused, or would be, is not offered", async () => {
  const park = await openQuietPark("2026-11-16T09:00:00+08:00");
  await park.say("周长友", "qiye", "诉求 三车间停电");
  await park.say("周长友", "qiye", "催办 1");
  expect(offered(await park.say("周长友", "qiye", "催办 1"))).toEqual(["补充 1 …", "撤回 1"]);
  for (const person of ["李敏", "赵长河"]) {
    const answer = await park.say(person, "direct", "同意 1");
    expect(answer).toContain("没有待批复的申请");
    expect(offered(answer).filter((one) => /^(?:同意|驳回)/u.test(one))).toEqual([]);
  }
  await park.say("王建国", "gongdian", "退单 1 不属本单位，属建设管理局");
  expect(offered(await park.say("李敏", "direct", "恢复 1"))).toContain("同意 1");
});

variant(
  "help with an issue's number, or to a message that is quoted, lists what this person can do with it now",
  async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    await park.say("周长友", "qiye", "诉求 三车间停电");
    const listed = (answer: string) => answer.split("\n").flatMap((line) => /^[-•] (.+?)：/u.exec(line)?.[1] ?? []);
    expect(await park.say("周长友", "qiye", "帮助 1")).toContain("#1 三车间停电　现在可以这样说");
    expect(listed(await park.say("周长友", "qiye", "帮助 1"))).toEqual(["补充 1 …", "催办 1", "撤回 1"]);
    await park.say("周长友", "qiye", "催办 1");
    expect(listed(await park.say("周长友", "qiye", "? 1"))).toEqual(["补充 1 …", "撤回 1"]);
    const announced = park.messages("gongdian").find((one) => one.text.includes("新诉求 #1"))?.id ?? "";
    const can = listed(await park.say("王建国", "gongdian", "帮助", { quotes: announced }));
    const bySigning = ["答复 1 …", "措施 1 … 下周五前", "进展 1 …", "请补充 1 …"];
    const plain = ["签收 1", "退单 1 原因，建议单位", "联系 1 已电话沟通", "协办 1 单位名", "备注 1 …"];
    expect(can).toEqual([...plain, ...bySigning]);
    await park.at("2026-11-17T09:31:00+08:00");
    expect(listed(await park.say("王建国", "gongdian", "帮助 1"))).toEqual(
      can.filter((one) => !one.startsWith("退单")),
    );
    // Who can do nothing with it is told how it stands, who may not see it nothing, and the plain word still lists everything.
    expect(listed(await park.say("陈立新", "qiye", "帮助 1"))).toEqual(["同感 1"]);
    await park.say("陈立新", "qiye", "同感 1");
    expect(await park.say("陈立新", "qiye", "帮助 1")).toBe("#1 现在「待签收」，由供电公司负责，可以：进度 1。");
    expect(await park.say("何静", "direct", "帮助 1")).toContain("这里没有这个编号的诉求");
    expect(listed(await park.say("王建国", "gongdian", "帮助 全部"))).toContain("签收 12");
  },
);

variant(
  "what has no unit yet is for the coordinator to dispatch and for the leader to press, and withdrawn leaves nothing to answer",
  async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    const told = (name: string) => park.messages(name).map((one) => one.text);
    await park.say("周长友", "qiye", "诉求 想办一场篮球赛 保密");
    await park.say("周长友", "qiye", "诉求 想办一场羽毛球赛");
    await park.say("赵长河", "duban", "督办 2 尽快派单");
    expect(
      told("李敏")
        .filter((text) => text.includes("督办〔2026〕1号"))
        .join(),
    ).toContain("派单 2 单位名");
    await park.at("2026-11-18T17:30:00+08:00");
    expect(
      told("李敏")
        .filter((text) => text.includes("提醒（2 件）"))
        .join(),
    ).toContain("#1 ［保密］");
    await park.say("周长友", "qiye", "撤回 2");
    expect(await park.say("李敏", "direct", "待办")).not.toContain("督办未反馈");
    await park.say("何静", "qiye", "诉求 想办一场拔河赛");
    await park.at("2026-11-20T17:30:00+08:00");
    const late = told("赵长河")
      .filter((text) => text.includes("提醒 #3"))
      .join();
    expect(late).toContain("督办 3 …");
    expect(late).not.toContain("派单 3");
  },
);

it("a unit is not offered to press, and an example names the issue that was spoken of", async () => {
  const park = await openQuietPark("2026-11-16T09:00:00+08:00");
  await park.say("周长友", "qiye", "诉求 三车间停电");
  expect(await park.say("王建国", "gongdian", "简报")).not.toContain("督办 编号");
  expect(await park.say("李敏", "direct", "简报")).toContain("督办 编号 …　查看详情：进度 编号");
  expect(await park.say("王建国", "gongdian", "退单 1")).toContain("「退单」#1 的原因");
});

variant(
  "a move that is said without a number and is not one's own, or has no issue, is answered with what waits",
  async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    expect(await park.say("周长友", "qiye", "全部撤回")).toBe("现在没有可以「撤回」的诉求，可用的命令请发「帮助」。");
    await park.say("周长友", "qiye", "诉求 三车间停电");
    expect(await park.say("王建国", "gongdian", "派单")).toBe(
      "您没有「派单」权限；不属本单位职责的，请申请退单；现在可以发：「退单 1 原因，建议单位」「签收 1」。",
    );
    // What is over is not offered: a working day later it cannot be given back.
    await park.at("2026-11-18T10:00:00+08:00");
    expect(await park.say("王建国", "gongdian", "派单")).toBe("您没有「派单」权限；现在可以发：「签收 1」。");
    expect(await park.say("赵长河", "direct", "派单")).toBe("您没有「派单」权限，可用的命令请发「帮助」。");
    expect(await park.say("王建国", "gongdian", "zzzz zzzz")).toContain("未能识别您的意思，可以这样发：「签收 1」");
  },
);
