import type { Conversation } from "../chat/conversation.ts";
import { reachOf, visible } from "../chat/find.ts";
import { type Issue, isOverdue } from "../domain/issue/issue.ts";
import { withTracked } from "../domain/park/park.ts";
import { boardCounts, type Counted } from "../store/board-counts.ts";
import { type Asked, FILTERS, type Filter, type Sight } from "../store/board-list.ts";
import {
  boardMarks,
  boardPage,
  comparePlaces,
  type Group,
  lastEvents,
  type Mark,
  type Order,
  type Place,
  placeIn,
} from "../store/board-pages.ts";
import { readInOrder, readIssues } from "../store/issues.ts";
import { searchIssues } from "../store/search.ts";
import { conditions, type ListAsked, placeAsked } from "./list-asked.ts";

/** The issues of a list page, and how many there are of each value of each filter. */
export interface Listing extends Counted {
  readonly issues: readonly Issue[];
  /** Where the last one stands, where others stand behind it. */
  readonly next: Place | null;
  /** Whether words found so many that older ones were not looked at. */
  readonly isCut: boolean;
}

const PAGE = 50;
/** The newest issues that hold the words; beyond these they are too common to be a search. */
export const MOST_FOUND = 400;

/** What this person may see of what he asks for. */
export async function listFor(conversation: Conversation, asked: ListAsked): Promise<Listing> {
  const { db } = conversation.ctx;
  const wanted = wantedBy(conversation, asked);
  const words = wordsOf(asked);
  const after = asked.before === undefined ? null : placeAsked(asked.before);
  if (words.length > 0) return found(conversation, asked, { words, wanted, after });
  const sight = sightOf(conversation);
  const counted = await boardCounts(db, sight, wanted);
  const order = orderOf(asked);
  const groups = groupsFrom(rankedGroups(conversation, order, { ...counted, wanted, after }), after);
  const read = await boardPage(db, sight, wanted, { order, after, limit: PAGE + 1, groups });
  const shown = read.slice(0, PAGE);
  const next = read.length > PAGE ? ((await placesOf(conversation, order, shown.slice(-1)))[0] ?? null) : null;
  // The database has sieved by the same rules; the Reader has the last word all the same.
  return { ...counted, issues: await visible(conversation, shown), next, isCut: false };
}

/** How many are open, of these past their due date, and not dispatched yet. */
export async function countOpen(conversation: Conversation) {
  const wanted = wantedBy(conversation, { state: ["open"] });
  // What is over is not even looked at.
  const counting = { wanted: ["state", "overdue"], freed: [] } as const;
  const { counts, total } = await boardCounts(conversation.ctx.db, sightOf(conversation), wanted, counting);
  const of = (name: "state" | "overdue", value: string) => counts[name].get(value) ?? 0;
  return { open: total, overdue: of("overdue", "true"), undispatched: of("state", "submitted") };
}

/** All of them and not a page, in the order of the list; null: more than so many. */
export async function listAll(
  conversation: Conversation,
  asked: ListAsked,
  most: number,
): Promise<readonly Mark[] | null> {
  const wanted = wantedBy(conversation, asked);
  const words = wordsOf(asked);
  const order = orderOf(asked);
  if (words.length > 0) {
    const { issues } = await withWords(conversation, words, wanted);
    return inOrder(conversation, order, issues);
  }
  const marks = await boardMarks(conversation.ctx.db, sightOf(conversation), wanted, most + 1);
  return marks.length > most ? null : inOrder(conversation, order, marks);
}

/** Others are answered between two of these. */
const AT_ONCE = 100;

/** Those that were listed, some at a time in their order, as they are by then. */
export async function* wholeInTurn(
  conversation: Conversation,
  marks: readonly Mark[],
): AsyncGenerator<readonly Issue[]> {
  const { db } = conversation.ctx;
  for (let at = 0; at < marks.length; at += AT_ONCE) {
    const ids = marks.slice(at, at + AT_ONCE).map(({ id }) => id);
    yield await visible(conversation, await readInOrder(db, ids));
    // The database may have answered at once, and then nobody else had a turn.
    await new Promise(setImmediate);
  }
}

