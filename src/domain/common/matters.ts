import { normaliseName } from "../park/directory.ts";
import { ALIKE, groupsOf, Likeness, type Text, textOf } from "../routing/similar.ts";

/** Issues of several companies that are about one matter: what may be a common problem. Pure. */

/** An issue as it is compared. */
export interface Raised {
  readonly id: number;
  readonly text: string;
  /** The words of the duty table that it has. */
  readonly topics: readonly string[];
  readonly enterprise: string;
  readonly confidential: boolean;
  /** Something is still to be done about it. */
  readonly isOpen: boolean;
  /** Other companies that have the same concern. */
  readonly joined: readonly string[];
  /** The common problem to which it belongs, where that is open. */
  readonly common: number | null;
}

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
  const groups = yield* groupsAmong(raised);
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

/** Whose a confidential issue is, must not be known by what is proposed. */
function companiesOf(group: readonly Raised[]): number {
  const open = group.filter(({ confidential }) => !confidential);
  return new Set(open.flatMap(({ enterprise, joined }) => [enterprise, ...joined])).size;
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
  readonly #topics: ReadonlyMap<Text, ReadonlySet<string>>;

  constructor(all: readonly Compared[]) {
    this.#words = new Likeness(all.map(({ text }) => text));
    this.#topics = new Map(all.map(({ text, raised }) => [text, new Set(raised.topics)]));
  }

  between(one: Text, other: Text): number {
    const own = this.#topicsOf(one);
    const others = this.#topicsOf(other);
    const both = [...own].filter((topic) => others.has(topic)).length;
    const topics = both === 0 ? 0 : both / Math.sqrt(own.size * others.size);
    return this.#words.between(one, other) + SAME_TOPIC * topics;
  }

  #topicsOf(text: Text): ReadonlySet<string> {
    return this.#topics.get(text) ?? new Set<string>();
  }

  /** The places of those that are like one by what they say. */
  near(text: Text): readonly number[] {
    return this.#words.near(text, ALIKE).map(({ place }) => place);
  }
}

function* groupsAmong(raised: readonly Raised[]): Generator<void, readonly (readonly Raised[])[]> {
  const all = raised.map((one): Compared => ({ raised: one, text: textOf(one.text.slice(0, LOOKED_AT)) }));
  const alike = new Alike(all);
  yield;
  const found: (readonly Raised[])[] = [];
  for (const part of yield* connected(all, alike)) {
    const first = part.slice(0, MOST_COMPARED);
    const texts = first.map(({ text }) => text);
    const groups = groupsOf(texts, alike, ALIKE).map((places) => places.flatMap((place) => first[place] ?? []));
    yield;
    for (const one of part.slice(MOST_COMPARED)) {
      nearestTo(one, groups, alike)?.push(one);
      yield;
    }
    found.push(...groups.map((group) => group.map((one) => one.raised)));
  }
  return found;
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
