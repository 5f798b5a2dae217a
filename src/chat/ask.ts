import { type Issue, isOfficial, isStaff } from "../domain/issue/issue.ts";
import { losesUrgency } from "../domain/issue/moves-leaving.ts";
import { plainOf } from "../domain/plain.ts";
import { foresee } from "../issues/submit.ts";
import type { Block, Card, Field } from "../messages/card.ts";
import { issueLine, issueTitle, titleWithCompany } from "../messages/issue-card.ts";
import { LEFT_ALONE } from "../messages/zh-cn/buttons.ts";
import { offerOf } from "../messages/zh-cn/common-called.ts";
import * as words from "../messages/zh-cn/conversation.ts";
import { markWords } from "../messages/zh-cn/issues.ts";
import { type LikeShown, LOSES_URGENCY, likeOffered, wayWord } from "../messages/zh-cn/like.ts";
import { readInOrder, readIssue } from "../store/issues.ts";
import { type Conversation, type Reply, sentence } from "./conversation.ts";
import { visible } from "./find.ts";
import { GOES_OUT } from "./understand/content.ts";
import type { Doing, Firm, Missing, Question } from "./understand/outcome.ts";
import { partsTold } from "./understand/parts-told.ts";
import { companiesMeant } from "./understand/units.ts";
import { leftByNo } from "./understand/ways.ts";
import { isInstruction, issueForCompany } from "./understand/zh-cn-phrases.ts";
import { FILES_FOR } from "./understand/zh-cn-talk.ts";
import { wishesIn } from "./wishes.ts";

/** The bot's questions as cards: what it understood, and what can be said in return. */

/** What would be done after one word; several together. `like`: what is there already, which can be taken up instead. */
export async function offerCard(
  conversation: Conversation,
  doings: readonly Doing[],
  like: LikeShown | null,
): Promise<Card> {
  const [first, ...more] = doings;
  const isRaising = first !== undefined && raises(first);
  const blocks: Block[] = [];
  if (isRaising && more.length > 0) blocks.push({ kind: "title", text: words.SUBMIT_THESE });
  for (const doing of doings) blocks.push(...(await offered(conversation, doing, more.length > 0)));
  const ways = like === null ? [] : [wayWord(like)];
  if (like !== null) blocks.push({ kind: "text", text: likeOffered(like) });
  // 我们二号车间又跳闸了, of what was closed: it may be another matter.
  const mayBeNew =
    first?.soon === true ||
    first?.matter !== undefined ||
    (first?.command === "reopen" && first.rest !== "" && !isStaff(conversation.actor));
  const isSoon = mayBeNew && more.length === 0;
  const choices = isSoon ? words.YES_NO_OR_NEW : words.YES_OR_NO;
  return { blocks: [...blocks, { kind: "choices", words: [...choices, ...ways] }] };
}

function raises({ command }: Doing): boolean {
  return command === "submit" || command === "for";
}

async function offered(conversation: Conversation, doing: Doing, isOneOfSeveral: boolean): Promise<readonly Block[]> {
  if (raises(doing)) return raisedBlocks(conversation, doing, isOneOfSeveral);
  const { reader } = conversation;
  const issue = await seen(conversation, doing.number);
  const suggested = suggestedBy(doing, issue);
  const code = doing.unit ?? suggested;
  const unit = code === undefined ? [] : [{ label: words.OFFER_LABELS.unit, value: reader.department(code) }];
  const fields: Field[] = [...unit, ...readersOf(conversation, doing, issue)];
  const otherwise =
    words.OTHERWISE[doing.command] ??
    (issue?.state === "answered" ? words.OTHERWISE_ANSWERED[doing.command] : undefined);
  const other = await otherOf(conversation, doing);
  const slower = slowerBy(issue, other);
  const together = togetherTitle(conversation, doing, other);
  if (together !== null) return [{ kind: "title", text: together }, ...slower];
  const ofCommon = doing.command === "common" ? offerOf(doing.rest) : null;
  const told = other === undefined ? (ofCommon?.text ?? doing.rest) : titleOf(conversation, other.id, other);
  const text = suggested === undefined ? told : "";
  return [
    { kind: "title", text: ofCommon?.title ?? asksFor(doing, titleOf(conversation, doing.number, issue)) },
    ...(text === "" ? [] : [{ kind: "said" as const, text: textOf(conversation, text, issue) }]),
    ...(fields.length === 0 ? [] : [{ kind: "fields" as const, fields }]),
    ...slower,
    ...allGoing(conversation, doing, issue),
    ...(otherwise === undefined ? [] : [{ kind: "hint" as const, text: otherwise }]),
  ];
}

