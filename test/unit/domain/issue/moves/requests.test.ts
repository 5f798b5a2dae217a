import { describe, expect, it } from "vitest";
import { leaderDecides } from "../../../../../src/domain/issue/requests.ts";
import {
  attempt,
  COMPANY,
  COORDINATOR,
  inProgress,
  issue,
  LEAD,
  LEADER,
  made,
  moved,
  on,
  PARK,
  refusal,
  request,
  TRACKER,
} from "../../../../support/domain.ts";

const NOW = on("11-17 09:00");

/** Signed for on Monday at ten, and an hour later the company was asked for more. */
const WAITING = inProgress({
  state: "waiting",
  pausedAt: on("11-16 11:00"),
  leftMinutes: 1830,
  supplementDue: on("11-18 11:00"),
  pausedMinutes: 30,
});

describe("a return", () => {
  it("is asked within one working day of dispatch, to the minute", () => {
    const effect = made("return", issue(), LEAD, on("11-17 09:00"), { text: "属住建局", department: "works" });
    expect(effect.request).toEqual({ kind: "return", reason: "属住建局", department: "works", until: null });
    expect(effect.patch).toEqual({});
    expect(effect.tell).toEqual([{ to: "coordinator" }]);
    expect(refusal("return", issue(), LEAD, on("11-17 09:01"), { text: "x" })).toBe("return-late");
    // Over a weekend a working day is longer than a day.
    const friday = issue({ dispatchedAt: on("11-20 16:00") });
    expect(refusal("return", friday, LEAD, on("11-23 16:00"), { text: "x" })).toBeNull();
    expect(attempt("return", issue(), LEAD, NOW)).toEqual({ refused: "needs", what: "text" });
  });

  it("proposes another unit than the one that has it", () => {
    const own = issue().department ?? "";
    expect(refusal("return", issue(), LEAD, on("11-16 10:00"), { text: "x", department: own })).toBe("same-department");
    const pending = { requests: [request({ kind: "return", department: null })] };
    expect(refusal("return", issue(), LEAD, on("11-16 10:00"), { text: "x", department: own }, pending)).toBe(
      "same-department",
    );
  });

  it("is asked once a dispatch, also when it was refused; the next unit may ask again", () => {
    const refused = request({ kind: "return", state: "refused", askedAt: on("11-16 10:00") });
    const beside = { requests: [refused] };
    expect(refusal("return", issue(), LEAD, on("11-16 11:00"), { text: "x" }, beside)).toBe("return-twice");
    const moved = issue({ dispatchedAt: on("11-16 10:30") });
    expect(refusal("return", moved, LEAD, on("11-16 11:00"), { text: "x" }, beside)).toBeNull();
  });

  it("approved goes back to the coordinator with the proposed unit, and no clock runs but dispatch", () => {
    const pending = request({ id: 3, kind: "return", department: "works", reason: "属住建局" });
    const effect = made("approve", inProgress(), COORDINATOR, NOW, {}, { requests: [pending] });
    expect(moved(inProgress(), effect)).toMatchObject({
      state: "submitted",
      department: null,
      handler: null,
      suggestions: ["works"],
      dispatchedAt: null,
      signDue: null,
      contactDue: null,
      due: null,
      firstDue: on("11-23 09:00"),
      dispatchDue: on("11-17 15:30"),
    });
    expect(effect.settle).toEqual({ id: 3, state: "approved", note: "" });
    expect(effect.tell).toEqual([{ to: "unit", department: "power" }]);
  });

  it("is decided while the issue waits for the company, too, which then waits for nothing", () => {
    const pending = request({ kind: "return", department: "works" });
    const granted = moved(WAITING, made("approve", WAITING, COORDINATOR, NOW, {}, { requests: [pending] }));
    const nothing = { pausedAt: null, leftMinutes: null, supplementDue: null, due: null };
    expect(granted).toMatchObject({ state: "submitted", department: null, ...nothing });
    expect(refusal("refuse", WAITING, COORDINATOR, NOW, { text: "属你们" }, { requests: [pending] })).toBeNull();
    // The second one is the leader's, who gives it to the next unit with what was left of the time.
    const second = { requests: [request({ kind: "return", state: "refused" }), { ...pending, id: 2 }] };
    const given = moved(WAITING, made("approve", WAITING, LEADER, NOW, {}, second));
    expect(given).toMatchObject({ state: "dispatched", department: "works", supplementDue: null, pausedAt: null });
    expect(given).toMatchObject({ due: on("11-23 16:00"), pausedMinutes: 0 });
  });

  it("that waits takes the proposed unit later, from whoever forgot it, and tells who decides", () => {
    const beside = { requests: [request({ id: 3, kind: "return" })] };
    const effect = made(
      "return",
      inProgress(),
      LEAD,
      on("11-18 09:00"),
      { text: "建管局", department: "works" },
      beside,
    );
    expect(effect).toMatchObject({ patch: {}, propose: { id: 3, department: "works" } });
    expect(effect.tell).toEqual([{ to: "coordinator" }]);
    const again = { requests: [request({ id: 3, kind: "return", department: "works" })] };
    for (const [department, other] of [
      [undefined, beside],
      ["works", again],
    ] as const) {
      expect(attempt("return", inProgress(), LEAD, NOW, { text: "x", department }, other)).toEqual({
        refused: "request-pending",
        kind: "return",
      });
    }
    const extension = { requests: [request({ kind: "extend" })] };
    expect(attempt("return", inProgress(), LEAD, NOW, { text: "x", department: "works" }, extension)).toMatchObject({
      kind: "extend",
    });
  });

  it("that was overtaken before it was decided may be asked again", () => {
    const overtaken = request({ kind: "return", state: "refused", decision: "overtaken" });
    expect(refusal("return", issue(), LEAD, NOW, { text: "x" }, { requests: [overtaken] })).toBeNull();
  });
});

