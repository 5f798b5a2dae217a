import { mostCalled } from "../../chat/called-common.ts";
import { type Conversation, type Reply, sentence, withCard } from "../../chat/conversation.ts";
import type { Missing } from "../../chat/understand/outcome.ts";
import { type Common, commonPartiesOf, type Deed, deedOf, deedsFor } from "../../domain/common/common.ts";
import type { Park } from "../../domain/park/park.ts";
import { paragraph } from "../../messages/card.ts";
import type { Saying } from "../../messages/saying.ts";
import * as words from "../../messages/zh-cn/common.ts";
import { noneCalled } from "../../messages/zh-cn/common-called.ts";
import { CALLED_OFF, isOver, ledBy, ledNoMore, whereItWent } from "../../messages/zh-cn/common-steps.ts";
import { readCommon } from "../../store/common.ts";
import { commonEventsOf } from "../../store/common-record.ts";
import { calledHere, ledBefore, lineOfSeen, nameOf, type SeenCommon, seenCommon, seenCommons } from "./seen.ts";
import { markedIn, numberAt, SUB_WORDS, type SubName } from "./zh-cn-said.ts";

/** Which common problem somebody means, and whether he may do what he says. */

/** What was said behind a sub-word. `id`: the common problem that was named before it. */
export interface Told {
  readonly name: SubName;
  readonly id: number | null;
  /** The words of its title by which it was called instead. */
  readonly words?: string | undefined;
  readonly rest: string;
  /** In words of one's own: more may hang on it than was said. */
  readonly isFree?: boolean | undefined;
  /** It is said again after it was shown. */
  readonly sure?: boolean | undefined;
  readonly shown?: readonly number[] | undefined;
}

/** One that is locked, and what is said of it. */
export interface Chosen {
  readonly seen: SeenCommon;
  readonly rest: string;
}

/** Of what is about issues only a number that can be no issue's names a common problem. */
const ABOUT_ISSUES: ReadonlySet<SubName> = new Set<SubName>(["add", "remove"]);

/** The one that is named, or the only one for which this can be done. */
export async function choose(conversation: Conversation, deed: Deed & SubName, told: Told): Promise<Chosen | Reply> {
  const { id, rest } = namedIn(told);
  if (id !== null) {
    const seen = await seenCommon(conversation, id, true);
    const refused = seen === null ? await noneHere(conversation, id) : refusalOf(conversation, seen, deed);
    return seen === null || refused !== null ? sentence(refused ?? words.noSuchCommon(id)) : { seen, rest };
  }
  if (told.words !== undefined) return chooseCalled(conversation, deed, told, told.words);
  const able = (await seenCommons(conversation, ofState(deed))).filter(({ common }) => can(conversation, common, deed));
  const [only, ...more] = able;
  if (only === undefined) return nothingFor(conversation, deed);
  return more.length > 0 ? ask(conversation, told, able) : locked(conversation, only, rest);
}

/** There is none of this number here; to who led it before it is said why. */
export async function noneHere(conversation: Conversation, id: number): Promise<Saying> {
  if (!(await ledBefore(conversation, id))) return words.noSuchCommon(id);
  const { ctx } = conversation;
  if ((await readCommon(ctx.db, id))?.state !== "void") return ledNoMore(id);
  const kept = (await commonEventsOf(ctx.db, id)).findLast(({ action }) => action === "void")?.data["text"];
  const into = typeof kept === "string" ? whereItWent(kept) : null;
  return into === null ? words.noSuchCommon(id) : CALLED_OFF.asked(id, await calledHere(conversation, into));
}

/** What was called off is meant only where it is taken up again. */
function ofState(deed: Deed): "all" | "every" {
  return deed === "resume" ? "every" : "all";
}

async function locked(conversation: Conversation, { common: { id } }: SeenCommon, rest: string) {
  const seen = await seenCommon(conversation, id, true);
  return seen === null ? sentence(words.noSuchCommon(id)) : { seen, rest };
}

/** 路坑那个共性问题: the one whose title has these words; of several those for which this can be done. */
async function chooseCalled(
  conversation: Conversation,
  deed: Deed & SubName,
  told: Told,
  called: string,
): Promise<Chosen | Reply> {
  const found = await commonsCalled(conversation, called, ofState(deed));
  const able = found.filter(({ common }) => can(conversation, common, deed));
  const [only, ...more] = able.length > 0 ? able : found;
  if (only === undefined) return sentence(noneCalled(called));
  if (more.length > 0) return ask(conversation, told, able.length > 0 ? able : found);
  const refused = refusalOf(conversation, only, deed);
  return refused === null ? locked(conversation, only, told.rest) : sentence(refused);
}

