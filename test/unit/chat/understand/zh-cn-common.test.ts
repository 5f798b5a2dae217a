import { expect, it } from "vitest";
import { commonMeant, stillOpen } from "../../../../src/chat/understand/common-meant.ts";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { commonSaid } from "../../../../src/chat/understand/zh-cn-common.ts";
import { commonContinued } from "../../../../src/chat/understand/zh-cn-common-continued.ts";
import { commonInWords, commonNamed } from "../../../../src/chat/understand/zh-cn-common-free.ts";
import { PROPOSAL, proposalMeant } from "../../../../src/chat/understand/zh-cn-common-proposed.ts";
import { own, situationIn } from "../../../support/talk.ts";

it("takes a common problem by its own number, and no road for one", () => {
  expect(["G1", "g 2 由供电公司牵头", "Ｇ１进展如何"].map(commonSaid)).toEqual([
    "共性 G1",
    "共性 g 2 由供电公司牵头",
    "共性 Ｇ１进展如何",
  ]);
  expect(["撤销 G3", "把G3撤销"].map(commonSaid)).toEqual(["共性 撤销 G3", "共性 G3撤销"]);
  expect(["共性G2", "共性问题g2 进展"].map(commonSaid)).toEqual(["共性 G2", "共性 g2 进展"]);
  expect(["把4号也放进共性1", "4、5号加入G12", "将#7并到共性问题 3里吧"].map(commonSaid)).toEqual([
    "共性 加入 G1 4",
    "共性 加入 G12 4 5",
    "共性 加入 G3 7",
  ]);
  expect(["G207国道塌了", "G4高速堵车", "4号已放进仓库1", "共性 1", "5G信号差"].map(commonSaid)).toEqual(
    Array(5).fill(null),
  );
});

it("takes a few words right after one was spoken of for what they say of it, and nothing that names an issue or tells another matter", () => {
  const said = (text: string) => commonContinued(text, 6, { date: null, sets: true });
  expect(
    [
      "由供电公司牵头",
      "进展：已进场",
      "措施就是 换变压器",
      "加上 15 号",
      "把十二、15也加进去",
      "去掉12号",
      "撤销",
      "什么情况",
    ].map(said),
  ).toEqual([
    "共性 牵头 G6 供电公司",
    "共性 进展 G6 已进场",
    "共性 措施 G6 换变压器",
    "共性 加入 G6 15",
    "共性 加入 G6 12 15",
    "共性 移出 G6 12",
    "共性 撤销 G6",
    "共性 G6",
  ]);
  for (const text of ["进展 12 已修好", "答复 3号 已换", "12号怎么样了", "电梯又停了", "签收"])
    expect(said(text), text).toBeNull();
});

