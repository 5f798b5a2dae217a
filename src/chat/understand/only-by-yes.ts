import type { Doing } from "./outcome.ts";

/** What cannot be taken back, goes out of the house or to a head: it is done after a plain yes, and after nothing that may be meant otherwise. */
const ONLY_BY_YES: ReadonlySet<string> = new Set([
  "withdraw",
  "solved",
  "accept",
  "answer",
  "correct",
  "progress",
  "ask",
  "reject",
  "merge",
  "void",
  "return",
  "supervise",
  "feedback",
]);

export function isOnlyByYes({ command, shown }: Pick<Doing, "command" | "shown">): boolean {
  // What is done to several at once goes to several companies.
  return shown !== undefined || ONLY_BY_YES.has(command);
}
