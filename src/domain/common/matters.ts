import { normaliseName } from "../park/directory.ts";
import { ALIKE, groupsOf, Likeness, type Text, textOf } from "../routing/similar.ts";
import { companiesOf, type Raised } from "./raised.ts";
import { withWordGroups } from "./word-groups.ts";
import { isFault, tellingWords } from "./zh-cn-matter-words.ts";
import { commonWords, isSaidOfAnything, wordsIn } from "./zh-cn-words.ts";

/** Issues of several companies that are about one matter: what may be a common problem. Pure. */

/** Issues of one matter that belong to no common problem, and the one to which they should. */
export interface Matter {
  readonly common: number | null;
  /** In the order of their numbers. */
  readonly issues: readonly number[];
}

/** So many are proposed at once: a list that nobody reads proposes nothing. */
const MOST_PROPOSED = 5;
const FEWEST_COMPANIES = 2;
/** One issue alone is a matter of several where so many other companies said 同感. */
const FEWEST_JOINED = 2;

/**
 * `refused`: what somebody said is none. A matter is another one only where more than half of its issues are. Pauses often, so that
 * others can work meanwhile.
 */
export function* mattersAmong(
  raised: readonly Raised[],
  refused: readonly Matter[],
): Generator<void, readonly Matter[]> {
  const groups = yield* withWordGroups(yield* groupsAmong(raised), raised);
  const grouped = new Set(groups.flat());
  const alone = raised.filter((one) => !grouped.has(one) && one.joined.length >= FEWEST_JOINED);
  return [...groups, ...alone.map((one) => [one])]
    .flatMap((group) => matterOf(group))
    .filter(({ matter }) => !refused.some((other) => isSame(matter, other)))
    .toSorted(
      ({ matter: one, companies }, { matter: other, companies: others }) =>
        others - companies || other.issues.length - one.issues.length || newest(other) - newest(one),
    )
    .slice(0, MOST_PROPOSED)
    .map(({ matter }) => matter);
}

function newest({ issues }: Matter): number {
  return issues.at(-1) ?? 0;
}

function matterOf(group: readonly Raised[]): readonly { readonly matter: Matter; readonly companies: number }[] {
  const common = mostFrequent(group.flatMap((one) => one.common ?? []));
  // What is closed shows that it is a matter of many, and needs nothing any more.
  const free = group.filter((one) => one.common === null && (common === null || one.isOpen));
  const issues = free.map(({ id }) => id).sort((one, other) => one - other);
  const companies = companiesOf(free);
  const isEnough = free.some(({ isOpen }) => isOpen) && (common !== null || companies >= FEWEST_COMPANIES);
  return isEnough ? [{ matter: { common, issues }, companies }] : [];
}

function mostFrequent(numbers: readonly number[]): number | null {
  const times = new Map<number, number>();
  for (const one of numbers) times.set(one, (times.get(one) ?? 0) + 1);
  const [first] = [...times].toSorted(([, one], [, other]) => other - one);
  return first?.[0] ?? null;
}

function isSame(matter: Matter, other: Matter): boolean {
  const had = new Set(other.issues);
  return matter.common === other.common && matter.issues.filter((id) => had.has(id)).length * 2 > matter.issues.length;
}

/** Of more that hang together these are compared one with another; each of the rest joins the group that it is the most like. */
const MOST_COMPARED = 60;
/** Whoever joins a group is compared with so many of it. */
const SAMPLE = 6;

/** A matter is told in so many characters; of longer texts the comparing would hold everybody up. */
const LOOKED_AT = 200;

interface Compared {
  readonly raised: Raised;
  readonly text: Text;
}

/** What people write in a chat is too short to have much in common but the word that says what it is about. */
const SAME_TOPIC = 0.25;

/** How alike issues are: by what they say, and by the words of the duty table that both have. */
class Alike {
  readonly #words: Likeness;
  readonly #topics: ReadonlyMap<Text, Topics>;

  constructor(all: readonly Compared[]) {
    this.#words = new Likeness(all.map(({ text }) => text));
    this.#topics = new Map(all.map(({ text, raised }) => [text, topicsIn(raised)]));
  }

