/** So many times say all there is to say. */
const MOST_TIMES = 10;
const RUN = new RegExp(`(\\D{1,8}?)\\1{${MOST_TIMES},}`, "gu");

/** To be looked into, never to be kept: without what a key that was held down made of it, or a paste, which patterns would read again from each place. */
export function withoutLongRuns(text: string): string {
  return text.replace(RUN, (_, piece: string) => piece.repeat(MOST_TIMES));
}