/** What tells of several matters is taken back with all of them. */
function allGoing({ ctx, actor }: Conversation, { command }: Doing, issue: Issue | undefined): readonly Block[] {
  if (command !== "withdraw" || issue === undefined || isStaff(actor)) return [];
  const parts = partsTold(issue.text, ctx.park.directory);
  return parts.length < 2 ? [] : [{ kind: "text", text: words.allGoing(issue.id, parts.length) }];
}

/** The one that is kept goes by its own urgency: where the other is urgent, that is said before it is gone. */
function slowerBy(from: Issue | undefined, into: Issue | undefined): readonly Block[] {
  if (from === undefined || into === undefined || !losesUrgency(from, into)) return [];
  return [{ kind: "text", text: LOSES_URGENCY.asked(from.id, into.id) }];
}

function asksFor(doing: Doing, title: string): string {
  const isSoon = doing.soon === true && doing.number !== null;
  return isSoon ? words.additionTitle(title) : words.offerTitle(calledBy(doing), title);
}

/** 派单 6 1: the unit that is suggested in that place. */
function suggestedBy({ command, rest }: Doing, issue: Issue | undefined): string | undefined {
  return command === "dispatch" && /^\d$/u.test(rest) ? issue?.suggestions[Number(rest) - 1] : undefined;
}

/** 合并 16 7: the other one, so that it is seen which two are meant. */
async function otherOf(conversation: Conversation, { command, rest }: Doing): Promise<Issue | undefined> {
  return command === "merge" && /^\d{1,6}$/u.test(rest) ? seen(conversation, Number(rest)) : undefined;
}

/** A company's own goes into another one, or it joins another company's: what becomes of both. Null: nothing of the kind. */
function togetherTitle(conversation: Conversation, { number, sure }: Doing, other: Issue | undefined): string | null {
  const { actor } = conversation;
  if (other === undefined || number === null || sure !== true || isStaff(actor)) return null;
  return words.putTogether(number, titleOf(conversation, other.id, other), other.enterprise === actor.enterprise);
}

/** Who will read what is added, before it goes there. */
function readersOf({ reader }: Conversation, { command }: Doing, issue: Issue | undefined): readonly Field[] {
  if (command !== "supplement" || issue === undefined) return [];
  const value = issue.department === null ? words.COORDINATOR : reader.department(issue.department);
  return [{ label: words.OFFER_LABELS.readers, value }];
}

/** The issue, where it may be spoken of here. */
async function seen(conversation: Conversation, number: number | null): Promise<Issue | undefined> {
  const issue = number === null ? null : await readIssue(conversation.ctx.db, number);
  const [shown] = issue === null ? [] : await visible(conversation, [issue]);
  return shown;
}

/** What would be said of it, as it may be read here. */
function textOf({ reader, actor }: Conversation, text: string, issue: Issue | undefined): string {
  return reader.text(text, issue ?? { confidential: false, enterprise: actor.enterprise ?? "", reporter: actor });
}

function titleOf({ reader, actor }: Conversation, number: number | null, issue: Issue | undefined): string {
  if (number === null) return "";
  if (issue === undefined) return `#${number}`;
  // The office and leaders see at once whose issue was taken.
  const namesCompany = isStaff(actor) && !isOfficial(actor);
  return (namesCompany ? titleWithCompany : issueTitle)(reader.issue(issue));
}

/** A new issue as it would be filed: the text as it was written, its unit and its due date. */
function raisedBlocks(conversation: Conversation, doing: Doing, isOneOfSeveral: boolean): readonly Block[] {
  const { ctx, reader, chat } = conversation;
  const said = doing.command === "for" ? issueForCompany(doing.rest) : null;
  const wishes = wishesIn(said?.issue ?? doing.rest, ctx.park.directory);
  const marked = markWords(wishes);
  // What others would read of it stays unsaid.
  if (wishes.confidential && chat !== null) return [{ kind: "title", text: words.SUBMIT_IN_CONFIDENCE }];
  const place = foresee(ctx, wishes);
  const { company, department, due, marks } = words.OFFER_LABELS;
  const fields: Field[] = [
    ...(said === null ? [] : [{ label: company, value: said.company }]),
    ...(marked.length === 0 ? [] : [{ label: marks, value: marked.join("、") }]),
    {
      label: department,
      value: place === null ? words.COORDINATOR_WILL_DISPATCH : reader.department(place.department),
    },
    ...(place === null ? [] : [{ label: due, value: reader.dateTime(place.due) }]),
  ];
  const title: Block[] = isOneOfSeveral ? [] : [{ kind: "title", text: words.SUBMIT_THIS }];
  return [
    ...title,
    { kind: "said", text: textOf(conversation, wishes.text, undefined) },
    { kind: "fields", fields },
    ...(isForAnother(conversation, doing) ? [{ kind: "hint" as const, text: words.FILED_AS_OWN }] : []),
  ];
}

