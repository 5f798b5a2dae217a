import { describe, expect, it } from "vitest";
import { own, type Spoken, saidInFull } from "../../../support/talk.ts";

/** What a coordinator gives to another unit, several at once, and by the words for giving it back. */

const OFFICE: Spoken = {
  who: "coordinator",
  place: "direct",
  issues: [
    own(3, "submitted", "下水道不通"),
    own(9, "submitted", "摆摊堵门"),
    own(12, "submitted", "垃圾没人收"),
    own(16, "in_progress", "水表漏水"),
    own(24, "dispatched", "门口有人打架"),
    own(25, "dispatched", "技改补贴"),
  ],
};
const all = (text: string) => saidInFull(text, OFFICE);

describe("whose several are not, and whose they are instead", () => {
  it.each([
    [
      "3 9 12都不是建管局的 3 12给供电 9给公安",
      ["do dispatch 3 供电公司", "do dispatch 12 供电公司", "do dispatch 9 公安分局"],
    ],
    [
      "3、9、24都不是建管局的，3、9给经发，24给公安",
      ["do dispatch 3 经济发展局", "do dispatch 9 经济发展局", "offer dispatch 24 公安分局"],
    ],
    ["3和9不归建管，3给供电，9给公安", ["do dispatch 3 供电公司", "do dispatch 9 公安分局"]],
    ["3、9都派错了 3给供电 9给公安", ["do dispatch 3 供电公司", "do dispatch 9 公安分局"]],
    ["3给供电，9给公安，3还是给社会局", ["do dispatch 9 公安分局", "do dispatch 3 社会事务局"]],
  ])("each is given once: %s", (text, expected) => {
    expect(all(text)).toEqual(expected);
  });
});

describe("一起 before a word of giving", () => {
  it.each([
    ["24 3 一起派公安", ["do dispatch 24 公安分局", "do dispatch 3 公安分局"]],
    ["24、9一起派公安，12先放着", ["do dispatch 24 公安分局", "do dispatch 9 公安分局", "do status 12"]],
    ["3 9一起给公安", ["do dispatch 3 公安分局", "do dispatch 9 公安分局"]],
    ["3和9一并转给公安", ["do dispatch 3 公安分局", "do dispatch 9 公安分局"]],
    ["把3和9一块派给公安", ["do dispatch 3 公安分局", "do dispatch 9 公安分局"]],
  ])("is both of them: %s", (text, expected) => {
    expect(all(text)).toEqual(expected);
  });

  it.each([
    ["24和公安一起办", ["offer assist 24 公安分局 一起办"]],
    ["24公安也一起看看", ["offer assist 24 公安分局 也一起看看"]],
  ])("is else with whom: %s", (text, expected) => {
    expect(all(text)).toEqual(expected);
  });
});

describe("another unit than before", () => {
  it.each([
    ["24还是给回建管局", ["offer dispatch 24 建设管理局"]],
    ["24给回社会局", ["offer dispatch 24 社会事务局"]],
    ["24退给自来水公司，刚搞反了", ["offer dispatch 24 自来水公司"]],
    ["24退回给社会局", ["offer dispatch 24 社会事务局"]],
    ["16改建管局", ["do dispatch 16 建设管理局"]],
    ["16换建管局", ["do dispatch 16 建设管理局"]],
    ["16改成建管局吧", ["do dispatch 16 建设管理局"]],
    ["16还给供电", ["offer dispatch 16 供电公司"]],
  ])("is a dispatch: %s", (text, expected) => {
    expect(all(text)).toEqual(expected);
  });

  it.each([
    ["16退单公安不管", ["offer note 16 退单公安不管"]],
    ["16改善供电质量", ["offer note 16 改善供电质量"]],
    ["12先缓一缓", ["do status 12"]],
  ])("is not read out of %s", (text, expected) => {
    expect(all(text)).toEqual(expected);
  });
});

describe("a short name behind whose it is", () => {
  it.each([
    ["24派错了，是建设的，改过来", "do dispatch 24"],
    ["25派错了，应该是财政的吧", "do dispatch 25"],
    ["16是建设的事", "offer dispatch 16"],
    ["16是厂房建设的问题", "offer note 16"],
  ])("names the unit: %s", (text, expected) => {
    expect(all(text).join()).toContain(expected);
  });
});

describe("several that are called by their words", () => {
  it.each([
    [
      "垃圾那个给社会局，下水道那个供电，摆摊的让城管…哦没有城管，给公安吧",
      ["offer dispatch 12 社会事务局", "offer dispatch 3 供电公司", "offer dispatch 9 公安分局"],
    ],
    ["垃圾那个给社会局，闪电那个给供电", ["offer dispatch 12 社会事务局", "tell none-of-that"]],
    ["垃圾那个给社会局，闪电那个供电", ["offer dispatch 12 社会事务局", "tell none-of-that"]],
    // The words alone, beside one that is called so.
    ["闪电那个给供电，摆摊给公安", ["tell none-of-that", "offer dispatch 9 公安分局"]],
    ["闪电那个给供电，把摆摊交给公安吧", ["tell none-of-that", "offer dispatch 9 公安分局"]],
    ["垃圾的归社会局，摆摊的归公安，尽快", ["offer dispatch 12 社会事务局", "offer dispatch 9 公安分局 尽快"]],
  ])("each is shown with its unit, and of the others it is said that none is found: %s", (text, expected) => {
    expect(all(text)).toEqual(expected);
  });
});
