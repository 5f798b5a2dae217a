import { expect, it } from "vitest";
import { openQuietPark } from "../support/story.ts";
import { variant } from "../support/told.ts";

/** What a company confides about a unit, and who reads it. */

const MORNING = "2026-11-16T09:00:00+08:00";
const CONFIDED = "保密 诉求 供电公司王建国的亲戚垄断了我们厂的配电改造，报价高一倍";

it("what speaks against a unit is not suggested to it, and goes there only after the coordinator has seen a warning", async () => {
  const park = await openQuietPark(MORNING);
  await park.say("罗建平", "direct", CONFIDED);
  const told = park.said("李敏").at(-1) ?? "";
  expect(told).toContain("待派单 #1");
  expect(told).not.toContain("建议");

  const warning = await park.say("李敏", "direct", "派单 1 供电公司");
  for (const part of ["确认交给供电公司吗？", "供电公司能看到全部内容", "「是」"]) expect(warning).toContain(part);
  expect(park.said("gongdian").join()).not.toContain("垄断");
  await park.say("李敏", "direct", "算了");
  expect(await park.say("李敏", "direct", "派单 1 公安分局")).toContain("已派给公安分局");
  expect(park.said("gongdian").join()).not.toContain("垄断");
});

it("who has seen the warning and says yes gives it there", async () => {
  const park = await openQuietPark(MORNING);
  await park.say("罗建平", "direct", CONFIDED);
  await park.say("李敏", "direct", "派单 1 供电公司");
  expect(await park.say("李敏", "direct", "是")).toContain("已派给供电公司");
});

it("who is not to know of it is not suggested, nor a unit whose issues it reads", async () => {
  const park = await openQuietPark(MORNING);
  await park.say("罗建平", "direct", "保密 诉求 惠企政策的补贴被截留了，千万别让经发局的人知道");
  expect(park.said("李敏").at(-1)).not.toContain("建议");
  expect(await park.say("李敏", "direct", "派单 1 供电公司")).toContain("涉及经济发展局");
});

it("a wish for secrecy is answered to the company alone, and what is added says who reads it", async () => {
  const park = await openQuietPark(MORNING);
  await park.say("罗建平", "direct", "保密 诉求 门口强买强卖");
  const before = park.said("gongan").length;
  const answer = await park.say("罗建平", "direct", "我那个保密的事不要让派出所的人知道啊");
  expect(answer).toContain("责任单位只看到诉求内容");
  expect(park.said("gongan")).toHaveLength(before);
  expect(await park.say("罗建平", "direct", "厂里欠我们三个月工资")).toContain("**标记**：保密");
  expect(await park.say("罗建平", "qiye", "有个事不太方便在群里说，能保密吗")).toContain("保密 诉求");
  expect(await park.say("罗建平", "qiye", "食堂的菜老是不新鲜")).not.toContain("食堂");
  const added = await park.say("罗建平", "direct", "1号又来了两个人");
  for (const part of ["作为补充情况记入这件诉求吗？", "转给"]) expect(added).toContain(part);
  // Of one that its unit has read it comes too late: the wish goes nowhere.
  await park.say("罗建平", "direct", "诉求 厂门口的路灯不亮");
  const read = park.said("jianshe").length;
  for (const text of ["2改成保密，别让人知道是我们厂", "补充 2 改成保密", "我不是让你匿名了吗"])
    expect(await park.say("罗建平", "direct", text), text).toContain("不能再改成保密");
  expect(await park.say("李敏", "direct", "2改保密")).toContain("请企业「撤回」");
  expect(park.said("jianshe")).toHaveLength(read);
});

it("in a group what was raised elsewhere is said to be elsewhere, and a second offer stands beside the first", async () => {
  const park = await openQuietPark(MORNING);
  expect(await park.say("彭丽", "qiye", "那个充电桩的先不办了")).toContain("不在本群提出");
  expect(await park.say("彭丽", "qiye", "我的")).toContain("在其他群或私聊提出的");
  await park.say("彭丽", "qiye", "我们厂门口的路灯坏了好几盏，晚上不安全");
  const second = await park.say("彭丽", "qiye", "宿舍的热水也老是不够，能不能修一下");
  for (const part of ["要分别作为诉求提交吗？", "路灯", "热水"]) expect(second).toContain(part);
});

