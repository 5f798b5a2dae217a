import { areBeyond, isBeyond } from "../park/instants.ts";
import { type Effect, type Input, isRefusal, OVERTAKEN, type Refusal, type Rules, type Situation } from "./decision.ts";
import { isCoordinator } from "./issue.ts";
import { type Action, moveOf } from "./lifecycle.ts";
import { companyRules } from "./moves-company.ts";
import { handlingRules } from "./moves-handling.ts";
import { leavingRules } from "./moves-leaving.ts";
import { requestRules } from "./requests.ts";

const RULES: Rules = { ...handlingRules, ...companyRules, ...leavingRules, ...requestRules };

/**
 * Decides a move: first the table (who, from which state, what must be said), then the rule of the action.
 * Pure; the caller makes the effect true in one transaction.
 */
export function decide(action: Exclude<Action, "submit">, situation: Situation, input: Input): Effect | Refusal {
  const move = moveOf(action);
  if (!mayMake(action, situation)) return { refused: "not-yours" };
  if (!move.from.includes(situation.issue.state)) return { refused: "wrong-state" };
  if (move.needs === "text" && !saysSomething(input.text)) return { refused: "needs", what: "text" };
  const far = tooFar(situation, input);
  if (far !== null) return far;
  const effect = RULES[action](situation, input);
  if ("refused" in effect) return effect;
  const next = effect.patch.state ?? "same";
  if (!move.to.includes(next === situation.issue.state ? "same" : next) && !move.to.includes(next)) {
    throw new Error(`the rule of ${action} leads to ${next}, which the lifecycle table does not allow`);
  }
  return tellingItsCompany(action, situation, withoutOvertaken(action, situation, effect));
}

/** What the coordinator says for a company of what it raised in confidence, the company is told. */
function tellingItsCompany(action: Action, { actor, parties }: Situation, effect: Effect): Effect {
  const { who } = moveOf(action);
  const isForIt = isCoordinator(actor) && parties.includes("company") && who.includes("company");
  if (!isForIt || who.includes("coordinator")) return effect;
  return { ...effect, facts: { ...effect.facts, forCompany: true }, tell: [{ to: "company" }, ...effect.tell] };
}

function mayMake(action: Action, { parties }: Situation): boolean {
  return moveOf(action).who.some((party) => parties.includes(party));
}

/** A move and what comes of it. */
export interface Decided {
  readonly action: Exclude<Action, "submit">;
  readonly effect: Effect;
}

/**
 * Decides everything that is said with one word, in the order in which it is made: what has to come first, the move, and what
 * it leads on to. All of it can be made, or nothing is.
 */
export function decideAll(action: Decided["action"], situation: Situation, input: Input): readonly Decided[] | Refusal {
  const first = earlier(action, situation);
  if (first !== null && isRefusal(first)) return first;
  const here = first === null ? situation : afterwards(situation, first.effect);
  const effect = decide(action, here, input);
  if (isRefusal(effect)) return effect;
  const made = [...(first === null ? [] : [first]), { action, effect }];
  // Who may dispatch, grants a return and names the unit, has dispatched it.
  const goesOn = action === "approve" && effect.patch.state === "submitted" && mayMake("dispatch", here);
  if (!goesOn || input.department === undefined) return made;
  const next = decide("dispatch", afterwards(here, effect), { department: input.department });
  return isRefusal(next) ? next : [...made, { action: "dispatch", effect: next }];
}

/** What the table makes first where this one is said too early. Null: nothing; also where that would not help. */
function earlier(action: Action, situation: Situation): Decided | Refusal | null {
  const { first, from } = moveOf(action);
  const { state } = situation.issue;
  if (first === undefined || from.includes(state) || !moveOf(first).from.includes(state)) return null;
  const effect = decide(first, situation, {});
  return isRefusal(effect) ? effect : { action: first, effect };
}

/** The same issue once a move is made. */
function afterwards(situation: Situation, { patch, settle }: Effect): Situation {
  const { issue } = situation;
  const requests = situation.requests.map((one) => (one.id === settle?.id ? { ...one, state: settle.state } : one));
  return { ...situation, issue: { ...issue, ...patch, version: issue.version + 1 }, requests };
}

/** Whatever the move, a day centuries ahead is a slip, and nothing is counted to it. */
function tooFar({ now, calendar }: Situation, { date, days = 0 }: Input): Refusal | null {
  if (areBeyond(days)) return { refused: "date-far" };
  return date !== undefined && isBeyond(date, now, calendar.timeZone) ? { refused: "date-beyond" } : null;
}

/** Marks alone (。, ……) leave the reader with nothing. */
function saysSomething(text: string | undefined): boolean {
  return text !== undefined && /[^\p{P}\p{Z}\p{C}]/u.test(text);
}

const OVERTAKING: readonly Action[] = ["answer", "dispatch", "withdraw", "void", "merge"];

/** A request that waits while the issue is answered, handed on or leaves has lost its object. */
function withoutOvertaken(action: Action, { requests }: Situation, effect: Effect): Effect {
  const pending = requests.find((request) => request.state === "pending");
  if (!OVERTAKING.includes(action) || pending === undefined) return effect;
  return { ...effect, settle: { id: pending.id, state: "refused", note: OVERTAKEN } };
}
