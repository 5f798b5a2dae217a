/** A meeting takes two hours, in milliseconds: another one may not lie nearer. */
export const MEETING_MS = 2 * 3_600_000;
