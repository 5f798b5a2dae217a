import { describe, expect, it } from "vitest";
import { type DueBasis, readBasis } from "../../../../src/domain/issue/due-basis.ts";
import type { Issue } from "../../../../src/domain/issue/issue.ts";
import { dueLines } from "../../../../src/features/issues/due-date.ts";
import { Reader } from "../../../../src/messages/reader.ts";
import type { StoredEvent } from "../../../../src/store/events.ts";
import {
  COMPANY,
  COORDINATOR,
  inProgress,
  issue,
  made,
  moved,
  ORG,
  on,
  PARK,
  parkOf,
  undispatched,
} from "../../../support/domain.ts";

const MONDAY = on("11-16 09:00");
const NOW = on("11-18 10:00");

/** An event as the record has it: dispatched from the coordinator's desk, unless said otherwise. */
function event(more: Partial<StoredEvent>): StoredEvent {
  return {
    seq: 1,
    issueId: 12,
    version: 2,
    action: "dispatch",
    fromState: "submitted",
    toState: "dispatched",
    actor: {},
    platform: null,
    messageId: null,
    at: MONDAY,
    data: {},
    digest: "",
    previous: "",
    veils: null,
    hash: "",
    ...more,
  };
}

/** The event of a dispatch, and the issue after it. */
function dispatched(date?: Date): { readonly about: Issue; readonly event: StoredEvent } {
  const before = undispatched({ category: "power" });
  const effect = made("dispatch", before, COORDINATOR, MONDAY, { department: "power", date });
  const about = moved(before, effect);
  return { about, event: event({ data: stored({ due: about.due?.toISOString(), basis: effect.basis }) }) };
}

/** What the database gives back. */
function stored(data: { readonly due?: string | undefined; readonly basis?: DueBasis | undefined }) {
  return JSON.parse(JSON.stringify(data)) as Record<string, unknown>;
}

const readerIn = (park = PARK) => new Reader({ kind: "coordinator" }, { park, now: NOW });
const linesOf = (about: Issue, events: readonly StoredEvent[], park = PARK) =>
  dueLines(about, events, readerIn(park)) ?? [];

