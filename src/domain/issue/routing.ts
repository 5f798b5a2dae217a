import { type Directory, normaliseName } from "../park/directory.ts";
import type { Category, Department } from "../park/org.ts";
import { isBeyondJudging } from "../routing/made-up.ts";
import { hasSeveralMatters } from "../routing/zh-cn-matters.ts";
import { meantIn } from "../routing/zh-cn-senses.ts";

/**
 * Which department an issue belongs to, from its words.
 *
 * A category is found by its keywords, name and aliases. A word inside a longer match does not count: 停电 in 停电补偿, 交通 in the
 * name of a company; nor does one that the text itself denies. Where words speak for two departments, two are named, or several matters stand in one text, nobody is sure and
 * the coordinator chooses: of what is suggested the longest word is first, and between equally long ones the category with more
 * distinct words.
 *
 * The name of a department is no proof that the issue is its own (「供电公司门口的路坏了」), so it never decides: it only
 * puts that department among the suggestions, behind those that a keyword speaks for.
 */
export type Routing = SureRouting | UnsureRouting;

export interface SureRouting {
  readonly kind: "sure";
  /** Null: what is known of it is the department alone. */
  readonly category: Category | null;
  readonly department: Department;
  readonly reason: RoutingReason;
}

export interface UnsureRouting {
  readonly kind: "unsure";
  /** Words speak for several departments, two are named, several matters stand in one text, or nobody can tell: no proof makes it sure. */
  readonly contradicts: boolean;
  /** At most three, the best first, each with another department. */
  readonly suggestions: readonly RoutingSuggestion[];
}

export interface RoutingSuggestion {
  readonly category: Category | null;
  readonly department: Department;
  readonly reason: RoutingReason;
}

/** The word that decided, and the names of the category (null: none is known) and the department that it led to. */
export interface RoutingReason {
  readonly word: string;
  readonly category: string | null;
  readonly department: string;
}

export const MOST_SUGGESTIONS = 3;

/** 停电 → 用电 → 供电公司 */
export function reasonText({ word, category, department }: RoutingReason): string {
  return [word, category, department].filter((part) => part !== null).join(" → ");
}

/**
 * Routes a text. `chosenCategory` is what stands after # in the message: a category's name, alias or code decides;
 * anything else is read as one more word of the text. The order of the org file does not matter. Never throws.
 */
export function route(text: string, directory: Directory, chosenCategory?: string): Routing {
  const chosen = chosenCategory === undefined ? undefined : directory.categoryNamed(chosenCategory);
  const chosenDepartment = chosen && directory.department(chosen.department);
  if (chosen !== undefined && chosenDepartment !== undefined) {
    return { kind: "sure", ...suggestion(`#${chosen.name}`, chosen, chosenDepartment) };
  }
  const meant = meantIn(text);
  const words = chosenCategory === undefined ? meant : `${meant}\n${chosenCategory}`;
  const matches = matchesIn(normalise(words), termsOf(directory));
  const denied = meant === text ? new Set<string>() : deniedIn(text, named(matches), directory);
  const candidates = rank(matches, directory).filter(({ suggestion: { department } }) => !denied.has(department.code));
  const [first] = candidates;
  const keywords = candidates.filter((one) => one.rank.strength === "keyword").length;
  const contradicts = keywords > 1 || named(matches).size > 1 || hasSeveralMatters(text) || isBeyondJudging(text);
  if (first !== undefined && keywords === 1 && !contradicts) return { kind: "sure", ...first.suggestion };
  return {
    kind: "unsure",
    contradicts,
    suggestions: candidates.slice(0, MOST_SUGGESTIONS).map((one) => one.suggestion),
  };
}

/** The departments that are named. */
function named(matches: readonly Match[]): ReadonlySet<string> {
  return new Set(matches.flatMap(({ term }) => term.names ?? []));
}

/** Those that a text names only to say that they are not meant: 跟供电公司没关系. */
function deniedIn(text: string, meant: ReadonlySet<string>, directory: Directory): ReadonlySet<string> {
  return new Set([...named(matchesIn(normalise(text), termsOf(directory)))].filter((code) => !meant.has(code)));
}

/** A word to look for. One without categories only hides the shorter words inside it. */
interface Term {
  /** As the org file writes it. */
  readonly word: string;
  readonly normal: string;
  readonly strength: Strength;
  readonly categories: readonly Category[];
  /** The code of the department that it is the name of. */
  readonly names?: string;
}

type Strength = "keyword" | "department";

interface Match {
  readonly term: Term;
  readonly start: number;
  readonly end: number;
}

interface Rank {
  readonly strength: Strength;
  readonly longest: number;
  readonly words: number;
}

