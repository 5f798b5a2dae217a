import type { Effect } from "../domain/issue/decision.ts";
import type { Actor, Issue, Supervision, SupervisionNumber } from "../domain/issue/issue.ts";
import { yearIn } from "../domain/park/instants.ts";
import { answerSupervisions, insertSupervision, nextNumber } from "../store/supervisions.ts";
import type { Context } from "./context.ts";

/** Writes a 督办 or 批示 with its number, or the answer to those that are open. Returns its number or theirs; none of other moves. */
export async function supervise(
  { db, now, park }: Context,
  { issue, supervisions }: { readonly issue: Issue; readonly supervisions: readonly Supervision[] },
  effect: Effect,
  actor: Actor,
): Promise<readonly SupervisionNumber[]> {
  if (effect.supervise !== undefined) {
    const { kind, text } = effect.supervise;
    const year = yearIn(now, park.org.park.timeZone);
    const number = await nextNumber(db, `${kind}-${year}`);
    const { department } = issue;
    await insertSupervision(db, { issueId: issue.id, kind, year, number, text, by: actor.name, at: now, department });
    return [{ kind, year, number }];
  }
  if (effect.feedback === undefined) return [];
  await answerSupervisions(db, issue.id, { answeredAt: now, answeredBy: actor.name, answer: effect.feedback });
  return supervisions.map(numberOf);
}

/** What its number is made of, without the rest. */
export function numberOf({ kind, year, number }: Supervision): SupervisionNumber {
  return { kind, year, number };
}
