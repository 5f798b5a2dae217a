import { type Conversation, type Reply, sentence, tooLongProblem } from "../../chat/conversation.ts";
import { visible } from "../../chat/find.ts";
import { dayOffIn } from "../../chat/understand/day-off.ts";
import { helpersIn } from "../../chat/understand/roles.ts";
import { unitsIn, unitsOrTheirs } from "../../chat/understand/units.ts";
import { dateProblem } from "../../chat/understand/zh-cn-date-problem.ts";
import { firstDate, type ReadDate } from "../../chat/understand/zh-cn-dates.ts";
import { promisedDate } from "../../chat/understand/zh-cn-days-told.ts";
import { type Common, type CommonRow, commonPartiesOf, type Deed } from "../../domain/common/common.ts";
import { isOpen } from "../../domain/issue/issue.ts";
import type { Department } from "../../domain/park/org.ts";
import type { Park } from "../../domain/park/park.ts";
import { plainOf } from "../../domain/plain.ts";
import { type Change, changeCommon } from "../../issues/common.ts";
import type { Context } from "../../issues/context.ts";
import { type Block, paragraph, say } from "../../messages/card.ts";
import { countable } from "../../messages/common-view.ts";
import type { Saying } from "../../messages/saying.ts";
import * as words from "../../messages/zh-cn/common.ts";

import {
  dueSet,
  dueStays,
  IS_SO,
  leadHasNone,
  measureUntil,
  nobodyToUrge,
  noHelperOf,
  openStill,
} from "../../messages/zh-cn/common-steps.ts";
import { countedBefore } from "../../messages/zh-cn/issues.ts";

import { noSuchUnit, severalUnits } from "../../messages/zh-cn/refusals.ts";
import { commonCard, doneCard } from "./cards.ts";
import { tellOf } from "./notice.ts";
import { nameOf, type SeenCommon, seenCommon } from "./seen.ts";
import { askFinish, askUrge, askVoid, freeSince } from "./undone.ts";
import { askFor, type Chosen, choose, goingOn, isReply, type Told } from "./which.ts";
import { asksHow, BEFORE_A_TITLE, IS_LONGER, isTitle, LONGEST_TITLE, ONLY_WHEN } from "./zh-cn-said.ts";

/** What the office and the department that leads do about a common problem itself: its members go their own ways. */

type OwnDeed = Exclude<Deed, "create" | "add" | "remove" | "answer">;

/** What a deed changes, as it was read; or what is said instead. */
type Read =
  | (Pick<Change, "add" | "remove"> & {
      readonly patch: Partial<CommonRow>;
      readonly text?: string;
      readonly more?: readonly Saying[];
    })
  | { readonly reply: Reply };

const READERS: Readonly<Record<OwnDeed, (conversation: Conversation, chosen: Chosen) => Read | Promise<Read>>> = {
  lead: readLead,
  measure: readMeasure,
  due: readDue,
  progress: readProgress,
  // It changes nothing, is recorded, and told to who leads.
  urge: (_conversation, { seen, rest }) =>
    seen.common.lead === null
      ? { reply: goingOn(say(nobodyToUrge(nameOf(seen), seen.common.id)), seen) }
      : { patch: {}, text: rest },
  finish: ({ ctx }, { seen, rest }) => {
    const open = countable(seen.members).filter(isOpen).length;
    const more = open === 0 ? [] : [openStill(open)];
    return { patch: { state: "done", doneAt: ctx.now, closing: rest === "" ? null : rest }, text: rest, more };
  },
  resume: async (conversation, { seen, rest }) => {
    const { add, more } = await freeSince(conversation, seen);
    return { patch: { state: "open", doneAt: null, closing: null }, text: rest, add, more };
  },
  void: (_conversation, { seen, rest }) => ({
    patch: { state: "void", doneAt: null },
    text: rest,
    remove: seen.members.map(({ id }) => id),
  }),
  rename: readTitle,
};

/** Does one of these, and says what was done. */
export async function runDeed(conversation: Conversation, deed: OwnDeed, told: Told): Promise<Reply> {
  const chosen = await choose(conversation, deed, told);
  if (isReply(chosen)) return chosen;
  const { ctx, actor, reader, source } = conversation;
  const { seen, rest } = chosen;
  const problem = tooLongProblem(rest);
  if (problem !== null) return sentence(problem);
  if (deed !== "rename" && asksHow(rest)) return shown(conversation, seen);
  const asked = askedFirst(deed, told, chosen);
  if (asked !== null) return asked;
  const read = await READERS[deed](conversation, chosen);
  if ("reply" in read) return read.reply;
  const { more = [], text, ...change } = read;
  if (isSo(read.patch, seen.common)) {
    const why = deed === "due" ? more : [];
    return goingOn({ blocks: [soAlready(deed, seen, reader), ...why].map(paragraph) }, seen);
  }
  const by = { actor, source };
  const common = await changeCommon(ctx, seen.common, deed, { ...change, text: text === "" ? undefined : text, by });
  const after = common === null ? null : await seenCommon(conversation, common.id);
  if (after === null) return sentence(words.noSuchCommon(seen.common.id));
  await tellOf(ctx, deed, { before: seen.common, after: after.common, text }, actor);
  const blocks: readonly Block[] = more.map(paragraph);
  const card = doneCard(doneText(deed, after, { seen, reader }), after, { actor, reader, more: blocks });
  return goingOn(card, after, [deed, deed === "lead" ? rest : ""]);
}

