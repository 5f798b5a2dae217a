import { areBeyond, isBeyond } from "../park/instants.ts";
import type { Effect, Input, Refusal, Rules, Situation } from "./decision.ts";
import type { Action } from "./lifecycle.ts";
import { moveOf } from "./lifecycle.ts";
import { companyRules } from "./moves-company.ts";
import { handlingRules } from "./moves-handling.ts";
import { requestRules } from "./requests.ts";

const RULES: Rules = { ...handlingRules, ...companyRules, ...requestRules };

/**
 * Decides a move: first the table (who, from which state, what must be said), then the rule of the action.
 * Pure; the caller makes the effect true in one transaction.
 */
export function decide(action: Exclude<Action, "submit">, situation: Situation, input: Input): Effect | Refusal {
  const move = moveOf(action);
  if (!move.who.some((party) => situation.parties.includes(party))) return { refused: "not-yours" };
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
  return withoutOvertaken(action, situation, effect);
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

/** A request that waits while the issue is answered, handed on or withdrawn has lost its object. */
function withoutOvertaken(action: Action, { requests }: Situation, effect: Effect): Effect {
  const pending = requests.find((request) => request.state === "pending");
  const over = action === "answer" || action === "dispatch" || action === "withdraw";
  if (!over || pending === undefined) return effect;
  return { ...effect, settle: { id: pending.id, state: "refused", note: "overtaken" } };
}