describe("an extension", () => {
  const reason = { text: "等设备" };

  it("counts days in working days from the present due date", () => {
    const effect = made("extend", inProgress(), LEAD, NOW, { ...reason, days: 3 });
    expect(effect.request).toMatchObject({ kind: "extend", until: on("11-26 09:00"), reason: "等设备" });
    expect(effect.patch).toEqual({});
  });

  it("asks days that end more than six months ahead back, and takes the date that is named instead", () => {
    const asked = (more: object) => refusal("extend", inProgress(), LEAD, NOW, { ...reason, ...more });
    expect(asked({ days: 999 })).toBe("date-far");
    expect(asked({ days: 100 })).toBeNull();
    expect(asked({ date: on("2028-06-30 17:30") })).toBeNull();
  });

  it("needs a date and a reason, and a date later than the present one", () => {
    expect(attempt("extend", inProgress(), LEAD, NOW, { days: 3 })).toEqual({ refused: "needs", what: "text" });
    expect(attempt("extend", inProgress(), LEAD, NOW, reason)).toEqual({ refused: "needs", what: "date" });
    const until = (date: Date) => refusal("extend", inProgress(), LEAD, NOW, { ...reason, date });
    expect(until(on("11-20 17:30"))).toBe("extend-back");
    expect(until(on("11-23 09:00"))).toBe("extend-back");
    expect(until(on("11-23 17:30"))).toBeNull();
    expect(refusal("extend", inProgress(), LEAD, NOW, { ...reason, days: 0 })).toBe("extend-back");
  });

  it("is asked at least one working day before due, to the minute", () => {
    const at = (now: Date) => refusal("extend", inProgress(), LEAD, now, { ...reason, days: 1 });
    expect(at(on("11-20 09:00"))).toBeNull();
    expect(at(on("11-20 09:00:01"))).toBe("extend-late");
    expect(at(on("11-24 09:00"))).toBe("extend-late");
  });

  it("names no moment before the dispatch, where the limit is shorter than that", () => {
    const urgent = inProgress({ dispatchedAt: on("11-16 09:00"), due: on("11-16 17:30") });
    expect(refusal("extend", urgent, LEAD, on("11-16 10:00"), { ...reason, days: 1 })).toBe("extend-never");
    expect(attempt("extend", urgent, LEAD, on("11-24 10:00"), { ...reason, days: 1 })).toEqual({
      refused: "extend-overdue",
      at: on("11-16 17:30"),
    });
  });

  it("is had twice at most, refused ones not counted, and only one request waits at a time", () => {
    const two = [1, 2].map((id) => request({ id, kind: "extend", state: "approved" }));
    const refused = [1, 2, 3].map((id) => request({ id, kind: "extend", state: "refused" }));
    const ask = (requests: typeof two) =>
      refusal("extend", inProgress(), LEAD, NOW, { ...reason, days: 1 }, { requests });
    expect(ask(two)).toBe("extend-often");
    expect(ask(refused)).toBeNull();
    expect(ask([request({ kind: "hold" })])).toBe("request-pending");
  });

  it("approved moves the due date, never the first one, and tells the company why", () => {
    const pending = request({ kind: "extend", until: on("11-26 09:00") });
    const effect = made("approve", inProgress(), COORDINATOR, NOW, {}, { requests: [pending] });
    expect(moved(inProgress(), effect)).toMatchObject({ due: on("11-26 09:00"), firstDue: on("11-23 09:00") });
    expect(effect.facts).toMatchObject({ text: "等设备", due: on("11-26 09:00").toISOString() });
    expect(effect.tell).toContainEqual({ to: "company" });
  });

  it("approved while the clock stands is there when it goes on", () => {
    const waiting = issue({ state: "waiting", pausedAt: NOW, leftMinutes: 4 * 390 });
    const pending = request({ kind: "extend", until: on("11-26 09:00") });
    const extended = moved(waiting, made("approve", waiting, COORDINATOR, NOW, {}, { requests: [pending] }));
    const back = moved(extended, made("supplement", extended, COMPANY, on("11-19 09:00"), { text: "x" }));
    expect(back.due).toEqual(PARK.calendar.add(on("11-19 09:00"), 7 * 390));
  });

  it("approved too late, when waiting has moved the due date past it, never takes time away", () => {
    const pending = request({ kind: "extend", until: on("11-26 09:00") });
    const moved = inProgress({ due: on("11-30 09:00") });
    expect(refusal("approve", moved, COORDINATOR, NOW, {}, { requests: [pending] })).toBe("extend-back");
    expect(refusal("refuse", moved, COORDINATOR, NOW, { text: "x" }, { requests: [pending] })).toBeNull();
  });
});

