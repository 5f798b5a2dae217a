import { describe, expect, it } from "vitest";
import { movesOf } from "../../src/store/events.ts";
import type { Park } from "../support/park.ts";
import { headlines, openQuietPark } from "../support/story.ts";
import { variant } from "../support/told.ts";

/** Two issues of the same Monday: #1 with the power company, #2 (DingTalk group) with the permits office. */
async function twoIssues(): Promise<Park> {
  const park = await openQuietPark("2026-11-16T09:00:00+08:00");
  await park.say("周长友", "qiye", "诉求 三车间昨晚停电两次");
  await park.say("蒋玉兰", "qiye-dingtalk", "诉求 环评材料要交几次");
  return park;
}

/** One sentence: a full stop or question mark at its end and none inside; no line break. */
function expectOneSentence(text: string): void {
  expect(text).toMatch(/^[^。？！\n]+[。？]$/u);
}

const NOT_HERE = "这里没有这个编号的诉求，请核对编号；在私聊或其他群提出的，请到原处查询。";

describe("a move that is not in the table", () => {
  it("by the wrong person is refused with the state, who has it, and what can be done", async () => {
    const park = await twoIssues();
    const state = "#1 现在「待签收」，由供电公司负责，可以：";
    expect(await park.say("周长友", "qiye", "签收 1")).toBe(`您没有「签收」权限；${state}补充 1 …、催办 1、撤回 1。`);
    expect(await park.say("陈立新", "qiye", "撤回 1")).toBe(`您没有「撤回」权限；${state}同感 1。`);
    expect(await park.say("王建国", "gongdian", "派单 1 建设管理局")).toBe(
      `您没有「派单」权限；不属本单位职责的，请申请退单；${state}退单 1 原因，建议单位、签收 1、联系 1 已电话沟通、协办 1 单位名。`,
    );
    expect(await park.say("李敏", "duban", "签收 1")).toContain(`您没有「签收」权限；${state}`);
    expect(await park.say("赵长河", "duban", "答复 1 已办")).toContain(`您没有「答复」权限；${state}`);
    expect(await park.say("孙磊", "direct", "撤回 1")).toContain(`您没有「撤回」权限；${state}`);
    // Nothing came of any of it.
    expect(await park.say("周长友", "qiye", "进度 1")).toContain("待签收　下一步：责任单位签收");
  });

  it("from the wrong state is refused in one sentence with the state, who has it, and what can be done", async () => {
    const park = await twoIssues();
    for (const wrong of ["延期 1 3天 忙", "挂账 1 12月1日 等"]) {
      const refusal = await park.say("王建国", "gongdian", wrong);
      expectOneSentence(refusal);
      expect(refusal).toContain("#1 现在「待签收」，由供电公司负责，可以：签收 1、退单 1 原因");
    }
    for (const wrong of ["已解决 1", "认可 1", "未解决 1 又停了", "评价 1 5", "重开 1 又停了"]) {
      const refusal = await park.say("周长友", "qiye", wrong);
      expectOneSentence(refusal);
      expect(refusal).toContain("#1 现在「待签收」，由供电公司负责，可以：补充 1 …、催办 1、撤回 1");
    }
    expect(await park.say("李敏", "direct", "不受理 1 不归园区")).toContain("现在不能「不受理」；#1 现在「待签收」");
    expect(await park.say("李敏", "direct", "恢复 1")).toContain("现在不能「恢复」；#1 现在「待签收」");
    await park.say("周长友", "qiye", "撤回 1");
    expect(await park.say("王建国", "gongdian", "签收 1")).toContain("#1 现在「已撤回」，由供电公司负责，可以：进度 1");
    expect(await park.say("周长友", "qiye", "撤回 1")).toContain("现在不能「撤回」；#1 现在「已撤回」");
  });

  it("on a number that is not there, or not to be seen here, gets one and the same sentence", async () => {
    const park = await twoIssues();
    const asked = [
      await park.say("周长友", "qiye", "进度 99"),
      await park.say("周长友", "qiye", "撤回 99"),
      // Another group's issue, another department's issue, another company's issue in a direct chat.
      await park.say("周长友", "qiye", "进度 2"),
      await park.say("王建国", "gongdian", "签收 2"),
      await park.say("曾敏", "jianshe", "期限 1"),
      await park.say("何静", "direct", "进度 1"),
      await park.say("何静", "direct", "补充 1 我们也停电"),
      await park.say("王建国", "direct", "为什么 2"),
      await park.say("周长友", "qiye", "进度 999999999"),
    ];
    expect(asked).toEqual(asked.map(() => NOT_HERE));
  });

  it("may be said by an official in a group where the issue is public, and by the company in a direct chat", async () => {
    const park = await twoIssues();
    expect(await park.say("李敏", "qiye", "督办 1 请抓紧")).toContain("已督办");
    expect(await park.say("周长友", "direct", "催办 1")).toContain("已催办");
    expect(await park.say("吴晓燕", "direct", "补充 1 二车间也停了")).toContain("已补充");
    expect(await park.say("周长友", "qiye", "催办 1")).toContain("今天已催办过，明天可再次催办；#1 现在「待签收」");
  });
});

