import type { Conversation } from "../chat/conversation.ts";
import { visible } from "../chat/find.ts";
import type { Issue } from "../domain/issue/issue.ts";
import { withTracked } from "../domain/park/park.ts";
import { boardCounts, type Counted } from "../store/board-counts.ts";
import type { Asked, Sight } from "../store/board-list.ts";
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
import { readInOrder } from "../store/issues.ts";
import { conditions, hasWords, type ListAsked, placeAsked, sortOf } from "./list-asked.ts";
import { type Worded, withWords } from "./list-words.ts";

/** The issues of a list page, and how many there are of each value of each filter. */
export interface Listing extends Counted {
  readonly issues: readonly Issue[];
  /** Where the last one stands, where others stand behind it. */
  readonly next: Place | null;
  /** What words found so much of that older ones were not looked at: for the list, or for what stands beside the filters alone. */
  readonly cut: "list" | "counts" | null;
}

const PAGE = 50;
/** What this person may see of what he asks for. */
export async function listFor(conversation: Conversation, asked: ListAsked): Promise<Listing> {
  const { db } = conversation.ctx;
  const wanted = wantedBy(conversation, asked);
  const after = asked.before === undefined ? null : placeAsked(asked.before);
  if (hasWords(asked)) return found(conversation, asked, { wanted, after });
  const sight = sightOf(conversation);
  const counted = await boardCounts(db, sight, wanted);
  const order = orderOf(asked);
  const groups = groupsFrom(rankedGroups(conversation, order, { ...counted, wanted, after }), after);
  const read = await boardPage(db, sight, wanted, { order, after, limit: PAGE + 1, groups });
  const shown = read.slice(0, PAGE);
  const next = read.length > PAGE ? ((await placesOf(conversation, order, shown.slice(-1)))[0] ?? null) : null;
  // The database has sieved by the same rules; the Reader has the last word all the same.
  return { ...counted, issues: await visible(conversation, shown), next, cut: null };
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
  if (hasWords(asked)) {
    const worded = await withWords(conversation, asked.words ?? "", wanted);
    return (await inSort(conversation, asked, worded, null)).map(({ issue }) => issue);
  }
  const order = orderOf(asked);
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

function orderOf(asked: ListAsked): Order {
  const sort = sortOf(asked);
  return sort === "best" ? "newest" : sort;
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

/** What words found, behind a place in the order that is chosen, or in that of how well it fits. */
async function inSort(
  conversation: Conversation,
  asked: ListAsked,
  { issues, fits }: Worded,
  after: Place | null,
): Promise<readonly Placed<Issue>[]> {
  if (sortOf(asked) !== "best") return placed(conversation, orderOf(asked), issues, after);
  const all = issues.map((issue) => ({ issue, place: { stretch: "fits", at: fits.get(issue.id) ?? 0, id: issue.id } }));
  const compare = (one: Place, other: Place) => one.at - other.at || other.id - one.id;
  return all
    .filter(({ place }) => after === null || compare(place, after) > 0)
    .toSorted((a, b) => compare(a.place, b.place));
}

/** A page of what is found by words. */
async function found(
  conversation: Conversation,
  asked: ListAsked,
  { wanted, after }: { readonly wanted: Asked; readonly after: Place | null },
): Promise<Listing> {
  const worded = await withWords(conversation, asked.words ?? "", wanted);
  const behind = await inSort(conversation, asked, worded, after);
  const shown = behind.slice(0, PAGE);
  const next = behind.length > PAGE ? (shown.at(-1)?.place ?? null) : null;
  return { ...worded, issues: shown.map(({ issue }) => issue), next };
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
