import { expect, it } from "vitest";
import { audit } from "../../src/issues/audit.ts";
import { readIssue } from "../../src/store/issues.ts";
import type { Park } from "../support/park.ts";
import { openQuietPark } from "../support/story.ts";
import { variant } from "../support/told.ts";
import { hiddenIn, hiddenValue, Visitor } from "../support/visitor.ts";

/** 周长友 and 吴晓燕 speak for 中塑科技, 何静 for 凌云机械, 罗建平 for 潇湘食品, 彭丽 for another; 王建国 heads the power company, 李敏 coordinates. */
const MONDAY = "2026-11-16T09:00:00+08:00";
const TEXT = "三车间昨晚停电两次，影响交货";

async function statesOf(park: Park, ...ids: readonly number[]): Promise<readonly string[]> {
  const found = await Promise.all(ids.map((id) => readIssue(park.app.db, id)));
  return found.map((issue) => issue?.state ?? "");
}

it("that two issues are one is shown first where it is a guess, with what becomes of both", async () => {
  const park = await openQuietPark(MONDAY);
  await park.say("周长友", "qiye", "诉求 宿舍自来水发黄有锈水");
  await park.say("何静", "qiye", "诉求 车间的水龙头出黄水");
  const before = await statesOf(park, 2);
  for (const guess of ["2跟1是一回事吧", "2跟1是不是一回事？", "这个跟1应该是一回事"]) {
    const shown = await park.say("何静", "qiye", guess);
    for (const part of ["是同一件事吗", "对 #1 登记同感", "撤回 #2", "「是」"]) expect(shown, guess).toContain(part);
    expect(await statesOf(park, 2), guess).toEqual(before);
    await park.say("何静", "qiye", "算了");
  }
  await park.say("何静", "qiye", "2跟1是一回事吧");
  expect(await park.say("何静", "qiye", "是")).toMatch(/已登记同感 #1，#2 已撤回[\s\S]*同感仍然计数/u);
  expect(await statesOf(park, 2)).toEqual(["withdrawn"]);
});

variant(
  "an issue that is like an open one is filed, and put together with it by one word; another company's is joined",
  async () => {
    const park = await openQuietPark(MONDAY);
    await park.say("周长友", "qiye", `诉求 ${TEXT}`);
    const receipt = await park.say("周长友", "qiye", "诉求 三车间今早又停电，影响交货");
    expect(receipt).toMatch(/已收到 #2[\s\S]*与 #1 相似：三车间昨晚停电两次，影响交货（待签收）[\s\S]*「合并」/);
    // What thanks for the receipt merges nothing, and neither does a word for other numbers.
    for (const said of ["好的，谢谢", "收到"]) expect(await park.say("周长友", "qiye", said)).toBe("");
    expect(await statesOf(park, 2)).toEqual(["dispatched"]);
    expect(await park.say("周长友", "qiye", "合并吧")).toContain("已合并：内容补充到 #1，#2 已撤回");
    expect(await statesOf(park, 1, 2)).toEqual(["dispatched", "withdrawn"]);
    await park.settle();
    expect(park.said("gongdian").join("\n")).toMatch(/#1 [^\n]*企业有补充[\s\S]*> 三车间今早又停电，影响交货/);
    // It is one of the company's own moves that is taken back.
    expect(await park.say("周长友", "qiye", "恢复 2")).toContain("已恢复");
    // Later it says which, or is told to.
    expect(await park.say("周长友", "qiye", "合并 2 1")).toContain("已合并：内容补充到 #1，#2 已撤回");
    expect(await park.say("周长友", "qiye", "合并")).toContain("本企业在办的诉求只有 #1，没有可合并的另一件");

    expect(await park.say("何静", "qiye", `诉求 我们也是${TEXT}`)).toContain("与其他企业的 #1 相似");
    // What the receipt promised is done as long as the new one is fresh, whatever was said in between.
    expect(await park.say("何静", "qiye", "进度 3")).toContain("待签收");
    expect(await park.say("何静", "qiye", "合并 3 1")).toContain(
      "#1 是其他企业的诉求，不能合并；情况相同的，请发：同感 1",
    );
    expect(await park.say("何静", "qiye", "好的，同感 1")).toContain("已登记同感 #1，#3 已撤回");
    expect(await statesOf(park, 1, 3)).toEqual(["dispatched", "withdrawn"]);
    // What is merely offered is not filed at all.
    expect(await park.say("罗建平", "qiye", "三车间昨晚停电了，影响交货")).toMatch(
      /要作为诉求提交吗[\s\S]*「同感 \d」/,
    );
    expect(await park.say("罗建平", "qiye", "同感")).toContain("已记录同感");
    // Later than is taken for more of what was said before.
    await park.at("2026-11-16T09:40:00+08:00");
    expect(await park.say("周长友", "qiye", "三车间今天上午停电了，影响交货")).toMatch(
      /要作为诉求提交吗[\s\S]*「合并」/,
    );
    expect(await park.say("周长友", "qiye", "是同一件事")).toContain("已补充");
    expect(await statesOf(park, 4)).toEqual([""]);
    // Two matters stay two, and nothing waits for an answer.
    await park.say("周长友", "qiye", `诉求 ${TEXT}`);
    expect(await park.say("周长友", "qiye", "不是一件事")).toBe("");
    expect(await statesOf(park, 4)).toEqual(["dispatched"]);
    expect(await park.say("周长友", "qiye", "谢谢，合并吧")).toContain("已合并：内容补充到 #1，#4 已撤回");
    await park.say("陈立新", "qiye", `诉求 我们${TEXT}`);
    // What was asked last is what the word is said of, and not what an earlier receipt promised for it.
    await park.say("何静", "qiye", "诉求 厂门口路灯坏了");
    expect(await park.say("陈立新", "qiye", "我们门口的路灯也是坏的")).toContain("登记同感吗？#6");
    expect(await park.say("陈立新", "qiye", "同感")).toContain("已记录同感　#6");
    expect(await statesOf(park, 5)).toEqual(["dispatched"]);
    // Whoever says that two are one is believed, also where their words differ.
    await park.say("何静", "qiye", "诉求 保安亭前面晚上一片漆黑");
    expect(await park.say("何静", "qiye", "这个跟6是一回事")).toMatch(/是同一件事吗？把 #7 的内容补充到 #6，并撤回 #7/);
    expect(await park.say("何静", "qiye", "是")).toContain("已合并：内容补充到 #6，#7 已撤回");
    // Of hers two are open: what she takes back is what she has just filed.
    await park.say("何静", "qiye", "诉求 食堂中午排队太久");
    expect(await park.say("何静", "qiye", "不用了，撤了吧")).toContain("撤回这件诉求吗？#8");
    expect(await park.say("何静", "qiye", "是")).toContain("已撤回　#8");
    await park.at("2026-11-16T10:20:00+08:00");
    expect(await park.say("陈立新", "qiye", "同感 1")).toMatch(
      /已记录同感[\s\S]*您的 #5 仍在办理中；如是同一件，可发：撤回 5/,
    );
    expect(await audit(park.app.db, park.app.clock.now())).not.toHaveProperty("fault");
  },
);

variant(
  "an urgent issue goes into one that is not only after a yes, and that it is urgent no more is said",
  async () => {
    const park = await openQuietPark(MONDAY);
    await park.say("何静", "direct", "诉求 宿舍自来水有锈水");
    await park.say("何静", "direct", "诉求 紧急 食堂的水发黄不能用");
    for (const free of ["2和1是一个事", "2跟1是一回事，并了吧", "把2并到1"]) {
      expect(await park.say("何静", "direct", free), free).toMatch(
        /是同一件事吗[\s\S]*#2 是紧急件，#1 不是[\s\S]*「是」/u,
      );
      expect(await statesOf(park, 2), free).toEqual(["submitted"]);
      await park.say("何静", "direct", "算了");
    }
    await park.say("李敏", "direct", "进度 1");
    expect(await park.say("李敏", "direct", "2和1是一回事，合并")).toMatch(/#2 是紧急件，#1 不是/u);
    await park.say("李敏", "direct", "算了");
    await park.say("何静", "direct", "2和1是一个事");
    expect(await park.say("何静", "direct", "是")).toMatch(/#2 已撤回[\s\S]*#2 原是紧急件，现按 #1 的时限办理/u);
    // The other way round nothing is lost.
    await park.say("何静", "direct", "恢复 2");
    expect(await park.say("何静", "direct", "合并 1 2")).not.toContain("紧急件");
  },
);

it("nobody hears of a like issue that he may not see where he says it", async () => {
  const park = await openQuietPark(MONDAY, { REPORT_FORM: "on" });
  await park.say("吴晓燕", "direct", `保密 诉求 ${TEXT}`);
  await park.say("何静", "direct", `诉求 ${TEXT}`);
  const form = new Visitor(park);
  const key = hiddenValue((await form.open("/report")).html, "form");
  const sent = { form: key, company: "湖南中塑科技有限公司", phone: "13907461234", text: TEXT };
  await form.post("/report", sent);
  expect(await statesOf(park, 3)).toEqual(["dispatched"]);
  const hidden: readonly [who: string, where: string][] = [
    // A colleague's confidential one, and one that somebody says to be of the company.
    ["周长友", "direct"],
    // What was said to the bot alone, though by the company itself.
    ["何静", "qiye"],
    // What is public in another group.
    ["彭丽", "qiye-dingtalk"],
  ];
  for (const [who, where] of hidden)
    expect(await park.say(who, where, `诉求 ${TEXT}`), who).toMatch(/^### 已收到(?![\s\S]*相似)/);
  // A colleague's that is none is his company's, too: the number is that one's.
  expect(await park.say("吴晓燕", "direct", `诉求 ${TEXT}`)).toContain("与 #4 相似");
  expect(await park.say("罗建平", "qiye", `诉求 ${TEXT}`)).toContain("与其他企业的 #5 相似");

  // The office sees whose they are, but nothing of what was confided.
  const unclear = "食堂门口那个坑一直没人管，天黑容易摔";
  await park.say("吴晓燕", "direct", `保密 诉求 ${unclear}`);
  await park.say("周长友", "qiye", `诉求 ${unclear}`);
  await park.say("何静", "qiye", `诉求 我们${unclear}`);
  await park.settle();
  const told = park.said("李敏").at(-1) ?? "";
  expect(told).toMatch(/与 #10 相似：湖南中塑科技有限公司 食堂门口那个坑一直没人管，天黑容易摔（待派单）/);
  expect(told).not.toContain("#9");
  await park.say("周长友", "qiye", `诉求 车间${unclear}`);
  expect(await park.say("李敏", "direct", "进度 12")).toContain("合并 12 10");
  expect(await park.say("李敏", "direct", "这两件其实是一回事，合并吧")).toMatch(/#12[\s\S]*#10|合并[\s\S]*「是」/);
  expect(await park.say("李敏", "direct", "不用了")).toBe("好的，不办理。");
  expect(await park.say("李敏", "direct", "这两件其实是一回事，合并吧")).toContain("请写明两件的编号，例如：合并 12 7");
  const office = await Visitor.at(park, "李敏");
  const page = await office.open("/issues/12");
  expect(page.text).toContain("与 #10 相似");
  expect((await office.sendForm(12, hiddenIn(page.html, "merge"))).text).toContain("已并入 #10");
  expect((await (await Visitor.at(park, "赵长河")).open("/issues/11")).text).not.toContain("相似");
});

it("whoever is to answer is shown answers of like issues, takes one as a draft by one word, and the share of that is a figure", async () => {
  const park = await openQuietPark(MONDAY);
  const solve = async (id: number, answer: string, mark: number) => {
    await park.say("王建国", "gongdian", `答复 ${id} ${answer}`);
    await park.say("周长友", "direct", `已解决 ${id}`);
    await park.say("周长友", "direct", `评价 ${id} ${mark}`);
  };
  for (const words of [TEXT, `保密 ${TEXT}`, `二车间${TEXT}`]) await park.say("周长友", "direct", `诉求 ${words}`);
  await solve(1, "中塑科技您好，先观察一段时间", 1);
  await solve(2, "悄悄换了开关", 5);
  await solve(3, "湖南中塑科技有限公司周长友您好：已更换变压器，有事请打13907461234。", 5);
  await park.say("何静", "qiye", `诉求 我们${TEXT}`);
  const signed = await park.say("王建国", "gongdian", "签收 4");
  expect(signed).toMatch(/1 #3 [^\n]*（评价 5）：已更换变压器[\s\S]*2 #1 [^\n]*（评价 1）：贵企业您好/);
  expect(signed).not.toMatch(/#2|中塑|周长友：|139/);
  expect(await park.say("王建国", "gongdian", "参考 3")).toContain("请写 1 到 2");
  expect(await park.say("王建国", "gongdian", "参考 4 9")).toContain("请写 1 到 2");
  await park.say("王建国", "gongdian", "进度 4");
  expect(await park.say("王建国", "gongdian", "第二条")).toContain("答复草稿，取自 #1");
  expect(await park.say("王建国", "gongdian", "算了")).toBe("");
  // Later, too, a place is one of the answers that were shown, and no issue of that number.
  expect(await park.say("王建国", "gongdian", "参考 2")).toContain("答复草稿，取自 #1");
  expect(await park.say("王建国", "gongdian", "算了")).toBe("");
  // Others neither see nor take them.
  expect(await park.say("何静", "qiye", "进度 4")).not.toContain("参考");
  expect(await park.say("何静", "qiye", "参考 4 1")).toContain("由答复 #4 的单位使用");
  expect(await park.say("王建国", "gongdian", "进度 4")).toContain("参考 4 1");
  const draft = await park.say("王建国", "gongdian", "参考 1");
  expect(draft).toMatch(/答复草稿，取自 #3[\s\S]*> 已更换变压器。\n[\s\S]*「是」/);
  expect(await statesOf(park, 4)).toEqual(["in_progress"]);
  expect(await park.say("王建国", "gongdian", "答复 已更换变压器和开关")).toMatch(
    /已答复，待企业确认　#4[\s\S]*(?<!不再等待回复。\*)$/,
  );
  expect((await readIssue(park.app.db, 4))?.publicAnswer).toBe("已更换变压器和开关");

  // On the board a link fills the form; who writes it himself has taken none.
  await park.say("何静", "qiye", `诉求 五车间${TEXT}`);
  await park.say("何静", "qiye", `诉求 六车间${TEXT}`);
  const power = await Visitor.at(park, "王建国");
  expect((await power.open("/issues/5")).html).toContain("/issues/5?draft=3");
  const { html } = await power.open("/issues/5?draft=3");
  expect(html).toMatch(/<textarea name="text"[^>]*id="answer-text"[^>]*>已更换变压器。<\/textarea>/);
  expect((await power.open("/issues/5?draft=2")).html).not.toContain("悄悄");
  await power.sendForm(5, { ...hiddenIn(html, "answer"), text: "已更换变压器。" });
  await park.say("王建国", "gongdian", "进度 6");
  await park.say("王建国", "gongdian", "答复 6 今天处理");
  expect(await statesOf(park, 5, 6)).toEqual(["answered", "answered"]);
  // Another's day and place are named, and no yes sends them; what was written without the draft is not counted as made from it.
  await park.say("周长友", "direct", `诉求 四车间${TEXT}`);
  await solve(7, "今天下午已到三车间更换开关", 5);
  await park.say("何静", "qiye", `诉求 八车间${TEXT}`);
  const place = /(\d) #7 /.exec(await park.say("王建国", "gongdian", "进度 8"))?.[1] ?? "";
  expect(await park.say("王建国", "gongdian", "参考 8 abc")).toContain("没有「abc」这一条");
  expect(await park.say("王建国", "gongdian", `参考 8 ${place}`)).toMatch(
    /请核对：今天下午、三车间[\s\S]*不能直接发送(?![\s\S]*「是」)/,
  );
  await park.say("王建国", "gongdian", "是");
  // What is written in its place is the answer of that issue, also behind a no to it.
  await park.say("王建国", "gongdian", `参考 8 ${place}`);
  await park.say("王建国", "gongdian", "算了");
  expect(await park.say("王建国", "gongdian", "改成：明天上午到八车间更换开关")).toMatch(
    /作为答复[\s\S]*#8[\s\S]*明天上午到八车间/,
  );
  await park.say("王建国", "gongdian", "不对");
  expect(await park.say("王建国", "gongdian", "改为后天上午到八车间更换开关")).toMatch(/#8[\s\S]*后天上午/);
  await park.say("王建国", "gongdian", "算了");
  expect(await statesOf(park, 8)).toEqual(["dispatched"]);
  // What is said in its place is shown as the answer.
  await park.say("王建国", "gongdian", `参考 8 ${place}`);
  const anew = "上午查明是开关老化，换了新的，向贵公司致歉";
  expect(await park.say("王建国", "gongdian", anew)).toMatch(/作为答复发给企业[^\n]*#8[\s\S]*换了新的/);
  expect(await park.say("王建国", "gongdian", "算了")).toBe("");
  // Nor does the board send it as it stands.
  const filled = await power.open("/issues/8?draft=7");
  expect(filled.html).toMatch(/「今天下午」是 [^，]*的时间，不能直接发送/u);
  const unmended = { ...hiddenIn(filled.html, "answer"), text: "今天下午已到三车间更换开关" };
  expect((await power.sendForm(8, unmended)).html).toContain("不能直接发送，请改成本件的时间再发");
  expect(await statesOf(park, 8)).toEqual(["dispatched"]);
  await park.say("王建国", "gongdian", "答复 8 另派抢修队排查线路老化");
  expect(await park.say("李敏", "direct", "统计")).toContain("**参考采用率**：50.0%（2/4）");
  expect(await audit(park.app.db, park.app.clock.now())).not.toHaveProperty("fault");
});

variant(
  "a few words that tell of the same are enough for an answer to be shown, in a park without a history",
  async () => {
    const park = await openQuietPark("2026-11-18T10:00:00+08:00");
    await park.say("周长友", "qiye", "诉求 二车间跳闸，一上午三次了");
    await park.say("王建国", "gongdian", "签收 1");
    await park.say("王建国", "gongdian", "答复 1 空气开关老化，已换新");
    await park.say("周长友", "qiye", "已解决 1");
    await park.say("何静", "qiye", "诉求 我们机加工车间老是跳闸，又跳了两次");
    expect(await park.say("王建国", "gongdian", "签收 2")).toMatch(/1 #1 [^\n]*：空气开关老化，已换新/u);
    // Of another matter of the same unit nothing is shown.
    await park.say("何静", "qiye", "诉求 想增容一台变压器，要哪些材料");
    expect(await park.say("王建国", "gongdian", "签收 3")).not.toContain("空气开关");
  },
);

it("of few words that are like open ones the coordinator hears what their company hears, in the message and with 进度", async () => {
  const park = await openQuietPark(MONDAY);
  await park.say("彭丽", "direct", "诉求 流浪狗追人");
  expect(await park.say("彭丽", "direct", "诉求 厂门口流浪狗咬人")).toContain("与 #1 相似");
  for (const told of [
    park.said("李敏").find((one) => one.includes("待派单 #2")) ?? "",
    await park.say("李敏", "direct", "进度 2"),
  ])
    expect(told).toMatch(/相似[\s\S]*流浪狗追人/u);
});

it("what one word made alike is named, and taken back by no word that says nothing of it", async () => {
  const park = await openQuietPark(MONDAY);
  await park.say("周长友", "qiye", "诉求 快递柜坏了半个月");
  expect(await park.say("何静", "qiye", "诉求 快递要自己去镇上拿，太远")).toContain("与其他企业的 #1 相似");
  await park.say("何静", "qiye", "进度 2");
  await park.say("何静", "qiye", "同感 1");
  expect(await statesOf(park, 2)).not.toEqual(["withdrawn"]);
});
