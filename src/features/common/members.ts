import { type Conversation, type Reply, sentence, withCard } from "../../chat/conversation.ts";
import { findDossier } from "../../chat/find.ts";
import { joined } from "../../chat/joined.ts";
import { leftForLater } from "../../chat/understand/zh-cn-common-members.ts";
import { withoutCompanies } from "../../chat/understand/zh-cn-common-offered.ts";
import { membersBehind } from "../../chat/understand/zh-cn-common-proposed.ts";
import { type Issue, isVoid } from "../../domain/issue/issue.ts";
import { changeCommon, openCommon } from "../../issues/common.ts";
import { type Block, paragraph } from "../../messages/card.ts";
import { countable, memberLine, reachOf } from "../../messages/common-view.ts";
import * as words from "../../messages/zh-cn/common.ts";
import { sayAgain } from "../../messages/zh-cn/common-called.ts";
import { isOver, ONE_COMPANY_YET, sayWhichToRemove } from "../../messages/zh-cn/common-steps.ts";
import { stateText } from "../../messages/zh-cn/terms.ts";
import { membershipsOf } from "../../store/common.ts";
import { decideProposal, type Proposal } from "../../store/common-proposals.ts";
import { membersCalled, offerCalled, offerToAdd, offerWithout, titleAmong } from "./called.ts";
import { doneCard } from "./cards.ts";
import { runDeed } from "./deeds.ts";
import { proposalAt, titleFor, withProposalsLeft } from "./proposals.ts";
import { nameOf, type SeenCommon, seenCommon, seenCommons } from "./seen.ts";
import { asking, choose, goingOn, isReply, type Told } from "./which.ts";
import {
  calledAt,
  isTitle,
  LONGEST_TITLE,
  leadBefore,
  markedIn,
  numbersAlone,
  placeAt,
  withNumbers,
} from "./zh-cn-said.ts";

/** Which issues belong to a common problem: a new one, 加入 and 移出. */

const MOST_AT_ONCE = 100;

/** 新建 停电频繁 12 15, or 新建 1: the first proposal. Who leads it does so at once; what else is said of it already is asked for again, and not dropped. */
export async function createCommon(conversation: Conversation, told: Told): Promise<Reply> {
  const { before, left } = leftForLater(told.rest);
  const reply = await create(conversation, { ...told, rest: before });
  if (left === "" || reply.card === null) return reply;
  const unit = leadBefore(left);
  const id = reply.asks?.ask === "ways" ? reply.asks.common : undefined;
  if (unit !== null && id !== undefined)
    return joined([withoutSteps(reply), await runDeed(conversation, "lead", { name: "lead", id, rest: unit })]);
  return { ...reply, card: { ...reply.card, blocks: [...reply.card.blocks, { kind: "text", text: sayAgain(left) }] } };
}

/** What can be done next is said once, behind what was done last. */
function withoutSteps(reply: Reply): Reply {
  const blocks = reply.card?.blocks.filter(({ kind }) => kind !== "actions") ?? [];
  return reply.card === null ? reply : { ...reply, card: { ...reply.card, blocks } };
}

async function create(conversation: Conversation, told: Told): Promise<Reply> {
  const proposed = await proposalSaid(conversation, told.rest);
  if (proposed !== null) return "card" in proposed ? proposed : take(conversation, proposed);
  const called = calledAt(told.rest);
  if (called !== null) return createCalled(conversation, called);
  const without = withoutCompanies(told.rest);
  if (without !== null) return offerWithout(conversation, withNumbers(without.before), without.called);
  const { title, numbers, unread } = withNumbers(told.rest);
  if (unread !== undefined) return sentence(words.numbersOnly(unread));
  if (!isTitle(title)) return askTitle(numbers);
  return open(conversation, title, numbers);
}

