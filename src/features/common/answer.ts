import {
  type Conversation,
  type Reply,
  type Speaking,
  sentence,
  tooLongProblem,
  withCard,
} from "../../chat/conversation.ts";
import { findDossier } from "../../chat/find.ts";
import { exceptedHere, onlyHere } from "../../chat/understand/excepted.ts";
import { type Excepted, onlyIn, wantedIn, withExcepted, withOnly } from "../../domain/common/zh-cn-excepted.ts";
import { companyShown } from "../../domain/issue/audience.ts";
import { isRefusal } from "../../domain/issue/decision.ts";
import { type Issue, isCoordinator } from "../../domain/issue/issue.ts";
import type { Doable, Party } from "../../domain/issue/lifecycle.ts";
import { changeCommon } from "../../issues/common.ts";
import { type Dossier, move, whyNot } from "../../issues/move.ts";
import type { Block } from "../../messages/card.ts";
import { countable, reachOf } from "../../messages/common-view.ts";
import { companiesNamed } from "../../messages/covering.ts";
import * as words from "../../messages/zh-cn/common.ts";
import { SENT } from "../../messages/zh-cn/common-answered.ts";
import { nothingToAnswerOf } from "../../messages/zh-cn/common-called.ts";
import { YES_OR_NO } from "../../messages/zh-cn/conversation.ts";
import { shortState } from "../../messages/zh-cn/terms.ts";
import { doneCard } from "./cards.ts";
import { says, shown } from "./deeds.ts";
import { nameOf, type SeenCommon, seenCommon } from "./seen.ts";
import { askFor, type Chosen, choose, goingOn, isReply, type Told } from "./which.ts";
import { asksHow, BEFORE_NEWS, SUB_WORDS, withMore } from "./zh-cn-said.ts";

/** One answer, or the same news, to all members of a common problem: each gets it as its own, by the move of the lifecycle. */

/** An answer, which each confirms for itself; or news, which nobody is asked about. */
type Way = "answer" | "tell";

/** The move that it is to each, and what the common problem keeps of it. */
const MOVES = { answer: "answer", tell: "progress" } as const satisfies Record<Way, Doable>;

/** Whom an answer reaches now, and whom not. */
interface Reach {
  readonly to: readonly Dossier[];
  readonly out: readonly Issue[];
  /** Who was said to be left out; and the numbers that were said and belong to none of it. */
  readonly kept: readonly Issue[];
  readonly foreign: readonly number[];
  /** Those alone that were named; none: all. */
  readonly only: readonly number[];
}

/** 答复 G3 …: it is shown first with whom it reaches. */
export async function answerAll(conversation: Conversation, told: Told, way: Way): Promise<Reply> {
  const one = await choose(conversation, MOVES[way], told);
  const chosen = isReply(one) ? one : byNumber(conversation, one);
  if (isReply(chosen)) return chosen;
  const { seen } = chosen;
  const { text: rest, ...whom } = saidTo(conversation, chosen, way);
  const { source, pictures } = conversation;
  if (pictures > 0 || (source.files ?? []).length > 0) return sentence(SENT[way].noFiles);
  const problem = tooLongProblem(rest);
  if (problem !== null) return sentence(problem);
  if (asksHow(rest)) return shown(conversation, seen);
  if (!says(rest)) return askFor(seen, way, "text", withExcepted({ text: "", except: whom.except }));
  const reach = await reached(conversation, seen, { text: rest, ...whom, way });
  if (reach.to.length === 0) return nobody(conversation, { seen, reach, way });
  if (mayNotName(conversation, reach, rest))
    return sentence(SENT[way].mayNotName(namedToOthers(conversation, reach, rest)));
  const seenBefore = new Set(told.shown ?? []);
  const isAsShown = reach.to.every(({ issue }) => seenBefore.has(issue.id));
  if (told.sure !== true || !isAsShown)
    return preview(conversation, { seen, reach, text: rest, way, again: told.sure === true });
  return answerThese(conversation, { seen, reach, text: rest, way });
}

/**
 * The companies that a text names before others: each of those that it goes to reads it. Whose a confidential one is, shows in nothing:
 * it counts as a company of its own, and who raised it is looked for only before those who know it.
 */
