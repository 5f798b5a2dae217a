import { describe, expect, it } from "vitest";
import type { Doing, Question } from "../../../../src/chat/understand/outcome.ts";
import { withPiece } from "../../../../src/chat/understand/piece.ts";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { pieceMeant } from "../../../../src/chat/understand/zh-cn-piece.ts";
import { own, situationIn, stepsInFull } from "../../../support/talk.ts";

/** A piece of a text, put right: which words do so, and where the piece goes. */

const SITUATION = situationIn({ who: "head", place: "direct", issues: [own(3, "in_progress", "三车间跳闸")] });

describe("what is meant in place of a piece", () => {
  it.each([
    ["哦不是周六，是周日", "周日"],
    ["说错了是明晚", "明晚"],
    ["啊不对，换了15个", "换了15个"],
    ["等下，人数搞错了，是39人", "39人"],
    ["两台，不是三台", "两台"],
    ["时间报错了，应该是下周三", "下周三"],
    ["不好意思，数弄错了，是八盏", "八盏"],
  ])("is found: %s", (text, meant) => {
    expect(pieceMeant(text)).toBe(meant);
  });

  it.each(["明天去换", "还没修好", "这不是我们的线路，要找移动公司去协调处理才行", "收到"])("is none: %s", (text) => {
    expect(pieceMeant(text)).toBeNull();
  });
});

describe("a text with a piece put right", () => {
  it.each([
    ["明晚停电调整，请提前准备", "今晚", "今晚停电调整，请提前准备"],
    ["已签12个工人", "15人", "已签15个工人"],
    ["末班车延到22:30，下周一开", "下周三开", "末班车延到22:30，下周三开"],
    ["末班车延到22:30，下周一开", "22:40", "末班车延到22:40，下周一开"],
    ["北段换了六盏灯", "八盏", "北段换了八盏灯"],
  ])("%s, by %s", (text, meant, anew) => {
    expect(withPiece(text, meant, SITUATION)).toBe(anew);
  });

  it.each([
    ["北段换了六盏灯，南段三盏", "八盏"],
    ["线路已修复", "八盏"],
    ["线路已修复", "修好了"],
  ])("is none where it has no such piece, or several: %s, by %s", (text, meant) => {
    expect(withPiece(text, meant, SITUATION)).toBeNull();
  });
});

describe("what an official says while something of his is shown", () => {
  const doing = (command: string, number: number, rest: string): Doing => ({ command, word: command, number, rest });
  const shown = (...doings: readonly Doing[]): Question => ({ ask: "offer", doings });
  const ISSUES = [own(3, "dispatched", "门口有人收停车费"), own(4, "dispatched", "电缆被偷")];
  const meantThen = (question: Question, text: string) =>
    stepsInFull(understand(text, { ...situationIn({ who: "head", place: "department", issues: ISSUES }), question }));

  it("puts the piece right beside a 签收 that is shown with it", () => {
    const question = shown(doing("sign", 3, ""), doing("note", 3, "本周六去现场，派12人"));
    expect(meantThen(question, "人数说错了，15人")).toEqual(["offer sign 3", "offer note 3 本周六去现场，派15人"]);
    expect(meantThen(question, "哦不是周六，是周日")).toEqual(["offer sign 3", "offer note 3 周日去现场，派12人"]);
  });

  it.each([
    ["停车费那个已经立案，拘了两个，跟企业讲一声", "停车费那个已经立案，拘了两个"],
    ["3号刚抓到人，麻烦告诉企业", "刚抓到人"],
  ])("tells something new, and the company shall hear that: %s", (text, rest) => {
    const question = shown(
      doing("sign", 3, ""),
      doing("note", 3, "晚上加派巡逻"),
      doing("sign", 4, ""),
      doing("note", 4, "晚上加派巡逻"),
    );
    expect(meantThen(question, text)).toEqual([`offer progress 3 ${rest}`]);
  });

  it.each(["这个可以告诉企业", "跟企业讲一声", "让他们也知道吧"])(
    "and nothing new, the company shall hear what is shown: %s",
    (text) => {
      expect(meantThen(shown(doing("note", 3, "晚上加派巡逻")), text)).toEqual(["offer progress 3 晚上加派巡逻"]);
    },
  );
});
