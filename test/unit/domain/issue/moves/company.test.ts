import { describe, expect, it } from "vitest";
import {
  attempt,
  CLOCK_ACTOR,
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
  undispatched,
} from "../../../../support/domain.ts";

const ANSWERED = issue({
  state: "answered",
  handler: "王建国",
  signedAt: on("11-16 10:00"),
  answeredAt: on("11-18 09:00"),
  pausedAt: on("11-18 09:00"),
  leftMinutes: 3 * 390,
  handlingMinutes: 780,
});

const CLOSED = issue({ ...ANSWERED, state: "closed", outcome: "solved", closedAt: on("11-19 10:00") });

describe("supplement", () => {
  it("sends a waiting issue back to work with what was left of its clock", () => {
    const waiting = issue({ state: "waiting", pausedAt: on("11-17 09:00"), leftMinutes: 1560 });
    const effect = made("supplement", waiting, COMPANY, on("11-18 09:00"), { text: "周一晚上" });
    expect(effect.patch).toEqual({
      state: "in_progress",
      pausedAt: null,
      leftMinutes: null,
      pausedMinutes: 390,
      due: on("11-24 09:00"),
      stageDue: on("11-25 09:00"),
      supplementDue: null,
    });
    expect(effect.tell).toEqual([{ to: "department" }]);
  });

  it("to an answer gives the time to confirm once more, and puts the closing by itself off for good", () => {
    const now = on("11-18 10:00");
    const effect = made("supplement", ANSWERED, COMPANY, now, { text: "二车间还停" });
    expect(effect.patch).toEqual({ heardAt: now, confirmDue: on("11-23 10:00") });
    expect(effect.tell).toEqual([{ to: "department" }]);
    const heard = moved(ANSWERED, effect);
    expect(refusal("lapse", ANSWERED, CLOCK_ACTOR, on("11-30 09:00"))).toBeNull();
    expect(refusal("lapse", heard, CLOCK_ACTOR, on("11-30 09:00"))).toBe("wrong-state");
    // The next answer is another question.
    const again = moved(heard, made("unsolved", heard, COMPANY, on("11-19 09:00"), { text: "又停了" }));
    const answered = moved(again, made("answer", again, LEAD, on("11-20 09:00"), { text: "已换" }));
    expect(refusal("lapse", answered, CLOCK_ACTOR, on("11-30 09:00"))).toBeNull();
  });

  it("changes nothing in any other open state, and goes to whoever has the issue", () => {
    for (const about of [issue(), inProgress()]) {
      expect(made("supplement", about, COMPANY, on("11-18 10:00"), { text: "x" }).patch).toEqual({});
    }
    const early = made("supplement", undispatched(), COMPANY, on("11-16 10:00"), { text: "x" });
    expect(early.tell).toEqual([{ to: "coordinator" }]);
    expect(refusal("supplement", CLOSED, COMPANY, on("11-20 10:00"), { text: "x" })).toBe("wrong-state");
  });
});

