import type { Conversation } from "../../chat/conversation.ts";
import { narrow } from "../../chat/understand/parse.ts";
import { dateProblem, leadingDate, promisedDate } from "../../chat/understand/zh-cn-dates.ts";
import { behindPreposition, isInstruction, leadingMark, tellsWhatIsNext } from "../../chat/understand/zh-cn-phrases.ts";
import type { Input } from "../../domain/issue/decision.ts";
import type { Doable } from "../../domain/issue/lifecycle.ts";
import type { Match } from "../../domain/park/directory.ts";
import type { Department } from "../../domain/park/org.ts";
import type { Context } from "../../issues/context.ts";
import type { Dossier } from "../../issues/move.ts";
import { noSuchUnit, severalUnits } from "../../messages/zh-cn/refusals.ts";

/** What stands behind the number of a move: a unit, a date, a mark, and text. */
export type ReadInput = { readonly input: Input } | { readonly problem: string };

export function readInput(
  conversation: Conversation,
  action: Doable,
  dossier: Dossier,
  { word, rest }: { readonly word: string; readonly rest: string },
): ReadInput {
  const text = rest === "" ? undefined : rest;
  switch (action) {
    case "dispatch":
      return readUnit(conversation, rest, dossier.issue.suggestions);
    case "assist":
      return readUnit(conversation, rest, []);
    case "return":
    case "approve":
      return { input: { text, department: mentionedUnit(conversation, dossier, rest) } };
    case "extend":
    case "hold":
      return readUntil(conversation, rest);
    case "measure":
      return withPromise(conversation, rest);
    case "progress":
      return tellsWhatIsNext(rest) ? withPromise(conversation, rest) : { input: { text } };
    case "rate":
      return readRating(rest);
    case "supervise":
      return { input: { text, instruction: isInstruction(word) } };
    default:
      return { input: { text } };
  }
}

/** A unit's name at the start; a suggestion's number wins over a unit so named. A date behind it becomes the new limit. */
function readUnit({ ctx }: Conversation, rest: string, suggestions: readonly string[]): ReadInput {
  if (rest === "") return { input: {} };
  const [first = "", ...others] = rest.split(/[\s,，、:：]+/u);
  const after = rest.slice(first.length).replace(/^[\s,，、:：]+/u, "");
  const suggestion = /^\d$/.test(narrow(first)) ? suggestions[Number(narrow(first)) - 1] : undefined;
  const match = suggestion === undefined ? unitNamed(ctx, first) : null;
  if (match?.kind === "many") return { problem: severalUnits(first, namesOf(match.found)) };
  if (match?.kind === "none") return { problem: noSuchUnit(first, namesOf(ctx.park.org.departments)) };
  const department = suggestion ?? match?.found.code;
  const promise = others.length === 0 ? {} : readPromise(ctx, after);
  if ("problem" in promise) return promise;
  return { input: { department, text: after === "" ? undefined : after, date: promise.at } };
}

function namesOf(departments: readonly Department[]): readonly string[] {
  return departments.map((one) => one.name);
}

/** 供电公司, or as people say it: 给供电公司, 到经发局. */
function unitNamed({ park }: Context, name: string): Match<Department> {
  const found = park.directory.departmentNamed(name);
  const behind = found.kind === "none" ? behindPreposition(name) : null;
  return behind === null ? found : park.directory.departmentNamed(behind);
}

/** The unit that a reason proposes: the one that is named last, other than the one that has the issue. */
function mentionedUnit({ ctx }: Conversation, { issue }: Dossier, text: string): string | undefined {
  const lastIn = ({ name, aliases }: Department) => Math.max(...[name, ...aliases].map((one) => text.lastIndexOf(one)));
  const named = ctx.park.org.departments
    .filter((one) => one.code !== issue.department)
    .map((one) => ({ code: one.code, at: lastIn(one) }))
    .filter(({ at }) => at >= 0);
  return named.sort((a, b) => b.at - a.at)[0]?.code;
}

function readUntil({ ctx }: Conversation, rest: string): ReadInput {
  const read = leadingDate(rest, ctx.now, ctx.park.calendar);
  if (read === null) return { input: { text: rest === "" ? undefined : rest } };
  if (read.date.kind === "days") return { input: { days: read.date.days, text: read.rest || undefined } };
  const problem = dateProblem(read.date);
  if (problem !== null) return { problem };
  return { input: { date: read.date.kind === "date" ? read.date.at : undefined, text: read.rest || undefined } };
}

function withPromise({ ctx }: Conversation, rest: string): ReadInput {
  const promise = readPromise(ctx, rest);
  if ("problem" in promise) return promise;
  return { input: { text: rest === "" ? undefined : rest, date: promise.at } };
}

/** The day that a text promises; 3天内 are working days from now. */
function readPromise({ now, park }: Context, text: string): { readonly at?: Date } | { readonly problem: string } {
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
