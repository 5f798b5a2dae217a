import { type Conversation, type Reply, type Said, type Speaking, sentence } from "../../chat/conversation.ts";
import { findDossier, notHere } from "../../chat/find.ts";
import { isMadeFrom } from "../../chat/understand/content.ts";
import type { Doing, Question } from "../../chat/understand/outcome.ts";
import { answerToBeWritten } from "../../chat/understand/ways.ts";
import { tellOfTheSame } from "../../chat/understand/zh-cn-kinds.ts";
import { shortened } from "../../domain/graphemes.ts";
import { type Issue, isOfficial } from "../../domain/issue/issue.ts";
import { withTracked } from "../../domain/park/park.ts";
import { plainOf } from "../../domain/plain.ts";
import { likeOnes } from "../../domain/routing/similar.ts";
import { type Dossier, possibleMoves } from "../../issues/move.ts";
import type { Block } from "../../messages/card.ts";
import { impersonal } from "../../messages/covering.ts";
import { issueTitle } from "../../messages/issue-card.ts";
import type { Reader } from "../../messages/reader.ts";
import { commandWord } from "../../messages/zh-cn/commands.ts";
import { YES_OR_NO } from "../../messages/zh-cn/conversation.ts";
import * as words from "../../messages/zh-cn/drafts.ts";
import { shortState } from "../../messages/zh-cn/terms.ts";
import { noteShown, noteTaken } from "../../store/answers-shown.ts";
import { readInOrder, readIssue } from "../../store/issues.ts";
import { answeredLike } from "../../store/like.ts";

/** Answers of like issues, for who has to answer one: shown, and taken as a draft. */

/** What was answered to a like issue. */
export interface Draft {
  readonly id: number;
  readonly title: string;
  /** 评价 5, or how it ended. */
  readonly how: string;
  /** The answer without whom it was written to. */
  readonly text: string;
  /** What in it is of the other issue: times, places and figures, and whether something was left out. */
  readonly check: words.ToCheck;
}

const MOST = 3;
/** Among so many of the most alike those come first with which the company was satisfied. */
const AMONG = 12;
const SATISFIED = 4;

/**
 * The answers of solved issues about the same, of those that whoever may answer this one may see. None to others, and none where it is not to
 * be answered now.
 */
export async function draftsFor({ ctx, reader, actor }: Speaking, dossier: Dossier): Promise<readonly Draft[]> {
  const { audience, park } = reader;
  if (audience.kind !== "department" || !isOfficial(actor)) return [];
  if (!possibleMoves(ctx, dossier, actor).includes("answer")) return [];
  const { issue } = dossier;
  const { likeness } = park.experience;
  const units = withTracked(park, audience.department);
  const found = await answeredLike(ctx.db, likeness.rarest(issue.text), units);
  const here = found.filter((one) => one.id !== issue.id && reader.may(one, []));
  const likes = likeOnes(issue.text, here, likeness).slice(0, AMONG);
  const alike = new Set(likes.map(({ id }) => id));
  // A few words have too little in common with others to be like them, though they tell of the same.
  const plain = plainOf(issue.text);
  const same = here.filter((one) => !alike.has(one.id) && tellOfTheSame(plain, plainOf(one.text)));
  const whole = await readInOrder(ctx.db, [...alike, ...same.slice(0, AMONG - alike.size).map(({ id }) => id)]);
  const rank = (one: Issue) => (alike.has(one.id) ? ALIKE_FIRST : 0) + worth(one);
  return whole
    .toSorted((one, other) => rank(other) - rank(one))
    .map((one) => draftOf(one, reader))
    .filter(({ text }) => text !== "")
    .slice(0, MOST);
}

function draftOf(issue: Issue, reader: Reader): Draft {
  const { id, rating, publicAnswer } = issue;
  const view = reader.issue(issue);
  const how = rating === null ? shortState(view) : words.ratedBy(rating);
  const { text, isCut } = words.asDraft(impersonal(publicAnswer ?? "", issue, reader.park));
  return { id, how, title: view.title, text, check: words.toCheck(text, isCut) };
}

/** Which draft an answer was made from, of the one that was taken last; 0: none was taken, or it was written without it. */
export async function draftSent({ ctx, reader }: Speaking, taken: number, sent = ""): Promise<number> {
  const issue = taken === 0 ? null : await readIssue(ctx.db, taken);
  return issue !== null && isMadeFrom(draftOf(issue, reader).text, sent) ? taken : 0;
}

