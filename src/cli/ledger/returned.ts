import { basename, dirname, extname, join } from "node:path";
import type { Fate } from "../../features/ledger/old-list/fates.ts";
import type { ListHead } from "../../features/ledger/old-list/row.ts";
import { WHY_RETURNED } from "../../features/ledger/old-list/zh-cn-headings.ts";
import type { Cell, OfficialSheet } from "../../features/ledger/sheet.ts";
import { workbookOf } from "../../features/ledger/workbook.ts";
import { cleanText } from "../../messages/escape.ts";
import { wordsIn } from "../../messages/operator-words.ts";
import { RETURNED } from "../../messages/zh-cn/ledger.ts";
import { textOf } from "../../org/list/joined.ts";
import type { Value } from "../../org/list/workbook.ts";
import { isThere, writeWhole } from "../org/write-whole.ts";
import type { ToldTerminal } from "../terminal.ts";
import { reasonIn } from "./said.ts";

type Refused = Extract<Fate, { kind: "refused" }>;

/** Writes the refused rows into a file beside the list, as they stand there, with the reason in a column of its own. */
export async function giveBack(
  { say, sentences }: ToldTerminal,
  path: string,
  refused: readonly Refused[],
): Promise<void> {
  const heads = [...new Set(refused.map(({ row }) => row.head))];
  const sheets = heads.map((head) =>
    sheetOf(
      head,
      refused.filter(({ row }) => row.head === head),
    ),
  );
  const aim = await freeName(path);
  await writeWhole(aim, await workbookOf(sheets));
  say(sentences.importReturned(cleanText(aim), refused.length));
}

/** 老台账-退回.xlsx; where that is there, 老台账-退回-2.xlsx. */
async function freeName(path: string): Promise<string> {
  const stem = join(dirname(path), basename(path, extname(path)));
  for (let place = 1; ; place += 1) {
    const name = `${stem}${RETURNED.suffix}${place === 1 ? "" : `-${place}`}.xlsx`;
    if (!(await isThere(name))) return name;
  }
}

/** Whoever mends the list reads Chinese, whatever the one at the terminal reads. */
const CHINESE = wordsIn("zh");
const WIDTH = 18;
const MOST_NAME = 31;

function sheetOf({ sheet, title, headings }: ListHead, rows: readonly Refused[]): OfficialSheet {
  const width = Math.max(headings.length, ...rows.map(({ row }) => row.whole.length));
  const column = (index: number) => {
    const isMoment = rows.some(({ row }) => row.whole[index] instanceof Date);
    return { heading: textOf(headings[index]), width: WIDTH, kind: isMoment ? ("moment" as const) : ("text" as const) };
  };
  const columns = Array.from({ length: width }, (_, index) => index).filter(
    (index) => textOf(headings[index]) !== WHY_RETURNED,
  );
  return {
    name: sheet.slice(0, MOST_NAME),
    title: title === "" ? RETURNED.title : title,
    note: RETURNED.note(rows.length),
    columns: [...columns.map(column), { heading: WHY_RETURNED, width: 40, kind: "text" }],
    count: rows.length,
    rows: async function* () {
      for (const { row, wrong } of rows) {
        yield [
          ...columns.map((index) => cellOf(row.whole[index])),
          `${wrong.cell}：${reasonIn(wrong.problem, CHINESE)}`,
        ];
      }
    },
  };
}

function cellOf(value: Value | undefined): Cell {
  if (value === undefined || value === null) return null;
  return typeof value === "boolean" ? String(value) : value;
}