describe("confirming", () => {
  it("closes as solved or as explained, by the company alone", () => {
    const now = on("11-19 10:00");
    expect(made("solved", ANSWERED, COMPANY, now).patch).toEqual({ state: "closed", outcome: "solved", closedAt: now });
    expect(made("accept", ANSWERED, COMPANY, now).patch).toMatchObject({ state: "closed", outcome: "explained" });
    for (const actor of [LEAD, COORDINATOR, LEADER]) {
      expect(refusal("solved", ANSWERED, actor, now)).toBe("not-yours");
      expect(refusal("accept", ANSWERED, actor, now)).toBe("not-yours");
      expect(refusal("unsolved", ANSWERED, actor, now, { text: "x" })).toBe("not-yours");
    }
    expect(refusal("solved", inProgress(), COMPANY, now)).toBe("wrong-state");
  });

  it("as unsolved needs a reason and goes on with what was left; the look at the answer is the company's time", () => {
    const now = on("11-20 09:00");
    expect(attempt("unsolved", ANSWERED, COMPANY, now)).toEqual({ refused: "needs", what: "text" });
    const effect = made("unsolved", ANSWERED, COMPANY, now, { text: "今早又停了" });
    expect(effect.patch).toMatchObject({
      state: "in_progress",
      rework: 1,
      level: 0,
      answeredAt: null,
      pausedMinutes: 780,
      due: PARK.calendar.add(now, 3 * 390),
    });
    expect(effect.tell).toEqual([{ to: "department" }]);
  });

  it("as unsolved lets go a promise whose day has passed, and keeps one that is still ahead", () => {
    const now = on("11-20 09:00");
    const late = { ...ANSWERED, measureAt: on("11-17 09:00"), measureDue: on("11-19 17:30") };
    expect(made("unsolved", late, COMPANY, now, { text: "又停了" }).patch).toMatchObject({ measureDue: null });
    const ahead = { ...late, measureDue: on("11-27 17:30") };
    expect(made("unsolved", ahead, COMPANY, now, { text: "又停了" }).patch).not.toHaveProperty("measureDue");
  });

  it("as unsolved leaves a working day even when nothing was left", () => {
    const now = on("11-25 10:00");
    const late = issue({ ...ANSWERED, leftMinutes: 0, pausedAt: on("11-25 09:00") });
    expect(made("unsolved", late, COMPANY, now, { text: "又停了" }).patch.due).toEqual(on("11-26 10:00"));
  });

  it("as unsolved for the second time raises the level and tells the supervision group, once", () => {
    const second = made("unsolved", { ...ANSWERED, rework: 1 }, COMPANY, on("11-20 09:00"), { text: "x" });
    expect(second.patch).toMatchObject({ rework: 2, level: 1 });
    expect(second.tell).toContainEqual({ to: "supervision" });
    const third = made("unsolved", { ...ANSWERED, rework: 2, level: 1 }, COMPANY, on("11-20 09:00"), { text: "x" });
    expect(third.patch).toMatchObject({ rework: 3, level: 1 });
  });
});

describe("rate", () => {
  it("is given once, with or without words", () => {
    const effect = made("rate", CLOSED, COMPANY, on("11-20 09:00"), { rating: 5, text: "很快" });
    expect(effect.patch).toEqual({ rating: 5, ratedAt: on("11-20 09:00") });
    expect(effect.facts).toEqual({ rating: 5, text: "很快" });
    const rated = moved(CLOSED, effect);
    expect(refusal("rate", rated, COMPANY, on("11-20 09:00"), { rating: 1 })).toBe("rated");
    expect(attempt("rate", CLOSED, COMPANY, on("11-20 09:00"))).toEqual({ refused: "needs", what: "rating" });
    expect(refusal("rate", ANSWERED, COMPANY, on("11-20 09:00"), { rating: 5 })).toBe("wrong-state");
    expect(refusal("rate", CLOSED, LEAD, on("11-20 09:00"), { rating: 5 })).toBe("not-yours");
  });
});

describe("a second mark", () => {
  const NOON = on("11-20 12:00");
  const rated = moved(CLOSED, made("rate", CLOSED, COMPANY, on("11-20 09:00"), { rating: 5 }));
  const reopened = moved(rated, made("reopen", rated, COMPANY, on("11-20 10:00"), { text: "又停了" }));
  const answered = moved(reopened, made("answer", reopened, LEAD, on("11-20 11:00"), { text: "已更换" }));
  const closed = moved(answered, made("accept", answered, COMPANY, on("11-20 11:30")));

  it("is given for a second closing; until then the first one stands", () => {
    expect(closed.rating).toBe(5);
    const again = made("rate", closed, COMPANY, NOON, { rating: 1 });
    expect(again.patch).toEqual({ rating: 1, ratedAt: NOON });
    expect(refusal("rate", moved(closed, again), COMPANY, NOON, { rating: 3 })).toBe("rated");
  });

  it("is taken after a mark of an earlier version, whose time is not known, when the issue was reopened", () => {
    expect(refusal("rate", { ...closed, ratedAt: null }, COMPANY, NOON, { rating: 1 })).toBeNull();
    expect(refusal("rate", { ...CLOSED, rating: 5, ratedAt: null }, COMPANY, NOON, { rating: 1 })).toBe("rated");
  });
});

