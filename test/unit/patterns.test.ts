import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { givenTogether, listedBehind } from "../../src/chat/understand/zh-cn-words-beside.ts";
import { patternsIn, repeatedGroups, withoutLooks } from "../support/patterns.ts";

/**
 * What people write goes through some hundred patterns, in the one thread that answers everybody. Where the words of a
 * repeated group can be read in two ways (全都 as 全都, or as 全 and 都), a text of n of them that does not fit in the
 * end is read in 2ⁿ ways: one message of a few lines stands still for years.
 */

const FOLDERS = ["chat", "domain", "features", "messages", "org", "outbox", "platforms", "sandbox", "shared"];
const PATTERNS = await patternsIn(FOLDERS);
/** By the group itself: what it is a part of may hide the fault today, and show it tomorrow. */
const GROUPS = new Map(
  PATTERNS.flatMap(({ source, flags, file }) =>
    repeatedGroups(source).map((group): [string, { group: string; flags: string; file: string }] => [
      group,
      { group, flags: flags.replace(/[^isu]/gu, ""), file },
    ]),
  ),
);

/** Enough that 2ⁿ is seen, and n is not. */
const WORDS = Array.from({ length: 22 }, (_, index) => index + 3);
const SEEN_MS = 20;
const SAMPLES = 40;

describe("a group that is repeated reads its words in one way", () => {
  it("and there are such groups", () => {
    expect(PATTERNS.length).toBeGreaterThan(400);
    expect(GROUPS.size).toBeGreaterThan(30);
  });

  it.each([...GROUPS.values()])("$file: $group", ({ group, flags }) => {
    expect(slowest(group, flags)).toBeUndefined();
  });
});

/** A word, or two, that the group takes, and that cost more than their length when they are repeated. */
function slowest(group: string, flags: string): string | undefined {
  const words = wordsOf(group, flags);
  const whole = new RegExp(`^(?:${group})+\uffff$`, flags);
  return words.flatMap((one, index) => [one, one + (words[index + 1] ?? "")]).find((word) => isSlow(whole, word));
}

function isSlow(whole: RegExp, word: string): boolean {
  return WORDS.some((count) => {
    const text = word.repeat(count);
    return quickest(() => whole.test(text)) > SEEN_MS;
  });
}

/** Words that the group takes, and two of them together that it may take as one. */
function wordsOf(group: string, flags: string): readonly string[] {
  const once = new RegExp(`^${withoutLooks(group)}$`, flags.replace("i", ""));
  const words = fc.sample(fc.stringMatching(once, { size: "xsmall" }), { numRuns: SAMPLES, seed: 1 });
  return [...new Set(words.filter((one) => one.length > 0))];
}

/** What joins the parts of a list may stand in its words as well, and be read as either. */
const JOINS = ["、", "和", "跟", "与", "及", "还有", "以及", "加", "加上", "再加上", "也", "都", "一起", "就", "给"];
const LIST_MS = 2;

describe("a list is parted in time that grows with its length", () => {
  it.each(JOINS)("%s", (join) => {
    const run = join.repeat(200 / join.length);
    for (const ends of ["", "都", "都给\ue000", "\ue000"]) {
      expect(quickest(() => givenTogether(`1${run}${ends}`))).toBeLessThan(LIST_MS);
      expect(quickest(() => listedBehind(`1${run}${ends}`))).toBeLessThan(LIST_MS);
    }
  });
});

function quickest(work: () => unknown): number {
  const tries = [0, 1, 2].map(() => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  });
  return Math.min(...tries);
}

describe("the check itself", () => {
  it("sees what can be read in two ways, and nothing else", () => {
    const slow = (group: string) => {
      const found = repeatedGroups(`^${group}*$`).at(-1) ?? "";
      return slowest(found, "u") !== undefined;
    };
    expect(slow("(?:全都?|都)")).toBe(true);
    expect(slow("(?:(?:你|您)+好?)")).toBe(true);
    expect(slow("(?:全(?!部)|都|全部)")).toBe(false);
    expect(slow("(?:你好?|您)")).toBe(false);
  });
});
