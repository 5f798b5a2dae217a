import { describe, expect, it } from "vitest";
import type { Issue } from "../../../../../src/domain/issue/issue.ts";
import {
  attempt,
  COMPANY,
  COORDINATOR,
  inProgress,
  issue,
  LEAD,
  made,
  moved,
  on,
  person,
  refusal,
  request,
  undispatched,
} from "../../../../support/domain.ts";

/** Tuesday, one working day after the dispatch. */
const NOW = on("11-17 09:00");

const ANSWERED = inProgress({
  state: "answered",
  answeredAt: on("11-16 11:00"),
  answeredBy: "刘洋",
  confirmDue: on("11-19 11:00"),
  publicAnswer: "已换开关",
  pausedAt: on("11-16 11:00"),
  leftMinutes: 1830,
});

function takenBack(about: Issue): Issue {
  return moved(about, made("withdraw", about, COMPANY, NOW));
}

describe("withdraw", () => {
  it("ends an open issue, stops its clock and keeps where it was", () => {
    const left = { state: "withdrawn", withdrawnAt: NOW };
    expect(made("withdraw", inProgress(), COMPANY, NOW).patch).toEqual({
      ...left,
      withdrawnFrom: "in_progress",
      pausedAt: NOW,
      leftMinutes: 1560,
    });
    expect(made("withdraw", undispatched(), COMPANY, NOW).patch).toEqual({ ...left, withdrawnFrom: "submitted" });
    expect(made("withdraw", ANSWERED, COMPANY, NOW).patch).toEqual({ ...left, withdrawnFrom: "answered" });
    expect(refusal("withdraw", issue({ state: "closed" }), COMPANY, NOW)).toBe("wrong-state");
  });
});

describe("restore", () => {
  it("brings an issue back where it was, with what was left of every clock", () => {
    const about = inProgress({ stageDue: on("11-23 10:00"), contactDue: on("11-17 11:00") });
    const effect = made("restore", takenBack(about), COMPANY, on("11-17 15:30"));
    // Four working hours later, and so are the others.
    expect(moved(takenBack(about), effect)).toMatchObject({
      state: "in_progress",
      handler: "王建国",
      due: on("11-23 15:30"),
      stageDue: on("11-23 16:30"),
      contactDue: on("11-17 17:30"),
      pausedAt: null,
      pausedMinutes: 240,
      withdrawnAt: null,
      withdrawnFrom: null,
    });
    expect(effect.tell).toEqual([{ to: "department" }]);
    const early = made("restore", takenBack(undispatched()), COMPANY, on("11-17 10:00"));
    expect(early.patch).toMatchObject({ state: "submitted" });
    expect(early.tell).toEqual([{ to: "coordinator" }]);
  });

  it("is told to each unit that helps, and to who has said 同感, as the taking back is", () => {
    const assists = [{ department: "works", askedAt: on("11-17 09:00"), due: on("11-20 09:00"), doneAt: null }];
    const about = issue({ state: "in_progress", department: "power", joined: ["e2"] });
    const hearers = [{ to: "department" }, { to: "unit", department: "works" }, { to: "joined" }];
    const gone = made("withdraw", about, COMPANY, on("11-17 10:00"), {}, { assists });
    expect(gone.tell).toEqual(hearers);
    expect(made("restore", moved(about, gone), COMPANY, on("11-17 11:00"), {}, { assists }).tell).toEqual(hearers);
  });

  it("lets stand what stood: an answer, which the company has now spoken of, and a hold with its review date", () => {
    const answered = moved(takenBack(ANSWERED), made("restore", takenBack(ANSWERED), COMPANY, on("11-17 10:00")));
    expect(answered).toMatchObject({ state: "answered", pausedAt: ANSWERED.pausedAt, heardAt: on("11-17 10:00") });
    const held = inProgress({ state: "on_hold", reviewAt: on("12-01 08:30"), pausedAt: NOW, leftMinutes: 1560 });
    const back = moved(takenBack(held), made("restore", takenBack(held), COMPANY, on("11-17 10:00")));
    expect(back).toMatchObject({ state: "on_hold", reviewAt: on("12-01 08:30"), pausedAt: NOW, leftMinutes: 1560 });
  });

  it("is the company's, within a working day, and not of what was voided", () => {
    expect(refusal("restore", takenBack(issue()), COMPANY, on("11-18 09:00"))).toBeNull();
    expect(refusal("restore", takenBack(issue()), COMPANY, on("11-18 09:01"))).toBe("restore-late");
    // Of an earlier version nobody knows when it was taken back.
    expect(refusal("restore", issue({ state: "withdrawn" }), COMPANY, NOW)).toBe("restore-late");
    expect(refusal("restore", takenBack(issue()), COORDINATOR, NOW)).toBe("not-yours");
    const voided = moved(issue(), made("void", issue(), COORDINATOR, NOW, { text: "提重了" }));
    expect(refusal("restore", voided, COMPANY, NOW)).toBe("restore-voided");
  });
});

