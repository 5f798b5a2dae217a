import type { Conversation } from "../chat/conversation.ts";
import { type Issue, isOverdue } from "../domain/issue/issue.ts";
import { type ByWords, type Fitting, findByWords } from "../features/issues/by-words.ts";
import type { Counted } from "../store/board-counts.ts";
import { type Asked, FILTERS, type Filter } from "../store/board-list.ts";
import { readIssues } from "../store/issues.ts";

/** What the list finds by words, and what is asked for of it. */

export interface Worded extends Counted {
  readonly issues: readonly Issue[];
  /** By number, how well it fits. */
  readonly fits: ReadonlyMap<number, number>;
  readonly cut: "list" | "counts" | null;
}

/** By what is shown of it to this person, and not by what stands in the ledger. */
export async function withWords(conversation: Conversation, words: string, asked: Asked): Promise<Worded> {
  const any = (await findByWords(conversation, words)) ?? NOTHING;
  const all = await whole(conversation, any.found);
  const counted = countedOf(all, asked);
  // Of more than are looked at, what is asked for is looked for by itself.
  const own = any.isAll || !hasFilter(asked) ? any : ((await findByWords(conversation, words, asked)) ?? NOTHING);
  const issues = (own === any ? all : await whole(conversation, own.found)).filter(
    (one) => missesOf(one, asked).length === 0,
  );
  const fits = new Map(own.found.map(({ issue, fits: how }) => [issue.id, how]));
  const cut = own.isAll ? (any.isAll ? null : "counts") : "list";
  return { ...counted, total: issues.length, issues, fits, cut };
}

const NOTHING: ByWords = { found: [], isAll: true };

async function whole({ ctx }: Conversation, found: readonly Fitting[]): Promise<readonly Issue[]> {
  return readIssues(
    ctx.db,
    found.map(({ issue }) => issue.id),
  );
}

function hasFilter({ now: _now, hidesCompanies: _hides, ...filters }: Asked): boolean {
  return Object.values(filters).some((value) => value !== undefined && value !== false);
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
