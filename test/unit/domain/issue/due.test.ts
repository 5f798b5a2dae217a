import { describe, expect, it } from "vitest";
import { type Considered, keyOf, lightOf, outlookOf, stillDue } from "../../../../src/domain/issue/due.ts";
import type { Assist, Issue } from "../../../../src/domain/issue/issue.ts";
import type { LadderChanges } from "../../../../src/domain/park/org.ts";
import type { Park } from "../../../../src/domain/park/park.ts";
import { inProgress, issue, ORG, on, PARK, parkOf, timeOf, undispatched } from "../../../support/domain.ts";

function parkWith(ladder: LadderChanges): Park {
  return parkOf({ policy: { ...ORG.policy, ladder } });
}

/** What is told about an issue that nobody touches, from look to look, until a moment; and what the clock does then. */
function told(about: Issue, until: string, beside: { park?: Park; assists?: readonly Assist[] } = {}): string[] {
  const { park = PARK, assists = [] } = beside;
  const given = new Map<string, Date>();
  const lines: string[] = [];
  for (let now = about.submittedAt; now <= on(until); ) {
    const considered: Considered = { issue: about, assists, given };
    const { due, act } = outlookOf(considered, park, now);
    for (const step of due) {
      lines.push(`${timeOf(now)} ${step.entry.name} ${step.to.join("+")}`);
      given.set(keyOf(step), now);
    }
    if (act !== null) return [...lines, `${timeOf(now)} ${act}`];
    now = outlookOf(considered, park, now).next;
  }
  return lines;
}

describe("the ladder of an issue that nobody touches", () => {
  it("goes from the coordinator to the leader while nobody dispatches it", () => {
    expect(told(undispatched(), "11-20 17:30")).toEqual([
      "11-16 15:30 dispatch coordinator",
      "11-17 15:30 dispatch-late coordinator+leader",
    ]);
  });

  it("takes every step of a normal one, the last again and again", () => {
    expect(told(issue(), "12-14 12:00")).toEqual([
      "11-16 15:30 sign head",
      "11-17 09:00 contact handler",
      "11-17 10:30 sign-late coordinator",
      "11-20 09:00 answer-warning handler",
      "11-23 09:00 answer-due handler+head",
      "11-24 09:00 answer-late coordinator",
      "11-26 09:00 answer-supervision supervision",
      "11-30 09:00 answer-leader leader",
      "12-07 09:00 answer-again handler+coordinator",
      "12-14 09:00 answer-again handler+coordinator",
    ]);
  });

  it("waits over lunch, the night and the weekend, unless it is urgent", () => {
    const friday = { submittedAt: on("11-20 10:00"), dispatchedAt: on("11-20 10:00") };
    const clocks = { signDue: on("11-20 12:00"), contactDue: on("11-20 17:30"), due: on("11-20 17:30") };
    expect(told(issue({ ...friday, ...clocks }), "11-23 10:00")).toEqual([
      "11-20 14:30 sign head",
      "11-20 16:30 answer-warning handler",
      "11-23 08:30 contact handler",
      "11-23 08:30 answer-due handler+head",
      "11-23 09:30 sign-late coordinator",
    ]);
    expect(told(issue({ ...friday, ...clocks, urgency: "urgent" }), "11-23 08:00")).toEqual([
      "11-20 12:00 sign head",
      "11-20 15:30 sign-late coordinator",
      "11-20 16:30 answer-warning handler",
      "11-20 17:30 contact handler",
      "11-20 17:30 answer-due handler+head",
    ]);
  });

  it("asks for a word when the company has heard nothing, and for what was promised", () => {
    const about = inProgress({
      contactAt: on("11-16 10:00"),
      stageDue: on("11-18 10:00"),
      measureDue: on("11-19 17:30"),
    });
    expect(told(about, "11-20 08:45")).toEqual(["11-18 10:00 stage handler", "11-20 08:30 promise handler"]);
  });

  it("asks for nothing that was promised in a round that is over: by another unit, or before it was reopened", () => {
    const promised = { contactAt: on("11-16 10:00"), measureAt: on("11-17 10:00"), measureDue: on("11-19 17:30") };
    expect(told(inProgress(promised), "11-20 08:45")).toEqual(["11-20 08:30 promise handler"]);
    for (const anew of [{ reopenedAt: on("11-19 18:00") }, { dispatchedAt: on("11-19 18:00") }])
      expect(told(inProgress({ ...promised, ...anew }), "11-20 08:45")).toEqual([]);
    const again = { reopenedAt: on("11-18 09:00"), measureAt: on("11-18 10:00") };
    expect(told(inProgress({ ...promised, ...again }), "11-20 08:45")).toEqual(["11-20 08:30 promise handler"]);
  });

  it("asks the assisting department, then tells the coordinator, unless it has said its part", () => {
    const assist = { department: "works", askedAt: on("11-16 10:00"), due: on("11-17 10:00"), doneAt: null };
    const quiet = inProgress({ contactAt: on("11-16 10:00") });
    expect(told(quiet, "11-18 12:00", { assists: [assist] })).toEqual([
      "11-17 10:00 assist helper",
      "11-18 10:00 assist-late coordinator",
    ]);
    expect(told(quiet, "11-18 12:00", { assists: [{ ...assist, doneAt: on("11-16 15:00") }] })).toEqual([]);
  });

  it("asks the company to add what it was asked for, then those who wait for it", () => {
    const waiting = issue({ state: "waiting", pausedAt: on("11-16 10:00"), supplementDue: on("11-18 10:00") });
    expect(told(waiting, "11-24 12:00")).toEqual([
      "11-18 10:00 supplement company",
      "11-23 10:00 supplement-late handler+coordinator",
    ]);
  });

  it("asks the company once to confirm, and closes by itself when its time is over", () => {
    const answered = issue({ state: "answered", answeredAt: on("11-16 10:00"), confirmDue: on("11-19 10:00") });
    expect(told(answered, "11-30 12:00")).toEqual(["11-18 10:03 confirm company", "11-19 10:00 lapse"]);
    // An answer of an earlier version has no time of its own: then the limit in force counts.
    expect(told({ ...answered, confirmDue: null }, "11-30 12:00")).toEqual([
      "11-18 10:03 confirm company",
      "11-19 10:00 lapse",
    ]);
  });

  it("takes a hold up again at its review date, and says nothing before", () => {
    expect(told(issue({ state: "on_hold", reviewAt: on("12-01 08:30") }), "12-31 12:00")).toEqual([
      "12-01 08:30 resume",
    ]);
  });

  it("says nothing about what is over, and still has a next look", () => {
    for (const state of ["closed", "withdrawn", "rejected", "merged"] as const) {
      expect(told(issue({ state }), "11-30 12:00")).toEqual([]);
    }
  });
});