describe("void", () => {
  it("is the coordinator's, with a reason that the company and the unit are told, and kept apart", () => {
    const effect = made("void", inProgress(), COORDINATOR, NOW, { text: "与 #7 重复" });
    expect(moved(inProgress(), effect)).toMatchObject({ state: "withdrawn", voided: true, pausedAt: NOW });
    expect([effect.facts, effect.tell]).toEqual([{ text: "与 #7 重复" }, [{ to: "company" }, { to: "department" }]]);
    expect(made("void", undispatched(), COORDINATOR, NOW, { text: "误提" }).tell).toEqual([{ to: "company" }]);
    expect(attempt("void", issue(), COORDINATOR, NOW)).toEqual({ refused: "needs", what: "text" });
    for (const actor of [COMPANY, LEAD]) expect(refusal("void", issue(), actor, NOW, { text: "x" })).toBe("not-yours");
    expect(takenBack(issue()).voided).toBe(false);
  });

  it("leaves no request behind that somebody would have to decide", () => {
    const beside = { requests: [request({ id: 4, kind: "return" })] };
    const overtaken = { id: 4, state: "refused", note: "overtaken" };
    expect(made("void", issue(), COORDINATOR, NOW, { text: "x" }, beside).settle).toEqual(overtaken);
    expect(made("merge", issue(), COORDINATOR, NOW, { other: issue({ id: 7 }) }, beside).settle).toEqual(overtaken);
  });
});

describe("correct", () => {
  it("replaces the answer and begins the time to confirm anew; when it was answered stays", () => {
    const effect = made("correct", ANSWERED, person("刘洋"), NOW, { text: "换的是变压器" });
    const after = moved(ANSWERED, effect);
    expect(after).toMatchObject({ state: "answered", publicAnswer: "换的是变压器", confirmDue: on("11-20 09:00") });
    expect(after.answeredAt).toEqual(ANSWERED.answeredAt);
    expect(effect.tell).toEqual([{ to: "company" }, { to: "department" }]);
    // What the company said to the answer is not forgotten by correcting it.
    const heard = { ...ANSWERED, heardAt: on("11-16 15:00") };
    expect(moved(heard, made("correct", heard, LEAD, NOW, { text: "x" })).heardAt).toEqual(heard.heardAt);
  });

  it("is done by who answered, or by a head, and nobody else", () => {
    const text = { text: "x" };
    expect(refusal("correct", ANSWERED, LEAD, NOW, text)).toBeNull();
    const other = { ...ANSWERED, answeredBy: "王建国" };
    expect(attempt("correct", other, person("刘洋"), NOW, text)).toEqual({ refused: "not-answerer", by: "王建国" });
    // Of an earlier version: whoever handled it.
    expect(
      refusal("correct", { ...ANSWERED, answeredBy: null, handler: "刘洋" }, person("刘洋"), NOW, text),
    ).toBeNull();
    expect(refusal("correct", ANSWERED, COORDINATOR, NOW, text)).toBe("not-yours");
    expect(refusal("correct", inProgress(), LEAD, NOW, text)).toBe("wrong-state");
  });
});

