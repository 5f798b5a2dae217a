import { type Issue, OPEN_STATES } from "../../domain/issue/issue.ts";
import type { Reader } from "../../messages/reader.ts";
import { CONFIDENTIAL, CONTAINS_ALL, MORE_COLUMNS } from "../../messages/zh-cn/ledger.ts";
import { boardCounts } from "../../store/board-counts.ts";
import type { Asked } from "../../store/board-list.ts";
import { boardPage, type Place } from "../../store/board-pages.ts";
import type { Db } from "../../store/client.ts";
import { keysOf } from "../../store/taken-over.ts";
import { carriedText } from "./carried.ts";
import { commonSheet } from "./common-sheet.ts";
import { type Describe, eventSheet } from "./event-sheet.ts";
import { figureSheet } from "./figure-sheet.ts";
import { type Behind, issueSheet, type ListedIssues } from "./issue-sheet.ts";
import type { OfficialSheet } from "./sheet.ts";

/**
 * The whole ledger as sheets, as the coordinator sees it. In one transaction that reads one state, so that they belong together;
 * the rows are read while they are written, from a number on.
 */
export async function wholeLedger(db: Db, reader: Reader, describe: Describe): Promise<readonly OfficialSheet[]> {
  const asked = { now: reader.now, hidesCompanies: false };
  const { counts, total } = await boardCounts(db, { kind: "all" }, asked, { wanted: ["state"] });
  const open = OPEN_STATES.reduce((sum, state) => sum + (counts.state.get(state) ?? 0), 0);
  const commons = await commonSheet(db, reader);
  return [
    issueSheet("problems", listed(db, total, asked), reader, { note: CONTAINS_ALL, behind: behind(db) }),
    issueSheet("duties", listed(db, open, { ...asked, states: OPEN_STATES }), reader),
    await eventSheet(db, reader, describe),
    await figureSheet(db, reader),
    ...(commons === null ? [] : [commons]),
  ];
}

const AT_ONCE = 200;

/** The newest first, as the board lists them. */
function listed(db: Db, count: number, asked: Asked): ListedIssues {
  return {
    count,
    pages: async function* () {
      for (let after: Place | null = null; ; ) {
        const page = { order: "newest", after, limit: AT_ONCE, groups: [] } as const;
        const issues: readonly Issue[] = await boardPage(db, { kind: "all" }, asked, page);
        yield issues;
        const last = issues.at(-1);
        if (last === undefined || issues.length < AT_ONCE) return;
        after = { stretch: "all", at: 0, id: last.id };
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
