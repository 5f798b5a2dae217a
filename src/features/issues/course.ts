import type { Issue } from "../../domain/issue/issue.ts";
import { ACTIONS, type Action } from "../../domain/issue/lifecycle.ts";
import type { MoveFacts } from "../../domain/notice/notice.ts";
import type { Card } from "../../messages/card.ts";
import type { Reader } from "../../messages/reader.ts";
import type { Db } from "../../store/client.ts";
import { movesOf } from "../../store/events.ts";
import { moveCard } from "./move-notice.ts";

/** What a company would have been told of in its chat, and what it did itself; what is decided inside the departments is not among it. */
const HEARD: ReadonlySet<Action> = new Set<Action>([
  "dispatch",
  "sign",
  "progress",
  "ask",
  "answer",
  "correct",
  "reject",
  "resume",
  "void",
  "reopen",
  "lapse",
  "supplement",
  "solved",
  "accept",
  "unsolved",
  "rate",
  "withdraw",
  "restore",
]);

/** A request that was granted is told where it changes the date; that a unit gave the issue back is not. */
const TOLD_REQUESTS: ReadonlySet<unknown> = new Set(["extend", "hold"]);

/** One step on the way of an issue. */
export interface Step {
  readonly version: number;
  readonly at: string;
  readonly card: Card;
}

/** How an issue went, for its company, the newest first: each step in the words of its announcement. */
export async function courseOf(db: Db, issue: Issue, reader: Reader): Promise<readonly Step[]> {
  const steps = (await movesOf(db, issue.id)).flatMap(({ action, data, version, at }) => {
    const known = ACTIONS.find((one) => one === action);
    const isTold = known === "approve" ? TOLD_REQUESTS.has(data["request"]) : known !== undefined && HEARD.has(known);
    // What was recorded with a move is what its announcement was made from.
    return isTold
      ? [{ version, at: reader.dateTime(at), card: moveCard(data as unknown as MoveFacts, issue, reader) }]
      : [];
  });
  return steps.toReversed();
}