describe("merge", () => {
  const merging = (from: Issue, into: Issue) => attempt("merge", from, COORDINATOR, NOW, { other: into });

  it("ends the one and brings its followers and its weight to the other", () => {
    const from = inProgress({ joined: ["xiangjing", "lingyun"], level: 2 });
    const into = issue({ id: 7, joined: ["lingyun"], level: 1, department: "works" });
    const effect = made("merge", from, COORDINATOR, NOW, { other: into });
    expect(moved(from, effect)).toMatchObject({ state: "merged", mergedInto: 7, pausedAt: NOW });
    expect(effect.tell).toEqual([{ to: "company" }, { to: "department" }]);
    const absorbed = made("absorb", into, COORDINATOR, NOW, { other: from });
    expect(moved(into, absorbed)).toMatchObject({ state: "dispatched", joined: ["lingyun", "xiangjing"], level: 2 });
    expect(absorbed.tell).toEqual([{ to: "department" }]);
    // One unit is told once.
    expect(made("absorb", issue({ id: 7 }), COORDINATOR, NOW, { other: from }).tell).toEqual([]);
  });

  it("is of one company's issues alone, with one that is open, and never in a circle", () => {
    expect(merging(issue(), issue())).toEqual({ refused: "merge-itself", other: 12 });
    expect(merging(issue(), issue({ id: 7, enterprise: "xiangjing" }))).toEqual({ refused: "merge-company", other: 7 });
    const merged = moved(issue({ id: 7 }), made("merge", issue({ id: 7 }), COORDINATOR, NOW, { other: issue() }));
    for (const state of ["closed", "rejected", "withdrawn"] as const) {
      expect(merging(issue(), issue({ id: 7, state }))).toEqual({ refused: "merge-over", other: 7 });
    }
    expect(merging(issue(), merged)).toEqual({ refused: "merge-over", other: 7 });
    expect(attempt("merge", issue(), COORDINATOR, NOW)).toEqual({ refused: "needs", what: "issue" });
  });

  it("tells nothing of a confidential issue: neither to a group, nor to a colleague, nor of whose it is", () => {
    const secret = issue({ id: 7, confidential: true, publicIn: null });
    const refused = { refused: "merge-confidential", other: 7 };
    expect(merging(issue(), secret)).toEqual(refused);
    expect(merging(issue(), { ...secret, enterprise: "xiangjing" })).toEqual(refused);
    const own = { ...secret, id: 12 };
    expect(merging(own, { ...secret, reporter: { ...secret.reporter, name: "吴晓燕" } })).toEqual(refused);
    expect(merging(own, secret)).toMatchObject({ patch: { state: "merged", mergedInto: 7 } });
  });
});

describe("join", () => {
  const PEER = person("陈立新");

  it("counts another company once, and tells the unit how many there are", () => {
    const effect = made("join", issue(), PEER, NOW, { text: "我们也停" });
    expect(effect).toEqual({ patch: { joined: ["xiangjing"] }, facts: { joined: 1 }, tell: [{ to: "department" }] });
    expect(refusal("join", moved(issue(), effect), PEER, NOW)).toBe("joined-before");
    expect(made("join", undispatched(), PEER, NOW).tell).toEqual([{ to: "coordinator" }]);
  });

  it("is nobody's but another company's, and never of a confidential issue", () => {
    for (const actor of [COMPANY, LEAD, COORDINATOR]) expect(refusal("join", issue(), actor, NOW)).toBe("not-yours");
    expect(refusal("join", issue({ confidential: true }), PEER, NOW)).toBe("not-yours");
  });
});
