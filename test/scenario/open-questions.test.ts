import { describe, expect, it, onTestFinished } from "vitest";
import { issues } from "../../src/store/schema.ts";
import { freshDatabase } from "../support/databases.ts";
import { type Talk, talkIn } from "../support/dialogue.ts";
import { type Park, startPark } from "../support/park.ts";
import { openQuietPark } from "../support/story.ts";
import { variant } from "../support/told.ts";

/** One question for a person and a chat, for ten minutes. */

const MORNING = "2026-11-16T09:00:00+08:00";
const LAMP = "我们厂门口的路灯坏了好几盏，晚上员工下班很不安全";
const NOTHING_ASKED = "现在没有等您回复的问题";
const OFFERED = { says: ["要作为诉求提交吗？", "「是」", "「算了」"] };
const filed = (number: number) => ({ says: `已收到 #${number}`, does: [`submit #${number} dispatched`] });

async function open() {
  const park = await openQuietPark(MORNING);
  return { park, talk: await talkIn(park) };
}

function later(park: Park, seconds: number): Promise<void> {
  return park.at(new Date(park.app.clock.now().getTime() + seconds * 1000).toISOString());
}

/** #1, a lamp: of the construction office, and signed. */
async function signed(talk: Talk): Promise<void> {
  await talk("周长友 qiye", "诉求 路灯坏了", filed(1));
  await talk("曾敏 jianshe", "签收 1", { says: "已签收", does: ["sign #1 in_progress"] });
}

