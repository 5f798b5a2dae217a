/** Moments of a wall clock as Excel counts them: in days. */

const DAY_MS = 86_400_000;
/** 1970-01-01 */
const EPOCH = 25_569;

export function serialOf(at: Date): number {
  return at.getTime() / DAY_MS + EPOCH;
}

/** To the millisecond, which a fraction of a day does not always hit. */
export function ofSerial(serial: number): Date {
  return new Date(Math.round((serial - EPOCH) * DAY_MS));
}
