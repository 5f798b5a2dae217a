import * as words from "../messages/zh-cn/chat.ts";
import { askedStill, droppedThen, withReplaced } from "./ask.ts";
import { carryOut } from "./carry-out.ts";
import { type Conversation, type Outcome, type Reply, sentence, tooLongProblem } from "./conversation.ts";
import { asDraftShown } from "./draft-later.ts";
import { asJustFiled } from "./just-filed.ts";
import { asAddition } from "./own-before.ts";
import { answerOfLoose, isAccompanied, numberOfLoose, withLoose, withoutWords } from "./pictures.ts";
import { asPromised } from "./promised.ts";
import { asTakenBack } from "./taken-back.ts";
import { isOfCommons } from "./understand/common-meant.ts";
import type { Question, Step, Understood } from "./understand/outcome.ts";
import { isAction } from "./understand/sight.ts";
import { understand } from "./understand/understand.ts";
import { leftByNo } from "./understand/ways.ts";
import { RAISING } from "./understand/while-open.ts";

/** Understands one message and does what it asks for. Everything it changes is in the conversation's transaction. */
export async function run(said: Conversation): Promise<Outcome> {
  const { text, situation } = said;
  if (text.trim() === "") {
    if (isAccompanied(said)) return withoutWords(said);
    return { reply: sentence(words.NOTHING_SAID), question: "kept", why: ["empty"] };
  }
  const ofLoose = (await numberOfLoose(said)) ?? (await answerOfLoose(said));
  if (ofLoose !== null) return ofLoose;
  const own = withLoose(said);
  const understood = await asAddition(
    own,
    await asDraftShown(own, await asTakenBack(own, understand(text, situation))),
  );
  return carried(own, await asJustFiled(own, await asPromised(own, understood)));
}

async function carried(conversation: Conversation, understood: Understood): Promise<Outcome> {
  const { text, situation } = conversation;
  const { question } = situation;
  // Whoever is asked for a text and writes too long a one says it again, shorter.
  const problem = question?.ask === "need" && understood.answers === true ? tooLongProblem(text) : null;
  if (problem !== null) return { reply: sentence(problem), question: "kept", why: ["too-long"] };
  // Nothing that is said to the bot is dropped without a word.
  if (question !== null && question.ask !== "ways" && understood.why.includes("lost"))
    return { reply: askedStill(question), question, why: [...understood.why, "asked-still"] };
  const isNo = question !== null && understood.why[0] === "no" && understood.why[1] === "more";
  if (isNo) return { reply: droppedThen(question), question: leftByNo(question), why: understood.why };
  const reply = await carryOut(conversation, understood);
  const left = understood.why[0] === "no" ? leftByNo(question) : null;
  const isKept = understood.keepsQuestion === true || isBesideIt(question, understood, reply);
  const open = reply.asks ?? (isKept ? question : left);
  // Thanks, and what is merely asked, take no pictures: what waits for its words waits on.
  if (open === null && situation.loose !== undefined && (reply.card === null || !understood.steps.some(takesPictures)))
    return { reply, question: situation.loose, why: understood.why };
  const isDropped = question !== null && open !== question && understood.answers !== true;
  // Another question takes its place, or what somebody has written is not kept: both are said.
  const isReplaced = isDropped && (reply.asks !== undefined || (reply.card !== null && holdsText(question)));
  return { reply: isReplaced ? withReplaced(reply, question) : reply, question: open, why: understood.why };
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

/** Whether a text that somebody wrote would go with it: he may think that it was taken. */
function holdsText(question: Question): boolean {
  return (
    question.ask === "offer" && question.doings.some(({ rest, command }) => rest !== "" && KEEPS_TEXT.has(command))
  );
}

const KEEPS_TEXT: ReadonlySet<string> = new Set([
  "submit",
  "for",
  "supplement",
  "answer",
  "progress",
  "note",
  "supervise",
]);
