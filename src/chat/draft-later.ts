import { isOfficial } from "../domain/issue/issue.ts";
import { shownAmong } from "../store/answers-shown.ts";
import type { Conversation } from "./conversation.ts";
import type { Understood } from "./understand/outcome.ts";
import { candidatesFor, issueIn, mayMove } from "./understand/sight.ts";
import { saidBehind } from "./understand/zh-cn-ways.ts";

/** A list of answers is not longer. */
const HIGHEST_PLACE = 9;

/**
 * 参考 1, some messages after the answers were shown: the place of one of them, of the issue for which they were, and no issue of that
 * number. Only of these words the database is asked.
 */
export async function asDraftShown(
  { ctx, actor, situation }: Conversation,
  understood: Understood,
): Promise<Understood> {
  const [step, ...more] = understood.steps;
  if (!isOfficial(actor) || step?.kind !== "do" || more.length > 0 || step.doing.command !== "refer") return understood;
  const { number, rest } = step.doing;
  if (number === null || number > HIGHEST_PLACE || saidBehind(rest) !== "") return understood;
  const named = issueIn(situation, number);
  if (named !== undefined && mayMove("answer", named)) return understood;
  const able = candidatesFor("answer", situation.issues).map((one) => one.number);
  const shown = await shownAmong(ctx.db, able);
  const [only] = shown;
  if (only === undefined) return understood;
  const doing = { ...step.doing, number: null, rest: String(number) };
  const why = [...understood.why, "draft-shown"];
  if (shown.length > 1) return { ...understood, steps: [{ kind: "which", doing, among: shown }], why };
  return { ...understood, steps: [{ kind: "do", doing: { ...doing, number: only } }], why };
}