describe("a move that needs a signature first", () => {
  it("signs and is made, in this order, each told to the company", async () => {
    const park = await twoIssues();
    expect(await park.say("刘洋", "gongdian", "答复 1")).toContain("请写明「答复」#1 的内容");
    expect(await park.say("周长友", "qiye", "进度 1")).toContain("待签收");
    const answered = await park.say("刘洋", "gongdian", "答复 1 已更换开关");
    expect(answered).toContain("已签收，已答复，待企业确认　#1 三车间昨晚停电两次");
    expect(headlines(park.said("qiye")).slice(-2)).toEqual([
      "#1 三车间昨晚停电两次 已签收",
      "#1 三车间昨晚停电两次 已答复，请确认",
    ]);
    const moves = (await movesOf(park.app.db, 1)).map(({ action, toState }) => `${action} ${toState}`);
    expect(moves).toEqual(["submit dispatched", "sign in_progress", "answer answered"]);
    expect(await park.say("黄志华", "shenpi", "措施 2 梳理清单 11月20日前")).toContain("已签收，已记录措施");
    expect(await park.say("黄志华", "shenpi", "帮助 2")).toContain("答复 2 …");
  });

  it("counts a day off to the working day before, and says so", async () => {
    const park = await twoIssues();
    const promised = await park.say("王建国", "gongdian", "措施 1 更换变压器 11月28日前");
    expect(promised).toMatch(
      /承诺完成：11月27日 周五 17:30\s+11月28日 周六不是工作日，按前一个工作日计（11月27日 周五 17:30）。/u,
    );
    expect(await park.say("王建国", "gongdian", "措施 1 先加线")).toContain(
      "承诺完成：11月27日 周五 17:30，本次未写时间",
    );
    expect(await park.say("李敏", "direct", "统计")).toContain("**措施率**：100.0%（1/1）");
    const asked = await park.say("王建国", "gongdian", "延期 1 11月28日 等设备");
    expect(asked).toContain("已申请延期至 11月27日 周五 17:30");
    expect(asked).toContain("11月28日 周六不是工作日，按前一个工作日计（11月27日 周五 17:30）。批复前继续计时。");
    const granted = await park.say("李敏", "direct", "同意 1 到11月29日");
    expect(granted).toMatch(
      /新的期限 11月27日 周五 17:30[\s\S]*11月29日 周日不是工作日，按前一个工作日计（11月27日 周五 17:30）。/u,
    );
  });
});

