import { type Conversation, type Reply, type Said, sentence, withCard } from "../../chat/conversation.ts";
import { dateProblem } from "../../chat/understand/zh-cn-date-problem.ts";
import { leadingSpan } from "../../chat/understand/zh-cn-dates.ts";
import { leaveSpan } from "../../chat/understand/zh-cn-leave.ts";
import { leaveSaid } from "../../chat/understand/zh-cn-phrases.ts";
import { isCoordinator, isOfficial, isStaff } from "../../domain/issue/issue.ts";
import { inPlaceOf, mayStandIn, personOf, presentOf, wayTo } from "../../domain/notice/places.ts";
import type { Calendar } from "../../domain/park/calendar.ts";
import type { Person } from "../../domain/park/org.ts";
import type { Absence, Roster } from "../../domain/park/roster.ts";
import type { Context } from "../../issues/context.ts";
import { say } from "../../messages/card.ts";
import type { Reader } from "../../messages/reader.ts";
import { DATE_PAST } from "../../messages/zh-cn/dates.ts";
import * as words from "../../messages/zh-cn/people.ts";
import { endAbsence, insertAbsence, insertDuty, readRoster } from "../../store/people.ts";

/** 值班, 请假, 销假: who is reminded in whose place. */

/** 值班 张三: of the own department; the coordinator for any. Behind the name may stand until when. */
export async function setDuty(conversation: Conversation, { rest }: Said): Promise<Reply> {
  const { ctx, actor, reader } = conversation;
  if (!isOfficial(actor) && !isCoordinator(actor)) return sentence(words.DUTY_IS_THE_DEPARTMENTS);
  if (conversation.reader.audience.kind === "enterprise") return sentence(words.DUTY_NOT_HERE);
  if (rest === "") return showDuties(conversation);
  const [said = "", ...others] = rest.split(/[\s,，、:：]+/u);
  const person = ctx.park.directory.person(said);
  if (person?.department === undefined || !isOfficial(person)) return sentence(words.noSuchOfficial(said));
  const { name, department } = person;
  if (!isCoordinator(actor) && department !== actor.department) return sentence(words.ofAnotherDepartment(name));
  const read = others.length === 0 ? null : untilOf(ctx, others.join(" "));
  if (read !== null && "problem" in read) return sentence(read.problem);
  const at = read?.at ?? null;
  await insertDuty(ctx.db, { department, person: name, since: ctx.now, until: at, setBy: actor.name });
  const told = toldFor(ctx, await readRoster(ctx.db, ctx.now, []), person);
  const until = at === null ? null : reader.dateTime(at);
  return sentence(words.dutySet(reader.department(department), { name, until, told }));
}

async function showDuties({ ctx, actor, reader }: Conversation): Promise<Reply> {
  const { directory, org } = ctx.park;
  const roster = await readRoster(ctx.db, ctx.now, []);
  const shown = org.departments.filter((one) => isCoordinator(actor) || one.code === actor.department);
  const items = shown.flatMap((one) => {
    const onDuty = roster.onDuty(one.code);
    const away = directory.officersOf(one.code).flatMap((person) => {
      const absence = roster.absenceOf(person.name);
      return absence === undefined ? [] : [absenceOf(reader, roster, person, absence)];
    });
    const lines = [...(onDuty === null ? [] : [dutyOf(ctx, onDuty, one.code)]), ...away];
    return lines.length === 0 ? [] : [words.rosterLine(one.name, lines)];
  });
  if (items.length === 0) return sentence(words.NOBODY_ON_DUTY);
  return withCard({
    blocks: [
      { kind: "title", text: words.ROSTER_TITLE },
      { kind: "list", items },
      {
        kind: "actions",
        steps: [
          { command: "duty", blank: "person", label: "set-duty" },
          { command: "leave", blank: "leave-and-person", label: "take-leave" },
        ],
      },
    ],
  });
}

/** Who is named but has left counts as nobody, and is told as such. */
function dutyOf({ park }: Context, name: string, code: string): string {
  return personOf(park, name, code) === null ? words.dutyHasLeft(name) : words.onDuty(name);
}