function orderOf({ sort = "newest" }: ListAsked): Order {
  return sort;
}

function wordsOf({ words = "" }: ListAsked): readonly string[] {
  return words.split(/\s+/u).filter((word) => word !== "");
}

function wantedBy(conversation: Conversation, asked: ListAsked): Asked {
  return { ...conditions(asked, conversation.ctx.now), hidesCompanies: !namesAll(conversation) };
}

/** The names of companies and units as a Chinese reader looks for them. */
const ALPHABET = new Intl.Collator("zh-Hans-CN");

/** By what stretches follow each other: of companies and units by their names, with none behind all. */
function rankIn({ ctx }: Conversation, order: Order, stretches: readonly string[]): (stretch: string) => number {
  const { directory } = ctx.park;
  if (order !== "company" && order !== "department") return (stretch) => (stretch === "rest" ? 1 : 0);
  const nameOf = (code: string) => (order === "company" ? directory.companyName(code) : directory.departmentName(code));
  const sorted = [...new Set(stretches)]
    .map((code) => ({ code, name: nameOf(code) }))
    .toSorted(
      (a, b) =>
        Number(a.code === "") - Number(b.code === "") || ALPHABET.compare(a.name, b.name) || (a.code < b.code ? -1 : 1),
    );
  const ranks = new Map(sorted.map(({ code }, rank) => [code, rank]));
  return (stretch) => ranks.get(stretch) ?? sorted.length;
}

interface Ranked extends Counted {
  readonly wanted: Asked;
  readonly after: Place | null;
}

/** The companies or units of what is asked for, in their order, and the one where the page begins; of other orders none. */
function rankedGroups(conversation: Conversation, order: Order, { counts, wanted, after }: Ranked): readonly Group[] {
  if (order !== "company" && order !== "department") return [];
  const chosen = order === "company" ? wanted.enterprises : wanted.departments;
  const found = new Map([...counts[order]].filter(([code]) => chosen === undefined || chosen.includes(code)));
  // All of it may have moved away since the page before.
  if (after !== null && !found.has(after.stretch)) found.set(after.stretch, 0);
  const rank = rankIn(conversation, order, [...found.keys()]);
  return [...found].map(([code, count]) => ({ code, count })).toSorted((a, b) => rank(a.code) - rank(b.code));
}

/** From the one where a page begins on, as many as it may need. */
function groupsFrom(all: readonly Group[], after: Place | null): readonly Group[] {
  const rest = after === null ? all : all.slice(all.findIndex(({ code }) => code === after.stretch));
  let sum = 0;
  const last = rest.findIndex(({ count }, index) => {
    // Of the first one nobody knows how many stand behind the place.
    sum += index === 0 && after !== null ? 0 : count;
    return sum > PAGE;
  });
  return last < 0 ? rest : rest.slice(0, last + 1);
}

async function placesOf(conversation: Conversation, order: Order, issues: readonly Mark[]): Promise<readonly Place[]> {
  const ids = order === "changed" ? issues.map(({ id }) => id) : [];
  const changes = await lastEvents(conversation.ctx.db, ids);
  const hidesCompanies = !namesAll(conversation);
  return issues.map((issue) => placeIn(order, issue, { changes, hidesCompanies }));
}

interface Placed<T> {
  readonly issue: T;
  readonly place: Place;
}

async function placed<T extends Mark>(
  conversation: Conversation,
  order: Order,
  issues: readonly T[],
  after: Place | null = null,
): Promise<readonly Placed<T>[]> {
  const places = await placesOf(conversation, order, issues);
  const all = issues.flatMap((issue, index) => {
    const place = places[index];
    return place === undefined ? [] : [{ issue, place }];
  });
  const stretches = [...places, ...(after === null ? [] : [after])].map(({ stretch }) => stretch);
  const compare = comparePlaces(order, rankIn(conversation, order, stretches));
  return all
    .filter(({ place }) => after === null || compare(place, after) > 0)
    .toSorted((a, b) => compare(a.place, b.place));
}

