import { describe, expect, it } from "vitest";
import { timesOf } from "../../../src/cli/talk/times-of.ts";
import { type JudgedLine, judgedTalk, SAMPLE_PARK, TALK_FILES } from "../../support/talk.ts";

const described = ({ line, outcome }: JudgedLine) => `${line.id} ${line.text} → ${JSON.stringify(outcome)}`;

/** What is not heard yet, though it asks before it does anything: 诉求提了三个礼拜，连个电话都没有 is offered as an issue. */
const NOT_YET: ReadonlySet<string> = new Set(["C516", "O257", "O355", "P232", "P284"]);

describe("the program's own lines of talk", () => {
  it("are all understood where a command's own words are said", () => {
    const judged = judgedTalk("strict");
    expect(judged.filter(({ verdict, harmful }) => verdict !== "right" || harmful).map(described)).toEqual([]);
    expect(judged.length).toBeGreaterThan(150);
  });

  it.each(TALK_FILES.filter((name) => name !== "strict"))(
    "are understood, but for those that are known, of the %s",
    (name) => {
      const judged = judgedTalk(name);
      const wrong = judged.filter(({ verdict, line }) => verdict !== "right" && !NOT_YET.has(line.id));
      expect(judged.length).toBeGreaterThan(150);
      expect(wrong.map(described)).toEqual([]);
    },
  );

  it("make no move that nobody wanted", () => {
    expect(
      TALK_FILES.flatMap(judgedTalk)
        .filter((one) => one.harmful)
        .map(described),
    ).toEqual([]);
  });

  const EACH = 100;
  // Some readings double with each word: those never come to an end here.
  it("are understood at once also when they are said until the message is full", () => {
    const lines = TALK_FILES.flatMap(judgedTalk).flatMap(({ line }, index) => (index % EACH === 0 ? [line] : []));
    const [summary, ...slowest] = timesOf(lines, SAMPLE_PARK);
    expect(summary).toContain(`${lines.length} messages, each repeated until it has 2000 characters`);
    expect(slowest).toHaveLength(5);
  });

  it("have each an id of their own", () => {
    const ids = TALK_FILES.flatMap(judgedTalk).map(({ line }) => line.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
