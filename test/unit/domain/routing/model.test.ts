import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { whole } from "../../../../src/cli/routing/measure.ts";
import { calibrate, calibrationOf, leadOf } from "../../../../src/domain/routing/calibrate.ts";
import { contrast } from "../../../../src/domain/routing/contrast.ts";
import { eachGram, eachWord } from "../../../../src/domain/routing/grams.ts";
import { type Example, Judge, learn } from "../../../../src/domain/routing/model.ts";
import { packed, unpacked } from "../../../../src/domain/routing/packed.ts";
import { sampled } from "../../../../src/domain/routing/sample.ts";
import { DUTIES, examplesOf } from "../../../support/routing.ts";

const judgeOf = (examples: readonly Example[]) => new Judge(DUTIES, whole(learn(examples)));
const first = (judge: Judge, text: string) => judge.rank(text)[0]?.unit;

describe("a judge", () => {
  it("knows without an example what the duty table says, in its words and in those of people", () => {
    const judge = new Judge(DUTIES, null);
    expect(first(judge, "申请用电报装")).toBe("power");
    expect(first(judge, "宿舍停水两天了")).toBe("water");
    expect(first(judge, "职工子女没有学位")).toBe("school");
    expect(judge.rank("").map(({ score }) => score)).toEqual([-1, -1, -1]);
  });

  it("suggests by a sentence of duties, too, and rather by what stands in the table", () => {
    const duties = [
      { unit: "lights", phrases: ["照明中心", "路灯"] },
      { unit: "works", phrases: ["建管局"], sentence: "主要负责园区路灯、绿化养护，以及排水管网的建设和维护等工作" },
      { unit: "school", phrases: ["教育局"], sentence: "负责园区学位的协调和维护工作，维护教学楼，日常保养" },
    ];
    const judge = new Judge(duties, null);
    expect(first(judge, "绿化带死了一片")).toBe("works");
    expect(judge.dutyWordIn("门口排水不畅", "works")).toBe("排水");
    expect(first(judge, "门口管网堵了")).toBe("works");
    expect(first(judge, "路灯不亮")).toBe("lights");
    // What every office does is nobody's sign.
    for (const said of ["请协调一下", "维护工作没人做", "园区负责的建设", "设备要日常保养"])
      for (const { unit } of duties) expect(judge.dutyWordIn(said, unit), said).toBeNull();
  });

  it("learns from what was decided what stands in no table, and names the words", () => {
    const judge = judgeOf(examplesOf(8));
    expect(first(judge, "机器嗡嗡响，又跳闸")).toBe("power");
    expect(judge.wordsFor("机器嗡嗡响，又跳闸", "power", 2)).toEqual(expect.arrayContaining(["跳闸"]));
    expect(judge.wordsFor("机器嗡嗡响", "nobody", 2)).toEqual([]);
    expect(judge.casesOf("power")).toBe(8);
    expect(judge.casesOf("nobody")).toBe(0);
  });

  it("learns words as words, not as the same characters across two of them", () => {
    const pieces: string[] = [];
    eachWord("门口的员工在门口", (word, _number, end) => pieces.push(`${word}${end}`));
    expect(pieces).toEqual(expect.arrayContaining(["门口2", "员工5", "门口8"]));
    expect(pieces.some((one) => one.startsWith("的员"))).toBe(false);
    const numbers = (each: typeof eachWord) => {
      const found = new Set<number>();
      each("员工", (_word, number) => found.add(number));
      return found;
    };
    const grams = numbers((text, hear) => eachGram(text, { shortest: 1, longest: 3 }, hear));
    expect([...numbers(eachWord)].filter((one) => grams.has(one))).toEqual([]);
  });

  it("learns all units against each other, the same every time", () => {
    const text = (...at: number[]) => ({ at: Int32Array.from(at), by: Float32Array.from(at, () => Math.SQRT1_2) });
    const texts = [text(0, 3), text(1, 3), text(2, 3), text(0, 4), text(1, 4), text(2, 4)];
    const learned = () => whole(contrast(texts, 5, { owners: [0, 1, 2, 0, 1, 2], units: 3 }));
    const [one, again] = [learned(), learned()];
    for (const unit of [0, 1, 2])
      for (const feature of [0, 1, 2]) {
        if (unit === feature) expect(one.of(unit, feature)).toBeGreaterThan(1);
        else expect(one.of(unit, feature)).toBeLessThan(0);
        expect(again.of(unit, feature)).toBe(one.of(unit, feature));
      }
    // What all have tells nobody apart.
    expect(Math.abs(one.of(0, 3))).toBeLessThan(Math.abs(one.of(0, 0)) / 3);
  });

  it("follows what was decided against the table", () => {
    const examples = examplesOf(8).map((one) => (one.text.includes("没水") ? { ...one, unit: "school" } : one));
    expect(first(judgeOf(examples), "宿舍没水")).toBe("school");
  });

  it("survives contradictions, a unit with one example, and units that nobody has any more", () => {
    const twice = [...examplesOf(3), ...examplesOf(3).map((one) => ({ ...one, unit: "school" }))];
    const judge = judgeOf([...twice, { unit: "gone", text: "路灯坏了" }]);
    expect(judge.rank("路灯坏了").map(({ unit }) => unit)).toEqual(
      expect.arrayContaining(["power", "water", "school"]),
    );
    expect(judge.rank("路灯坏了").some(({ unit }) => unit === "gone")).toBe(false);
  });

  it("is the same from the same, and comes back from its bytes", () => {
    const learned = whole(learn(examplesOf(6)));
    expect(packed(whole(learn(examplesOf(6))))).toEqual(packed(learned));
    expect(unpacked(packed(learned))).toEqual(learned);
    // As a database gives them: a part of what came over the wire.
    expect(unpacked(Buffer.concat([Buffer.from("x"), packed(learned), Buffer.from("yz")]).subarray(1, -2))).toEqual(
      learned,
    );
    expect(new Judge(DUTIES, unpacked(packed(learned))).rank("水压低")).toEqual(
      new Judge(DUTIES, learned).rank("水压低"),
    );
  });

  it("ranks each unit once, whatever is said", () => {
    const judge = judgeOf(examplesOf(5));
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: "grapheme", maxLength: 4000 })), (text) => {
        const ranked = judge.rank(text);
        expect(ranked.map(({ unit }) => unit).toSorted()).toEqual(["power", "school", "water"]);
        for (const { score } of ranked) expect(Number.isFinite(score)).toBe(true);
      }),
    );
  });
});

