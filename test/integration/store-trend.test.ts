import { beforeAll, describe, expect, it } from "vitest";
import type { Issue } from "../../src/domain/issue/issue.ts";
import { countsOf } from "../../src/store/figures.ts";
import { insertIssue } from "../../src/store/issues.ts";
import { breakdownOf, delayedIssues } from "../../src/store/month.ts";
import { keepSetting } from "../../src/store/settings.ts";
import { trendOf } from "../../src/store/trend.ts";
import { KINDS } from "../support/databases.ts";
import { newIssue } from "../support/store.ts";
import { useStore } from "../support/use-store.ts";

/** A moment in the park's zone: `at("11-23 00:00")` is a Monday's first moment. */
const at = (moment: string) => new Date(`2026-${moment.replace(" ", "T")}:00+08:00`);
const ZONE = "Asia/Shanghai";
const NOW = at("11-25 08:30");
const solved = { state: "closed", outcome: "solved" } as const;

const LEDGER: readonly Partial<Omit<Issue, "id">>[] = [
  // Before the twelve weeks, and solved in the second last one.
  { ...solved, submittedAt: at("09-06 23:59"), closedAt: at("11-22 23:59"), answeredAt: at("11-20 10:00") },
  // The first moment of the oldest week.
  { submittedAt: at("09-07 00:00"), due: at("09-20 17:30") },
  // Sunday's last minute and Monday's first, which are weeks apart only in the park's zone.
  { submittedAt: at("11-22 23:59"), category: "water", department: "water", due: at("11-27 17:30") },
  { ...solved, submittedAt: at("11-23 00:00"), closedAt: at("11-24 10:00"), category: "water", department: "water" },
  // Closed, but not solved.
  { state: "closed", outcome: "explained", submittedAt: at("11-23 09:00"), closedAt: at("11-23 10:00") },
  { submittedAt: at("11-24 09:00"), category: null, department: null, state: "submitted" },
  { state: "on_hold", submittedAt: at("11-24 10:00"), due: at("11-24 17:30") },
  // Void, though it was solved once; and raised or solved too late.
  { ...solved, state: "withdrawn", submittedAt: at("11-23 11:00"), closedAt: at("11-23 12:00") },
  { submittedAt: at("11-25 08:31") },
  {
    ...solved,
    submittedAt: at("10-05 09:00"),
    closedAt: at("11-25 09:00"),
    answeredAt: at("11-20 09:00"),
    due: at("10-09 17:30"),
  },
];

describe.each(KINDS)("the trend and the month on %s", (kind) => {
  const database = useStore(kind);

  beforeAll(async () => {
    for (const line of LEDGER) await insertIssue(database.db, newIssue(line));
  });

  it("counts by weeks of the park's zone, up to the moment, without void issues", async () => {
    const { weeks } = await trendOf(database.db, NOW, { timeZone: ZONE });
    expect(weeks).toHaveLength(12);
    expect(weeks[0]).toEqual({ start: at("09-07 00:00"), collected: 1, solved: 0 });
    expect(weeks[4]).toEqual({ start: at("10-05 00:00"), collected: 1, solved: 0 });
    expect(weeks.slice(10)).toEqual([
      { start: at("11-16 00:00"), collected: 1, solved: 1 },
      { start: at("11-23 00:00"), collected: 4, solved: 1 },
    ]);
    expect(weeks.slice(5, 10).every((week) => week.collected + week.solved === 0)).toBe(true);
  });

  it("counts the same by category, the fullest first", async () => {
    const { weeks, categories } = await trendOf(database.db, NOW, { timeZone: ZONE });
    expect(categories).toEqual([
      { category: "power", collected: 4, solved: 1 },
      { category: "water", collected: 2, solved: 1 },
      { category: null, collected: 1, solved: 0 },
    ]);
    const sum = (list: readonly { collected: number; solved: number }[]) =>
      list
        .map(({ collected, solved: done }) => [collected, done])
        .reduce(([a = 0, b = 0], [c = 0, d = 0]) => [a + c, b + d]);
    expect(sum(categories)).toEqual(sum(weeks));
  });

  it("follows the moment and the zone", async () => {
    const sunday = await trendOf(database.db, at("11-22 23:59"), { timeZone: ZONE, count: 2 });
    expect(sunday.weeks).toMatchObject([
      { collected: 0, solved: 0 },
      { collected: 1, solved: 1 },
    ]);
    const [, thisWeek] = (await trendOf(database.db, NOW, { timeZone: "UTC", count: 2 })).weeks;
    expect(thisWeek).toMatchObject({ start: at("11-23 08:00"), collected: 3 });
  });

  it("breaks a month down so that it adds up to the month's own figures", async () => {
    const period = { from: at("11-01 00:00"), to: at("11-25 23:00") };
    const counts = await countsOf(database.db, period);
    const { count, held } = await delayedIssues(database.db, period.to, NOW, 0);
    for (const by of ["department", "category"] as const) {
      const rows = await breakdownOf(database.db, by, period, NOW);
      expect(rows.reduce((sum, row) => sum + row.collected, 0)).toBe(counts.collected);
      expect(rows.reduce((sum, row) => sum + row.solved, 0)).toBe(counts.solved);
      expect(rows.reduce((sum, row) => sum + row.overdue, 0)).toBe(count - held);
    }
    const october = { from: at("10-01 00:00"), to: at("11-01 00:00") };
    expect(await breakdownOf(database.db, "department", october, NOW)).toEqual([
      { code: "power", collected: 1, undispatched: 0, solved: 0, overdue: 1 },
    ]);
    expect(await breakdownOf(database.db, "department", { from: null, to: NOW }, NOW)).toContainEqual({
      code: null,
      collected: 1,
      undispatched: 1,
      solved: 0,
      overdue: 0,
    });
  });

  it("lists what is overdue or on hold, the first due first, and how many there are", async () => {
    const { issues, count } = await delayedIssues(database.db, NOW, NOW, 10);
    expect(issues.map((issue) => [issue.state, issue.due])).toEqual([
      ["dispatched", at("09-20 17:30")],
      ["on_hold", at("11-24 17:30")],
    ]);
    expect(count).toBe(2);
    expect(await delayedIssues(database.db, at("11-01 00:00"), NOW, 10)).toMatchObject({ count: 1 });
    expect(await delayedIssues(database.db, NOW, NOW, 1)).toMatchObject({
      issues: [{ state: "dispatched" }],
      count: 2,
    });
  });

  it("keeps a value that is made once, whoever proposes at the same time", async () => {
    const kept = await Promise.all(["a", "b", "c"].map((value) => keepSetting(database.db, "made-once", value)));
    expect(new Set(kept).size).toBe(1);
    expect(await keepSetting(database.db, "made-once", "d")).toBe(kept[0]);
  });
});
