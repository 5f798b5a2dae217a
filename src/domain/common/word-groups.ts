import { onlyWhere } from "../routing/zh-cn-places.ts";
import { companiesOf, type Raised } from "./raised.ts";
import { isOfWhoeverDoesIt, tellingWords } from "./zh-cn-matter-words.ts";

/** Issues that tell one matter in such different words that they are alike by a single one: 挂车, 物业, 狗. Pure. */

/** A word of fewer companies may be chance. */
const FEWEST_COMPANIES = 3;
/** What a larger share of all tell, tells nothing; of a few issues no share can be told. */
const MOST_SHARE = 0.2;
const FEW = 12;
/** A group that is there takes in the others where so much of it has the word. */
const MOST_OF_IT = 0.6;

/** Longer texts have words enough to be compared by them all, and name much beside their matter. */
const LONGEST_TOLD = 60;

type Groups = readonly (readonly Raised[])[];

/** The groups with whoever tells the same by one word, and those that such a word makes. */
export function* withWordGroups(groups: Groups, raised: readonly Raised[]): Generator<void, Groups> {
  const having = yield* issuesByWord(raised.filter(({ text }) => text.length <= LONGEST_TOLD));
  const most = Math.max(FEW, raised.length * MOST_SHARE);
  const words = [...having]
    .filter(([, issues]) => issues.length <= most && companiesOf(issues) >= FEWEST_COMPANIES)
    .toSorted(([one, a], [other, b]) => companiesOf(b) - companiesOf(a) || other.length - one.length);
  const kept = groups.map((group) => [...group]);
  for (const [, issues] of words) {
    yield;
    const grouped = new Set(kept.flat());
    const free = issues.filter((one) => !grouped.has(one));
    const own = kept.find((group) => group.filter((one) => issues.includes(one)).length >= MOST_OF_IT * group.length);
    if (own !== undefined)
      own.push(...free.filter((one) => one.common === null || own.every((other) => other.common === null)));
    else if (companiesOf(free) >= FEWEST_COMPANIES) kept.push([...free]);
  }
  return kept;
}

function* issuesByWord(raised: readonly Raised[]): Generator<void, ReadonlyMap<string, readonly Raised[]>> {
  const having = new Map<string, Raised[]>();
  for (const one of raised) {
    yield;
    for (const word of tellingWords(one.text))
      if (isOfIt(word, one)) having.set(word, [...(having.get(word) ?? []), one]);
  }
  // 垃圾桶 is told by who tells 垃圾, too.
  for (const [word, issues] of having) {
    if (issues.length < 2) continue;
    yield;
    const others = raised.filter((one) => one.text.includes(word) && !issues.includes(one) && isOfIt(word, one));
    issues.push(...others);
  }
  return having;
}

/** A word of the duty table is its matter where no other stands beside it, and it is neither a place nor somebody's trade. */
function isOfIt(word: string, { text, topics }: Raised): boolean {
  if (onlyWhere(text, word) !== null || isOfWhoeverDoesIt(text, word)) return false;
  const isTopic = topics.some((topic) => topic.includes(word) || word.includes(topic));
  return !isTopic || topics.every((topic) => topic.includes(word) || word.includes(topic));
}
