import { DateTime } from "luxon";
import type { Said } from "../../chat/conversation.ts";
import { type DayOff, dayOffIn } from "../../chat/understand/day-off.ts";
import { pointedIn, proposedIn } from "../../chat/understand/roles.ts";
import { unitsIn } from "../../chat/understand/units.ts";
import { namesALimit } from "../../chat/understand/zh-cn-by-a-day.ts";
import { dateProblem } from "../../chat/understand/zh-cn-date-problem.ts";
import { firstDate, leadingDate, type ReadDate } from "../../chat/understand/zh-cn-dates.ts";
import { promisedDate } from "../../chat/understand/zh-cn-days-told.ts";
import { dayMended, withDay } from "../../chat/understand/zh-cn-mended-day.ts";
import { behindPreposition, isInstruction, leadingMark, tellsWhatIsNext } from "../../chat/understand/zh-cn-phrases.ts";
import { hourSaid } from "../../chat/understand/zh-cn-times.ts";
import type { Input } from "../../domain/issue/decision.ts";
import type { Issue } from "../../domain/issue/issue.ts";
import { type Doable, moveOf } from "../../domain/issue/lifecycle.ts";
import { deadlineAfter } from "../../domain/park/deadline-after.ts";
import type { Match } from "../../domain/park/directory.ts";
import type { Department } from "../../domain/park/org.ts";
import type { Park } from "../../domain/park/park.ts";
import { narrow, plainOf } from "../../domain/plain.ts";
import { noMeasureYet, noSuchSuggestion, noSuchUnit, severalUnits } from "../../messages/zh-cn/refusals.ts";
import { suggestionsText } from "../../messages/zh-cn/terms.ts";

/** What decides how it is read: now, the park, and of the issue its measure, its suggestions and the unit that has it, by their codes. */
export interface About extends Pick<Issue, "id" | "state" | "suggestions" | "department" | "measure"> {
  readonly now: Date;
  readonly park: Park;
}

/** What stands behind the number of a move: a unit, a date, a mark, and text. `dayOff`: a day that was named and is no working day. */
export type ReadInput = { readonly input: Input; readonly dayOff?: DayOff | undefined } | { readonly problem: string };

