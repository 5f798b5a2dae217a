import { isCoordinator } from "../domain/issue/issue.ts";
import { standingProposals } from "../issues/common-found.ts";
import { wasPosted } from "../store/digests-posted.ts";
import type { Conversation } from "./conversation.ts";
import type { Question } from "./understand/outcome.ts";
import { maySayOfProposals, namesAProposal, PROPOSAL, waysOfProposals } from "./understand/zh-cn-common-proposed.ts";

/** The day: what was posted in the morning is answered when there is time for it. */
const STANDS_MS = 10 * 3_600_000;
/** Who says which one he means does so on the next working days, too, until the next week's list is there. */
const NAMED_STANDS_MS = 5 * 24 * 3_600_000;

/**
 * 第一个可以，建一个, said to the week's proposals: their digest is a list like any other, though nobody has asked for it. Only of these words
 * the database is asked.
 */
export async function afterProposals(conversation: Conversation): Promise<Conversation> {
  const { ctx, actor, chat, situation, text } = conversation;
  const { question, quote } = situation;
  if (!isCoordinator(actor) || chat !== null || quote !== null || !maySayOfProposals(text)) return conversation;
  if (question !== null && !leavesRoom(question, text)) return conversation;
  const since = new Date(ctx.now.getTime() - (namesAProposal(text) ? NAMED_STANDS_MS : STANDS_MS));
  if (!(await wasPosted(ctx.db, "common-weekly", { name: actor.name, since }))) return conversation;
  const ways = waysOfProposals((await standingProposals(ctx.db)).map(({ place }) => place));
  if (ways.length === 0) return conversation;
  // What could be taken up by words of an issue that was looked at since stays.
  const asked =
    question?.ask === "ways" ? { ...question, ways: [...ways, ...question.ways] } : { ask: "ways" as const, ways };
  return { ...conversation, situation: { ...situation, question: asked } };
}

/**
 * 第二个不是一回事, while a single thing stands open that is no list, or an issue was looked at: a place in a list is no word of it. Where
 * several were shown, or words are asked for, it is the answer to that.
 */
function leavesRoom(question: Question, text: string): boolean {
  if (question.ask === "ways")
    return question.ways.length === 0 || (namesAProposal(text) && !question.ways.some(({ said }) => said === PROPOSAL));
  return question.ask === "offer" && question.doings.length === 1 && namesAProposal(text);
}
