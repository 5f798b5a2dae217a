import type { Actor, Standing, State } from "./issue.ts";
import { isCoordinator, isOfficial, isUnvouched, OPEN_STATES } from "./issue.ts";

/** The lifecycle table: the only moves there are. Commands, help and tests are made from it. */

/**
 * Who stands how to an issue. `lead`: the lead department, or the park department that tracks a city unit. `peer`: another
 * company, which may have the same concern. `common`: the coordinator, for a common problem (共性) to which it belongs.
 */
export type Party = "company" | "peer" | "coordinator" | "leader" | "lead" | "helper" | "clock" | "common";

/** What is most often done next stands first: in this order help and refusals offer it. */
export const ACTIONS = [
  "submit",
  "sign",
  "dispatch",
  "reject",
  "answer",
  "correct",
  "measure",
  "progress",
  "solved",
  "accept",
  "unsolved",
  "supplement",
  "approve",
  "refuse",
  "feedback",
  "rate",
  "reopen",
  "restore",
  "ask",
  "extend",
  "return",
  "hold",
  "resume",
  "contact",
  "assist",
  "note",
  "urge",
  "supervise",
  "join",
  "withdraw",
  "merge",
  "void",
  "respond",
  "lapse",
  "absorb",
] as const;
export type Action = (typeof ACTIONS)[number];

/** No moves that people make of an issue that is there: it is raised, by the clock, or with the merging of another. */
const NOBODYS = ["submit", "respond", "lapse", "absorb"] as const satisfies readonly Action[];

/** What people can do to an issue that is there. */
export type Doable = Exclude<Action, (typeof NOBODYS)[number]>;

export function isDoable(action: Action): action is Doable {
  return !NOBODYS.some((one) => one === action);
}

export interface Move {
  readonly from: readonly State[];
  /** Where it may lead; `same` keeps the state. */
  readonly to: readonly (State | "same")[];
  readonly who: readonly Party[];
  /** What must be said with it. */
  readonly needs: "nothing" | "text" | "department" | "date" | "rating" | "issue";
  /** Said where this one has to come first, it comes first: an answer to what nobody signed for signs for it. */
  readonly first?: "sign";
}

const open: readonly State[] = OPEN_STATES;

