import { normaliseName } from "../../../domain/park/directory.ts";
import { cleanText } from "../../../messages/escape.ts";
import type { Value } from "../../../org/list/workbook.ts";
import type { ListRow, RowProblem, Wrong } from "./row.ts";
import type { Field } from "./zh-cn-headings.ts";

/** What is wrong with a row, as it is found. */
export class RowRefused extends Error {
  readonly wrong: Wrong;

  constructor(wrong: Wrong) {
    super(wrong.problem.kind);
    this.wrong = wrong;
  }
}

/** The cells of a row, each read as what it is to be. What cannot be read is thrown as a `RowRefused`. */
export class Cells {
  readonly #row: ListRow;

  constructor(row: ListRow) {
    this.#row = row;
  }

  refuse(field: Field, problem: RowProblem): never {
    throw new RowRefused({ cell: this.#row.cellOf(field), problem });
  }

  value(field: Field): Value | undefined {
    return this.#row.cells.get(field);
  }

  /** As it is written, line breaks and spaces included; empty where nothing is. */
  exactly(field: Field): string {
    const value = this.value(field);
    return value === undefined || value === null
      ? ""
      : cleanText(value instanceof Date ? value.toISOString() : String(value));
  }

  /** Null: nothing is there. */
  text(field: Field, most: number): string | null {
    const text = this.exactly(field).trim();
    if ([...text].length > most) this.refuse(field, { kind: "too-long", most });
    return text === "" ? null : text;
  }

  need(field: Field, most: number): string {
    return this.text(field, most) ?? this.refuse(field, { kind: "missing", field });
  }

  /** A word without its width, spaces and marks; null: nothing is there. */
  word(field: Field): string | null {
    const word = normaliseName(this.exactly(field)).replace(/[。.!！]+$/u, "");
    return word === "" ? null : word;
  }

  /** What a word stands for; undefined, nothing is there. */
  choice<T>(field: Field, meaningOf: (word: string) => T | undefined, choices: readonly string[]): T | undefined {
    const word = this.word(field);
    if (word === null) return undefined;
    const value = meaningOf(word);
    return value === undefined
      ? this.refuse(field, { kind: "unknown-word", field, said: this.exactly(field), choices })
      : value;
  }
}
