/** A meeting takes two hours, in milliseconds: another one may not lie nearer. */
export const MEETING_MS = 2 * 3_600_000;

/** Who plans the fixed theme day. */
export const RULE_NAME = "系统";
