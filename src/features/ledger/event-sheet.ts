import type { Issue } from "../../domain/issue/issue.ts";
import type { Reader } from "../../messages/reader.ts";
import { PLACES } from "../../messages/zh-cn/board.ts";
import { EVENT_COLUMNS, eventsNote, MORE_SHEETS, sheetTitle } from "../../messages/zh-cn/ledger.ts";
import { STATE_WORDS } from "../../messages/zh-cn/terms.ts";
import { countEvents } from "../../store/blocks.ts";
import type { Db } from "../../store/client.ts";
import { eventsAfter, type StoredEvent } from "../../store/events.ts";
import { readIssues } from "../../store/issues.ts";
import { shownOn } from "./columns.ts";
import type { Cell, OfficialSheet, SheetColumn } from "./sheet.ts";

/** What an event says to people, as the course of an issue tells it. */
export type Describe = (
  event: StoredEvent,
  told: { readonly issue: Issue; readonly reader: Reader },
) => {
  readonly what: string;
  readonly who: string;
  readonly text: string;
  readonly where: keyof typeof PLACES | null;
};

const COLUMNS: Readonly<Record<keyof typeof EVENT_COLUMNS, Pick<SheetColumn, "width" | "kind">>> = {
  seq: { width: 10, kind: "number" },
  number: { width: 8, kind: "number" },
  at: { width: 16, kind: "moment" },
  what: { width: 22, kind: "text" },
  who: { width: 22, kind: "text" },
  where: { width: 10, kind: "text" },
  from: { width: 12, kind: "text" },
  to: { width: 12, kind: "text" },
  text: { width: 60, kind: "text" },
};
const NAMES = Object.keys(COLUMNS) as readonly (keyof typeof COLUMNS)[];
const AT_ONCE = 500;

/** 事件: the record, each event a row, in the order in which it was written. */
export async function eventSheet(db: Db, reader: Reader, describe: Describe): Promise<OfficialSheet> {
  const count = await countEvents(db);
  return {
    name: MORE_SHEETS.events,
    title: sheetTitle(reader.park.org.park.name, MORE_SHEETS.events),
    note: eventsNote(reader.wholeDate(reader.now), count),
    columns: NAMES.map((name) => ({ heading: EVENT_COLUMNS[name], ...COLUMNS[name] })),
    count,
    rows: async function* () {
      for (let last = 0; ; ) {
        const events = await eventsAfter(db, last, AT_ONCE);
        const issues = await readIssues(db, [...new Set(events.map(({ issueId }) => issueId))]);
        const byId = new Map(issues.map((issue) => [issue.id, issue]));
        for (const event of events) yield rowOf(event, byId.get(event.issueId), { reader, describe });
        last = events.at(-1)?.seq ?? last;
        if (events.length < AT_ONCE) return;
      }
    },
  };
}

function rowOf(
  event: StoredEvent,
  issue: Issue | undefined,
  { reader, describe }: { readonly reader: Reader; readonly describe: Describe },
): readonly Cell[] {
  const { seq, issueId, at, fromState, toState } = event;
  const said = issue === undefined ? null : describe(event, { issue, reader });
  const cells: Readonly<Record<keyof typeof COLUMNS, Cell>> = {
    seq,
    number: issueId,
    at: shownOn(at, reader.park.org.park.timeZone),
    what: said?.what ?? event.action,
    who: said?.who ?? null,
    where: said === null || said.where === null ? null : PLACES[said.where],
    from: fromState === null ? null : stateWord(fromState),
    to: stateWord(toState),
    text: said?.text ?? null,
  };
  return NAMES.map((name) => cells[name]);
}

function stateWord(state: string): string {
  const words: Readonly<Record<string, string>> = STATE_WORDS;
  return words[state] ?? state;
}