describe("reopen", () => {
  it("starts the answer clock anew, one level higher, and keeps the first due date", () => {
    const now = on("11-25 09:00");
    const effect = made("reopen", CLOSED, COMPANY, now, { text: "又停了" });
    const reopened = moved(CLOSED, effect);
    expect(reopened).toMatchObject({
      state: "in_progress",
      outcome: null,
      closedAt: null,
      answeredAt: null,
      reopenedAt: now,
      level: 1,
      pausedAt: null,
      leftMinutes: null,
      due: on("12-02 09:00"),
      firstDue: on("11-23 09:00"),
    });
    expect(effect.tell).toEqual([{ to: "department" }, { to: "company" }]);
    // From dispatch: two days until the answer, and one more after reopening; the five days between are nobody's.
    const again = made("answer", reopened, LEAD, on("11-26 09:00"), { text: "已更换" });
    expect(again.patch.handlingMinutes).toBe(3 * 390);
  });

  it("is the company's until the end of the thirtieth day in the park's zone, and the coordinator's for ever", () => {
    const text = { text: "又停了" };
    expect(refusal("reopen", CLOSED, COMPANY, on("12-19 23:59"), text)).toBeNull();
    expect(refusal("reopen", CLOSED, COMPANY, on("12-20 00:00"), text)).toBe("reopen-late");
    expect(refusal("reopen", CLOSED, COORDINATOR, on("2027-03-01 09:00"), text)).toBeNull();
    expect(attempt("reopen", CLOSED, COMPANY, on("11-25 09:00"))).toEqual({ refused: "needs", what: "text" });
  });
});

describe("urge", () => {
  it("is the company's once a calendar day of the park, which begins at midnight there", () => {
    const urged = inProgress({ urgedAt: on("11-17 23:59") });
    expect(refusal("urge", urged, COMPANY, on("11-17 23:59:59"))).toBe("urged-today");
    expect(refusal("urge", urged, COMPANY, on("11-18 00:00"))).toBeNull();
    // One moment is two dates: the 17th in Greenwich, the 18th in the park.
    expect(refusal("urge", inProgress({ urgedAt: on("11-18 00:30") }), COMPANY, on("11-18 09:00"))).toBe("urged-today");
    expect(made("urge", inProgress(), COMPANY, on("11-17 09:00")).patch).toEqual({ urgedAt: on("11-17 09:00") });
  });

  it("of an answer is a word of the company, after which it does not close by itself", () => {
    const now = on("11-18 10:00");
    const heard = { heardAt: now, confirmDue: on("11-23 10:00") };
    expect(made("urge", ANSWERED, COMPANY, now).patch).toEqual({ urgedAt: now, ...heard });
    expect(made("urge", ANSWERED, COORDINATOR, now).patch).toEqual({});
  });

  it("is the coordinator's as often as wanted, and takes nothing from the company", () => {
    const urged = inProgress({ urgedAt: on("11-17 09:00") });
    expect(made("urge", urged, COORDINATOR, on("11-17 10:00")).patch).toEqual({});
    expect(refusal("urge", { ...urged, confidential: true }, COORDINATOR, on("11-17 10:00"))).toBeNull();
    expect(refusal("urge", urged, LEAD, on("11-17 10:00"))).toBe("not-yours");
  });

  it("goes to the coordinator while the issue has no department", () => {
    expect(made("urge", undispatched(), COMPANY, on("11-17 09:00")).tell).toEqual([{ to: "coordinator" }]);
  });
});
