import { describe, expect, it } from "vitest";
import type { Question } from "../../../../src/chat/understand/outcome.ts";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { answerToBeWritten } from "../../../../src/chat/understand/ways.ts";
import { own, type Spoken, situationIn, stepsInFull } from "../../../support/talk.ts";

/** A text is shown, and changed in a piece: it is shown whole again, and the words that change it are never the answer. */

const HEAD: Spoken = {
  who: "head",
  place: "direct",
  issues: [own(41, "in_progress", "停水"), own(37, "in_progress", "水压低")],
};
const TEXT = "水管已修好，预计今天下午三点恢复供水";
const ANSWER = { command: "answer", word: "答复", number: 41, rest: TEXT };
/** A draft that no yes sends, and an answer that one does. */
const DRAFT: Question = answerToBeWritten(ANSWER);
const SHOWN: Question = { ask: "offer", doings: [ANSWER] };

function said(text: string, question: Question | null, spoken: Spoken = HEAD): readonly string[] {
  return stepsInFull(understand(text, { ...situationIn(spoken), question }));
}

describe.each([
  ["a draft", DRAFT],
  ["an answer", SHOWN],
] as const)("while %s is shown", (_, question) => {
  it.each([
    ["把今天下午三点改成明天中午十二点，其他不变", "水管已修好，预计明天中午十二点恢复供水"],
    ["下午三点改成后天上午，别的照旧", "水管已修好，预计后天上午恢复供水"],
    ["三点改成明早八点，其余不动", "水管已修好，预计明早八点恢复供水"],
    ["3点换成5点半", "水管已修好，预计今天下午5点半恢复供水"],
    ["三点 改成 晚上七点 ，改好再发", "水管已修好，预计今天晚上七点恢复供水"],
    ["三点不对，是五点", "水管已修好，预计今天下午五点恢复供水"],
    ["不是三点，是五点", "水管已修好，预计今天下午五点恢复供水"],
    ["是五点，不是三点", "水管已修好，预计今天下午五点恢复供水"],
    ["时间改成明早八点", "水管已修好，预计明早八点恢复供水"],
    ["改成明早八点", "水管已修好，预计明早八点恢复供水"],
    ["水管改成主管道，三点改成四点，其它不变", "主管道已修好，预计今天下午四点恢复供水"],
    ["41的答复把三点改为四点", "水管已修好，预计今天下午四点恢复供水"],
    ["“恢复供水”改成“恢复正常供水”", "水管已修好，预计今天下午三点恢复正常供水"],
    ["预计后面加个大约", "水管已修好，预计大约今天下午三点恢复供水"],
    ["去掉水管已修好", "预计今天下午三点恢复供水"],
    ["把预计两个字删了", "水管已修好，今天下午三点恢复供水"],
    ["水管那句不要了", "预计今天下午三点恢复供水"],
    ["最后一句去掉", "水管已修好"],
    ["后面加一句，给贵司添麻烦了", `${TEXT}\n给贵司添麻烦了`],
    ["再加一句：给贵司添麻烦了，其他不变", `${TEXT}\n给贵司添麻烦了`],
    ["改成：今晚八点恢复供水，请放心", "今晚八点恢复供水，请放心"],
  ])("it is changed, and shown whole: %s", (text, expected) => {
    expect(said(text, question)).toEqual([`offer answer 41 ${expected}`]);
  });

  it.each(["把四点改成五点", "原方案改成明渠，其余不变", "“换泵”那句删掉", "把三点改成五点，企业要是有意见再联系我们"])(
    "it is said that it has no such words, or that they were not understood: %s",
    (text) => {
      const [told, ...more] = said(text, question);
      expect(told).toBe("tell not-in-text");
      // What a yes would send stays in sight.
      expect(more).toEqual(question === SHOWN ? [`offer answer 41 ${TEXT}`] : []);
    },
  );
});

describe("what is no change of a text", () => {
  it.each([
    ["是", "do answer 41"],
    ["改成备注", "offer note 41"],
    ["算了", "silence"],
  ])("stays what it was while an answer is shown: %s", (text, expected) => {
    expect(said(text, SHOWN).join()).toMatch(new RegExp(`^${expected}`, "u"));
  });

  it.each(["短一点", "语气客气点", "这个改成进展", "重写，就说今晚恢复"])(
    "is no answer either where it speaks of the draft: %s",
    (text) => {
      expect(said(text, DRAFT).join()).not.toMatch(/(?:do|offer) answer/u);
    },
  );

  it("in a company's words is told of its matter", () => {
    const spoken: Spoken = { who: "liaison", place: "direct", pending: { ask: "submit?", text: "想把仓库二楼加固" } };
    const { question } = situationIn(spoken);
    expect(said("二楼改成三楼", question, spoken)).toEqual(["offer submit - 想把仓库三楼加固"]);
    expect(said("门口改成单行道，车进不来", question, spoken).join()).not.toContain("not-in-text");
  });
});

describe("where nothing is shown", () => {
  it.each(["把今天下午三点改成明天中午十二点，其他不变", "三点改成明早八点，别的照旧"])(
    "nothing is promised by it: %s",
    (text) => {
      expect(said(text, null)).toEqual(["tell nothing-to-edit"]);
    },
  );

  it.each(["改成：水管已换新，明天中午恢复", "改成今晚八点换好加压泵，请放心"])(
    "the issue is a guess, and shown first: %s",
    (text) => {
      const spoken: Spoken = { ...HEAD, issues: [own(41, "answered", "停水"), own(37, "in_progress", "水压低")] };
      expect(said(text, null, spoken).join()).toMatch(/^offer measure 37/u);
    },
  );

  it("another text is asked for in place of a change, where a whole one is", () => {
    const question: Question = { ask: "need", doing: { ...ANSWER, rest: "" }, what: "text" };
    expect(said("把三点改成四点，其他不变", question)).toEqual(["tell not-in-text", "need answer 41"]);
  });
});
