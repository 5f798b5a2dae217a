import { type Issue, OPEN_STATES } from "../../domain/issue/issue.ts";
import type { Context } from "../../issues/context.ts";
import { Reader } from "../../messages/reader.ts";
import { COLUMNS, cutNote, SHEETS, sheetNote, sheetTitle } from "../../messages/zh-cn/ledger.ts";
import type { Paper } from "../../papers/paper.ts";
import { boardCounts } from "../../store/board-counts.ts";
import { boardPage } from "../../store/board-pages.ts";
import { cellsOf, columnsOf } from "./columns.ts";
import type { Cell } from "./sheet.ts";

/** A paper holds no more: it is made as one, in memory. */
export const MOST_DUTIES = 5_000;

/**
 * The list of duties (责任清单) as a paper that lies: the same columns and rows as its sheet has. `total`: how many there are, where these
 * are those that are due first.
 */
export function dutyPaper(issues: readonly Issue[], reader: Reader, total = issues.length): Paper {
  const { name } = reader.park.org.park;
  const columns = columnsOf("duties");
  const text = (cell: Cell, index: number) => {
    if (cell === null) return "";
    return columns[index]?.kind === "moment" && cell instanceof Date ? minuteOf(cell) : String(cell);
  };
  const title = sheetTitle(name, SHEETS.duties);
  return {
    title,
    author: name,
    madeAt: reader.now,
    layout: "list",
    blocks: [
      { kind: "title", text: title },
      { kind: "note", text: noteAbove(reader.wholeDate(reader.now), issues.length, total) },
      {
        kind: "table",
        columns: columns.map((column) => ({
          name: column.heading,
          share: column.width,
          ...(CENTERED.has(column.heading) && { align: "center" as const }),
        })),
        rows: issues.map((issue, index) => cellsOf("duties", issue, index + 1, reader).map(text)),
      },
    ],
  };
}

function noteAbove(until: string, listed: number, total: number): string {
  return total > listed ? cutNote(until, total, listed) : sheetNote(until, total);
}

const CENTERED: ReadonlySet<string> = new Set([COLUMNS.place, COLUMNS.number, COLUMNS.state]);

/** Of a wall clock, as its sheet shows it: 2026-11-19 17:30 */
function minuteOf(at: Date): string {
  return at.toISOString().slice(0, 16).replace("T", " ");
}

/**
 * All that is open, for the supervision group: whoever has the file may pass it on. Where that is more than a paper holds, what is due
 * first, so that nothing that is long overdue is missing.
 */
export async function supervisedDuties(ctx: Context, most = MOST_DUTIES): Promise<Paper> {
  const reader = new Reader({ kind: "supervision" }, ctx);
  const asked = { states: OPEN_STATES, now: ctx.now, hidesCompanies: false };
  const { total } = await boardCounts(ctx.db, { kind: "all" }, asked, { wanted: ["state"] });
  const isCut = total > most;
  const order = isCut ? "due" : "newest";
  const open = await boardPage(ctx.db, { kind: "all" }, asked, { order, after: null, limit: most, groups: [] });
  return dutyPaper(open, reader, isCut ? total : open.length);
}
