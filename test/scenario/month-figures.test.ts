import fc from "fast-check";
import { expect, it } from "vitest";
import { type Issue, OUTCOMES, STATES } from "../../src/domain/issue/issue.ts";
import { expectMonthAgrees } from "../support/month-agrees.ts";
import { file } from "../support/recorded.ts";
import { openPark } from "../support/story.ts";

const NOW = new Date("2026-11-12T09:00:00+08:00");
const day = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((hours) => new Date(NOW.getTime() + hours * 3_600_000));

/** Issues of the last months as an import may leave them: done with by nobody knows whom, late, held, on the month's first moment. */
const lives = fc.array(
  fc
    .record({
      state: fc.oneof(fc.constantFrom(...STATES), fc.constant("closed" as const)),
      outcome: fc.constantFrom(...OUTCOMES),
      unit: fc.constantFrom("power", "water", "transport", null),
      category: fc.constantFrom("power", "water", null),
      submittedAt: fc.oneof(
        day(-1_500, -1),
        fc.constantFrom(new Date("2026-10-31T16:00:00Z"), new Date("2026-09-30T16:00:00Z")),
      ),
      due: day(-900, 200),
      took: fc.integer({ min: 1, max: 700 }),
      rating: fc.option(fc.integer({ min: 1, max: 5 })),
    })
    .map(({ state, outcome, unit, took, rating, submittedAt, due, category }): Partial<Omit<Issue, "id">> => {
      const isOver = state === "closed";
      const needsUnit = ["dispatched", "in_progress", "waiting", "on_hold", "answered"].includes(state);
      const at = new Date(Math.min(submittedAt.getTime() + took * 3_600_000, NOW.getTime()));
      const department = state === "submitted" ? null : (unit ?? (needsUnit ? "power" : null));
      const given = department === null ? {} : { dispatchedAt: submittedAt, signDue: due, due, firstDue: due };
      const answered = isOver || state === "answered" ? { answeredAt: at } : {};
      const closed = isOver ? { closedAt: at, outcome, rating } : { outcome: null };
      return { state, submittedAt, dispatchDue: due, category, department, ...given, ...answered, ...closed };
    }),
  { minLength: 70, maxLength: 70 },
);

it("tells each figure of a month the same in the report, on paper, on the board and in chat, and counts 待派单 as no unit", async () => {
  const park = await openPark(NOW.toISOString());
  for (const one of fc.sample(lives, { numRuns: 1, seed: 7 })[0] ?? []) await file(park.app.db, one);
  const { departments, delayedCounts } = await expectMonthAgrees(park);
  expect(departments.slice(-2).map(({ name }) => name)).toEqual(["待派单", "未记责任单位"]);
  expect(departments.filter(({ isUnit }) => isUnit).length).toBe(3);
  expect(delayedCounts.overdue).toBeGreaterThan(0);
});
