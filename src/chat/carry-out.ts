import { isStaff } from "../domain/issue/issue.ts";
import { possibleMoves } from "../issues/move.ts";
import { stepOf } from "../messages/actions.ts";
import * as chatWords from "../messages/zh-cn/chat.ts";
import * as words from "../messages/zh-cn/conversation.ts";
import type { LikeShown } from "../messages/zh-cn/like.ts";
import { TOLD } from "../messages/zh-cn/told.ts";
import { needCard, offerCard, whichCard } from "./ask.ts";
import {
  type Command,
  type Conversation,
  type Reply,
  type Said,
  SILENCE,
  sentence,
  tooLongProblem,
  withCard,
} from "./conversation.ts";
import { findDossier } from "./find.ts";
import { greeting, unknownWord } from "./help.ts";
import { joined } from "./joined.ts";
import { likeHere, wayWhenOffered } from "./like.ts";
import { withCame, withMore } from "./pictures.ts";
import { nextInConfidence } from "./understand/confidence.ts";
import { deed } from "./understand/make.ts";
import type { Doing, Question, Step, Told, Understood, Way } from "./understand/outcome.ts";
import { isAction } from "./understand/sight.ts";
import { issueForCompany } from "./understand/zh-cn-phrases.ts";
import { wishesIn } from "./wishes.ts";
import { withoutNumber } from "./without-number.ts";

/** Carries out what was understood: each step in its order, in one reply, with the one question that stays open. */
export async function carryOut(conversation: Conversation, { steps, why }: Understood): Promise<Reply> {
  const replies: Reply[] = [];
  // What is offered together is asked together, where the first of it stands.
  const offers = steps.flatMap((step) => (step.kind === "offer" ? [step.doing] : []));
  const own = steps.filter((step) => step.kind !== "offer" || step.doing === offers[0]);
  const asked = own.find(asks);
  for (const step of own) {
    // One thing is asked at a time: what would be asked behind it is named as not done.
    if (asks(step) && step !== asked) replies.push(sentence(words.leftOut(step.doing)));
    else replies.push(numbered(await replyTo(conversation, step, { steps, offers }), step, own.length));
  }
  const reply = joined(replies);
  return why.includes("noted") || why.includes("added") ? withOthers(conversation, reply) : reply;
}

type Asking = Extract<Step, { kind: "offer" | "which" | "need" }>;

function asks(step: Step): step is Asking {
  return step.kind === "offer" || step.kind === "which" || step.kind === "need";
}

/** Beside others a mere sentence that is of no issue in sight says of which number it is. */
function numbered(reply: Reply, step: Step, count: number): Reply {
  const number = "doing" in step ? step.doing.number : null;
  const [only, ...more] = reply.card?.blocks ?? [];
  if (count < 2 || number === null || reply.issueId !== null || only?.kind !== "text" || more.length > 0) return reply;
  return { ...reply, card: { blocks: [{ kind: "text", text: words.ofNumber(number, only.text) }] } };
}

interface Beside {
  readonly steps: readonly Step[];
  readonly offers: readonly Doing[];
}

function replyTo(conversation: Conversation, step: Step, { steps, offers }: Beside): Reply | Promise<Reply> {
  switch (step.kind) {
    case "do":
    case "decline":
      return done(conversation, step.doing);
    case "offer":
      return offer(conversation, offers);
    case "which":
      return which(conversation, step);
    case "need":
      return need(conversation, step);
    case "danger":
      return warned(conversation, steps);
    case "tell":
      return told(conversation, step);
    case "over":
      return over(conversation, step.shown);
    case "greet":
      return greeting(conversation);
    case "silence":
      return SILENCE;
    case "unknown":
      return unknownWord(conversation, conversation.text);
  }
}

/** Behind what is said of confidence, what is raised next goes with it. */
function told({ actor, situation }: Conversation, { told, about }: Extract<Step, { kind: "tell" }>): Reply {
  const isOfNext = !isStaff(actor) && SAYS_HOW_TO_CONFIDE.has(told);
  const doing = deed("submit", situation, null);
  return {
    ...sentence(about === undefined ? TOLD[told] : chatWords.toldOf(about, TOLD[told])),
    ...(isOfNext && { asks: nextInConfidence(doing) }),
  };
}

