import { isStaff } from "../domain/issue/issue.ts";
import { lastMovedBy } from "../store/own-moves.ts";
import type { Conversation } from "./conversation.ts";
import { SOON_MS } from "./own-before.ts";
import type { Understood } from "./understand/outcome.ts";
import { candidatesFor } from "./understand/sight.ts";

/**
 * 不用了，撤了吧, said soon after something was filed, and not of which: that one is shown, and no list. Only of these words the database
 * is asked.
 */
export async function asJustFiled(conversation: Conversation, understood: Understood): Promise<Understood> {
  const { ctx, actor, sender, chat, situation } = conversation;
  const [step, ...more] = understood.steps;
  if (isStaff(actor) || step?.kind !== "which" || more.length > 0 || step.doing.command !== "withdraw")
    return understood;
  // Where some were told by their words, it is one of those.
  const { among } = step;
  if (among.length < candidatesFor("withdraw", situation.issues).length || understood.answers === true)
    return understood;
  const mover = { ...sender, inGroup: chat !== null };
  const since = new Date(ctx.now.getTime() - SOON_MS);
  const last = await lastMovedBy(ctx.db, mover, { among: [...among], actions: ["submit"], since });
  if (last === null) return understood;
  const doing = { ...step.doing, number: last.id };
  return { ...understood, steps: [{ kind: "offer", doing }], why: [...understood.why, "just-filed"] };
}
