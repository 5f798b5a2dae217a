import { describe, expect, it } from "vitest";
import { parse } from "../../../../src/chat/understand/parse.ts";
import { decideAll } from "../../../../src/domain/issue/decide.ts";
import { isRefusal, type Refusal } from "../../../../src/domain/issue/decision.ts";
import type { Actor, Issue, State } from "../../../../src/domain/issue/issue.ts";
import { ACTIONS, type Doable, isDoable, moveOf } from "../../../../src/domain/issue/lifecycle.ts";
import { readInput } from "../../../../src/features/issues/move-input.ts";
import { refusalReply } from "../../../../src/features/issues/moves.ts";
import { type Dossier, possibleMoves } from "../../../../src/issues/move.ts";
import { renderText } from "../../../../src/messages/render-text.ts";
import { commandOf } from "../../../../src/messages/zh-cn/commands.ts";
import { COMMANDS } from "../../../support/commands.ts";
import { conversation } from "../../../support/conversation.ts";
import {
  type Beside,
  COMPANY,
  COORDINATOR,
  GUEST,
  inProgress,
  issue,
  LEAD,
  LEADER,
  OTHER_UNIT,
  on,
  PARK,
  person,
  request,
  situation,
  TRACKER,
  undispatched,
} from "../../../support/domain.ts";

/** No head: what matters of an answer is who gave it. */
const OFFICER = person("刘洋");
const ACTORS = [COMPANY, person("陈立新"), GUEST, LEAD, TRACKER, OTHER_UNIT, COORDINATOR, LEADER];
const DOABLE = ACTIONS.filter(isDoable);

const STOPPED = { pausedAt: on("11-16 10:00"), leftMinutes: 1900 };
const CLOSED = { ...STOPPED, answeredAt: on("11-16 10:00"), closedAt: on("11-16 10:00"), outcome: "solved" } as const;

/** Every state; where it matters, in more than one way. */
const ISSUES: Readonly<Record<State, readonly Issue[]>> = {
  submitted: [undispatched(), undispatched({ confidential: true })],
  dispatched: [issue(), issue({ urgedAt: on("11-16 09:30") }), issue({ confidential: true })],
  in_progress: [inProgress(), inProgress({ department: "works" })],
  waiting: [inProgress({ ...STOPPED, state: "waiting", supplementDue: on("11-18 10:00") })],
  on_hold: [inProgress({ ...STOPPED, state: "on_hold", reviewAt: on("12-03 08:30") })],
  answered: [
    inProgress({ ...STOPPED, state: "answered", answeredAt: on("11-16 10:00"), answeredBy: "刘洋" }),
    inProgress({ ...STOPPED, state: "answered", answeredAt: on("11-16 10:00"), answeredBy: "王建国" }),
  ],
  closed: [
    inProgress({ ...CLOSED, state: "closed" }),
    inProgress({ ...CLOSED, state: "closed", rating: 5, ratedAt: on("11-16 10:00") }),
    inProgress({ ...CLOSED, state: "closed", department: "dissolved" }),
  ],
  rejected: [undispatched({ state: "rejected" })],
  withdrawn: [
    inProgress({ ...STOPPED, state: "withdrawn", withdrawnAt: on("11-16 10:00"), withdrawnFrom: "in_progress" }),
    issue({ state: "withdrawn", withdrawnAt: on("11-16 10:00"), withdrawnFrom: "dispatched", voided: true }),
    issue({ state: "withdrawn" }),
  ],
  merged: [issue({ state: "merged" })],
};

const decided = { state: "refused", askedAt: on("11-16 09:10"), decidedAt: on("11-16 09:20") } as const;
const helper = (department: string) => ({
  department,
  askedAt: on("11-16 09:10"),
  due: on("11-18 09:00"),
  doneAt: null,
});

/** What stands beside it. */
const BESIDE: Readonly<Record<string, Beside>> = {
  nothing: {},
  "a return that waits": { requests: [request({ kind: "return" })] },
  "a return to a dissolved unit": { requests: [request({ kind: "return", department: "dissolved" })] },
  "a second return": { requests: [request({ kind: "return", ...decided }), request({ kind: "return", id: 2 })] },
  "two returns decided": {
    requests: [request({ kind: "return", ...decided }), request({ kind: "return", id: 2, ...decided })],
  },
  "an extension that waits": { requests: [request({ kind: "extend", until: on("12-01 17:30") })] },
  "an extension behind the due date": { requests: [request({ kind: "extend", until: on("11-17 17:30") })] },
  "two extensions granted": {
    requests: [1, 2].map((id) => request({ kind: "extend", id, state: "approved", until: on("11-23 09:00") })),
  },
  "a hold that waits": { requests: [request({ kind: "hold", until: on("12-03 08:30") })] },
  "a hold too far ahead": { requests: [request({ kind: "hold", until: on("2029-12-03 08:30") })] },
  "a helper": { assists: [helper("works")] },
  "every unit as a helper": { assists: ["power", "works", "economy"].map(helper) },
  "an instruction": {
    supervisions: [
      {
        id: 1,
        issueId: 12,
        kind: "instruct",
        year: 2026,
        number: 1,
        text: "请抓紧",
        by: "赵长河",
        at: on("11-16 10:00"),
      },
    ],
  },
};

/** Fresh; in its last hours; long after it is closed. */
const MOMENTS = [on("11-16 10:30"), on("11-20 16:00"), on("2027-01-20 10:00")];