/** 停电的几家合成一个共性问题: the issues are looked for and shown; 把 12、15 立成一个: those, called by what they have in common. */
async function createCalled(
  conversation: Conversation,
  { words: called, behind }: { readonly words: string; readonly behind: string },
): Promise<Reply> {
  const { title, numbers } = withNumbers(behind);
  if (numbers.length === 0) return offerCalled(conversation, called, title);
  const [only, ...more] = numbers;
  // 5号和新来的那个跳闸: that one, and what is called by words.
  if (only !== undefined && more.length === 0 && called !== "") return offerCalled(conversation, called, title, only);
  const { fit } = await sorted(conversation, numbers, null);
  return open(conversation, title === "" ? await titleAmong(conversation, fit, called) : title, numbers);
}

/** 新建 1, 新建 1 停电频繁: a proposal, or a sentence that there is none of this number. Null: nothing of the kind is said. */
async function proposalSaid(conversation: Conversation, rest: string): Promise<Taken | Reply | null> {
  const { before, ...members } = membersBehind(rest);
  const at = placeAt(before);
  if (at === null) return null;
  const { place, behind: title } = at;
  // 新建 1 12 15: numbers alone are issues without a title.
  const named = withNumbers(` ${title}`);
  if (named.numbers.length > 0) return null;
  const proposal = await proposalAt(conversation.ctx.db, place);
  if (proposal === null) return title === "" ? sentence(words.noSuchProposal(place)) : null;
  return { proposal, title: named.title, ...members };
}

/** A proposal, and which of its issues are not to be in it, or which others are. */
interface Taken {
  readonly proposal: Proposal;
  readonly title: string;
  readonly except: readonly number[];
  readonly add: readonly number[];
}

/** Takes a proposal: a new common problem, or more issues of one that is there. */
async function take(conversation: Conversation, { proposal, title, except, add }: Taken): Promise<Reply> {
  const called = title === "" ? await titleFor(conversation, proposal) : title;
  const numbers = [...new Set([...proposal.issues, ...add])].filter((id) => !except.includes(id));
  const reply =
    proposal.commonId === null
      ? await open(conversation, called, numbers)
      : await addTo(conversation, proposal.commonId, numbers);
  await noteTaken(conversation, proposal);
  return withProposalsLeft(conversation, reply);
}

/** It is proposed no longer once something was made of it. */
async function noteTaken({ ctx, actor }: Conversation, { id, issues }: Proposal): Promise<void> {
  const isTaken = (await membershipsOf(ctx.db, issues)).length > 0;
  if (isTaken) await decideProposal(ctx.db, id, { state: "taken", by: actor.name, at: ctx.now });
}

/** The numbers are kept before the title that is said next. */
function askTitle(numbers: readonly number[]): Reply {
  const asked = numbers.length === 0 ? words.ASK_TITLE : words.askTitle(numbers);
  const card = { blocks: [paragraph(asked)] };
  return asking(card, { name: "create", id: null, rest: numbers.map((one) => `#${one}`).join(" ") }, "text");
}

async function open(conversation: Conversation, title: string, numbers: readonly number[]): Promise<Reply> {
  const { ctx, actor, source, reader } = conversation;
  if ([...title].length > LONGEST_TITLE) return sentence(words.titleTooLong(LONGEST_TITLE));
  if (numbers.length > MOST_AT_ONCE) return sentence(words.tooManyNumbers(MOST_AT_ONCE));
  const same = (await seenCommons(conversation, "open")).find(({ common }) => common.title === title);
  if (same !== undefined) return sentence(words.sameTitle(same.common.id, title));
  const { fit, problems } = await sorted(conversation, numbers, null);
  if (fit.length === 0 && problems.length > 0) return withCard({ blocks: [{ kind: "list", items: problems }] });
  if (areOfOne(fit)) return sentence(words.oneCompany(fit.map(({ id }) => id)));
  const members = fit.map(({ id }) => id);
  const { common } = await openCommon(ctx, title, { members, lead: null, by: { actor, source } });
  const seen = await again(conversation, common.id);
  const reach =
    members.length === 0
      ? words.EMPTY_YET
      : words.answeredText(words.reachText(reachOf(countable(seen.members))), members);
  const done = words.created(common.id, seen.text(title), reach);
  const more = [...fewOf(members.length === 0 ? [] : countable(seen.members)), ...listOf(problems)];
  return goingOn(doneCard(done, seen, { actor, reader, more }), seen, ["create", members.join(" ")]);
}