it.each([
  ["停电的共性问题什么情况", "共性 ⟪停电⟫"],
  ["路坑那个共性问题到哪一步了", "共性 ⟪路坑⟫"],
  ["共性问题里停电那个怎么样", "共性 ⟪停电⟫"],
  ["有哪些共性问题", "共性 "],
  ["还有别的共性问题吗", "共性 "],
  ["路坑那个共性问题进展：已进场", "共性 进展 ⟪路坑⟫ 已进场"],
  ["停电那个共性问题措施是换变压器", "共性 措施 ⟪停电⟫ 换变压器"],
  ["停电这个共性问题已经处理好了，给大家一起回一下", "共性 答复 ⟪停电⟫ 已经处理好了"],
  ["停电的共性问题，统一答复企业：变压器已更换", "共性 答复 ⟪停电⟫ 变压器已更换"],
  ["把停电的共性问题给企业统一答复一下", "共性 答复 ⟪停电⟫"],
  ["停电的共性问题答复了没有", "共性 ⟪停电⟫"],
  ["停电的几家合成一个共性问题", "共性 新建 ⟪停电⟫"],
  ["渣土车这个事好几家都在反映，立个共性问题吧", "共性 新建 ⟪渣土车⟫"],
  ["好多企业说快递进不来，弄个共性问题", "共性 新建 ⟪快递进不来⟫"],
  ["把几家反映没水的并成一个共性问题", "共性 新建 ⟪没水⟫"],
  ["停水的都归到一起做个共性", "共性 新建 ⟪停水⟫"],
  ["不要把停水的并成一个共性问题", null],
  ["把 12、15、18 立成一个共性问题", "共性 新建 ⟪⟫ #12 #15 #18"],
  ["十二号和15号归为一个共性问题，叫停电频繁", "共性 新建 「停电频繁」 #12 #15"],
  ["把3号加到停电那个共性问题里", "共性 加入 ⟪停电⟫ 3"],
  ["停电那个共性问题去掉12号", "共性 移出 ⟪停电⟫ 12"],
  ["请供电公司牵头停电的共性问题", "共性 牵头 ⟪停电⟫ 供电公司"],
  ["停电这个共性问题，措施定了：更换主变", "共性 措施 ⟪停电⟫ 更换主变"],
  ["3号跟停电的共性问题是一回事，加进去", "共性 加入 ⟪停电⟫ 3"],
  ["撤销停电那个共性问题", "共性 撤销 ⟪停电⟫"],
  ["停电那个共性问题9号不要了", "共性 移出 ⟪停电⟫ 9"],
  ["停电那个共性问题换成建设管理局牵头", "共性 牵头 ⟪停电⟫ 建设管理局"],
  ["路坑共性问题沥青已到货，明天摊铺", "共性 进展 ⟪路坑⟫ 沥青已到货，明天摊铺"],
  ["渣土车那个共性，洗车台到12月底装", "共性 ⟪渣土车⟫ 洗车台到12月底装"],
  ["建一个水压的共性问题", "共性 新建 ⟪水压⟫"],
  ["水压的共性建一个吧", "共性 新建 ⟪水压⟫"],
  ["5、6路坑的立个共性问题", "共性 新建 ⟪路坑⟫ #5 #6"],
  ["停电的共性问题催一催", "共性 催办 ⟪停电⟫"],
  ["停电那个共性问题还没解决，怎么就结了", "共性 ⟪停电⟫"],
  ["12号是共性问题，请尽快处理", null],
  ["这些都是共性问题", null],
  ["停电频繁", null],
])("hears one called by words of its title: %s", (text, said) => {
  expect(commonInWords(text, { date: null, sets: true })).toBe(said);
});

it.each([
  ["G2 加上47", "共性 加入 G2 47"],
  ["G2 这个时限延到12月8日", "共性 时限 G2 延到12月8日"],
  ["G2 撤了吧", "共性 撤销 G2"],
  ["G2 先别撤", null],
  ["G2 没完，昨天又停了，重新打开", "共性 恢复 G2"],
  ["G2 还有谁没确认", "共性 G2"],
  ["G2 到哪步了", "共性 G2"],
  ["G1 我们准备这样：限速二十，12月8日前设卡", "共性 措施 G1 限速二十，12月8日前设卡"],
  ["G2 催一下，慢死了", "共性 催办 ⟪G2⟫ 慢死了"],
  ["G2改名叫东门路坑", "共性 改名 G2 东门路坑"],
  ["G2改成水压", "共性 改名 G2 水压"],
  ["G2给大家回：开关已更换，11号先不发", "共性 答复 G2 开关已更换，11号先不发"],
  ["G2 你好", null],
])("hears one called by its number, whatever is said of it: %s", (text, said) => {
  expect(commonInWords(text, { date: null, sets: true })).toBe(said);
});

it.each([
  ["第一个可以，建一个", "共性 新建 1"],
  ["第二条就建吧，叫水压不足", "共性 新建 2 「水压不足」"],
  ["第一条的名字叫停电频繁，建吧", "共性 新建 1 「停电频繁」"],
  ["建议2不是一回事", "共性 不是 2"],
  ["第一个不要建", "共性 不是 1"],
  ["第二个也加到停电里", "共性 加入 ⟪停电⟫ 第2条"],
  ["第一、第二个都建", null],
  ["12号可以", null],
  ["可以，建一个", null],
])("takes or refuses a proposal right behind their list: %s", (text, said) => {
  const ways = [1, 2].map((number) => ({
    said: PROPOSAL,
    number,
    doing: { command: "common", word: "共性", number, rest: "" },
  }));
  expect(proposalMeant(text, { ask: "ways", ways })).toBe(said);
});

it("takes a number or a few words for the one that is meant, when it is asked which", () => {
  expect(["g2", "二号", "停电那个", "3号变压器"].map(commonNamed)).toEqual([
    { number: 2 },
    { number: 2 },
    { words: "停电" },
    null,
  ]);
});

const AFTER_G2 = { question: { ask: "ways", ways: [], common: 2 } } as const;
const HEAD = { ...situationIn({ who: "head", issues: [own(4, "in_progress", "红绿灯坏了")] }), ...AFTER_G2 };
const OFFICE = { ...situationIn({ who: "coordinator", issues: [own(4, "in_progress", "红绿灯坏了")] }), ...AFTER_G2 };

