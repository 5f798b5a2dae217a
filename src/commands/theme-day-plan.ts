import { type Conversation, type Reply, sentence } from "../chat/conversation.ts";
import { narrow } from "../chat/understand/parse.ts";
import { dateProblem, leadingDate } from "../chat/understand/zh-cn-dates.ts";
import { MEETING_MS } from "../domain/agenda.ts";
import type { Chat } from "../domain/org.ts";
import { tellCompanies, tellOfSignUp } from "../issues/theme-day.ts";
import type { Work } from "../issues/work.ts";
import { echo } from "../messages/echo.ts";
import {
  adoptThemeDay,
  insertThemeDay,
  invite,
  nextThemeDay,
  overlapping,
  runningThemeDay,
  signUp,
  type ThemeDay,
} from "../store/theme-days.ts";
import { moment } from "./moment.ts";

/** Before a theme day: it is planned, companies are invited and sign up. */

const EXAMPLE = "主题日 新建 11月30日 20:00 用工专场 地点 园区会议中心";
const LONGEST = 60;

/** What 新建 says. */
export interface Plan {
  readonly at: Date;
  readonly theme: string;
  readonly place: string | null;
  /** The name of a group, as it was written. */
  readonly group: string | null;
}

/** 新建 2026-11-30 20:00 用工专场 地点 …. */
export async function planThemeDay(conversation: Conversation, rest: string): Promise<Reply> {
  const { work, actor } = conversation;
  const plan = readPlan(work, rest);
  if ("problem" in plan) return sentence(plan.problem);
  if (plan.at <= work.now) return sentence(`这个时间已经过了，请写以后的时间，例如：${EXAMPLE}`);
  const other = await overlapping(work.db, plan.at, MEETING_MS);
  if (other !== null && !isOfRule(other)) {
    return sentence(
      `与主题日${echo(other.theme)}（${moment(work, other.at)}）时间重叠，请错开两小时，或先说「主题日 取消」。`,
    );
  }
  const chat = groupFor(conversation, plan.group);
  if (typeof chat === "object" && chat !== null && "problem" in chat) return sentence(chat.problem);
  const { theme, place, at } = plan;
  const values = { theme, at, place: place ?? work.park.org.themeDay?.place ?? null, chat, slot: null };
  if (other === null) await insertThemeDay(work.db, { ...values, createdBy: actor.name, createdAt: work.now });
  else await adoptThemeDay(work.db, other.id, { ...values, createdBy: actor.name });
  const group = chat === null ? "" : `，在${work.park.directory.chatName(chat)}`;
  return sentence(`已安排主题日：${moment(work, at)}，${echo(theme)}${group}。邀请企业请说：主题日 邀请 企业名`);
}

/** The fixed one that nobody has given a theme yet: it becomes what is planned for that evening. */
function isOfRule({ state, slot }: ThemeDay): boolean {
  return state === "planned" && slot !== null;
}

/** The date, the time, the theme, the place and the group, from how people write them. */
export function readPlan({ now, park }: Work, rest: string): Plan | { readonly problem: string } {
  const read = leadingDate(rest, now, park.calendar)?.date;
  const problem = dateProblem(read);
  if (problem !== null) return { problem };
  if (read?.kind !== "date") return { problem: `请写明日期和时间，例如：${EXAMPLE}` };
  const behind = narrow(rest.slice(read.end));
  const time = /^\s*(上午|中午|下午|晚上?)?\s*(\d{1,2})(?:[:：]([0-5]\d)|[点时](半|[0-5]\d分?)?)/u.exec(behind);
  if (time === null) return { problem: `请写明几点开始，例如：${EXAMPLE}` };
  const [, part = "", hourText = "", minuteText, pastText = ""] = time;
  const late = /下午|晚/u.test(part) && Number(hourText) < 12;
  const hour = Number(hourText) + (late ? 12 : 0);
  const minute =
    minuteText === undefined ? (pastText === "半" ? 30 : Number.parseInt(pastText, 10) || 0) : Number(minuteText);
  if (hour > 23) return { problem: `没有${echo(time[0])}这个时间，请写 0 点到 23 点。` };
  const words = rest.slice(read.end + time[0].length);
  const place = /(?:^|\s)地点[\s:：]*([^\s][\s\S]*?)(?=\s+群[\s:：]|$)/u.exec(words);
  const group = /(?:^|\s)群[\s:：]*(\S+)/u.exec(words);
  const theme = words
    .replace(place?.[0] ?? "", " ")
    .replace(group?.[0] ?? "", " ")
    .replace(/\s+/gu, " ")
    .replace(/^[\s，,。:：]+|[\s，,。]+$/gu, "");
  if ([...theme].length > LONGEST || [...(place?.[1] ?? "")].length > LONGEST) {
    return { problem: `主题和地点请各不超过 ${LONGEST} 字。` };
  }
  const at = park.calendar.at(read.day, `${hour}:${String(minute).padStart(2, "0")}`);
  return {
    at,
    theme: theme || "政企交流",
    place: place?.[1]?.replace(/\s+/gu, " ").trim() ?? null,
    group: group?.[1] ?? null,
  };
}

