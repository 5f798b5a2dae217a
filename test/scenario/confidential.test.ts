import { describe, expect, it } from "vitest";
import { toHtml } from "../../src/sandbox/markup.ts";
import type { SimMessage } from "../../src/sandbox/world.ts";
import type { Park } from "../support/park.ts";
import { headlines, openQuietPark } from "../support/story.ts";
import { withoutTaps } from "../support/taps.ts";

const SECRET = "宿舍围墙外有人收保护费";
const COMPANIES = ["湖南中塑科技有限公司", "中塑科技", "永州恒达鞋业有限公司", "恒达鞋业"];
const NOT_HERE = "这里没有这个编号的诉求，请核对编号；在私聊或其他群提出的，请到原处查询。";
const ENTERPRISE_GROUPS = ["qiye", "qiye-dingtalk"];
const OTHER_GROUPS = ["gongdian", "jingfa", "shehui", "jianshe", "gongan", "jiaotong", "renshe", "shenpi", "duban"];

/** What is said of issue 1 and of none, by whoever asks for it in these words. */
const ASKING = ["进度 1", "1怎么样了", "同感 1", "补充 1 也有人来过", "为什么 1", "撤回 1"];

it("what was taken back is out of sight in its group but for its company, and nowhere else", async () => {
  const park = await openQuietPark("2026-11-16T09:00:00+08:00");
  await park.say("周长友", "qiye", `诉求 ${SECRET}`);
  expect(await park.say("何静", "qiye", "搜索 保护费")).toContain("找到 1 件");
  expect(await park.say("何静", "qiye", "进度 1")).toContain(SECRET);
  await park.say("周长友", "qiye", "撤回 1");
  expect(await park.say("何静", "qiye", "搜索 保护费")).toContain("没有找到");
  for (const words of ASKING) {
    const heard = await park.say("何静", "qiye", words);
    expect(heard, words).toBe(await park.say("何静", "qiye", words.replace("1", "77")));
    expect(heard, words).not.toContain("保护费");
  }
  // What the office is told there, everybody reads.
  for (const words of ["进度 1", "搜索 保护费", "1怎么样了"])
    expect(await park.say("李敏", "qiye", words), words).not.toContain(SECRET);
  expect(await park.say("李敏", "direct", "进度 1")).toContain(SECRET);
  expect(await park.say("周长友", "qiye", "搜索 保护费")).toContain("找到 1 件");
  expect(await park.say("吴晓燕", "direct", "进度 1")).toContain("已撤回");
  expect(await park.say("李敏", "direct", "搜索 保护费")).toContain("找到 1 件");
  expect(await park.say("周长友", "qiye", "恢复 1")).toContain("已恢复");
  expect(await park.say("何静", "qiye", "进度 1")).toContain(SECRET);
});

it("what is ordered before any unit has it is said to have reached no unit", async () => {
  const park = await openQuietPark("2026-11-16T09:00:00+08:00");
  await park.say("周长友", "direct", `保密诉求 ${SECRET}`);
  const before = await park.say("赵长河", "direct", "督办 1 请尽快查清");
  expect(before).toContain("没有单位收到");
  expect(before).not.toContain("已送单位负责人");
  await park.say("李敏", "direct", "派单 1 公安分局");
  expect(await park.say("赵长河", "direct", "督办 1 本周内查清")).toContain("已送单位负责人");
});