it.each([
  ["措施是铣刨重铺，12月10号前", "共性 措施 G2 铣刨重铺，12月10号前"],
  ["再宽限两天", "共性 时限 G2 再宽限两天"],
  ["改到12月12日", "共性 时限 G2 改到12月12日"],
  ["12号前全部铺完", "共性 措施 G2 12号前全部铺完"],
  ["给这两家回个话：12号全部铺完", "共性 答复 G2 12号全部铺完"],
  ["给大家统一回一下：备用线路也接好了", "共性 答复 G2 备用线路也接好了"],
  ["水压的一并答复：加压泵装好了，起压力正常", "共性 答复 ⟪水压⟫ 加压泵装好了，起压力正常"],
  ["停电的可以办结了", "共性 办结 ⟪停电⟫"],
  ["可以办结了", "共性 办结 ⟪G2⟫"],
  ["水压那个措施：加装加压泵", "共性 措施 ⟪水压⟫ 加装加压泵"],
  ["我们打算这样处理：更换阀门，下周三前到货", "共性 措施 G2 更换阀门，下周三前到货"],
  ["好了，收掉吧", "共性 办结 ⟪G2⟫"],
  ["办得差不多了，可以办结", "共性 办结 ⟪G2⟫ 办得差不多了"],
  ["先别答复企业", null],
  ["还不能结", null],
  ["跟大家说一声：明天恢复供水", "共性 告知企业 G2 明天恢复供水"],
  ["方案定了：换泵", "共性 措施 G2 换泵"],
  ["哪几家还没确认", "共性 G2"],
  ["停电可以结了吧", "共性 办结 ⟪停电⟫"],
  ["还没完，恢复一下", "共性 恢复 G2"],
  ["停电那个还没完，接着办", "共性 恢复 ⟪停电⟫"],
  ["措施先写上：装洗车台，夜里查车", "共性 措施 G2 装洗车台，夜里查车"],
  ["进展改一下：定在体育馆", "共性 进展 G2 定在体育馆"],
  ["公交那三家都回：下周加车", "共性 答复 ⟪公交⟫ 下周加车"],
  ["签收 4", null],
  ["3号答复企业：变压器已更换", null],
  ["红绿灯那边已经修好了，灯头换了新的", null],
])("a head says right after G2: %s", (text, expected) => {
  expect(commonMeant(text, HEAD)).toBe(expected);
});

