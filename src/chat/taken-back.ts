import { isStaff } from "../domain/issue/issue.ts";
import { plainOf } from "../domain/plain.ts";
import { takenBackBy } from "../store/own-moves.ts";
import type { Conversation } from "./conversation.ts";
import { visible } from "./find.ts";
import { inSight } from "./read-situation.ts";
import type { Step, Understood } from "./understand/outcome.ts";
import type { InSight } from "./understand/situation.ts";
import { understand } from "./understand/understand.ts";
import { mayBeOfTakenBack } from "./understand/zh-cn-restoring.ts";

/** 还是留着吧, 打桩的又来了: what a company has taken back, and can still restore, is read when words may be about it, and by no other message. */

/** A working day lies within these, also over a long holiday. */
const READ_MS = 14 * 86_400_000;

/** The same words, understood with what was taken back in sight; as they were, where they restore nothing. */
export async function asTakenBack(conversation: Conversation, understood: Understood): Promise<Understood> {
  const { situation, text, actor } = conversation;
  const { question, quote } = situation;
  if (isStaff(actor) || quote?.by === "person" || (question !== null && question.ask !== "ways")) return understood;
  if (!mayBeOfTakenBack(plainOf(text)) || !understood.steps.every(isLeft)) return understood;
  const back = await takenBack(conversation);
  if (back.length === 0) return understood;
  const others = situation.issues.filter(({ number }) => back.every((one) => one.number !== number));
  const issues = [...others, ...back].toSorted((one, other) => one.number - other.number);
  const anew = understand(text, { ...situation, issues });
  return anew.steps.some(restores) ? anew : understood;
}

/** Nothing of an issue that is there would be done by it. */
function isLeft(step: Step): boolean {
  if (!("doing" in step)) return step.kind === "unknown" || step.kind === "silence";
  const { command, number } = step.doing;
  return command === "submit" || (command === "resume" && number === null);
}

function restores(step: Step): boolean {
  return "doing" in step && step.doing.command === "resume" && (step.kind === "which" || step.doing.number !== null);
}

async function takenBack(conversation: Conversation): Promise<readonly InSight[]> {
  const { ctx, actor } = conversation;
  if (actor.enterprise === undefined) return [];
  const { calendar } = ctx.park;
  const all = await takenBackBy(ctx.db, actor.enterprise, new Date(ctx.now.getTime() - READ_MS));
  const able = all.filter(
    ({ withdrawnAt }) => withdrawnAt !== null && calendar.between(withdrawnAt, ctx.now) <= calendar.minutesPerDay,
  );
  const beside = { isRecent: false, isNewer: false, request: null, helpers: [], owes: [], suggested: 0 };
  return (await visible(conversation, able)).flatMap((one) => inSight(conversation, { ...one, ...beside }));
}
