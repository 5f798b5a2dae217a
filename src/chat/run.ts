import { isStaff } from "../domain/issue/issue.ts";
import * as words from "../messages/zh-cn/chat.ts";
import { askedStill, droppedThen, notDoneYet, withReplaced } from "./ask.ts";
import { asBrokenAgain } from "./broken-again.ts";
import { asCalled } from "./called-common.ts";
import { carryOut } from "./carry-out.ts";
import { asOfMembers } from "./common-by-members.ts";
import { type Conversation, type Outcome, type Reply, sentence, tooLongProblem } from "./conversation.ts";
import { asDraftShown } from "./draft-later.ts";
import { asHandedLast } from "./handed-last.ts";
import { joined } from "./joined.ts";
import { asJustFiled } from "./just-filed.ts";
import { asOneOfSeveral } from "./one-of-several.ts";
import { asAddition } from "./own-before.ts";
import { ofLast } from "./own-last.ts";
import { answerOfLoose, isAccompanied, numberOfLoose, withLoose, withoutWords } from "./pictures.ts";
import { asPromised } from "./promised.ts";
import { afterProposals } from "./proposed.ts";
import { noteResponded } from "./responded.ts";
import { asSaidElsewhere } from "./said-elsewhere.ts";
import { standsOn } from "./stands-on.ts";
import { asTakenBack } from "./taken-back.ts";
import { isOfCommons, stillOpen } from "./understand/common-meant.ts";
import type { Doing, Firm, Question, Step, Understood } from "./understand/outcome.ts";
import { isAction } from "./understand/sight.ts";
import { understand } from "./understand/understand.ts";
import { isDeed } from "./understand/waiting.ts";
import { leftByNo } from "./understand/ways.ts";
import { RAISING } from "./understand/while-open.ts";
import { IS_VEXED } from "./understand/zh-cn-courtesy.ts";

/** Understands one message and does what it asks for. Everything it changes is in the conversation's transaction. */
export async function run(said: Conversation): Promise<Outcome> {
  const { text } = said;
  if (text.trim() === "") {
    if (isAccompanied(said)) return withoutWords(said);
    return { reply: sentence(words.NOTHING_SAID), question: "kept", why: ["empty"] };
  }
  const ofLoose = (await numberOfLoose(said)) ?? (await answerOfLoose(said));
  if (ofLoose !== null) return ofLoose;
  const own = await afterProposals(withLoose(said));
  let understood = understand(text, own.situation);
  for (const look of LOOKS) understood = await look(own, understood);
  const { told, ...meant } = await ofLast(own, understood);
  const outcome = await carried(own, meant);
  return told === null ? outcome : { ...outcome, reply: joined([told, outcome.reply]) };
}

/** What the ledger says of words that may go on with something: each look puts right what the ones before it took them for. */
const LOOKS: readonly ((said: Conversation, understood: Understood) => Promise<Understood>)[] = [
  asCalled,
  asOfMembers,
  asTakenBack,
  asBrokenAgain,
  asDraftShown,
  asAddition,
  asPromised,
  asJustFiled,
  asOneOfSeveral,
  asHandedLast,
  asSaidElsewhere,
];

