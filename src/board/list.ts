import type { Conversation } from "../chat/conversation.ts";
import { reachOf, visible } from "../chat/find.ts";
import { type Issue, isOverdue, type State } from "../domain/issue/issue.ts";
import { withTracked } from "../domain/park/park.ts";
import { type Asked, boardCounts, boardIssues, boardMarks, type Sight } from "../store/board-list.ts";
import { readIssues } from "../store/issues.ts";
import { searchIssues } from "../store/search.ts";
import { conditions, type ListAsked } from "./list-asked.ts";

/** The issues of a list page, and how many there are in each state. */
export interface Listing {
  readonly issues: readonly Issue[];
  readonly counts: ReadonlyMap<State, number>;
  /** The number of the last one, where others stand behind it. */
  readonly next: number | null;
  /** Whether words found so many that older ones were not looked at. */
  readonly isCut: boolean;
}

const PAGE = 50;
/** The newest issues that hold the words; beyond these they are too common to be a search. */
export const MOST_FOUND = 400;

/** What this person may see of what he asks for. */
export async function listFor(conversation: Conversation, asked: ListAsked): Promise<Listing> {
  const { db } = conversation.ctx;
  const words = wordsOf(asked);
  const wanted = wantedBy(conversation, asked);
  const before = asked.before ?? null;
  if (words.length > 0) return found(conversation, words, wanted, before);
  const sight = sightOf(conversation);
  const counts = await boardCounts(db, sight, wanted);
  const read = await boardIssues(db, sight, wanted, { before, limit: PAGE + 1 });
  // The database has sieved by the same rules; the Reader has the last word all the same.
  const issues = await visible(conversation, read.slice(0, PAGE));
  return { issues, counts, next: read.length > PAGE ? (read[PAGE - 1]?.id ?? null) : null, isCut: false };
}

/** How many there are in each state of what is asked for. */
export function countsFor(conversation: Conversation, asked: ListAsked): Promise<ReadonlyMap<State, number>> {
  return boardCounts(conversation.ctx.db, sightOf(conversation), wantedBy(conversation, asked));
}

/** Of an issue what decides whether it is exported, and noted. */
export type Mark = Pick<Issue, "id" | "state" | "confidential">;

/** All of them and not a page, the newest first; null: more than so many. */
export async function listAll(
  conversation: Conversation,
  asked: ListAsked,
  most: number,
): Promise<readonly Mark[] | null> {
  const wanted = wantedBy(conversation, asked);
  const words = wordsOf(asked);
  if (words.length > 0) return (await withWords(conversation, words, wanted)).issues;
  const marks = await boardMarks(conversation.ctx.db, sightOf(conversation), wanted, most + 1);
  return marks.length > most ? null : marks;
}

/** Others are answered between two of these. */
const AT_ONCE = 100;

/** Those that were listed, some at a time, as they are by then. */
export async function* wholeInTurn(
  conversation: Conversation,
  marks: readonly Mark[],
): AsyncGenerator<readonly Issue[]> {
  const { db } = conversation.ctx;
  for (let at = 0; at < marks.length; at += AT_ONCE) {
    const ids = marks.slice(at, at + AT_ONCE).map(({ id }) => id);
    const issues = (await readIssues(db, ids)).toSorted((one, other) => other.id - one.id);
    yield await visible(conversation, issues);
    // The database may have answered at once, and then nobody else had a turn.
    await new Promise(setImmediate);
  }
}

function wordsOf({ words = "" }: ListAsked): readonly string[] {
  return words.split(/\s+/u).filter((word) => word !== "");
}

function wantedBy(conversation: Conversation, asked: ListAsked): Asked {
  const openly = asked.company !== undefined && !namesAll(conversation);
  return { ...conditions(asked, conversation.ctx.now), openly };
}

/** A page of what is found by words. */
async function found(
  conversation: Conversation,
  words: readonly string[],
  asked: Asked,
  before: number | null,
): Promise<Listing> {
  const { issues, counts, isCut } = await withWords(conversation, words, asked);
  const behind = issues.filter((one) => before === null || one.id < before);
  const shown = behind.slice(0, PAGE);
  return { issues: shown, counts, next: behind.length > PAGE ? (shown.at(-1)?.id ?? null) : null, isCut };
}

/** By what is shown of it to this person, and not by what stands in the ledger; the newest first. */
async function withWords(conversation: Conversation, words: readonly string[], asked: Asked) {
  const { reader, ctx } = conversation;
  const reach = reachOf(conversation);
  const candidates = reach === null ? [] : await searchIssues(ctx.db, words, reach, MOST_FOUND);
  const seen = (await visible(conversation, candidates)).filter((one) => {
    const text = reader.text(one.text, one).toLowerCase();
    return words.every((word) => text.includes(word.toLowerCase()));
  });
  const ids = seen.map((one) => one.id);
  const counted = (await readIssues(ctx.db, ids)).filter((one) => fits(one, { ...asked, states: undefined }));
  const counts = new Map<State, number>();
  for (const { state } of counted) counts.set(state, (counts.get(state) ?? 0) + 1);
  const issues = counted.filter((one) => fits(one, asked)).toSorted((a, b) => b.id - a.id);
  return { issues, counts, isCut: candidates.length >= MOST_FOUND };
}

function fits(issue: Issue, { states, department, category, enterprise, openly, urgency, overdueAt }: Asked): boolean {
  return (
    !(openly === true && issue.confidential) &&
    (states === undefined || states.includes(issue.state)) &&
    (department === undefined || issue.department === department) &&
    (category === undefined || issue.category === category) &&
    (enterprise === undefined || issue.enterprise === enterprise) &&
    (urgency === undefined || issue.urgency === urgency) &&
    (overdueAt === undefined || isOverdue(issue, overdueAt))
  );
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
