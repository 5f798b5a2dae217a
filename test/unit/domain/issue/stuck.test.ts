import { describe, expect, it } from "vitest";
import { stuckBy, stuckSince } from "../../../../src/domain/issue/stuck.ts";
import { verdict } from "../../../../src/messages/zh-cn/stuck.ts";
import { inProgress, issue, on, timeOf, undispatched } from "../../../support/domain.ts";

const NOW = on("11-25 10:00");
const told = (about: Parameters<typeof stuckBy>[0], asked?: Parameters<typeof stuckBy>[1]) =>
  stuckBy(about, asked, NOW).map(({ by, since }) => `${by} ${timeOf(since)}`);

describe("what an issue is stuck by", () => {
  it("is each limit that is over, with since when, and a request that waits", () => {
    expect(told(undispatched({ dispatchDue: on("11-24 10:00") }))).toEqual(["undispatched 11-24 10:00"]);
    expect(told(issue({ signDue: on("11-16 14:30"), due: on("11-23 09:00") }))).toEqual([
      "unsigned 11-16 14:30",
      "overdue 11-23 09:00",
    ]);
    const asked = { kind: "extend" as const, at: on("11-20 09:00") };
    expect(told(inProgress({ due: on("11-26 09:00") }), asked)).toEqual(["extend 11-20 09:00"]);
    expect(timeOf(stuckSince(stuckBy(inProgress({ due: on("11-19 09:00") }), asked, NOW)))).toBe("11-19 09:00");
  });

  it("is nothing while every limit is ahead, or the clock stands", () => {
    expect(told(undispatched({ dispatchDue: on("11-25 10:01") }))).toEqual([]);
    expect(told(issue({ signDue: on("11-25 14:30"), due: on("11-26 09:00") }))).toEqual([]);
    for (const state of ["waiting", "on_hold", "answered"] as const) {
      expect(told(inProgress({ state, due: on("11-19 09:00") }))).toEqual([]);
    }
  });
});

describe("a verdict in one line", () => {
  it.each([
    [14, 3, 9, false, "近7天收到 14 件，解决 3 件，卡住 9 件。"],
    [14, 0, 0, false, "近7天收到 14 件，解决 0 件，没有卡住的。"],
    [0, 2, 1, false, "近7天没有收到诉求，解决 2 件，卡住 1 件。"],
    [0, 0, 0, false, "近7天没有收到诉求，没有卡住的。"],
    [14, 3, 2, true, "全园区近7天收到 14 件，解决 3 件；本单位卡住 2 件。"],
  ])("of %i received, %i solved and %i stuck", (collected, solved, stuck, ofUnit, text) => {
    expect(verdict({ period: "近7天", collected, solved, stuck, ofUnit })).toBe(text);
  });
});
