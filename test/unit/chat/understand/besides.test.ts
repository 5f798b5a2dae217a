import { describe, expect, it } from "vitest";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { own, situationIn } from "../../../support/talk.ts";

const ISSUES = [
  own(3, "dispatched", "昨晚又停电了"),
  own(8, "dispatched", "食品许可证"),
  own(5, "in_progress", "路灯不亮"),
];
const SITUATION = situationIn({ who: "officer", issues: ISSUES });
const made = (text: string, situation = SITUATION) =>
  understand(text, situation).steps.map((step) =>
    "doing" in step
      ? `${step.kind} ${step.doing.command} ${step.doing.number}${step.doing.command === "sign" ? "" : `: ${step.doing.rest}`}`
      : step.kind,
  );

describe("what is said with 签收", () => {
  it.each<[string, readonly string[]]>([
    [
      "8号签收。联系了企业吴总，定于12月12号上门办理",
      [
        "do sign 8",
        "do contact 8: 联系了企业吴总，定于12月12号上门办理",
        "offer measure 8: 联系了企业吴总，定于12月12号上门办理（12月12号前）",
      ],
    ],
    ["3号签收，下周二组织施工队去补坑", ["do sign 3", "offer measure 3: 下周二组织施工队去补坑（下周二前）"]],
    [
      "签收 3，师傅已经出发，下午5点前弄好",
      ["do sign 3", "do measure 3: 师傅已经出发，下午5点前弄好（今天下午5点前）"],
    ],
    ["8号签收。已联系彭总", ["do sign 8", "do contact 8: 已联系彭总"]],
    [
      "3签收，已电话联系，周五前换好",
      ["do sign 3", "do contact 3: 已电话联系，周五前换好", "do measure 3: 已电话联系，周五前换好"],
    ],
    ["签收3 线路已经修好，恢复供电", ["do sign 3", "offer answer 3: 线路已经修好，恢复供电"]],
    ["3号我们签收了，备件已下单，预计后天到", ["do sign 3", "offer progress 3: 备件已下单，预计后天到"]],
    ["签收 8，请企业提供营业执照复印件", ["do sign 8", "offer ask 8: 请企业提供营业执照复印件"]],
    ["签收 3 这条线去年改造过一次", ["do sign 3", "offer note 3: 这条线去年改造过一次"]],
    ["3签了，开关坏了 要换，再宽限两天行不", ["do sign 3", "do extend 3: 两天 开关坏了 要换"]],
    ["签收 3，今天查主线路", ["do sign 3", "offer measure 3: 今天查主线路（今天前）"]],
    ["3 8都签收，今天查主线路", [3, 8].flatMap((n) => [`do sign ${n}`, `offer measure ${n}: 今天查主线路（今天前）`])],
    ["3号签收，线路跳闸，半小时内送电", ["do sign 3", "offer measure 3: 线路跳闸，半小时内送电（今天前）"]],
    ...["3、8签收，昨晚雷击，下周装避雷器", "签收 3 8，昨晚雷击，下周装避雷器", "都签收，昨晚雷击，下周装避雷器"].map(
      (text): [string, readonly string[]] => [
        text,
        [3, 8].flatMap((number) => [`do sign ${number}`, `offer note ${number}: 昨晚雷击，下周装避雷器`]),
      ],
    ),
  ])("is kept by the moves that it means: %s", (text, expected) => {
    expect(made(text)).toEqual(expected);
  });

  it.each<[string, readonly string[]]>([
    ["3号 师傅已经到现场了，正在查线路", ["offer sign 3", "offer progress 3: 师傅已经到现场了，正在查线路"]],
    ["#8 材料已报市局，预计元月中旬出证", ["offer sign 8", "offer progress 8: 材料已报市局，预计元月中旬出证"]],
    ["3号我们已经派人去现场了，先拉了警戒线", ["offer sign 3", "offer progress 3: 我们已经派人去现场了，先拉了警戒线"]],
    [
      "3和8我们收到了，派人去看现场",
      [3, 8].flatMap((number) => [`offer sign ${number}`, `offer progress ${number}: 派人去看现场`]),
    ],
    ["3号收了，下午两点去看", ["offer sign 3", "offer measure 3: 下午两点去看（今天前）"]],
    ["3号收到，今晚十点换变压器", ["offer sign 3", "offer measure 3: 今晚十点换变压器（今天前）"]],
    ["停电那个我接了，明天上午派人去看", ["offer sign 3", "offer measure 3: 明天上午派人去看（明天前）"]],
    [
      "两个都收到，统一开招聘会",
      [3, 8].flatMap((number) => [`offer sign ${number}`, `offer note ${number}: 统一开招聘会`]),
    ],
    ["停电那个收到，下午派人去看", ["offer sign 3", "offer measure 3: 下午派人去看（今天前）"]],
    ["停电的事收到，主线路老化", ["offer sign 3", "offer note 3: 主线路老化"]],
    ["许可证这件收到，叫他们先把章刻好", ["offer sign 8", "offer note 8: 叫他们先把章刻好"]],
    [
      "停电那个收到，12月12号搞一次检修，让他们错峰生产",
      ["offer sign 3", "offer measure 3: 12月12号搞一次检修，让他们错峰生产（12月12号前）"],
    ],
    ["3号收到，企业那边先用发电机", ["offer sign 3", "offer note 3: 企业那边先用发电机"]],
    ["3号收到，开关坏了，能不能宽限到下周三", ["offer sign 3", "offer extend 3: 下周三 开关坏了"]],
  ])("is kept where it is only meant: %s", (text, expected) => {
    expect(made(text)).toEqual(expected);
  });

  it.each([
    "3号签收",
    "签收 3 马上安排",
    "3号签收，马上派人去看",
    "3号收到，我们尽快处理",
    "3号我们接了，这就安排人去看看",
    "签收 3 谢谢",
    "3号签收了，辛苦",
    "3号我下午再签",
    "停电那个签了",
    "停电的事收到",
    "3号收到，小刘你去跟一下",
    "3号收到，开完会再签",
    "3号不归我们管也得管，接了",
    "3号收到了，一定办好",
  ])("is nothing more where it only says that it will be seen to: %s", (text) => {
    expect(made(text)).toEqual([expect.stringMatching(/^(?:do|offer) sign 3$/u)]);
  });

  it("waits for the number where several can be meant", () => {
    const text = "已签收，备件已下单，后天到货";
    const [step] = understand(text, SITUATION).steps;
    if (step?.kind !== "which") throw new Error(`${step?.kind} in place of a question`);
    const question = { ask: "which", doing: step.doing, among: step.among } as const;
    expect(made("3号", { ...SITUATION, question })).toEqual(["do sign 3", "offer progress 3: 备件已下单，后天到货"]);
  });
});

