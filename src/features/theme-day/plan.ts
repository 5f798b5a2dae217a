import { type Conversation, type Reply, sentence } from "../../chat/conversation.ts";
import { dateProblem } from "../../chat/understand/zh-cn-date-problem.ts";
import { leadingDate } from "../../chat/understand/zh-cn-dates.ts";
import { leadingTime } from "../../chat/understand/zh-cn-theme-day.ts";
import { isCoordinator, isStaff } from "../../domain/issue/issue.ts";
import type { Context } from "../../issues/context.ts";
import type { NextStep } from "../../messages/actions.ts";
import type { Saying } from "../../messages/saying.ts";
import * as words from "../../messages/zh-cn/theme-days.ts";
import { adoptThemeDay, insertThemeDay, invite, overlapping, signUp, type ThemeDay } from "../../store/theme-days.ts";
import { INVITE, onDay, PLAN, sentenceWith } from "./steps.ts";
import { tellCompanies, tellOfSignUp } from "./tell.ts";
import { choose, nameOf, openNow } from "./which.ts";
import { namesIn, themeIn } from "./zh-cn-said.ts";

/** Before a theme day: it is planned, companies are invited and sign up. */

/** A meeting takes two hours, in milliseconds: another one may not lie nearer. */
export const MEETING_MS = 2 * 3_600_000;
const LONGEST = 60;

/** What 新建 says. */
export interface Plan {
  readonly at: Date;
  readonly theme: string;
  readonly place: string | null;
  /** The name of a group, as it was written. */
  readonly group: string | null;
}

type Problem = { readonly problem: Saying };

/** 新建 2026-11-30 20:00 用工专场 地点 …. */
export async function planThemeDay(conversation: Conversation, rest: string): Promise<Reply> {
  const { ctx, actor, reader } = conversation;
  const plan = readPlan(ctx, rest);
  if ("problem" in plan) return sentence(plan.problem);
  const { theme, at } = plan;
  if (at <= ctx.now) return sentence(words.TIME_IS_OVER);
  const other = await overlapping(ctx.db, at, MEETING_MS);
  if (other !== null && !isOfRule(other)) return sentence(words.overlaps(other.theme, reader.dateTime(other.at)));
  const found = groupFor(conversation, plan.group);
  if ("problem" in found) return sentence(found.problem);
  const { chat } = found;
  const place = plan.place ?? ctx.park.org.themeDay?.place ?? null;
  const values = { theme, at, place, chat, slot: null, createdBy: actor.name };
  if (other === null) await insertThemeDay(ctx.db, { ...values, createdAt: ctx.now });
  else await adoptThemeDay(ctx.db, other.id, values);
  const group = chat === null ? null : reader.chat(chat);
  return sentenceWith(words.planned(reader.dateTime(at), theme, group), await inviting(ctx, at));
}

/** Who is invited next, by its date where another one comes earlier. */
async function inviting(ctx: Context, at: Date): Promise<NextStep> {
  const open = await openNow(ctx);
  const planned = open.find((one) => one.at.getTime() === at.getTime());
  return { ...onDay(INVITE, planned === undefined ? "" : nameOf(ctx, planned, open)), label: "invite-companies" };
}

/** The fixed one that nobody has given a theme yet: it becomes what is planned for that evening. */
function isOfRule({ state, slot }: ThemeDay): boolean {
  return state === "planned" && slot !== null;
}

/** The date, the time, the theme, the place and the group, from how people write them. */
export function readPlan({ now, park }: Context, rest: string): Plan | Problem {
  const read = leadingDate(rest, now, park.calendar)?.date;
  const problem = dateProblem(read);
  if (problem !== null) return { problem };
  if (read?.kind !== "date") return { problem: words.NO_DATE };
  const behind = rest.slice(read.end);
  const time = leadingTime(behind);
  if (time === null) return { problem: words.NO_TIME };
  const { hour, minute } = time;
  if (hour > 23) return { problem: words.noSuchTime(time.words) };
  const { theme, place, group } = themeIn(behind.slice(time.words.length));
  if ([theme, place ?? ""].some((one) => [...one].length > LONGEST)) return { problem: words.wordsTooLong(LONGEST) };
  const at = park.calendar.at(read.day, `${hour}:${String(minute).padStart(2, "0")}`);
  return { at, theme: theme || words.DEFAULT_THEME, place, group };
}

