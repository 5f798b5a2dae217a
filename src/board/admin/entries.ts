import { maskedPhone } from "../../domain/park/claim.ts";
import { normaliseName } from "../../domain/park/directory.ts";
import type { Org } from "../../domain/park/org.ts";
import { ADMIN } from "../../messages/zh-cn/admin.ts";
import { digestText } from "../../messages/zh-cn/org-changes.ts";
import type { OrgInForce } from "../../org/desk.ts";
import { digestKey } from "../../org/differences.ts";
import { listWritten } from "../../org/edit.ts";
import { canonicalJson } from "../../store/events.ts";
import { textDigest } from "../../store/org-changes.ts";
import { choicesFor, type FormField, type Kind } from "./kinds.ts";

/** The entries of one kind, as a page shows them. */

export interface Entry {
  /** The place in its list. */
  readonly at: number;
  /** By which a form names it: the code, of a person the name, of a digest the place. */
  readonly is: string;
  /** As the record of changes calls it. */
  readonly key: string;
  readonly name: string;
  /** As it is written, `${NAME}` and all. */
  readonly written: Fields;
  /** As it is in force. */
  readonly value: Fields;
  /** Another one as soon as anything of it is another. */
  readonly version: string;
}

export type Fields = Readonly<Record<string, unknown>>;

export function entriesOf(inForce: OrgInForce, { section }: Kind): readonly Entry[] {
  const { org } = inForce;
  const values: readonly object[] = org[section];
  return listWritten(inForce.written, section).map((written, at): Entry => {
    const value: Fields = { ...values[at] };
    const isDigest = section === "digests";
    const name = String(value["name"] ?? "");
    const key = isDigest ? digestKey(org.digests, at) : String(value["code"] ?? name);
    return {
      at,
      is: isDigest ? String(at) : key,
      key,
      name: isDigest ? digestName(org, key) : name,
      written: { ...written },
      value,
      version: versionOf(written),
    };
  });
}

export function versionOf(written: unknown): string {
  return textDigest(canonicalJson(written)).slice(0, 16);
}

/** Those in which every word stands somewhere, whatever its width and case. */
export function foundIn(entries: readonly Entry[], words: string, textOf: (entry: Entry) => string): readonly Entry[] {
  const wanted = words.split(/\s+/u).map(normaliseName);
  return entries.filter((entry) => {
    const text = normaliseName(textOf(entry));
    return wanted.every((one) => text.includes(one));
  });
}

/** What a cell of the table or a field of the form says of a value. */
export function shownValue(org: Org, { name, control, among }: FormField, value: unknown): string {
  if (value === undefined || value === null) return "";
  if (control === "hidden") return name === "phone" ? maskedPhone(String(value)) : ADMIN.isSet;
  if (control === "ref") return nameIn(org, among, String(value));
  if (control === "choice") return choicesFor(name).find(({ code }) => code === value)?.text ?? String(value);
  return plainText(value);
}

/** As a form has it in its field. */
export function plainText(value: unknown): string {
  if (value === undefined || value === null) return "";
  return Array.isArray(value) ? value.map(String).join("、") : String(value);
}

/** Which digest this is, with the name of its chat. */
export function digestName(org: Org, key: string): string {
  return digestText(key, (code) => nameIn(org, "chats", code));
}

/** Where there is no list of names, a value stands for itself; what the org file refers to is always in it. */
export function nameIn(org: Org, among: FormField["among"] | "categories", value: string): string {
  const found = among === undefined ? undefined : org[among].find(({ code }) => code === value);
  return found === undefined ? value : found.name;
}