describe("after a downtime", () => {
  const late = (given = new Map<string, Date>()) =>
    outlookOf({ issue: issue(), assists: [], given }, PARK, on("11-26 10:00")).due.map(
      (step) => `${step.entry.name} ${step.to.join("+")}`,
    );

  it("nobody hears of an earlier step beside the later one of the same clock", () => {
    expect(late()).toEqual([
      "sign head",
      "sign-late coordinator",
      "contact handler",
      "answer-warning ",
      "answer-due handler+head",
      "answer-late coordinator",
      "answer-supervision supervision",
    ]);
  });

  it("in the night nothing is told, and the next look is at the opening", () => {
    const night = outlookOf({ issue: issue(), assists: [], given: new Map() }, PARK, on("11-26 22:00"));
    expect(night.due).toEqual([]);
    expect(night.next).toEqual(on("11-27 08:30"));
  });

  it("a confirmation that nobody was reminded of is asked for first, and closed two working hours later", () => {
    const answered = issue({ state: "answered", answeredAt: on("11-16 10:00"), confirmDue: on("11-19 10:00") });
    const given = new Map<string, Date>();
    const first = outlookOf({ issue: answered, assists: [], given }, PARK, on("11-24 09:00"));
    expect([first.act, first.due.map((step) => step.entry.name)]).toEqual([null, ["confirm"]]);
    for (const step of first.due) given.set(keyOf(step), on("11-24 09:00"));
    expect(outlookOf({ issue: answered, assists: [], given }, PARK, on("11-24 09:00")).next).toEqual(on("11-24 11:00"));
    expect(outlookOf({ issue: answered, assists: [], given }, PARK, on("11-24 11:00")).act).toBe("lapse");
  });
});

describe("an answer that the company has talked about", () => {
  it("is asked for once more, then the handler and the coordinator are told, and nothing closes by itself", () => {
    const talked = { answeredAt: on("11-16 10:00"), heardAt: on("11-17 09:00"), confirmDue: on("11-20 09:00") };
    const about = issue({ state: "answered", handler: "王建国", ...talked });
    const given = new Map<string, Date>();
    const namesAt = (now: string) => {
      const { due, act } = outlookOf({ issue: about, assists: [], given }, PARK, on(now));
      for (const step of due) given.set(keyOf(step), on(now));
      return [act, ...due.map(({ entry, to }) => `${entry.name} ${to.join("+")}`)];
    };
    expect(namesAt("11-19 09:05")).toEqual([null, "confirm company"]);
    expect(namesAt("11-20 09:00")).toEqual([null, "confirm-late handler+coordinator"]);
    for (const later of ["11-20 16:00", "11-30 09:00", "12-30 09:00"]) expect(namesAt(later)).toEqual([null]);
  });
});

