import { describe, expect, it } from "vitest";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { own, said, saidInFull, situationIn } from "../../../support/talk.ts";

/** That nobody is to be pressed, or not yet: nothing is pressed, taken back or raised by it. */

const OWN = [
  own(5, "in_progress", "信号差，车间打不通电话"),
  own(6, "dispatched", "厂门口路上有坑"),
  own(7, "in_progress", "职工子女小学学位"),
  own(9, "in_progress", "工伤认定拖了三个月"),
];
const COMPANY = { who: "liaison", place: "direct", issues: OWN } as const;

describe("what is not to be pressed", () => {
  it.each([
    "信号那个先不急着催",
    "坑那个缓一缓再催",
    "小学那个先不催了",
    "工伤那个先不催了，老板说再等等",
    "坑的事我们不急，别催他们",
    "不要催供电了",
    "老板说先压一压，那个工伤的先不要催了",
    "暂时不用催，等他们回话",
    "催办缓两天",
    "催办先缓缓",
    "等两天再催吧",
    "不急，过两天再催",
    "学位那个过了年再催",
    "5号先别着急催",
    "9号的不用再帮我们催了，人家说下周给结果",
    "路上那个坑 先停一停催",
    "先不催，小学那个还在等通知",
    "明天再催吧",
  ])("is left, in a direct chat as in a group: %s", (text) => {
    expect(said(text, COMPANY)).toBe("tell");
    expect(saidInFull(text, { ...COMPANY, place: "enterprise" })).toEqual(["tell urge-stands"]);
  });

  it.each(["9先不催了", "信号那个先不急着催", "先别催供电", "6号缓两天再催"])(
    "is left by the coordinator, too: %s",
    (text) => {
      const office = { who: "coordinator", place: "direct", issues: OWN } as const;
      expect(saidInFull(text, office)).toEqual(["tell not-pressed"]);
    },
  );

  it("is left by a leader who would order it", () => {
    const leader = { who: "leader", place: "direct", issues: OWN } as const;
    expect(saidInFull("9先不督办，等他们周五答复", leader)).toEqual(["tell not-pressed"]);
    expect(saidInFull("9先不督办，等他们周五答复", { ...leader, place: "supervision" })).toEqual(["silence"]);
  });

  it.each([
    ["信号那个先不催了，另外厂门口又积水了", "offer submit"],
    ["坑那个撤了吧，别催了", "offer withdraw 6"],
    ["先别催供电，信号那个催一下", "do urge 5"],
  ])("is told beside what else is said: %s", (text, other) => {
    expect(said(text, COMPANY)).toBe(`tell + ${other}`);
  });

  it.each([
    ["坑那个催一下", "do urge 6"],
    ["不好意思再催一下信号那个", "do urge 5"],
    ["能不能催一下信号那个", "do urge 5"],
    ["要不催一下5号", "do urge 5"],
    ["怎么不催一下5号", "do urge 5"],
    ["信号那个等了三天了再催一下", "offer urge 5"],
    ["5号不催不行啊", "do urge 5"],
    ["不想老催你们，但是信号那个都三天了", "do urge 5"],
    ["5号、6号分别催一下", "offer urge 5 + offer urge 6"],
  ])("is none of what presses: %s", (text, wanted) => {
    expect(said(text, COMPANY)).toBe(wanted);
  });
});

describe("while something is asked", () => {
  const doing = (command: string, number: number | null, rest = "") => ({ command, word: command, number, rest });

  it("drops an offer to press, and leaves any other as it is", () => {
    const text = "信号那个先不催了";
    const offer = (one: ReturnType<typeof doing>) =>
      understand(text, { ...situationIn(COMPANY), question: { ask: "offer", doings: [one] } });
    expect(offer(doing("urge", 5))).toMatchObject({ steps: [{ kind: "tell" }], answers: true });
    expect(offer(doing("submit", null, "食堂停水"))).toMatchObject({ steps: [{ kind: "tell" }], keepsQuestion: true });
  });

  it("is no text that is asked for", () => {
    const question = { ask: "need", doing: doing("submit", null), what: "text" } as const;
    const understood = understand("不要催供电了", { ...situationIn(COMPANY), question });
    expect(understood).toMatchObject({ steps: [{ kind: "tell" }], keepsQuestion: true });
  });
});