/** Until when somebody is away, and who is really told in their place. */
function absenceOf(reader: Reader, roster: Roster, person: Person, absence: Absence): string {
  const { park } = reader;
  const until = reader.dateTime(absence.until);
  const inPlace = inPlaceOf(person, park, roster);
  if (inPlace !== null && inPlace !== person) return words.absenceLine(person.name, until, inPlace);
  const told = toldFor(reader, roster, person);
  if (inPlace === person) {
    return words.absenceLine(person.name, until, { name: absence.substitute, not: { why: "away", told } });
  }
  const name = roster.standIn(person.name);
  const why = personOf(park, name, person.department ?? "") === null ? "left" : "may-not";
  return words.absenceLine(person.name, until, { name, not: { why, told } });
}

/** Whom reminders for this person reach at present, by name. */
function toldFor({ park }: Pick<Context, "park">, roster: Roster, person: Person): string {
  return presentOf([person], park, roster)
    .map((one) => one.name)
    .join("、");
}

/** 请假 3天 由李四代. */
export async function takeLeave(conversation: Conversation, { rest }: Said): Promise<Reply> {
  const { ctx, actor, reader } = conversation;
  if (!isStaff(actor) || actor.kind !== "person") return sentence(words.LEAVE_IS_THE_STAFFS);
  const said = leaveSaid(rest);
  if (said === null) return sentence(words.SAY_LEAVE);
  const substitute = ctx.park.directory.person(said.substitute);
  if (substitute === undefined) return sentence(words.nobodyCalled(said.substitute));
  if (substitute.name === actor.name) return sentence(words.NOT_YOURSELF);
  if (!mayStandIn(substitute, actor)) return sentence(words.mayNotStandIn(substitute.name));
  const span = spanOf(ctx, said.long);
  if ("problem" in span) return sentence(span.problem);
  const { since, until } = span;
  const who = { person: actor.name, substitute: substitute.name };
  await insertAbsence(ctx.db, { ...who, since, until, setBy: actor.name });
  const roster = await readRoster(ctx.db, since, []);
  const self = ctx.park.directory.person(actor.name);
  const told = self === undefined ? substitute.name : toldFor(ctx, roster, self);
  const from = since > ctx.now ? reader.day(since) : null;
  const leave: words.Leave = { ...who, from, until: reader.dateTime(until), told };
  const way = wayTo(ctx.park, substitute);
  const aside = way === null ? [] : [{ card: say(words.askedToStandIn(leave)), issueId: null, to: way }];
  return { ...sentence(words.leaveNoted(leave)), aside };
}

/** 销假: back before the time. */
export async function comeBack({ ctx, actor }: Conversation): Promise<Reply> {
  const ended = await endAbsence(ctx.db, actor.name, ctx.now);
  return sentence(ended ? words.BACK : words.NOT_AWAY);
}

/** From the first day that was said, or from now on, until the end of the last. */
function spanOf(
  ctx: Context,
  said: string,
): { readonly since: Date; readonly until: Date } | { readonly problem: string } {
  const { calendar } = ctx.park;
  const span = leaveSpan(said, ctx.now, calendar);
  if (span === null) return { problem: words.DATE_UNCLEAR };
  const { from, until } = span;
  const isLater = from !== null && from > calendar.dateOf(ctx.now);
  const since = isLater ? calendar.at(from, "00:00") : ctx.now;
  const problem = dateProblem(until);
  if (problem !== null) return { problem };
  if (until.kind === "date") return until.at > since ? { since, until: until.at } : { problem: DATE_PAST };
  return until.kind === "days"
    ? { since, until: afterDays(calendar, since, until.days) }
    : { problem: words.DATE_UNCLEAR };
}

/** So many working days: the first counts while it is worked. */
function afterDays(calendar: Calendar, since: Date, days: number): Date {
  const day = calendar.dateOf(since);
  const worked = calendar.dateOf(calendar.nextOpening(since)) === day;
  const first = calendar.nextOpening(worked ? calendar.at(day, "00:00") : since);
  return calendar.add(first, days * calendar.minutesPerDay);
}

/** The end of the last day: 3天 counts today while it is worked. */
function untilOf({ now, park }: Context, said: string): { readonly at: Date } | { readonly problem: string } {
  const { calendar } = park;
  const read = leadingSpan(said.trim(), now, calendar);
  const problem = dateProblem(read);
  if (problem !== null) return { problem };
  switch (read?.kind) {
    case "days":
      return { at: afterDays(calendar, now, read.days) };
    case "date":
      return read.at > now ? { at: read.at } : { problem: DATE_PAST };
    default:
      return { problem: words.DATE_UNCLEAR };
  }
}