/** The group where it is said, one that is named, or that of the rule. */
function groupFor({ chat, work }: Conversation, named: string | null): string | null | { readonly problem: string } {
  const groups = work.park.org.chats.filter((one) => one.audience === "enterprise");
  if (named !== null) {
    const found = groups.find((one: Chat) => one.name === named || one.code === named);
    return (
      found?.code ?? { problem: `没有叫${echo(named)}的企业群，现有：${groups.map((one) => one.name).join("、")}。` }
    );
  }
  if (chat?.audience === "enterprise") return chat.code;
  return work.park.org.themeDay?.chat ?? null;
}

/** 邀请 中塑科技 湘晶电子: all of them, or none. */
export async function inviteCompanies(conversation: Conversation, rest: string): Promise<Reply> {
  const { work } = conversation;
  const session = await upcoming(work);
  if (session === null) return sentence(`还没有安排主题日，请先说：${EXAMPLE}`);
  const names = rest.split(/[\s、，,；;]+/u).filter((name) => name !== "");
  if (names.length === 0) return sentence("请写明企业名，例如：主题日 邀请 中塑科技 湘晶电子");
  const found = names.map((name) => ({ name, match: work.park.directory.enterpriseNamed(name) }));
  const problems = found.flatMap(({ name, match }) => {
    if (match.kind === "one") return [];
    return match.kind === "none"
      ? [`没有叫${echo(name)}的企业`]
      : [`${echo(name)}有几家：${match.enterprises.map((one) => one.name).join("、")}`];
  });
  if (problems.length > 0) return sentence(`${problems.slice(0, 5).join("；")}。请改好后整句再发，这次没有发出邀请。`);
  const companies = found.flatMap(({ match }) => (match.kind === "one" ? [match.enterprise] : []));
  const fresh = await invite(work.db, session.id, [...new Set(companies.map((one) => one.code))], work.now);
  await tellCompanies(work, session, fresh, "invited");
  const nameOf = (code: string) => work.park.directory.enterpriseName(code);
  const before = [...new Set(companies.map((one) => one.code))].filter((code) => !fresh.includes(code));
  const parts = [
    ...(fresh.length === 0 ? [] : [`已邀请 ${fresh.map(nameOf).join("、")}`]),
    ...(before.length === 0 ? [] : [`${before.map(nameOf).join("、")}以前已经邀请过`]),
  ];
  return sentence(`${parts.join("；")}（${moment(work, session.at)}，${echo(session.theme)}）。`);
}

/** 报名: a company says that it will come, invited or not. */
export async function signUpFor(conversation: Conversation): Promise<Reply> {
  const { work, actor } = conversation;
  if (actor.role !== null && actor.role !== "liaison")
    return sentence("「主题日 报名」由企业联络员使用；邀请企业请说：主题日 邀请 企业名");
  if (actor.enterprise === undefined) return sentence("还不知道您是哪家企业，请先说「我是 企业名」。");
  if (actor.kind === "guest" && actor.verified !== true)
    return sentence("您的企业还没有核实，请等营商办核实后再报名。");
  const session = await upcoming(work);
  if (session === null) return sentence("还没有安排主题日，定下来后会通知。");
  const where = session.place === null ? "" : `，地点${echo(session.place)}`;
  const when = `${moment(work, session.at)}，${echo(session.theme)}${where}`;
  if (
    !(await signUp(work.db, {
      themeDayId: session.id,
      enterprise: actor.enterprise,
      signedUpBy: actor.name,
      signedUpAt: work.now,
    }))
  ) {
    return sentence(`贵企业已经报过名：${when}。`);
  }
  await tellOfSignUp(work, session, actor.enterprise, actor.name);
  return sentence(`已报名：${when}。前一天和前一小时会提醒。`);
}

/** The one that runs, else the next. */
async function upcoming({ db, now }: Work): Promise<ThemeDay | null> {
  return (await runningThemeDay(db)) ?? nextThemeDay(db, now);
}
