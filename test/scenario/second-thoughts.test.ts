import { expect, it } from "vitest";
import { audit } from "../../src/issues/audit.ts";
import { readIssue } from "../../src/store/issues.ts";
import type { Park } from "../support/park.ts";
import { headlines, openQuietPark } from "../support/story.ts";
import { variant } from "../support/told.ts";

const TITLE = "#1 三车间昨晚停电两次";

/** Monday at nine: the power company has an issue. */
async function opened(): Promise<Park> {
  const park = await openQuietPark("2026-11-16T09:00:00+08:00");
  await park.say("周长友", "qiye", "诉求 三车间昨晚停电两次");
  return park;
}

/** Every issue and figure, recomputed from the record alone. */
async function collectedBy(park: Park): Promise<number | string> {
  const found = await audit(park.app.db, park.app.clock.now());
  return "fault" in found ? found.fault.what : found.figures.counts.collected;
}

it("an answer is not closed as unconfirmed once the company has said something to it", async () => {
  const park = await opened();
  await park.say("王建国", "gongdian", "签收 1");
  await park.say("王建国", "gongdian", "答复 1 已更换开关");
  const answer = park.messages("qiye").find((one) => one.text.includes("已答复，请确认"))?.id ?? "";
  const heard = await park.say("周长友", "qiye", "补充 还有一处也在跳", { quotes: answer });
  expect(heard).toContain("请确认这件诉求是否已解决。");
  expect(heard).toContain("已解决 1　未解决 1 原因");
  expect(headlines(park.said("gongdian")).at(-1)).toBe(`${TITLE} 企业有补充，尚未确认`);
  expect(park.said("gongdian").at(-1)).toContain("> 还有一处也在跳");
  expect(park.said("gongdian").at(-1)).toContain("更正 1 …");

  // Three working days begin anew: the company is asked once more, then the handler and the coordinator look after it.
  await park.at("2026-11-18T15:30:00+08:00");
  expect(park.said("qiye").at(-1)).toContain("已有答复，请确认是否解决；您确认前不会办结。");
  await park.at("2026-11-19T10:00:00+08:00");
  for (const who of ["王建国", "李敏"]) {
    expect(park.said(who).filter((text) => text.includes("但未确认是否解决，请联系企业"))).toHaveLength(1);
  }
  await park.at("2026-12-04T17:00:00+08:00");
  expect(await park.say("周长友", "qiye", "进度 1")).toContain("待企业确认");
  expect(park.said("qiye").join()).not.toContain("没有收到确认");
  expect(await park.say("周长友", "qiye", "未解决 1 又停了一次")).toContain("已退回继续办理");

  // To the next answer it says nothing.
  await park.say("王建国", "gongdian", "答复 1 变压器已更换");
  await park.at("2026-12-11T17:00:00+08:00");
  expect(headlines(park.said("qiye"))).toContain(`${TITLE} 到期未收到确认，已自动办结`);
  expect(await collectedBy(park)).toBe(1);
});

variant("an answer is not closed by itself once the company has said 未解决, even when it never says why", async () => {
  for (const [word, asked] of [
    ["未解决 1", "请说明「未解决」#1 的原因"],
    ["还是老样子啊", "反馈没有解决，请责任单位继续办理吗？"],
  ] as const) {
    const park = await opened();
    await park.say("王建国", "gongdian", "签收 1");
    await park.say("王建国", "gongdian", "答复 1 已更换开关");
    const inUnit = park.said("gongdian").length;
    expect(await park.say("周长友", "qiye", word)).toContain(asked);
    // What it wants is asked back; the unit hears of it with the reason.
    expect(park.said("gongdian")).toHaveLength(inUnit);
    await park.at("2026-11-26T18:00:00+08:00");
    const issue = await readIssue(park.app.db, 1);
    expect(issue?.state).toBe("answered");
    expect(issue?.heardAt).not.toBeNull();
    // And it is asked, not forgotten.
    expect(park.said("qiye").at(-1) ?? "").toContain("未解决 1");
    expect(await park.say("李敏", "direct", "进度 1")).toContain("企业有回应，未自动办结");
    expect(await collectedBy(park)).toBe(1);
  }
});