  between(one: Text, other: Text): number {
    return this.#words.between(one, other) + SAME_TOPIC * sharedTopics(this.#topics.get(one), this.#topics.get(other));
  }

  /** The places of those that are like one by what they say. */
  near(text: Text): readonly number[] {
    return this.#words.near(text, ALIKE).map(({ place }) => place);
  }
}

interface Topics {
  readonly topics: ReadonlySet<string>;
  /** What it tells beside them. */
  readonly besides: ReadonlySet<string>;
}

function topicsIn({ text, topics }: Raised): Topics {
  const without = topics.reduce((rest, topic) => rest.replaceAll(topic, " "), text.slice(0, LOOKED_AT));
  return { topics: new Set(topics), besides: tellingWords(without) };
}

/**
 * What share of their topics both have. 停电 tells what is wrong; 公交, 绿化 and 出口 only in which field it is, and who has nothing else
 * in common has another matter.
 */
function sharedTopics(one: Topics | undefined, other: Topics | undefined): number {
  if (one === undefined || other === undefined) return 0;
  const both = [...one.topics].filter((topic) => other.topics.has(topic));
  const isOne = both.some(isFault) || [...one.besides].some((word) => other.besides.has(word));
  return both.length === 0 || !isOne ? 0 : both.length / Math.sqrt(one.topics.size * other.topics.size);
}

function* groupsAmong(raised: readonly Raised[]): Generator<void, readonly (readonly Raised[])[]> {
  const all = raised.map((one): Compared => ({ raised: one, text: textOf(one.text.slice(0, LOOKED_AT)) }));
  const alike = new Alike(all);
  yield;
  const found: (readonly Compared[])[] = [];
  for (const part of yield* connected(all, alike)) {
    const first = part.slice(0, MOST_COMPARED);
    const texts = first.map(({ text }) => text);
    const groups = groupsOf(texts, alike, ALIKE).map((places) => places.flatMap((place) => first[place] ?? []));
    yield;
    for (const one of part.slice(MOST_COMPARED)) {
      nearestTo(one, groups, alike)?.push(one);
      yield;
    }
    found.push(...groups);
  }
  const together = yield* putTogether([...membersOf(all), ...found], all, alike);
  return together.map((group) => group.map((one) => one.raised));
}

/** The issues of each common problem: what is told of the same is to be added to them. */
function membersOf(all: readonly Compared[]): readonly (readonly Compared[])[] {
  const members = new Map<number, Compared[]>();
  for (const one of all) {
    const { common } = one.raised;
    if (common !== null) members.set(common, [...(members.get(common) ?? []), one]);
  }
  return [...members.values()];
}

/** Of groups that have a word for it in common, which hardly anybody else says, so much likeness shows that it is one matter. */
const NEARLY_ALIKE = 0.03;
/** So many of each group say that word. */
const MOST_OF_THEM = 0.75;

interface Group {
  readonly members: Set<Compared>;
  readonly words: readonly string[];
}

/** 道闸坏了 and 道闸抬不起来, told so differently that they are two groups, are one matter. */
function* putTogether(
  groups: readonly (readonly Compared[])[],
  all: readonly Compared[],
  alike: Alike,
): Generator<void, readonly (readonly Compared[])[]> {
  const kept: Group[] = [];
  for (const members of groups) {
    const one: Group = { members: new Set(members), words: wordsFor(members) };
    yield;
    const same = kept.find((other) => members.some((member) => other.members.has(member)));
    const like = same ?? kept.find((other) => mayBeOne(one, other) && isOneMatter(one, other, all, alike));
    if (like === undefined) kept.push(one);
    else for (const member of members) like.members.add(member);
  }
  return kept.map(({ members }) => all.filter((one) => members.has(one))).filter((group) => group.length > 1);
}

function wordsFor(members: readonly Compared[]): readonly string[] {
  const texts = members.slice(0, MOST_COMPARED).map(({ raised }) => raised.text);
  const [only, ...more] = texts;
  return only !== undefined && more.length === 0 ? [...wordsIn(only)] : commonWords(texts);
}

