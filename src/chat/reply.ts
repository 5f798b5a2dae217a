import type { KnownBody } from "../domain/notice/notice.ts";
import { type Context, write } from "../issues/context.ts";
import { replyPlace, tell, tellLater } from "../issues/tell.ts";
import { issuesMovedBy, withMarks } from "../messages/buttons.ts";
import type { Card } from "../messages/card.ts";
import { LEFT_ALONE } from "../messages/zh-cn/buttons.ts";
import * as words from "../messages/zh-cn/chat.ts";
import { WITHHELD } from "../platforms/inbound.ts";
import { chatOfCard, versionsOf } from "../store/cards.ts";
import type { DirectRoads } from "../store/direct-roads.ts";
import { finishInbound, type StoredInbound } from "../store/inbound.ts";
import { LONGEST_KEPT, type StoredMessage, type StoredPress } from "../store/inbound-message.ts";
import { keepQuestion } from "../store/questions.ts";
import { noteWithheld } from "../store/usage.ts";
import {
  type Command,
  type Conversation,
  isTooLong,
  MAX_TEXT,
  type Outcome,
  type Reply,
  sentence,
} from "./conversation.ts";
import { noteContactsShown } from "./disclosed.ts";
import { type Introduction, introduce } from "./introduce.ts";
import { keepMedia, replyTarget } from "./media-kept.ts";
import { notCounting } from "./press.ts";
import { questionName } from "./question-kept.ts";
import { askedIn, readSituation } from "./read-situation.ts";
import { run } from "./run.ts";
import { heardInDanger } from "./stranger.ts";
import { parse } from "./understand/parse.ts";

/** What all conversations have in common. */
export interface Common extends Pick<Conversation, "commands" | "linkTo" | "boardAt" | "posts" | "onRecognised"> {
  /** Hears why a message was understood as it was; never a word of it. */
  readonly explain?: (why: readonly string[]) => void;
  /** Hears that something came with a message, which is to be fetched behind it. */
  readonly onMedia?: () => void;
  /** Who has written to the bot directly. */
  readonly roads: DirectRoads;
}

/** Works on one stored message: who, which command, run, reply. In the caller's transaction. Returns what is kept of the reply. */
export async function reply(ctx: Context, row: StoredInbound, common: Common): Promise<KeptReply | null> {
  if (row.message === null) return null;
  const message = await placed(ctx, row.message);
  const { platform, senderId: userId, groupId } = message;
  // First, because from now on a direct message reaches him.
  if (groupId === null && userId !== "") {
    await ctx.admitted;
    await common.roads.noteSpoken(ctx.db, { platform, userId }, ctx.now);
  }
  const files = await keepMedia(ctx, row, message, common);
  const {
    reply,
    question,
    why,
    replaces,
    hadQuestion = true,
    versions,
  } = await outcomeOf(ctx, message, {
    ...common,
    files,
  });
  common.explain?.(why);
  const name = question === "kept" || question === null ? undefined : questionName(question);
  const kept = await finish(ctx, row, message, { reply, question: name, replaces, versions });
  if (question !== "kept" && (question !== null || hadQuestion))
    await write(ctx, keepQuestion(ctx.db, askedIn(message), question, ctx.now));
  return kept;
}

/** A press is made where its card was sent, whatever else comes with it. */
async function placed({ db }: Context, message: StoredMessage): Promise<StoredMessage> {
  if (message.press === undefined) return message;
  const chat = await chatOfCard(db, message.platform, message.press.cardId);
  return chat === undefined ? message : { ...message, groupId: chat.groupId };
}

/** Ends a message that could not be worked on, with a sentence that says so. */
export async function apologise(ctx: Context, row: StoredInbound): Promise<KeptReply | null> {
  return row.message === null ? null : finish(ctx, row, row.message, { reply: sentence(words.BROKEN) });
}

/** What is kept of a reply. `held`: the message that says it, should the change of a card be lost on its way. */
export interface KeptReply {
  readonly card: Card | null;
  readonly issueId: number | null;
  readonly held?: number;
}

/**
 * `replaces`: of a press, whether the reply is to stand on the card itself. `hadQuestion`: whether one was open; undefined: not
 * known. `versions`: of the issues that were read or moved.
 */