function namedToOthers({ ctx, reader }: Conversation, { to }: Reach, text: string): readonly string[] {
  const issues = to.map(({ issue }) => issue);
  const companies = new Set(issues.map(({ enterprise, confidential, id }) => (confidential ? id : enterprise)));
  if (companies.size < 2) return [];
  const known = issues.filter((one) => companyShown(one, reader.audience) === "name");
  return companiesNamed(text, known, ctx.park);
}

/** Where one of them is confidential, nobody is to find out whose it is by naming one after the other: none is named. */
function mayNotName(conversation: Conversation, reach: Reach, text: string): boolean {
  return reach.to.some(({ issue }) => issue.confidential) && namedToOthers(conversation, reach, text).length > 0;
}

/** 只 中塑：…: the issues of the companies that alone are to hear it; where they have none there, nobody does. */
function byNumber(conversation: Conversation, { seen, rest }: Chosen): Chosen | Reply {
  const alone = onlyHere(rest, conversation.ctx.park);
  if (alone === null) return { seen, rest };
  const ids = issuesOf(conversation, seen, alone.companies);
  if (ids.length === 0) return sentence(nothingToAnswerOf(alone.companies.join("、"), nameOf(seen)));
  return { seen, rest: withOnly(ids, alone.text) };
}

/** What shall be read, and by whom: by all but those that are left out, or by those alone that are named. */
interface Said extends Excepted {
  readonly wanted: readonly number[];
  readonly only: readonly number[];
}

function saidTo(conversation: Conversation, { seen, rest }: Chosen, way: Way): Said {
  const { text: toThese, only } = onlyIn(rest);
  const { text: said, wanted } = wantedIn(toThese);
  const { text, companies, except } = exceptedHere(said, conversation.ctx.park);
  const before = (way === "answer" ? seen.common.answer : seen.common.progress) ?? "";
  return {
    // 12也补发一个: what the others have heard.
    text: only.length > 0 ? withMore(before, text) : way === "tell" ? text.replace(BEFORE_NEWS, "") : text,
    except: [...new Set([...except, ...issuesOf(conversation, seen, companies)])],
    wanted,
    only,
  };
}

/** The coordinator answers what its unit has in hand, whichever that is; a unit what is its own. */
function standsAs({ actor }: Pick<Conversation, "actor">): readonly Party[] {
  return isCoordinator(actor) ? ["common"] : [];
}

/** 先不发九嶷. Whose a confidential one is, only the coordinator knows. */
function issuesOf(
  { ctx, actor }: Conversation,
  { members }: SeenCommon,
  companies: readonly string[],
): readonly number[] {
  const codes = ctx.park.org.enterprises.flatMap(({ code, name }) => (companies.includes(name) ? [code] : []));
  const known = isCoordinator(actor) ? members : members.filter(({ confidential }) => !confidential);
  return known.flatMap(({ id, enterprise }) => (codes.includes(enterprise) ? [id] : []));
}

async function reached(
  conversation: Conversation,
  { members }: SeenCommon,
  { text, except, wanted, only, way }: Said & Pick<Answering, "way">,
): Promise<Reach> {
  const { ctx, actor } = conversation;
  const as = standsAs(conversation);
  const to: Dossier[] = [];
  const out: Issue[] = [];
  const kept: Issue[] = [];
  // In the order of their numbers, in which whoever locks several locks them.
  for (const { id } of countable(members)) {
    const dossier = only.length === 0 || only.includes(id) ? await findDossier(conversation, id, true) : null;
    if (dossier === null) continue;
    if (except.includes(id)) {
      kept.push(dossier.issue);
      continue;
    }
    const refusal = whyNot(ctx, dossier, { action: MOVES[way], actor, input: { text }, as });
    if (refusal === null) to.push(dossier);
    else out.push(dossier.issue);
  }
  const own = new Set(members.map((one) => one.id));
  return { to, out, kept, only, foreign: [...except, ...wanted, ...only].filter((id) => !own.has(id)) };
}

interface Answering {
  readonly seen: SeenCommon;
  readonly reach: Reach;
  readonly text: string;
  readonly way: Way;
}

