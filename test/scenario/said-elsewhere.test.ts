import { describe, expect, it } from "vitest";
import { talkIn } from "../support/dialogue.ts";
import { openChangingPark, openQuietPark, quietBeginning } from "../support/story.ts";

/** What a company says in a group of no number, when it has raised something in confidence, or elsewhere. */

const IN_PRIVATE = "请到与我的私聊里接着说";
const ELSEWHERE = "这件诉求不在本群提出";

const FOLLOWS = [
  "再补充一点 金额有十几万",
  "补充一下上面那个 他姓刘",
  "补充 还有两个人在场",
  "再补一句，是上个月的事",
  "刚说错了 不是供货商 是客户 姓王的",
  "不是采购 是仓管",
  "说错了，名字错了，姓李",
  "刚才那个撤回吧",
  "刚才说的不要了，撤了",
  "撤回",
  "上一条撤了",
  "刚才那个催一下",
  "催办",
  "忘了说，有聊天记录",
  "再补充 有1张照片为证",
  "刚才报的那件再加一条，有录音",
];

/** One who raised a power cut in the group, and then something in confidence there. */
const inGroup = quietBeginning("2026-11-16T09:00:00+08:00", {}, async (park) => {
  await park.say("唐志强", "qiye-dingtalk", "诉求 昨晚车间跳闸，变压器过载 #用电");
  await park.say("唐志强", "qiye-dingtalk", "厂长跟供应商有回扣的事，想举报，保密啊");
  await park.say("唐志强", "qiye-dingtalk", "是");
});

/** The same, with what is in confidence said in the direct chat. */
const inPrivate = quietBeginning("2026-11-16T09:00:00+08:00", {}, async (park) => {
  await park.say("何静", "qiye", "诉求 昨晚车间跳闸，变压器过载 #用电");
  await park.say("何静", "direct", "保密诉求 采购收供应商红包");
});

