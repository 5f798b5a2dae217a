import type { Org } from "../domain/park/org.ts";
import type { Edit, EditedSection } from "./edit.ts";

/** What of the org refers to an entry of it. */

export interface Reference {
  readonly section: EditedSection | "themeDay" | "policy";
  readonly field: "department" | "enterprise" | "trackedBy" | "chat" | "categories";
  /** Its place in its list. */
  readonly at: number;
  /** For people; empty for what there is once. */
  readonly name: string;
}

type Entry = { readonly name?: string } & Readonly<Partial<Record<Reference["field"], unknown>>>;

/** Everything that names this code, in the order of the org file. */
export function referencesTo(org: Org, section: EditedSection, code: string): readonly Reference[] {
  const from = (list: EditedSection, field: Reference["field"]) => {
    const entries: readonly Entry[] = org[list];
    return entries.flatMap((one, at) =>
      one[field] === code ? [{ section: list, field, at, name: one.name ?? "" }] : [],
    );
  };
  switch (section) {
    case "departments":
      return [
        ...from("departments", "trackedBy"),
        ...from("categories", "department"),
        ...from("people", "department"),
        ...from("chats", "department"),
      ];
    case "enterprises":
      return from("people", "enterprise");
    case "chats":
      return [
        ...from("digests", "chat"),
        ...(org.themeDay?.chat === code ? [{ section: "themeDay", field: "chat", at: 0, name: "" } as const] : []),
      ];
    case "categories":
      return org.policy.categories[code] === undefined
        ? []
        : [{ section: "policy", field: "categories", at: 0, name: "" }];
    default:
      return [];
  }
}

/** Has all of these name another code. What a category alone says of its limits goes with it. */
export function referring(references: readonly Reference[], from: string, to: string): readonly Edit[] {
  return references.map(({ section, field, at }): Edit => {
    if (section === "policy") return { kind: "set", path: ["policy", "categories", from], value: undefined };
    if (section === "themeDay") return { kind: "set", path: ["themeDay", field], value: to };
    return { kind: "put", section, at, fields: new Map([[field, to]]) };
  });
}