describe("a hold", () => {
  const reason = { text: "等线路大修" };

  it("names a review date within thirty working days, counted in working hours", () => {
    const effect = made("hold", inProgress(), LEAD, NOW, { ...reason, days: 30 });
    expect(effect.request).toMatchObject({ kind: "hold", until: on("12-29 09:00") });
    expect(effect.tell).toEqual([{ to: "leader" }]);
    expect(refusal("hold", inProgress(), LEAD, NOW, { ...reason, days: 31 })).toBe("hold-far");
    expect(refusal("hold", inProgress(), LEAD, NOW, { ...reason, date: on("12-29 17:30") })).toBeNull();
    expect(refusal("hold", inProgress(), LEAD, NOW, { ...reason, date: on("12-30 17:30") })).toBe("hold-far");
    expect(refusal("hold", inProgress(), LEAD, NOW, { ...reason, date: on("11-16 17:30") })).toBe("date-past");
    expect(attempt("hold", inProgress(), LEAD, NOW, { days: 3 })).toEqual({ refused: "needs", what: "text" });
    expect(attempt("hold", inProgress(), LEAD, NOW, reason)).toEqual({ refused: "needs", what: "date" });
  });

  it("approved stops the clock until the opening of the review day", () => {
    const date = on("12-01 17:30");
    const { request: asked } = made("hold", inProgress(), LEAD, NOW, { ...reason, date });
    expect(asked?.until).toEqual(on("12-01 08:30"));
    const pending = request({ kind: "hold", until: on("12-01 08:30") });
    const effect = made("approve", inProgress(), LEADER, NOW, {}, { requests: [pending] });
    expect(effect.patch).toEqual({
      state: "on_hold",
      pausedAt: NOW,
      leftMinutes: 4 * 390,
      reviewAt: on("12-01 08:30"),
      supplementDue: null,
    });
    // Also while the company was asked for more: its clock stands already.
    const held = moved(WAITING, made("approve", WAITING, LEADER, NOW, {}, { requests: [pending] }));
    expect(held).toMatchObject({
      state: "on_hold",
      pausedAt: WAITING.pausedAt,
      leftMinutes: 1830,
      supplementDue: null,
    });
  });

  it("refused as too long names a last day, which is taken, and the next is not", () => {
    for (const now of [NOW, on("11-17 12:30"), on("11-20 17:30"), on("11-21 10:00"), on("12-24 08:30")]) {
      const far = attempt("hold", inProgress(), LEAD, now, { ...reason, days: 31 });
      if (!("at" in far)) throw new Error("it names no day");
      const { calendar } = PARK;
      const last = calendar.endOfDay(calendar.dateOf(far.at));
      const next = calendar.endOfDay(calendar.dateOf(calendar.nextOpening(new Date(last.getTime() + 1))));
      expect(refusal("hold", inProgress(), LEAD, now, { ...reason, date: last })).toBeNull();
      expect(refusal("hold", inProgress(), LEAD, now, { ...reason, date: next })).toBe("hold-far");
    }
  });
});