describe("a reminder", () => {
  const step = (about: Issue, now: string) => {
    const [first] = outlookOf({ issue: about, assists: [], given: new Map() }, PARK, on(now)).due;
    if (first === undefined) throw new Error("nothing is due");
    return first;
  };

  it("is given again when the deadline moves, and not before", () => {
    const about = inProgress({ contactAt: on("11-16 10:00") });
    const first = step(about, "11-20 09:00");
    const given = new Map([[keyOf(first), on("11-20 09:00")]]);
    const dueAt = (due: string, now: string) =>
      outlookOf({ issue: { ...about, due: on(due) }, assists: [], given }, PARK, on(now)).due.map(
        (one) => one.entry.name,
      );
    expect(dueAt("11-23 09:00", "11-20 15:00")).toEqual([]);
    expect(dueAt("11-25 09:00", "11-24 09:00")).toEqual(["answer-warning"]);
  });

  it("no longer holds once the issue is answered, moved on or given more time", () => {
    const about = inProgress({ contactAt: on("11-16 10:00") });
    const { entry: rung, about: department, deadline } = step(about, "11-20 09:00");
    const holds = (now: Issue) =>
      stillDue({ rung: rung.name, about: department, deadline }, { issue: now, assists: [] }, PARK);
    expect(holds(about)).toBe(true);
    expect(holds({ ...about, state: "answered" })).toBe(false);
    expect(holds({ ...about, due: on("11-27 09:00") })).toBe(false);
    expect(holds({ ...about, department: "works" })).toBe(false);
    expect(holds({ ...about, state: "closed" })).toBe(false);
  });
});

describe("the park's own ladder", () => {
  const answers = (ladder: LadderChanges) =>
    told(issue(), "11-30 12:00", { park: parkWith(ladder) }).filter((line) => line.includes("answer"));

  it("may come earlier or later, by share or by time, for each urgency, and go to others", () => {
    expect(
      answers({
        "answer-warning": { at: "50%" },
        "answer-due": { to: ["handler", "coordinator"] },
        "answer-late": { after: { normal: "2h" }, to: ["leader"] },
        "answer-supervision": { to: [] },
        "answer-leader": { after: "4d" },
      }),
    ).toEqual([
      "11-18 14:45 answer-warning handler",
      "11-23 09:00 answer-due handler+coordinator",
      "11-23 11:00 answer-late leader",
      "11-27 09:00 answer-leader leader",
    ]);
    expect(answers({ "answer-warning": { before: "2d" } })[0]).toBe("11-19 09:00 answer-warning handler");
    expect(answers({ "answer-again": { after: "1d" }, "answer-leader": { after: "3d" } }).slice(-2)).toEqual([
      "11-27 09:00 answer-again handler+coordinator",
      "11-30 09:00 answer-again handler+coordinator",
    ]);
  });
});

describe("the light", () => {
  it("is yellow from the warning on, red past the due date, and off while the clock stands", () => {
    const at = (now: string, about = inProgress()) => lightOf(about, PARK, on(now));
    expect([at("11-20 08:59"), at("11-20 09:00"), at("11-23 08:59"), at("11-23 09:01")]).toEqual([
      null,
      "yellow",
      "yellow",
      "red",
    ]);
    expect(at("11-30 09:00", inProgress({ state: "waiting" }))).toBeNull();
    expect(at("11-30 09:00", undispatched())).toBeNull();
  });

  it("does not turn yellow at once for a due date that was given by hand and is near", () => {
    const about = issue({ dispatchedAt: on("11-16 09:00"), due: on("11-16 17:30"), limitMinutes: 7 * 390 });
    expect(lightOf(about, PARK, on("11-16 10:00"))).toBeNull();
    expect(lightOf(about, PARK, on("11-16 16:20"))).toBe("yellow");
  });
});

describe("a deadline centuries ahead, of an earlier version", () => {
  it("has neither light nor reminder, and holds nobody up", () => {
    const far = on("3000-03-03 17:30");
    const about = inProgress({ contactAt: on("11-16 10:00"), due: far, measureDue: far, stageDue: far });
    const park = parkOf();
    const started = performance.now();
    expect(lightOf(about, park, on("11-24 09:00"))).toBeNull();
    const outlook = outlookOf({ issue: about, assists: [], given: new Map() }, park, on("11-24 09:00"));
    expect(outlook).toMatchObject({ due: [], act: null });
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