/** 加入 G3 12 15. */
export async function addIssues(conversation: Conversation, told: Told): Promise<Reply> {
  const isNamed = told.id !== null || told.words !== undefined;
  const rest = isNamed ? told.rest : (markedIn(told.rest)?.rest ?? told.rest);
  // 第2条: a figure alone is an issue.
  const at = /^\D/u.test(rest) ? placeAt(rest) : null;
  if (at?.behind === "") return addProposed(conversation, told, at.place);
  const called = calledAt(rest);
  if (called !== null) {
    const to = await choose(conversation, "add", told);
    return isReply(to) ? to : offerToAdd(conversation, called.words, to.seen);
  }
  const { numbers, unread } = numbersAlone(rest);
  if (unread !== "") return sentence(words.numbersOnly(unread));
  if (numbers.length === 0) return sentence(words.SAY_NUMBERS_TO_ADD);
  const chosen = await choose(conversation, "add", told);
  return isReply(chosen) ? chosen : addAll(conversation, chosen.seen, numbers);
}

/** 第二个也加到停电里: the issues of a proposal. */
async function addProposed(conversation: Conversation, told: Told, place: number): Promise<Reply> {
  const proposal = await proposalAt(conversation.ctx.db, place);
  if (proposal === null) return sentence(words.noSuchProposal(place));
  const isNamed = told.id !== null || told.words !== undefined;
  // 第一个加进去吧: to the one that it was proposed for.
  const to = isNamed ? told : { ...told, id: proposal.commonId };
  const chosen = await choose(conversation, "add", to);
  if (isReply(chosen)) return chosen;
  const reply = await addAll(conversation, chosen.seen, proposal.issues);
  await noteTaken(conversation, proposal);
  return reply;
}

async function addTo(conversation: Conversation, id: number, numbers: readonly number[]): Promise<Reply> {
  const seen = await seenCommon(conversation, id, true);
  if (seen === null) return sentence(words.noSuchCommon(id));
  if (seen.common.state !== "open") return sentence(isOver(seen.common.state, id, seen.text(seen.common.title)));
  return addAll(conversation, seen, numbers);
}

async function addAll(conversation: Conversation, seen: SeenCommon, numbers: readonly number[]): Promise<Reply> {
  const { ctx, actor, source, reader } = conversation;
  const { common, text } = seen;
  if (numbers.length > MOST_AT_ONCE) return sentence(words.tooManyNumbers(MOST_AT_ONCE));
  const { fit, problems } = await sorted(conversation, numbers, common.id);
  const all = [...countable(seen.members), ...fit];
  if (fit.length > 0 && areOfOne(all)) return sentence(words.oneCompany(all.map(({ id }) => id)));
  if (fit.length === 0) {
    const head = { kind: "text" as const, text: words.nothingAdded(common.id, text(common.title)) };
    return withCard({ blocks: [head, ...listOf(problems)] });
  }
  const ids = fit.map(({ id }) => id);
  await changeCommon(ctx, common, "add", { add: ids, by: { actor, source } });
  const after = await again(conversation, common.id);
  const done = words.added(common.id, text(common.title), {
    ids,
    reach: words.reachText(reachOf(countable(after.members))),
  });
  const more = [...fewOf(countable(after.members)), ...listOf(problems)];
  return goingOn(doneCard(done, after, { actor, reader, more }), after, ["add", ids.join(" ")]);
}

/** 移出 12: it belongs to one at most, so that this need not be named. */
export async function removeIssues(conversation: Conversation, told: Told): Promise<Reply> {
  const marked = told.id === null ? markedIn(told.rest) : { id: told.id, rest: told.rest };
  const called = calledAt(marked?.rest ?? told.rest);
  if (called !== null) return removeCalled(conversation, { ...told, id: marked?.id ?? null }, called.words);
  const { numbers, unread } = numbersAlone(marked?.rest ?? told.rest);
  if (unread !== "") return sentence(words.numbersOnly(unread));
  if (numbers.length === 0) return sentence(words.SAY_NUMBERS_TO_REMOVE);
  const memberships = await membershipsOf(conversation.ctx.db, numbers);
  const [first] = memberships;
  const id = marked?.id ?? first?.commonId ?? null;
  if (id === null) return withCard({ blocks: listOf(numbers.map((one) => words.WHY_NOT.none(one))) });
  const chosen = await choose(conversation, "remove", { ...told, id, words: undefined });
  return isReply(chosen) ? chosen : removeAll(conversation, chosen.seen, numbers);
}

