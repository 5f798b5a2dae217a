import { beforeAll, describe, expect, it } from "vitest";
import type { Issue } from "../../src/domain/issue/issue.ts";
import { appendEvent } from "../../src/store/events.ts";
import { countsOf, digestLists, figuresOf } from "../../src/store/figures.ts";
import { countByState, insertIssue } from "../../src/store/issues.ts";
import { KINDS } from "../support/databases.ts";
import { newEvent, newIssue } from "../support/store.ts";
import { useStore } from "../support/use-store.ts";

/** A moment of November 2026 in UTC: day and hour. */
const on = (day: number, hour = 1) => new Date(Date.UTC(2026, 10, day, hour));
const NOW = on(20);
const clocks = { dispatchedAt: on(16), signDue: on(16, 5), contactDue: on(17), firstDue: on(18), due: on(18) };
const signed = {
  ...clocks,
  state: "in_progress",
  signedAt: on(16, 2),
  contactAt: on(16, 3),
  handler: "王建国",
} as const;
const answered = { ...signed, state: "answered", answeredAt: on(17), publicAnswer: "已换变压器" } as const;
const closed = { ...answered, state: "closed", outcome: "solved", closedAt: on(18) } as const;

/** Each line is one issue: what it adds to the figures stands behind it. */
const LEDGER: readonly Partial<Omit<Issue, "id">>[] = [
  // Raised the week before, solved in this one; signed an hour late; 5 points; its answer was another's.
  // The unit that had it before gave it back.
  {
    ...closed,
    returned: true,
    draftOf: 7,
    submittedAt: on(9),
    signedAt: on(16, 6),
    rating: 5,
    handlingMinutes: 100,
    measureAt: on(10),
  },
  // Solved, 3 points, with a promise; reopened once and closed again; of the answers that were shown none was taken.
  { ...closed, draftOf: 0, rating: 3, handlingMinutes: 200, measureAt: on(16), measureDue: on(18), reopenedAt: on(18) },
  // Closed as explained, not rated, after one 未解决.
  { ...closed, outcome: "explained", rework: 1, handlingMinutes: 300 },
  // Closed by itself, not rated; answered after its first due date and before the present one.
  { ...closed, outcome: "unconfirmed", answeredAt: on(18, 2), due: on(19), handlingMinutes: 400, firstDue: on(17) },
  // In hand and overdue.
  { ...signed, contactAt: null },
  // On hold past its due date.
  { ...signed, state: "on_hold", reviewAt: on(27) },
  // Waits for its signature, which is not due yet.
  { ...clocks, dispatchedAt: on(20), signDue: on(20, 5), contactDue: on(23), firstDue: on(26), due: on(26) },
  // Not dispatched.
  { state: "submitted", department: null },
  // Void: no figure counts it.
  { ...signed, state: "withdrawn", measureAt: on(16), measureDue: on(17) },
  // Raised after the period.
  { ...signed, submittedAt: on(21) },
];

describe.each(KINDS)("the figures of a small ledger on %s", (kind) => {
  const database = useStore(kind);
  const ids: number[] = [];

  beforeAll(async () => {
    for (const line of LEDGER) ids.push((await insertIssue(database.db, newIssue(line))).id);
  });

  const week = { from: on(13), to: on(20) };
  const all = { from: null, to: on(20) };

  it("are the four counts since the start, and of a week by when each thing happened", async () => {
    expect(await countsOf(database.db, all)).toEqual({ collected: 8, measured: 2, solved: 2, open: 6 });
    expect(await countsOf(database.db, week)).toEqual({ collected: 7, measured: 1, solved: 2, open: 6 });
    const empty = { collected: 0, measured: 0, solved: 0, open: 0 };
    expect(await countsOf(database.db, { from: null, to: on(1) })).toEqual(empty);
  });

  it("begin after the first moment of a period and end with its last", async () => {
    const count = async (from: Date, to: Date) => (await countsOf(database.db, { from, to })).collected;
    expect(await count(on(9), on(10))).toBe(0);
    expect(await count(on(8), on(9))).toBe(1);
  });

  it("are rates with numerator and denominator", async () => {
    const figures = await figuresOf(database.db, all, NOW);
    expect(figures.rates).toEqual([
      { name: "sign", part: 5, whole: 6 },
      { name: "contact", part: 5, whole: 6 },
      { name: "onTime", part: 4, whole: 5 },
      { name: "firstOnTime", part: 3, whole: 5 },
      { name: "measure", part: 1, whole: 6 },
      { name: "solved", part: 2, whole: 3 },
      { name: "satisfied", part: 1, whole: 2 },
      { name: "reopened", part: 1, whole: 4 },
      { name: "dispatched", part: 6, whole: 7 },
      { name: "drafted", part: 1, whole: 2 },
    ]);
    expect(figures).toMatchObject({ onHold: 1, unconfirmed: 1, unrated: 2, medianMinutes: 250, p90Minutes: 370 });
    expect(figures.counts).toEqual(await countsOf(database.db, all));
  });

  it("are nothing of nothing before the first issue", async () => {
    const figures = await figuresOf(database.db, { from: null, to: on(1) }, on(1));
    expect(figures.rates.every(({ part, whole }) => part === 0 && whole === 0)).toBe(true);
    expect(figures).toMatchObject({ onHold: 0, unrated: 0, medianMinutes: null, p90Minutes: null });
  });

  it("list for a digest what was raised, moved, solved and is open, of one group and nothing confidential", async () => {
    const { db } = database;
    const here = { publicIn: "small", submittedAt: on(16) };
    const numbers: number[] = [];
    for (const line of [
      { ...here },
      { ...here, ...closed, submittedAt: on(2) },
      { ...here, confidential: true },
      { ...here, state: "withdrawn" as const },
      { ...here, ...signed, submittedAt: on(2) },
    ]) {
      numbers.push((await insertIssue(db, newIssue(line))).id);
    }
    const [raised, solved, , , moved] = numbers;
    await appendEvent(db, newEvent(moved ?? 0, 2, { action: "progress", at: on(17) }));
    expect(await digestLists(db, "small", week)).toEqual({
      raised: [raised],
      moved: [moved],
      solved: [solved],
      next: [raised, moved],
    });
  });

  it("count every state for the metrics", async () => {
    const states = await countByState(database.db);
    expect(states.get("on_hold")).toBe(1);
    expect(states.get("rejected")).toBeUndefined();
  });
});
