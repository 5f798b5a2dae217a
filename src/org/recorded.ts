import { maskedPhone } from "../domain/park/claim.ts";
import type { RecordedChange } from "../store/org-changes.ts";
import type { Difference } from "./differences.ts";

/** How a change of the org is kept for good: no secret, and no telephone number that could be called. */

const SECRET: readonly string[] = ["webhook", "secret"];
const HIDDEN = "***";
const MOST_LETTERS = 2_000;

export function recordedChange({ part, key, label, verb, fields }: Difference): RecordedChange {
  const name = label.startsWith(`${key} `) ? label.slice(key.length + 1) : label;
  return {
    part,
    key,
    name,
    verb,
    fields: fields.map(({ field, from, to }) => ({ field, from: valueText(field, from), to: valueText(field, to) })),
  };
}

function valueText(field: string, value: unknown): string | null {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return null;
  if (SECRET.includes(field)) return HIDDEN;
  if (typeof value !== "string") {
    const isList = Array.isArray(value) && value.every((one) => typeof one === "string");
    return (isList ? value.join("、") : JSON.stringify(value)).slice(0, MOST_LETTERS);
  }
  return field === "phone" ? maskedPhone(value) : value;
}