const MOVES = {
  submit: { from: [], to: ["submitted", "dispatched"], who: ["company", "coordinator"], needs: "text" },
  supplement: { from: open, to: ["same", "in_progress"], who: ["company"], needs: "text" },
  dispatch: {
    from: ["submitted", "dispatched", "in_progress"],
    to: ["dispatched"],
    who: ["coordinator"],
    needs: "department",
  },
  assist: { from: open, to: ["same"], who: ["coordinator", "lead"], needs: "department" },
  reject: { from: ["submitted"], to: ["rejected"], who: ["coordinator"], needs: "text" },
  sign: { from: ["dispatched"], to: ["in_progress"], who: ["lead"], needs: "nothing" },
  contact: { from: open, to: ["same"], who: ["lead"], needs: "nothing" },
  measure: { from: ["in_progress"], to: ["same"], who: ["lead"], needs: "text", first: "sign" },
  // With news to all that belong to a common problem, as an answer.
  progress: { from: ["in_progress"], to: ["same"], who: ["lead", "common"], needs: "text", first: "sign" },
  note: { from: open, to: ["same"], who: ["lead", "helper", "coordinator"], needs: "text" },
  ask: { from: ["in_progress"], to: ["waiting"], who: ["lead"], needs: "text", first: "sign" },
  // With one answer to all that belong to a common problem: to one that nobody has signed for its unit alone.
  answer: { from: ["in_progress"], to: ["answered"], who: ["lead", "common"], needs: "text", first: "sign" },
  // By who answered, or a head.
  correct: { from: ["answered"], to: ["same"], who: ["lead"], needs: "text" },
  solved: { from: ["answered"], to: ["closed"], who: ["company"], needs: "nothing" },
  accept: { from: ["answered"], to: ["closed"], who: ["company"], needs: "nothing" },
  unsolved: { from: ["answered"], to: ["in_progress"], who: ["company"], needs: "text" },
  rate: { from: ["closed"], to: ["same"], who: ["company"], needs: "rating" },
  // To the coordinator when the unit that had it is dissolved.
  reopen: { from: ["closed"], to: ["in_progress", "submitted"], who: ["company", "coordinator"], needs: "text" },
  withdraw: { from: open, to: ["withdrawn"], who: ["company"], needs: "nothing" },
  // To the state that it was taken back from.
  restore: { from: ["withdrawn"], to: open, who: ["company"], needs: "nothing" },
  void: { from: open, to: ["withdrawn"], who: ["coordinator"], needs: "text" },
  merge: { from: open, to: ["merged"], who: ["coordinator"], needs: "issue" },
  join: { from: open, to: ["same"], who: ["peer"], needs: "nothing" },
  resume: { from: ["on_hold"], to: ["in_progress"], who: ["lead", "coordinator", "clock"], needs: "nothing" },
  return: { from: ["dispatched", "in_progress"], to: ["same"], who: ["lead"], needs: "text" },
  extend: { from: ["in_progress"], to: ["same"], who: ["lead"], needs: "date" },
  hold: { from: ["in_progress"], to: ["same"], who: ["lead"], needs: "date" },
  approve: {
    from: open,
    to: ["same", "submitted", "dispatched", "on_hold"],
    who: ["coordinator", "leader"],
    needs: "nothing",
  },
  refuse: { from: open, to: ["same"], who: ["coordinator", "leader"], needs: "text" },
  urge: { from: open, to: ["same"], who: ["company", "coordinator"], needs: "nothing" },
  supervise: { from: open, to: ["same"], who: ["coordinator", "leader"], needs: "text" },
  // What was pressed from above is owed an answer even when the company has closed the issue meanwhile.
  feedback: { from: [...open, "closed"], to: ["same"], who: ["lead"], needs: "text" },
  // In place of closing it: its company has spoken of it, and never said what it wants (未解决, and not why).
  respond: { from: ["answered"], to: ["same"], who: ["clock"], needs: "nothing" },
  lapse: { from: ["answered"], to: ["closed"], who: ["clock"], needs: "nothing" },
  // What was merged into it comes with its followers.
  absorb: { from: open, to: ["same"], who: ["coordinator"], needs: "issue" },
} as const satisfies Record<Action, Move>;

/** The table as data of one type. */
export function moveOf(action: Action): Move {
  return MOVES[action];
}

/** Departments that stand by an issue: who tracks its city unit, and who helps. */
export interface Involved {
  readonly trackedBy?: string | undefined;
  readonly helpers: readonly string[];
}

/**
 * How this actor stands to this issue. Of a confidential issue only the one who raised it and the coordinator count as the
 * company. Of one that came by the form nobody else counts until somebody has vouched for who raised it; of any other, somebody
 * whose company is not verified counts only when it is his own. Of another company's that is not confidential, each company is a
 * peer.
 */
export function partiesOf(actor: Actor, issue: Standing, involved: Involved): readonly Party[] {
  if (actor.kind === "clock") return ["clock"];
  if (isCoordinator(actor)) {
    return issue.confidential ? ["coordinator", "company"] : ["coordinator"];
  }
  if (actor.role === "leader") return ["leader"];
  if (isOfficial(actor)) {
    if (!actor.department) return [];
    if (actor.department === issue.department) return ["lead"];
    if (involved.trackedBy !== undefined && actor.department === involved.trackedBy) return ["lead"];
    return involved.helpers.includes(actor.department) ? ["helper"] : [];
  }
  if (actor.enterprise === undefined) return [];
  if (actor.enterprise !== issue.enterprise) return issue.confidential || actor.verified === false ? [] : ["peer"];
  if (isRaisedBy(actor, issue)) return ["company"];
  return isUnvouched(issue) || issue.confidential || actor.verified === false ? [] : ["company"];
}

/** By this account, or from another platform under the same name; by its name nobody is known for whom nobody has vouched. */
function isRaisedBy(actor: Actor, issue: Standing): boolean {
  const { platform, userId, name } = issue.reporter;
  if (actor.platform === platform && actor.userId === userId) return true;
  return !isUnvouched(issue) && actor.kind === "person" && actor.name === name;
}

/** The actions of the table that these parties may take on an issue in this state. */
export function movesFor(parties: readonly Party[], state: State): readonly Action[] {
  return ACTIONS.filter((action) => {
    const move = moveOf(action);
    return move.from.includes(state) && move.who.some((party) => parties.includes(party));
  });
}
