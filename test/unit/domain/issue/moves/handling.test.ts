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
  OTHER_UNIT,
  on,
  PARK,
  person,
  refusal,
  request,
  TRACKER,
  undispatched,
} from "../../../../support/domain.ts";

const MORNING = on("11-17 09:00");

describe("any move", () => {
  it("asks first who, then in which state, then what was said", () => {
    expect(refusal("sign", issue({ state: "closed" }), COMPANY, MORNING)).toBe("not-yours");
    expect(refusal("answer", issue(), LEAD, MORNING)).toBe("wrong-state");
    expect(attempt("answer", inProgress(), LEAD, MORNING)).toEqual({ refused: "needs", what: "text" });
    expect(refusal("answer", inProgress(), LEAD, MORNING, { text: "已更换" })).toBeNull();
  });
});

describe("dispatch", () => {
  it("starts the clocks with the limits of the category", () => {
    const effect = made("dispatch", undispatched({ category: "power" }), COORDINATOR, MORNING, { department: "power" });
    expect(effect.patch).toMatchObject({
      state: "dispatched",
      department: "power",
      dispatchedAt: MORNING,
      signDue: on("11-17 15:30"),
      contactDue: on("11-18 09:00"),
      due: on("11-24 09:00"),
      firstDue: on("11-24 09:00"),
      limit: "5d",
      limitMinutes: 1950,
      suggestions: [],
    });
    expect(effect.tell).toEqual([{ to: "department" }, { to: "company" }]);
    expect(effect.facts?.due).toBe(on("11-24 09:00").toISOString());
  });

  it("takes a date that is given, and no past one", () => {
    const date = on("11-20 17:30");
    const effect = made("dispatch", undispatched(), COORDINATOR, MORNING, { department: "power", date });
    expect(effect.patch).toMatchObject({ due: date, firstDue: date });
    const past = { department: "power", date: on("11-16 17:30") };
    expect(refusal("dispatch", undispatched(), COORDINATOR, MORNING, past)).toBe("date-past");
  });

  it("needs a unit, and another one", () => {
    expect(attempt("dispatch", issue(), COORDINATOR, MORNING)).toEqual({ refused: "needs", what: "department" });
    expect(refusal("dispatch", issue(), COORDINATOR, MORNING, { department: "power" })).toBe("same-department");
  });

  it("as a transfer keeps both due dates and tells the unit that had it", () => {
    const about = inProgress({ due: on("11-25 09:00"), contactAt: on("11-16 11:00"), pausedMinutes: 200 });
    const effect = made("dispatch", about, COORDINATOR, MORNING, { department: "works", text: "厂区内部线路" });
    expect(moved(about, effect)).toMatchObject({
      state: "dispatched",
      department: "works",
      due: on("11-25 09:00"),
      firstDue: on("11-23 09:00"),
      signedAt: null,
      handler: null,
    });
    expect(effect.tell).toContainEqual({ to: "unit", department: "power" });
  });

  it("as a transfer lets the new unit start anew: its own contact and handling time", () => {
    const about = inProgress({ contactAt: on("11-16 11:00"), pausedMinutes: 200 });
    const transferred = moved(about, made("dispatch", about, COORDINATOR, MORNING, { department: "works" }));
    expect(transferred).toMatchObject({ dispatchedAt: MORNING, contactAt: null, contactDue: on("11-18 09:00") });
    const signed = moved(transferred, made("sign", transferred, OTHER_UNIT, on("11-17 09:30")));
    const answered = moved(signed, made("answer", signed, OTHER_UNIT, on("11-17 11:00"), { text: "已修" }));
    expect(answered.handlingMinutes).toBe(120);
  });

  it("as a transfer takes a new date without touching the first", () => {
    const date = on("11-27 17:30");
    const effect = made("dispatch", issue(), COORDINATOR, MORNING, { department: "works", date });
    expect(effect.patch).toMatchObject({ due: date, firstDue: on("11-23 09:00") });
  });

  it("lets a pending request lapse", () => {
    const effect = made(
      "dispatch",
      inProgress(),
      COORDINATOR,
      MORNING,
      { department: "works" },
      {
        requests: [request({ id: 7, kind: "hold", until: on("12-01 17:30") })],
      },
    );
    expect(effect.settle).toMatchObject({ id: 7, state: "refused" });
  });
});