it("the coordinator voids what was filed by mistake: it is not counted, and the company hears why", async () => {
  const park = await opened();
  await park.say("周长友", "qiye", "诉求 三车间昨晚停电两次");
  expect(await park.say("李敏", "direct", "作废 2")).toContain("请说明「作废」#2 的原因");
  expect(await park.say("王建国", "gongdian", "作废 2 重复")).toContain("您没有「作废」权限");
  expect(await park.say("李敏", "direct", "void 2 与 #1 重复提交")).toContain("已作废，不计入收集数　#2");
  expect(headlines(park.said("qiye")).at(-1)).toBe("#2 三车间昨晚停电两次 已作废");
  expect(park.said("qiye").at(-1)).toContain("> 与 #1 重复提交");
  expect(headlines(park.said("gongdian")).at(-1)).toBe("#2 三车间昨晚停电两次 已作废");
  expect(await park.say("周长友", "qiye", "进度 2")).toContain("已作废");
  expect(await park.say("周长友", "qiye", "我的")).toContain("（已作废，");
  expect(await park.say("周长友", "qiye", "恢复 2")).toContain("已由营商办作废，不能恢复");
  expect(await park.say("李敏", "direct", "统计")).toContain("收集 1");
  expect(await collectedBy(park)).toBe(1);
});

variant("a wrong answer is corrected by who gave it: the company has the new one and its time once more", async () => {
  const park = await opened();
  await park.say("王建国", "gongdian", "签收 1");
  await park.say("王建国", "gongdian", "答复 1 已更换开关");
  await park.at("2026-11-17T10:00:00+08:00");
  expect(await park.say("刘洋", "gongdian", "更正 1 已更换变压器")).toContain(
    "答复由王建国本人或单位负责人更正；#1 现在「待企业确认」",
  );
  expect(await park.say("王建国", "gongdian", "答复 1 已更换变压器")).toMatch(/现在不能「答复」；.*可以：更正 1 …、/u);
  expect(await park.say("王建国", "gongdian", "correct 1 更换的是变压器，不是开关")).toContain(
    "已更正答复，待企业重新确认",
  );
  expect(headlines(park.said("qiye")).at(-1)).toBe(`${TITLE} 答复有更正，请以本次为准并确认`);
  expect(park.said("qiye").at(-1)).toContain("> 更换的是变压器，不是开关");
  expect(await park.say("周长友", "qiye", "进度 1")).toContain("更换的是变压器，不是开关");
  // Three working days from the correction.
  const { confirmDue } = (await readIssue(park.app.db, 1)) ?? {};
  expect(confirmDue?.toISOString()).toMatch(/^2026-11-20T02:00/u);
  expect(await park.say("周长友", "qiye", "已解决 1")).toContain("已办结：已解决");
  expect(await collectedBy(park)).toBe(1);
});

