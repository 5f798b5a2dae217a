import { type Conversation, type Reply, sentence, withCard } from "../../chat/conversation.ts";
import { visible } from "../../chat/find.ts";
import { SURE_SCORE } from "../../chat/understand/sight.ts";
import { companiesIn } from "../../chat/understand/units.ts";
import { matterOf, saysLoosely, saysTheSame, speaksOf } from "../../chat/understand/zh-cn-titles.ts";
import { likeThese } from "../../domain/common/matters.ts";
import { type Issue, isOpen } from "../../domain/issue/issue.ts";
import { MISCONDUCT } from "../../domain/issue/zh-cn-accused.ts";
import { plainOf } from "../../domain/plain.ts";
import { withNumerals } from "../../domain/zh-cn-numerals.ts";
import { raisedOf } from "../../issues/common-found.ts";
import { evidenceOf, memberLine, reachOf } from "../../messages/common-view.ts";
import * as words from "../../messages/zh-cn/common.ts";
import {
  addByNumber,
  addThese,
  makeThese,
  nearThese,
  noIssuesCalled,
  ONLY_BY_NUMBER,
  OTHERS_BY_NUMBER,
} from "../../messages/zh-cn/common-called.ts";
import { YES_OR_NO } from "../../messages/zh-cn/conversation.ts";
import { membershipsOf, recentIssues } from "../../store/common.ts";
import { readIssues } from "../../store/issues.ts";
import { nameOf, type SeenCommon } from "./seen.ts";
import { SUB_WORDS } from "./zh-cn-said.ts";

/** Issues that are called by words, for a new common problem: 停电的几家合成一个共性问题. */

/** Among so many of the newest they are looked for, and so many are shown. */
const MOST_LOOKED_AT = 400;
const MOST_SHOWN = 20;
const MOST_NEAR = 8;

/** Shows those that say these words, to be put together with a yes. `title`: as it was said; empty: their words in common. */
export async function offerCalled(
  conversation: Conversation,
  called: string,
  title: string,
  withIt?: number,
): Promise<Reply> {
  const { reader } = conversation;
  const { fit, isLeft, near, free } = await issuesCalled(conversation, called);
  const named = free.filter(({ id }) => id === withIt && !fit.some((one) => one.id === id));
  const found = [...named, ...fit].slice(0, MOST_SHOWN).toSorted((one, other) => one.id - other.id);
  const others = near.filter(({ id }) => id !== withIt).slice(0, MOST_NEAR);
  const hint = isLeft ? `${OTHERS_BY_NUMBER}${ONLY_BY_NUMBER}` : OTHERS_BY_NUMBER;
  if (found.length < 2) return sentence(noIssuesCalled(called, found.length));
  const name = title === "" ? await titleAmong(conversation, found, called) : title;
  const rest = [SUB_WORDS.create[0], `「${name}」`, ...found.map(({ id }) => `#${id}`)].join(" ");
  return offered(found, { title: makeThese(name, words.reachText(reachOf(found))), hint, rest, others }, reader);
}

/** 水压那个也算进来吧: shows those that say these words, to be added to one with a yes. */
export async function offerToAdd(conversation: Conversation, called: string, to: SeenCommon): Promise<Reply> {
  const { fit, isLeft } = (await issuesOf(conversation, called)) ?? (await issuesCalled(conversation, called));
  const found = fit.slice(0, MOST_SHOWN);
  if (found.length === 0) return sentence(noIssuesCalled(called, 0));
  const ids = found.map(({ id }) => `#${id}`);
  const rest = [SUB_WORDS.add[0], words.numberOfCommon(to.common.id), ...ids].join(" ");
  const hint = isLeft ? `${addByNumber(to.common.id)}${ONLY_BY_NUMBER}` : addByNumber(to.common.id);
  return offered(found, { title: addThese(nameOf(to)), hint, rest }, conversation.reader);
}

/** 湘晶那个先不要放: the others, shown anew. */
export async function offerWithout(
  conversation: Conversation,
  { title, numbers }: { readonly title: string; readonly numbers: readonly number[] },
  called: string,
): Promise<Reply> {
  const { ctx, reader } = conversation;
  const all = await visible(conversation, await readIssues(ctx.db, numbers));
  const theirs = membersCalled(conversation, called, { members: all });
  const found = all.filter((issue) => !theirs.includes(issue)).toSorted((one, other) => one.id - other.id);
  if (found.length === 0) return sentence(noIssuesCalled(title, 0));
  const rest = [SUB_WORDS.create[0], `「${title}」`, ...found.map(({ id }) => `#${id}`)].join(" ");
  const head = makeThese(title, words.reachText(reachOf(found)));
  return offered(found, { title: head, hint: OTHERS_BY_NUMBER, rest }, reader);
}

/** 潇湘那家: the issues of one that are its company's, or else those that say these words. */
export function membersCalled(
  { ctx }: Conversation,
  called: string,
  { members }: Pick<SeenCommon, "members">,
): readonly Issue[] {
  const plain = plainOf(called);
  const companies = companiesIn(plain, ctx.park).map(({ found }) => found.code);
  const theirs = members.filter(({ enterprise }) => companies.includes(enterprise));
  if (companies.length > 0) return theirs;
  const score = speaksOf(withNumerals(plain));
  return members.filter((issue) => score(matterOf(withNumerals(plainOf(issue.text)))) >= SURE_SCORE);
}