describe("assist", () => {
  it("gives the helping unit a limit of its own and changes nothing else", () => {
    const effect = made("assist", inProgress(), LEAD, MORNING, { department: "works" });
    expect(effect.patch).toEqual({});
    expect(effect.assist).toEqual({ department: "works", askedAt: MORNING, due: on("11-20 09:00"), doneAt: null });
    expect(effect.tell).toEqual([{ to: "unit", department: "works" }, { to: "department" }]);
  });

  it("is for another unit, once", () => {
    const assists = [{ department: "works", askedAt: MORNING, due: on("11-20 09:00"), doneAt: null }];
    expect(refusal("assist", inProgress(), LEAD, MORNING, { department: "power" })).toBe("same-department");
    expect(refusal("assist", inProgress(), LEAD, MORNING, { department: "works" }, { assists })).toBe("already-helps");
    expect(attempt("assist", inProgress(), LEAD, MORNING)).toEqual({ refused: "needs", what: "department" });
    expect(refusal("assist", inProgress(), COMPANY, MORNING, { department: "works" })).toBe("not-yours");
  });

  it("lets the helper note something and nothing else", () => {
    const assists = [{ department: "works", askedAt: MORNING, due: on("11-20 09:00"), doneAt: null }];
    expect(refusal("note", inProgress(), OTHER_UNIT, MORNING, { text: "已看现场" }, { assists })).toBeNull();
    expect(refusal("answer", inProgress(), OTHER_UNIT, MORNING, { text: "已修" }, { assists })).toBe("not-yours");
  });
});

describe("reject", () => {
  it("is said with a reason, which the company gets, before any dispatch", () => {
    const effect = made("reject", undispatched(), COORDINATOR, MORNING, { text: "属劳动仲裁，请到人社局" });
    expect(effect.patch).toEqual({ state: "rejected", publicAnswer: "属劳动仲裁，请到人社局" });
    expect(effect.tell).toEqual([{ to: "company" }]);
    expect(attempt("reject", undispatched(), COORDINATOR, MORNING)).toEqual({ refused: "needs", what: "text" });
    expect(refusal("reject", issue(), COORDINATOR, MORNING, { text: "x" })).toBe("wrong-state");
  });
});

describe("sign", () => {
  it("names who has it; the second one is refused", () => {
    const effect = made("sign", issue(), person("刘洋"), MORNING);
    expect(effect.patch).toEqual({
      state: "in_progress",
      signedAt: MORNING,
      handler: "刘洋",
      stageDue: on("11-24 09:00"),
    });
    expect(refusal("sign", moved(issue(), effect), LEAD, MORNING)).toBe("wrong-state");
  });

  it("is also the tracking unit's, and nobody else's", () => {
    expect(refusal("sign", issue(), TRACKER, MORNING)).toBeNull();
    for (const actor of [OTHER_UNIT, COORDINATOR, LEADER, COMPANY]) {
      expect(refusal("sign", issue(), actor, MORNING)).toBe("not-yours");
    }
  });

  it("does not start the answer clock, which runs since dispatch", () => {
    expect(moved(issue(), made("sign", issue(), LEAD, MORNING)).due).toEqual(issue().due);
  });
});

describe("contact, measure, progress and note", () => {
  it("stop the contact clock once", () => {
    const first = made("contact", issue(), LEAD, MORNING);
    expect(first.patch).toEqual({ contactAt: MORNING });
    const again = made("contact", moved(issue(), first), LEAD, on("11-18 09:00"));
    expect(again.patch.contactAt).toEqual(MORNING);
    expect(first.tell).toEqual([]);
    for (const action of ["progress", "ask", "answer"] as const) {
      expect(made(action, inProgress(), LEAD, MORNING, { text: "x" }).patch.contactAt).toEqual(MORNING);
    }
  });

  it("makes a measure with a date a promise, and takes no past date", () => {
    const date = on("11-30 17:30");
    const effect = made("measure", inProgress(), LEAD, MORNING, { text: "更换变压器 11月30日前", date });
    expect(effect.patch).toEqual({ measure: "更换变压器 11月30日前", measureAt: MORNING, measureDue: date });
    expect(effect.tell).toEqual([]);
    expect(made("measure", inProgress(), LEAD, MORNING, { text: "换线" }).patch.measureDue).toBeNull();
    const promised = inProgress({ measure: "更换变压器 11月30日前", measureAt: on("11-16 11:00"), measureDue: date });
    expect(made("measure", promised, LEAD, MORNING, { text: "换线" }).patch).toMatchObject({
      measure: "换线",
      measureDue: date,
    });
    // Another unit's promise, and one that was made before a reopening, is not this one's.
    for (const later of [{ dispatchedAt: on("11-16 14:30") }, { reopenedAt: on("11-16 14:30") }]) {
      const anew = { ...promised, ...later };
      expect(made("measure", anew, LEAD, on("11-16 15:00"), { text: "换线" }).patch.measureDue).toBeNull();
    }
    expect(refusal("measure", inProgress(), LEAD, MORNING, { text: "x", date: on("11-16 17:30") })).toBe("date-past");
    expect(refusal("measure", issue(), LEAD, MORNING, { text: "x" })).toBe("wrong-state");
  });

  it("tells the company of progress, and nobody of a note", () => {
    const progress = made("progress", inProgress(), LEAD, MORNING, { text: "设备已到" });
    expect(progress.patch).toMatchObject({ lastReplyAt: MORNING, publicAnswer: "设备已到" });
    expect(progress.tell).toEqual([{ to: "company" }]);
    const note = made("note", inProgress(), LEAD, MORNING, { text: "厂家拖延" });
    expect(note).toEqual({ patch: {}, facts: { text: "厂家拖延" }, tell: [] });
  });
});