describe("from which lead on it is sure", () => {
  it("is where at most one in twenty-five is wrong of what it had not learned from", () => {
    const judged = Array.from({ length: 200 }, (_, index) => ({
      lead: 200 - index,
      right: index < 100 || index % 2 === 0,
    }));
    const { sureFrom, sure, right, held } = calibrationOf(judged);
    expect(right / sure).toBeGreaterThanOrEqual(0.96);
    expect([sureFrom, sure, held]).toEqual([201 - sure, sure, 200]);
    expect(sure).toBeGreaterThan(100);
  });

  it("is nowhere where too little is known, or nothing is right", () => {
    expect(whole(calibrate(examplesOf(5), DUTIES)).sureFrom).toBeNull();
    expect(whole(calibrate([], DUTIES)).sureFrom).toBeNull();
    expect(calibrationOf(Array.from({ length: 90 }, () => ({ lead: 1, right: false }))).sureFrom).toBeNull();
  });

  it("is found for what is told apart easily", () => {
    const { sureFrom, held } = whole(calibrate(examplesOf(40), DUTIES));
    expect(sureFrom).not.toBeNull();
    expect(held).toBe(120);
    expect(leadOf(judgeOf(examplesOf(40)).rank("3车间：水压太低"))).toBeGreaterThan(0);
  });
});

describe("what of a long history is learned from", () => {
  it("is the newest of each unit, no more than enough, and all of a unit that has few", () => {
    const units = fc.constantFrom("power", "water", "school", "works");
    fc.assert(
      fc.property(fc.array(units, { maxLength: 80 }), fc.integer({ min: 0, max: 60 }), (history, most) => {
        const examples = history.map((unit, at) => ({ unit, text: `${at}` }));
        const chosen = sampled(examples, most);
        expect(chosen.length).toBeLessThanOrEqual(most);
        const of = (list: readonly Example[], unit: string) => list.filter((one) => one.unit === unit);
        const largest = Math.max(0, ...["power", "water", "school", "works"].map((unit) => of(chosen, unit).length));
        for (const unit of new Set(history)) {
          const [all, kept] = [of(examples, unit), of(chosen, unit)];
          expect(kept).toEqual(all.slice(all.length - kept.length));
          // Nobody gets less than another without need.
          expect(kept.length).toBeGreaterThanOrEqual(Math.min(all.length, largest));
        }
        if (examples.length <= most) expect(chosen).toEqual(examples);
      }),
    );
  });
});