describe("a confidential issue", () => {
  it("said in a DingTalk group is answered there in one neutral sentence, and in private with the receipt", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    const inGroup = await park.say("唐志强", "qiye-dingtalk", `保密 诉求 ${SECRET}，派出所请来看`);
    expect(inGroup).toBe("已收到，已私下回复，请自行撤回群内原消息。");
    const [receipt] = park.said("唐志强");
    expect(receipt).toContain(`已收到 #1 ［保密］${SECRET}`);
    expect(receipt).toMatch(/\d+月\d+日 周.|由营商办派单/u);
    expect(receipt).toContain("进度 1");
  });

  it("said in a WeCom group, where no road leads to the person, tells how to go on in private, and is filed", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    const inGroup = await park.say("周长友", "qiye", `诉求 ${SECRET} 保密`);
    expect(inGroup).toBe("已收到，请到与我的私聊里发「我的」查看和跟进，请自行撤回群内原消息。");
    const mine = await park.say("周长友", "direct", "我的");
    expect(mine).toContain(`#1 ［保密］湖南中塑科技有限公司：${SECRET}`);
    expect(await park.say("李敏", "direct", "进度 1")).toContain("**企业**：湖南中塑科技有限公司");
  });

  it.each([
    "【保密】诉求 围墙被拆",
    "(保密) 诉求 围墙被拆",
    "诉求 「保密」围墙被拆",
    "诉求 围墙被拆（请保密，别说是我们）",
    "保密：诉求 围墙被拆",
  ])("is confidential however that is written, and said in a group leaves nothing there: %s", async (text) => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    expect(await park.say("唐志强", "qiye-dingtalk", text)).toBe("已收到，已私下回复，请自行撤回群内原消息。");
    expect(park.said("唐志强")[0]).toContain("已收到 #1 ［保密］");
    expect(park.said("李敏").join("\n")).toContain("［保密］");
  });

  it("said in a direct chat is nobody else's, also within the company: a colleague hears what no number gets", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    expect(await park.say("周长友", "direct", `保密诉求 ${SECRET}`)).toContain(`已收到 #1 ［保密］${SECRET}`);
    for (const words of ["进度", "补充", "撤回", "期限", "为什么", "已解决", "催办"]) {
      const rest = words === "补充" ? " 也来说一句" : "";
      const hidden = await park.say("吴晓燕", "direct", `${words} 1${rest}`);
      expect(hidden, words).toBe(await park.say("吴晓燕", "direct", `${words} 77${rest}`));
      expect(hidden, words).toBe(NOT_HERE);
    }
    expect(await park.say("吴晓燕", "direct", "我的")).not.toContain("保护费");
    expect(await park.say("吴晓燕", "direct", "搜索 保护费")).toContain("没有找到");
    expect(await park.say("周长友", "qiye", "进度 1")).toBe(NOT_HERE);
    expect(await park.say("周长友", "qiye", "搜索 保护费")).toContain("没有找到");
    expect(await park.say("周长友", "direct", "搜索 保护费")).toContain("找到 1 件");
  });

  it("reaches the department and the supervision without the company's name, even when its own text has it", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    const text = `湖南中塑科技有限公司反映：中塑科技门口被偷，联系人周长友13812345678，${SECRET}`;
    await park.say("周长友", "direct", `诉求 ${text} #治安 保密`);
    await park.say("龙飞", "gongan", "签收 1");
    await park.say("龙飞", "gongan", "请补充 1 中塑科技夜班几点下班");
    await park.say("周长友", "direct", "补充 1 中 塑 科 技夜班十点下班，湖南中塑科技有限公司盖章");
    await park.say("李敏", "duban", "督办 1 请中塑科技放心");
    await park.say("龙飞", "gongan", "答复 1 已增加巡逻");
    await park.say("周长友", "direct", "未解决 1 昨晚又来了，中塑科技保安看到");
    await park.say("龙飞", "gongan", "答复 1 已抓获");
    await park.say("周长友", "direct", "未解决 1 还有同伙");
    await park.say("龙飞", "gongan", "答复 1 全部抓获");
    await park.say("周长友", "direct", "已解决 1 谢谢");
    await park.say("周长友", "direct", "评价 1 5");
    await park.say("龙飞", "gongan", "进度 1");
    await park.say("龙飞", "gongan", "待办");
    await park.say("龙飞", "direct", "进度 1");
    await park.say("李敏", "duban", "进度 1");
    await park.say("李敏", "duban", "简报");
    await park.say("赵长河", "duban", "搜索 保护费");
    expect(headlines(park.said("gongan")).length).toBeGreaterThan(10);
    expect(park.said("gongan")[0]).toContain("**企业**：某企业");
    expect(park.said("duban").join("\n")).toContain("某企业");
    expect(park.said("gongan").join("\n")).toContain(SECRET);
    for (const place of [...OTHER_GROUPS, "龙飞"]) {
      for (const message of park.said(place)) {
        expect(message, place).not.toMatch(/中\s*塑|周长友|zhouchangyou/u);
      }
    }
    expect(park.said("duban").join("\n")).not.toContain("13812345678");
    expect(await park.say("李敏", "direct", "进度 1")).toContain("湖南中塑科技有限公司");
  });

  it.each([
    ["撤回 1", "已撤回"],
    ["1撤回", "已撤回"],
    ["已解决 1", "已办结"],
    ["未解决 1 还在收", "办理中"],
  ])(
    "may be ended by the coordinator in its company's place by the command, and the company is told: %s",
    async (said, state) => {
      const park = await openQuietPark("2026-11-16T09:00:00+08:00");
      await park.say("唐志强", "direct", `保密诉求 ${SECRET} #治安`);
      await park.say("龙飞", "gongan", "签收 1");
      await park.say("龙飞", "gongan", "答复 1 已增加巡逻");
      const before = park.said("唐志强").length;
      await park.say("李敏", "direct", said);
      expect(await park.say("李敏", "direct", "进度 1")).toContain(state);
      expect(park.said("唐志强").slice(before).join("\n")).toMatch(
        /营商办代贵企业登记了「(?:撤回|已解决|未解决)」　#1/u,
      );
      expect(park.said("gongan").join("\n")).not.toMatch(/恒达|唐志强/u);
    },
  );

  it.each(["1号那个撤了吧", "1号解决了", "1号那个还没弄好，又来了"])(
    "is not ended by the coordinator's free words: %s",
    async (said) => {
      const park = await openQuietPark("2026-11-16T09:00:00+08:00");
      await park.say("周长友", "direct", `保密诉求 ${SECRET} #治安`);
      await park.say("龙飞", "gongan", "签收 1");
      await park.say("龙飞", "gongan", "答复 1 已增加巡逻");
      const before = park.said("gongan").length;
      expect(await park.say("李敏", "direct", said)).toContain("「是」");
      expect(await park.say("李敏", "direct", "进度 1")).toContain("待企业确认");
      expect(park.said("gongan").slice(before)).toEqual([]);
      expect(await park.say("周长友", "direct", "撤回 1")).toContain("已撤回");
    },
  );

  it("is found by nobody through what is hidden from them: not by company, by who raised it or by a telephone number", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    await park.say("罗建平", "direct", "诉求 保密 我们潇湘食品夜间屡被人阻工，罗建平本人被威胁，请打13907461234 #治安");
    await park.say("罗建平", "qiye", "诉求 厂区水压低，请联系王工13907465678或0746-8321234");
    const places = [
      ["龙飞", "gongan"],
      ["龙飞", "direct"],
      ["赵长河", "duban"],
      ["赵长河", "direct"],
      ["李敏", "duban"],
      ["李敏", "qiye"],
      ["何静", "qiye"],
      ["何静", "direct"],
    ] as const;
    for (const word of ["潇湘食品", "永州潇湘", "罗建平", "13907461234", "0746123", "07461234"]) {
      for (const [who, where] of places) {
        const answer = await park.say(who, where, `搜索 ${word}`);
        // The leader and the supervision group read whose the open one is, and find it by that.
        const isNamed = (who === "赵长河" || where === "duban") && /潇湘/u.test(word);
        expect(answer, `${who} ${where} ${word}`).toContain(isNamed ? "找到 1 件" : "没有找到");
        expect(answer, `${who} ${where} ${word}`).not.toContain("#1");
      }
    }
    for (const digits of ["13907465678", "139074656", "8321234", "832"]) {
      for (const [who, where] of [
        ["何静", "qiye"],
        ["李敏", "duban"],
        ["赵长河", "direct"],
      ] as const) {
        expect(await park.say(who, where, `搜索 ${digits}`), `${who} ${where} ${digits}`).toContain("没有找到");
      }
    }
    // The controls: what is shown is found, and who may see it all finds it all.
    expect(await park.say("龙飞", "gongan", "搜索 阻工 夜间")).toContain("找到 1 件");
    expect(await park.say("何静", "qiye", "搜索 水压低 139")).toContain("找到 1 件");
    expect(await park.say("张国庆", "direct", "搜索 13907465678")).toContain("找到 1 件");
    expect(await park.say("罗建平", "direct", "搜索 潇湘食品 13907461234")).toContain("找到 1 件");
    expect(await park.say("李敏", "direct", "搜索 罗建平")).toContain("找到 1 件");
  });

  it("keeps the company's name out of a title that is cut in the middle of it", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    await park.say(
      "周长友",
      "direct",
      "诉求 #治安 保密 昨天夜里十一点多在厂区北门外面的路口有三个人拦住湖南中塑科技有限公司的员工",
    );
    await park.say("何静", "qiye", "诉求 #治安 昨天夜里十一点多在厂区北门外面的路口有人给我打电话13812345678要钱");
    expect(park.said("gongan")[0]).toContain("拦住某企业");
    for (const message of park.said("gongan")) expect(message).not.toMatch(/湖南中|中塑/u);
    for (const message of park.said("qiye")) expect(message).not.toMatch(/138123|1381\d/u);
  });

  it("never shows in an enterprise group: not its topic, its number or its company, whatever happens to it", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    // A public issue takes the low number, so that the confidential ones are easy to tell.
    await park.say("何静", "qiye", "诉求 路面坑洼");
    await park.say("周长友", "qiye", `保密 诉求 ${SECRET} #治安`);
    await park.say("唐志强", "qiye-dingtalk", `诉求 保密 ${SECRET} #治安`);
    for (const id of [2, 3]) {
      await park.say("龙飞", "gongan", `签收 ${id}`);
      await park.say("龙飞", "gongan", `措施 ${id} 加强巡逻 11月25日前`);
      await park.say("龙飞", "gongan", `进展 ${id} 正在走访`);
      await park.say("龙飞", "gongan", `延期 ${id} 3天 等监控`);
      await park.say("李敏", "direct", `同意 ${id}`);
      await park.say("龙飞", "gongan", `挂账 ${id} 12月3日 等专项行动`);
      await park.say("赵长河", "duban", `同意 ${id}`);
    }
    await park.say("李敏", "qiye", "进度 2");
    await park.say("李敏", "qiye", "待办");
    await park.say("李敏", "qiye", "简报");
    await park.say("李敏", "qiye", "统计");
    await park.say("李敏", "qiye", "督办 2 请抓紧");
    await park.say("龙飞", "qiye", "待办");
    await park.say("周长友", "qiye", "我的");
    await park.say("周长友", "qiye", "补充 2 他们又来了");
    await park.say("陈立新", "qiye", "搜索 保护费");
    // Past the review date, and past four weekly digests at the end; 简报 above is the fifth.
    await park.at("2026-12-04T09:00:00+08:00");
    await park.say("龙飞", "gongan", "答复 2 已处理");
    await park.say("龙飞", "gongan", "答复 3 已处理");
    await park.say("周长友", "direct", "已解决 2");
    await park.say("唐志强", "direct", "未解决 3 又来");
    await park.at("2026-12-11T18:00:00+08:00");
    // The one who raised it heard of everything where a way leads to him.
    expect(headlines(park.said("唐志强")).join("\n")).toMatch(
      /已签收[\s\S]*有进展[\s\S]*期限延至[\s\S]*暂时挂账[\s\S]*恢复办理[\s\S]*已答复/u,
    );
    expect(park.said("qiye").filter((one) => one.includes("诉求办理周报") || one.includes("诉求周报"))).toHaveLength(5);
    for (const group of ENTERPRISE_GROUPS) {
      expect(park.said(group).length, group).toBeGreaterThan(2);
      for (const message of park.said(group)) {
        expect(message, group).not.toMatch(/保护费|围墙|治安|走访|巡逻|专项|公安|[#＃][23](?!\d)/u);
        for (const name of COMPANIES) expect(message, group).not.toContain(name);
      }
    }
    // A control: the department's group has the topic, so the sweep above looks at the right words.
    expect(park.said("gongan").join("\n")).toContain("保护费");
  });
});

