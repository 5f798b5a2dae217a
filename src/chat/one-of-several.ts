import { isStaff } from "../domain/issue/issue.ts";
import { readIssue } from "../store/issues.ts";
import type { Conversation } from "./conversation.ts";
import { deed } from "./understand/make.ts";
import type { Understood } from "./understand/outcome.ts";
import { partsTold, speaksOfSome } from "./understand/parts-told.ts";

/** 电费那个算了, of an issue that tells of two more matters: that one need not be handled is added to it, and nothing else is lost. */
export async function asOneOfSeveral(conversation: Conversation, understood: Understood): Promise<Understood> {
  const { ctx, actor, situation, text } = conversation;
  const [step, ...more] = understood.steps;
  if (isStaff(actor) || step?.kind !== "offer" || more.length > 0 || understood.why[0] !== "issue") return understood;
  const { command, number } = step.doing;
  const issue = command !== "withdraw" || number === null ? null : await readIssue(ctx.db, number);
  if (issue === null || !speaksOfSome(text, partsTold(issue.text, ctx.park.directory))) return understood;
  const doing = deed("supplement", situation, number, text.trim());
  return { ...understood, steps: [{ kind: "offer", doing }], why: [...understood.why, "one-of-several"] };
}