/** 潇湘那家移出来: where one alone is called so; else the number is asked for, with those that there are. */
async function removeCalled(conversation: Conversation, told: Told, called: string): Promise<Reply> {
  const chosen = await choose(conversation, "remove", told);
  if (isReply(chosen)) return chosen;
  const { seen } = chosen;
  const [only, ...more] = membersCalled(conversation, called, seen);
  if (only !== undefined && more.length === 0) return removeAll(conversation, seen, [only.id]);
  const items = countable(seen.members).map((issue) => memberLine(issue, conversation.reader));
  return goingOn({ blocks: [paragraph(sayWhichToRemove(nameOf(seen), seen.common.id)), ...listOf(items)] }, seen);
}

async function removeAll(conversation: Conversation, seen: SeenCommon, numbers: readonly number[]): Promise<Reply> {
  const { ctx, actor, source, reader } = conversation;
  const { id } = seen.common;
  const own = new Set(seen.members.map((one) => one.id));
  const ids = numbers.filter((one) => own.has(one));
  const problems = numbers.filter((one) => !own.has(one)).map((one) => words.WHY_NOT.outside(one, id));
  if (ids.length === 0) return withCard({ blocks: listOf(problems) });
  await changeCommon(ctx, seen.common, "remove", { remove: ids, by: { actor, source } });
  const after = await again(conversation, id);
  const done = words.removed(id, seen.text(seen.common.title), ids);
  return goingOn(doneCard(done, after, { actor, reader, more: listOf(problems) }), after, ["remove", ids.join(" ")]);
}

/** Those that can be added, and why the others cannot. `to`: the common problem that they are to belong to; null: a new one. */
async function sorted(
  conversation: Conversation,
  numbers: readonly number[],
  to: number | null,
): Promise<{ readonly fit: readonly Issue[]; readonly problems: readonly string[] }> {
  const fit: Issue[] = [];
  const problems: string[] = [];
  const memberships = await membershipsOf(conversation.ctx.db, numbers);
  for (const id of [...numbers].sort((one, other) => one - other)) {
    const dossier = await findDossier(conversation, id);
    const common = memberships.find(({ issueId }) => issueId === id)?.commonId;
    if (dossier === null) problems.push(words.WHY_NOT.unknown(id));
    else if (isVoid(dossier.issue.state)) problems.push(words.WHY_NOT.void(id, stateText(dossier.issue)));
    else if (common !== undefined && common === to) problems.push(words.WHY_NOT.here(id, common));
    else if (common !== undefined) problems.push(words.WHY_NOT.elsewhere(id, common));
    else fit.push(dossier.issue);
  }
  return { fit, problems };
}

/** Several issues of one company, of which no other has said 同感. Whose a confidential one is, is nobody's business. */
function areOfOne(issues: readonly Issue[]): boolean {
  if (issues.length < 2 || issues.some(({ confidential }) => confidential)) return false;
  return reachOf(issues).companies === 1;
}

/** One company's alone is none yet: that is said. */
function fewOf(issues: readonly Issue[]): readonly Block[] {
  const { companies, confidential } = reachOf(issues);
  return companies === 1 && confidential === 0 ? [{ kind: "text", text: ONE_COMPANY_YET }] : [];
}

async function again(conversation: Conversation, id: number): Promise<SeenCommon> {
  const seen = await seenCommon(conversation, id);
  if (seen === null) throw new Error("a common problem that was changed is not seen");
  return seen;
}

function listOf(items: readonly string[]): readonly Block[] {
  return items.length === 0 ? [] : [{ kind: "list", items }];
}