/** More than any worth: what is like it comes before what merely tells of the same. */
const ALIKE_FIRST = 10;

function worth({ rating, outcome }: Issue): number {
  if (rating !== null) return rating >= SATISFIED ? 3 : 0;
  return outcome === "solved" ? 2 : 1;
}

/** The same for a place that shows them: that they were shown is kept until the issue is answered. */
export async function shownDrafts(speaking: Speaking, dossier: Dossier): Promise<readonly Draft[]> {
  const drafts = await draftsFor(speaking, dossier);
  if (drafts.length > 0) await noteShown(speaking.ctx.db, dossier.issue.id);
  return drafts;
}

const LONGEST_SHOWN = 60;

/** The same reply with them below, each to be taken by one word; as it is, where there are none. */
export async function withDrafts(speaking: Speaking, dossier: Dossier, reply: Reply): Promise<Reply> {
  if (reply.card === null || reply.asks !== undefined) return reply;
  const drafts = await shownDrafts(speaking, dossier);
  if (drafts.length === 0) return reply;
  const { id } = dossier.issue;
  const more: readonly Block[] = [
    { kind: "text", text: words.draftsHead(commandWord("refer")) },
    { kind: "list", items: drafts.map((one, index) => lineOf(one, index + 1)) },
    { kind: "actions", steps: drafts.map((_, index) => ({ command: "refer", id, given: String(index + 1) })) },
  ];
  const asks: Question = {
    ask: "ways",
    ways: drafts.map((_, index) => ({ said: "refer", number: index + 1, doing: takingOf(id, index + 1) })),
  };
  return { ...reply, card: { blocks: [...reply.card.blocks, ...more] }, asks };
}

function lineOf({ text, ...draft }: Draft, place: number): string {
  const answer = shortened(text.replace(/\s+/gu, " ").trim(), LONGEST_SHOWN);
  return words.placedLine(place, words.draftLine(draft), answer);
}

function takingOf(number: number, place: number): Doing {
  return { command: "refer", word: commandWord("refer"), number, rest: String(place) };
}

/** 参考 12 1: that answer as a draft of the own one, which goes out after a yes. 参考 12: what there is to choose from. */
export async function takeDraft(conversation: Conversation, { id, rest }: Said): Promise<Reply> {
  const dossier = await findDossier(conversation, id);
  if (dossier === null) return notHere();
  const { ctx, actor, reader } = conversation;
  if (!possibleMoves(ctx, dossier, actor).includes("answer")) return sentence(words.draftsAreForHandlers(id), id);
  const title: Block = { kind: "title", text: issueTitle(reader.issue(dossier.issue)) };
  if (rest === "") {
    const listed = await withDrafts(conversation, dossier, { card: { blocks: [title] }, issueId: id });
    return listed.asks === undefined ? sentence(words.noDrafts(id), id) : listed;
  }
  const drafts = await draftsFor(conversation, dossier);
  if (drafts.length === 0) return sentence(words.noDrafts(id), id);
  const draft = drafts[placeIn(rest) - 1];
  if (draft === undefined)
    return sentence(words.noSuchDraft(id, { count: drafts.length, said: shortened(rest, LONGEST_ECHO) }), id);
  await noteTaken(ctx.db, id, draft.id);
  return { card: { blocks: [title, ...shownAs(draft, id)] }, issueId: id, ...askedOf(draft, id) };
}

/** What it is, what in it is to be looked at, and how it goes out. */
function shownAs({ text, check, ...draft }: Draft, id: number): readonly Block[] {
  const said: Block = { kind: "said", by: words.draftFrom(draft.id, check), text };
  if (words.isToBeMended(check)) return [said, { kind: "hint", text: words.writeAnew(id, check) }];
  return [said, { kind: "hint", text: words.sendOrSay(id) }, { kind: "choices", words: YES_OR_NO }];
}

/** What tells another's case is sent by no mere yes: it would promise his day, or tell what he was paid. What is written in its place is. */
function askedOf({ text, check }: Draft, id: number): { readonly asks: Question } {
  const doing: Doing = { command: "answer", word: commandWord("answer"), number: id, rest: text };
  if (words.isToBeMended(check)) return { asks: answerToBeWritten(doing) };
  return { asks: { ask: "offer", doings: [doing] } };
}

const LONGEST_ECHO = 12;

/** 1, 第1条; 0 where it is none. */
function placeIn(rest: string): number {
  return Number(/^\D{0,2}(\d)\D{0,2}$/u.exec(rest.normalize("NFKC"))?.[1] ?? 0);
}