interface Candidate {
  readonly rank: Rank;
  readonly suggestion: RoutingSuggestion;
}

const known = new WeakMap<Directory, readonly Term[]>();

function termsOf(directory: Directory): readonly Term[] {
  const earlier = known.get(directory);
  if (earlier !== undefined) return earlier;
  const { categories, departments, enterprises } = directory.org;
  const terms = [
    ...categories.flatMap((one) => terming([...one.keywords, one.name, ...one.aliases], "keyword", [one])),
    ...departments.flatMap((one) => {
      const own = categories.filter((category) => category.department === one.code);
      return terming([one.name, ...one.aliases], "department", own).map((term) => ({ ...term, names: one.code }));
    }),
    ...enterprises.flatMap((one) => terming([one.name, ...one.aliases], "department", [])),
  ];
  known.set(directory, terms);
  return terms;
}

function terming(words: readonly string[], strength: Strength, categories: readonly Category[]): readonly Term[] {
  return words
    .map((word) => ({ word, normal: normalise(word).trim(), strength, categories }))
    .filter((term) => term.normal !== "");
}

function normalise(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

/** Every occurrence of every term, without those that lie inside a longer one. */
function matchesIn(text: string, terms: readonly Term[]): readonly Match[] {
  const all: Match[] = [];
  for (const term of terms) {
    for (let start = text.indexOf(term.normal); start >= 0; start = text.indexOf(term.normal, start + 1)) {
      const end = start + term.normal.length;
      if (!cutsWord(text, start) && !cutsWord(text, end)) all.push({ term, start, end });
    }
  }
  // By start, the longer first: what lies inside another match ends no later than the furthest end so far.
  all.sort((one, other) => one.start - other.start || other.end - one.end);
  const whole: Match[] = [];
  let furthest: Match | undefined;
  for (const match of all) {
    const sameSpan = furthest !== undefined && match.start === furthest.start && match.end === furthest.end;
    if (furthest !== undefined && match.end <= furthest.end && !sameSpan) continue;
    // 厂房租金: what begins inside a word of its own length is none.
    if (furthest !== undefined && !sameSpan && crosses(match, furthest)) continue;
    whole.push(match);
    furthest = match;
  }
  return whole;
}

/** Whether it begins within the other, goes on behind it, and is no longer. */
function crosses({ start, end }: Match, { start: from, end: to }: Match): boolean {
  return start > from && start < to && end > to && end - start <= to - from;
}

/** Whether a border between two characters falls inside a Latin word or a number: `5g` is not in `15gb`. */
function cutsWord(text: string, at: number): boolean {
  return /[a-z0-9]/u.test(text[at - 1] ?? "") && /[a-z0-9]/u.test(text[at] ?? "");
}

/** The best category of each department, the best department first. */
function rank(matches: readonly Match[], directory: Directory): readonly Candidate[] {
  const byCategory = new Map<Category, Match[]>();
  for (const match of matches) {
    for (const category of match.term.categories)
      byCategory.set(category, [...(byCategory.get(category) ?? []), match]);
  }
  const candidates: Candidate[] = [];
  for (const [category, found] of byCategory) {
    const department = directory.department(category.department);
    const strength = found.some(({ term }) => term.strength === "keyword") ? "keyword" : "department";
    const counted = found.filter(({ term }) => term.strength === strength);
    const [best] = counted.toSorted(
      (one, other) =>
        sizeOf(other.term) - sizeOf(one.term) || one.start - other.start || order(one.term.word, other.term.word),
    );
    if (department === undefined || best === undefined) continue;
    const words = new Set(counted.map(({ term }) => term.normal)).size;
    candidates.push({
      rank: { strength, longest: sizeOf(best.term), words },
      suggestion: suggestion(best.term.word, category, department),
    });
  }
  candidates.sort(
    (one, other) =>
      compare(one.rank, other.rank) ||
      order(one.suggestion.category?.code ?? "", other.suggestion.category?.code ?? ""),
  );
  const seen = new Set<string>();
  return candidates.filter(({ suggestion: { department } }) => !seen.has(department.code) && seen.add(department.code));
}

/** Negative when the first is better. */
function compare(one: Rank, other: Rank): number {
  if (one.strength !== other.strength) return one.strength === "keyword" ? -1 : 1;
  return other.longest - one.longest || other.words - one.words;
}

/** How much a word says: a Chinese character as much as two Latin letters. */
function sizeOf(term: Term): number {
  return [...normaliseName(term.normal)].reduce((size, letter) => size + (letter <= "\u007f" ? 0.5 : 1), 0);
}

function order(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function suggestion(word: string, category: Category, department: Department): RoutingSuggestion {
  return { category, department, reason: { word, category: category.name, department: department.name } };
}
