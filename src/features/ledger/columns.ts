import type { Issue } from "../../domain/issue/issue.ts";
import { wallClock } from "../../domain/park/instants.ts";
import type { IssueView, Reader } from "../../messages/reader.ts";
import { COLUMNS, type ColumnName, type SheetName } from "../../messages/zh-cn/ledger.ts";
import { shortState, URGENCY_WORDS } from "../../messages/zh-cn/terms.ts";
import type { Cell, SheetColumn } from "./sheet.ts";

/** The columns of issues, and what each says of one. */

interface Row {
  /** From 1. */
  readonly place: number;
  readonly issue: Issue;
  /** As who exports it may see it. */
  readonly view: IssueView;
  readonly moment: (at: Date | null) => Date | null;
}

interface Column {
  readonly width: number;
  readonly kind?: "number" | "moment";
  readonly cell: (row: Row) => Cell;
}

const ALL: Readonly<Record<ColumnName, Column>> = {
  place: { width: 6, kind: "number", cell: ({ place }) => place },
  number: { width: 8, kind: "number", cell: ({ issue }) => issue.id },
  submitted: { width: 16, kind: "moment", cell: ({ issue, moment }) => moment(issue.submittedAt) },
  company: { width: 22, cell: ({ view }) => view.company },
  contact: { width: 16, cell: ({ view }) => view.contact },
  category: { width: 10, cell: ({ view }) => view.category },
  text: { width: 44, cell: ({ view }) => view.text },
  urgency: { width: 6, cell: ({ issue }) => URGENCY_WORDS[issue.urgency] },
  department: { width: 14, cell: ({ view }) => view.department },
  handler: { width: 10, cell: ({ view }) => view.handler },
  measure: { width: 30, cell: ({ view }) => view.measure },
  promised: {
    width: 16,
    kind: "moment",
    cell: ({ issue, view, moment }) => moment(view.measure === null ? issue.due : (issue.measureDue ?? issue.due)),
  },
  due: { width: 16, kind: "moment", cell: ({ issue, moment }) => moment(issue.due) },
  state: { width: 12, cell: ({ view }) => shortState(view) },
  answer: { width: 36, cell: ({ view }) => view.publicAnswer },
  closed: { width: 16, kind: "moment", cell: ({ issue, moment }) => moment(issue.closedAt) },
  rating: { width: 6, kind: "number", cell: ({ issue }) => issue.rating },
};

const OF: Readonly<Record<SheetName, readonly ColumnName[]>> = {
  problems: [
    "place",
    "number",
    "submitted",
    "company",
    "contact",
    "category",
    "text",
    "urgency",
    "department",
    "handler",
    "measure",
    "promised",
    "due",
    "state",
    "answer",
    "closed",
    "rating",
  ],
  duties: ["place", "number", "text", "measure", "department", "handler", "promised", "state"],
};

/** The columns of a sheet, in their order. */
export function columnsOf(sheet: SheetName): readonly SheetColumn[] {
  return OF[sheet].map((name) => {
    const { width, kind = "text" } = ALL[name];
    return { heading: COLUMNS[name], width, kind };
  });
}

/** An issue as a row, as this Reader may see it. */
export function cellsOf(sheet: SheetName, issue: Issue, place: number, reader: Reader): readonly Cell[] {
  const { timeZone } = reader.park.org.park;
  const moment = (at: Date | null) => (at === null ? null : shownOn(at, timeZone));
  const row: Row = { place, issue, view: reader.issue(issue), moment };
  return OF[sheet].map((name) => ALL[name].cell(row));
}

/** As a cell holds a moment: to the second, so that it is the same when it is read again. */
export function shownOn(at: Date, timeZone: string): Date {
  const wall = wallClock(at, timeZone).getTime();
  return new Date(wall - (((wall % 1_000) + 1_000) % 1_000));
}
