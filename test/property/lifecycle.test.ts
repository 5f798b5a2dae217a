import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deadlinesOf } from "../../src/domain/issue/deadlines.ts";
import { decide } from "../../src/domain/issue/decide.ts";
import { type Effect, type Input, isRefusal } from "../../src/domain/issue/decision.ts";
import { outlookOf } from "../../src/domain/issue/due.ts";
import type { Assist, Issue, Request, State, Supervision } from "../../src/domain/issue/issue.ts";
import { isVoid } from "../../src/domain/issue/issue.ts";
import { ACTIONS, moveOf, movesFor, type Party } from "../../src/domain/issue/lifecycle.ts";
import {
  CLOCK_ACTOR,
  COMPANY,
  COORDINATOR,
  type Doable,
  GUEST,
  inProgress,
  issue,
  LEAD,
  LEADER,
  OTHER_UNIT,
  PARK,
  person,
  situation,
  TRACKER,
  undispatched,
} from "../support/domain.ts";

/** An issue with what stands beside it, on a random walk through its life. */
interface World {
  readonly issue: Issue;
  readonly requests: readonly Request[];
  readonly assists: readonly Assist[];
  readonly supervisions: readonly Supervision[];
  readonly now: Date;
}

const MOVES = ACTIONS.filter((action): action is Doable => action !== "submit");
const ACTORS = [
  COMPANY,
  person("吴晓燕"),
  person("陈立新"),
  GUEST,
  LEAD,
  TRACKER,
  OTHER_UNIT,
  COORDINATOR,
  LEADER,
  CLOCK_ACTOR,
];
const EVERYBODY: readonly Party[] = ["company", "peer", "coordinator", "leader", "lead", "helper", "clock"];

const step = fc.record({
  // Mostly what can be done by those who may do it, so that walks go far; else anything by anybody.
  sensible: fc.integer({ min: 0, max: 4 }).map((one) => one > 0),
  pick: fc.nat(),
  actor: fc.nat(),
  minutes: fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 0, max: 300 }) }, fc.integer({ min: 0, max: 6 * 1440 })),
  text: fc.constantFrom("已处理", "已处理", undefined),
  department: fc.constantFrom("power", "works", "economy", undefined),
  days: fc.constantFrom(1, 3, 10, 40, undefined),
  dateIn: fc.option(fc.integer({ min: -2, max: 60 }), { nil: undefined, freq: 2 }),
  rating: fc.constantFrom(1, 5, undefined),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const start = fc.constantFrom(
  undispatched(),
  issue(),
  issue({ confidential: true, publicIn: null }),
  issue({ urgency: "urgent" }),
  inProgress(),
);
const walk = fc.record({ start, steps: fc.array(step, { minLength: 20, maxLength: 60 }) });

function inputOf(some: Step, now: Date): Input {
  const { calendar } = PARK;
  const day = (ahead: number) => calendar.endOfDay(calendar.dateOf(new Date(now.getTime() + ahead * 86_400_000)));
  const date = some.dateIn === undefined ? undefined : day(some.dateIn);
  const other = issue({ id: 7, confidential: some.pick % 2 === 0, joined: ["xiangjing"] });
  return { text: some.text, department: some.department, days: some.days, rating: some.rating, date, other };
}

function chosen(some: Step, { issue: about }: World): Doable {
  // They end a walk, so they are made seldom.
  const ends = some.actor % 4 === 0 ? [] : ["withdraw", "reject", "void", "merge"];
  const possible = some.sensible ? movesFor(EVERYBODY, about.state).filter((action) => !ends.includes(action)) : [];
  const list = possible.length > 0 ? possible : MOVES;
  const action = list[some.pick % list.length];
  return action === undefined || action === "submit" ? "note" : action;
}

interface Tried {
  readonly before: World;
  readonly after: World;
  readonly action: Doable;
  readonly parties: readonly Party[];
  readonly effect: Effect | null;
}

function tryStep(world: World, some: Step): Tried {
  const now = new Date(world.now.getTime() + some.minutes * 60_000);
  const action = chosen(some, world);
  const able = ACTORS.filter((one) =>
    situation(world.issue, one, now, world).parties.some((party) => moveOf(action).who.includes(party)),
  );
  const actors = some.sensible && able.length > 0 ? able : ACTORS;
  const about = situation(world.issue, actors[some.actor % actors.length] ?? COMPANY, now, world);
  const effect = decide(action, about, inputOf(some, now));
  const same = { ...world, now };
  if (isRefusal(effect)) return { before: same, after: same, action, parties: about.parties, effect: null };
  return { before: same, after: applied(same, effect), action, parties: about.parties, effect };
}

