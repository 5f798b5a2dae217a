import { z } from "zod";
import type { Directory } from "../../domain/park/directory.ts";
import { LONGEST_KEPT } from "../../store/inbound-message.ts";

/** Messages to try routing on: a line each, as JSON or as it was written. */

/** A message, and to whom it went where that is known. */
export interface Message {
  readonly text: string;
  /** What the company chose (`#融资`). */
  readonly category?: string | undefined;
  readonly company?: string | undefined;
  /** The unit that was decided, as it is written there. */
  readonly unit?: string | undefined;
}

/** Why a line is none: it is no JSON object, says nothing of a text, or has something else than a text in a field. */
export type LineProblem =
  | { readonly kind: "no-json" | "no-text" }
  | { readonly kind: "no-words"; readonly field: string };

export interface Line {
  /** The first is 1. */
  readonly line: number;
  readonly read: Message | LineProblem;
}

export function isMessage(read: Message | LineProblem): read is Message {
  return "text" in read;
}

const words = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .transform((one) => one ?? undefined);
const messageSchema = z.object({
  text: words,
  title: words,
  category: words,
  company: words,
  unit: words,
  label: words,
});

/** Each line of a text that is not empty. Where the first begins as JSON does, all of them are JSON; elsewhere those that can be read as such. */
export function linesIn(text: string): readonly Line[] {
  const all = text
    .replace(/^\uFEFF/u, "")
    .split(/\r\n|\r|\n/u)
    .map((one, index) => ({ line: index + 1, one: one.trim() }))
    .filter(({ one }) => one !== "");
  const isJson = all[0]?.one.startsWith("{") === true;
  return all.map(({ line, one }) => {
    const read = isJson || one.startsWith("{") ? readJson(one) : null;
    return { line, read: read !== null && (isJson || isMessage(read)) ? read : { text: kept(one) } };
  });
}

function readJson(line: string): Message | LineProblem {
  const data = jsonOf(line);
  if (typeof data !== "object" || data === null || Array.isArray(data)) return { kind: "no-json" };
  const read = messageSchema.safeParse(data);
  if (!read.success) return { kind: "no-words", field: String(read.error.issues[0]?.path[0] ?? "text") };
  const { text, title, label, unit, ...more } = read.data;
  if (text === undefined) return { kind: "no-text" };
  return { ...more, text: kept(withTitle(text, title)), unit: filled(unit) ?? filled(label) };
}

/** So much of a message is kept when it comes in. */
function kept(text: string): string {
  return text.slice(0, LONGEST_KEPT);
}

/** In front of a text that does not begin with it already. */
function withTitle(text: string, title: string | undefined): string {
  return title === undefined || title === "" || text.startsWith(title) ? text : `${title}\n${text}`;
}

function filled(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === "" ? undefined : text.trim();
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** The code of the unit that a message went to; null: it is not said, or no unit of the org file. */
export function unitOf({ unit }: Message, directory: Directory): string | null {
  if (unit === undefined) return null;
  const match = directory.departmentNamed(unit);
  return match.kind === "one" ? match.found.code : null;
}