describe.each([
  ["in the same group", inGroup, "唐志强 qiye-dingtalk"],
  ["in the direct chat", inPrivate, "何静 qiye"],
] as const)("what goes on about what was raised in confidence %s", (_, open, who) => {
  it("goes to no other issue, and says nothing of it", async () => {
    const park = await open();
    const talk = await talkIn(park);
    const before = park.said("gongdian").length;
    for (const text of FOLLOWS) await talk(who, text, { says: IN_PRIVATE, not: /#\d|跳闸|回扣|红包/u, does: [] });
    expect(park.said("gongdian").slice(before)).toEqual([]);
  });

  it.each([
    ["补充 1 是三车间", "已补充", ["supplement #1 dispatched"]],
    ["催一下跳闸那个", "已催办", ["urge #1 dispatched"]],
    ["诉求 路灯不亮 #道路", "已收到 #3", ["submit #3 dispatched"]],
  ])("leaves what is named: %s", async (text, says, does) => {
    await (await talkIn(await open()))(who, text, { says, does });
  });

  it.each([
    ["食堂门口污水管堵了，臭得很", "要作为诉求提交吗"],
    ["跳闸那个补充一下 是三车间", "#1"],
    ["跳闸那个撤了吧", "撤回这件诉求吗"],
    ["进度 1", "昨晚车间跳闸"],
    ["谢谢", null],
  ])("leaves what is of something else: %s", async (text, says) => {
    await (await talkIn(await open()))(who, text, { says, not: new RegExp(IN_PRIVATE, "u") });
  });
});

describe("what is added by no number and no word", () => {
  it("is shown first where something in confidence was said lately, also before what was done last", async () => {
    const talk = await talkIn(await inPrivate());
    await talk("何静 qiye", "诉求 厂门口路灯不亮 #道路", { says: "#3", does: ["submit #3 dispatched"] });
    await talk("何静 qiye", "补充一点 是微信转账的", { says: "吗？", does: [] });
  });

  it("is not raised openly, where that is denied which went to another issue before", async () => {
    const park = await inPrivate();
    const talk = await talkIn(park);
    await talk("何静 qiye", "补充 1 收了三次", { says: "已补充", does: ["supplement #1 dispatched"] });
    await park.say("何静", "direct", "补充 2 收了三次");
    await talk("何静 qiye", "不对，刚才我说的是采购那个，不是停电那件", {
      says: IN_PRIVATE,
      not: /收了三次/u,
      does: ["supplement #2 submitted"],
    });
  });

  it("is done where nothing else can be meant", async () => {
    const park = await openQuietPark("2026-11-16T09:00:00+08:00");
    await park.say("何静", "qiye", "诉求 昨晚车间跳闸，变压器过载 #用电");
    const talk = await talkIn(park);
    await talk("何静 qiye", "补充一点 是三车间的", { says: "已补充", does: ["supplement #1 dispatched"] });
  });

  it("is of the one that is here again, when time has passed", async () => {
    const park = await inGroup();
    await park.at("2026-11-16T10:30:00+08:00");
    const talk = await talkIn(park);
    // It is not known which of the two: nothing is sent without a yes.
    await talk("唐志强 qiye-dingtalk", "再补充一点 下午又来了", { says: "吗？" });
    await talk("唐志强 qiye-dingtalk", "算了", { says: "好的，不办理" });
    await talk("唐志强 qiye-dingtalk", "刚才那个催一下", { says: "已催办", does: ["urge #1 dispatched"] });
    await talk("唐志强 qiye-dingtalk", "再补充一点 下午又来了", { says: "已补充", does: ["supplement #1 dispatched"] });
  });
});

describe("what was raised in the direct chat and is gone on about in a group", () => {
  const open = quietBeginning("2026-11-16T09:00:00+08:00", {}, async (park) => {
    await park.say("何静", "direct", "诉求 昨晚又跳闸了，变压器过载 #用电");
    await park.say("何静", "direct", "诉求 门口路上有坑，车开不过 #道路");
    await park.say("何静", "qiye", "诉求 食堂门口污水管堵了");
  });

  it.each([
    "我们那个跳闸的补充下 是三车间",
    "路上坑那个补充一下 昨晚又有车陷进去",
    "跳闸的事再补一句，昨晚停了两小时",
    "补充 跳闸是三车间的",
    "催一下跳闸那个",
    "变压器那个撤回吧",
  ])("is said to be raised there, and becomes nothing new: %s", async (text) => {
    await (await talkIn(await open()))("何静 qiye", text, { says: ELSEWHERE, does: [] });
  });

  it("still says whom to call where somebody is in danger", async () => {
    const says = ["119", ELSEWHERE];
    await (await talkIn(await open()))("何静 qiye", "路上坑那个补充一下 昨晚有人摔了受伤了", { says, does: [] });
  });

  it.each([
    ["污水管那个催一下", "已催办", ["urge #3 dispatched"]],
    ["厂门口路灯不亮", "要作为诉求提交吗", []],
    ["又跳闸了，生产线全停了", "要作为诉求提交吗", []],
  ])("leaves what is raised here, or anew: %s", async (text, says, does) => {
    await (await talkIn(await open()))("何静 qiye", text, { says, does });
  });
});

it("what is said against an answer is of the one that was answered elsewhere, and no part of what was raised here", async () => {
  const park = await openQuietPark("2026-11-16T09:00:00+08:00");
  await park.say("何静", "direct", "诉求 充电车位老被油车占着");
  await park.say("李敏", "direct", "派单 1 公安分局");
  await park.say("龙飞", "gongan", "答复 1 已安排巡逻，对占位车辆罚款");
  await park.say("何静", "qiye", "诉求 员工小孩转学要什么材料");
  const talk = await talkIn(park);
  await talk("何静 direct", "没用，刚刚又停了两台，罚款都不怕", { says: ["反馈没有解决", "#1"], not: /#2/u });
  await park.say("何静", "direct", "算了");
  for (const text of ["没用，刚刚又停了两台，罚款都不怕", "根本没效果，照样停", "白搭，今天又占了三个"])
    await talk("何静 qiye", text, { says: ELSEWHERE, not: /补充/u, does: [] });
});

describe("what happens anew to a thing of which an issue was raised in the direct chat", () => {
  const open = quietBeginning("2026-11-16T09:00:00+08:00", {}, async (park) => {
    await park.say("何静", "direct", "诉求 楼下充电桩收费太高");
    await park.say("何静", "qiye", "诉求 楼下路灯不亮 #道路");
  });

  it.each([
    "楼下充电桩被人拔了插头",
    "充电桩坏了两个，充不了电",
    "楼下充电桩的线被剪了",
    "充电桩旁边的地砖塌了一块",
    "厂里充电桩冒烟了",
    "楼下充电桩着火了",
  ])("is shown as new: %s", async (text) => {
    await (await talkIn(await open()))("何静 qiye", text, {
      says: ["要作为诉求提交吗", text],
      not: new RegExp(ELSEWHERE, "u"),
      does: [],
    });
  });

  it.each(["充电桩那个催一下", "充电桩的事补充一下 有三台", "充电桩那个撤回吧"])(
    "and what goes on about that issue is said to be raised there: %s",
    async (text) => {
      await (await talkIn(await open()))("何静 qiye", text, { says: ELSEWHERE, does: [] });
    },
  );
});

describe("somebody whose account has the same id as another's on the other platform", () => {
  it("goes on about his own issue, whatever the other one has raised in confidence since", async () => {
    const { park } = await openChangingPark("2026-11-16T09:00:00+08:00", (org) =>
      org.replace("wecom: zhouchangyou", 'wecom: "0310022"'),
    );
    await park.say("周长友", "qiye", "诉求 三车间停电 #用电");
    await park.say("唐志强", "direct", "保密诉求 采购收供应商红包");
    const said = await park.say("周长友", "qiye", "再补充一点 上个月也这样");
    expect(said).toContain("#1");
    expect(said).not.toContain(IN_PRIVATE);
  });
});
