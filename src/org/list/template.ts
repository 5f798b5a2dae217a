import type { Org } from "../../domain/park/org.ts";
import { columnsOf, type Kind, SECTIONS, type Section } from "./columns.ts";
import { choicesOf, headingOf, sheetOf } from "./values.ts";
import { type EmptySheet, writeWorkbook } from "./workbook.ts";
import { ABOUT_LINES, EXAMPLE_ORG } from "./zh-cn-example.ts";
import { ABOUT, EXAMPLE } from "./zh-cn-sheets.ts";

/** The list to fill in: how to, then a sheet for each section. */

export type Listed = Pick<Org, Section>;

/** The empty list, with rows that show how and are not taken in. */
export function templateList(): Promise<Uint8Array> {
  const about: EmptySheet = {
    name: ABOUT,
    columns: [{ heading: ABOUT_LINES[0] ?? ABOUT, width: 120, isText: false }],
    rows: ABOUT_LINES.slice(1).map((line) => [line]),
    prepared: 0,
  };
  const sheets = sheetsOf(EXAMPLE_ORG).map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map(([first = "", ...others]) => [`${EXAMPLE}${first}`, ...others]),
  }));
  return writeWorkbook([about, ...sheets]);
}

/** A park as a list. */
export function sheetsOf(listed: Listed): readonly EmptySheet[] {
  return SECTIONS.map((section) => ({
    name: sheetOf(section).zh,
    columns: columnsOf(section).map(([field, { kind, width }]) => ({
      heading: headingOf(section, field).zh,
      width,
      isText: TEXT.has(kind),
      choices: kind === "choice" ? choicesOf(field).map((one) => one.zh) : sourceOf(field),
    })),
    rows: entriesIn(listed, section).map((entry) =>
      columnsOf(section).map(([field, { kind }]) => cellText(listed, entry, field, kind)),
    ),
    prepared: PREPARED[section],
  }));
}

const TEXT: ReadonlySet<Kind> = new Set(["id", "phone", "code", "text", "time"]);

const PREPARED: Readonly<Record<Section, number>> = {
  park: 2,
  departments: 200,
  categories: 200,
  enterprises: 500,
  people: 1_000,
  chats: 200,
  digests: 200,
};

/** Where the names are that can be chosen: those of one other sheet. */
function sourceOf(field: string): string | undefined {
  const section = ({ trackedBy: "departments", department: "departments", chat: "chats" } as const)[field];
  if (section === undefined) return undefined;
  return `${sheetOf(section).zh}!$A$2:$A$${PREPARED[section] + 1}`;
}

function entriesIn(listed: Listed, section: Section): readonly object[] {
  return section === "park" ? [listed.park] : listed[section];
}

function cellText(listed: Listed, entry: object, field: string, kind: Kind): string {
  const said = (name: string): unknown => Reflect.get(entry, name);
  const value = said(field) ?? (field === "unit" ? (said("enterprise") ?? said("department")) : undefined);
  if (value === undefined) return "";
  if (Array.isArray(value)) return value.join("、");
  const text = String(value);
  if (kind === "choice") return choicesOf(field).find((one) => one.en === text)?.zh ?? text;
  if (kind !== "unit") return text;
  const sections = field === "chat" ? ([listed.chats] as const) : ([listed.departments, listed.enterprises] as const);
  const isCompany = said("enterprise") !== undefined;
  const among = isCompany ? [listed.enterprises] : sections;
  return among.flat().find((one) => one.code === text)?.name ?? "";
}
