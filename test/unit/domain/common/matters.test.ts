import { describe, expect, it } from "vitest";
import {
  likeThese,
  type Matter,
  mattersAmong as matters,
  type Raised,
  topicsOf,
} from "../../../../src/domain/common/matters.ts";
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
    expect(commonWords(["希望解决问题", "希望公司解决问题"])).toEqual([]);
    // Where and when it is, and what nearly happened, is no matter.
    expect(commonWords(["门口灯不亮，晚上差点掉下去", "晚上差点掉下去，北门口井盖没了"])).toEqual([]);
  });
});