const SAYS_HOW_TO_CONFIDE: ReadonlySet<Told> = new Set(["say-in-private", "what-confidence-is", "confidence-stands"]);

/** The danger is over that was to be filed: the coordinator, who was told of it, hears that, and its word still files it. */
async function over(conversation: Conversation, shown: Doing): Promise<Reply> {
  await commandOf(conversation, { ...shown, command: "submit" })?.offered?.(conversation, saidOf(shown));
  const way: Way = {
    said: shown.command,
    number: 0,
    doing: withCame(shown, conversation),
  };
  return {
    ...sentence(words.overThen(shown.word)),
    asks: { ask: "ways", ways: [way] },
  };
}

/** Whom to call. The coordinator hears of it from whatever raises it; where nothing does, now. */
async function warned(conversation: Conversation, steps: readonly Step[]): Promise<Reply> {
  const isRaised = steps.some((step) => "doing" in step && RAISES.has(step.doing.command));
  const raising = conversation.commands.find((one) => one.name === "submit");
  if (!isRaised && raising !== undefined) {
    const number = steps.flatMap((step) => ("doing" in step ? (step.doing.number ?? []) : [])).at(0) ?? null;
    const { text: rest } = conversation;
    await raising.offered?.(conversation, { word: raising.name, number, id: number ?? 0, rest });
  }
  return sentence(chatWords.CALL_FOR_HELP);
}

const RAISES: ReadonlySet<string> = new Set(["submit", "for"]);

async function done(conversation: Conversation, doing: Doing): Promise<Reply> {
  const { command, number, rest } = doing;
  const found = commandOf(conversation, doing);
  if (found === undefined) return unknownWord(conversation, conversation.text);
  const isNamed = found.named === true && rest !== "";
  if (number === null && found.number === "yes" && !isNamed) return withoutNumber(conversation, command);
  if (number === null && found.number === "message") return sentence(chatWords.sayMessageNumber(found.usage));
  return found.run(withMore(conversation, doing), saidOf(doing));
}

async function offer(conversation: Conversation, offers: readonly Doing[]): Promise<Reply> {
  // What cannot be done is not offered, and a text that is added to again and again ends somewhere.
  const problem = offers.map((one) => tooLongProblem(textOf(one))).find((one) => one !== null) ?? null;
  if (problem !== null) return sentence(problem, onlyNumber(offers));
  const refused: Reply[] = [];
  const left: Doing[] = [];
  // What speaks against one of them is asked alone: a yes to all of them would be one to that as well.
  const isWarned = () => refused.some((one) => one.asks !== undefined);
  for (const doing of offers) {
    const refusal =
      isWarned() || isSignedFirst(doing, offers)
        ? null
        : await commandOf(conversation, doing)?.refuses?.(conversation, saidOf(doing));
    if (refusal == null) left.push(doing);
    else refused.push(refusal);
  }
  if (left.length === 0) return joined(refused);
  if (isWarned()) return joined([...refused, ...left.map((one) => sentence(words.leftOut(one)))]);
  return joined([...refused, await offerAll(conversation, left)]);
}

/** What is offered with the 签收 of the same issue is done behind it. */
function isSignedFirst({ command, number }: Doing, offers: readonly Doing[]): boolean {
  return command !== "sign" && offers.some((one) => one.command === "sign" && one.number === number);
}

async function offerAll(conversation: Conversation, offers: readonly Doing[]): Promise<Reply> {
  const fresh = freshOf(conversation, offers);
  const doings = offers.map((one) => (fresh.includes(one) ? withCame(one, conversation) : one));
  for (const doing of fresh) await commandOf(conversation, doing)?.offered?.(conversation, saidOf(doing));
  const like = await likeOffered(conversation, offers);
  const card = await offerCard(conversation, offers, like);
  const ways = like === null ? {} : { ways: [withTheirs(wayWhenOffered(like, offers[0]?.rest ?? ""), conversation)] };
  return { ...withCard(card, onlyNumber(offers)), asks: { ask: "offer", doings, ...ways } };
}

