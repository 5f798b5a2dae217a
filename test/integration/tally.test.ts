import { sql } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Issue, OUTCOMES, STATES } from "../../src/domain/issue/issue.ts";
import { answered } from "../../src/store/answered.ts";
import { countsOf, figuresOf } from "../../src/store/figures.ts";
import { insertIssue, issuesAfter, updateIssue } from "../../src/store/issues.ts";
import { tallySome } from "../../src/store/tally.ts";
import { KINDS } from "../support/databases.ts";
import { newIssue } from "../support/store.ts";
import { useStore } from "../support/use-store.ts";

const NOW = new Date("2026-11-26T02:00:00Z");
const hours = (count: number) => new Date(NOW.getTime() - count * 3_600_000);

/** Within a fortnight before now, some a little ahead. */
const moment = fc.integer({ min: -30, max: 340 }).map(hours);
const maybe = fc.option(moment);

/** Whatever a row may hold that a figure looks at, sensible or not. */
const patch: fc.Arbitrary<Partial<Issue>> = fc
  .record({
    state: fc.constantFrom(...STATES),
    outcome: fc.option(fc.constantFrom(...OUTCOMES)),
    submittedAt: fc.integer({ min: 1, max: 340 }).map(hours),
    signedAt: maybe,
    signDue: maybe,
    contactAt: maybe,
    contactDue: maybe,
    answeredAt: maybe,
    due: maybe,
    firstDue: maybe,
    measureAt: fc.option(fc.integer({ min: 0, max: 340 }).map(hours)),
    measureDue: maybe,
    reopenedAt: maybe,
    returned: fc.boolean(),
    rating: fc.option(fc.integer({ min: 1, max: 5 })),
    rework: fc.integer({ min: 0, max: 2 }),
    handlingMinutes: fc.option(fc.integer({ min: 1, max: 40 })),
    closedAt: fc.integer({ min: 0, max: 340 }).map(hours),
  })
  .map((one) => ({ ...one, closedAt: one.state === "closed" ? one.closedAt : null }));

describe.each(KINDS)("what is over and counted once, on %s", (kind) => {
  const database = useStore(kind);

  const since = (to: Date) => ({ from: null, to });
  /** Of the whole park, and of all its units, for which every issue is counted anew. */
  const both = async (now: Date) => {
    const { db } = database;
    const once = [await figuresOf(db, since(now), now), await countsOf(db, since(now))];
    return { once, anew: [await figuresOf(db, since(now), now, ["power"]), await countsOf(db, since(now), ["power"])] };
  };
  const tallied = async () => {
    const result = await database.db.execute(sql`select count(*)::int as count from issues where tallied`);
    return answered<{ count: number }>(result)[0]?.count ?? 0;
  };

  it("gives the same figures as counting all, before and after, and however it is moved then", async () => {
    const { db } = database;
    for (const one of fc.sample(patch, { numRuns: 150, seed: 5 })) await insertIssue(db, newIssue(one));
    const before = await both(NOW);
    expect(before.once).toEqual(before.anew);

    expect((await tallySome(db, NOW)).isAll).toBe(true);
    expect(await tallied()).toBeGreaterThan(20);
    const after = await both(NOW);
    expect(after.once).toEqual(before.once);
    expect(after.anew).toEqual(before.anew);

    // Moved in every way: reopened, marked, taken back; and some of them are over again.
    const patches = fc.sample(patch, { numRuns: 150, seed: 6 });
    for (const [index, issue] of (await issuesAfter(db, 0, 500)).entries()) {
      if (index % 2 === 0) await updateIssue(db, issue, patches[index] ?? {});
    }
    const moved = await both(NOW);
    expect(moved.once).toEqual(moved.anew);
    expect(moved.once).not.toEqual(before.once);

    await tallySome(db, NOW);
    const again = await both(NOW);
    expect(again.once).toEqual(moved.anew);

    // Later other deadlines are past.
    const later = new Date(NOW.getTime() + 40 * 3_600_000);
    await tallySome(db, later);
    const last = await both(later);
    expect(last.once).toEqual(last.anew);
  });

  it("is left out where somebody asks for the figures of a moment before some of it was over", async () => {
    const past = hours(200);
    const { once, anew } = await both(past);
    expect(once).toEqual(anew);
  });

  it("is counted by one of several that count at once", async () => {
    const { db } = database;
    const count = await tallied();
    for (let n = 0; n < 30; n++) {
      const closedAt = hours(100);
      await insertIssue(db, newIssue({ state: "closed", outcome: "solved", submittedAt: hours(120), closedAt }));
    }
    const later = new Date(NOW.getTime() + 400 * 3_600_000);
    const counts = await Promise.all([1, 2, 3].map(() => tallySome(db, later)));
    expect(counts.reduce((sum, one) => sum + one.count, 0)).toBe((await tallied()) - count);
    const { once, anew } = await both(later);
    expect(once).toEqual(anew);
  });
});