describe("an offer", () => {
  it("is done after any yes, once", async () => {
    const { talk } = await open();
    const answers = {
      "周长友 direct": "是",
      "陈立新 direct": "好",
      "何静 direct": "1",
      "罗建平 direct": "对，提吧",
      "蒋玉兰 direct": "可以",
      "唐志强 direct": "ok",
    };
    for (const [index, [who, yes]] of Object.entries(answers).entries()) {
      await talk(who, LAMP, OFFERED);
      await talk(who, yes, filed(index + 1));
      await talk(who, "是", { says: NOTHING_ASKED });
    }
  });

  it("is over after any no, which is said to whoever wrote it", async () => {
    const { talk } = await open();
    for (const no of ["算了", "不用了", "先别提"]) {
      await talk("周长友 qiye", LAMP, OFFERED);
      await talk("周长友 qiye", no, { says: "好的，不办理" });
      await talk("周长友 qiye", "是", { says: NOTHING_ASKED });
    }
  });

  variant("is over with a word in a direct chat, and wherever it is called wrong; thanks leave it open", async () => {
    const { talk } = await open();
    await talk("周长友 direct", LAMP, OFFERED);
    await talk("周长友 direct", "谢谢", { says: "「诉求」还没有办，还在等您回「是」或「算了」" });
    await talk("周长友 direct", "不用了", { says: "好的，不办理" });
    for (const wrong of ["不对，不是这个意思", "没事了，灯又亮了", "看错了"]) {
      await talk("周长友 qiye", LAMP, OFFERED);
      await talk("周长友 qiye", wrong, { says: "「诉求」不办了" });
      await talk("周长友 qiye", "是", { says: NOTHING_ASKED });
    }
  });

  it("is answered by nobody else, nor elsewhere: a group and a direct chat are apart", async () => {
    const { talk } = await open();
    await talk("周长友 qiye", LAMP, OFFERED);
    for (const who of ["陈立新 qiye", "吴晓燕 qiye", "李敏 qiye", "周长友 direct"])
      await talk(who, "是", { says: NOTHING_ASKED });
    await talk("周长友 direct", "宿舍区晚上经常有人打架闹事", OFFERED);
    await talk("周长友 qiye", "是", { says: ["已收到 #1", "路灯"], does: ["submit #1 dispatched"] });
    await talk("周长友 direct", "是", { says: ["已收到 #2", "打架"], does: ["submit #2 submitted"] });
  });

  it("is open for ten minutes and no longer", async () => {
    const { park, talk } = await open();
    await talk("何静 qiye", LAMP, OFFERED);
    await later(park, 10 * 60 + 1);
    await talk("何静 qiye", "是", { says: NOTHING_ASKED });
    await talk("何静 qiye", LAMP, OFFERED);
    await later(park, 9 * 60 + 50);
    await talk("何静 qiye", "是", filed(1));
  });

  it("survives a restart of the program", async () => {
    const database = await freshDatabase("postgresql");
    onTestFinished(() => database.drop());
    const before = await startPark(database, MORNING);
    await (await talkIn(before))("周长友 qiye", LAMP, OFFERED);
    await before.close();
    const park = await startPark(database);
    onTestFinished(() => park.close());
    await (await talkIn(park))("周长友 qiye", "是", { says: ["已收到 #1", "路灯"], does: ["submit #1 dispatched"] });
  });

  it("stands on beside something else, which says so, and is taken by a plain yes alone", async () => {
    const { talk } = await open();
    await talk("周长友 qiye", LAMP, OFFERED);
    await talk("周长友 qiye", "谢谢", { says: null });
    await talk("周长友 qiye", "我的", { says: ["暂无诉求", `${LAMP.slice(0, 10)}`, "还没有提交"] });
    await talk("周长友 qiye", "诉求 食堂停水", {
      says: ["#1", LAMP.slice(0, 10), "还没有提交"],
      does: ["submit #1 dispatched"],
    });
    await talk("周长友 qiye", "好的谢谢", { says: null });
    await talk("周长友 qiye", "是", { says: ["已收到 #2", "路灯"], does: ["submit #2 dispatched"] });
    await talk("周长友 qiye", "是", { says: NOTHING_ASKED });
  });

  it("is filed once by the command with its very words, whatever is said behind", async () => {
    const { talk } = await open();
    await talk("周长友 qiye", LAMP, OFFERED);
    await talk("周长友 qiye", `诉求 ${LAMP}`, { says: "#1", not: /还没有提交/u, does: ["submit #1 dispatched"] });
    await talk("周长友 qiye", "是", { says: NOTHING_ASKED });
  });

  it("of several short messages is one, each an issue of its own; some are told by their places", async () => {
    const { talk } = await open();
    await talk("周长友 qiye", LAMP, OFFERED);
    await talk("周长友 qiye", "停车位也不够", { says: ["要分别作为诉求提交吗？", "路灯", "停车位"] });
    await talk("周长友 qiye", "公交末班车太早了", { says: ["路灯", "停车位", "末班车"] });
    await talk("周长友 qiye", "第二个不要", { says: ["路灯", "末班车"], not: /停车位/u });
    await talk("周长友 qiye", "都提", { says: ["#1", "#2"], does: ["submit #1 dispatched", "submit #2 dispatched"] });
    await talk("周长友 qiye", "是", { says: NOTHING_ASKED });
  });

  variant("gives way to another question, and says what was not filed", async () => {
    const { talk } = await open();
    await signed(talk);
    await talk("周长友 qiye", "保安岗亭那边老有人翻墙进来", OFFERED);
    await talk("周长友 qiye", "1不用办了，撤回", {
      says: ["撤回这件诉求吗？#1", "翻墙", "没有提交", "「诉求」"],
    });
  });

  it("is not meant by a vague yes behind an answer that was told since: both are shown, or it is said of the answer", async () => {
    const { talk } = await open();
    await signed(talk);
    await talk("周长友 direct", "保安岗亭那边老有人翻墙进来", OFFERED);
    await talk("曾敏 jianshe", "答复 1 路灯已换好", { says: "#1", does: ["answer #1 answered"] });
    await talk("周长友 direct", "好的", { says: ["#1", "翻墙", "要作为诉求提交吗？"] });
    await talk("曾敏 jianshe", "更正 1 路灯已换好，今晚复查", { says: "#1", does: ["correct #1 answered"] });
    await talk("周长友 direct", "算了", { says: "不办理" });
  });

  it("gives way to thanks for an answer that was told since, and nothing of them is filed", async () => {
    const { talk } = await open();
    await signed(talk);
    await talk("周长友 direct", "保安岗亭那边老有人翻墙进来", OFFERED);
    await talk("曾敏 jianshe", "答复 1 路灯已换好", { says: "#1", does: ["answer #1 answered"] });
    await talk("周长友 direct", "好的，谢谢，路灯亮多了", { says: ["确认已解决并办结吗？#1", "翻墙", "没有提交"] });
    await talk("周长友 direct", "是", { says: "#1", does: ["solved #1 closed"] });
  });

  it("is kept through what is not understood, and it is said what is waited for; what is said to others is left alone", async () => {
    const { talk } = await open();
    for (const [number, who] of ["周长友 qiye", "周长友 direct"].entries()) {
      await talk(who, number === 0 ? LAMP : "厂门口晚上经常有人打架闹事", OFFERED);
      await talk(who, "啥意思", { says: "刚才询问的「诉求」还在等您回「是」或「算了」" });
      await talk(who, "是", filed(number + 1));
    }
    await talk("周长友 qiye", "仓库的屋顶漏雨，货都淋湿了", OFFERED);
    await talk("周长友 qiye", "@李敏 中午一起吃饭不", { says: null });
    await talk("周长友 qiye", "是", { says: "已收到 #3", does: ["submit #3 submitted"] });
  });

  it("is dropped by a no that says more, with a word that it is", async () => {
    const { talk } = await open();
    await talk("周长友 qiye", LAMP, OFFERED);
    await talk("周长友 qiye", "不用了，我们明天自己去建设局的窗口登记", { says: "刚才询问的「诉求」不办了" });
    await talk("周长友 qiye", "是", { says: NOTHING_ASKED });
  });

  it("of another kind takes the place of the first, and says so", async () => {
    const { talk } = await open();
    await signed(talk);
    await talk("周长友 qiye", "撤回", { says: ["撤回这件诉求吗？#1", "「是」"] });
    await talk("周长友 qiye", "宿舍区晚上经常有人打架闹事，保安都不管", {
      says: ["要作为诉求提交吗？", "刚才询问的「撤回 1」不再等待回复"],
    });
    await talk("周长友 qiye", "是", { says: ["已收到 #2", "打架"], does: ["submit #2 submitted"] });
    await talk("周长友 qiye", "是", { says: NOTHING_ASKED });
  });

  it("is answered once, however often the platform sends the answer", async () => {
    const { park, talk } = await open();
    await talk("周长友 qiye", LAMP, { ...OFFERED, messageId: "m-offer" });
    await talk("周长友 qiye", "是", { ...filed(1), messageId: "m-yes" });
    await park.say("周长友", "qiye", "是", { messageId: "m-yes" });
    await park.say("周长友", "qiye", LAMP, { messageId: "m-offer" });
    // A message that was answered before opens no question again.
    await talk("周长友 qiye", "是", { says: NOTHING_ASKED });
    expect(await park.app.db.select().from(issues)).toHaveLength(1);
  });

  it("keeps the pictures of the message that it was made of, and of its answer, for the issue", async () => {
    const { talk } = await open();
    await talk("周长友 qiye", "食堂门口积水很深，员工过不去", { ...OFFERED, pictures: 2 });
    await talk("周长友 qiye", "是", { says: ["已收到 #1", "**附图**：2 张"], does: ["submit #1 dispatched"] });
    await talk("周长友 qiye", "围墙边积水也很深，车子进不来", { ...OFFERED, pictures: 1 });
    await talk("周长友 qiye", "改成：南门围墙边积水很深，车子进不来", { ...OFFERED, pictures: 1 });
    await talk("周长友 qiye", "是的", {
      says: ["南门围墙", "**附图**：3 张"],
      does: ["submit #2 dispatched"],
      pictures: 1,
    });
    await talk("周长友 qiye", "诉求", { says: "「诉求」的内容", pictures: 1 });
    await talk("周长友 qiye", "门口路面坑洼", { says: "**附图**：1 张", does: ["submit #3 dispatched"] });
  });

  it("of something confidential repeats nothing of it in a group", async () => {
    const { park, talk } = await open();
    const said = "有人在厂门口强买强卖，请保密";
    await talk("罗建平 qiye", said, { says: "要作为保密诉求提交吗？", not: /强买|强卖|公安|潇湘/u });
    await talk("罗建平 qiye", "是", { says: "已收到", not: /强买|#1/u, does: ["submit #1 dispatched"] });
    expect(park.said("qiye").join()).not.toMatch(/强买|强卖|公安|潇湘/u);
    // In private it is shown whole, with what it will be.
    await talk("罗建平 direct", `${said}，很急`, { says: ["强买强卖", "**标记**：紧急、保密", "公安分局"] });
  });

  it("of what tells of danger calls for help first and counts as urgent", async () => {
    const { talk } = await open();
    await talk("周长友 qiye", "三车间配电房冒烟了，有人触电", {
      says: ["119、110 或 120", "要作为诉求提交吗？", "**标记**：紧急", "11月17日 周二 09:00"],
    });
    await talk("周长友 qiye", "是", { says: "已收到 #1 ［紧急］", does: ["submit #1 dispatched"] });
  });
});

describe("the offered move on an issue that changed meanwhile", () => {
  it("is refused with how it stands now", async () => {
    const { talk } = await open();
    await signed(talk);
    await talk("曾敏 jianshe", "灯都换好了，请企业确认", { says: "作为答复发给企业" });
    await talk("周长友 qiye", "撤回 1", { says: "已撤回", does: ["withdraw #1 withdrawn"] });
    await talk("曾敏 jianshe", "是", { says: ["现在不能「答复」", "#1 现在「已撤回」"] });
    await talk("周长友 qiye", "恢复 1", { says: "已恢复", does: ["restore #1 in_progress"] });
    await talk("曾敏 jianshe", "灯都换好了，请企业确认", { says: "作为答复发给企业" });
    await talk("谢东 jianshe", "答复 1 换好了", { says: "已答复", does: ["answer #1 answered"] });
    await talk("曾敏 jianshe", "是", { says: ["现在不能「答复」", "#1 现在「待企业确认」", "更正 1"] });
  });
});

describe("which one is meant", () => {
  async function two() {
    const { park, talk } = await open();
    await talk("周长友 qiye", "诉求 路灯坏了", filed(1));
    await talk("周长友 qiye", "诉求 食堂停水", filed(2));
    return { park, talk };
  }
  const asked = { says: ["哪一件？", "#1", "#2", "「1」「2」"] };

  variant("is answered by a number, a place, or its words, and then a bare number is a question again", async () => {
    const { talk } = await two();
    const answers = { "2": 2, "2号": 2, "#1": 1, 第二个: 2, 停水那个: 2, 最后一个: 2, 第一个: 1 };
    for (const [answer, number] of Object.entries(answers)) {
      await talk("周长友 qiye", "补充", asked);
      await talk("周长友 qiye", answer, { says: `「补充」#${number} 的内容` });
      await talk("周长友 qiye", "算了", { says: null });
    }
    await talk("周长友 qiye", "2", { says: "#2 食堂停水" });
  });

  it("is all of them, or none", async () => {
    const { talk } = await two();
    await talk("周长友 qiye", "催办", asked);
    await talk("周长友 qiye", "算了", { says: null });
    await talk("周长友 qiye", "催办", asked);
    const both = { says: ["已催办　#1", "已催办　#2"], does: ["urge #1 dispatched", "urge #2 dispatched"] };
    await talk("周长友 qiye", "都催", both);
  });

  it("is asked once more where a bare yes chooses none", async () => {
    const { talk } = await two();
    await talk("周长友 direct", "催办", asked);
    await talk("周长友 direct", "是", asked);
    await talk("周长友 direct", "1", { says: "已催办　#1", does: ["urge #1 dispatched"] });
  });
});

describe("what is missing", () => {
  variant("is asked for one by one, and the rest is kept: unit, day, reason, text, mark", async () => {
    const { talk } = await open();
    await talk("周长友 qiye", "诉求 有一件说不清的事", { says: "营商办派单", does: ["submit #1 submitted"] });
    await talk("李敏 direct", "派单 1", { says: "交给哪个单位？" });
    await talk("李敏 direct", "住建局", { says: "已派给建设管理局", does: ["dispatch #1 dispatched"] });
    await talk("曾敏 jianshe", "签收", { says: "已签收　#1", does: ["sign #1 in_progress"] });
    await talk("曾敏 jianshe", "延期 1", { says: "到哪一天" });
    await talk("曾敏 jianshe", "3天", { says: "请说明「延期」#1 的原因" });
    await talk("曾敏 jianshe", "等设备", { says: "已申请延期至 11月30日", does: ["extend #1 in_progress"] });
    await talk("李敏 direct", "驳回 1", { says: "请说明「驳回」#1 的原因" });
    await talk("李敏 direct", "按原期限办", { says: "已驳回延期", does: ["refuse #1 in_progress"] });
    await talk("曾敏 jianshe", "答复 1", { says: "「答复」#1 的内容" });
    await talk("曾敏 jianshe", "已经查清，是线路老化", { says: "已答复", does: ["answer #1 answered"] });
    await talk("周长友 qiye", "未解决 1", { says: "请说明「未解决」#1 的原因" });
    await talk("周长友 qiye", "下雨天还是老样子", { says: "已退回继续办理", does: ["unsolved #1 in_progress"] });
    await talk("曾敏 jianshe", "答复 1 已经更换线路", { says: "已答复", does: ["answer #1 answered"] });
    // What is said soon after a move is said of that one: it cannot be called back, and is not put to any other.
    const gone = "#1 的这条已发给湖南中塑科技有限公司，不能收回；要改正请发「更正 1 改正后的答复」";
    await talk("曾敏 jianshe", "等下，还没弄完", { says: [gone, "「更正」#1 的内容"] });
    await talk("曾敏 jianshe", "算了", { says: null });
    await talk("曾敏 jianshe", "等等，还有一盏没亮，先别发", { says: [gone, "「更正」#1 的内容"] });
    await talk("曾敏 jianshe", "算了", { says: null });
    await talk("曾敏 jianshe", "刚才的写错了，应该是换整条电缆", { says: [gone, "换整条电缆"] });
    await talk("曾敏 jianshe", "算了", { says: null });
    await talk("周长友 qiye", "诉求 北门路灯不亮", { says: "已收到 #2", does: ["submit #2 dispatched"] });
    await talk("曾敏 jianshe", "不对，是2号的", { says: [gone, "作为答复发给企业", "已经更换线路"] });
    await talk("曾敏 jianshe", "算了", { says: null });
    await talk("曾敏 jianshe", "2的写错了，换成12月16号", { says: "#2 还没有措施" });
    await talk("曾敏 jianshe", "措施 2 换灯头，11月20日前", {
      says: "承诺完成：11月20日",
      does: ["sign #2 in_progress", "measure #2 in_progress"],
    });
    await talk("曾敏 jianshe", "不是20号，是24号", { says: "承诺完成：11月24日", does: ["measure #2 in_progress"] });
    await talk("李敏 direct", "进度 2", { says: "换灯头，24号前" });
    await talk("周长友 qiye", "已解决 1", { says: "请打分", does: ["solved #1 closed"] });
    await talk("周长友 qiye", "5", { says: "已评价 5 分", does: ["rate #1 closed"] });
    await talk("周长友 qiye", "5", { says: "未能识别" });
  });

  it("is a mark of 5分 as well, and none where the company says nothing of it", async () => {
    const { talk } = await open();
    await signed(talk);
    await talk("曾敏 jianshe", "答复 1 已经换好", { says: "已答复", does: ["answer #1 answered"] });
    await talk("周长友 qiye", "认可 1", { says: "请打分", does: ["accept #1 closed"] });
    await talk("周长友 qiye", "谢谢", { says: null });
    await talk("周长友 qiye", "5分", { says: "已评价 5 分", does: ["rate #1 closed"] });
  });
});

describe("who somebody is", () => {
  variant("is answered by a company's name behind an issue that waits for it, and by a place in a list", async () => {
    const { talk } = await open();
    await talk("guest-7 qiye", "路灯坏了好几天没人修", OFFERED);
    await talk("guest-7 qiye", "是", { says: "您是哪家企业" });
    await talk("guest-7 qiye", "湖南", { says: ["有几家相近的企业", "2. 湖南湘晶电子有限公司"] });
    await talk("guest-7 qiye", "2", { says: ["已收到 #1", "路灯"], does: ["submit #1 dispatched"] });
    await talk("guest-8 qiye", "诉求 停电了", { says: "您是哪家企业" });
    await talk("guest-8 qiye", "凌云机械", filed(2));
    await talk("guest-9 qiye", "我是 湖南", { says: "1. 湖南中塑科技有限公司" });
    await talk("guest-9 qiye", "第一个", { says: "已登记：湖南中塑科技有限公司" });
  });
});

it.each(["是的，没错", "确认"])("a list of a theme day is filed after a yes, once: %s", async (yes) => {
  const { talk } = await open();
  await talk("李敏 direct", "主题日 开始", { says: "主题日第 1 期开始" });
  await talk("李敏 direct", "主题日 录入\n凌云机械：三车间停电\n湘晶电子：保密 路面坑洼", {
    says: ["录入 2 件，请核对", "［保密］路面坑洼", "「是」"],
  });
  const both = ["submit #1 dispatched", "submit #2 dispatched"];
  await talk("李敏 direct", yes, { says: "已登记 2 件，编号 #1、#2", does: both });
  await talk("李敏 direct", "是", { says: NOTHING_ASKED });
});