describe("the explanation of a due date", () => {
  it("counts the days as they were counted when it was given", () => {
    const { about, event } = dispatched();
    expect(linesOf(about, [event])).toEqual([
      "派单：11月16日 周一 09:00，开始计时",
      "时限：5 个工作日（每天 08:30-12:00、14:30-17:30）",
      "11月16日 周一：计 6 小时",
      "11月17日 周二：计 6.5 小时",
      "11月18日 周三：计 6.5 小时",
      "11月19日 周四：计 6.5 小时",
      "11月20日 周五：计 6.5 小时",
      "11月21日 周六：周末，不计",
      "11月22日 周日：周末，不计",
      "11月23日 周一：计 0.5 小时",
      "现在的期限：11月23日 周一 09:00",
    ]);
  });

  it("ends a limit of days with the working day when little of it is left for the next one, and says so", () => {
    const before = undispatched({ category: "power" });
    const at = on("11-16 08:31");
    const effect = made("dispatch", before, COORDINATOR, at, { department: "power" });
    const about = moved(before, effect);
    const lines = linesOf(about, [event({ at, data: stored({ due: about.due?.toISOString(), basis: effect.basis }) })]);
    expect(lines).toEqual([
      "派单：11月16日 周一 08:31，开始计时",
      "时限：5 个工作日（每天 08:30-12:00、14:30-17:30）",
      "11月16日 周一：计 6.5 小时",
      ...["11月17日 周二", "11月18日 周三", "11月19日 周四", "11月20日 周五"].map((day) => `${day}：计 6.5 小时`),
      "余下不到一刻钟，不跨到下一个上班时段，期限到此为止",
      "现在的期限：11月20日 周五 17:30",
    ]);
  });

  it("reads a count of an earlier version, which kept the weekday's name with each day", () => {
    const { about, event: counted } = dispatched();
    const basis = readBasis(counted.data["basis"]);
    if (basis?.kind !== "counted") throw new Error("nothing was counted");
    const days = basis.days.map((day) => ({ ...day, weekday: "周一" }));
    const earlier = event({ data: { ...counted.data, basis: { ...basis, days } } });
    expect(linesOf(about, [earlier], parkOf({ holidays: { off: [], on: ["2026-11-21"] } }))).toEqual([
      ...linesOf(about, [counted]).slice(0, -1),
      "放假安排后来有变：11月21日 周六 上班，这个期限仍按当时的算",
      ...linesOf(about, [counted]).slice(-1),
    ]);
  });

  it.each([
    [
      { holidays: { off: ["2026-11-19"], on: ["2026-11-21"] } },
      "放假安排后来有变：11月19日 周四 放假、11月21日 周六 上班，这个期限仍按当时的算",
    ],
    [
      { park: { ...ORG.park, workingHours: ["09:00-17:00"] } },
      "工作时间后来改为每天 09:00-17:00，这个期限仍按当时的算",
    ],
  ])("keeps its lines under a later calendar, and says what that has otherwise", (parts, line) => {
    const { about, event } = dispatched();
    const before = linesOf(about, [event]);
    const after = linesOf(about, [event], parkOf(parts));
    expect(after.filter((one) => !before.includes(one))).toEqual([line]);
    expect(before.filter((one) => !after.includes(one))).toEqual([]);
  });

  it("says that a year had no list when it was counted, and has one now", () => {
    const december = on("12-28 09:00");
    const before = undispatched({ category: "power" });
    const effect = made("dispatch", before, COORDINATOR, december, { department: "power" });
    const about = moved(before, effect);
    const counted = event({ at: december, data: stored({ due: about.due?.toISOString(), basis: effect.basis }) });
    expect(linesOf(about, [counted]).at(-1)).toBe("2027 年放假安排尚未公布，按周一至周五计算");
    const listed = parkOf({ holidays: { off: ["2026-12-31", "2027-01-01", "2027-01-04"], on: ["2027-01-02"] } });
    expect(linesOf(about, [counted], listed).filter((line) => /当时/u.test(line))).toEqual([
      "放假安排后来有变：12月31日 周四 放假、1月1日 周五 放假、1月2日 周六 上班、1月4日 周一 放假，这个期限仍按当时的算",
      "当时 2027 年放假安排尚未公布，按周一至周五计算",
    ]);
  });

  it("keeps the limit that was in force, whatever the policy says later", () => {
    const { about, event } = dispatched();
    const later = { ...about, limit: "9d", limitMinutes: 3510 };
    expect(linesOf(later, [event])[1]).toContain("时限：5 个工作日");
  });

  it("names a date where somebody named one, and only there", () => {
    const { about, event } = dispatched(on("11-27 17:30"));
    expect(linesOf(about, [event]).slice(0, 2)).toEqual([
      "派单：11月16日 周一 09:00，开始计时",
      "时限：派单时指定了日期",
    ]);
  });

  it("says of an earlier version's event that the calendar was not kept, unless today's comes to the same", () => {
    const about = issue();
    const old = event({ data: stored({ due: about.due?.toISOString() }) });
    expect(linesOf(about, [old])[1]).toContain("时限：5 个工作日");
    const changed = linesOf(about, [old], parkOf({ holidays: { off: ["2026-11-19"], on: [] } }));
    expect(changed[1]).toBe("时限：派单时的日历没有保存，不能逐日说明");
    expect(changed.join()).not.toContain("指定了日期");
  });

  it("begins anew with a reopening, by the limit that was given then", () => {
    const closed = inProgress({ state: "closed", outcome: "solved", closedAt: on("11-17 09:00"), category: null });
    const effect = made("reopen", closed, COMPANY, NOW, { text: "又停了" });
    const about = moved(closed, effect);
    const reopened = event({
      version: 5,
      action: "reopen",
      fromState: "closed",
      toState: "in_progress",
      at: NOW,
      data: stored({ due: about.due?.toISOString(), basis: effect.basis }),
    });
    const lines = linesOf(about, [dispatched().event, reopened]);
    expect(lines.slice(0, 3)).toEqual([
      "重开：11月18日 周三 10:00，开始计时",
      "时限：7 个工作日（每天 08:30-12:00、14:30-17:30）",
      "11月18日 周三：计 5 小时",
    ]);
  });

  it("is not there before a dispatch", () => {
    expect(
      dueLines(undispatched(), [event({ action: "submit", fromState: null, toState: "submitted" })], readerIn()),
    ).toBeNull();
  });
});
