import type { Example } from "./model.ts";

/** What of a long history is learned from: the newest of each unit, so that learning takes seconds. */

/** So many examples at most. More make nothing better that can be measured, and take longer. */
const MOST = 10_000;

/** `examples`: the oldest first, as what comes back. Units with few leave what they do not need to the others. */
export function sampled(examples: readonly Example[], most = MOST): readonly Example[] {
  const sizes = new Map<string, number>();
  for (const { unit } of examples) sizes.set(unit, (sizes.get(unit) ?? 0) + 1);
  const share = shareOf([...sizes.values()], most);
  const left = new Map(sizes);
  return examples.filter(({ unit }) => {
    const place = left.get(unit) ?? 0;
    left.set(unit, place - 1);
    return place <= share;
  });
}

/** How many each may have, so that all together have no more than `most`. */
function shareOf(sizes: readonly number[], most: number): number {
  let left = most;
  for (const [index, size] of sizes.toSorted((one, other) => one - other).entries()) {
    const share = Math.floor(left / (sizes.length - index));
    if (size > share) return share;
    left -= size;
  }
  return Number.POSITIVE_INFINITY;
}
