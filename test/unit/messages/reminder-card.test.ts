import { describe, expect, it } from "vitest";
import type { IssueView } from "../../../src/messages/reader.ts";
import { type ReminderWords, reminderCard } from "../../../src/messages/reminder-card.ts";
import { renderText } from "../../../src/messages/render-text.ts";

const ISSUE: IssueView = {
  id: 12,
  title: "三车间停电",
  text: "三车间停电",
  state: "answered",
  outcome: null,
  urgency: "normal",
  confidential: false,
  company: null,
  unverified: false,
  category: null,
  department: null,
  handler: null,
  due: null,
  dueShort: null,
  light: null,
  measure: null,
  promise: null,
  promised: null,
  publicAnswer: null,
  reason: null,
  pictures: 0,
};

function said(rung: string, isOver: boolean): string {
  const reminder: ReminderWords = {
    issue: ISSUE,
    rung,
    text: null,
    deadline: "12月1日（周二）17:30",
    distance: " 2 小时",
    isOver,
    helper: null,
    instead: null,
    mayExtend: false,
    toCompany: true,
  };
  return renderText(reminderCard([reminder]));
}

describe("a reminder that goes after its deadline", () => {
  it("to confirm says that the time is over, and names no day that is past", () => {
    expect(said("confirm", false)).toContain("到 12月1日（周二）17:30 没有确认会自动办结");
    expect(said("confirm", true)).toContain("请确认是否解决；确认时间已到，再不确认，很快会自动办结");
    expect(said("confirm", true)).not.toContain("12月1日");
  });

  it("of the yellow light does not say that time is left", () => {
    expect(said("answer-warning", false)).toContain("黄灯：答复期限 12月1日（周二）17:30，还剩 2 小时");
    expect(said("answer-warning", true)).toContain("答复期限 12月1日（周二）17:30 已过，还没有答复");
    expect(said("answer-warning", true)).not.toMatch(/还剩|黄灯/u);
  });
});