/** What the store does with an effect. */
function applied(world: World, effect: Effect): World {
  const requests = world.requests.map((one) => ({
    ...one,
    ...(one.id === effect.settle?.id ? { state: effect.settle.state, decision: effect.settle.note } : {}),
    ...(one.id === effect.propose?.id ? { department: effect.propose.department } : {}),
  }));
  const added: readonly Request[] =
    effect.request === undefined
      ? []
      : [
          {
            ...effect.request,
            id: requests.length + 1,
            issueId: world.issue.id,
            state: "pending",
            askedBy: "王建国",
            askedAt: world.now,
            decidedBy: null,
            decidedAt: null,
            decision: null,
          },
        ];
  return {
    now: world.now,
    issue: { ...world.issue, ...effect.patch, version: world.issue.version + 1 },
    requests: [...requests, ...added],
    assists: [
      ...world.assists.map((one) => (one.department === effect.assisted ? { ...one, doneAt: world.now } : one)),
      ...(effect.assist === undefined ? [] : [effect.assist]),
    ],
    supervisions: supervisionsAfter(world, effect),
  };
}

function supervisionsAfter({ supervisions, issue, now }: World, effect: Effect): readonly Supervision[] {
  if (effect.feedback !== undefined) return [];
  if (effect.supervise === undefined) return supervisions;
  const number = supervisions.length + 1;
  return [
    ...supervisions,
    { ...effect.supervise, id: number, issueId: issue.id, year: 2026, number, by: "李敏", at: now },
  ];
}

/** Walks, and looks at all steps of each walk. */
function onWalks(look: (steps: readonly Tried[]) => void, options: { readonly seed?: number } = {}): void {
  fc.assert(
    fc.property(walk, (some) => {
      let world: World = {
        issue: some.start,
        requests: [],
        assists: [],
        supervisions: [],
        now: some.start.submittedAt,
      };
      const steps: Tried[] = [];
      for (const one of some.steps) {
        const tried = tryStep(world, one);
        steps.push(tried);
        world = tried.after;
      }
      look(steps);
    }),
    { numRuns: 200, ...options },
  );
}

/** As `onWalks`, step by step. */
function onEveryStep(look: (tried: Tried) => void, options: { readonly seed?: number } = {}): void {
  onWalks((steps) => {
    for (const tried of steps) look(tried);
  }, options);
}

/** As `onEveryStep`, without the refusals. */
function onMoves(look: (tried: Tried) => void): void {
  onEveryStep((tried) => {
    if (tried.effect !== null) look(tried);
  });
}

const STOPPED: readonly State[] = ["waiting", "on_hold", "answered", "closed"];

