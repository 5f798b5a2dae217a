import { expect, it } from "vitest";
import { merelyCalled, perhapsCalled } from "../../../../src/chat/understand/common-called.ts";
import type { Question } from "../../../../src/chat/understand/outcome.ts";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { calledOf } from "../../../../src/chat/understand/zh-cn-common-offered.ts";
import { PROPOSAL } from "../../../../src/chat/understand/zh-cn-common-proposed.ts";
import { after, heard, taking } from "../../../support/common-talk.ts";
import { own, situationIn } from "../../../support/talk.ts";

/** What people say of common problems in words of their own, right behind one or not. */

it.each([
  // What is to go is taken out, whatever is told of it beside.
  ["水压那个共性，8已经好了，先移出来", null, "移出 ⟪水压⟫ 8"],
  ["G1里2已经好了，移出来吧", null, "移出 G1 2"],
  ["12还是另外一回事，拿出来", after(1), "移出 G1 12"],
  ["7早修完了，从这里面踢出去", after(1), "移出 G1 7"],
  ["8那家说不用了，剔出去", after(1), "移出 G1 8"],
  ["凌云那家已经好了，先移出来", after(1), "移出 G1 ⟪凌云那家已经好了⟫"],
  ["停电那个共性，恒达的拿掉吧", null, "移出 ⟪停电⟫ ⟪恒达的⟫"],
  // Several clauses, of which the first names it or says what the next does.
  ["G1里头5那家不算，移出去，另外时限改到15号", null, "移出 G1 5; 时限 G1 15号"],
  ["5那家不要了，另外时限改到14号", after(1), "移出 G1 5; 时限 G1 14号"],
  ["9加进来，时限推到20号", after(1), "加入 G1 9; 时限 G1 推到20号"],
  ["G2把7号拿掉，牵头换成交通局", null, "移出 G2 7; 牵头 G2 交通局"],
  // A day is no issue.
  ["改回11号", after(1), "时限 G1 改回11号"],
  ["改回11号", after(1, "时限"), "时限 G1 11号"],
  ["不对，还是11号", after(1, "时限"), "时限 G1 11号"],
  ["最迟15号", after(1), "时限 G1 最迟15号"],
  ["刚才那个时限不对，改成12月18日", after(1), "时限 G1 不对，改成12月18日"],
  // What was moved is moved back; what merely sounds so is not.
  ["把6也放进来", after(1, "牵头 交通局"), "加入 G1 6"],
  ["把14号也拿进来", after(1, "加入 3"), "加入 G1 14"],
  ["放回去", after(1, "移出 3"), "加入 G1 3"],
  ["算了还是放回去", after(1, "移出 3"), "加入 G1 3"],
  ["唉，算了，3号还是放回去吧", after(1, "移出 3"), "加入 G1 3"],
  ["嗯想了想，还是加回去", after(1, "移出 3 9"), "加入 G1 3 9"],
  ["不了，还是留着吧", after(1, "移出 3"), "加入 G1 3"],
  ["算了，不移了", after(1, "移出 3"), "加入 G1 3"],
  ["还是别拿出来了", after(1, "移出 3"), "加入 G1 3"],
  ["算了，不加了", after(1, "加入 5"), "移出 G1 5"],
  ["算了还是拿出来", after(1, "加入 5"), "移出 G1 5"],
  ["拿出来", after(1, "加入 3"), "移出 G1 3"],
  // An answer that has gone.
  ["等等，刚才那个水压的答复发早了，撤回来", after(2), "撤回答复 ⟪水压⟫"],
  ["刚才那条发错了，撤回", after(2, "答复 7"), "撤回答复 G2"],
  ["统一答复发早了，改成12月25日前", after(2), "撤回答复 G2"],
  ["哎呀，说早了，收回来", after(2, "答复 7"), "撤回答复 G2"],
  ["把水压那个共性问题的答复撤了", null, "撤回答复 ⟪水压⟫"],
  ["给大家统一回一下：水泵收回来检修", after(2), "答复 G2 水泵收回来检修"],
  ["给大家回：上次的通知作废，明天恢复供水", after(2), "答复 G2 上次的通知作废，明天恢复供水"],
  ["还不能撤回答复", after(2), "unknown"],
  // What somebody has to do with is no common problem.
  ["4不是一码事，别放里面", after(1), "移出 G1 4"],
  ["改早了，18号吧", after(1, "时限"), "时限 G1 18号"],
  ["时间不够，推到20号", after(1), "时限 G1 时间不够，推到20号"],
  ["刚才答复的日期写错了", after(2), "撤回答复 G2"],
  ["不小心点快了，能不能撤", after(2, "答复 7"), "撤回答复 G2"],
  ["那9号的怎么办", after(2, "答复 7"), "do status 9"],
  ["搞反了，应该建管局", after(1, "牵头 交通局"), "牵头 G1 建设管理局"],
  ["王局那个延期批了吧，到10号", null, "unknown"],
  // Urged, and led by whom.
  ["G1要督一下", null, "催办 G1"],
  ["G3叫欧阳雪他们牵头", null, "牵头 G3 欧阳雪他们"],
  // Several are put together, with what is said of single ones.
  ["七八九这三个立成一个共性问题", null, "新建 ⟪⟫ #7 #8 #9"],
  ["三五八这三家合成一个共性问题，叫路面", null, "新建 「路面」 #3 #5 #8"],
  ["5号和新来的那个跳闸都是一回事，立个共性问题", null, "新建 ⟪跳闸⟫ #5"],
  ["3号和光源那个跳闸是一回事，立个共性问题，叫线路老化", null, "新建 ⟪光源那个跳闸⟫ 「线路老化」 #3"],
  ["把3号立成一个共性问题，叫路面", null, "新建 「路面」 #3"],
  ["水压那三家也弄一个，叫水压不足", after(1), "新建 ⟪水压⟫ 「水压不足」"],
  ["G2并到G1里去", null, "合并 G2 G1"],
  ["把G3归入G1吧", after(1), "合并 G3 G1"],
  ["G3和G4合成一个", null, "合并 G4 G3"],
  ["G3和G4不要合并", null, "G3和G4不要合并"],
  ["G3跟G1是一码事，合一起", null, "合并 G3 G1"],
  ["G2和G5其实是一回事", null, "合并 G5 G2"],
  ["G3和G4不是一回事", null, "G3和G4不是一回事"],
  ["G2还得开着，12号还没好", after(1), "恢复 G2"],
  ["G1水泵一直开着", null, "G1水泵一直开着"],
  // What is told beside who leads is kept.
  ["供电局牵头，措施是新增一条线路，月底前完成", after(4), "牵头 G4 供电局; 措施 G4 新增一条线路，月底前完成"],
  ["G4由建管局牵头，措施：先补坑，再铺沥青", null, "牵头 G4 建管局; 措施 G4 先补坑，再铺沥青"],
  ["改成建管局牵头，进展是已进场", after(1, "牵头 交通局"), "牵头 G1 建管局; 进展 G1 已进场"],
  ["建管局牵头，尽快把坑补了，12月10日前", after(1), "牵头 G1 建管局; 措施 G1 尽快把坑补了，12月10日前"],
  ["建管局牵头，下周二前拿出办法", after(1), "牵头 G1 建管局 下周二"],
  ["建管局牵头，这个月底改到12月18号前", after(1), "牵头 G1 建管局 12月18号"],
  ["建管局牵头，交通局配合，12月10日前", after(1), "牵头 G1 建管局 12月10日 ，交通局配合"],
  ["9不要了，措施就是换泵", after(1), "移出 G1 9; 措施 G1 换泵"],
  ["措施刚才说的没记上吧", after(4), "措施 G4"],
  ["G1的措施没写进去", null, "措施 G1"],
  ["这个月底改成下月底", after(4), "时限 G4 这个月底改成下月底"],
  // An answer to some alone.
  ["12也补发一个", after(2, "答复 7"), "答复 G2 只 #12："],
  ["9号和12号也发一下", after(2, "答复 7"), "答复 G2 只 #9 #12："],
  ["28也回，加一句给您添麻烦了", after(2, "答复 7"), "答复 G2 只 #28：加一句给您添麻烦了"],
  ["12也补发一个", after(2), "unknown"],
  ["G2 12号单独回：管子明天换", null, "答复 G2 只 #12：管子明天换"],
  ["6和11的水压回一下：加压泵已经装好，12先不回", null, "答复 ⟪水压⟫ 只 #6 #11：加压泵已经装好，12先不回"],
  ["路那个共性问题，坑全部补完了，给几家一起回一下", null, "答复 ⟪路⟫ 坑全部补完了"],
  ["停电那个共性问题，变压器已更换，给几家一起回一下，3号先不发", null, "答复 ⟪停电⟫ 变压器已更换，3号先不发"],
  ["都修好了，给大家回一下，凌云先不发", after(1), "答复 G1 都修好了，凌云先不发"],
  // Two that are called by words, issues that are only counted, and a title without a word before it.
  ["信号那个并到水压里", null, "合并 ⟪信号⟫ ⟪水压⟫"],
  ["停电那个和信号那个合并", null, "合并 ⟪停电⟫ ⟪信号⟫"],
  ["把路坑的跟路灯那个合成一个", null, "合并 ⟪路坑⟫ ⟪路灯⟫"],
  ["路灯那个和水压那个不是一回事", null, "offer note 9"],
  ["水压的三家也立一个", null, "新建 ⟪水压⟫"],
  ["停电的也有两家，弄一个", null, "新建 ⟪停电⟫"],
  ["停电的也有两家", null, "unknown"],
  ["7 8 9 搞个共性 主管道水压低", null, "新建 「主管道水压低」 #7 #8 #9"],
  ["7 8 9 搞个共性问题 建管局牵头", null, "新建 ⟪⟫ #7 #8 #9 另：建管局牵头"],
  ["渣土车那几家立共性，曾敏他们牵头，这个月25号前", null, "新建 ⟪渣土车⟫ 另：曾敏他们牵头，这个月25号前"],
  ["G3的5号放回去，搞错了", null, "加入 G3 5"],
  ["曾敏那边牵头", after(6, "新建 3 5"), "牵头 G6 曾敏那边"],
  ["结早了 7号9号还没好", after(1, "办结"), "恢复 G1"],
  ["先别结，还有一家没通", after(1, "办结"), "恢复 G1"],
  ["王建国那个延期可以，最多到10号", null, "unknown"],
  ["王建国那个延期可以，最多到10号", after(1), "unknown"],
  ["曾敏那边那个改到12月3日", after(1), "unknown"],
] as const)("the office says: %s", (text, question, expected) => {
  expect(heard(text, "coordinator", question)).toBe(expected);
});