/** What takes its issues out of it, goes to others in somebody's own words, or ends what is not done, is shown first. */
function askedFirst(deed: OwnDeed, { sure, isFree = false }: Told, { seen, rest }: Chosen): Reply | null {
  if (sure === true) return null;
  if (deed === "void") return askVoid(seen);
  if (!isFree) return null;
  if (deed === "urge" && rest !== "" && seen.common.lead !== null) return askUrge(seen, rest);
  const open = countable(seen.members).filter(isOpen).length;
  return deed === "finish" && open > 0 ? askFinish(seen, rest, openStill(open)) : null;
}

/** Whether it is so already, which what is told and what changes the state never is. */
function isSo(patch: Partial<CommonRow>, common: Common): boolean {
  const names = Object.keys(patch) as (keyof CommonRow)[];
  if (names.length === 0 || names.some((name) => name === "progress" || name === "state")) return false;
  return names.every((name) => String(patch[name]) === String(common[name]));
}

function soAlready(deed: OwnDeed, seen: SeenCommon, reader: Conversation["reader"]): string {
  const name = nameOf(seen);
  const { lead, due } = seen.common;
  if (deed === "lead" && lead !== null) return IS_SO.lead(name, reader.department(lead));
  if (deed === "due" && due !== null) return IS_SO.due(name, reader.day(due));
  return deed === "rename" ? IS_SO.rename(name) : IS_SO.measure(name);
}

function doneText(
  deed: OwnDeed,
  after: SeenCommon,
  { seen, reader }: Pick<Conversation, "reader"> & { readonly seen: SeenCommon },
): string {
  const name = nameOf(after);
  const { lead, due } = after.common;
  switch (deed) {
    case "lead":
      return words.DONE.lead(name, lead === null ? "" : reader.department(lead));
    case "due":
      return words.DONE.due(name, due === null ? "" : reader.day(due));
    case "urge":
      return words.DONE.urge(name, lead === null ? "" : reader.department(lead));
    case "rename":
      return words.DONE.rename(name, nameOf(seen));
    default:
      return words.DONE[deed](name);
  }
}

/** 供电公司, 由供电公司牵头; behind it the day that becomes the deadline. */
async function readLead(conversation: Conversation, { seen, rest }: Chosen): Promise<Read> {
  const { ctx, reader } = conversation;
  if (rest === "") return { reply: askFor(seen, "lead", "unit") };
  const read = firstDate(rest, ctx.now, ctx.park.calendar);
  const problem = dateProblem(read);
  if (problem !== null) return { reply: sentence(problem) };
  const { said, helpers } = withoutHelpers(withoutDay(rest, read), ctx.park);
  const unit = unitIn(said, ctx.park);
  if (typeof unit === "string") return { reply: sentence(unit) };
  const due = momentOf(ctx, read);
  const blind = [...(await nothingOf(unit, seen, conversation)), ...notAssisting(helpers, seen)];
  if (due === null) return { patch: { lead: unit.code }, more: blind };
  return {
    patch: { lead: unit.code, due },
    more: [dueSet(reader.day(due)), ...offSaid(read, conversation), ...blind],
  };
}

/** 供电 of 供电 这个礼拜五, which may be all the name that is said. */
function withoutDay(rest: string, read: ReadDate | null): string {
  return read === null ? rest : rest.slice(0, read.start).replace(/[\s,，]+$/u, "") + rest.slice(read.end);
}

/** 交通局，建管局配合: a common problem has one lead and no helpers, which its issues have. */
function withoutHelpers(text: string, park: Park): { readonly said: string; readonly helpers: readonly Department[] } {
  const plain = plainOf(text);
  const named = unitsIn(plain, park);
  const helpers = helpersIn(plain, named);
  const first = named.find((one) => !helpers.includes(one));
  if (helpers.length === 0 || first === undefined) return { said: text, helpers: [] };
  return { said: text.slice(first.start, first.end), helpers: helpers.map(({ found }) => found) };
}

function notAssisting(helpers: readonly Department[], { members }: SeenCommon): readonly Saying[] {
  const [first] = countable(members);
  return helpers.map(({ name }) => noHelperOf(name, first?.id ?? null));
}