/** The group where it is said, one that is named, or that of the rule. */
function groupFor({ chat, ctx }: Conversation, named: string | null): { readonly chat: string | null } | Problem {
  if (named !== null) {
    const groups = ctx.park.org.chats.filter((one) => one.audience === "enterprise");
    const found = groups.find((one) => one.name === named || one.code === named);
    if (found !== undefined) return { chat: found.code };
    return {
      problem: words.noSuchGroup(
        named,
        groups.map((one) => one.name),
      ),
    };
  }
  return { chat: chat?.audience === "enterprise" ? chat.code : (ctx.park.org.themeDay?.chat ?? null) };
}

/** 邀请 12月10日 中塑科技 湘晶电子: all of them, or none. */
export async function inviteCompanies({ ctx, reader }: Conversation, text: string): Promise<Reply> {
  const open = await openNow(ctx);
  if (open.length === 0) return sentenceWith(words.NONE_PLANNED, PLAN);
  const chosen = choose(ctx, reader, text, { among: open });
  if ("problem" in chosen) return sentence(chosen.problem);
  const { themeDay, rest } = chosen;
  if (themeDay === null) return sentenceWith(words.NONE_PLANNED, PLAN);
  const names = namesIn(rest);
  if (names.length === 0) return sentence(words.NO_COMPANY_NAMED);
  const found = names.map((name) => ({ name, match: ctx.park.directory.companyNamed(name) }));
  const problems = found.flatMap(({ name, match }) => {
    if (match.kind === "one") return [];
    const several = match.kind === "many" ? match.found.map((one) => one.name) : [];
    return [match.kind === "none" ? words.noSuchCompany(name) : words.oneOfSeveral(name, several)];
  });
  if (problems.length > 0) return sentence(words.nobodyInvited(problems));
  const codes = [...new Set(found.flatMap(({ match }) => (match.kind === "one" ? [match.found.code] : [])))];
  const fresh = await invite(ctx.db, themeDay.id, codes, ctx.now);
  await tellCompanies(ctx, themeDay, fresh, "invited");
  const nameOf = (code: string) => reader.company(code);
  const before = codes.filter((code) => !fresh.includes(code)).map(nameOf);
  return sentence(words.invited(fresh.map(nameOf), before, reader.dateTime(themeDay.at), themeDay.theme));
}

/** 报名: a company says that it will come, invited or not, to the first one or that of a date. */
export async function signUpFor({ ctx, actor, reader }: Conversation, text: string): Promise<Reply> {
  if (isStaff(actor)) {
    return sentenceWith(words.JOINING_IS_FOR_COMPANIES, ...(isCoordinator(actor) ? [INVITE] : []));
  }
  if (actor.enterprise === undefined) {
    return sentenceWith(words.COMPANY_NOT_KNOWN, { command: "iam", blank: "company" });
  }
  if (actor.kind === "guest" && actor.verified !== true) return sentence(words.COMPANY_NOT_VERIFIED);
  const open = await openNow(ctx);
  const chosen = open.length === 0 ? null : choose(ctx, reader, text, { among: open });
  if (chosen !== null && "problem" in chosen) return sentence(chosen.problem);
  const themeDay = chosen?.themeDay ?? null;
  if (themeDay === null) return sentence(words.NONE_TO_COME_TO);
  const { id, at, theme, place } = themeDay;
  const when = reader.dateTime(at);
  const who = { enterprise: actor.enterprise, signedUpBy: actor.name };
  if (!(await signUp(ctx.db, { themeDayId: id, ...who, signedUpAt: ctx.now }))) {
    return sentence(words.signedUpBefore(when, theme, place));
  }
  await tellOfSignUp(ctx, themeDay, actor.enterprise, actor.name);
  return sentence(words.signedUp(when, theme, place));
}