/** What is shown once more beside another matter has what came with it, and whoever had to hear of it has. */
function freshOf({ situation: { question } }: Conversation, offers: readonly Doing[]): readonly Doing[] {
  const before = question?.ask === "offer" ? question.doings : [];
  const fresh = offers.filter((one) => !before.includes(one));
  return fresh.length === 0 ? offers : fresh;
}

/** What came with the words goes where they go; who joins another's issue shows nothing of his own. */
function withTheirs(way: Way, conversation: Conversation): Way {
  return way.doing.command === "join" ? way : { ...way, doing: withCame(way.doing, conversation) };
}

/** What a company is about to raise may be there already. */
async function likeOffered(conversation: Conversation, [only, ...more]: readonly Doing[]): Promise<LikeShown | null> {
  const { actor, ctx, chat } = conversation;
  if (only?.command !== "submit" || more.length > 0 || actor.enterprise === undefined) return null;
  const { text, confidential, danger } = wishesIn(only.rest, ctx.park.directory);
  // What is confidential is not spoken of in a group, and who is in danger is told of nothing else.
  if (danger || (confidential && chat !== null)) return null;
  return likeHere(conversation, { text, confidential, enterprise: actor.enterprise });
}

function commandOf({ commands }: Conversation, { command }: Doing): Command | undefined {
  return commands.find((one) => one.name === command);
}

function saidOf({ word, number, rest, unit, sure, shown }: Doing): Said {
  return { word, number, id: number ?? 0, rest, unit, sure, shown };
}

/** Of what is raised for a company without its name. */
function textOf({ command, rest }: Doing): string {
  return command === "for" ? (issueForCompany(rest)?.issue ?? rest) : rest;
}

function onlyNumber(doings: readonly Doing[]): number | null {
  const [first, ...more] = doings;
  return more.length === 0 ? (first?.number ?? null) : null;
}

async function which(conversation: Conversation, { doing, among }: Extract<Step, { kind: "which" }>): Promise<Reply> {
  const asks: Question = { ask: "which", doing: withCame(doing, conversation), among };
  return { ...withCard(await whichCard(conversation, doing, among)), asks };
}

async function need(conversation: Conversation, { doing, what }: Extract<Step, { kind: "need" }>): Promise<Reply> {
  const asks: Question = { ask: "need", doing: withCame(doing, conversation), what };
  // Who has not said his company is asked by the command, which keeps what he raises; so is one who named no unit that is there.
  const isSaidByIt = (what === "company" && doing.command === "submit") || (what === "unit" && doing.rest !== "");
  if (isSaidByIt) return { asks, ...(await done(conversation, doing)) };
  const { card, options } = await needCard(conversation, doing, what);
  return { ...withCard(card, doing.number), asks: { ...asks, options } };
}

/** What was taken as a note or an addition may have been meant otherwise: that is said. */
async function withOthers(conversation: Conversation, reply: Reply): Promise<Reply> {
  if (reply.card === null || reply.issueId === null || reply.asks !== undefined) return reply;
  const dossier = await findDossier(conversation, reply.issueId);
  if (dossier === null) return reply;
  const others = possibleMoves(conversation.ctx, dossier, conversation.actor).filter(
    (one) => !TAKEN_AS.has(one) && isAction(one),
  );
  const [first] = others;
  if (first === undefined) return reply;
  const steps = others.slice(0, MOST_OTHERS).map((one) => stepOf(one, dossier.issue.id));
  const blocks = [
    ...reply.card.blocks,
    { kind: "text" as const, text: words.ALSO_POSSIBLE },
    { kind: "actions" as const, steps },
  ];
  return { ...reply, card: { blocks } };
}

const TAKEN_AS: ReadonlySet<string> = new Set(["note", "supplement"]);
const MOST_OTHERS = 3;