it.each([
  ["除了6，6是另外一段，其他的可以", taking("新建 「路」 #3 #5 #6"), "新建 「路」 #3 #5"],
  ["6就算了，那是路坏了", taking("新建 「路」 #3 #5 #6"), "新建 「路」 #3 #5"],
  ["6号免了吧，那个是另外的", taking("新建 「路」 #3 #5 #6"), "新建 「路」 #3 #5"],
  ["湘晶那个先不要放", taking("新建 「路」 #3 #5"), "新建 「路」 #3 #5 除 ⟪湖南湘晶电子有限公司⟫"],
  ["把何静那家去掉", taking("新建 「路」 #3 #5"), "新建 「路」 #3 #5 除 ⟪永州凌云机械制造有限公司⟫"],
  ["算了", taking("新建 「路」 #3 #5 #6"), "silence"],
  ["改成：明天装好", taking("答复 G2 只 #12：装好了"), "答复 G2 只 #12：明天装好"],
  ["16也一起", taking("答复 G2 只 #12：装好了"), "答复 G2 只 #12 #16：装好了"],
  ["5那家不是一回事，先去掉", taking("新建 「路」 #3 #5 #6"), "新建 「路」 #3 #6"],
  ["19也是信号的，加上，3不要", taking("新建 「路」 #3 #5 #6"), "新建 「路」 #5 #6 #19"],
  ["可以，名字叫舜德路破损", taking("新建 「路」 #3 #5"), "新建 「舜德路破损」 #3 #5"],
  ["5号催一下", taking("新建 「路」 #3 #5 #6"), "do urge 5"],
  ["等一下，蒋总那边要单独说，先不发九嶷", taking("答复 G2 装好了"), "答复 G2 除 湖南九嶷制药有限公司：装好了"],
  ["恒达那边先别发", taking("答复 G2 除 #16：装好了"), "答复 G2 除 永州恒达鞋业有限公司：除 #16：装好了"],
  ["九嶷先等等，别的发", taking("答复 G2 装好了"), "答复 G2 除 湖南九嶷制药有限公司：装好了"],
  ["18也发吧", taking("答复 G2 装好了"), "答复 G2 也 #18：装好了"],
  ["16也一起", taking("答复 G2 除 #16 #17：装好了"), "答复 G2 也 #16：除 #17：装好了"],
  ["好的发吧", taking("答复 G2 装好了"), "答复 G2 装好了"],
] as const)("to what is shown the office says: %s", (text, question, expected) => {
  expect(heard(text, "coordinator", question)).toBe(expected);
});

