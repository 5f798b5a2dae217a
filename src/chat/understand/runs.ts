/** Of one character that is held down, so many say all there is to say, and so many of what is said again and again. */
const LONGEST_RUN = 30;
const MOST_TIMES = 10;
const HELD_DOWN = new RegExp(`(\\D)\\1{${LONGEST_RUN},}`, "gu");
const REPEATED = new RegExp(`(\\D{2,8}?)\\1{${MOST_TIMES},}`, "gu");

/** A text without what a key that was held down made of it, or a paste that was, which patterns would read again from each place. */
export function withoutLongRuns(text: string): string {
  return text
    .replace(HELD_DOWN, (_, one: string) => one.repeat(LONGEST_RUN))
    .replace(REPEATED, (whole, piece: string) => (isOneCharacter(piece) ? whole : piece.repeat(MOST_TIMES)));
}

function isOneCharacter(piece: string): boolean {
  return new Set(piece).size === 1;
}