/** What people say with a move: one of these is to be taken, when it can be made at all. */
const WORDS: Readonly<Record<Doable, readonly string[]>> = {
  supplement: ["二车间也停了"],
  dispatch: ["供电公司", "经济发展局"],
  assist: ["供电公司", "经济发展局", "建设管理局"],
  reject: ["不归园区管"],
  sign: [""],
  contact: ["已电话沟通"],
  measure: ["更换电缆"],
  progress: ["电缆已到"],
  note: ["等停电计划"],
  ask: ["哪个车间"],
  answer: ["已修好"],
  correct: ["已修好，上次写错了"],
  solved: [""],
  accept: [""],
  unsolved: ["又停了"],
  rate: ["4"],
  reopen: ["又停了"],
  withdraw: [""],
  restore: [""],
  void: ["提重了"],
  merge: ["7"],
  join: [""],
  resume: [""],
  return: ["不属本单位", "应由经济发展局办理", "应由供电公司办理"],
  extend: ["3天 等设备"],
  hold: ["3天 待批复"],
  approve: ["", "交给经济发展局", "交给供电公司"],
  refuse: ["请按期办结"],
  urge: [""],
  supervise: ["请抓紧"],
  feedback: ["周三修好"],
};

/** What is offered first to who says what is over. */
const NEAREST: Partial<Record<Doable, readonly Doable[]>> = {
  unsolved: ["reopen"],
  dispatch: ["return"],
  extend: ["hold"],
  return: ["extend"],
  feedback: ["progress"],
  supplement: ["reopen"],
  urge: ["reopen"],
  answer: ["correct"],
  withdraw: ["restore", "void"],
};

interface Case {
  readonly name: string;
  readonly dossier: Dossier;
  readonly actor: Actor;
  readonly now: Date;
  readonly beside: Beside;
}

/** The first issue of each state with everything that may stand beside it; its other ways with nothing. */
const CASES: readonly Case[] = Object.values(ISSUES).flatMap((ways) =>
  ways.flatMap((about, way) =>
    Object.entries(BESIDE)
      .slice(0, way === 0 ? undefined : 1)
      .flatMap(([what, beside]) =>
        MOMENTS.slice(0, about.state === "closed" ? 3 : 2).flatMap((now) =>
          [...ACTORS, ...(about.state === "answered" ? [OFFICER] : [])].map((actor): Case => {
            const { involved, requests, assists, supervisions } = situation(about, actor, now, beside);
            const name = `${actor.name}, ${about.state}, ${what}, ${now.toISOString()}`;
            return { name, dossier: { issue: about, involved, requests, assists, supervisions }, actor, now, beside };
          }),
        ),
      ),
  ),
);

/** What comes of it when it is said in these words; null when it is done. */
function refusalOf({ dossier, actor, now, beside }: Case, action: Doable, rest: string): Refusal["refused"] | null {
  const read = readInput({ ...dossier.issue, park: PARK, now }, action, { word: action, rest });
  if ("problem" in read) throw new Error(`${action} ${rest}: ${read.problem}`);
  // Another one of the same company: which it is, the command finds.
  const other = { ...dossier.issue, id: 7 };
  const tried = decideAll(action, situation(dossier.issue, actor, now, beside), { ...read.input, other });
  return isRefusal(tried) ? tried.refused : null;
}

function possible({ dossier, actor, now }: Case): readonly Doable[] {
  return possibleMoves(conversation(actor, PARK, now).ctx, dossier, actor);
}

/** What a refusal of this move offers, as it would be understood when it is said. */
function offeredBy({ dossier, actor, now }: Case, action: Doable): readonly string[] {
  const { card } = refusalReply(conversation(actor, PARK, now), dossier, action, { refused: "wrong-state" });
  const [, offers = ""] = /可以：(.*)。$/u.exec(card === null ? "" : renderText(card)) ?? [];
  return offers.split("、").map((text) => {
    const parsed = parse(text, COMMANDS);
    return parsed.kind === "command" && parsed.number === dossier.issue.id ? parsed.spec.name : text;
  });
}

describe("in every state, for everybody, whatever stands beside the issue", () => {
  it("exactly that is possible which is done when it is said in plausible words", () => {
    const seen = new Set<Doable>();
    for (const one of CASES) {
      const done = DOABLE.filter((action) => WORDS[action].some((rest) => refusalOf(one, action, rest) === null));
      const isDirect = (action: Doable) => moveOf(action).from.includes(one.dossier.issue.state);
      // What signs first stands behind what needs no more than itself.
      const inOrder = [...done.filter(isDirect), ...done.filter((action) => !isDirect(action))];
      expect(possible(one), one.name).toEqual(inOrder);
      for (const action of done) seen.add(action);
    }
    // Each of them was possible somewhere: else nothing would have been tried.
    expect([...seen].sort()).toEqual([...DOABLE].sort());
  });

  it("a refusal offers nothing else, never what it refuses, and where nothing is left to look at the issue", () => {
    const first = new Set(Object.values(ISSUES).map(([about]) => about));
    const few = CASES.filter(({ now, beside, dossier: { issue: about } }) => {
      const waits = beside === BESIDE["a return that waits"];
      return now === MOMENTS[0] && (waits || (beside === BESIDE["nothing"] && !first.has(about)));
    });
    for (const one of few) {
      const can = possible(one);
      for (const action of DOABLE) {
        const nearest = can.filter((other) => NEAREST[action]?.includes(other));
        const others = [...nearest, ...can.filter((other) => other !== action && !nearest.includes(other))];
        const offered = others.length === 0 ? ["status"] : others.slice(0, 4).map(commandOf);
        expect(offeredBy(one, action), `${one.name}: ${action}`).toEqual(offered);
      }
    }
  });
});
