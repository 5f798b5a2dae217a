import { command } from "../../chat/command.ts";
import { type Conversation, type Reply, type Said, sentence, withCard } from "../../chat/conversation.ts";
import { freeCommon } from "../../chat/understand/common-meant.ts";
import { pageIn } from "../../chat/understand/zh-cn-phrases.ts";
import { commonPartiesOf, type Deed, deedOf } from "../../domain/common/common.ts";
import { isCoordinator, isStaff } from "../../domain/issue/issue.ts";
import { say } from "../../messages/card.ts";
import * as words from "../../messages/zh-cn/common.ts";
import { noneCalled, notUnderstood } from "../../messages/zh-cn/common-called.ts";
import type { Feature } from "../feature.ts";
import { answerAll } from "./answer.ts";
import { commonCard, firstSteps, listBlocks } from "./cards.ts";
import { commonClock } from "./clock.ts";
import { runDeed } from "./deeds.ts";
import { addIssues, createCommon, removeIssues } from "./members.ts";
import { offerMerged } from "./merged.ts";
import { commonNotice } from "./notice.ts";
import {
  dismissProposal,
  evidenceHere,
  proposalBlocks,
  proposalSteps,
  proposalWays,
  showProposals,
} from "./proposals.ts";
import { seenCommon, seenCommons } from "./seen.ts";
import { notTakenBack } from "./unsent.ts";
import { commonsCalled, goingOn, noneHere, type Told } from "./which.ts";
import { asksHow, calledAt, leadBefore, numberAt, SUB_WORDS, type SubName, subWordIn } from "./zh-cn-said.ts";

/** What stands behind 共性. */
const SUBS: Readonly<Record<SubName, (conversation: Conversation, told: Told) => Promise<Reply>>> = {
  create: createCommon,
  add: addIssues,
  remove: removeIssues,
  lead: (conversation, told) => runDeed(conversation, "lead", told),
  measure: (conversation, told) => runDeed(conversation, "measure", told),
  due: (conversation, told) => runDeed(conversation, "due", told),
  progress: (conversation, told) => runDeed(conversation, "progress", told),
  answer: (conversation, told) => answerAll(conversation, told, "answer"),
  tell: (conversation, told) => answerAll(conversation, told, "tell"),
  urge: (conversation, told) => runDeed(conversation, "urge", told),
  finish: (conversation, told) => runDeed(conversation, "finish", told),
  resume: (conversation, told) => runDeed(conversation, "resume", told),
  rename: (conversation, told) => runDeed(conversation, "rename", told),
  void: (conversation, told) => runDeed(conversation, "void", told),
  unsent: notTakenBack,
  merge: offerMerged,
  dismiss: dismissProposal,
  find: showProposals,
};

/** 共性问题: what several companies have, solved once. */
export const common: Feature = {
  commands: [
    command("common", {
      number: "no",
      who: ["official", "coordinator", "leader"],
      run: (conversation, said) => answerTo(conversation, said),
    }),
  ],
  notices: [commonNotice],
  clock: [commonClock],
};

async function answerTo(conversation: Conversation, said: Said): Promise<Reply> {
  const { actor, reader } = conversation;
  if (!isStaff(actor)) return sentence(words.FOR_STAFF);
  if (reader.audience.kind === "enterprise") return sentence(words.NOT_AMONG_COMPANIES);
  const told = toldIn(said) ?? toldFreely(conversation, said);
  if (told === null) return showOne(conversation, said);
  const refused = refusalFor(conversation, told.name);
  return refused === null ? SUBS[told.name](conversation, told) : sentence(refused);
}

/** 措施 G3 …, G3 措施 …, G3 由供电公司牵头. Null: no sub-word is said. */
function toldIn({ rest, number, sure, shown }: Said): Told | null {
  // Which one was asked for, and said.
  const asked = number === null ? null : { id: number, behind: rest };
  const at = asked ?? numberAt(rest, "any");
  const first = subWordIn(rest);
  const sub = first ?? (at === null ? null : subWordIn(at.behind));
  const id = first === null ? (at?.id ?? null) : (asked?.id ?? null);
  if (sub !== null && id === null && sub.name !== "create") {
    const called = calledAt(sub.behind);
    if (called !== null) return { name: sub.name, ...whichIn(called.words), rest: called.behind, sure, shown };
  }
  if (sub !== null) return { name: sub.name, id, rest: sub.behind, sure, shown };
  const unit = leadBefore(at?.behind ?? rest);
  return unit === null ? null : { name: "lead", id: at?.id ?? null, rest: unit, sure, shown };
}

/** ⟪停电⟫, and ⟪G3⟫ of one whose number is known: both are said freely. */
function whichIn(called: string): Pick<Told, "id" | "words" | "isFree"> {
  const at = numberAt(called, "marked");
  return at?.behind === "" ? { id: at.id, isFree: true } : { id: null, words: called, isFree: true };
}

/** 共性 路坑那个 进展：已进场, G2 这个时限延到12月8日, as free words are read. Null: nothing is done by it. */
function toldFreely(conversation: Conversation, said: Said): Told | null {
  const read = readFreely(conversation, said);
  return read === null ? null : toldIn({ ...said, word: words.COMMAND, id: 0, number: null, rest: read });
}