export function readInput(
  about: About,
  action: Doable,
  { word, rest, unit, noted }: Pick<Said, "word" | "rest" | "unit" | "noted">,
): ReadInput {
  const text = rest === "" ? undefined : rest;
  if (noted === true) return { input: { department: unit, text } };
  switch (action) {
    case "dispatch":
      return readUnit(about, rest, { unit, chooses: true });
    case "assist":
      return readUnit(about, rest, { unit, chooses: false });
    case "return":
      return { input: { text, department: unit ?? mentionedUnit(about, rest) ?? ownUnit(about, rest) } };
    case "approve":
      return readApproval(about, rest, unit ?? mentionedUnit(about, rest));
    case "extend":
    case "hold":
      return readUntil(about, rest);
    case "measure":
      return withOtherDay(about, rest) ?? withPromise(about, rest);
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

/**
 * A unit's name at the start. `chooses`: a number chooses among the issue's suggestions, which wins over a unit so named. A date
 * behind it becomes the new limit.
 */
function readUnit(
  about: About,
  rest: string,
  { unit, chooses }: { readonly unit: string | undefined; readonly chooses: boolean },
): ReadInput {
  if (rest === "") return { input: { department: unit } };
  const [first = "", ...others] = rest.split(/[\s,，、:：]+/u);
  const after = rest.slice(first.length).replace(/^[\s,，、:：]+/u, "");
  const place = narrow(behindPreposition(first) ?? first);
  const isPlace = chooses && /^\d$/.test(place);
  const suggestion = isPlace ? about.suggestions[Number(place) - 1] : undefined;
  const match = suggestion === undefined ? unitNamed(about, first) : null;
  const shortened = match?.kind === "none" ? (unit ?? unitsIn(plainOf(first), about.park)[0]?.found.code) : undefined;
  if (match?.kind === "many") return { problem: severalUnits(first, namesOf(match.found)) };
  if (match?.kind === "none" && shortened === undefined) {
    if (isPlace) return noSuchPlace(about, place);
    return { problem: noSuchUnit(first, namesOf(about.park.org.departments)) };
  }
  const department = suggestion ?? shortened ?? (match?.kind === "one" ? match.found.code : undefined);
  const promise = others.length === 0 || !namesALimit(after) ? {} : readPromise(about, after);
  if ("problem" in promise) return promise;
  return { input: { department, text: after === "" ? undefined : after, date: promise.at }, dayOff: promise.dayOff };
}

/** 派单 12 3, where there are two suggestions, or none because a unit has it. What is over is refused as it is. */
function noSuchPlace({ id, state, department, suggestions, park: { directory } }: About, said: string): ReadInput {
  if (!moveOf("dispatch").from.includes(state)) return { input: {} };
  const names = suggestions.map((code) => directory.departmentName(code));
  const unit = department === null ? null : directory.departmentName(department);
  return { problem: noSuchSuggestion(said, { id, unit, suggestions: suggestionsText(names) }) };
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

/** The unit that a reason proposes: never one that it denies, nor the one that has the issue. */
function mentionedUnit({ park, department }: About, text: string): string | undefined {
  const plain = plainOf(text);
  return proposedIn(plain, unitsIn(plain, park), department ?? undefined)?.found.code;
}

/** 退单 12 转供电公司, of the unit that has it: it is refused, and not taken for a reason. */
function ownUnit({ park, department }: About, text: string): string | undefined {
  const plain = plainOf(text);
  const pointed = pointedIn(plain, unitsIn(plain, park));
  return pointed?.found.code === department ? pointed?.found.code : undefined;
}

/** 同意 12 到12月15日: with a return the unit, with an extension the day up to which it is granted. */
function readApproval(about: About, rest: string, department: string | undefined): ReadInput {
  const text = rest === "" ? undefined : rest;
  const read = firstDate(rest, about.now, about.park.calendar);
  const problem = read?.kind === "days" ? null : dateProblem(read);
  if (problem !== null) return { problem };
  const { at, dayOff } = dayNamed(about, read);
  return { input: { text, department, ...(at !== undefined && { date: at }) }, dayOff };
}

function readUntil(about: About, rest: string): ReadInput {
  const { now, park } = about;
  const read = leadingDate(rest, now, park.calendar);
  if (read === null) return { input: { text: rest === "" ? undefined : rest } };
  if (read.date.kind === "days") return { input: { days: read.date.days, text: read.rest || undefined } };
  const problem = dateProblem(read.date);
  if (problem !== null) return { problem };
  const { at, dayOff } = dayNamed(about, read.date);
  return { input: { date: at, text: read.rest || undefined }, dayOff };
}

function withPromise(about: About, rest: string): ReadInput {
  const promise = readPromise(about, rest);
  if ("problem" in promise) return promise;
  return { input: { text: rest === "" ? undefined : rest, date: promise.at }, dayOff: promise.dayOff };
}

/** 措施 12 改到周六: the measure as it stands, with another day. Null: more is said. */
function withOtherDay(about: About, rest: string): ReadInput | null {
  const { now, park, measure, id } = about;
  const day = dayMended(rest, now, park.calendar);
  if (day === null) return null;
  const promise = promiseOf(about, day, rest);
  if ("problem" in promise) return promise;
  if (measure === null) return { problem: noMeasureYet(id) };
  const text = withDay(measure, rest.slice(day.start, day.end), now, park.calendar);
  return { input: { text, date: promise.at }, dayOff: promise.dayOff };
}

interface NamedDay {
  readonly at?: Date | undefined;
  readonly dayOff?: DayOff | undefined;
}

/** The end of a day that was named, and where that is no working day, the day itself. */
function dayNamed({ park: { calendar } }: About, read: ReadDate | null): NamedDay {
  return read?.kind === "date" ? { at: read.at, dayOff: dayOffIn(read, calendar) } : {};
}

/** The day that a text promises; 3天内 are working days from now. */
function readPromise(about: About, text: string): NamedDay | { readonly problem: string } {
  return promiseOf(about, promisedDate(text, about.now, about.park.calendar), text);
}

function promiseOf(about: About, read: ReadDate | null, text: string): NamedDay | { readonly problem: string } {
  const { now, park } = about;
  if (read?.kind === "days") {
    const minutes = read.days * park.calendar.minutesPerDay;
    return { at: deadlineAfter(now, { text: `${read.days}d`, minutes }, park.calendar) };
  }
  const problem = dateProblem(read);
  if (problem !== null) return { problem };
  const named = dayNamed(about, read);
  const hour = read?.kind === "date" ? hourNamed(about, read, text) : null;
  return hour === null ? named : { ...named, at: hour };
}

/** 今天晚上8点前: by the clock, also behind the end of work; null where no hour is said, or one that is over. */
function hourNamed({ now, park }: About, { day, end }: Extract<ReadDate, { kind: "date" }>, text: string): Date | null {
  const hour = hourSaid(plainOf(text.slice(end)));
  const at = hour === null ? null : DateTime.fromISO(`${day}T${hour}`, { zone: park.calendar.timeZone }).toJSDate();
  return at === null || at <= now ? null : at;
}

function readRating(rest: string): ReadInput {
  const said = leadingMark(rest);
  return { input: said === null ? {} : { rating: said.mark, text: said.rest || undefined } };
}
