import { describe, expect, it } from "vitest";
import { type JudgedLine, judgedTalk, TALK_FILES } from "../../support/talk.ts";

const described = ({ line, outcome }: JudgedLine) => `${line.id} ${line.text} → ${JSON.stringify(outcome)}`;

describe("the program's own lines of talk", () => {
  it("are all understood where a command's own words are said", () => {
    const judged = judgedTalk("strict");
    expect(judged.filter(({ verdict, harmful }) => verdict !== "right" || harmful).map(described)).toEqual([]);
    expect(judged.length).toBeGreaterThan(150);
  });

  it.each(TALK_FILES.filter((name) => name !== "strict"))("are understood by 95 in 100 of the %s", (name) => {
    const judged = judgedTalk(name);
    const wrong = judged.filter(({ verdict }) => verdict !== "right");
    expect(judged.length).toBeGreaterThan(150);
    expect(wrong.length / judged.length, wrong.map(described).join("\n")).toBeLessThanOrEqual(0.05);
  });

  it("make hardly ever a move that nobody wanted", () => {
    const judged = TALK_FILES.flatMap(judgedTalk);
    const harmful = judged.filter((one) => one.harmful);
    expect(harmful.length / judged.length, harmful.map(described).join("\n")).toBeLessThanOrEqual(0.003);
  });

  it("have each an id of their own", () => {
    const ids = TALK_FILES.flatMap(judgedTalk).map(({ line }) => line.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