describe("on a random walk", () => {
  it("only the table's moves happen: from its states, by its parties, to its states", () => {
    onMoves(({ before, after, action, parties }) => {
      const move = moveOf(action);
      expect(move.from).toContain(before.issue.state);
      expect(move.who.some((party) => parties.includes(party))).toBe(true);
      const [from, to] = [before.issue.state, after.issue.state];
      expect(move.to).toContain(from === to && !move.to.includes(to) ? "same" : to);
    });
  });

  it("every move is reached: the control of this page", () => {
    const seen = new Set<string>();
    onEveryStep(({ action, effect }) => effect !== null && seen.add(action), { seed: 20261117 });
    expect([...seen].sort()).toEqual([...MOVES].sort());
  });

  it("nothing moves in a void state but what the company took back itself, within a working day", () => {
    onEveryStep(({ before: { issue: before, now }, effect, action }) => {
      if (!isVoid(before.state) || effect === null) return;
      expect([action, before.state, before.voided]).toEqual(["restore", "withdrawn", false]);
      const { calendar } = PARK;
      expect(calendar.between(before.withdrawnAt ?? now, now)).toBeLessThanOrEqual(calendar.minutesPerDay);
    });
  });

  it("what comes back is as it was, and no clock has less left than when it was taken back", () => {
    const clocks = ["dispatchDue", "signDue", "contactDue", "stageDue", "supplementDue", "confirmDue"] as const;
    onWalks((steps) => {
      for (const [index, { action, before, after }] of steps.entries()) {
        const left = steps.slice(0, index).findLast((one) => one.action === "withdraw" && one.effect !== null);
        if (action !== "restore" || left === undefined || steps[index]?.effect === null) continue;
        const { issue: was, now: then } = left.before;
        const { issue: is, now } = after;
        for (const field of ["state", "handler", "department", "reviewAt", "pausedAt", "pausedMinutes"] as const) {
          if (field === "pausedMinutes" && was.pausedAt === null) continue;
          expect(is[field], field).toEqual(was[field]);
        }
        for (const clock of clocks) {
          const [due, again] = [was[clock], is[clock]];
          expect(again === null, clock).toBe(due === null);
          if (due === null || again === null || due <= then) expect(again, clock).toEqual(due);
          else expect(PARK.calendar.between(now, again), clock).toBe(PARK.calendar.between(then, due));
        }
        expect(before.issue.withdrawnFrom).toBe(was.state);
        expect([is.withdrawnAt, is.withdrawnFrom]).toEqual([null, null]);
      }
    });
  });

  it("an answer to which the company said anything is never closed as unconfirmed", () => {
    onWalks((steps) => {
      let said = false;
      for (const { action, effect, parties, before } of steps) {
        if (effect === null) continue;
        if (action === "answer") said = false;
        // Of a confidential issue the coordinator stands for the company, too, and still speaks as coordinator.
        else if (before.issue.state === "answered" && parties.includes("company") && !parties.includes("coordinator"))
          said = true;
        if (action === "lapse") expect(said).toBe(false);
      }
    });
  });

  it("each other company counts once, and the own one never", () => {
    onMoves(({ after: { issue: after } }) => {
      expect(new Set(after.joined).size).toBe(after.joined.length);
      expect(after.joined).not.toContain(after.enterprise);
      if (after.confidential) expect(after.joined.filter((one) => one !== "xiangjing")).toEqual([]);
    });
  });

  it("level, rework and waiting time never fall, and the first due date never changes once set", () => {
    onMoves(({ before: { issue: before }, after: { issue: after } }) => {
      expect(after.level).toBeGreaterThanOrEqual(before.level);
      expect(after.rework).toBeGreaterThanOrEqual(before.rework);
      if (after.dispatchedAt === before.dispatchedAt)
        expect(after.pausedMinutes).toBeGreaterThanOrEqual(before.pausedMinutes);
      if (before.firstDue !== null) expect(after.firstDue).toEqual(before.firstDue);
    });
  });

  it("a mark is given by 评价 alone, and once for each closing", () => {
    onMoves(({ before: { issue: before }, after: { issue: after }, action }) => {
      if (action !== "rate") expect(after.rating).toBe(before.rating);
      else if (before.ratedAt !== null) expect(before.ratedAt < (before.closedAt ?? before.ratedAt)).toBe(true);
    });
  });

  it("there is a due date exactly while it is dispatched, and a department as long", () => {
    onMoves(({ after: { issue: after } }) => {
      expect(after.due === null).toBe(after.dispatchedAt === null);
      expect(after.department === null).toBe(after.dispatchedAt === null);
      expect(after.signDue === null).toBe(after.dispatchedAt === null);
      if (after.due !== null) expect(after.firstDue).not.toBeNull();
    });
  });

  it("the answer clock stands exactly while others have the issue, and never with less than nothing left", () => {
    onMoves(({ after: { issue: after } }) => {
      const stopped = STOPPED.includes(after.state);
      if (!isVoid(after.state)) expect(after.pausedAt !== null).toBe(stopped);
      expect(after.leftMinutes === null).toBe(after.pausedAt === null);
      expect(after.leftMinutes ?? 0).toBeGreaterThanOrEqual(0);
    });
  });

  it("a clock that goes on has what was left, to the minute", () => {
    onMoves(({ before, after, action }) => {
      const { leftMinutes, pausedAt } = before.issue;
      const { due, pausedAt: still } = after.issue;
      if (pausedAt === null || still !== null || leftMinutes === null || due === null || action === "reopen") return;
      const left = action === "unsolved" ? Math.max(leftMinutes, PARK.calendar.minutesPerDay) : leftMinutes;
      if (left === 0) expect(due).toEqual(before.issue.due);
      else expect(PARK.calendar.between(after.now, due)).toBe(left);
    });
  });

  it("no move but a new date of the coordinator brings the due date nearer", () => {
    onMoves(({ before: { issue: before }, after: { issue: after }, action }) => {
      if (before.due === null || after.due === null || action === "dispatch") return;
      // While the clock stands the date is only what it was; seconds are given back to the nearest minute.
      const floor = before.pausedAt === null ? before.due.getTime() : before.due.getTime() - 30_000;
      if (action !== "reopen") expect(after.due.getTime()).toBeGreaterThanOrEqual(floor);
    });
  });

  it("one request waits at most, and none on an issue that left the department's hands", () => {
    onMoves(({ after }) => {
      const pending = after.requests.filter((one) => one.state === "pending");
      expect(pending.length).toBeLessThanOrEqual(1);
      if (["submitted", "answered", "closed", "withdrawn", "merged"].includes(after.issue.state))
        expect(pending).toEqual([]);
      expect(after.requests.filter((one) => one.kind === "extend" && one.state === "approved").length).toBeLessThan(3);
    });
  });

  it("an outcome and a moment of closing are there exactly while it is closed", () => {
    onMoves(({ after: { issue: after } }) => {
      expect(after.outcome !== null).toBe(after.state === "closed");
      expect(after.closedAt !== null).toBe(after.state === "closed");
      expect(after.reviewAt !== null).toBe([after.state, after.withdrawnFrom].includes("on_hold"));
    });
  });

  it("solved is said by the company alone; what nobody confirmed is closed by the clock, and counted apart", () => {
    onMoves(({ before, after, parties }) => {
      if (before.issue.state === "closed" || after.issue.state !== "closed") return;
      expect(parties).toContain(after.issue.outcome === "unconfirmed" ? "clock" : "company");
    });
  });

  it("there is always a next look at what is open, later than now, and nothing is due in a state that is over", () => {
    onMoves(({ after }) => {
      const outlook = outlookOf({ ...after, given: new Map() }, PARK, after.now);
      if (deadlinesOf(after.issue, after.assists, PARK).length === 0) expect(outlook.due).toEqual([]);
      expect(outlook.next > after.now).toBe(true);
    });
  });
});