async function inOrder(conversation: Conversation, order: Order, issues: readonly Mark[]): Promise<readonly Mark[]> {
  return (await placed(conversation, order, issues)).map(({ issue }) => issue);
}

interface Searched {
  readonly words: readonly string[];
  readonly wanted: Asked;
  readonly after: Place | null;
}

/** A page of what is found by words. */
async function found(
  conversation: Conversation,
  asked: ListAsked,
  { words, wanted, after }: Searched,
): Promise<Listing> {
  const { issues, isCut, ...counted } = await withWords(conversation, words, wanted);
  const behind = await placed(conversation, orderOf(asked), issues, after);
  const shown = behind.slice(0, PAGE);
  const next = behind.length > PAGE ? (shown.at(-1)?.place ?? null) : null;
  return { ...counted, issues: shown.map(({ issue }) => issue), next, isCut };
}

/** By what is shown of it to this person, and not by what stands in the ledger. */
async function withWords(conversation: Conversation, words: readonly string[], asked: Asked) {
  const { reader, ctx } = conversation;
  const reach = reachOf(conversation);
  const candidates = reach === null ? [] : await searchIssues(ctx.db, words, reach, MOST_FOUND);
  const seen = (await visible(conversation, candidates)).filter((one) => {
    const text = reader.text(one.text, one).toLowerCase();
    return words.every((word) => text.includes(word.toLowerCase()));
  });
  const all = await readIssues(
    ctx.db,
    seen.map((one) => one.id),
  );
  return {
    ...countedOf(all, asked),
    issues: all.filter((one) => missesOf(one, asked).length === 0),
    isCut: candidates.length >= MOST_FOUND,
  };
}

/** As the database counts what is not searched. */
function countedOf(issues: readonly Issue[], asked: Asked): Counted {
  const counts = Object.fromEntries(FILTERS.map((name) => [name, new Map<string, number>()])) as Record<
    Filter,
    Map<string, number>
  >;
  let total = 0;
  for (const issue of issues) {
    const misses = missesOf(issue, asked);
    if (misses.length === 0) total += 1;
    for (const name of FILTERS) {
      if (misses.some((one) => one !== name)) continue;
      const value = shownIn(issue, name, asked);
      counts[name].set(value, (counts[name].get(value) ?? 0) + 1);
    }
  }
  return { counts, total };
}

function shownIn(issue: Issue, name: Filter, { now, hidesCompanies }: Asked): string {
  switch (name) {
    case "company":
      return hidesCompanies && issue.confidential ? "" : issue.enterprise;
    case "overdue":
      return String(isOverdue(issue, now));
    case "held":
      return String(issue.state === "on_hold");
    case "themeDay":
      return String(issue.session ?? "");
    default:
      return issue[name] ?? "";
  }
}

/** The filters that an issue does not get through. */
function missesOf(issue: Issue, asked: Asked): readonly Filter[] {
  const { states, departments, categories, enterprises, urgencies, themeDays, overdue, held } = asked;
  const among: Readonly<Record<Filter, readonly (string | number)[] | undefined>> = {
    state: states,
    department: departments,
    category: categories,
    company: enterprises,
    urgency: urgencies,
    themeDay: themeDays?.map(String),
    overdue: overdue === true ? ["true"] : undefined,
    held: held === true ? ["true"] : undefined,
  };
  return FILTERS.filter((name) => among[name]?.includes(shownIn(issue, name, asked)) === false);
}

/** Whether no company is hidden from this person. */
function namesAll({ reader: { audience } }: Conversation): boolean {
  return audience.kind === "coordinator" || audience.kind === "company";
}

/** Whose issues this person sees. */
function sightOf({ reader: { audience }, ctx }: Conversation): Sight {
  switch (audience.kind) {
    case "coordinator":
    case "supervision":
      return { kind: "all" };
    case "department":
      return { kind: "departments", own: audience.department, lead: withTracked(ctx.park, audience.department) };
    case "company":
      return { kind: "company", actor: audience.actor };
    case "enterprise":
      // Nobody reads a page as a group.
      throw new Error("a page has one reader");
  }
}
