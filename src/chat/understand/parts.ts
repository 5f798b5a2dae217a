import { plainOf } from "../../domain/plain.ts";
import { numbersAhead } from "./content.ts";
import { isKnownIn } from "./sight.ts";
import type { Situation } from "./situation.ts";
import { type Reference, referencesIn } from "./zh-cn-numbers.ts";
import { BEGINS_A_PART, ENDS_A_SENTENCE, LISTS_ON } from "./zh-cn-parts.ts";
import { withoutEnd } from "./zh-cn-pieces.ts";

/** A message that tells of several issues: each part belongs to the number that it begins with. */

/** How a message is taken apart. */
interface Taking {
  /** The number that is named before the first part, as in a command's own words. */
  readonly first?: number;
  /** A comma parts nothing: in a text that is written for a company a figure behind one may be anything. */
  readonly bySentence?: boolean;
}

/** Nobody says more in one message. */
const MOST_PARTS = 12;

/** So far is looked for what joins a number to the part before. */
const NEAR = 24;

/** The parts of a text, in its order; none where it is not told apart so. */
export function partsOf(
  text: string,
  situation: Situation,
  { first, bySentence = false }: Taking = {},
): readonly string[] {
  const plain = plainOf(text);
  const references = referencesIn(plain, isKnownIn(situation));
  const borders: number[] = [];
  let named = first !== undefined;
  for (const [index, reference] of references.entries()) {
    const before = references[index - 1];
    // 30，31，40都给建管局: said of all of them.
    const isListed = before !== undefined && LISTS_ON.test(plain.slice(before.end, reference.start));
    const at = isListed ? null : borderBefore(plain, reference, bySentence);
    // What stands before the first number belongs to it.
    if (at !== null && named) borders.push(at);
    named = true;
  }
  if (borders.length === 0 || borders.length >= MOST_PARTS) return [];
  const ends = [...borders, text.length];
  const spans = [0, ...borders].map((start, index) => ({ start, end: ends[index] ?? text.length }));
  const inSpan = ({ start, end }: (typeof spans)[number]) =>
    references.filter((one) => one.start >= start && one.start < end);
  const numbers = spans.map((span, index) => ({
    ahead: numbersAhead(text.slice(span.start, span.end), situation),
    all: [...(index === 0 && first !== undefined ? [first] : []), ...inSpan(span).map((one) => one.number)],
  }));
  return areApart(numbers) ? spans.map(({ start, end }) => withoutEnd(text.slice(start, end))) : [];
}

interface Numbers {
  /** With which a part begins. */
  readonly ahead: readonly number[];
  readonly all: readonly number[];
}

/** Each names an issue, and none one of another's; 11、13签收。11的材料交大厅: but a part may come back to one with which it begins. */
function areApart(numbers: readonly Numbers[]): boolean {
  if (numbers.some(({ all }) => all.length === 0)) return false;
  const before = new Set<number>();
  for (const { ahead, all } of numbers) {
    if (all.some((number) => before.has(number) && !ahead.includes(number))) return false;
    for (const number of all) before.add(number);
  }
  return true;
}

/** Where the part begins that this number opens; null where it opens none. */
function borderBefore(plain: string, { start }: Reference, bySentence: boolean): number | null {
  const match = BEGINS_A_PART.exec(plain.slice(Math.max(0, start - NEAR), start));
  if (match === null) return null;
  const [whole, ends = "", joint = ""] = match;
  const isWeak = joint.trim() === "" && !ENDS_A_SENTENCE.test(ends);
  if (isWeak && bySentence) return null;
  return start - whole.length + ends.length;
}
