import { type Document, isCollection, isMap, isSeq, parseDocument } from "yaml";
import { YAML_OPTIONS } from "./document.ts";
import { listIn } from "./list/into-file.ts";

/** Changes in the text of an org file. What is not changed stays as it is written, with its comments. */

export const EDITED = ["departments", "categories", "enterprises", "people", "chats", "digests"] as const;
export type EditedSection = (typeof EDITED)[number];

export type EditedValue = string | number | boolean | readonly string[];

/** Undefined: the field is taken away. */
export type EditedFields = ReadonlyMap<string, EditedValue | undefined>;

export type Edit =
  /** `at`: the place in its list; null for a new entry. */
  | {
      readonly kind: "put";
      readonly section: EditedSection;
      readonly at: number | null;
      readonly fields: EditedFields;
    }
  | { readonly kind: "remove"; readonly section: EditedSection; readonly at: number }
  /** What stands at this place, whatever it is; undefined takes it away, and what is empty then. */
  | { readonly kind: "set"; readonly path: readonly (string | number)[]; readonly value: EditedValue | undefined };

/** The text after these changes, in their order. The text before is one that `loadOrg` takes. */
export function edited(text: string, edits: readonly Edit[]): string {
  const document = parseDocument(text, YAML_OPTIONS);
  for (const edit of edits) apply(document, edit);
  return document.toString({ lineWidth: 0 });
}

function apply(document: Document, edit: Edit): void {
  if (edit.kind === "set") {
    set(document, edit.path, edit.value);
    return;
  }
  const list = listIn(document, edit.section);
  if (edit.kind === "remove") {
    list.delete(edit.at);
    return;
  }
  if (edit.at === null) {
    const given = [...edit.fields].filter(([, value]) => value !== undefined);
    list.add(document.createNode(Object.fromEntries(given), { flow: true }));
    return;
  }
  const node = list.items[edit.at];
  if (!isMap(node)) return;
  for (const [field, value] of edit.fields) {
    if (value === undefined) node.delete(field);
    else node.set(field, typeof value === "object" ? document.createNode(value, { flow: true }) : value);
  }
}

function set(document: Document, path: readonly (string | number)[], value: EditedValue | undefined): void {
  if (value !== undefined) {
    for (let length = 1; length < path.length; length += 1) {
      const above = path.slice(0, length);
      // An empty `policy:` is a value, in which nothing can be put.
      if (!isCollection(document.getIn(above))) document.setIn(above, document.createNode({}));
    }
    document.setIn(path, value);
    return;
  }
  for (let length = path.length; length > 1; length -= 1) {
    const here = path.slice(0, length);
    const node = document.getIn(here);
    if (length < path.length && (!isMap(node) || node.items.length > 0)) return;
    if (document.hasIn(here)) document.deleteIn(here);
  }
}

/** The entries of an org file as they are written: `${NAME}` stands for itself. The text is one that `loadOrg` takes. */
export function writtenIn(text: string): Readonly<Record<string, unknown>> {
  const { contents } = parseDocument(text, YAML_OPTIONS);
  const all: unknown = isMap(contents) ? contents.toJSON() : {};
  return typeof all === "object" && all !== null ? Object.fromEntries(Object.entries(all)) : {};
}

/** The entries of one list as they are written. */
export function listWritten(written: Readonly<Record<string, unknown>>, section: EditedSection): readonly object[] {
  const list = written[section];
  return Array.isArray(list) ? list.filter((one) => typeof one === "object" && one !== null) : [];
}

/** Whether a document is a list at this place: for who changes every entry of one. */
export function sequenceIn(document: Document, section: string) {
  const list = document.get(section);
  return isSeq(list) ? list : null;
}
