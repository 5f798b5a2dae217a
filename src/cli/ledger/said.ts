import type { Fate } from "../../features/ledger/old-list/fates.ts";
import type { ListRow, RowNote, RowProblem, SheetNote } from "../../features/ledger/old-list/row.ts";
import { type Field, HEADINGS } from "../../features/ledger/old-list/zh-cn-headings.ts";
import type { OperatorWords } from "../../messages/operator-words.ts";
import { shortState } from "../../messages/zh-cn/terms.ts";
import type { ToldTerminal } from "../terminal.ts";

/** What became of a list, for who works at the terminal. */

const nameOf = (field: Field) => HEADINGS[field][0] ?? field;

/** What of the file was left out. */
export function saySheets({ say, sentences: { sheetNotes } }: ToldTerminal, notes: readonly SheetNote[]): void {
  for (const note of notes) say(sheetNoteIn(note, sheetNotes));
}

function sheetNoteIn(note: SheetNote, words: OperatorWords["sheetNotes"]): string {
  switch (note.kind) {
    case "no-list":
    case "hidden-sheet":
      return words[note.kind](note.sheet);
    case "hidden-rows":
    case "more-columns":
      return words[note.kind](note.sheet, note.count);
    case "no-columns":
      return words["no-columns"](note.sheet, note.missing.map(nameOf).join("、"));
    case "column-left":
    case "column-twice":
      return words[note.kind](note.sheet, note.cell, note.said);
  }
}

/** What becomes of each row, and the sums. `ids`: what the new ones are now; null: nothing was written. */
export function sayFates(
  { say, sentences }: ToldTerminal,
  fates: readonly Fate[],
  ids: ReadonlyMap<string, number> | null,
): void {
  const isOne = new Set(fates.map(({ row }) => row.sheet)).size === 1;
  const rowOf = ({ sheet, line }: ListRow) => sentences.rowAt(isOne ? null : sheet, line);
  for (const fate of fates) say(lineOf(fate, sentences, rowOf, ids));
  const count = (...kinds: readonly Fate["kind"][]) => fates.filter(({ kind }) => kinds.includes(kind)).length;
  for (const of of ["company", "department"] as const) {
    const names = unknownNames(fates, of);
    if (names.length > 0) say(sentences.unknownNames[of](names));
  }
  const sums = { new: count("new"), there: count("there", "twice"), refused: count("refused") };
  say(ids === null ? sentences.importFound(sums) : sentences.importDone(sums));
}

/** So many names are worth reading; the whole is in the lines above. */
const MOST_NAMES = 20;

/** Names that several rows have and nobody knows, the most frequent first: who mends these has mended the most. */
function unknownNames(fates: readonly Fate[], of: "company" | "department") {
  const counts = new Map<string, number>();
  for (const fate of fates) {
    if (fate.kind !== "refused" || fate.wrong.problem.kind !== "unknown-name" || fate.wrong.problem.of !== of) continue;
    const { said } = fate.wrong.problem;
    counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  const all = [...counts].map(([name, count]) => ({ name, count })).filter(({ count }) => count > 1);
  return all.toSorted((a, b) => b.count - a.count).slice(0, MOST_NAMES);
}

function lineOf(
  fate: Fate,
  sentences: OperatorWords,
  rowOf: (row: ListRow) => string,
  ids: ReadonlyMap<string, number> | null,
): string {
  const { rowFates } = sentences;
  const row = rowOf(fate.row);
  switch (fate.kind) {
    case "new": {
      const notes = fate.one.notes.map((note) => noteIn(note, sentences));
      return rowFates.new(row, shortState(fate.one.issue), ids?.get(fate.key) ?? null, notes);
    }
    case "there":
      return rowFates.there(row, fate.id);
    case "twice":
      return rowFates.twice(row, rowOf(fate.first));
    case "refused":
      return rowFates.refused(row, fate.wrong.cell, reasonIn(fate.wrong.problem, sentences));
  }
}

/** Why a row is refused, in one sentence. */
export function reasonIn(problem: RowProblem, { rowProblems }: OperatorWords): string {
  switch (problem.kind) {
    case "missing":
      return rowProblems.missing(nameOf(problem.field));
    case "too-long":
      return rowProblems["too-long"](problem.most);
    case "unknown-name":
      return problem.several
        ? rowProblems.several(problem.said, problem.likely)
        : rowProblems[`unknown-${problem.of}`](problem.said, problem.likely);
    case "unknown-word":
      return rowProblems["unknown-word"](nameOf(problem.field), problem.said, problem.choices);
    case "no-date":
    case "no-year":
    case "ahead":
    case "before":
      return rowProblems[problem.kind](problem.said);
    case "target":
      return rowProblems.target(problem.number);
    case "no-value":
    case "carried":
    case "unit-needed":
      return rowProblems[problem.kind]();
  }
}

function noteIn(note: RowNote, { rowNotes }: OperatorWords): string {
  switch (note.kind) {
    case "category":
    case "other-units":
      return rowNotes[note.kind](note.said);
    case "unlisted":
      return rowNotes.unlisted(note.said, note.likely);
    case "to-be-dispatched":
    case "by-the-rest":
      return rowNotes[note.kind]();
  }
}
