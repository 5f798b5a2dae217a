import { plainOf } from "../../domain/plain.ts";
import type { Situation } from "./situation.ts";
import { firstDate } from "./zh-cn-dates.ts";
import { amountsIn, PART_OF_A_DAY } from "./zh-cn-piece.ts";

/** A text with one piece of it put right: a day, a part of a day, a figure with what it counts. */

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The text with what is meant in the place of the one piece of its kind; null: it has none, or several. */
export function withPiece(text: string, meant: string, situation: Situation): string | null {
  const found = spansOf(text, meant, situation);
  if (found === null) return null;
  const [before, after] = found;
  return text.slice(0, before.start) + meant.slice(after.start, after.end) + text.slice(before.end);
}

function spansOf(text: string, meant: string, { now, park }: Situation): readonly [Span, Span] | null {
  const [before, after] = [plainOf(text), plainOf(meant)];
  const parts = [PART_OF_A_DAY.exec(before), PART_OF_A_DAY.exec(after)].map(spanOf);
  const days = [firstDate(before, now, park.calendar), firstDate(after, now, park.calendar)];
  for (const [one, other] of [parts, days]) if (one != null && other != null) return [one, other];
  const [amount, ...more] = amountsIn(after);
  const same =
    amount === undefined || more.length > 0 ? [] : amountsIn(before).filter(({ kind }) => kind === amount.kind);
  const [only, ...others] = same;
  return amount === undefined || only === undefined || others.length > 0 ? null : [only, amount];
}

function spanOf(match: RegExpExecArray | null): Span | null {
  return match === null ? null : { start: match.index, end: match.index + match[0].length };
}
