import { describe, expect, it } from "vitest";
import { STATES } from "../../../src/domain/issue/issue.ts";
import type { Card } from "../../../src/messages/card.ts";
import {
  dossierCard,
  fieldsOf,
  issueLine,
  issueTitle,
  progressCard,
  receiptCard,
} from "../../../src/messages/issue-card.ts";
import type { IssueView } from "../../../src/messages/reader.ts";
import { renderText } from "../../../src/messages/render-text.ts";
import {
  countsLine,
  distanceText,
  limitText,
  NEXT_STEPS,
  rateText,
  STATE_WORDS,
  type Standing,
  stateText,
  workingTime,
} from "../../../src/messages/zh-cn/terms.ts";

const ISSUE: IssueView = {
  id: 12,
  title: "三车间昨晚停电两次",
  text: "三车间昨晚停电两次，影响交货",
  state: "dispatched",
  outcome: null,
  voided: false,
  mergedInto: null,
  joined: 0,
  urgency: "normal",
  confidential: false,
  company: null,
  unverified: false,
  contact: null,
  throughBot: false,
  category: "用电",
  department: "供电公司",
  handler: null,
  due: "11月23日 周一 09:00",
  light: null,
  measure: null,
  promise: null,
  promisePast: false,
  promised: null,
  publicAnswer: null,
  reason: "停电 → 用电 → 供电公司",
  pictures: 0,
};
const COUNTS = { collected: 95, measured: 92, solved: 82, open: 13 };
const lines = (card: Card) => renderText(card).split("\n");

describe("the words", () => {
  it("name every state, and how a closed issue was closed", () => {
    for (const state of STATES) {
      expect(STATE_WORDS[state]).toMatch(/^\p{Script=Han}+$/u);
      expect(NEXT_STEPS[state] ?? "办结").toMatch(/^\p{Script=Han}+$/u);
    }
    const standing = (more: Partial<Standing>) => stateText({ ...ISSUE, ...more });
    expect(standing({ state: "closed", outcome: "unconfirmed" })).toBe("已办结（超时未确认）");
    expect(standing({ state: "in_progress" })).toBe("办理中");
  });

  it("tell what was taken back from what was voided, and where a merged issue went", () => {
    const standing = (more: Partial<Standing>) => stateText({ ...ISSUE, ...more });
    expect(standing({ state: "withdrawn" })).toBe("已撤回");
    expect(standing({ state: "withdrawn", voided: true })).toBe("已作废");
    expect(standing({ state: "merged", mergedInto: 7 })).toBe("已并入 #7");
  });

  it.each([
    [0, "不到 10 分钟"],
    [9, "不到 10 分钟"],
    [10, " 10 分钟"],
    [78, " 1 小时 20 分钟"],
    [390, " 1 个工作日"],
  ])("say how far a deadline of %i minutes is, never as none", (minutes, text) => {
    expect(distanceText(minutes, 390)).toBe(text);
  });

  it.each([
    [0, 390, "0 小时"],
    [30, 390, "0.5 小时"],
    [384, 390, "6 小时 20 分钟"],
    [390, 390, "1 个工作日"],
    [585, 390, "1 个工作日 3 小时 20 分钟"],
    [2730, 390, "7 个工作日"],
  ])("say %i minutes of %i a day as %s", (minutes, perDay, text) => {
    expect(workingTime(minutes, perDay)).toBe(text);
  });

  it("say limits and rates, a rate with its parts", () => {
    expect(["4h", "7d", "30m", "1.5h", "?"].map(limitText)).toEqual([
      "4 小时",
      "7 个工作日",
      "30 分钟",
      "1.5 小时",
      "?",
    ]);
    expect(rateText(82, 95)).toBe("86.3%（82/95）");
    expect(rateText(0, 0)).toBe("—（0/0）");
    expect(countsLine(COUNTS)).toBe("收集 95　有措施 92　已解决 82　未解决 13");
  });
});

describe("an issue", () => {
  it("in a title has its number and marks", () => {
    expect(issueTitle(ISSUE)).toBe("#12 三车间昨晚停电两次");
    expect(issueTitle({ ...ISSUE, urgency: "urgent", confidential: true })).toBe("#12 ［紧急·保密］三车间昨晚停电两次");
  });

  it("in a list has state, unit and due date, and the company where it may be named", () => {
    expect(issueLine(ISSUE)).toBe("#12 三车间昨晚停电两次（待签收，供电公司，期限 11月23日 周一 09:00）");
    expect(issueLine({ ...ISSUE, company: "某企业", department: null, due: null, state: "submitted" })).toBe(
      "#12 某企业：三车间昨晚停电两次（待派单）",
    );
    expect(issueLine({ ...ISSUE, state: "closed", outcome: "solved" })).toBe(
      "#12 三车间昨晚停电两次（已解决，供电公司）",
    );
  });

  it("in a receipt has number, title, unit, due date with weekday, and how to follow it", () => {
    const text = renderText(receiptCard(ISSUE));
    for (const part of ["#12", ISSUE.title, "供电公司", "11月23日 周一 09:00", "进度 12", "补充 12"]) {
      expect(text).toContain(part);
    }
    const unsure = renderText(receiptCard({ ...ISSUE, department: null, due: null }));
    expect(unsure).toContain("由营商办派单");
    expect(unsure).not.toContain("停电 →");
  });

  it("in its progress has the last public answer as what was said", () => {
    const card = progressCard({ ...ISSUE, handler: "王建国", publicAnswer: "设备已到" }, [
      { label: "协办", value: "住建局" },
    ]);
    expect(card.blocks).toContainEqual({ kind: "said", by: "最近答复", text: "设备已到" });
    expect(lines(card)).toEqual(expect.arrayContaining(["责任单位：供电公司 王建国", "协办：住建局"]));
    expect(renderText(progressCard(ISSUE))).not.toContain("最近答复");
  });

  it("in its progress has the promised date with the measure, whatever the measure's last text says", () => {
    const measured = { ...ISSUE, measure: "还要加线" };
    expect(lines(progressCard({ ...measured, promise: "12月1日 周二 17:30" }))).toContain(
      "措施：还要加线（承诺 12月1日 周二 17:30 前）",
    );
    expect(lines(progressCard(measured))).toContain("措施：还要加线");
  });

  it("for those who handle it has the whole text as what was said, and says that a liaison is not verified", () => {
    const card = dossierCard(
      "新诉求 #12",
      { ...ISSUE, company: "中塑科技", unverified: true },
      { fields: [], next: [{ command: "sign", id: 12 }] },
    );
    expect(card.blocks).toContainEqual({ kind: "said", by: "诉求内容", text: ISSUE.text });
    expect(renderText(card)).toContain("中塑科技（联络人未核实）");
  });
});

describe("what is told of an issue under labels", () => {
  it("stands in the catalogue's order, and what has no value is left out", () => {
    expect(fieldsOf({ due: "11月23日 周一 09:00", department: "供电公司", company: null, helpers: "" })).toEqual([
      { label: "责任单位", value: "供电公司" },
      { label: "答复期限", value: "11月23日 周一 09:00" },
    ]);
  });
});
