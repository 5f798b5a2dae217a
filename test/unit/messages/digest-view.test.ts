import { describe, expect, it } from "vitest";
import type { Audience } from "../../../src/domain/audience.ts";
import type { EnterpriseWeekly } from "../../../src/domain/notice.ts";
import { idsOf, viewDigest } from "../../../src/messages/digest-view.ts";
import { Reader } from "../../../src/messages/reader.ts";
import { issue, on, PARK } from "../../support/domain.ts";

const COUNTS = { collected: 3, measured: 2, solved: 1, open: 2 };
const FACTS: EnterpriseWeekly = {
  kind: "enterprise-weekly",
  from: on("11-13 17:00").toISOString(),
  to: on("11-20 17:00").toISOString(),
  late: false,
  total: COUNTS,
  week: COUNTS,
  raised: [1, 2, 3],
  moved: [2],
  solved: [1],
  next: [3, 2, 4],
};
const ISSUES = [
  issue({ id: 1 }),
  issue({ id: 2, confidential: true, publicIn: "qiye" }),
  issue({ id: 3, publicIn: "other", department: "works" }),
];

const view = (audience: Audience) =>
  viewDigest(FACTS, ISSUES, new Reader(audience, { park: PARK, now: on("11-20 17:00") }));

describe("a weekly digest", () => {
  it("speaks of each issue once, in the order of its lists", () => {
    expect(idsOf(FACTS)).toEqual([1, 2, 3, 4]);
    expect(view({ kind: "coordinator" }).next.map((one) => one.id)).toEqual([3, 2]);
  });

  it("has in an enterprise group what is public there, nothing confidential and no company", () => {
    const seen = view({ kind: "enterprise", chat: "qiye" });
    expect([seen.raised, seen.moved, seen.solved, seen.next].map((list) => list.map((one) => one.id))).toEqual([
      [1],
      [],
      [1],
      [],
    ]);
    expect(JSON.stringify(seen)).not.toContain("中塑");
    expect(seen).toMatchObject({ from: "11月13日（周五）", day: "11月20日（周五）", late: false, total: COUNTS });
  });

  it("has in a department's group its own issues alone", () => {
    expect(view({ kind: "department", department: "works" }).raised.map((one) => one.id)).toEqual([3]);
    expect(view({ kind: "department", department: "economy" }).raised.map((one) => one.id)).toEqual([1, 2]);
  });
});
