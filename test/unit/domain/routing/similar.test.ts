import { describe, expect, it } from "vitest";
import { accuracyOf, aucOf, macroF1Of, top2Of } from "../../../../src/domain/routing/figures.ts";
import { ALIKE, groupsOf, Likeness, textOf } from "../../../../src/domain/routing/similar.ts";

const SAID = [
  "三车间昨晚停电两次，影响交货",
  "昨晚停电两次，四车间赶不上交货",
  "厂门口的公交站没有雨棚",
  "公交站没有雨棚，下雨没处躲",
  "今年招不到焊工",
];

function compared(said: readonly string[]) {
  const texts = said.map(textOf);
  return { likeness: new Likeness(texts), texts };
}

describe("likeness", () => {
  it("is high for one matter in other words, 1 for the same words, 0 for nothing in common", () => {
    const { likeness, texts } = compared(SAID);
    const between = (one: number, other: number) =>
      likeness.between(texts[one] ?? textOf(""), texts[other] ?? textOf(""));
    expect(between(0, 1)).toBeGreaterThan(ALIKE);
    expect(between(2, 3)).toBeGreaterThan(ALIKE);
    expect(between(0, 2)).toBe(0);
    expect(between(1, 0)).toBeCloseTo(between(0, 1));
    expect(between(4, 4)).toBeCloseTo(1);
    expect(likeness.between(textOf(""), textOf("，。"))).toBe(0);
    const near = likeness.near(textOf("四车间也停电两次"), 0.1);
    expect(near.map(({ place }) => place).toSorted()).toEqual([0, 1]);
    for (const { place, like } of near)
      expect(like).toBeCloseTo(likeness.between(textOf("四车间也停电两次"), texts[place] ?? textOf("")));
  });

  it("puts into one group what is about one matter", () => {
    const { likeness, texts } = compared(SAID);
    expect(groupsOf(texts, likeness, ALIKE)).toEqual(
      [
        [2, 3],
        [0, 1],
      ].toSorted((one, other) => (one[0] ?? 0) - (other[0] ?? 0)),
    );
    expect(groupsOf([], likeness, ALIKE)).toEqual([]);
  });
});

describe("the figures", () => {
  const seen = [
    { unit: "a", ranked: ["a", "b"] },
    { unit: "a", ranked: ["b", "a"] },
    { unit: "b", ranked: ["b", "a"] },
    { unit: "c", ranked: ["a", "b", "c"] },
  ];

  it("count what is first, what is among the first two, and each unit alike", () => {
    expect(accuracyOf(seen)).toBe(0.5);
    expect(top2Of(seen)).toBe(0.75);
    // a: 2·1/(2+2), b: 2·1/(1+2), c: 0.
    expect(macroF1Of(seen)).toBeCloseTo((0.5 + 2 / 3) / 3);
    expect([accuracyOf([]), macroF1Of([])]).toEqual([0, 0]);
  });

  it("tell how surely pairs are told apart", () => {
    expect(aucOf([3, 2], [1, 0])).toBe(1);
    expect(aucOf([1, 1], [1])).toBe(0.5);
    expect(aucOf([2, 0], [1])).toBe(0.5);
  });
});
