import type { Issue } from "../../domain/issue/issue.ts";
import type { Reader } from "../../messages/reader.ts";
import { SHEETS, type SheetName, sheetNote, sheetTitle } from "../../messages/zh-cn/ledger.ts";
import { cellsOf, columnsOf } from "./columns.ts";
import type { Cell, OfficialSheet, SheetColumn } from "./sheet.ts";

/** Issues as they are listed: how many there are, and they themselves, some at a time. */
export interface ListedIssues {
  readonly count: number;
  readonly pages: () => AsyncIterable<readonly Issue[]>;
}

/** What stands behind the columns that everybody has, for some issues at a time. */
export interface Behind {
  readonly columns: readonly SheetColumn[];
  readonly cells: (issues: readonly Issue[]) => Promise<(issue: Issue) => readonly Cell[]>;
}

/** 问题清单 or 责任清单 of these issues, in this order, as this Reader may see them. */
export function issueSheet(
  name: SheetName,
  { count, pages }: ListedIssues,
  reader: Reader,
  { note = "", behind }: { readonly note?: string; readonly behind?: Behind } = {},
): OfficialSheet {
  const until = sheetNote(reader.wholeDate(reader.now), count);
  return {
    name: SHEETS[name],
    title: sheetTitle(reader.park.org.park.name, SHEETS[name]),
    note: note === "" ? until : `${note}　${until}`,
    columns: [...columnsOf(name), ...(behind?.columns ?? [])],
    count,
    rows: async function* () {
      let place = 0;
      for await (const page of pages()) {
        const more = await behind?.cells(page);
        for (const issue of page) {
          place += 1;
          yield [...cellsOf(name, issue, place, reader), ...(more?.(issue) ?? [])];
        }
      }
    },
  };
}
