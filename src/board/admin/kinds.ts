import { ROLES } from "../../domain/park/org.ts";
import { FIELD_NAMES, type KIND_NAMES } from "../../messages/zh-cn/admin.ts";
import { ROLE_NAMES } from "../../messages/zh-cn/board.ts";
import { fieldText } from "../../messages/zh-cn/org-changes.ts";
import type { EditedSection } from "../../org/edit.ts";
import { columnsOf, type Kind as ValueKind } from "../../org/list/columns.ts";
import { choicesOf, headingOf } from "../../org/list/values.ts";

/** What is kept on a page each, and the fields of its form. */

export type KindName = keyof typeof KIND_NAMES;

/** How a field is filled in. `hidden`: what is there is not shown, and stays where nothing is written. */
export type Control = "text" | "names" | "choice" | "ref" | "hidden" | "days" | "time" | "flag";

export interface FormField {
  readonly name: string;
  readonly control: Control;
  readonly isNeeded: boolean;
  /** Of what it names one. */
  readonly among?: "departments" | "enterprises" | "chats" | undefined;
}

export interface Kind {
  readonly name: KindName;
  readonly section: EditedSection;
  /** As `src/org/differences.ts` calls it. */
  readonly part: string;
  readonly fields: readonly FormField[];
  /** What its table shows. */
  readonly columns: readonly string[];
}

const CONTROLS: Readonly<Record<ValueKind, Control>> = {
  name: "text",
  names: "names",
  choice: "choice",
  unit: "ref",
  id: "text",
  phone: "hidden",
  code: "text",
  days: "days",
  hours: "names",
  time: "time",
  text: "text",
};

const HIDDEN: readonly string[] = ["webhook", "secret"];
const AMONG: Readonly<Record<string, FormField["among"]>> = {
  department: "departments",
  trackedBy: "departments",
  enterprise: "enterprises",
  chat: "chats",
};

/** The columns of the Excel list are the fields of the form: what a list can say, a form can. */
function fieldsOf(section: EditedSection): readonly FormField[] {
  return columnsOf(section).flatMap(([name, { kind, need }]): FormField[] => {
    const isNeeded = need === true || (section === "chats" && name === "chatId");
    const ref = (field: string): FormField => ({ name: field, control: "ref", isNeeded: false, among: AMONG[field] });
    if (name === "unit") return [ref("department"), ref("enterprise")];
    if (kind === "unit") return [{ ...ref(name), isNeeded }];
    return [{ name, control: HIDDEN.includes(name) ? "hidden" : CONTROLS[kind], isNeeded }];
  });
}

function kind(name: KindName, section: EditedSection, part: string, columns: readonly string[]): Kind {
  return { name, section, part, fields: fieldsOf(section), columns };
}

const PLAIN: readonly Kind[] = [
  kind("departments", "departments", "department", ["name", "aliases", "level", "trackedBy", "code"]),
  kind("categories", "categories", "category", ["name", "department", "keywords", "answerDays"]),
  kind("companies", "enterprises", "enterprise", ["name", "aliases", "code"]),
  kind("people", "people", "person", ["name", "role", "department", "account", "phone"]),
  kind("chats", "chats", "chat", ["name", "platform", "audience", "department", "webhook"]),
  kind("digests", "digests", "digest", ["kind", "chat", "cron", "title"]),
];

/** A digest also says whether it is posted when it has nothing to say. */
export const KINDS: readonly Kind[] = PLAIN.map((one) =>
  one.name === "digests"
    ? { ...one, fields: [...one.fields, { name: "empty", control: "flag", isNeeded: false }] }
    : one,
);

export interface Choice {
  readonly code: string;
  readonly text: string;
}

/** What a field is chosen from, in the words of the other pages. */
export function choicesFor(field: string): readonly Choice[] {
  if (field === "role") return ROLES.map((code) => ({ code, text: ROLE_NAMES[code] }));
  return choicesOf(field).map(({ en, zh }) => ({ code: en, text: zh }));
}

/** How a field is called on the form. */
export function labelOf({ section }: Pick<Kind, "section">, field: string): string {
  const { zh } = headingOf(section, field);
  return zh === field ? (FIELD_NAMES[field] ?? fieldText(field)) : zh;
}
