import { describe, expect, it } from "vitest";
import type { Doing, Question, Way } from "../../../../src/chat/understand/outcome.ts";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { answerToBeWritten, isLeft, wayTaken } from "../../../../src/chat/understand/ways.ts";
import { togetherSaid } from "../../../../src/chat/understand/zh-cn-together.ts";
import { own, situationIn } from "../../../support/talk.ts";

const doing = (command: string, number: number, rest: string): Doing => ({ command, word: command, number, rest });
const MERGE: Way = { said: "merge", number: 31, doing: doing("merge", 32, "31") };
const JOIN: Way = { said: "join", number: 31, doing: doing("merge", 32, "31") };
const REFER: readonly Way[] = [1, 2].map((number) => ({
  said: "refer",
  number,
  doing: doing("refer", 12, String(number)),
}));

/** In free words, to what can be done by a word of its own. */
const taken = (ways: readonly Way[], text: string) =>
  wayTaken({ ask: "ways", ways }, text, [])?.map(({ rest }) => rest);

describe("what can be done by a word of its own", () => {
  it.each(["是", "是的", "是同一件事", "对，一回事", "并到那件里吧", "就是一件事", "请合并"])(
    "is taken up by «%s» where it is the company's own",
    (text) => {
      expect(taken([MERGE], text)).toEqual(["31"]);
    },
  );

  it.each(["好的", "收到，谢谢", "嗯", "1", "是上周的事", "不是一件事", "一件也没办", "我们一样着急", "合并报表的事"])(
    "is not taken up by «%s»",
    (text) => {
      expect(taken([MERGE], text)).toBeUndefined();
      expect(taken([JOIN], text)).toBeUndefined();
    },
  );

  it("asks for the text in place of a draft that cannot go as it is, and takes the only one of a list", () => {
    const question = answerToBeWritten(doing("answer", 12, "昨晚已恢复"));
    const situation = { ...situationIn({ who: "officer", issues: [own(12, "in_progress", "停电")] }), question };
    for (const text of ["改一下再发", "就照1号那样回"]) {
      const need = { kind: "need", what: "text", doing: { command: "answer", number: 12, rest: "" } };
      expect(understand(text, situation).steps).toMatchObject([need]);
    }
    expect(taken(REFER.slice(0, 1), "就照1号那样回")).toEqual(["1"]);
    expect(taken(REFER, "就照1号那样回")).toBeUndefined();
  });

  it("is joined by who says that it is like that with him, and not by a bare yes", () => {
    for (const text of ["情况一样", "我们也是", "我们情况也一样", "同样情况"])
      expect(taken([JOIN], text)).toEqual(["31"]);
    expect(taken([JOIN], "是")).toBeUndefined();
    expect(taken([MERGE], "我们也是")).toBeUndefined();
  });

  it("is the place of one that was listed, and no other figure", () => {
    for (const text of ["2", "第二条", "2号答复", "用第二个", "按第二条回", "参考一下第二条"])
      expect(taken(REFER, text)).toEqual(["2"]);
    expect(taken(REFER.slice(0, 1), "就用这个")).toEqual(["1"]);
    expect(taken(REFER, "就用这个")).toBeUndefined();
    for (const text of ["3", "12", "第二天去", "是", "用一个月"]) expect(taken(REFER, text)).toBeUndefined();
  });

  it("leaves a yes and a figure to what is offered beside it", () => {
    const offer: Question = { ask: "offer", doings: [doing("submit", 0, "停电")], ways: [MERGE] };
    for (const text of ["是", "对", "1"]) expect(wayTaken(offer, text, [])).toBeNull();
    expect(wayTaken(offer, "是同一件事", [])).toEqual([MERGE.doing]);
  });

  it("is left by a no, and by nothing else", () => {
    const question: Question = { ask: "ways", ways: [MERGE] };
    for (const text of ["不是", "不是同一件", "两码事", "不用了", "这个不是一回事", "跟31不是同一件"])
      expect(isLeft(question, text)).toBe(true);
    for (const text of ["不是一件事，那边是漏水", "进度 12", "没人来修"]) expect(isLeft(question, text)).toBe(false);
  });
});

describe("that two issues are one", () => {
  it.each<[string, number | null]>([
    ["合并吧", null],
    ["并到前面那个里面去吧", null],
    ["把这个并到31里面", 31],
    ["这个跟31是一回事", 31],
    ["和刚才那件是同一件事", null],
  ])("is said by «%s»", (text, number) => {
    expect(togetherSaid(text)).toEqual({ number });
  });

  it.each(["合并报表的事", "并购的事", "放到仓库里", "这个跟31不是一回事", "跟上次一样又停了", "合并公司税务怎么办"])(
    "is not said by «%s»",
    (text) => {
      expect(togetherSaid(text)).toBeNull();
    },
  );
});