interface Answered extends Outcome {
  readonly replaces?: boolean;
  readonly hadQuestion?: boolean;
  readonly versions?: ReadonlyMap<number, number>;
}

/** What is needed beside what all have in common: the ids of what came with this message. */
interface Own extends Common {
  readonly files: readonly string[];
}

async function outcomeOf(ctx: Context, message: StoredMessage, common: Own): Promise<Answered> {
  if (message.unreadable === WITHHELD) {
    await ctx.admitted;
    await noteWithheld(ctx.db, ctx.park.calendar.dateOf(ctx.now));
    return saying(words.WITHHELD_CONTENT);
  }
  const introduction = await introduce(ctx, message);
  if ("stranger" in introduction) return strangerSays(ctx, message, common, introduction);
  const { actor } = introduction;
  // Another process has recognised him: the park in force here is not up to date.
  const isNew =
    actor.kind === "person" && ctx.park.directory.personBy(message.platform, message.senderId) === undefined;
  if (isNew) common.onRecognised?.();
  if (message.unreadable !== null) return saying(words.UNREADABLE);
  const problem = lengthProblem(message, common.commands);
  if (problem !== null) return saying(problem);
  const { situation, known } = await situationOf({ ...introduction, ...common, ctx }, message);
  const isBare = message.text.trim() === "" && common.files.length === 0;
  if (situation.quote?.by === "person" && isBare) return saying(words.QUOTED_UNCLEAR);
  const conversation = conversationOf({ ...ctx, known }, message, { ...introduction, ...common, situation });
  const answered = await (message.press === undefined ? run(conversation) : press(conversation, message.press));
  await noteContactsShown(conversation, answered.reply);
  const hadQuestion = situation.question !== null || situation.loose !== undefined;
  return { ...answered, hadQuestion, versions: known.versions };
}

/** Read while it is not sure yet that the message is to be answered here. */
async function situationOf(...of: Parameters<typeof readSituation>): ReturnType<typeof readSituation> {
  const read = await readSituation(...of);
  await of[0].ctx.admitted;
  return read;
}

type Parts = Omit<Conversation, "ctx" | "source" | "text" | "pictures" | "publicIn"> & Pick<Own, "files">;

function conversationOf(ctx: Context, message: StoredMessage, { files, ...parts }: Parts): Conversation {
  const { chat } = parts;
  const { platform, messageId } = message;
  return {
    ...parts,
    ctx,
    source: { platform, messageId, chat: chat?.code ?? null, ...(files.length > 0 && { files }) },
    text: message.text,
    pictures: message.pictures,
    publicIn: chat?.audience === "enterprise" ? chat.code : null,
  };
}

/** What was pressed is done like the same words, unless it does not count any more. */
async function press(conversation: Conversation, pressed: StoredPress): Promise<Answered> {
  const instead = await notCounting(conversation, pressed);
  if (instead !== null) return { ...instead, question: "kept", why: ["pressed", "not-counting"] };
  const outcome = await run(conversation);
  const { reply, question, why } = outcome;
  // Whoever presses sees that it was heard.
  const heard = reply.card === null ? sentence(LEFT_ALONE) : reply;
  const replaces = await isSettled(conversation, pressed, question);
  return { reply: heard, question, why: ["pressed", ...why], replaces };
}

/** Whether nothing is left to press on the card as it is: its issue was moved, or its question is answered. */
async function isSettled({ ctx }: Conversation, { on }: StoredPress, question: Outcome["question"]): Promise<boolean> {
  if (on === null) return false;
  if (on.kind === "answer") return question === null;
  if (on.issueId === null || on.version === null) return false;
  const versions = await versionsOf(ctx.db, [on.issueId]);
  return versions.get(on.issueId) !== on.version;
}

/** A stranger may say who he is, and nothing else; of danger to life he is heard as well. */
async function strangerSays(
  ctx: Context,
  message: StoredMessage,
  common: Own,
  introduction: Extract<Introduction, { stranger: string }>,
): Promise<Outcome> {
  const { sender } = introduction;
  const { reply, ...outcome } = await saysWhoHeIs(ctx, message, common, introduction);
  return { ...outcome, reply: await heardInDanger({ ctx, message, sender, commands: common.commands }, reply) };
}

