import { describe, expect, it } from "vitest";
import type { Audience } from "../../../../src/domain/issue/audience.ts";
import { type Issue, STATES } from "../../../../src/domain/issue/issue.ts";
import { LADDER_STEPS, type StepName } from "../../../../src/domain/park/org.ts";
import { remindersCard } from "../../../../src/features/reminders/reminders-notice.ts";
import { Reader } from "../../../../src/messages/reader.ts";
import { renderText } from "../../../../src/messages/render-text.ts";
import { COMPANY, issue, on, PARK } from "../../../support/domain.ts";

const DEADLINE = on("12-01 17:30");
const UNIT: Audience = { kind: "department", department: "power" };

function said(rung: StepName, now: string, about: Partial<Issue> = {}, audience: Audience = UNIT): string {
  const item = { issueId: 12, rung, about: "power", deadline: DEADLINE.toISOString() };
  const holding = [{ item, issue: issue({ id: 12, due: DEADLINE, ...about }) }];
  return renderText(remindersCard(holding, new Reader(audience, { park: PARK, now: on(now) })));
}

const nextOf = (text: string) => text.split("\n").at(-1);

describe("a reminder that goes after its deadline", () => {
  it("to confirm says that the time is over, and names no day that is past", () => {
    const confirm = (now: string) => said("confirm", now, { state: "answered" }, { kind: "company", actor: COMPANY });
    expect(confirm("12-01 15:30")).toContain("到 12月1日 周二 17:30 未确认将自动办结");
    expect(confirm("12-02 09:00")).toContain("请确认是否解决；确认期限已到，仍不确认的将自动办结");
    expect(confirm("12-02 09:00")).not.toContain("12月1日");
  });

  it("to confirm says nothing of closing when the company has talked about the answer", () => {
    const talked = { state: "answered", heardAt: on("11-30 09:00") } as const;
    const confirm = said("confirm", "12-01 15:30", talked, { kind: "company", actor: COMPANY });
    expect(confirm).toContain("请确认是否解决；您确认前不会办结");
    expect(confirm).not.toContain("自动办结");
  });

  it("of the yellow light does not say that time is left", () => {
    expect(said("answer-warning", "12-01 15:30")).toContain("黄灯：答复期限 12月1日 周二 17:30，还剩 2 小时");
    expect(said("answer-warning", "12-02 09:00")).toContain("答复期限 12月1日 周二 17:30 已过，尚未答复");
    expect(said("answer-warning", "12-02 09:00")).not.toMatch(/还剩|黄灯/u);
  });
});

describe("what can be done about a reminder", () => {
  it("is said of every step, in every state, in words that name the issue", () => {
    for (const rung of LADDER_STEPS) {
      for (const state of STATES) expect(nextOf(said(rung, "12-02 09:00", { state }))).toMatch(/^\p{Script=Han}+ 12/u);
    }
  });

  it("is to ask for more time only while there is enough of it", () => {
    const about = { state: "in_progress" } as const;
    expect(nextOf(said("answer-warning", "11-27 09:00", about))).toBe("答复 12 …　延期 12 3天 原因");
    expect(nextOf(said("answer-warning", "12-01 09:00", about))).toBe("答复 12 …");
  });

  it("is what its reader can do, and where that is nothing, to look at it", () => {
    const talked = { state: "answered", heardAt: on("11-30 09:00") } as const;
    const late = (audience: Audience) => nextOf(said("confirm-late", "12-02 09:00", talked, audience));
    expect(late(UNIT)).toBe("联系 12 已电话沟通　更正 12 …　进度 12");
    expect(late({ kind: "coordinator" })).toBe("进度 12");
    expect(nextOf(said("supplement-late", "12-02 09:00", {}, { kind: "coordinator" }))).toBe("进度 12");
  });

  it("is said to the coordinator and the leaders in their own words", () => {
    expect(nextOf(said("sign-late", "12-02 09:00", {}, { kind: "coordinator" }))).toBe("督办 12 …　转派 12 单位名");
    expect(nextOf(said("answer-leader", "12-08 17:31", {}, { kind: "supervision" }))).toBe("批示 12 …");
  });
});
