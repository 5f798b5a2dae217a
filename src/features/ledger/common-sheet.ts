import type { Common } from "../../domain/common/common.ts";
import type { Issue } from "../../domain/issue/issue.ts";
import { countable, doneOf, reachOf } from "../../messages/common-view.ts";
import type { Reader } from "../../messages/reader.ts";
import { doneText, numberOfCommon, reachText, STATES } from "../../messages/zh-cn/common.ts";
import { COMMON_COLUMNS, MORE_SHEETS, sheetNoteOf, sheetTitle } from "../../messages/zh-cn/ledger.ts";
import type { Db } from "../../store/client.ts";
import { listCommons, membersOf } from "../../store/common.ts";
import { readIssues } from "../../store/issues.ts";
import { shownOn } from "./columns.ts";
import type { Cell, OfficialSheet, SheetColumn } from "./sheet.ts";

const COLUMNS: readonly SheetColumn[] = [
  { heading: COMMON_COLUMNS.number, width: 8, kind: "text" },
  { heading: COMMON_COLUMNS.title, width: 28, kind: "text" },
  { heading: COMMON_COLUMNS.state, width: 10, kind: "text" },
  { heading: COMMON_COLUMNS.lead, width: 16, kind: "text" },
  { heading: COMMON_COLUMNS.reach, width: 22, kind: "text" },
  { heading: COMMON_COLUMNS.stands, width: 22, kind: "text" },
  { heading: COMMON_COLUMNS.measure, width: 32, kind: "text" },
  { heading: COMMON_COLUMNS.due, width: 18, kind: "moment" },
  { heading: COMMON_COLUMNS.progress, width: 32, kind: "text" },
  { heading: COMMON_COLUMNS.closing, width: 32, kind: "text" },
  { heading: COMMON_COLUMNS.answer, width: 32, kind: "text" },
  { heading: COMMON_COLUMNS.members, width: 24, kind: "text" },
  { heading: COMMON_COLUMNS.created, width: 18, kind: "moment" },
  { heading: COMMON_COLUMNS.done, width: 18, kind: "moment" },
];

/** 共性问题: the common problems with the numbers of their issues. Null: there are none. */
export async function commonSheet(db: Db, reader: Reader): Promise<OfficialSheet | null> {
  const all = await listCommons(db, "all");
  if (all.length === 0) return null;
  const park = reader.park.org.park.name;
  return {
    name: MORE_SHEETS.commons,
    title: sheetTitle(park, MORE_SHEETS.commons),
    note: sheetNoteOf(reader.wholeDate(reader.now), all.length),
    columns: COLUMNS,
    count: all.length,
    rows: async function* () {
      for (const common of all) {
        const ids = (await membersOf(db, [common.id])).map(({ issueId }) => issueId);
        yield rowOf(common, await readIssues(db, ids), reader);
      }
    },
  };
}

function rowOf(common: Common, members: readonly Issue[], reader: Reader): readonly Cell[] {
  const { id, title, state, lead, measure, due, progress, closing, answer, createdAt, doneAt } = common;
  const counted = countable(members);
  const shown = (at: Date | null) => (at === null ? null : shownOn(at, reader.park.org.park.timeZone));
  return [
    numberOfCommon(id),
    title,
    STATES[state],
    lead === null ? null : reader.department(lead),
    reachText(reachOf(counted)),
    doneText(doneOf(counted)),
    measure,
    shown(due),
    progress,
    closing,
    answer,
    members.map((one) => `#${one.id}`).join("、"),
    shown(createdAt),
    shown(doneAt),
  ];
}