describe("ask and answer", () => {
  it("stop the answer clock with what is left", () => {
    const asked = made("ask", inProgress(), LEAD, MORNING, { text: "哪一天停的" });
    expect(asked.patch).toMatchObject({ state: "waiting", pausedAt: MORNING, leftMinutes: 4 * 390 });
    const answered = made("answer", inProgress(), LEAD, MORNING, { text: "已更换" });
    expect(answered.patch).toMatchObject({
      state: "answered",
      pausedAt: MORNING,
      leftMinutes: 4 * 390,
      answeredAt: MORNING,
      publicAnswer: "已更换",
      handlingMinutes: 390,
    });
  });

  it("do not count waiting as handling time", () => {
    const answered = made("answer", inProgress({ pausedMinutes: 100 }), LEAD, MORNING, { text: "已更换" });
    expect(answered.patch.handlingMinutes).toBe(290);
  });

  it("leave nothing of an overdue clock, and its date as it is", () => {
    const late = moved(inProgress(), made("ask", inProgress(), LEAD, on("11-25 10:00"), { text: "哪一天" }));
    expect(late).toMatchObject({ leftMinutes: 0, due: on("11-23 09:00") });
    const back = moved(late, made("supplement", late, COMPANY, on("11-27 10:00"), { text: "周一" }));
    expect(back).toMatchObject({ pausedAt: null, due: on("11-23 09:00"), pausedMinutes: 2 * 390 });
  });

  it("lets a pending request lapse with the answer, and not with a question", () => {
    const beside = { requests: [request({ id: 7, kind: "extend", until: on("11-26 09:00") })] };
    expect(made("answer", inProgress(), LEAD, MORNING, { text: "已更换" }, beside).settle).toMatchObject({ id: 7 });
    expect(made("ask", inProgress(), LEAD, MORNING, { text: "哪天" }, beside).settle).toBeUndefined();
  });
});

describe("resume", () => {
  const held = issue({
    state: "on_hold",
    pausedAt: on("11-17 09:00"),
    leftMinutes: 4 * 390,
    reviewAt: on("12-01 08:30"),
  });

  it("goes on with what was left, by the handler, the coordinator or the clock", () => {
    for (const actor of [LEAD, COORDINATOR, CLOCK_ACTOR]) {
      const effect = made("resume", held, actor, on("12-01 08:30"));
      expect(effect.patch).toMatchObject({ state: "in_progress", reviewAt: null, pausedAt: null, leftMinutes: null });
      expect(effect.patch.due).toEqual(PARK.calendar.add(on("12-01 08:30"), 4 * 390));
    }
    expect(refusal("resume", held, COMPANY, on("12-01 08:30"))).toBe("not-yours");
    expect(refusal("resume", inProgress(), LEAD, on("12-01 08:30"))).toBe("wrong-state");
  });
});

describe("supervise", () => {
  it("raises the level and goes to the head", () => {
    const effect = made("supervise", inProgress({ level: 1 }), LEADER, MORNING, { text: "本周必须解决" });
    expect(effect.patch).toEqual({ level: 2 });
    expect(effect.tell).toEqual([{ to: "head" }]);
    expect(refusal("supervise", inProgress(), LEAD, MORNING)).toBe("not-yours");
  });
});

describe("words that somebody else has to read", () => {
  it.each(["supervise", "reject", "note", "answer", "measure", "progress", "ask", "return"] as const)(
    "are asked for by %s, and marks alone are none",
    (action) => {
      const about = action === "reject" ? undispatched() : inProgress();
      const actor = action === "supervise" ? LEADER : action === "reject" ? COORDINATOR : LEAD;
      for (const text of [undefined, "", "。", "……！"]) {
        expect(attempt(action, about, actor, MORNING, { text })).toEqual({ refused: "needs", what: "text" });
      }
    },
  );

  it("may be a picture of a face", () => {
    expect(refusal("note", inProgress(), LEAD, MORNING, { text: "👍" })).toBeNull();
  });
});