describe("a move that lacks something", () => {
  variant("is asked for its number, its text, its unit, its date or its mark", async () => {
    const park = await twoIssues();
    await park.say("王建国", "gongdian", "签收 1");
    const lacking: [who: string, where: string, words: string, wanted: string][] = [
      ["王建国", "gongdian", "签收", "「签收」指哪一件？"],
      ["周长友", "qiye", "补充 1", "请写明「补充」#1 的内容"],
      ["王建国", "gongdian", "措施 1", "请写明「措施」#1 的内容"],
      ["王建国", "gongdian", "答复 #1", "请写明「答复」#1 的内容"],
      ["王建国", "gongdian", "退单 1", "请说明「退单」#1 的原因"],
      ["王建国", "gongdian", "延期 1 等设备", "到哪一天？"],
      ["王建国", "gongdian", "挂账 1 等批复", "到哪一天？"],
      ["李敏", "direct", "派单 1", "交给哪个单位？"],
      ["李敏", "direct", "派单 1 卫健委", "没有叫「卫健委」的单位"],
      ["李敏", "direct", "督办 1", "请写明「督办」#1 的内容"],
      ["周长友", "qiye", "诉求", "请写明「诉求」的内容"],
      ["周长友", "qiye", "诉求 紧急 保密", "请写"],
    ];
    for (const [who, where, words, wanted] of lacking) {
      const refusal = await park.say(who, where, words);
      expect(refusal).toContain(wanted);
      // One line, and another when a question before it is not waited for any more.
      expect(refusal.replace(/\s+\*?刚才询问的「[^」]+」不再等待回复。\*?$/u, "")).not.toContain("\n");
    }
    await park.say("王建国", "gongdian", "答复 1 已修好");
    expect(await park.say("周长友", "qiye", "未解决 1")).toContain("请说明「未解决」#1 的原因");
    await park.say("周长友", "qiye", "已解决 1");
    for (const mark of ["", " 0", " 6", " 55", " 很好"]) {
      expect(await park.say("周长友", "qiye", `评价 1${mark}`)).toContain("打 1 到 5 分");
    }
    await park.say("周长友", "qiye", "评价 1 ５分 很及时");
    expect(await park.say("周长友", "qiye", "评价 1 1")).toContain(
      "已评价过，为 5 分，每次办结评价一次；#1 现在「已办结（企业确认解决）」",
    );
    expect(await park.say("周长友", "qiye", "未解决 1 又停了")).toMatch(/现在不能「未解决」；.*可以：重开 1 原因。$/u);
  });

  it("with a day that does not exist, lies in the past or more than six months ahead, is asked back", async () => {
    const park = await twoIssues();
    await park.say("王建国", "gongdian", "签收 1");
    const [none, far] = [
      "没有「2月30日」这一天，请核对日期。",
      "今年的「6月30日」已过，请写以后的日期；如指明年，请连同年份写：2027年6月30日。",
    ];
    expect(await park.say("王建国", "gongdian", "措施 1 更换变压器 2月30日前")).toBe(none);
    expect(await park.say("王建国", "gongdian", "挂账 1 2月30日 等大修")).toBe(none);
    expect(await park.say("王建国", "gongdian", "延期 1 2月30日 等大修")).toBe(none);
    expect(await park.say("李敏", "direct", "转派 1 建设管理局 2月30日前")).toBe(none);
    expect(await park.say("王建国", "gongdian", "措施 1 更换变压器 6月30日前")).toContain(far);
    expect(await park.say("王建国", "gongdian", "延期 1 6月30日 等大修")).toContain(far);
    expect(await park.say("王建国", "gongdian", "措施 1 更换变压器 2026年11月1日前")).toContain("已过，请写以后的日期");
    // With its year it is meant.
    expect(await park.say("王建国", "gongdian", "措施 1 更换变压器 2027年6月30日前")).toContain(
      "承诺完成：2027年6月30日 周三 17:30",
    );
    expect(await park.say("周长友", "qiye", "进度 1")).toContain("办理中");
  });

  it("does not take other figures for a day", async () => {
    const park = await twoIssues();
    await park.say("王建国", "gongdian", "签收 1");
    for (const words of [
      "更换7.5千瓦电机的2.5平方电缆",
      "检查2-40号车间，8-15号不动",
      "三相380/220伏改接，12-31楼不变",
    ]) {
      expect(await park.say("王建国", "gongdian", `措施 1 ${words}`)).toContain("可再写明完成时间");
    }
    expect(await park.say("王建国", "gongdian", "措施 1 12月1日停电检修7.5小时，12月4日前完成")).toContain(
      "承诺完成：12月4日 周五 17:30",
    );
    expect(await park.say("王建国", "gongdian", "延期 1 3天 等7.5吨行车到货")).toContain("已申请延期至 11月26日");
  });

  it("of more than 2,000 characters is refused with the limit, and one of exactly 2,000 is taken", async () => {
    const park = await twoIssues();
    const long = "停电".repeat(1000);
    expect(await park.say("周长友", "qiye", `诉求 ${long}了`)).toBe(
      "内容有 2001 字，最多 2000 字，请写短一些或分成几件。",
    );
    expect(await park.say("周长友", "qiye", `诉求 ${long}`)).toContain("已收到 #3 ");
    expect(await park.say("周长友", "qiye", `补充 1 ${long}了`)).toContain(
      "内容太长，请不超过 2000 字；#1 现在「待签收」",
    );
  });

  it("is refused before anything looks into it when it is far too long, whatever its first word, by whoever", async () => {
    const park = await twoIssues();
    const dates = "1月".repeat(2_300);
    const refusal = "内容有 4605 字，最多 2000 字，请写短一些或分成几件。";
    const words = ["诉求 1", "补充 1", "我是 x", "搜索 1", "主题日 ", "谢谢你们啊", "说说啊啊啊"];
    for (const word of words) expect(await park.say("周长友", "qiye", `${word.padEnd(5)}${dates}`)).toBe(refusal);
    for (const word of ["措施 1", "延期 1", "值班 x", "请假 x"])
      expect(await park.say("王建国", "gongdian", `${word.padEnd(5)}${dates}`)).toBe(refusal);
    // A pasted list may be longer, and says what is wrong with its lines.
    const list = "没有这家：停电\n".repeat(600);
    await park.say("李敏", "duban", "主题日 新建 11月16日 20:00 用工");
    await park.say("李敏", "duban", "主题日 开始");
    expect(await park.say("李敏", "duban", `主题日 录入 ${list}`)).toContain(
      "第 1 行没有叫「没有这家」的企业；第 2 行",
    );
  });

  it("is shown in a sentence as one line of at most 40 characters", async () => {
    const park = await twoIssues();
    const long = "查无此单位".repeat(40);
    const answers = [
      await park.say("李敏", "duban", `派单 1 ${long}`),
      await park.say("李敏", "duban", `代 ${long} 诉求 停电`),
      await park.say("王建国", "gongdian", `值班 ${long}`),
    ];
    for (const answer of answers) expect(answer).toMatch(/没有叫「(?:查无此单位)+查无此单…」的/u);
  });
});

