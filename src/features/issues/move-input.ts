import { narrow, plainOf } from "../../chat/understand/plain.ts";
import { unitsIn } from "../../chat/understand/units.ts";
import { dateProblem, leadingDate, namesALimit, promisedDate } from "../../chat/understand/zh-cn-dates.ts";
import { behindPreposition, isInstruction, leadingMark, tellsWhatIsNext } from "../../chat/understand/zh-cn-phrases.ts";
import type { Input } from "../../domain/issue/decision.ts";
import type { Doable } from "../../domain/issue/lifecycle.ts";
import type { Match } from "../../domain/park/directory.ts";
import type { Department } from "../../domain/park/org.ts";
import type { Park } from "../../domain/park/park.ts";
import { noSuchUnit, severalUnits } from "../../messages/zh-cn/refusals.ts";

/** What decides how it is read. */
export interface About {
  readonly now: Date;
  readonly park: Park;
  /** The codes that were suggested for the issue, and the code of the department that has it. */
  readonly suggestions: readonly string[];
  readonly department: string | null;
}

/** What stands behind the number of a move: a unit, a date, a mark, and text. */
export type ReadInput = { readonly input: Input } | { readonly problem: string };

export function readInput(
  about: About,
  action: Doable,
  { word, rest, unit }: { readonly word: string; readonly rest: string; readonly unit?: string | undefined },
): ReadInput {
  const text = rest === "" ? undefined : rest;
  switch (action) {
    case "dispatch":
      return readUnit(about, rest, { unit, suggestions: about.suggestions });
    case "assist":
      return readUnit(about, rest, { unit, suggestions: [] });
    case "return":
    case "approve":
      return { input: { text, department: unit ?? mentionedUnit(about, rest) } };
    case "extend":
    case "hold":
      return readUntil(about, rest);
    case "measure":
      return withPromise(about, rest);
    case "progress":
      return tellsWhatIsNext(rest) ? withPromise(about, rest) : { input: { text } };
    case "rate":
      return readRating(rest);
    case "supervise":
      return { input: { text, instruction: isInstruction(word) } };
    default:
      return { input: { text } };
  }
}

/** A unit's name at the start; a suggestion's number wins over a unit so named. A date behind it becomes the new limit. */
function readUnit(
  about: About,
  rest: string,
  { unit, suggestions }: { readonly unit: string | undefined; readonly suggestions: readonly string[] },
): ReadInput {
  if (rest === "") return { input: { department: unit } };
  const [first = "", ...others] = rest.split(/[\s,，、:：]+/u);
  const after = rest.slice(first.length).replace(/^[\s,，、:：]+/u, "");
  const suggestion = /^\d$/.test(narrow(first)) ? suggestions[Number(narrow(first)) - 1] : undefined;
  const match = suggestion === undefined ? unitNamed(about, first) : null;
  const shortened = match?.kind === "none" ? (unit ?? unitsIn(plainOf(first), about.park)[0]?.found.code) : undefined;
  if (match?.kind === "many") return { problem: severalUnits(first, namesOf(match.found)) };
  if (match?.kind === "none" && shortened === undefined)
    return { problem: noSuchUnit(first, namesOf(about.park.org.departments)) };
  const department = suggestion ?? shortened ?? (match?.kind === "one" ? match.found.code : undefined);
  const promise = others.length === 0 || !namesALimit(after) ? {} : readPromise(about, after);
  if ("problem" in promise) return promise;
  return { input: { department, text: after === "" ? undefined : after, date: promise.at } };
}

function namesOf(departments: readonly Department[]): readonly string[] {
  return departments.map((one) => one.name);
}

/** 供电公司, or as people say it: 给供电公司, 到经发局. */
function unitNamed({ park }: About, name: string): Match<Department> {
  const found = park.directory.departmentNamed(name);
  const behind = found.kind === "none" ? behindPreposition(name) : null;
  return behind === null ? found : park.directory.departmentNamed(behind);
}

/** The unit that a reason proposes: the one that is named last, other than the one that has the issue. */
function mentionedUnit({ park, department }: About, text: string): string | undefined {
  const lastIn = ({ name, aliases }: Department) => Math.max(...[name, ...aliases].map((one) => text.lastIndexOf(one)));
  const named = park.org.departments
    .filter((one) => one.code !== department)
    .map((one) => ({ code: one.code, at: lastIn(one) }))
    .filter(({ at }) => at >= 0);
  return named.sort((a, b) => b.at - a.at)[0]?.code;
}

function readUntil({ now, park }: About, rest: string): ReadInput {
  const read = leadingDate(rest, now, park.calendar);
  if (read === null) return { input: { text: rest === "" ? undefined : rest } };
  if (read.date.kind === "days") return { input: { days: read.date.days, text: read.rest || undefined } };
  const problem = dateProblem(read.date);
  if (problem !== null) return { problem };
  return { input: { date: read.date.kind === "date" ? read.date.at : undefined, text: read.rest || undefined } };
}

function withPromise(about: About, rest: string): ReadInput {
  const promise = readPromise(about, rest);
  if ("problem" in promise) return promise;
  return { input: { text: rest === "" ? undefined : rest, date: promise.at } };
}

/** The day that a text promises; 3天内 are working days from now. */
function readPromise({ now, park }: About, text: string): { readonly at?: Date } | { readonly problem: string } {
  const read = promisedDate(text, now, park.calendar);
  if (read?.kind === "days") return { at: park.calendar.add(now, read.days * park.calendar.minutesPerDay) };
  const problem = dateProblem(read);
  if (problem !== null) return { problem };
  return read?.kind === "date" ? { at: read.at } : {};
}

function readRating(rest: string): ReadInput {
  const said = leadingMark(rest);
  return { input: said === null ? {} : { rating: said.mark, text: said.rest || undefined } };
}