const PROPOSED: Question = {
  ask: "ways",
  ways: [1, 2, 3].map((number) => ({
    said: PROPOSAL,
    number,
    doing: { command: "common", word: "共性", number: null, rest: `新建 ${number}` },
  })),
};

it.each([
  ["第一个可以，就叫停电频繁，但是1号那个早就解决了不要", "新建 1 「停电频繁」 除 #1"],
  ["第二个也建一个，19也是信号的，加上", "新建 2 加 #19"],
  ["第一条可以，3不要，另外9也加上，叫路面问题", "新建 1 「路面问题」 除 #3 加 #9"],
  ["第二个除了9都可以", "新建 2 除 #9"],
  ["第三个加进去吧", "加入 第3条"],
  ["第二个放进停电里", "加入 ⟪停电⟫ 第2条"],
  ["第一条不是一回事", "不是 1"],
  ["第二个不是一回事，第一个也不是", "不是 2; 不是 1"],
  ["第一个可以，第三个不是", "新建 1; 不是 3"],
  // What it is not puts its title right, where it is made all the same.
  ["第一个不是停车的事，是偷东西，叫停车场盗窃，建一个", "新建 1 「停车场盗窃」"],
  ["第一个不是半年的事，是公租房的，建一个吧叫公租房管理", "新建 1 「公租房管理」"],
  ["第二条标题不对，叫路灯不亮，立一个", "新建 2 「路灯不亮」"],
  ["第一个不是水压，是水质，叫水质发黄吧", "新建 1 「水质发黄」"],
  ["第三个名字不好，建一个，就叫门口积水", "新建 3 「门口积水」"],
  ["第一个不用建", "不是 1"],
  ["第一个先不建一个了", "不是 1"],
  ["第二个不要建，叫他们先看看", "不是 2"],
  ["第二个不是一类的，建一个不合适", "不是 2"],
] as const)("behind proposals the office says: %s", (text, expected) => {
  expect(heard(text, "coordinator", PROPOSED)).toBe(expected);
});