/** Issues of two common problems are two matters: somebody has said so. */
function mayBeOne(one: Group, other: Group): boolean {
  const commons = [one, other].map(({ members }) => [...members].some(({ raised }) => raised.common !== null));
  return !commons.every((has) => has);
}

function isOneMatter(one: Group, other: Group, all: readonly Compared[], alike: Alike): boolean {
  const [few, many] = [one, other].map(({ members }) => [...members].slice(0, SAMPLE));
  const pairs = (few ?? []).flatMap((a) => (many ?? []).map((b) => alike.between(a.text, b.text)));
  const mean = pairs.reduce((sum, value) => sum + value, 0) / Math.max(1, pairs.length);
  if (mean < NEARLY_ALIKE) return false;
  const shared = one.words.flatMap((word) => other.words.flatMap((own) => within(word, own) ?? []));
  return shared.some((word) => {
    if (isSaidOfAnything(word)) return false;
    const having = all.filter(({ raised }) => raised.text.includes(word));
    const [own, others] = [one, other].map(({ members }) => having.filter((text) => members.has(text)).length);
    const inside = (own ?? 0) + (others ?? 0);
    const sayIt = Math.min((own ?? 0) / one.members.size, (others ?? 0) / other.members.size);
    return sayIt >= MOST_OF_THEM && having.length - inside <= inside / 2;
  });
}

function within(one: string, other: string): string | null {
  return other.includes(one) ? one : one.includes(other) ? other : null;
}

/** Of the others those that are as like these as what is proposed with them would be. */
export function likeThese(these: readonly Raised[], others: readonly Raised[]): readonly Raised[] {
  const compared = (all: readonly Raised[]) =>
    all.map((raised): Compared => ({ raised, text: textOf(raised.text.slice(0, LOOKED_AT)) }));
  const group = compared(these);
  const rest = compared(others);
  const alike = new Alike([...group, ...rest]);
  return rest.filter((one) => group.length > 0 && nearestTo(one, [group], alike) !== null).map(({ raised }) => raised);
}

function nearestTo(one: Compared, groups: readonly Compared[][], alike: Alike): Compared[] | null {
  let best: { readonly group: Compared[]; readonly mean: number } | null = null;
  for (const group of groups) {
    const sample = group.slice(0, SAMPLE);
    const mean = sample.reduce((sum, other) => sum + alike.between(one.text, other.text), 0) / sample.length;
    if (mean >= ALIKE && mean > (best?.mean ?? 0)) best = { group, mean };
  }
  return best?.group ?? null;
}

/** Parts of which no issue is like one of another part: only within them there are groups. */
function* connected(all: readonly Compared[], alike: Alike): Generator<void, readonly (readonly Compared[])[]> {
  const having = new Map<string, number[]>();
  for (const [place, { raised }] of all.entries())
    for (const topic of raised.topics) having.set(topic, [...(having.get(topic) ?? []), place]);
  const seen = new Set<Compared>();
  const parts: Compared[][] = [];
  for (const start of all) {
    if (seen.has(start)) continue;
    seen.add(start);
    const part = [start];
    for (const { text, raised } of part) {
      yield;
      for (const place of [...alike.near(text), ...raised.topics.flatMap((topic) => having.get(topic) ?? [])]) {
        const other = all[place];
        if (other === undefined || seen.has(other)) continue;
        seen.add(other);
        part.push(other);
      }
    }
    if (part.length > 1) parts.push(part);
  }
  return parts;
}

/** The words of a duty table. */
type Duties = readonly { readonly code: string; readonly name: string; readonly keywords: readonly string[] }[];

/** The words of the duty table that a text has; of an issue with a category those of that alone. */
export function topicsOf(text: string, category: string | null, duties: Duties): readonly string[] {
  const plain = normaliseName(text);
  const own = duties.filter(({ code }) => category === null || code === category);
  const words = new Set(own.flatMap(({ name, keywords }) => [name, ...keywords]));
  return [...words].filter((word) => plain.includes(normaliseName(word)));
}
