import { describe, expect, it } from "vitest";
import { STATES, type State } from "../../../../src/domain/issue/issue.ts";
import {
  ACTIONS,
  type Action,
  moveOf,
  movesFor,
  type Party,
  partiesOf,
} from "../../../../src/domain/issue/lifecycle.ts";
import {
  CLOCK_ACTOR,
  COMPANY,
  COORDINATOR,
  GUEST,
  issue,
  LEAD,
  LEADER,
  OTHER_UNIT,
  person,
  TRACKER,
} from "../../../support/domain.ts";

/**
 * The table of lifecycle.md, written a second time by hand. A letter is a state: Submitted, Dispatched, in Progress,
 * Waiting, on Hold, Answered, Closed, Rejected, X withdrawn, Merged. «open» are the six before closed.
 */
const TABLE: Readonly<Record<Action, readonly [from: string, to: string, who: string]>> = {
  submit: ["", "S D", "company coordinator"],
  supplement: ["open", "same P", "company"],
  dispatch: ["S D P", "D", "coordinator"],
  assist: ["open", "same", "coordinator lead"],
  reject: ["S", "R", "coordinator"],
  sign: ["D", "P", "lead"],
  contact: ["open", "same", "lead"],
  measure: ["P", "same", "lead"],
  progress: ["P", "same", "lead common"],
  note: ["open", "same", "lead helper coordinator"],
  ask: ["P", "W", "lead"],
  answer: ["P", "A", "lead common"],
  correct: ["A", "same", "lead"],
  solved: ["A", "C", "company"],
  accept: ["A", "C", "company"],
  unsolved: ["A", "P", "company"],
  rate: ["C", "same", "company"],
  reopen: ["C", "P S", "company coordinator"],
  withdraw: ["open", "X", "company"],
  restore: ["X", "open", "company"],
  void: ["open", "X", "coordinator"],
  merge: ["open", "M", "coordinator"],
  absorb: ["open", "same", "coordinator"],
  join: ["open", "same", "peer"],
  resume: ["H", "P", "lead coordinator clock"],
  return: ["D P", "same", "lead"],
  extend: ["P", "same", "lead"],
  hold: ["P", "same", "lead"],
  approve: ["open", "same S D H", "coordinator leader"],
  refuse: ["open", "same", "coordinator leader"],
  urge: ["open", "same", "company coordinator"],
  supervise: ["open", "same", "coordinator leader"],
  feedback: ["open C", "same", "lead"],
  respond: ["A", "same", "clock"],
  lapse: ["A", "C", "clock"],
};

const LETTERS: Readonly<Record<string, State>> = {
  S: "submitted",
  D: "dispatched",
  P: "in_progress",
  W: "waiting",
  H: "on_hold",
  A: "answered",
  C: "closed",
  R: "rejected",
  X: "withdrawn",
  M: "merged",
};

const words = (text: string) => text.split(" ").filter((word) => word !== "");
const statesOf = (text: string) => words(text.replace("open", "S D P W H A")).map((one) => LETTERS[one] ?? one);

describe("the lifecycle table", () => {
  it.each(ACTIONS)("has %s as lifecycle.md has it", (action) => {
    const [from, to, who] = TABLE[action];
    const move = moveOf(action);
    expect([...move.from].sort()).toEqual(statesOf(from).sort());
    expect([...move.to].sort()).toEqual(statesOf(to).sort());
    expect([...move.who].sort()).toEqual(words(who).sort());
  });

  it("has every action of the page but those that come later", () => {
    expect([...ACTIONS].sort()).toEqual(Object.keys(TABLE).sort());
  });

  it("lets what needs a signature be said before it, and nothing else come first", () => {
    const signing = ACTIONS.filter((action) => moveOf(action).first !== undefined);
    expect(signing).toEqual(["answer", "measure", "progress", "ask"]);
    for (const action of signing) {
      const { first, from } = moveOf(action);
      expect(from).toEqual(first === undefined ? [] : moveOf(first).to);
    }
  });

  it("leads nowhere from a void state but back from what was taken back, and from a closed one only to a rating, an answer to those above, or back to work", () => {
    const everybody: Party[] = ["company", "peer", "coordinator", "leader", "lead", "helper", "clock"];
    for (const state of ["rejected", "merged"] as const) expect(movesFor(everybody, state)).toEqual([]);
    expect(movesFor(everybody, "withdrawn")).toEqual(["restore"]);
    expect(movesFor(everybody, "closed")).toEqual(["feedback", "rate", "reopen"]);
  });

  it("offers a party its own moves only", () => {
    expect(movesFor(["company"], "answered")).toEqual([
      "solved",
      "accept",
      "unsolved",
      "supplement",
      "urge",
      "withdraw",
    ]);
    expect(movesFor(["leader"], "in_progress")).toEqual(["approve", "refuse", "supervise"]);
    expect(movesFor(["helper"], "in_progress")).toEqual(["note"]);
    expect(movesFor(["peer"], "in_progress")).toEqual(["join"]);
    expect(movesFor(["clock"], "on_hold")).toEqual(["resume"]);
    for (const state of STATES) expect(movesFor([], state)).toEqual([]);
  });
});

