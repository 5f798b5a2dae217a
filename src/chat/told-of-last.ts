import type { Reply } from "./conversation.ts";
import type { Understood } from "./understand/outcome.ts";

/** What is meant by words about the last move, and what is said before it of where that has gone. */
export interface OfLast extends Understood {
  readonly told: Reply | null;
}