function preview(
  conversation: Conversation,
  { seen, reach, text, way, again }: Answering & { readonly again: boolean },
): Reply {
  const { reader } = conversation;
  const ids = reach.to.map(({ issue }) => issue.id);
  const left = leftOut(reach, reader, way);
  const named = namedToOthers(conversation, reach, text);
  const { title, to, left: apart, hint, changed, names } = SENT[way];
  const fields = [
    { label: to, value: answeredText(reach) },
    ...(left.length === 0 ? [] : [{ label: apart, value: left.join("；") }]),
  ];
  const except = reach.kept.map(({ id }) => id);
  const bare = withExcepted({ text, except });
  const whom = reach.only.length === 0 ? bare : withOnly(reach.only, bare);
  const rest = [SUB_WORDS[way][0], words.numberOfCommon(seen.common.id), whom].join(" ");
  const foreign = foreignIn(reach, seen);
  const doing = { command: "common", word: words.COMMAND, number: null, rest, sure: true as const, shown: ids };
  return {
    ...withCard({
      blocks: [
        { kind: "title", text: title(nameOf(seen)) },
        ...(again ? [{ kind: "text" as const, text: changed }] : []),
        { kind: "said", text },
        ...(named.length === 0 ? [] : [{ kind: "text" as const, text: names(named) }]),
        { kind: "fields", fields },
        ...(foreign.length === 0 ? [] : [{ kind: "list" as const, items: foreign }]),
        { kind: "hint", text: hint },
        { kind: "choices", words: YES_OR_NO },
      ],
    }),
    asks: { ask: "offer", doings: [doing] },
  };
}

function answeredText({ to }: Reach): string {
  const issues = to.map(({ issue }) => issue);
  return words.answeredText(
    words.reachText(reachOf(issues)),
    issues.map(({ id }) => id),
  );
}

/** #18 待签收; of what is in another unit's hands, whose. */
function leftOut({ out, kept }: Reach, reader: Conversation["reader"], way: Way): readonly string[] {
  const held = kept.map(({ id }) => words.leftOut(id, SENT[way].held));
  return [...held, ...out.map((issue) => leftBy(issue, reader, way))];
}

function leftBy(issue: Issue, reader: Conversation["reader"], way: Way): string {
  const unit = issue.state === "in_progress" && issue.department !== null ? reader.department(issue.department) : null;
  return words.leftOut(issue.id, unit === null ? shortState(issue) : SENT[way].ofUnit(unit));
}

function foreignIn({ foreign }: Reach, { common: { id } }: SeenCommon): readonly string[] {
  return foreign.map((one) => words.WHY_NOT.outside(one, id));
}

function nobody({ reader }: Conversation, { seen, reach, way }: Omit<Answering, "text">): Reply {
  const left = [...leftOut(reach, reader, way), ...foreignIn(reach, seen)];
  const text = SENT[way].nobody(nameOf(seen));
  return withCard({
    blocks: [{ kind: "text", text }, ...(left.length === 0 ? [] : [{ kind: "list" as const, items: left }])],
  });
}

async function answerThese(conversation: Conversation, { seen, reach, text, way }: Answering): Promise<Reply> {
  const { ctx, actor, source, reader } = conversation;
  const as = standsAs(conversation);
  for (const dossier of reach.to) {
    const moved = await move(ctx, dossier, { action: MOVES[way], actor, source, input: { text }, as });
    // Each was decided with its lock: nobody can have been faster.
    if (isRefusal(moved)) throw new Error(`what was sent to a common problem was refused: ${moved.refused}`);
  }
  const ids = reach.to.map(({ issue }) => issue.id);
  const by = { actor, source } satisfies Pick<Speaking, "actor" | "source">;
  const patch = way === "answer" ? { answer: text } : { progress: text };
  await changeCommon(ctx, seen.common, MOVES[way], { patch, text, reached: ids, by });
  const after = (await seenCommon(conversation, seen.common.id)) ?? seen;
  const left = leftOut(reach, reader, way);
  const more: readonly Block[] = [
    { kind: "text", text: SENT[way].each },
    ...(left.length === 0 ? [] : [{ kind: "text" as const, text: `${SENT[way].left}：${left.join("；")}` }]),
  ];
  const done = SENT[way].done(nameOf(seen), answeredText(reach));
  return goingOn(doneCard(done, after, { actor, reader, more }), after, [way, ids.join(" ")]);
}