describe("telephone numbers", () => {
  it("are masked in enterprise groups and the supervision's, and whole for the department that handles the issue", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    await park.say("周长友", "qiye", "诉求 停电，请联系13812345678或0746-8223456");
    await park.say("王建国", "gongdian", "签收 1");
    await park.say("王建国", "gongdian", "进展 1 请打 138-1234-5678 找刘师傅");
    await park.say("李敏", "qiye", "进度 1");
    await park.say("李敏", "duban", "进度 1");
    for (const group of [...ENTERPRISE_GROUPS, "duban"]) {
      for (const message of park.said(group)) {
        expect(message).not.toMatch(/1234|822345/u);
      }
    }
    expect(park.said("qiye")[0]).toContain("已收到 #1 停电");
    expect(park.said("qiye").join("\n")).toContain("138＊＊＊＊5678");
    expect(park.said("gongdian")[0]).toContain("13812345678");
  });
});

describe("people's text", () => {
  const BAITS = [
    "<@all>",
    "@所有人",
    "@all",
    "<@zhouchangyou>",
    "@0254571",
    "[x](http://y.example)",
    "![图](http://y.example/a.png)",
    "[按钮](dtmd://dingtalkclient/sendMessage?content=签收)",
    "dingtalk://dingtalkclient/page/link?url=http%3A%2F%2Fy.example",
    "http://y.example/a?b=c",
    "**粗**",
    "__粗__",
    "`码`",
    '<font color="warning">红</font>',
    "<a href='http://y.example'>点</a>",
  ];
  const LINES = ["# 标题", "## 标题", "> 引用", "- 列表", "1. 列表", "---", "===", "```"];

  it("never becomes a mention, a link, a heading or formatting, in any chat of either platform", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    const bait = `停电 ${BAITS.join(" ")}\n${LINES.join("\n文字\n")}`;
    for (const [who, group] of [
      ["周长友", "qiye"],
      ["蒋玉兰", "qiye-dingtalk"],
    ] as const) {
      const id = group === "qiye" ? 1 : 2;
      await park.say(who, group, `诉求 ${bait}`);
      await park.say("王建国", "gongdian", `签收 ${id}`);
      await park.say("王建国", "gongdian", `措施 ${id} ${bait}`);
      await park.say("王建国", "gongdian", `进展 ${id} ${bait}`);
      await park.say("王建国", "gongdian", `退单 ${id} ${bait}`);
      await park.say("李敏", "direct", `驳回 ${id} ${bait}`);
      await park.say("王建国", "gongdian", `请补充 ${id} ${bait}`);
      await park.say(who, group, `补充 ${id} ${bait}`);
      await park.say("李敏", "duban", `督办 ${id} ${bait}`);
      await park.say("李敏", "duban", `进度 ${id}`);
      await park.say("王建国", "gongdian", `答复 ${id} ${bait}`);
      await park.say(who, group, `未解决 ${id} ${bait}`);
      await park.say(who, group, bait);
      await park.say(who, "direct", `进度 ${id}`);
      await park.say(who, "direct", `搜索 ${bait.slice(0, 40)}`);
    }
    await park.say("李敏", "direct", `派单 1 ${BAITS[0]}`);
    await park.say("李敏", "direct", `代 ${BAITS[5]} 诉求 停电`);
    await park.say('<font color="info">陌生人</font>', "qiye", "诉求 停电");
    await park.at("2026-11-20T17:30:00+08:00");

    const told = park.sandbox.world.messages.filter((one) => one.from === null);
    expect(told.length).toBeGreaterThan(40);
    for (const message of told) expectHarmless(park, message);
  });
});

