/** How well units were told apart: by texts whose unit is known. */

/** A text's unit, and how the units were ranked for it. */
export interface Seen {
  readonly unit: string;
  readonly ranked: readonly string[];
}

/** Which share of the texts has its unit first. */
export function accuracyOf(seen: readonly Seen[]): number {
  return shareOf(seen, ({ unit, ranked }) => ranked[0] === unit);
}

/** Which share of the texts has its unit among the first two. */
export function top2Of(seen: readonly Seen[]): number {
  return shareOf(seen, ({ unit, ranked }) => ranked.slice(0, 2).includes(unit));
}

/** The mean over the units of the harmonic mean of precision and recall: each unit counts alike, however few its texts are. */
export function macroF1Of(seen: readonly Seen[]): number {
  const units = [...new Set(seen.map(({ unit }) => unit))];
  const each = units.map((unit) => {
    const both = seen.filter((one) => one.unit === unit && one.ranked[0] === unit).length;
    const either = seen.filter((one) => one.unit === unit).length + seen.filter((one) => one.ranked[0] === unit).length;
    return (2 * both) / either;
  });
  return each.reduce((sum, one) => sum + one, 0) / Math.max(1, each.length);
}

function shareOf<T>(all: readonly T[], is: (one: T) => boolean): number {
  return all.filter(is).length / Math.max(1, all.length);
}

/** The chance that of a pair that belongs together and one that does not the first is found to be more alike. */
export function aucOf(together: readonly number[], apart: readonly number[]): number {
  const sorted = [
    ...together.map((value) => ({ value, own: 1 })),
    ...apart.map((value) => ({ value, own: 0 })),
  ].toSorted((one, other) => one.value - other.value);
  let [below, won] = [0, 0];
  for (let start = 0; start < sorted.length; ) {
    const equal = sorted.filter(({ value }) => value === sorted[start]?.value);
    const own = equal.filter((one) => one.own === 1).length;
    won += own * (below + (equal.length - own) / 2);
    below += equal.length - own;
    start += equal.length;
  }
  return won / (together.length * apart.length);
}
