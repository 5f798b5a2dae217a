import { type Issue, OPEN_STATES, type State } from "../../domain/issue/issue.ts";
import type { Reader } from "../../messages/reader.ts";
import { CONFIDENTIAL, CONTAINS_ALL, MORE_COLUMNS } from "../../messages/zh-cn/ledger.ts";
import { boardCounts, boardIssues } from "../../store/board-list.ts";
import type { Db } from "../../store/client.ts";
import { keysOf } from "../../store/taken-over.ts";
import { carriedText } from "./carried.ts";
import { type Describe, eventSheet } from "./event-sheet.ts";
import { figureSheet } from "./figure-sheet.ts";
import { type Behind, issueSheet, type ListedIssues } from "./issue-sheet.ts";
import type { OfficialSheet } from "./sheet.ts";

/**
 * The whole ledger as sheets, as the coordinator sees it. In one transaction that reads one state, so that they belong together;
 * the rows are read while they are written, from a number on.
 */
export async function wholeLedger(db: Db, reader: Reader, describe: Describe): Promise<readonly OfficialSheet[]> {
  const all = await boardCounts(db, { kind: "all" }, {});
  const countIn = (states: readonly State[]) => states.reduce((sum, state) => sum + (all.get(state) ?? 0), 0);
  return [
    issueSheet("problems", listed(db, countIn([...all.keys()])), reader, { note: CONTAINS_ALL, behind: behind(db) }),
    issueSheet("duties", listed(db, countIn(OPEN_STATES), OPEN_STATES), reader),
    await eventSheet(db, reader, describe),
    await figureSheet(db, reader),
  ];
}

const AT_ONCE = 200;

/** The newest first, as the board lists them. */
function listed(db: Db, count: number, states?: readonly State[]): ListedIssues {
  return {
    count,
    pages: async function* () {
      for (let before: number | null = null; ; ) {
        const page: readonly Issue[] = await boardIssues(db, { kind: "all" }, { states }, { before, limit: AT_ONCE });
        yield page;
        before = page.at(-1)?.id ?? null;
        if (page.length < AT_ONCE) return;
      }
    },
  };
}

/** What is for who sees everything, and what brings an issue back as it was. */
function behind(db: Db): Behind {
  const { confidential, key, carried } = MORE_COLUMNS;
  return {
    columns: [
      { heading: confidential, width: 6, kind: "text" },
      { heading: key, width: 20, kind: "text", isHidden: true },
      { heading: carried, width: 20, kind: "text", isHidden: true },
    ],
    cells: async (issues) => {
      const ids = issues.map(({ id }) => id);
      const keys = await keysOf(db, ids);
      return (issue) => [issue.confidential ? CONFIDENTIAL : null, keys.get(issue.id) ?? null, carriedText(issue)];
    },
  };
}
