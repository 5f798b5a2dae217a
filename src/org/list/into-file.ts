import { isDeepStrictEqual } from "node:util";
import { Document, isMap, isSeq, parseDocument, type YAMLMap, YAMLSeq } from "yaml";
import type { Org } from "../../domain/park/org.ts";
import { YAML_OPTIONS } from "../document.ts";
import type { Origin, Section } from "./columns.ts";
import type { Entry } from "./entries.ts";
import type { FieldValue } from "./values.ts";

/** Puts entries into the text of an org file. What stands there stays as it is written, with its comments. */

export interface Written {
  readonly text: string;
  /** From which row each entry comes that was added or looked at. */
  readonly origins: readonly Origin[];
}

/** `before`: the org file and what it means; null for a new one. The file is one that `loadOrg` takes. */
export function intoFile(
  entries: readonly Entry[],
  before: { readonly text: string; readonly org: Org } | null,
): Written {
  const document = before === null ? new Document({}) : parseDocument(before.text, YAML_OPTIONS);
  const origins = entries.map((entry): Origin => {
    const { section, row } = entry;
    if (section === "park") {
      changePark(document, entry, before?.org ?? null);
      return { path: ["park"], row };
    }
    const list = listIn(document, section);
    const place = entry.is ?? list.items.length;
    if (entry.is === null) list.add(newEntry(document, entry));
    else changeEntry(document, list.items[entry.is], entry, before?.org[section][entry.is] ?? {});
    return { path: [section, place], row };
  });
  return { text: document.toString({ lineWidth: 0 }), origins };
}

function changePark(document: Document, entry: Entry, org: Org | null): void {
  const map = document.get("park");
  if (isMap(map)) changeEntry(document, map, entry, org?.park ?? {});
  else document.set("park", document.createNode(Object.fromEntries(inOrder(entry))));
}

/** The list of a section, which is made where there is none. */
export function listIn(document: Document, section: Exclude<Section, "park">): YAMLSeq {
  const list = document.get(section);
  if (isSeq(list)) {
    // A list that was empty, `people: []`, gets a line for each of its entries.
    if (list.items.length === 0) list.flow = false;
    return list;
  }
  const fresh = new YAMLSeq();
  document.set(section, fresh);
  return fresh;
}

/** The fields in the order in which they are read best. */
const ORDER = ["code", "platform", "chatId", "name", "aliases", "level", "role", "audience", "chat", "kind", "cron"];

function inOrder({ fields }: Entry): readonly (readonly [string, FieldValue])[] {
  const place = (field: string) => (ORDER.includes(field) ? ORDER.indexOf(field) : ORDER.length);
  return [...fields]
    .filter(([, value]) => !Array.isArray(value) || value.length > 0)
    .toSorted(([one], [other]) => place(one) - place(other));
}

function newEntry(document: Document, entry: Entry): YAMLMap {
  const node = document.createNode(Object.fromEntries(inOrder(entry)), { flow: true });
  if (!isMap(node)) throw new Error("an entry of the org file is a mapping");
  return node;
}

/** Only what is different is written: what is `${NAME}` in the file, and means the same, stays so. */
function changeEntry(document: Document, node: unknown, { fields, without }: Entry, had: object): void {
  if (!isMap(node)) return;
  for (const [field, value] of fields) {
    const before: unknown = Reflect.get(had, field);
    const after = together(before, value);
    if (isDeepStrictEqual(before, after) || (Array.isArray(after) && after.length === 0)) continue;
    if (typeof after === "object") node.set(field, document.createNode(after, { flow: true }));
    else node.set(field, after);
  }
  for (const field of without) if (fields.has("role")) node.delete(field);
}

/** Names are added to those that are there; any other value takes the place of the one before. */
function together(before: unknown, value: FieldValue): FieldValue {
  if (typeof value !== "object" || !Array.isArray(before)) return value;
  if (value.every((one) => /^\d\d:\d\d-/u.test(one))) return value;
  return [...new Set([...before.map(String), ...value])];
}
