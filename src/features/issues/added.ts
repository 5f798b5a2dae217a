import { shortened } from "../../domain/graphemes.ts";
import type { Issue } from "../../domain/issue/issue.ts";
import type { Action } from "../../domain/issue/lifecycle.ts";
import type { MoveFacts } from "../../domain/notice/notice.ts";
import type { Block, Card } from "../../messages/card.ts";
import type { Reader } from "../../messages/reader.ts";
import { ADDED_TEXT } from "../../messages/zh-cn/issues.ts";
import type { Db } from "../../store/client.ts";
import { movesOf } from "../../store/events.ts";

/** What a company has said to its issue since it raised it: a unit that first gets it reads that as well, shortened where it is long. */

const ADDS: ReadonlySet<string> = new Set<Action>(["supplement", "unsolved", "reopen", "absorb"]);
/** Only the last ones are shown, each as long as this at most. */
const MOST = 5;
const LONGEST = 200;

/** To each move with which a unit first gets an issue, or what was merged into one; nothing to any other. */
export async function addedBefore(db: Db, { action, other }: MoveFacts, issue: Issue): Promise<readonly string[]> {
  if (action === "absorb" && other !== undefined) return addedTo(db, other, null);
  if (action === "assist") return addedTo(db, issue.id, null);
  return action === "dispatch" ? addedTo(db, issue.id, issue.dispatchedAt) : [];
}

async function addedTo(db: Db, id: number, until: Date | null): Promise<readonly string[]> {
  const moves = await movesOf(db, id);
  const said = moves.flatMap(({ action, at, data }) => {
    const text = ADDS.has(action) && (until === null || at <= until) ? data["text"] : undefined;
    return typeof text === "string" && text !== "" ? [shortened(text, LONGEST)] : [];
  });
  return said.slice(-MOST);
}

/** The card with it, right behind the issue's own text. For departments: whoever else reads a card has it in another form. */
export function withAdded({ blocks }: Card, added: readonly string[], issue: Issue, reader: Reader): Card {
  const at = blocks.findLastIndex(({ kind }) => kind === "said");
  if (added.length === 0 || at < 0 || !reader.seesInternal) return { blocks };
  const text = added.map((one) => reader.text(one, issue)).join("\n");
  const block: Block = { kind: "said", by: ADDED_TEXT, text };
  return { blocks: [...blocks.slice(0, at + 1), block, ...blocks.slice(at + 1)] };
}