async function saysWhoHeIs(
  ctx: Context,
  message: StoredMessage,
  common: Own,
  { stranger, unknown }: Extract<Introduction, { stranger: string }>,
): Promise<Outcome> {
  if (unknown === undefined || isTooLong(message.written ?? [...message.text].length)) return saying(stranger);
  const parsed = parse(message.text, common.commands);
  if (parsed.kind !== "command" || parsed.spec.name !== "iam") return saying(stranger);
  const { situation, known } = await situationOf({ ...unknown, ...common, ctx }, message);
  const conversation = conversationOf({ ...ctx, known }, message, { ...unknown, ...common, situation });
  const { word, rest, spec } = parsed;
  return {
    reply: await spec.run(conversation, { word, id: 0, number: null, rest }),
    question: "kept",
    why: ["stranger", "iam"],
  };
}

/** Of a message that nothing is read out of: what was asked before is still waited for. */
function saying(text: string): Outcome {
  return { reply: sentence(text), question: "kept", why: [] };
}

const LONGEST_BEGINNING = 100;

/** Looked at before anything reads the text, so that no text takes long. */
function lengthProblem({ text, written }: StoredMessage, commands: readonly Command[]): string | null {
  const characters = written ?? [...text].length;
  if (!isTooLong(characters)) return null;
  const parsed = parse(text.slice(0, LONGEST_BEGINNING), commands);
  const isList = parsed.kind === "command" && parsed.spec.takesLong?.(parsed.rest) === true;
  if (!isList) return words.tooLong(characters, MAX_TEXT);
  return written === undefined ? null : words.listTooLong(written, LONGEST_KEPT);
}

interface Finished {
  readonly reply: Reply;
  /** Names the question that its choices answer. */
  readonly question?: string | undefined;
  /** It is to stand on the card that was pressed. */
  readonly replaces?: boolean | undefined;
  /** What is known of the versions of issues. */
  readonly versions?: ReadonlyMap<number, number> | undefined;
}

/** So long a changed card waits to be told as a message, in milliseconds: until then the platform has taken the change, or did not. */
const HELD_MS = 6_000;

/** Where the platform takes the answer in its own request, it is kept for that; else it goes through the outbox. */
async function finish(ctx: Context, row: StoredInbound, message: StoredMessage, done: Finished): Promise<KeptReply> {
  await ctx.admitted;
  const { reply, versions } = done;
  const card = reply.card === null ? null : await marked(ctx, reply.card, { question: done.question, versions });
  const heldBy = row.streamId !== null || card === null ? null : await tellReply(ctx, message, { ...done, card });
  const kept = { card, issueId: reply.issueId, ...(heldBy !== null && { held: heldBy }) };
  await write(ctx, finishInbound(ctx.db, row, ctx.now, kept));
  for (const { to, card, issueId } of reply.aside ?? []) {
    const notice: KnownBody = { kind: "reply", card: await marked(ctx, card, { versions }) };
    await tell(ctx, [replyPlace(to)], { notice, issueId, express: true });
  }
  return kept;
}

/** The reply as a message of its own. Returns its id while it is held back, since a changed card may say it. */
async function tellReply(
  ctx: Context,
  message: StoredMessage,
  { card, replaces: mayReplace, reply }: Finished & { readonly card: Card },
): Promise<number | null> {
  const { press } = message;
  const replaces = press !== undefined && mayReplace === true ? press : undefined;
  const notice: KnownBody = { kind: "reply", card, ...(replaces !== undefined && { replaces: replaces.cardId }) };
  const telling = { place: replyPlace(replyTarget(message)), notice, issueId: reply.issueId, express: true };
  // Should the change of the card be lost on its way, it is said.
  const held = replaces?.inAnswer === true;
  const id = await tellLater(ctx, telling, held ? new Date(ctx.now.getTime() + HELD_MS) : ctx.now);
  return held ? id : null;
}

/** With what its buttons carry: as the issues stood when they were read or moved. */
async function marked(
  { db }: Context,
  card: Card,
  { question, versions }: Pick<Finished, "question" | "versions">,
): Promise<Card> {
  const moved = issuesMovedBy(card);
  const isKnown = versions !== undefined && moved.every((id) => versions.has(id));
  return withMarks(card, { versions: isKnown ? versions : await versionsOf(db, moved), question });
}
