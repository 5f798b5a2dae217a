import { counted } from "./doctor.ts";
import { IN_LANGUAGE } from "./tools.ts";

/** What the tool `ledger` says, and how far long work is, in English. The type of it is what the Chinese form has to say. */

const SAVE_AS = "open it in Excel or WPS and save it as .xlsx";
const quoted = (text: string) => `"${text}"`;

export const LEDGER_EN = {
  ledgerUsage: `How to use it:
  npm run ledger -- export FILE.xlsx [--force]     writes the whole ledger: problems, duties, events and figures (--force: over a file that is there)
  npm run ledger -- import FILE.xlsx [--dry-run]   takes a list over into the ledger; with --dry-run it only says what would become of each row
                             (--unlisted keep: companies that the org file does not have as well, else their rows are refused)
${IN_LANGUAGE}`,

  progress: ({ what, done, total, left }: Progressed) => {
    const share = total === 0 ? 100 : Math.floor((100 * done) / total);
    return `${what} ${share}%, ${done} of ${total}${left === null ? "" : `, about ${left} s left`}`;
  },
  exporting: () => "exporting",
  importing: () => "importing",
  verifying: () => "verifying",

  ledgerNoExcelName: (path: string) => `${path}: the ledger is an Excel file; give it a name that ends in .xlsx`,
  ledgerFileThere: (path: string) =>
    `${path} is there already and is left as it is: take another name, or add --force to write over it`,
  ledgerExported: (path: string, { problems, duties, events }: Exported) =>
    `${path} is written: ${counted(problems, "issue")}, ${duties} of them open, ${counted(events, "event")}, and the figures.`,
  ledgerHoldsAll: () =>
    "It holds everything that the coordinator sees, the companies of confidential issues and telephone numbers too: keep it as safe as the database. That they were shown is recorded.",

  ledgerUnread: (path: string, code: string) => `${path} cannot be read (${code}).`,
  /** What is wrong with the file as a whole. */
  ledgerFile: {
    "too-large": (path: string, most: LedgerLimits) =>
      `${path} is larger than ${most.megabytes} MB: divide it, by year for example`,
    inflated: (path: string) => `${path} unpacks to far more than a list has: copy its cells into a new file`,
    "too-many-rows": (path: string, most: LedgerLimits) =>
      `${path} has more than ${most.rows} rows in ${most.sheet}: divide it, and delete empty rows with a format too`,
    "old-excel": (path: string) => `${path} is of an old Excel or WPS format, whatever its name: ${SAVE_AS}`,
    password: (path: string) => `${path} is protected with a password: save it without one`,
    "no-excel": (path: string) => `${path} is no .xlsx file, whatever its name: ${SAVE_AS}`,
    damaged: (path: string) => `${path} is damaged, or not written by Excel: ${SAVE_AS}`,
  },
  ledgerNoRows: (path: string, needed: readonly string[]) =>
    `${path} holds no list to take over: a head within the first 20 rows has to name at least ${needed.join(" and ")}.`,
  sheetNotes: {
    "no-list": (sheet: string) => `Sheet ${sheet} holds no list and is left out.`,
    "no-columns": (sheet: string, missing: string) => `Sheet ${sheet} is left out: it has no column ${missing}.`,
    "column-left": (sheet: string, cell: string, said: string) =>
      `Sheet ${sheet}, ${cell}: the column ${quoted(said)} is not known and is left out.`,
    "column-twice": (sheet: string, cell: string, said: string) =>
      `Sheet ${sheet}, ${cell}: another column tells the same as ${quoted(said)}; the first counts, this one where that is empty.`,
    "more-columns": (sheet: string, count: number) =>
      `Sheet ${sheet}: ${counted(count, "more column")} that are not known are left out.`,
    "hidden-rows": (sheet: string, count: number) =>
      `Sheet ${sheet}: ${counted(count, "row")} that are hidden there are read as well; delete those that are not wanted.`,
    "hidden-sheet": (sheet: string) => `Sheet ${sheet} is hidden and is left out: unhide it if it holds the list.`,
  },

  rowAt: (sheet: string | null, line: number) => (sheet === null ? `Row ${line}` : `${sheet}, row ${line}`),
  rowFates: {
    new: (row: string, state: string, id: number | null, notes: readonly string[]) =>
      `${row}: new${id === null ? "" : `, #${id}`}, ${state}${notes.map((note) => `; ${note}`).join("")}`,
    there: (row: string, id: number) => `${row}: there already, #${id}`,
    twice: (row: string, first: string) => `${row}: the same as ${first}, taken over once`,
    refused: (row: string, cell: string, why: string) => `${row}, ${cell}: refused, ${why}`,
  },
  rowProblems: {
    "no-value": () => "an error, or a formula that was never calculated: write the value itself",
    carried: () => "the hidden column was changed: take it from a new export, or empty the cell",
    "unit-needed": () => "in this state a unit has to be named",
    missing: (field: string) => `${field} is missing`,
    "too-long": (most: number) => `longer than ${most} characters: shorten it`,
    "unknown-company": (said: string, likely: readonly string[]) =>
      `no company ${quoted(said)} in the org file${meant(likely)} One that has left the park is taken over with --unlisted keep`,
    "unknown-department": (said: string, likely: readonly string[]) =>
      `no unit ${quoted(said)} in the org file${meant(likely)} Of one that was dissolved write the name among the aliases of the unit that has its work`,
    several: (said: string, likely: readonly string[]) =>
      `${quoted(said)} may be ${likely.map(quoted).join(" or ")}: write the whole name`,
    "unknown-word": (field: string, said: string, choices: readonly string[]) =>
      `${field} ${quoted(said)} is not known; it can be ${choices.join(", ")}`,
    "no-date": (said: string) => `${quoted(said)} is no date: write it as 2025-03-04`,
    "no-year": (said: string) => `${quoted(said)} has no year, and the sheet names none: write it as 2025-03-04`,
    ahead: (said: string) => `${quoted(said)} has not come yet`,
    before: (said: string) => `${quoted(said)} is before the day on which it was raised`,
    target: (number: number) => `#${number}, into which it was merged, is not in this list`,
  },
  rowNotes: {
    category: (said: string) => `the category ${quoted(said)} is not known and is left empty`,
    "other-units": (said: string) => `of ${quoted(said)} the first unit leads, the others are left out`,
    unlisted: (said: string, likely: readonly string[]) =>
      `no company ${quoted(said)} in the org file, taken over as an unlisted one${likely.length === 0 ? "" : `; is it ${likely.map(quoted).join(" or ")}?`}`,
    "to-be-dispatched": () => "names no unit, so that it is to be dispatched",
    "by-the-rest": () => "was changed since it was exported, so that its clocks begin anew",
  },

  /** Names that several refused rows have. */
  unknownNames: {
    company: (names: readonly Frequent[]) => `Companies that the org file does not have: ${frequent(names)}.`,
    department: (names: readonly Frequent[]) => `Units that the org file does not have: ${frequent(names)}.`,
  },
  importFound: (sums: ImportSums) =>
    `It would take over ${counted(sums.new, "row")}; ${sums.there} there already, ${sums.refused} refused. Nothing was written.`,
  importDone: (sums: ImportSums) =>
    `${counted(sums.new, "row")} taken over; ${sums.there} there already, ${sums.refused} refused. Nobody was told.`,
  importStopped: (done: number, left: number) =>
    `Stopped: ${counted(done, "row")} taken over, each whole, ${left} not yet. Import the same file again, and the rest follows.`,
  importReturned: (path: string, count: number) =>
    `${counted(count, "refused row")} with the reason in ${path}: mend them there, and import that file.`,
};

function meant(likely: readonly string[]): string {
  return likely.length === 0
    ? ": add it first, or write its name as there."
    : `; is it ${likely.map(quoted).join(" or ")}?`;
}

function frequent(names: readonly Frequent[]): string {
  return names.map(({ name, count }) => `${quoted(name)} (${counted(count, "row")})`).join(", ");
}

/** A name, and how many rows have it. */
interface Frequent {
  readonly name: string;
  readonly count: number;
}

export type LedgerToolWords = typeof LEDGER_EN;

export interface Progressed {
  readonly what: string;
  readonly done: number;
  readonly total: number;
  /** Seconds, as far as can be told. */
  readonly left: number | null;
}

export interface Exported {
  readonly problems: number;
  readonly duties: number;
  readonly events: number;
}

/** What a list may have at most; `sheet` is the one that has more. */
export interface LedgerLimits {
  readonly megabytes: number;
  readonly rows: number;
  readonly sheet: string;
}

export interface ImportSums {
  readonly new: number;
  readonly there: number;
  readonly refused: number;
}