it("the company takes an issue back and brings it back within a working day, where it was", async () => {
  const park = await opened();
  await park.say("王建国", "gongdian", "签收 1");
  await park.at("2026-11-16T10:00:00+08:00");
  expect(await park.say("周长友", "qiye", "撤回 1")).toContain("1 个工作日内可恢复：恢复 1");
  expect(await park.say("王建国", "gongdian", "恢复 1")).toContain("您没有「恢复」权限");
  // Nobody owes it an answer meanwhile.
  for (const [who, chat] of [
    ["周长友", "qiye"],
    ["王建国", "gongdian"],
  ] as const) {
    expect(await park.say(who, chat, "进度 1")).toMatch(/^(?=[\s\S]*已撤回)(?![\s\S]*期限)/u);
  }
  await park.at("2026-11-17T10:00:00+08:00");
  // Due on the 23rd at nine when it was taken back, a working day ago.
  expect(await park.say("周长友", "qiye", "恢复 1")).toContain("已恢复");
  expect(await park.say("周长友", "qiye", "进度 1")).toMatch(/办理中[\s\S]*11月24日 周二 09:00/u);
  expect(headlines(park.said("gongdian")).at(-1)).toBe(`${TITLE} 企业已恢复，请继续办理`);
  expect(await park.say("周长友", "qiye", "期限 1")).toMatch(
    /企业撤回，停表[\s\S]*企业恢复，继续计时，期限 11月24日 周二 09:00/u,
  );
  // It is told by what it was about, and by nothing else that was taken back; what is told next belongs to it.
  await park.say("周长友", "qiye", "诉求 门口路灯不亮");
  await park.say("周长友", "qiye", "撤回 2");
  await park.say("周长友", "qiye", "撤回 1");
  expect(await park.say("周长友", "qiye", "昨晚三车间又停电了")).toContain("执行「恢复」吗？#1");
  await park.say("周长友", "qiye", "算了");
  expect(await park.say("周长友", "qiye", "哎等下，还是留着吧，下周还要赶货")).toContain("执行「恢复」吗？#1");
  await park.say("周长友", "qiye", "是");
  expect(await park.say("周长友", "qiye", "还有一条线也停过")).toContain("作为对 #1 的补充吗？");
  await park.say("周长友", "qiye", "算了");
  await park.say("周长友", "qiye", "诉求 食堂饭菜涨价");
  expect(await park.say("周长友", "qiye", "补充下 是靠北边那栋")).toMatch(/吗？#3[\s\S]*> 是靠北边那栋/u);
  await park.say("周长友", "qiye", "算了");
  await park.say("周长友", "qiye", "催办 1");
  expect(await park.say("周长友", "qiye", "今天再催一遍")).toContain("今天已催办过");
  // A place in the list that was shown.
  await park.say("周长友", "qiye", "我的");
  expect(await park.say("周长友", "qiye", "第一个是啥")).toContain("#3 食堂饭菜涨价");
  expect(await park.say("周长友", "qiye", "第三个撤了吧")).toContain("撤回这件诉求吗？#1");
  await park.say("周长友", "qiye", "算了");

  await park.say("周长友", "qiye", "撤回 1");
  await park.at("2026-11-18T10:02:00+08:00");
  expect(await park.say("周长友", "qiye", "restore 1")).toContain("撤回已超过 1 个工作日，不能恢复，请重新提出诉求");
  expect(await collectedBy(park)).toBe(1);
});

variant("two issues of one company become one, with what others pressed for and who has the same concern", async () => {
  const park = await opened();
  await park.say("吴晓燕", "qiye", "诉求 厂房漏水，机器停了");
  await park.say("陈立新", "qiye", "同感 1");
  await park.say("何静", "qiye", "同感 2");
  await park.say("李敏", "direct", "督办 1 请抓紧");
  const other = await park.say("陈立新", "qiye", "诉求 屋顶漏水");
  expect(other).toContain("#3");
  expect(await park.say("李敏", "direct", "合并 1")).toBe("#1 并入哪一件？请回复编号。");
  expect(await park.say("李敏", "direct", "合并 1 1")).toContain("不能并入自己，请写另一件的编号");
  expect(await park.say("李敏", "direct", "合并 1 3")).toContain("#1 和 #3 不是同一家企业的诉求，不能合并");
  expect(await park.say("李敏", "direct", "合并 1 99")).toContain("这里没有这个编号的诉求");
  expect(await park.say("周长友", "qiye", "合并 1 3")).toContain("#3 是其他企业的诉求，不能合并");
  const quotes =
    park.messages("李敏").find((one) => one.text.includes(`已督办（督办〔2026〕1号）　${TITLE}`))?.id ?? "";
  expect(await park.say("李敏", "direct", "合并 2 同一次停机", { quotes })).toContain(`已并入 #2　${TITLE}`);
  expect(park.said("qiye").at(-1)).toContain("> 同一次停机");

  expect(headlines(park.said("qiye")).at(-1)).toBe(`${TITLE} 已并入 #2，后续以该件为准`);
  expect(headlines(park.said("gongdian")).at(-1)).toBe(`${TITLE} 已并入 #2，后续以该件为准`);
  expect(headlines(park.said("jianshe")).at(-1)).toBe("#1 已并入 #2 厂房漏水，机器停了，请一并办理");
  expect(park.said("jianshe").at(-1)).toContain("> 三车间昨晚停电两次");
  expect(await park.say("周长友", "qiye", "进度 1")).toContain("已并入 #2");
  const progress = await park.say("李敏", "direct", "进度 2");
  expect(progress).toContain("**同感**：2 家企业");
  expect(progress).toContain("**已并入本件**：#1");
  expect(progress).toContain("督办〔2026〕1号");
  expect(await park.say("李敏", "direct", "合并 2 1")).toContain("#1 已不在办理中，不能并入");
  expect(await park.say("曾敏", "jianshe", "反馈 2 今天修")).toContain("已反馈督办〔2026〕1号");
  expect(await collectedBy(park)).toBe(2);
});

variant(
  "other companies of the group say that they have the same concern: counted once each, named nowhere",
  async () => {
    const park = await opened();
    const said = await park.say("陈立新", "qiye", "同感 1 我们湘晶电子也停了");
    expect(said).toContain("已记录同感");
    expect(said).toContain("共有 1 家企业同感");
    expect(headlines(park.said("gongdian")).at(-1)).toBe(`${TITLE} 又有企业同感`);
    expect(await park.say("陈立新", "qiye", "join 1")).toContain("贵企业已登记过同感，每家只计一次");
    await park.say("何静", "qiye", "同感 1");
    expect(await park.say("周长友", "qiye", "同感 1")).toContain("您没有「同感」权限");
    for (const [who, where] of [
      ["周长友", "qiye"],
      ["周长友", "direct"],
      ["王建国", "gongdian"],
      ["赵长河", "duban"],
    ] as const) {
      expect(await park.say(who, where, "进度 1")).toContain("**同感**：2 家企业");
    }
    const everything = ["gongdian", "jingfa", "qiye", "duban", "李敏"].flatMap((chat) => park.said(chat)).join("\n");
    expect(everything).not.toMatch(/湘晶|凌云|陈立新|何静/u);
    expect(await collectedBy(park)).toBe(1);

    // What is confidential, or another group's, is not there at all.
    await park.say("周长友", "direct", "保密 诉求 有人强买强卖");
    await park.say("蒋玉兰", "qiye-dingtalk", "诉求 环评材料要交几次");
    for (const id of [2, 3, 99]) {
      expect(await park.say("陈立新", "qiye", `同感 ${id}`)).toContain("这里没有这个编号的诉求");
      expect(await park.say("陈立新", "direct", `同感 ${id}`)).toContain("这里没有这个编号的诉求");
    }
  },
);

it("a confidential issue is merged into nothing that others see", async () => {
  const park = await opened();
  await park.say("周长友", "direct", "保密 诉求 有人强买强卖砂石");
  await park.say("吴晓燕", "direct", "保密 诉求 有人强买强卖水泥");
  for (const text of ["又有人强买强卖砂石", "强买强卖还没停"]) await park.say("彭丽", "direct", `保密 诉求 ${text}`);
  const told = park.said("qiye").length;
  for (const pair of ["1 2", "2 1", "2 3"]) {
    expect(await park.say("李敏", "direct", `合并 ${pair}`)).toContain("保密件只能并入同一人提出的保密件");
  }
  expect(await park.say("李敏", "direct", "合并 5 到 4")).toContain("已并入 #4");
  expect(park.said("qiye")).toHaveLength(told);
  expect(headlines(park.said("彭丽")).at(-1)).toBe("#5 ［保密］强买强卖还没停 已并入 #4，后续以该件为准");
  expect(await collectedBy(park)).toBe(4);
});

variant("the same words within a day are filed all the same, with a hint at the first", async () => {
  const park = await opened();
  const again = await park.say("周长友", "qiye", "诉求 三车间昨晚停电两次");
  expect(again).toContain("已收到 #2");
  expect(again).toContain("与 #1 相似：三车间昨晚停电两次");
  expect(again).toContain("可以回复：「合并」");
  // Another company's words are its own matter: it may join.
  expect(await park.say("何静", "qiye", "诉求 三车间昨晚停电两次")).toContain("同感 ");
  // Filed twice for a company by the coordinator.
  await park.say("李敏", "direct", "代 潇湘食品 诉求 锅炉房停水");
  expect(await park.say("李敏", "direct", "代 潇湘食品 诉求 锅炉房停水")).toContain("合并 5 4　作废 5 原因");
});

variant("what was promised before the issue was opened again is asked of nobody", async () => {
  const park = await opened();
  await park.say("王建国", "gongdian", "签收 1");
  await park.say("王建国", "gongdian", "措施 1 更换开关 11月19日前");
  await park.say("王建国", "gongdian", "答复 1 已更换开关");
  await park.say("周长友", "qiye", "已解决 1");
  await park.at("2026-11-24T09:00:00+08:00");
  expect(await park.say("周长友", "qiye", "重开 1 昨晚又停了")).toContain("已重开");
  await park.at("2026-11-25T17:00:00+08:00");
  const told = [...park.said("王建国"), ...park.said("gongdian")].join("\n");
  expect(told).not.toContain("措施承诺的时间");
  // The record tells what was promised; how it stands does not.
  const [standing] = (await park.say("王建国", "gongdian", "进度 1")).split("最近记录");
  expect(standing).not.toMatch(/承诺.{0,4}11月19日/u);

  // Of an answer that was no solution, neither; what is promised anew is asked for when its day has come.
  await park.say("王建国", "gongdian", "措施 1 更换电缆 11月26日前");
  await park.say("王建国", "gongdian", "答复 1 已更换电缆");
  await park.at("2026-11-27T09:00:00+08:00");
  await park.say("周长友", "qiye", "未解决 1 还在跳");
  await park.at("2026-11-27T17:00:00+08:00");
  expect(park.said("王建国").join("\n")).not.toContain("措施承诺的时间");
  await park.say("王建国", "gongdian", "措施 1 整条线路检修 11月30日前");
  await park.at("2026-12-01T12:00:00+08:00");
  expect(park.said("王建国").join("\n")).toContain("措施承诺的时间 11月30日 周一 17:30 已到");
  expect(await collectedBy(park)).toBe(1);
});