function readFreely({ situation }: Conversation, { rest, number }: Pick<Said, "rest" | "number">): string | null {
  if (number !== null || rest === "" || calledAt(rest) !== null) return null;
  const at = numberAt(pageIn(rest).rest, "any");
  if (at?.behind === "") return null;
  const text = at === null ? `${words.COMMAND} ${rest}` : `${words.numberOfCommon(at.id)} ${at.behind}`;
  return freeCommon(text, situation)?.slice(words.COMMAND.length).trim() ?? null;
}

/** What stands against it whichever common problem is meant: to who may never do it nothing is said of any. */
function refusalFor({ actor, ctx }: Pick<Conversation, "actor" | "ctx">, name: SubName): string | null {
  const { who } = deedOf(isDeed(name) ? name : DONE_BY[name]);
  const mayEver = commonPartiesOf(actor, { lead: actor.department ?? null }, ctx.park);
  return who.some((party) => mayEver.includes(party)) ? null : words.notYours(SUB_WORDS[name][0], who);
}

function isDeed(name: SubName): name is SubName & Deed {
  return !(name in DONE_BY);
}

/** What is none of the deeds, and who may do this may do that. */
const DONE_BY: Readonly<Record<Exclude<SubName, Deed>, Deed>> = {
  tell: "progress",
  unsent: "answer",
  merge: "void",
  dismiss: "create",
  find: "create",
};

/** What this person may say behind 共性 here at all. */
export function commonSubs({ actor, ctx, reader }: Conversation): ReadonlySet<SubName> {
  if (!isStaff(actor) || reader.audience.kind === "enterprise") return new Set();
  const names = Object.keys(SUBS) as SubName[];
  return new Set(names.filter((name) => refusalFor({ actor, ctx }, name) === null));
}

/** 共性: all that may be seen here; 共性 3: one. */
async function showOne(conversation: Conversation, { rest, number }: Said): Promise<Reply> {
  const { actor, reader } = conversation;
  const { rest: text, page } = pageIn(rest);
  const at = number === null ? numberAt(text, "any") : { id: number, behind: text };
  if (text === "" && at === null) return list(conversation, page);
  const called = at === null ? calledIn(conversation, text) : null;
  if (called !== null) return showCalled(conversation, called, page);
  if (at === null) return sentence(notUnderstood(rest, commonSubs(conversation)));
  const seen = await seenCommon(conversation, at.id);
  if (seen === null) return sentence(await noneHere(conversation, at.id));
  return asksOf(conversation, { ...at, rest })
    ? goingOn(commonCard(seen, actor, reader, page), seen)
    : goingOn(say(notUnderstood(rest, commonSubs(conversation))), seen);
}

/** Nothing but its number, or a question: how it stands, who has not confirmed. */
function asksOf(
  conversation: Conversation,
  { id, behind, rest }: { readonly id: number; readonly behind: string; readonly rest: string },
): boolean {
  if (behind === "" || asksHow(behind)) return true;
  return readFreely(conversation, { rest, number: null }) === words.numberOfCommon(id);
}

/** The words by which one is called, and what else is said; nothing but 怎么样了 is a question about all. */
function calledIn({ situation }: Conversation, text: string): ReturnType<typeof calledAt> {
  const own = calledAt(text);
  if (own !== null) return own;
  const read = freeCommon(`${words.COMMAND} ${text}`, situation)?.slice(words.COMMAND.length).trim();
  return read === undefined ? null : (calledAt(read) ?? (read === "" ? { words: "", behind: "" } : null));
}

/** 路坑那个共性问题: the one that is called so; several are listed. */
async function showCalled(
  conversation: Conversation,
  { words: called, behind }: NonNullable<ReturnType<typeof calledAt>>,
  page: number,
): Promise<Reply> {
  const { actor, reader } = conversation;
  if (called === "") return list(conversation, page);
  const [only, ...more] = await commonsCalled(conversation, called);
  if (only === undefined) return sentence(noneCalled(called));
  if (more.length > 0) return withCard({ blocks: listBlocks([only, ...more], reader, page) });
  // What else was said of it is not dropped without a word.
  if (behind !== "") return goingOn(say(notUnderstood(behind, commonSubs(conversation))), only);
  return goingOn(commonCard(only, actor, reader, page), only);
}

async function list(conversation: Conversation, page: number): Promise<Reply> {
  const { actor, reader } = conversation;
  const all = await seenCommons(conversation, "all");
  const found = isCoordinator(actor) && page === 1 ? await evidenceHere(conversation) : [];
  const blocks = [...listBlocks(all, reader, page), ...proposalBlocks(found, reader)];
  if (blocks.length === 0 && page > 1) return sentence(words.noPageOf(page));
  const steps = [...firstSteps(actor, all.length > 0), ...proposalSteps(found)];
  const head = blocks.length === 0 ? [{ kind: "text" as const, text: words.NONE }] : blocks;
  const reply = withCard({ blocks: [...head, ...(steps.length === 0 ? [] : [{ kind: "actions" as const, steps }])] });
  const [only, ...more] = all.filter(({ common }) => common.state === "open");
  const isOne = only !== undefined && more.length === 0;
  return found.length === 0 && !isOne ? reply : { ...reply, asks: proposalWays(found, isOne ? only.common.id : null) };
}
