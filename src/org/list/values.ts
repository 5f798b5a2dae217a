import { normaliseName } from "../../domain/park/directory.ts";
import { orgSchema } from "../schema.ts";
import type { Kind, Section, Word } from "./columns.ts";
import { CHOICES, cronOf, DIVIDERS, HEADINGS, hoursOf } from "./zh-cn-sheets.ts";

/** What a single cell means in the org file. */

export type FieldValue = string | number | readonly string[];

/** How a column is headed. */
export function headingOf(section: Section, field: string): Word {
  const columns: Readonly<Record<string, readonly string[]>> = HEADINGS[section].columns;
  return { zh: columns[field]?.[0] ?? field, en: field };
}

export function sheetOf(section: Section): Word {
  return { zh: HEADINGS[section].sheet[0] ?? section, en: section };
}

function choicesIn(field: string): readonly (readonly [string, readonly string[]])[] {
  const all: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = CHOICES;
  return Object.entries(all[field] ?? {});
}

/** The value that a word stands for. */
export function choiceOf(field: string, said: string): string | undefined {
  const key = normaliseName(said);
  return choicesIn(field).find(([value, words]) => [value, ...words].some((one) => normaliseName(one) === key))?.[0];
}

/** The words that are written for the values of a column. */
export function choicesOf(field: string): readonly Word[] {
  return choicesIn(field).map(([value, [word = value]]) => ({ zh: word, en: value }));
}

/** What a cell says in the org file. */
export function plainValue(kind: Kind, said: string): FieldValue {
  switch (kind) {
    case "names":
      return namesIn(said);
    case "hours":
      return hoursOf(said);
    case "days":
      return /^\d+(?:\.\d+)?$/u.test(said) ? Number(said) : said;
    case "time":
      return cronOf(said);
    default:
      return said;
  }
}

/** Several names of one cell, each once. */
export function namesIn(said: string | undefined): readonly string[] {
  const names = (said ?? "").split(DIVIDERS).map((one) => one.replace(/\s+/gu, " ").trim());
  return [...new Set(names.filter((one) => one !== ""))];
}

/** What the org file says of the form of one value, or null. What it needs of others is looked at with the whole. */
export function formProblem(section: Section, field: string, value: FieldValue): string | null {
  const shape: Readonly<
    Record<string, { safeParse(value: unknown): { error?: { issues: readonly { message: string }[] } } }>
  > = SHAPES[section];
  const parsed = shape[field]?.safeParse(value);
  return parsed?.error?.issues[0]?.message ?? null;
}

const { park, departments, categories, enterprises, people, chats, digests } = orgSchema.shape;
const SHAPES = {
  park: park.shape,
  departments: departments.unwrap().element.shape,
  categories: categories.unwrap().element.shape,
  enterprises: enterprises.unwrap().element.shape,
  people: people.unwrap().element.shape,
  chats: chats.unwrap().element.shape,
  digests: digests.unwrap().element.shape,
};