/** 帮隔壁湘晶的陈立新提一个, said by another company: it would be filed as that one's own. */
function isForAnother({ ctx, actor }: Conversation, { command, rest }: Doing): boolean {
  const plain = plainOf(rest);
  if (command !== "submit" || !FILES_FOR.test(plain)) return false;
  return companiesMeant(plain, ctx.park).some(({ found }) => found.code !== actor.enterprise);
}

/** So many are listed. */
const LISTED = 8;

/** Which of these is meant. */
export async function whichCard(conversation: Conversation, doing: Doing, among: readonly number[]): Promise<Card> {
  const { reader, ctx } = conversation;
  const issues = await visible(conversation, await readInOrder(ctx.db, among));
  const shown = issues.slice(0, LISTED);
  const left = issues.length - shown.length;
  return {
    blocks: [
      { kind: "title", text: words.whichTitle(calledBy(doing)) },
      // What a company would read is seen before it is said for whom it is.
      ...(GOES_OUT.has(doing.command) && doing.rest !== "" ? [{ kind: "said" as const, text: doing.rest }] : []),
      { kind: "list", items: shown.map((issue) => issueLine(reader.issue(issue))) },
      ...(left === 0 ? [] : [{ kind: "hint" as const, text: words.moreNotListed(left) }]),
      { kind: "choices", words: shown.map(({ id }) => String(id)) },
    ],
  };
}

/** What is missing, with the suggestions that there are. */
export async function needCard(
  conversation: Conversation,
  doing: Doing,
  what: Missing,
): Promise<{ readonly card: Card; readonly options: readonly string[] }> {
  const { command, number } = doing;
  const text = words.NEEDS[what](calledBy(doing), number, isStaff(conversation.actor) ? "todo" : "mine");
  const issue = what === "unit" && command === "dispatch" ? await seen(conversation, number) : undefined;
  const options = (issue?.suggestions ?? []).map((code) => conversation.reader.department(code));
  const card: Card = {
    blocks: [
      { kind: "text", text },
      ...(options.length === 0
        ? []
        : [
            { kind: "list" as const, items: options.map((name, index) => words.optionLine(index + 1, name)) },
            { kind: "choices" as const, words: options.map((_, index) => String(index + 1)) },
          ]),
    ],
  };
  return { card, options };
}

/** A second question takes the place of the first, and says so. */
export function withReplaced(reply: Reply, before: Question): Reply {
  const doing = firstOf(before);
  if (reply.card === null || doing === undefined || goesOn(reply.asks, before)) return reply;
  const hint: Block = { kind: "hint", text: words.replaces(calledIn(before)) };
  return { ...reply, card: { blocks: [...reply.card.blocks, hint] } };
}

/** The same is asked once more, with the text that was shown. */
function goesOn(asks: Question | undefined, before: Question): boolean {
  const [now, then] = [asks === undefined ? undefined : firstOf(asks), firstOf(before)];
  if (now === undefined || then === undefined || asks?.ask !== before.ask || now.command !== then.command) return false;
  return now.number === then.number && now.rest.includes(then.rest);
}

/** To what is not understood: what is still waited for. */
export function askedStill(question: Firm): Reply {
  return sentence(words.stillAsked(calledIn(question), question.ask));
}

/** To what comes later, and to thanks: nothing is done yet. */
export function notDoneYet(question: Firm): Reply {
  return sentence(words.notDoneYet(calledIn(question), question.ask));
}

/** To a no: what is not done, so that nobody waits for it. `isMore`: more was said than that, and nothing made of it. */
export function droppedThen(question: Question, isMore: boolean): Reply {
  if (!isMore) return sentence(LEFT_ALONE);
  const isText = leftByNo(question) !== null;
  return sentence(words.dropped(calledIn(question), isText));
}

/** A command by its name, but for a 批示, which is another kind of order than a 督办. */
function calledBy({ command, word }: Doing): string {
  return isInstruction(word) ? word : command;
}

/** With the numbers of the issues, so that nobody takes it for another one that he has just named. */
function calledIn(question: Question): string {
  const doing = firstOf(question);
  if (doing === undefined) return "";
  const doings = question.ask === "offer" ? question.doings : [doing];
  return words.calledBefore(
    calledBy(doing),
    doings.flatMap(({ command, number }) => (command === doing.command ? (number ?? []) : [])),
  );
}

function firstOf(question: Question): Doing | undefined {
  if (question.ask === "ways") return undefined;
  return question.ask === "offer" ? question.doings[0] : question.doing;
}
