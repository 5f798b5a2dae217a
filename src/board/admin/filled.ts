import { normaliseName } from "../../domain/park/directory.ts";
import type { Org } from "../../domain/park/org.ts";
import type { EditedFields, EditedValue } from "../../org/edit.ts";
import { Register } from "../../org/list/codes.ts";
import { plainValue } from "../../org/list/values.ts";
import { type Entry, plainText } from "./entries.ts";
import type { FormField, Kind } from "./kinds.ts";

/** What a form that was filled in changes of an entry. */

export type Filled = Readonly<Record<string, string>>;

/** The name of the box that takes away what is not shown. */
export function takeAwayName(field: string): string {
  return `drop-${field}`;
}

/** Only what is different from what is written. `entry` null: it is a new one, which gets a code where it has none. */
export function fieldsFilled(kind: Kind, filled: Filled, entry: Entry | null, org: Org): EditedFields {
  const changes = new Map<string, EditedValue | undefined>();
  for (const field of kind.fields) {
    if (field.name === "code" && entry !== null) continue;
    const change = changeOf(field, filled, entry, org);
    if (change !== null) changes.set(field.name, change.value);
  }
  const { section } = kind;
  if (entry === null && section !== "people" && section !== "digests" && !changes.has("code")) {
    const code = new Register(section, org).fresh(filled["name"] ?? "");
    return new Map<string, EditedValue | undefined>([["code", code], ...changes]);
  }
  return changes;
}

/** Null: it stays as it is. */
function changeOf(
  field: FormField,
  filled: Filled,
  entry: Entry | null,
  org: Org,
): { readonly value: EditedValue | undefined } | null {
  const { name, control, isNeeded } = field;
  const said = filled[name];
  if (control === "hidden") {
    if (said !== undefined && said !== "") return { value: said };
    return filled[takeAwayName(name)] === "1" && entry?.written[name] !== undefined ? { value: undefined } : null;
  }
  if (said === undefined || said === plainText(entry?.written[name])) return null;
  if (said === "") return { value: isNeeded && control === "text" ? "" : undefined };
  return { value: editedValue(field, said, org) };
}

function editedValue({ control, among }: FormField, said: string, org: Org): EditedValue {
  switch (control) {
    case "names":
      return plainValue("names", said);
    case "days":
      return plainValue("days", said);
    case "time":
      return plainValue("time", said);
    case "flag":
      return said === "true";
    case "ref":
      return codeOf(org, among, said);
    default:
      return said;
  }
}

/** Of what is named: by its code, its name or an alias; what is none of them is left to the check. */
export function codeOf(org: Org, among: FormField["among"], said: string): string {
  const list: readonly { code: string; name: string; aliases?: readonly string[] }[] =
    among === undefined ? [] : org[among];
  const key = normaliseName(said);
  const named = list.find((one) => [one.name, ...(one.aliases ?? [])].some((name) => normaliseName(name) === key));
  return list.some((one) => one.code === said) ? said : (named?.code ?? said);
}