async function carried(conversation: Conversation, understood: Understood): Promise<Outcome> {
  const { text, situation } = conversation;
  const { question } = situation;
  // Whoever is asked for a text and writes too long a one says it again, shorter.
  const problem = question?.ask === "need" && understood.answers === true ? tooLongProblem(text) : null;
  if (problem !== null) return { reply: sentence(problem), question: "kept", why: ["too-long"] };
  // Nothing that is said to the bot is dropped without a word.
  if (question !== null && question.ask !== "ways" && understood.why.includes("lost"))
    return { reply: askedStill(question), question, why: [...understood.why, "asked-still"] };
  const unmoved = leftOpen(conversation, understood);
  if (unmoved !== null) return unmoved;
  const reply = await carryOut(conversation, understood);
  if (reply.asks !== undefined) await noteResponded(conversation, reply.asks);
  const left = understood.why[0] === "no" ? leftByNo(question) : null;
  const isKept = understood.keepsQuestion === true || isBesideIt(question, understood, reply);
  const open = reply.asks ?? (isKept ? stillOpen(question, text, understood) : left);
  // Thanks, and what is merely asked, take no pictures: what waits for its words waits on.
  if (open === null && situation.loose !== undefined && (reply.card === null || !understood.steps.some(takesPictures)))
    return { reply, question: situation.loose, why: understood.why };
  const isBeside = question?.ask === "offer" && question.beside === true && understood.why[0] === "way";
  const isAnswer = (understood.answers === true && !isBeside) || saysOfWhom(question, understood);
  const isDropped = question !== null && open !== question && !isAnswer;
  const waiting = isDropped ? standsOn(conversation, question, understood, reply) : null;
  if (waiting !== null) return { ...waiting, why: [...understood.why, "stands-on"] };
  // What was asked about is not done, and what somebody has written is not kept: it is said.
  const isReplaced =
    isDropped && reply.card !== null && (reply.asks !== undefined || leavesUndone(question, understood));
  return { reply: isReplaced ? withReplaced(reply, question) : reply, question: open, why: understood.why };
}

/**
 * To a no, and to what leaves the question open, a word is said wherever somebody may wait for one, and of what a company has written
 * also in its group; null: neither was said, or none is.
 */
function leftOpen(
  { situation: { question, place }, actor, text }: Conversation,
  { steps, why, keepsQuestion }: Understood,
): Outcome | null {
  if (!isAboutADeed(question) || steps.some(({ kind }) => kind !== "silence")) return null;
  const isDirect = place === "direct";
  const isWritten = !isStaff(actor) && question.ask === "offer" && question.doings.some(({ rest }) => rest !== "");
  if (why[0] === "no" && (isDirect || isWritten || why[1] === "more"))
    return { reply: droppedThen(question, why[1] === "more"), question: leftByNo(question), why };
  const isTold = isDirect || why[0] === "later" || (isWritten && IS_VEXED.test(text));
  return keepsQuestion === true && isTold ? { reply: notDoneYet(question), question, why } : null;
}

/** Whether something would be done by its answer; a mark is given or not, and nobody waits for it. */
function isAboutADeed(question: Question | null): question is Firm {
  if (question === null || question.ask === "ways") return false;
  if (question.ask === "need" && question.what === "stars") return false;
  return (question.ask === "offer" ? question.doings : [question.doing]).some(({ command }) => isDeed(command));
}

/** What was not understood, or not done, of common problems speaks of nothing else: what was spoken of stays so. */
function isBesideIt(question: Question | null, { steps }: Understood, { issueId }: Reply): boolean {
  if (question?.ask !== "ways" || issueId !== null || !isOfCommons(question)) return false;
  return steps.every((step) => ("doing" in step ? step.doing.command === "common" : step.kind === "unknown"));
}

/** Whether what came with a message, or before it, is kept with what is done. */
function takesPictures(step: Step): boolean {
  if (!("doing" in step) || step.kind === "decline") return false;
  const { command } = step.doing;
  return isAction(command) || RAISING.has(command) || command === "followup";
}

/** 我是 …, asked for the company: what waits for that waits on. */
function saysOfWhom(question: Question | null, { steps }: Understood): boolean {
  const isAsked = question?.ask === "need" && question.what === "company";
  return isAsked && steps.every((step) => "doing" in step && step.doing.command === "iam");
}

/** Whether something would have been done, and this does not do it: he may think that it was. */
function leavesUndone(question: Question, { steps }: Understood): boolean {
  if (!isAboutADeed(question)) return false;
  const isDone = ({ command, number }: Doing) =>
    steps.some(
      (step) =>
        "doing" in step && step.doing.command === command && (number ?? step.doing.number) === step.doing.number,
    );
  return !(question.ask === "offer" ? question.doings : [question.doing]).some(isDone);
}