describe("what is no move at all", () => {
  it("gets the two or three likeliest words when the word is unknown", async () => {
    const park = await twoIssues();
    // A slip of one character is taken for the word.
    expect(await park.say("周长友", "qiye", "进渡 1")).toContain("#1 三车间昨晚停电两次");
    expect(await park.say("王建国", "gongdian", "签首 1")).toContain("已签收　#1");
    expect(await park.say("李敏", "direct", "assing 1")).toContain("「派单」#1 交给哪个单位？");
    const stranger = await park.say("王建国", "direct", "嘀嘀嘀");
    expectOneSentence(stranger);
    // Nothing is like it: what waits for him, then what he says most.
    expect(stranger.match(/「[^」]+」/gu)).toEqual(["「答复 1 …」", "「待办」", "「签收 12」"]);
  });

  variant("gets silence when it is thanks: an empty 200 in WeCom, no reply in DingTalk", async () => {
    const park = await twoIssues();
    const { wecom, dingtalk, world } = park.sandbox;
    const before = world.messages.filter((one) => one.from === null).length;
    const group = park.app.holder.park.directory.chat("qiye")?.chatId ?? "";
    for (const text of ["谢谢", "收到", "好的", "辛苦了", "OK", "👍", "收到，谢谢！", "好的 辛苦了", "ok."]) {
      const heard = await wecom.say({ chatId: group, userId: "zhouchangyou", text });
      expect(heard, text).toEqual({ status: 200, reply: null });
      const there = await dingtalk.say({ chatId: "cidSampleGongdian==", userId: "0254571", text });
      expect(there.status, text).toBe(200);
    }
    await park.settle();
    expect(world.messages.filter((one) => one.from === null)).toHaveLength(before);
  });

  it("gets one sentence of help when it is a mention alone, a picture alone or a quotation alone", async () => {
    const park = await twoIssues();
    const { wecom, dingtalk } = park.sandbox;
    expect(await park.say("周长友", "qiye", "")).toContain("请写上要说的话，例如：诉求");
    expect(await park.say("王建国", "gongdian", "")).toContain("请写上要说的话");
    const group = park.app.holder.park.directory.chat("qiye")?.chatId ?? "";
    const picture = await wecom.say({ chatId: group, userId: "zhouchangyou", text: "", pictures: 1 });
    expect(picture.reply).toContain("已收到图片 1 张，作为对 #1 的补充吗？");
    await dingtalk.say({ chatId: "cidSampleGongdian==", userId: "0254571", text: "", pictures: 2 });
    await park.settle();
    expect(park.said("gongdian").at(-1)).toContain("已收到图片，请连同文字一起发");
    const receipt = park.messages("qiye").find((one) => one.text.includes("已收到 #1"))?.id ?? "";
    expect(await park.say("周长友", "qiye", "", { quotes: receipt })).toContain("请写");
  });
});