interface Offered {
  readonly title: string;
  readonly hint: string;
  readonly rest: string;
  /** What speaks of some of the words alone. */
  readonly others?: readonly Issue[];
}

function offered(
  found: readonly Issue[],
  { title, hint, rest, others = [] }: Offered,
  reader: Conversation["reader"],
): Reply {
  return {
    ...withCard({
      blocks: [
        { kind: "title", text: title },
        { kind: "list", items: found.map((issue) => memberLine(issue, reader)) },
        ...(others.length === 0
          ? []
          : [
              { kind: "text" as const, text: nearThese(others[0]?.id ?? 0) },
              { kind: "list" as const, items: others.map((issue) => memberLine(issue, reader)) },
            ]),
        { kind: "hint", text: hint },
        { kind: "choices", words: YES_OR_NO },
      ],
    }),
    asks: { ask: "offer", doings: [{ command: "common", word: words.COMMAND, number: null, rest }] },
  };
}

/** What these have in common, as a title: the words by which they were called, where most say them. */
export async function titleAmong(conversation: Conversation, issues: readonly Issue[], called = ""): Promise<string> {
  const shown = await visible(conversation, issues);
  const says = shown.filter(({ text, confidential }) => !confidential && plainOf(text).includes(plainOf(called)));
  if (called !== "" && says.length * 2 > shown.length) return called;
  return evidenceOf({ place: 0, common: null }, shown, { reader: conversation.reader, joins: null }).title;
}

/** `isLeft`: there are more, which are put with others by their number alone. */
interface Called {
  readonly fit: readonly Issue[];
  readonly isLeft: boolean;
  /** What speaks of some of the words alone: shown beside them, and put with them by number. */
  readonly near: readonly Issue[];
  /** All that may be put there. */
  readonly free: readonly Issue[];
}

/** 凌云那件: the open ones of that company that belong to none, by their words where some are said. Null: no company is named. */
async function issuesOf(conversation: Conversation, called: string): Promise<Pick<Called, "fit" | "isLeft"> | null> {
  const plain = plainOf(called);
  if (companiesIn(plain, conversation.ctx.park).length === 0) return null;
  const theirs = membersCalled(conversation, called, { members: await freeIssues(conversation) });
  const score = speaksOf(plain);
  const told = theirs.filter((issue) => score(matterOf(plainOf(conversation.reader.title(issue)))) >= SURE_SCORE);
  const these = told.length > 0 ? told : theirs;
  return { fit: these.filter((issue) => !isByNumberOnly(issue)), isLeft: these.some(isByNumberOnly) };
}

/** Those of the newest that are open and belong to none. */
async function freeIssues(conversation: Conversation): Promise<readonly Issue[]> {
  const { ctx } = conversation;
  const ids = await recentIssues(ctx.db, ctx.now, MOST_LOOKED_AT);
  const taken = new Set((await membershipsOf(ctx.db, ids)).map(({ issueId }) => issueId));
  const free = ids.filter((id) => !taken.has(id));
  return (await visible(conversation, await readIssues(ctx.db, free)))
    .filter(isOpen)
    .toSorted((one, other) => one.id - other.id);
}

/** Those that are open, belong to no common problem and say these words, or are like those that do, in the order of their numbers. */
async function issuesCalled(conversation: Conversation, called: string): Promise<Called> {
  const { ctx, reader } = conversation;
  const issues = await freeIssues(conversation);
  const plain = plainOf(called);
  const text = (issue: Issue) => plainOf(reader.text(issue.text, issue));
  const exact = issues.filter((issue) => saysTheSame(text(issue), plain));
  const loosely = saysLoosely(plain);
  const saying = exact.length > 0 ? exact : issues.filter((issue) => loosely(text(issue)));
  const open = issues.filter((issue) => !isByNumberOnly(issue));
  const isLeft = saying.some(isByNumberOnly);
  const these = saying.filter((issue) => !isByNumberOnly(issue));
  const score = speaksOf(plain);
  const speaks = open.filter((issue) => score(matterOf(plainOf(reader.title(issue)))) >= SURE_SCORE);
  if (these.length === 0) return { fit: speaks, isLeft, near: [], free: open };
  const others = open.filter((issue) => !these.includes(issue));
  const raised = (all: readonly Issue[]) => all.map((issue) => raisedOf(issue, null, ctx.park));
  const like = new Set(likeThese(raised(these), raised(others)).map(({ id }) => id));
  const fit = open.filter((issue) => these.includes(issue) || like.has(issue.id));
  return { fit, isLeft, near: speaks.filter((issue) => !fit.includes(issue)), free: open };
}

/** What was confided, or speaks against somebody, is put with no other because of a word. */
function isByNumberOnly({ confidential, text }: Issue): boolean {
  return confidential || MISCONDUCT.test(plainOf(text));
}