describe("what is planned for a day", () => {
  it.each([
    ["5号下周二组织施工队去补坑", "offer measure 5: 下周二组织施工队去补坑（下周二前）"],
    ["5号电压明天上午去测", "offer measure 5: 电压明天上午去测（明天前）"],
    ["5号定于12月2日进场施工", "offer measure 5: 定于12月2日进场施工（12月2日前）"],
    ["5号今天下班前换好", "do measure 5: 今天下班前换好（今天前）"],
  ])("is offered as a measure for it: %s", (text, expected) => {
    expect(made(text)).toEqual([expected]);
  });

  it.each(["5号明天铺不了，等天晴", "5号可能下周二去补", "5号企业说明天才有空"])(
    "is none where it is not: %s",
    (text) => {
      expect(made(text).join()).not.toContain("measure");
    },
  );
});

it("becomes, of several at once, what it is wished to be", () => {
  const doings = [3, 8].map((number) => ({ command: "note", word: "备注", number, rest: "昨晚雷击，下周装避雷器" }));
  expect(made("作为进展发", { ...SITUATION, question: { ask: "offer", doings } })).toEqual([
    "offer progress 3: 昨晚雷击，下周装避雷器",
    "offer progress 8: 昨晚雷击，下周装避雷器",
  ]);
});