it.each([
  ["标题改为东边道路破损", "共性 改名 G2 东边道路破损"],
  ["名字改成东边道路坏了", "共性 改名 G2 东边道路坏了"],
  ["不对，把9号拿出来", "共性 移出 G2 9"],
  ["把9号从路的那个移出来", "共性 移出 G2 9"],
  ["9号不要了", "共性 移出 G2 9"],
  ["把6号也放进停电那个里面", "共性 加入 ⟪停电⟫ 6"],
  ["9号移到水压那个去", "共性 加入 ⟪水压⟫ 9"],
  ["22号也放进来", "共性 加入 G2 22"],
  ["3号移进来", "共性 加入 G2 3"],
  ["三也加进去", "共性 加入 G2 3"],
  ["13号不是一回事，别放进来", "共性 移出 G2 13"],
  ["9号跟它不是同一类，不要再加进去了", "共性 移出 G2 9"],
  ["18号不是一回事，剔掉", "共性 移出 G2 18"],
  ["18号先别移出去", null],
  ["9号拿出来，15号放进来", null],
  ["换经发局来牵头", "共性 牵头 G2 经发局"],
  ["牵头改成建管局", "共性 牵头 G2 建管局"],
  ["供电公司牵头，下周二前给个说法", "共性 牵头 G2 供电公司 下周二"],
  ["让交通局牵头，建管局配合", "共性 牵头 G2 交通局 ，建管局配合"],
  ["不是供电公司牵头，让经发局牵头", "共性 牵头 G2 经发局"],
  ["先别撤销", null],
  ["把罗建平删了", null],
  ["这个不立了", "共性 撤销 G2"],
  ["改个名，叫东门道路破损", "共性 改名 G2 东门道路破损"],
  ["10和11也加到停电里", "共性 加入 ⟪停电⟫ 10 11"],
  ["5放回G3", "共性 加入 G3 5"],
  ["把22和23都移出来", "共性 移出 22 23"],
  ["渣土车那个把15拿掉", "共性 移出 ⟪渣土车⟫ 15"],
  ["水压那个也算进来吧", "共性 加入 G2 ⟪水压⟫"],
  ["路坑那两个也弄一个", "共性 新建 ⟪路坑⟫"],
  ["渣土车的几家也合成一个", "共性 新建 ⟪渣土车⟫"],
  ["建管局牵头 交通局配合 12月15号前", "共性 牵头 G2 建管局 12月15号 ，交通局配合"],
  ["招工那个还是人社局牵头，月底前改成12月20", "共性 牵头 ⟪招工⟫ 人社局 12月20"],
  ["让建管局来搞，月中前", "共性 牵头 G2 建管局 月中"],
  ["7号不属于这个", "共性 移出 G2 7"],
  ["让自来水公司来主导", "共性 牵头 G2 自来水公司"],
  ["提前到12月1日", "共性 时限 G2 提前到12月1日"],
  ["时间放宽两天", "共性 时限 G2 时间放宽两天"],
  ["最迟12月15", "共性 时限 G2 最迟12月15"],
  ["可以结了", "共性 办结 ⟪G2⟫"],
  ["这个可以收了", "共性 办结 ⟪G2⟫"],
  ["把47加到G3", "共性 加入 G3 47"],
  ["请建管局牵头G3", "共性 牵头 G3 建管局"],
  ["G3栋停电了", null],
  ["换成建设管理局牵头", "共性 牵头 G2 建设管理局"],
  ["请自来水公司牵头，这周五前拿出措施", "共性 牵头 G2 自来水公司 这周五"],
  ["限他们12月4号以前", "共性 时限 G2 限他们12月4号以前"],
  ["十二月十五日之前要修好", "共性 时限 G2 十二月十五日之前要修好"],
  ["这个办结了", "共性 办结 ⟪G2⟫"],
  ["催一下他们", "共性 催办 G2"],
  ["督办一下，三天内解决", "共性 催办 ⟪G2⟫ 三天内解决"],
  ["停电的再催一催", "共性 催办 ⟪停电⟫"],
  ["督办：12月5日前必须解决", "共性 催办 ⟪G2⟫ 12月5日前必须解决"],
  ["催一下4号", null],
  ["33催下", null],
  ["麻烦再催一下积水的事", null],
  ["3号收到，我们尽快处理", null],
  ["企业催了好几次", null],
  ["恢复", "共性 恢复 G2"],
  ["8号我们不撤了", null],
  ["五号取消，四号留着", null],
  ["停电的把3号放进来", "共性 加入 ⟪停电⟫ 3"],
  ["停电的共性怎么又办结了，恢复", "共性 恢复 ⟪停电⟫"],
  ["停电那个共性办结，三家都装好了", "共性 办结 ⟪停电⟫ 三家都装好了"],
  ["把2、3、6三件立成一个共性问题，都是停电", "共性 新建 ⟪⟫ #2 #3 #6"],
])("the office says right after G2: %s", (text, expected) => {
  expect(commonMeant(text, OFFICE)).toBe(expected);
});

it.each([
  ["移出 4", "搞错了，放回去", "do 加入 G2 4"],
  ["加入 4 7", "不对，7号拿出来", "do 移出 G2 7"],
  ["移出 5", "不对，不是5，是19", "do 加入 G2 5; do 移出 G2 19"],
  ["移出 9\n时限", "不对，不是9，是10", "do 加入 G2 9; do 移出 G2 10"],
  ["牵头 交通局", "搞错了，是建管局牵头", "do 牵头 G2 建设管理局"],
  ["牵头 交通局", "不是交通局，是建管局", "do 牵头 G2 建设管理局"],
  ["牵头 交通局", "还是人社局", "do 牵头 G2 人社局"],
  ["时限", "不是，下周三", "do 时限 G2 下周三"],
  ["时限", "不对，是16日", "do 时限 G2 16号"],
  ["时限", "晚了，7号", "do 时限 G2 7号"],
  ["时限", "太紧了，放宽两天", "do 时限 G2 放宽两天"],
  ["新建 3 9", "就叫招工难", "do 改名 G2 招工难"],
  ["新建 5 22", "22不要了，另外时限改到18号", "do 移出 G2 22; do 时限 G2 18号"],
  ["牵头 交通局", "搞错了", "tell what-instead"],
  ["牵头 交通局", "不对吧，交通局不管这个", "tell what-instead"],
  ["时限", "谢谢", "silence"],
])("what was just done (%s) is put right, and nothing else is done: %s", (did, text, expected) => {
  const { steps } = understand(text, { ...OFFICE, question: { ...AFTER_G2.question, did } });
  const shown = steps.map((step) =>
    "doing" in step ? `${step.kind} ${step.doing.rest}` : step.kind === "tell" ? `tell ${step.told}` : step.kind,
  );
  expect(shown.join("; ")).toBe(expected);
});

