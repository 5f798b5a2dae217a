import { isStaff } from "../domain/issue/issue.ts";
import { plainOf } from "../domain/plain.ts";
import { lastMovedBy, takenBackBy } from "../store/own-moves.ts";
import type { Conversation } from "./conversation.ts";
import { visible } from "./find.ts";
import { SOON_MS } from "./own-before.ts";
import { inSight } from "./read-situation.ts";
import { deed } from "./understand/make.ts";
import type { Step, Understood } from "./understand/outcome.ts";
import type { InSight } from "./understand/situation.ts";
import { understand } from "./understand/understand.ts";
import { mayBeOfTakenBack, RESTORES_ALONE, RESTORES_IT, saysYesToTakingBack } from "./understand/zh-cn-restoring.ts";

/** 还是留着吧, 打桩的又来了: what a company has taken back, and can still restore, is read when words may be about it, and by no other message. */

/** A working day lies within these, also over a long holiday. */
const READ_MS = 14 * 86_400_000;

/** The same words, understood with what was taken back in sight; as they were, where they restore nothing. */
export async function asTakenBack(conversation: Conversation, understood: Understood): Promise<Understood> {
  const { situation, text, actor } = conversation;
  const plain = plainOf(text);
  if (isStaff(actor) || situation.quote?.by === "person" || isAnswer(understood, conversation)) return understood;
  if (saysYesToTakingBack(plain) && understood.steps.every(takesBack)) return alreadyGone(conversation, understood);
  const isAlone = RESTORES_ALONE.test(plain) || RESTORES_IT.test(plain);
  if (!mayBeOfTakenBack(plain) || !understood.steps.every((step) => isLeft(step, isAlone))) return understood;
  const back = await takenBack(conversation);
  if (back.length === 0) return understood;
  const others = situation.issues.filter(({ number }) => back.every((one) => one.number !== number));
  const issues = [...others, ...back].toSorted((one, other) => one.number - other.number);
  const anew = understand(text, { ...situation, issues, question: null });
  return anew.steps.some(restores) ? anew : understood;
}

/** It answers what is asked; but 还是留着吧, asked which one to take back next, may be of the one that is gone. */
function isAnswer({ answers }: Understood, { situation: { question } }: Conversation): boolean {
  if (question === null || question.ask === "ways") return false;
  return answers === true && !(question.ask === "which" && question.doing.command === "withdraw");
}

/** Nothing of an issue that is there would be done by it. `isAlone`: it restores, and says no more that could be added to one. */
function isLeft(step: Step, isAlone: boolean): boolean {
  if (!("doing" in step)) return step.kind === "unknown" || step.kind === "silence";
  const { command, number } = step.doing;
  const isAdded = command === "supplement" && step.kind !== "do" && isAlone;
  return command === "submit" || isAdded || (command === "resume" && number === null);
}

function takesBack(step: Step): boolean {
  return step.kind === "which" && step.doing.command === "withdraw";
}

/** 对，撤, said once more behind what was taken back just now: how that stands, and no list of what else could be. */
async function alreadyGone(conversation: Conversation, understood: Understood): Promise<Understood> {
  const { ctx, sender, chat, situation } = conversation;
  const among = (await takenBack(conversation)).map(({ number }) => number);
  const since = new Date(ctx.now.getTime() - SOON_MS);
  const last = await lastMovedBy(
    ctx.db,
    { ...sender, inGroup: chat !== null },
    { among, actions: ["withdraw"], since },
  );
  if (last === null) return understood;
  return { steps: [{ kind: "do", doing: deed("status", situation, last.id) }], why: ["gone-already"] };
}

function restores(step: Step): boolean {
  return "doing" in step && step.doing.command === "resume" && (step.kind === "which" || step.doing.number !== null);
}

/** What its company took back, and can still restore. */
export async function takenBack(conversation: Conversation): Promise<readonly InSight[]> {
  const { ctx, actor } = conversation;
  if (actor.enterprise === undefined) return [];
  const { calendar } = ctx.park;
  const all = await takenBackBy(ctx.db, actor.enterprise, new Date(ctx.now.getTime() - READ_MS));
  const able = all.filter(
    ({ withdrawnAt }) => withdrawnAt !== null && calendar.between(withdrawnAt, ctx.now) <= calendar.minutesPerDay,
  );
  const beside = { isRecent: false, isNewer: false, request: null, helpers: [], owes: [], suggested: 0, answer: null };
  return (await visible(conversation, able)).flatMap((one) => inSight(conversation, { ...one, ...beside }));
}
