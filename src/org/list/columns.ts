import type { Path } from "../document.ts";

/** What a list of a park has: a sheet for each section of the org file, and in it a column for each field. */

export const SECTIONS = ["park", "departments", "categories", "enterprises", "people", "chats", "digests"] as const;
export type Section = (typeof SECTIONS)[number];

/** How a cell is read. `names`: several in one cell. `id`: opaque, never a number. `unit`: a name of another sheet. */
export type Kind = "name" | "names" | "choice" | "unit" | "id" | "phone" | "code" | "days" | "hours" | "time" | "text";

interface Column {
  readonly kind: Kind;
  /** Without it there is no row. */
  readonly need?: true;
  /** In characters of Latin. */
  readonly width: number;
}

const NAME = { kind: "name", need: true, width: 28 } as const;
const CODE = { kind: "code", width: 14 } as const;
const NAMES = { kind: "names", width: 30 } as const;

export const COLUMNS = {
  park: { name: NAME, workingHours: { kind: "hours", width: 30 } },
  departments: {
    name: NAME,
    aliases: NAMES,
    duties: { kind: "text", width: 50 },
    level: { kind: "choice", width: 10 },
    trackedBy: { kind: "unit", width: 24 },
    code: CODE,
  },
  categories: {
    name: NAME,
    department: { kind: "unit", need: true, width: 24 },
    keywords: { kind: "names", width: 50 },
    answerDays: { kind: "days", width: 12 },
    aliases: NAMES,
    code: CODE,
  },
  enterprises: { name: { ...NAME, width: 36 }, aliases: NAMES, code: CODE },
  people: {
    name: { ...NAME, width: 18 },
    role: { kind: "choice", need: true, width: 14 },
    unit: { kind: "unit", width: 36 },
    phone: { kind: "phone", width: 18 },
    wecom: { kind: "id", width: 22 },
    dingtalk: { kind: "id", width: 22 },
  },
  chats: {
    name: NAME,
    platform: { kind: "choice", need: true, width: 12 },
    audience: { kind: "choice", need: true, width: 12 },
    department: { kind: "unit", width: 24 },
    chatId: { kind: "id", width: 34 },
    webhook: { kind: "text", width: 50 },
    secret: { kind: "text", width: 30 },
    code: CODE,
  },
  digests: {
    chat: { kind: "unit", width: 28 },
    kind: { kind: "choice", need: true, width: 16 },
    cron: { kind: "time", need: true, width: 20 },
    title: { kind: "text", width: 30 },
    note: { kind: "text", width: 30 },
  },
} as const satisfies Readonly<Record<Section, Readonly<Record<string, Column>>>>;

export type KeyOf<S extends Section> = keyof (typeof COLUMNS)[S] & string;

export function columnsOf(section: Section): readonly (readonly [string, Column])[] {
  return Object.entries<Column>(COLUMNS[section]);
}

/** A row of a list, and what stands in it by the field. A cell with nothing in it is not there. */
export interface Row {
  readonly section: Section;
  readonly sheet: string;
  /** As Excel counts it. */
  readonly line: number;
  readonly cells: ReadonlyMap<string, string>;
  /** Fields whose cell cannot be read, which was said already: nothing more is said of them. */
  readonly refused: ReadonlySet<string>;
  /** `C7`: where a field stands, or would. */
  cellOf(field: string): string;
}

/** Where something is wrong in a list. Without a cell it is the whole sheet. */
export interface Placed {
  readonly sheet: string;
  readonly cell?: string;
  readonly problem: Problem;
}

/** A word of the list in its two languages: `zh` is written, `en` is the name in the org file. */
export interface Word {
  readonly zh: string;
  readonly en: string;
}

/** What is wrong, or worth knowing. */
export type Problem =
  | { readonly kind: "no-sheet"; readonly expected: readonly Word[] }
  | { readonly kind: "unknown-sheet"; readonly known: readonly Word[] }
  | { readonly kind: "no-headings"; readonly expected: readonly Word[] }
  | { readonly kind: "no-column"; readonly missing: readonly Word[]; readonly expected: readonly Word[] }
  | { readonly kind: "column-twice"; readonly said: string }
  | {
      readonly kind: "unknown-column";
      readonly said: string;
      readonly likely: string | undefined;
      readonly known: readonly Word[];
    }
  | { readonly kind: "missing"; readonly column: Word }
  | {
      readonly kind: "unknown-choice";
      readonly column: Word;
      readonly said: string;
      readonly choices: readonly Word[];
    }
  | {
      readonly kind: "unknown-name";
      readonly sheet: Word;
      readonly said: string;
      readonly likely: string | undefined;
    }
  | { readonly kind: "unit-needed"; readonly sheet: Word; readonly column: Word }
  | { readonly kind: "number-id" | "not-text" | "no-value" | "merged-row" | "leading-zero" | "unit-not-needed" }
  | { readonly kind: "no-chat-id" | "no-chat" }
  | { readonly kind: "form"; readonly of: Kind; readonly said: string; readonly message: string }
  | { readonly kind: "twice"; readonly said: string; readonly cell: string; readonly isPerson: boolean }
  /** What the check of the org file says of a field, or of the whole entry. */
  | { readonly kind: "check"; readonly field: string; readonly message: string };

/** The row that an entry of the org file comes from. */
export interface Origin {
  readonly path: Path;
  readonly row: Row;
}