it.each([
  ["名字不好听，改成路灯不亮", "改名 G1 路灯不亮"],
  ["标题太长了，就叫路灯不亮", "改名 G1 路灯不亮"],
  ["名字不对，改为路灯不亮", "改名 G1 路灯不亮"],
] as const)("right behind one that was made it has another title: %s", (text, expected) => {
  expect(heard(text, "coordinator", after(1, "新建 「灯」 #3 #5"))).toBe(expected);
});

it("G1, where it is asked of which issue that was ordered, is not shown: the order is said of it", () => {
  const doing = { command: "supervise", word: "督办", number: null, rest: "11号前必须修完" };
  expect(heard("就是G1", "leader", { ask: "need", what: "number", doing })).toBe("催办 ⟪G1⟫ 11号前必须修完");
  const told = { command: "progress", word: "进展", number: null, rest: "已进场" };
  expect(heard("G2", "head", { ask: "which", doing: told, among: [3, 5] })).toBe("进展 G2 已进场");
  expect(heard("舜德路那个共性问题怎么还没修好？催一下", "leader", null)).toBe("催办 ⟪舜德路⟫ 怎么还没修好？");
  expect(heard("舜德路那个共性问题怎么还没修好？", "leader", null)).toBe("⟪舜德路⟫");
});