describe("deciding a request", () => {
  it("is the leader's for a hold and a second extension, else the coordinator's", () => {
    const approved = request({ kind: "extend", state: "approved" });
    expect(leaderDecides("return", [])).toBe(false);
    expect(leaderDecides("extend", [])).toBe(false);
    expect(leaderDecides("extend", [request({ kind: "extend", state: "refused" })])).toBe(false);
    expect(leaderDecides("extend", [approved])).toBe(true);
    expect(leaderDecides("hold", [])).toBe(true);

    const hold = { requests: [request({ kind: "hold", until: on("12-01 08:30") })] };
    expect(refusal("approve", inProgress(), COORDINATOR, NOW, {}, hold)).toBe("leader-decides");
    expect(refusal("refuse", inProgress(), COORDINATOR, NOW, { text: "x" }, hold)).toBe("leader-decides");
    expect(refusal("approve", inProgress(), LEADER, NOW, {}, hold)).toBeNull();
    const second = { requests: [approved, request({ id: 2, kind: "extend", until: on("11-30 09:00") })] };
    expect(refusal("approve", inProgress(), COORDINATOR, NOW, {}, second)).toBe("leader-decides");
  });

  it("needs a request that waits, and a reason to refuse it", () => {
    expect(refusal("approve", inProgress(), COORDINATOR, NOW)).toBe("no-request");
    const beside = { requests: [request({ id: 5, kind: "return" })] };
    expect(attempt("refuse", inProgress(), COORDINATOR, NOW, {}, beside)).toEqual({ refused: "needs", what: "text" });
    const effect = made("refuse", inProgress(), COORDINATOR, NOW, { text: "属你们" }, beside);
    expect(effect).toMatchObject({ patch: {}, settle: { id: 5, state: "refused", note: "属你们" } });
    expect(effect.tell).toEqual([{ to: "department" }]);
  });

  it("is nobody else's", () => {
    const beside = { requests: [request({ kind: "return" })] };
    for (const actor of [LEAD, TRACKER, COMPANY]) {
      expect(refusal("approve", inProgress(), actor, NOW, {}, beside)).toBe("not-yours");
    }
  });
});

describe("a day more than two years ahead", () => {
  const far = on("3000-03-03 17:30");
  const last = on("2028-11-17 17:30");

  it.each([
    ["extend", LEAD],
    ["hold", LEAD],
    ["measure", LEAD],
    ["progress", LEAD],
    ["dispatch", COORDINATOR],
  ] as const)("is taken by no move: %s", (action, actor) => {
    const say = (input: object) =>
      refusal(action, inProgress(), actor, NOW, { text: "等设备", department: "works", ...input });
    expect(say({ date: far })).toBe("date-beyond");
    expect(say({ date: on("9999-12-31 17:30") })).toBe("date-beyond");
    expect(say({ days: 1_000_000 })).toBe("date-far");
    expect(say({ date: last })).toBe(action === "hold" ? "hold-far" : null);
  });

  it("in a request of an earlier version can be refused but not approved", () => {
    for (const kind of ["extend", "hold"] as const) {
      const beside = { requests: [request({ id: 3, kind, until: far })] };
      expect(refusal("approve", inProgress(), LEADER, NOW, {}, beside)).toBe("date-beyond");
      expect(made("refuse", inProgress(), LEADER, NOW, { text: "太远" }, beside).settle?.state).toBe("refused");
    }
  });
});
