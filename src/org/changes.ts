import type { Org } from "../domain/park/org.ts";
import { type Difference, differencesOf } from "./differences.ts";

/** What applying `after` changes, a sentence each, in the order of the org file; empty when nothing changes. Values of fields are never said. */
export function describeChanges(before: Org | null, after: Org): string[] {
  return differencesOf(before, after).map(differenceSentence);
}

/** `added department d1 经发局`, `changed person 李敏: phone, role`. */
export function differenceSentence({ part, key, label, verb, fields }: Difference): string {
  if (verb !== "changed") return `${verb} ${part} ${label}`;
  return `changed ${part}${key === "" ? "" : ` ${key}`}: ${fields.map(({ field }) => field).join(", ")}`;
}