it("the warning stands in what is offered as well, and another unit takes its place by a no", async () => {
  const park = await openQuietPark(MORNING);
  await park.say("罗建平", "direct", CONFIDED);
  for (const text of ["那个配电改造的给供电", "垄断那件请供电公司处理"]) {
    const offered = await park.say("李敏", "direct", text);
    for (const part of ["确认交给供电公司吗？", "供电公司能看到全部内容"]) expect(offered, text).toContain(part);
  }
  const instead = await park.say("李敏", "direct", "不行 1 是投诉供电的，给公安");
  expect(instead).toContain("公安分局");
  expect(instead).not.toContain("供电公司能看到");
  expect(await park.say("李敏", "direct", "是")).toContain("已派给公安分局");
  // Shown again of the accused unit, it is shown with the warning.
  expect(await park.say("李敏", "direct", "1转给供电")).toContain("供电公司能看到全部内容");
  expect(park.said("gongdian").join()).not.toContain("垄断");
});

it("whom the coordinator keeps an issue from is named to no unit, and he is asked before it gets it in any way", async () => {
  const park = await openQuietPark(MORNING);
  await park.say("罗建平", "direct", "保密 诉求 协管天天来收摊位费");
  const kept = await park.say("李敏", "direct", "1给公安分局，社会局那边不要让他们知道");
  for (const part of ["对社会事务局回避", "已派给公安分局"]) expect(kept).toContain(part);
  expect(park.said("gongan").join()).toContain("#1");
  for (const text of ["1让社会局协办一下", "1社会局也协助一下", "协办 1 社会局", "1转给社会局"]) {
    const asked = await park.say("李敏", "direct", text);
    expect(asked, text).toContain("要求对社会事务局回避");
    await park.say("李敏", "direct", "算了");
  }
  expect(await park.say("李敏", "direct", "进度 1")).toContain("**要求回避**：社会事务局");
  expect(await park.say("龙飞", "gongan", "进度 1")).not.toMatch(/社会局|回避/u);
  // The unit that has it wishes it to go there.
  await park.say("龙飞", "gongan", "退单 1 归社会局管");
  await park.say("李敏", "direct", "同意 1");
  expect(await park.say("李敏", "direct", "派单 1 1")).toContain("要求对社会事务局回避");
  expect(park.said("shehui").join()).not.toContain("#1");
  for (const chat of ["gongan", "shehui", "qiye"]) expect(park.said(chat).join(), chat).not.toMatch(/不要让|回避/u);
});

variant(
  "who is accused without a word of what happened is asked about, and nothing is filed before that is told",
  async () => {
    const park = await openQuietPark(MORNING);
    expect(await park.say("罗建平", "direct", "我要投诉王建国")).not.toContain("#1");
    expect(await park.say("罗建平", "direct", "算了")).not.toContain("#1");
    await park.say("罗建平", "direct", "诉求 厂门口路灯不亮");
    await park.say("罗建平", "direct", "我要投诉王建国");
    const filed = await park.say("罗建平", "direct", "他收了我们两条烟才肯送电");
    for (const part of ["#2", "保密"]) expect(filed).toContain(part);
    for (const chat of ["gongdian", "qiye"]) expect(park.said(chat).join(), chat).not.toContain("两条烟");
    const own = await park.say("罗建平", "direct", "建管局那个谢东，装路灯要我们请客才肯来，这个事不要让建管局晓得");
    expect(own).toContain("保密");
    expect(own).not.toContain("不能再改成保密");
    expect(park.said("jianshe").join()).not.toContain("请客");
  },
);

it("the warning names everybody who would read it, and another unit that is named has its place, in whatever words", async () => {
  const park = await openQuietPark(MORNING);
  await park.say("罗建平", "direct", "保密 诉求 自来水公司抄表的人收我们的茶水费，不给就停水");
  const warning = await park.say("李敏", "direct", "派单 1 自来水公司");
  expect(warning).toContain("交办后建设管理局、自来水公司能看到全部内容");
  for (const [text, unit] of [
    ["那给经发局转一下", "经济发展局"],
    ["这个敏感，先转给公安那边", "公安分局"],
    ["要不让社会局去弄", "社会事务局"],
  ] as const) {
    const shown = await park.say("李敏", "direct", text);
    expect(shown, text).toContain(unit);
    expect(shown, text).not.toMatch(/敏感|转一下|能看到/u);
  }
  expect(await park.say("李敏", "direct", "是")).toContain("已派给社会事务局");
  for (const chat of ["jianshe", "shuiwu", "jingfa", "gongan"])
    expect(park.said(chat).join(), chat).not.toContain("茶水费");
  expect(park.said("shehui").join()).not.toMatch(/敏感|转一下|去弄/u);
});
