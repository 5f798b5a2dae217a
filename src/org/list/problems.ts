import type { Placed, Problem, Word } from "./columns.ts";
import { COUNTED, sentence as chinese, type OfCheck } from "./zh-cn-problems.ts";

/** What is wrong with a list, as lines for a terminal: in Chinese where the list is, or who reads them. */

const quoted = (text: string) => `"${text}"`;
const listed = (words: readonly Word[]) => words.map((one) => one.en).join(", ");
const likely = (name: string | undefined) => (name === undefined ? "" : `; did you mean ${quoted(name)}?`);

/** `人员!C7：…` or `people!C7: …`. */
export function lineOf({ sheet, cell, problem }: Placed, isChinese: boolean, ofCheck: OfCheck): string {
  const place = cell === undefined ? sheet : `${sheet}!${cell}`;
  const text = isChinese ? chinese(problem, ofCheck) : english(problem);
  if (place === "") return text;
  return isChinese ? `${place}：${text}` : `${place}: ${text}`;
}

/** In front of the errors. */
export function headOf(count: number, isChinese: boolean): string {
  if (isChinese) return COUNTED(count);
  return `The list has ${count === 1 ? "an error" : `${count} errors`}; nothing was written:`;
}

function english(problem: Problem): string {
  switch (problem.kind) {
    case "no-sheet":
      return `there is no sheet of a known name; there may be: ${listed(problem.expected)}`;
    case "unknown-sheet":
      return `this sheet is not known and was left out; known are: ${listed(problem.known)}`;
    case "no-headings":
      return `no headings were found; there may be: ${listed(problem.expected)}`;
    case "no-column":
      return `the column ${problem.missing.map((one) => quoted(one.en)).join(" and ")} is missing; there may be: ${listed(problem.expected)}`;
    case "column-twice":
      return `the column ${quoted(problem.said)} is the same as one before it: keep one of the two`;
    case "unknown-column":
      return `the column ${quoted(problem.said)} is not known and was left out${likely(problem.likely) || `; known are: ${listed(problem.known)}`}`;
    case "missing":
      return `${problem.column.en} is missing`;
    case "unknown-choice":
      return `${quoted(problem.said)} is not known for ${problem.column.en}; write one of ${listed(problem.choices)}`;
    case "unknown-name":
      return `${quoted(problem.said)} is neither in the sheet ${problem.sheet.en} nor in the org file${likely(problem.likely)}`;
    case "unit-needed":
      return `${problem.column.en} is missing: write a name of the sheet ${problem.sheet.en}`;
    case "number-id":
      return "this id has become a number, and may have lost zeros and digits: format the cell as text and write it again";
    case "not-text":
      return "this is a date, a fraction or a truth value: format the cell as text and write it again";
    case "no-value":
      return "this is an error, or a formula without a result: write the value itself";
    case "merged-row":
      return "cells made one are taken for a title: this row was left out";
    case "leading-zero":
      return "this telephone number has become a number, and may have lost the 0 of its area code: look at it again";
    case "unit-not-needed":
      return "this role belongs to no unit: the cell was left out";
    case "no-chat-id":
      return "the id of the chat is missing, and the chat was left out: mention the bot in the group, and it answers with the id";
    case "no-chat":
      return "this chat was left out, and so was its digest";
    case "form":
      return `${quoted(problem.said)} ${problem.message}`;
    case "twice":
      return `${quoted(problem.said)} is the same as ${problem.cell}: ${problem.isPerson ? "a name may stand once; make them different" : "keep one row"}`;
    case "check":
      return problem.message;
  }
}
