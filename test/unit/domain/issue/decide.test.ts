import { describe, expect, it } from "vitest";
import { decideAll } from "../../../../src/domain/issue/decide.ts";
import type { Input } from "../../../../src/domain/issue/decision.ts";
import type { Actor, Issue } from "../../../../src/domain/issue/issue.ts";
import {
  type Beside,
  COMPANY,
  COORDINATOR,
  type Doable,
  inProgress,
  issue,
  LEAD,
  LEADER,
  on,
  request,
  situation,
} from "../../../support/domain.ts";

const NOW = on("11-16 11:00");

/** The moves that come of a word, or why there is none. */
function said(
  action: Doable,
  about: Issue,
  actor: Actor,
  input: Input,
  beside: Beside = {},
): readonly string[] | string {
  const all = decideAll(action, situation(about, actor, NOW, beside), input);
  return "refused" in all ? all.refused : all.map((one) => one.action);
}

describe("what one word does", () => {
  it("is signed for first by who answers, measures, tells or asks without having signed", () => {
    for (const action of ["answer", "measure", "progress", "ask"] as const) {
      expect(said(action, issue(), LEAD, { text: "已修好" })).toEqual(["sign", action]);
      expect(said(action, inProgress(), LEAD, { text: "已修好" })).toEqual([action]);
    }
    const [, answered] = [decideAll("answer", situation(issue(), LEAD, NOW), { text: "已修好" })].flat();
    expect(answered).toMatchObject({ effect: { patch: { state: "answered", answeredBy: "王建国" } } });
  });

  it("is nothing at all where the word itself is refused", () => {
    expect(said("answer", issue(), LEAD, {})).toBe("needs");
    expect(said("measure", issue(), LEAD, { text: "换", date: on("11-13 17:30") })).toBe("date-past");
    expect(said("answer", issue(), COMPANY, { text: "x" })).toBe("not-yours");
    expect(said("answer", issue({ state: "closed" }), LEAD, { text: "x" })).toBe("wrong-state");
    for (const action of ["extend", "hold"] as const) {
      expect(said(action, issue(), LEAD, { text: "等", days: 3 })).toBe("wrong-state");
    }
  });

  it("is the dispatch, too, where the coordinator grants a return and names the unit", () => {
    const beside = { requests: [request({ kind: "return", department: "economy" })] };
    expect(said("approve", inProgress(), COORDINATOR, { department: "works" }, beside)).toEqual([
      "approve",
      "dispatch",
    ]);
    const all = decideAll("approve", situation(inProgress(), COORDINATOR, NOW, beside), { department: "works" });
    expect(all).toMatchObject([
      { effect: { patch: { state: "submitted", department: null, suggestions: ["works"] } } },
      { effect: { patch: { state: "dispatched", department: "works", due: on("11-23 11:00") } } },
    ]);
    // Without a unit, and by a leader, who does not dispatch, it waits for the coordinator.
    expect(said("approve", inProgress(), COORDINATOR, {}, beside)).toEqual(["approve"]);
    expect(said("approve", inProgress(), LEADER, { department: "works" }, beside)).toEqual(["approve"]);
    expect(said("approve", inProgress(), COORDINATOR, { department: "dissolved" }, beside)).toBe("unit-gone");
    const extension = { requests: [request({ kind: "extend", until: on("11-30 17:30") })] };
    expect(said("approve", inProgress(), COORDINATOR, { department: "works" }, extension)).toEqual(["approve"]);
  });
});