/** Those that may be seen here whose titles have the most of these words. */
export async function commonsCalled(
  conversation: Conversation,
  called: string,
  which: "all" | "every" = "all",
): Promise<readonly SeenCommon[]> {
  const all = await seenCommons(conversation, which);
  return mostCalled(called, all, (seen) => seen.text(seen.common.title));
}

export function isReply(chosen: Chosen | Reply): chosen is Reply {
  return "card" in chosen;
}

function namedIn({ name, id, words: called, rest }: Told): { readonly id: number | null; readonly rest: string } {
  if (id !== null || called !== undefined) return { id, rest };
  if (ABOUT_ISSUES.has(name)) return markedIn(rest) ?? { id: null, rest };
  const found = numberAt(rest, "any");
  return found === null ? { id: null, rest } : { id: found.id, rest: found.behind };
}

function can({ actor, ctx }: Conversation, common: Common, deed: Deed): boolean {
  return deedsFor(actor, common, ctx.park).includes(deed);
}

/** Why it cannot be done with this one. Null: it can. */
function refusalOf({ actor, ctx }: Conversation, seen: SeenCommon, deed: Deed & SubName) {
  const { common, text } = seen;
  const { who, from } = deedOf(deed);
  const parties = commonPartiesOf(actor, common, ctx.park);
  if (!who.some((party) => parties.includes(party)))
    return `${words.notYours(SUB_WORDS[deed][0], who)}${who.includes("lead") ? ledBy(nameOf(seen), unitOf(seen, ctx.park)) : ""}`;
  if (from.includes(common.state)) return null;
  const title = text(common.title);
  return common.state === "open" ? words.isOpenStill(common.id, title) : isOver(common.state, common.id, title);
}

function unitOf({ common: { lead } }: SeenCommon, { org }: Park): string | null {
  return org.departments.find(({ code }) => code === lead)?.name ?? null;
}

function nothingFor({ actor, ctx }: Conversation, deed: Deed & SubName): Reply {
  const { who } = deedOf(deed);
  const mayEver = commonPartiesOf(actor, { lead: actor.department ?? null }, ctx.park);
  if (!who.some((party) => mayEver.includes(party))) return sentence(words.notYours(SUB_WORDS[deed][0], who));
  return sentence(mayEver.includes("lead") ? words.NONE_LED : words.noOpen(mayEver.includes("office")));
}

/** Several may be meant: they are listed, and the number is asked for. */
function ask({ reader }: Conversation, told: Told, able: readonly SeenCommon[]): Reply {
  const text = words.whichCommon(SUB_WORDS[told.name][0]);
  const items = able.slice(0, MOST_LISTED).map((one) => words.commonLine(lineOfSeen(one, reader)));
  const blocks = [
    { kind: "text" as const, text },
    { kind: "list" as const, items },
  ];
  const choices = able.slice(0, MOST_LISTED).map(({ common }) => words.numberOfCommon(common.id));
  return asking({ blocks: [...blocks, { kind: "choices", words: choices }] }, told, "number");
}

const MOST_LISTED = 8;

/** What is shown of one, or was done about it: short words that follow are about it. `did`: what they may put right. */
export function goingOn(card: NonNullable<Reply["card"]>, { common }: SeenCommon, did?: Did): Reply {
  const last = did === undefined ? {} : { did: `${SUB_WORDS[did[0]][0]} ${did[1]}`.trim() };
  return { ...withCard(card), asks: { ask: "ways", ways: [], common: common.id, ...last } };
}

/** What was done, and what was said with it. */
type Did = readonly [name: SubName, rest: string];

/** Asks for what is missing; the rest is kept. */
export function asking(card: NonNullable<Reply["card"]>, { name, id, rest }: Told, what: Missing): Reply {
  const said = [id === null ? "" : words.numberOfCommon(id), SUB_WORDS[name][0], rest].filter((part) => part !== "");
  const doing = { command: "common", word: words.COMMAND, number: null, rest: said.join(" ") };
  return { ...withCard(card), asks: { ask: "need", doing, what } };
}

/** What is missing of one that is known; `kept`: what was said with it already. */
export function askFor(seen: SeenCommon, name: keyof typeof words.NEEDS, what: Missing, kept = ""): Reply {
  const asked = paragraph(words.NEEDS[name](nameOf(seen)));
  return asking({ blocks: [asked] }, { name, id: seen.common.id, rest: kept }, what);
}
