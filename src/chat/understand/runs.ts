/** Of one character that is held down, so many say all there is to say. */
const LONGEST_RUN = 30;
const LONG_RUN = new RegExp(`(\\D)\\1{${LONGEST_RUN},}`, "gu");

/** A text without what a key that was held down made of it, which a pattern may read again from each of its places. */
export function withoutLongRuns(text: string): string {
  return text.replace(LONG_RUN, (_, one: string) => one.repeat(LONGEST_RUN));
}