/** The one unit that is named, as people call it; or that there is none of this name, or several. */
function unitIn(said: string, park: Park): Department | string {
  const namesOf = (units: readonly Department[]) => units.map(({ name }) => name);
  const match = park.directory.departmentNamed(said);
  if (match.kind === "one") return match.found;
  const named = unitsOrTheirs(plainOf(said), park);
  const [unit, ...others] = named;
  if (unit !== undefined && others.length === 0) return unit;
  const several = unit === undefined && match.kind === "many" ? match.found : named;
  return several.length > 0 ? severalUnits(said, namesOf(several)) : noSuchUnit(said, namesOf(park.org.departments));
}

/** What its issues are about, a unit that has none of them does not see: whoever lets it lead is told. */
async function nothingOf(
  { code, name }: Department,
  { members }: SeenCommon,
  { ctx, reader }: Conversation,
): Promise<readonly Saying[]> {
  const [first] = countable(members);
  const shown = await visible({ ctx, reader: reader.as({ kind: "department", department: code }) }, members);
  return first === undefined || shown.length > 0 ? [] : [leadHasNone(name, first.id)];
}

/** A date in it becomes the deadline, where there is none yet; the coordinator's becomes it in any case. */
function readMeasure(conversation: Conversation, { seen, rest }: Chosen): Read {
  if (!says(rest)) return { reply: askFor(seen, "measure", "text") };
  const { ctx, actor, reader } = conversation;
  const read = promisedDate(rest, ctx.now, ctx.park.calendar);
  const problem = dateProblem(read);
  if (problem !== null) return { reply: sentence(problem) };
  const due = momentOf(ctx, read);
  const { due: before } = seen.common;
  const measure = measureWith(rest, read, seen.common, due === null ? "" : reader.day(due));
  if (due === null) return { patch: { measure }, text: rest };
  if (before === null || commonPartiesOf(actor, seen.common, ctx.park).includes("office"))
    return {
      patch: { measure, due },
      text: rest,
      more: [dueSet(reader.day(due)), ...offSaid(read, conversation)],
    };
  const isSame = before.getTime() === due.getTime();
  return { patch: { measure }, text: rest, more: isSame ? [] : [dueStays(reader.day(before))] };
}

/** 明天前 alone tells when, and not what: it stands behind what is known already, as a day that can be read later. */
function measureWith(rest: string, read: ReadDate | null, { measure }: Common, day: string): string {
  if (read === null || day === "") return rest;
  const beside = `${rest.slice(0, read.start)}${rest.slice(read.end)}`;
  return says(beside.replace(ONLY_WHEN, "")) ? rest : measureUntil(measure, day);
}

/** A day off counts to the working day before, which is said wherever it becomes the deadline. */
function offSaid(read: ReadDate | null, { ctx, reader }: Conversation): readonly string[] {
  const off = dayOffIn(read, ctx.park.calendar);
  return off === undefined ? [] : [countedBefore({ named: reader.day(off.day), counted: reader.dateTime(off.at) })];
}

function readDue(conversation: Conversation, { seen, rest }: Chosen): Read {
  const { ctx } = conversation;
  const read = rest === "" ? null : firstDate(rest, ctx.now, ctx.park.calendar);
  const problem = dateProblem(read);
  if (problem !== null) return { reply: sentence(problem) };
  const due = longerBy(read, rest, seen.common, ctx) ?? momentOf(ctx, read);
  return due === null
    ? { reply: askFor(seen, "due", "date") }
    : { patch: { due }, text: rest, more: offSaid(read, conversation) };
}

/** 时间放宽两天 counts from the deadline that there is, where that is still to come. */
function longerBy(
  read: ReadDate | null,
  rest: string,
  { due }: Common,
  { now, park: { calendar } }: Context,
): Date | null {
  if (read?.kind !== "days" || due === null || due <= now || !IS_LONGER.test(rest)) return null;
  return calendar.add(due, read.days * calendar.minutesPerDay);
}

/** The end of the day that was named, or of so many working days from now. */
function momentOf({ now, park: { calendar } }: Context, read: ReadDate | null): Date | null {
  if (read?.kind === "date") return read.at;
  return read?.kind === "days" ? calendar.add(now, read.days * calendar.minutesPerDay) : null;
}

function readProgress(_conversation: Conversation, { seen, rest }: Chosen): Read {
  if (!says(rest)) return { reply: askFor(seen, "progress", "text") };
  return { patch: { progress: rest }, text: rest };
}

function readTitle(_conversation: Conversation, { seen, rest: said }: Chosen): Read {
  const rest = said.replace(BEFORE_A_TITLE, "");
  if (!isTitle(rest)) return { reply: askFor(seen, "rename", "text") };
  if ([...rest].length > LONGEST_TITLE) return { reply: sentence(words.titleTooLong(LONGEST_TITLE)) };
  return { patch: { title: rest }, text: rest };
}

/** 进展怎么样了: how it stands. */
export function shown({ actor, reader }: Conversation, seen: SeenCommon): Reply {
  return goingOn(commonCard(seen, actor, reader, 1), seen);
}

/** Marks alone leave the reader with nothing. */
export function says(text: string): boolean {
  return /[^\p{P}\p{Z}\p{C}]/u.test(text);
}