describe("how somebody stands to an issue", () => {
  const nobody = { helpers: [] };
  const tracked = { trackedBy: "economy", helpers: ["works"] };

  it("is by department for officials: the lead, the unit that tracks it, and who helps", () => {
    expect(partiesOf(LEAD, issue(), tracked)).toEqual(["lead"]);
    expect(partiesOf(TRACKER, issue(), tracked)).toEqual(["lead"]);
    expect(partiesOf(TRACKER, issue(), nobody)).toEqual([]);
    expect(partiesOf(OTHER_UNIT, issue(), tracked)).toEqual(["helper"]);
    expect(partiesOf(OTHER_UNIT, issue(), nobody)).toEqual([]);
    expect(partiesOf({ ...LEAD, department: undefined }, issue({ department: null }), nobody)).toEqual([]);
  });

  it("is by role for the coordinator, the leader and the clock", () => {
    expect(partiesOf(COORDINATOR, issue(), nobody)).toEqual(["coordinator"]);
    expect(partiesOf({ ...COORDINATOR, role: "admin" }, issue(), nobody)).toEqual(["coordinator"]);
    expect(partiesOf(LEADER, issue(), nobody)).toEqual(["leader"]);
    expect(partiesOf(CLOCK_ACTOR, issue(), nobody)).toEqual(["clock"]);
  });

  it("is the company for every liaison of it, and a peer for those of another", () => {
    expect(partiesOf(COMPANY, issue(), nobody)).toEqual(["company"]);
    expect(partiesOf(person("吴晓燕"), issue(), nobody)).toEqual(["company"]);
    expect(partiesOf(person("陈立新"), issue(), nobody)).toEqual(["peer"]);
    expect(partiesOf({ ...COMPANY, enterprise: undefined }, issue(), nobody)).toEqual([]);
  });

  it("is the company of a confidential issue only for who raised it, from either platform, and the coordinator", () => {
    const secret = issue({ confidential: true, publicIn: null });
    expect(partiesOf(COMPANY, secret, nobody)).toEqual(["company"]);
    expect(partiesOf({ ...COMPANY, platform: "dingtalk", userId: "other" }, secret, nobody)).toEqual(["company"]);
    expect(partiesOf(person("吴晓燕"), secret, nobody)).toEqual([]);
    expect(partiesOf(COORDINATOR, secret, nobody)).toEqual(["coordinator", "company"]);
    expect(partiesOf(person("陈立新"), secret, nobody)).toEqual([]);
    expect(partiesOf(LEADER, secret, nobody)).toEqual(["leader"]);
  });

  it("is the company for somebody unverified only of what they raised themselves", () => {
    const own = issue({ reporter: { name: "小李", platform: "wecom", userId: "guest-1", verified: false } });
    expect(partiesOf(GUEST, own, nobody)).toEqual(["company"]);
    expect(partiesOf(GUEST, issue(), nobody)).toEqual([]);
    expect(partiesOf({ ...GUEST, verified: true }, issue(), nobody)).toEqual(["company"]);
    expect(partiesOf({ ...GUEST, enterprise: "xiangjing" }, issue(), nobody)).toEqual([]);
    expect(partiesOf({ ...GUEST, enterprise: "xiangjing", verified: true }, issue(), nobody)).toEqual(["peer"]);
    // A guest's name is what they call themselves.
    expect(partiesOf({ ...GUEST, name: "周长友" }, issue(), nobody)).toEqual([]);
  });
});