it.each([
  ["答复 G2 洗车台装好", "改成：洗车台装好了，夜里有人查", "do 答复 G2 洗车台装好了，夜里有人查"],
  ["答复 G2 洗车台装好", "好的，16号先别", "do 答复 G2 除 #16：洗车台装好"],
  ["答复 G2 除 #16：装好了", "8也先不回，其他的发", "do 答复 G2 除 #16 #8：装好了"],
  ["答复 G2 除 #16：装好了", "改成：全部装好了", "do 答复 G2 除 #16：全部装好了"],
  ["新建 「渣土车」 #8 #16", "8,15,16都算上", "do 新建 「渣土车」 #8 #16 #15"],
  ["新建 「渣土车」 #8 #16 #20", "20不要", "offer 新建 「渣土车」 #8 #16"],
  ["进展 G2 已进场", "改成：已完工", "offer 进展 G2 已完工"],
  ["撤销 G2", "不对，是建管局牵头", "do 牵头 G2 建管局"],
  ["撤销 G2", "好的", "do 撤销 G2"],
])("what is shown of a common problem (%s) is put right by its own: %s", (rest, text, expected) => {
  const doing = { command: "common", word: "共性", number: null, rest, sure: true } as const;
  const { steps } = understand(text, { ...OFFICE, question: { ask: "offer", doings: [doing] } });
  expect(steps.map((step) => ("doing" in step ? `${step.kind} ${step.doing.rest}` : step.kind)).join("; ")).toBe(
    expected,
  );
});

it("another matter that was named is not done to the one before it, nor an order of a leader taken for a report", () => {
  const about = (rest: string) =>
    ({ steps: [{ kind: "do", doing: { command: "common", word: "共性", number: null, rest } }], why: [] }) as const;
  const { question } = AFTER_G2;
  expect(stillOpen(question, "渣土车的几家也合成一个", about("新建 ⟪渣土车⟫"))).toMatchObject({ common: 0 });
  expect(stillOpen(question, "G2 的天气", about("G2 的天气"))).toBe(question);
  const elsewhere = { ...OFFICE, question: { ask: "ways", ways: [], common: 0 } } as const;
  expect(understand("让交通局牵头，下周五前", elsewhere).steps).toEqual([{ kind: "tell", told: "lead-of-what" }]);
  const leader = situationIn({ who: "leader" });
  expect(commonMeant("停电的共性问题，12月底前必须解决", leader)).toBe("共性 催办 ⟪停电⟫ 12月底前必须解决");
  expect(understand("停电那个催一下", leader).steps).toMatchObject([{ doing: { rest: "催办 ⟪停电⟫" } }]);
  const company = situationIn({ who: "liaison" });
  for (const text of ["共性问题是什么", "G1到哪步了"])
    expect(understand(text, company).steps).toEqual([{ kind: "tell", told: "what-a-common-problem-is" }]);
});

it("to no issue anything is done by a guess right after a common problem", () => {
  const near = { said: PROPOSAL, number: 1, doing: { command: "common", word: "共性", number: null, rest: "新建 1" } };
  const afterList = {
    ...situationIn({ who: "coordinator", issues: [own(4, "submitted", "红绿灯坏了")] }),
    question: { ask: "ways", ways: [near] } as const,
  };
  expect(understand("换经发局来牵头", afterList).steps).toEqual([{ kind: "tell", told: "lead-of-what" }]);
  for (const text of ["现场已经去看过了，线路老化", "再给几天时间吧", "企业还没联系上"]) {
    const { steps } = understand(text, HEAD);
    expect(
      steps.filter((step) => "doing" in step && step.doing.number !== null),
      text,
    ).toEqual([]);
  }
  expect(understand("收到", HEAD).steps).toEqual([{ kind: "silence" }]);
  const offered = { command: "common", word: "共性", number: null, rest: "进展 G2 今天已经和两家签了承诺书" };
  expect(understand("今天已经和两家签了承诺书", HEAD).steps).toEqual([{ kind: "offer", doing: offered }]);
});