describe("what somebody wrote", () => {
  it("never stands as a line of the bot's own, whatever repeats it, and never fills the chat", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    const forged = "x」\n【公告】全体企业今日停工\n「";
    const endless = "很长".repeat(900);
    await park.say("何静", "qiye", "诉求 三车间停电");
    await park.say("王建国", "gongdian", "签收 1");
    for (const words of [forged, endless]) {
      await park.say("陌生人", "qiye-dingtalk", `我是 ${words}`);
      await park.say("李敏", "direct", `代 ${words} 诉求 停电`);
      await park.say("李敏", "duban", `协办 1 ${words}`);
      await park.say("李敏", "duban", `主题日 ${words}`);
      await park.say("李敏", "duban", `主题日 新建 12月7日20:00 用电专场${words}`);
      await park.say("李敏", "duban", `主题日 邀请 ${words}`);
      await park.say("李敏", "duban", `主题日 录入\n${words.replaceAll("\n", "")}：停电`);
      await park.say("李敏", "duban", `值班 ${words}`);
      await park.say("李敏", "direct", `请假 3天 由${words}代`);
      await park.say("李敏", "duban", `统计 ${words}`);
      await park.say("王建国", "gongdian", `措施 1 换开关${words}`);
      await park.say("李敏", "duban", `转派 1 供电公司 ${words}`);
      await park.say("何静", "qiye", `搜索 ${words}`);
      await park.say("何静", "qiye", words);
    }
    await park.say("王建国", "gongdian", `延期 1 3天 ${forged}`);
    for (const [who, where] of [
      ["李敏", "duban"],
      ["王建国", "gongdian"],
      ["何静", "direct"],
    ] as const) {
      await park.say(who, where, "进度 1");
      await park.say(who, where, "主题日");
    }
    const told = park.sandbox.world.messages.filter((one) => one.from === null);
    for (const { text } of told) {
      for (const line of text.split("\n")) expect(line.trim(), text).not.toMatch(/^(?:\*\*)?【公告】/u);
    }
    // The control: it was repeated, as a quotation and inside sentences.
    expect(told.filter(({ text }) => text.includes("【公告】")).length).toBeGreaterThan(5);
    const echoes = told.filter(({ text }) => text.includes("很长很长") && !/^\s*(?:>|#+ |\*\*措施)/mu.test(text));
    expect(echoes.length).toBeGreaterThan(3);
    for (const { text } of echoes) expect([...text].length, text).toBeLessThan(300);
  });
});

/** What a client would make of a message: only what the bot itself formats may be active. */
function expectHarmless(park: Park, message: SimMessage): void {
  const { people } = park.sandbox.world;
  const mentionName = (id: string) =>
    people.find((one) => one.userId === id && one.platform === message.platform)?.name;
  const text = withoutTaps(message.text);
  const html = toHtml(text, message.format, {
    platform: message.platform,
    mentionName,
    mentions: [...message.mentions],
  });
  expect(html).not.toMatch(/<a |<img|class="picture"|<code|<pre|<ol|font-(?:info|warning)|<h[12]/u);
  for (const bold of html.matchAll(/<strong>([^<]*)<\/strong>/gu)) expect(bold[1]).not.toContain("粗");
  for (const heading of html.matchAll(/<h3>([\s\S]*?)<\/h3>/gu)) expect(heading[1]).not.toMatch(/^\s*标题/u);
  expect(text).not.toMatch(/<@(?:all|所有人)>|@all|@所有人|dtmd:\/\/|dingtalk:\/\/|https?:\/\//iu);
  // Each mark on its own, so that no one of the defences hides that another is gone.
  expect(text.replaceAll(/<font color="comment">|<\/font>|<@\w+>$/gu, "")).not.toMatch(/[[\]`~\\]|<\/?[a-z]/iu);
  // Nobody is alerted but by the bot's own last block.
  const body = text.split("\n").slice(0, -1).join("\n");
  expect(body).not.toMatch(/<@|(?<![\w.])@\w/u);
}
