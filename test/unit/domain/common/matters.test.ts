import { describe, expect, it } from "vitest";
import { likeThese, type Matter, mattersAmong as matters, topicsOf } from "../../../../src/domain/common/matters.ts";
import type { Raised } from "../../../../src/domain/common/raised.ts";
import { commonWords } from "../../../../src/domain/common/zh-cn-words.ts";

function mattersAmong(raised: readonly Raised[], refused: readonly Matter[]): readonly Matter[] {
  const work = matters(raised, refused);
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

const DUTIES = [
  { code: "power", name: "用电", keywords: ["停电", "电压"] },
  { code: "school", name: "入学", keywords: ["学位"] },
];

function raised(id: number, text: string, more: Partial<Raised> = {}): Raised {
  const topics = topicsOf(text, null, DUTIES);
  return {
    id,
    text,
    topics,
    enterprise: `c${id}`,
    confidential: false,
    joined: [],
    common: null,
    isOpen: true,
    ...more,
  };
}

const DUTIES_OF_FIELDS = [
  { code: "green", name: "园林", keywords: ["绿化"] },
  { code: "bus", name: "公交", keywords: ["公交"] },
  { code: "trade", name: "外贸", keywords: ["出口"] },
  { code: "labour", name: "人社", keywords: ["工伤", "打架"] },
  { code: "house", name: "住房", keywords: ["公租房"] },
];

/** What else a park tells. */
const BESIDES = ["变压器容量不够，要增容", "自来水发黄", "消防验收约不上", "贷款批不下来", "门口的招牌被风吹歪了"];

/** Each said by a company of its own. */
function proposedOf(texts: readonly string[], duties = DUTIES_OF_FIELDS): readonly (readonly string[])[] {
  const all = [...texts, ...BESIDES].map((text, index) =>
    raised(index + 1, text, { topics: topicsOf(text, null, duties) }),
  );
  return mattersAmong(all, []).map(({ issues }) => issues.flatMap((id) => all[id - 1]?.text ?? []));
}

const DARK = [raised(1, "三车间昨晚停电两次"), raised(2, "厂区这周停电三次，生产线停了"), raised(3, "停 電，机床报废")];

describe("what may be a common problem", () => {
  it("is what several companies say of one matter, however shortly", () => {
    const others = [raised(8, "员工子女没有学位"), raised(9, "门口的路坑洼不平")];
    expect(mattersAmong([...DARK.slice(0, 2), ...others], [])).toEqual([{ common: null, issues: [1, 2] }]);
    expect(topicsOf("三车间停 电", "school", DUTIES)).toEqual([]);
    expect(
      mattersAmong(
        DARK.slice(0, 2).map((one) => ({ ...one, enterprise: "c1" })),
        [],
      ),
    ).toEqual([]);
  });

  it("counts who said 同感, and of a confidential issue nothing of whose it is", () => {
    expect(mattersAmong([raised(4, "门口的路坑洼不平", { joined: ["c7", "c8"] })], [])).toEqual([
      { common: null, issues: [4] },
    ]);
    const [first, second] = DARK;
    if (first === undefined || second === undefined) throw new Error("two are there");
    expect(mattersAmong([first, { ...second, confidential: true }], [])).toEqual([]);
  });

  it("is not proposed again where most of it was refused, and belongs to the common problem that is there", () => {
    const [first, second] = DARK;
    const refused = [{ common: null, issues: [1, 2] }];
    expect(mattersAmong(DARK.slice(0, 2), refused)).toEqual([]);
    const more = [raised(5, "停电一天两次"), raised(6, "又停电了"), raised(7, "配电房停电")];
    expect(mattersAmong([...DARK.slice(0, 2), ...more], refused)).toEqual([{ common: null, issues: [1, 2, 5, 6, 7] }]);
    if (first === undefined || second === undefined) throw new Error("two are there");
    expect(mattersAmong([{ ...first, common: 3 }, second], [])).toEqual([{ common: 3, issues: [2] }]);
    // What is closed shows that it is one, and needs nothing any more.
    const closed = { ...second, isOpen: false };
    expect(mattersAmong([first, closed], [])).toEqual([{ common: null, issues: [1, 2] }]);
    expect(mattersAmong([{ ...first, isOpen: false }, closed], [])).toEqual([]);
    expect(mattersAmong([{ ...first, common: 3 }, closed], [])).toEqual([]);
    expect(mattersAmong([{ ...first, common: 3 }, second], [{ common: 3, issues: [2] }])).toEqual([]);
  });

  it("is one where it is told in two ways with one word, and belongs to what has that word already", () => {
    const gate = [
      raised(1, "北门道闸坏了，货车进不来"),
      raised(2, "道闸坏了，货车进不来排长队"),
      raised(3, "道闸识别不了车牌，每天要人工抬杆"),
      raised(4, "车牌识别不了，道闸要人工抬杆"),
    ];
    const other = [raised(8, "员工子女没有学位"), raised(9, "厂区网速太慢")];
    expect(mattersAmong([...gate, ...other], [])).toEqual([{ common: null, issues: [1, 2, 3, 4] }]);
    const [first, second, ...rest] = gate.map((one, place) => (place < 2 ? { ...one, common: 5 } : one));
    if (first === undefined || second === undefined) throw new Error("two are there");
    expect(mattersAmong([first, second, ...rest, ...other], [])).toEqual([{ common: 5, issues: [3, 4] }]);
    expect(mattersAmong([first, ...rest, ...other], [])).toEqual([{ common: 5, issues: [3, 4] }]);
    // What is like those that say a word is with them, where it does not say it.
    expect(likeThese(gate.slice(0, 1), [...gate.slice(1, 2), ...other]).map(({ id }) => id)).toEqual([2]);
  });

  it("of a whole park is found with pauses for others, and takes in more than are compared with each other", () => {
    const many = Array.from({ length: 90 }, (_, id) =>
      raised(id + 1, `${id}号车间停电，第${id % 7}条线停产，订单延误`),
    );
    const work = matters(many, []);
    let pauses = 0;
    let step = work.next();
    for (; step.done !== true; step = work.next()) pauses += 1;
    expect(pauses).toBeGreaterThan(many.length);
    expect(step.value[0]?.issues).toHaveLength(90);
  });

  it("is named by the words that most have, and by none that say nothing", () => {
    expect(commonWords(["三车间昨晚停电两次", "我们公司停电三次", "停电了，希望解决"])).toEqual(["停电"]);
    expect(commonWords(["垃圾没人清运", "厂门口的垃圾没人清运好几天了", "满地垃圾"])).toEqual(["垃圾没人清运"]);
    // Half a word names nothing.
    expect(commonWords(["减速带坏了，钢钉露出来", "减速带的钉子扎胎", "减速带烂了"])).toEqual(["减速带"]);
    expect(commonWords(["天然气压力低", "天然气管道有异味", "天然气安装要等多久"])).toEqual(["天然气"]);
    expect(commonWords(["公租房的热水器坏了", "公租房里有人打牌"])).toEqual(["公租房"]);
    expect(commonWords(["希望解决问题", "希望公司解决问题"])).toEqual([]);
    // Where and when it is, and what nearly happened, is no matter.
    expect(commonWords(["门口灯不亮，晚上差点掉下去", "晚上差点掉下去，北门口井盖没了"])).toEqual([]);
  });

  it.each([
    [["渣土车把兴业路压得全是坑", "渣土车夜里不盖篷布", "一早渣土车就排到了我们门前", "渣土车按喇叭吵得没法睡"]],
    [["食堂后头有群野狗", "流浪狗咬了保安", "谁家的狼狗没拴绳", "黄狗天天翻我们的泔水桶"]],
    [["快递柜坏了半个月", "快递要自己去镇上拿", "快递丢了好几个"]],
    [["物业费一年涨两次", "交了物业费没人打扫", "物业费的发票一直不开"]],
    [["垃圾三天没清运", "后墙堆着建筑垃圾", "垃圾桶满得盖不上"]],
    [["广告牌挡了大门视线", "楼顶广告牌晃得厉害", "广告牌的灯整夜照着宿舍"]],
  ])("is what three companies tell in other words with one: %j", (texts) => {
    expect(proposedOf(texts)).toEqual([texts]);
  });

  it.each([
    // A field is no matter, where nothing else is the same.
    [["绿化带的草比人高了", "绿化公司欠我们两个月工资没发"]],
    [["食堂停了，大家只能坐公交去市里吃", "公交司机态度差，骂乘客"]],
    [["我们出口退税卡了两个月", "停车场出口的闸机坏了"]],
    [["工伤认定材料交哪", "两个工人打架算不算工伤"]],
    // Nor is a place, a time, a person, or what is said of anything.
    [["公租房的热水器坏了", "公租房旁边有个大坑", "公租房里有人打牌吵到半夜"]],
    [["兴业路晚上没人巡查", "兴业路要不要装摄像头", "兴业路的地砖翘了"]],
    [["上个月水表换错了", "上个月叉车撞了墙", "上个月的票还没开"]],
    [["员工想学叉车", "员工体检去哪里", "员工的被子潮"]],
    [["希望尽快修好电梯", "希望尽快开个超市", "希望尽快发补贴"]],
    // Two may be chance.
    [["快递柜坏了半个月", "快递要自己去镇上拿"]],
  ])("is nothing that has one such word alone: %j", (texts) => {
    expect(proposedOf(texts)).toEqual([]);
  });
});