it.each([
  ["G1我批个意见：请交通局年底前拿出方案", "催办 ⟪G1⟫ 请交通局年底前拿出方案"],
  ["G1我提个要求，两家一起把方案拿出来", "催办 ⟪G1⟫ 两家一起把方案拿出来"],
  ["水压那个共性问题谁在管，催一催", "催办 ⟪水压⟫"],
] as const)("the leader says: %s", (text, expected) => {
  expect(heard(text, "leader", null)).toBe(expected);
});

it.each([
  ["coordinator", "路灯那个可以放宽三天", "时限 ⟪路灯⟫ 可以放宽三天"],
  ["coordinator", "路灯这个大家都说一声：今晚修好", "告知企业 ⟪路灯⟫ 今晚修好"],
  ["leader", "路灯这个事企业反映好多次了，督办一下，11号前必须修完", "催办 ⟪路灯⟫ 企业反映好多次了，11号前必须修完"],
  ["head", "路灯这几家统一回一下：12月8日起换灯头，11日前完工", "答复 ⟪路灯⟫ 12月8日起换灯头，11日前完工"],
  // What was understood of an issue stays so, as what merely asks.
  ["coordinator", "3号路灯那个可以放宽三天", null],
  ["coordinator", "路灯那个怎么样了", null],
  ["coordinator", "今天天气不错", null],
] as const)("what may be of a common problem that is called so is looked up: %s says %s", (who, text, expected) => {
  const situation = situationIn({ who, issues: [own(3, "in_progress", "路灯不亮"), own(5, "in_progress", "路灯坏")] });
  const meant = understand(text, situation);
  const words = meant.steps.flatMap((step) => ("doing" in step ? [calledOf(step.doing.rest)] : []))[0];
  expect(
    (perhapsCalled(meant, text, situation) ?? (merelyCalled(meant, text) === null ? null : words))?.rest ?? null,
  ).toBe(expected);
});

it.each([
  ["共性那个再给我宽限三天，下雨没法铺", null, "时限 再给我宽限三天，下雨没法铺"],
  ["共性问题那个能不能延两天", null, "时限 能不能延两天"],
  ["能不能宽限到15号", after(1), "时限 G1 能不能宽限到15号"],
  ["答复发错了，不好意思", after(2), "撤回答复 G2"],
  // What was sent last is looked for.
  ["刚才那个发错了，是12月11号前换新柜", after(1), "do human"],
] as const)("a head says: %s", (text, question, expected) => {
  expect(heard(text, "head", question)).toBe(expected);
});

const ONE: Question = { ask: "ways", ways: PROPOSED.ask === "ways" ? PROPOSED.ways.slice(0, 1) : [] };

it.each([
  ["建一个，叫减速带破损，交通牵头", "新建 1 「减速带破损」 另：交通牵头"],
  ["建，叫减速带破损", "新建 1 「减速带破损」"],
  ["可以 就叫减速带", "新建 1 「减速带」"],
  ["行，建", "新建 1"],
  ["可以，交通牵头", "新建 1 另：交通牵头"],
  ["就按这个建，交通牵头，12月15号前弄完", "新建 1 另：交通牵头，12月15号前弄完"],
  ["这个可以建，3不要", "新建 1 除 #3"],
  ["不用建，是两码事", "不是 1"],
  ["不是一回事", "不是 1"],
] as const)("of the only proposal no place need be said: %s", (text, expected) => {
  expect(heard(text, "coordinator", ONE)).toBe(expected);
});

it("and its command stays what it says", () => {
  expect(heard("共性 不是 1", "coordinator", ONE)).toBe("不是 1");
  expect(heard("不是 3，是 5", "coordinator", ONE)).not.toContain("新建");
});

it.each(["可以", "停电那个催一下"])("and other words make none of it: %s", (text) => {
  expect(heard(text, "coordinator", ONE)).not.toContain("新建");
});
