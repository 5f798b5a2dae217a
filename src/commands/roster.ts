import { type Conversation, type Reply, reply, sentence } from "../chat/conversation.ts";
import { dateProblem, leadingDate } from "../chat/understand/zh-cn-dates.ts";
import { leaveSaid } from "../chat/understand/zh-cn-phrases.ts";
import { isCoordinator } from "../domain/issue.ts";
import type { KnownBody } from "../domain/notice.ts";
import type { Person } from "../domain/org.ts";
import { inPlaceOf, mayStandIn, personOf, presentOf, roadTo } from "../domain/recipients.ts";
import type { Absence, Roster } from "../domain/roster.ts";
import { replyPlace, tell } from "../issues/tell.ts";
import type { Work } from "../issues/work.ts";
import { say } from "../messages/card.ts";
import { echo } from "../messages/echo.ts";
import { endAbsence, insertAbsence, insertDuty, readRoster } from "../store/roster.ts";
import { moment } from "./moment.ts";

/** 值班, 请假, 销假: who is reminded in whose place. */

const OFFICIALS = new Set(["officer", "head"]);
const STAFF = new Set([...OFFICIALS, "coordinator", "admin", "leader"]);

/** 值班 张三: of the own department; the coordinator for any. Behind the name may stand until when. */
export async function setDuty(conversation: Conversation, rest: string): Promise<Reply> {
  const { work, actor } = conversation;
  if (!OFFICIALS.has(actor.role ?? "") && !isCoordinator(actor)) return sentence("「值班」由部门和营商办使用。");
  if (conversation.audience.kind === "enterprise") return sentence("请在部门群、督办群或私聊里安排值班。");
  if (rest === "") return showDuties(conversation);
  const [name = "", ...others] = rest.split(/[\s,，、:：]+/u);
  const person = work.park.directory.person(name);
  if (person?.department === undefined || !OFFICIALS.has(person.role)) {
    return sentence(`没有叫${echo(name)}的部门工作人员，请写机构文件里的姓名。`);
  }
  if (!isCoordinator(actor) && person.department !== actor.department) {
    return sentence(`${person.name}不是本单位的人，只能安排本单位值班。`);
  }
  const until = others.length === 0 ? null : untilOf(work, others.join(" "));
  if (until !== null && "problem" in until) return sentence(until.problem);
  const { department } = person;
  const at = until?.at ?? null;
  await insertDuty(work.db, { department, person: person.name, since: work.now, until: at, setBy: actor.name });
  const unit = work.park.directory.departmentName(department);
  const how = at === null ? "直到另行安排" : `到${moment(work, at)}`;
  const roster = await readRoster(work.db, work.now, []);
  const told = toldFor(work, roster, person);
  const away = told === person.name ? "" : `${person.name}请假，`;
  return sentence(`${unit}由${person.name}值班，${how}；${away}还没有签收的诉求提醒发给${told}。`);
}

async function showDuties({ work, actor }: Conversation): Promise<Reply> {
  const { directory, org } = work.park;
  const roster = await readRoster(work.db, work.now, []);
  const shown = org.departments.filter((one) => isCoordinator(actor) || one.code === actor.department);
  const items = shown.flatMap((one) => {
    const onDuty = roster.onDuty(one.code);
    const away = directory.officersOf(one.code).flatMap((person) => {
      const absence = roster.absenceOf(person.name);
      return absence === undefined ? [] : [absenceLine(work, roster, person, absence)];
    });
    const words = [...(onDuty === null ? [] : [dutyWords(work, onDuty, one.code)]), ...away];
    return words.length === 0 ? [] : [`${one.name}：${words.join("；")}`];
  });
  if (items.length === 0) return sentence("还没有安排值班，没有签收的诉求提醒单位负责人。安排请说：值班 姓名");
  return reply({
    blocks: [
      { kind: "title", text: "值班表" },
      { kind: "list", items },
      { kind: "hint", text: "安排：值班 姓名　请假：请假 3天 由姓名代" },
    ],
  });
}

/** Who is named but has left counts as nobody, and is told as such. */
function dutyWords({ park }: Work, name: string, code: string): string {
  return personOf(park, name, code) === null ? `${name}已不在本单位，按没有安排值班处理` : `${name}值班`;
}

/** Until when somebody is away, and who is really told in their place. */
function absenceLine(work: Work, roster: Roster, person: Person, { until, substitute }: Absence): string {
  const { park } = work;
  const away = `${person.name}请假到${moment(work, until)}`;
  const inPlace = inPlaceOf(person, park, roster);
  if (inPlace !== null && inPlace !== person) return `${away}，由${inPlace.name}代`;
  const told = toldFor(work, roster, person);
  if (inPlace === person) return `${away}，${substitute}也请假，提醒发给${told}`;
  const name = roster.standIn(person.name);
  const why = personOf(park, name, person.department ?? "") === null ? "已不在本单位" : "已不能代办";
  return `${away}，${name}${why}，提醒发给${told}`;
}

/** Whom reminders for this person reach at present, by name. */
function toldFor({ park }: Work, roster: Roster, person: Person): string {
  return presentOf([person], park, roster)
    .map((one) => one.name)
    .join("、");
}

/** 请假 3天 由李四代. */
export async function takeLeave(conversation: Conversation, rest: string): Promise<Reply> {
  const { work, actor } = conversation;
  if (!STAFF.has(actor.role ?? "") || actor.kind !== "person")
    return sentence("「请假」由部门、营商办和园区领导使用。");
  const said = leaveSaid(rest);
  if (said === null) return sentence("请写明多久和由谁代，例如：请假 3天 由李四代");
  const substitute = work.park.directory.person(said.substitute);
  if (substitute === undefined) return sentence(`没有叫${echo(said.substitute)}的人，请写机构文件里的姓名。`);
  if (substitute.name === actor.name) return sentence("代办人不能是自己，请写同单位的另一位。");
  if (!mayStandIn(substitute, actor)) return sentence(`${substitute.name}不能代办，请写同单位的人。`);
  const until = untilOf(work, said.long);
  if ("problem" in until) return sentence(until.problem);
  await insertAbsence(work.db, {
    person: actor.name,
    substitute: substitute.name,
    since: work.now,
    until: until.at,
    setBy: actor.name,
  });
  const end = moment(work, until.at);
  const roster = await readRoster(work.db, work.now, []);
  const self = work.park.directory.person(actor.name);
  const reached = self === undefined ? substitute.name : toldFor(work, roster, self);
  const direct = reached === substitute.name;
  const told = direct ? "期间的提醒发给您" : `由您代；您也在请假，提醒发给${reached}`;
  const road = roadTo(work.park, substitute);
  if (road !== null) {
    const notice: KnownBody = { kind: "reply", card: say(`${actor.name}请假到${end}，${told}。`) };
    await tell(work, [replyPlace(road)], { notice, express: true });
  }
  const why = direct ? "" : `${substitute.name}也请假，`;
  return sentence(`已记下：请假到${end}，${why}提醒发给${reached}。提前回来请说「销假」。`);
}

/** 销假: back before the time. */
export async function comeBack({ work, actor }: Conversation): Promise<Reply> {
  const ended = await endAbsence(work.db, actor.name, work.now);
  return sentence(ended ? "已销假，提醒照常发给您。" : "没有记着您在请假。");
}

/** The end of the last day: 3天 counts today while it is worked. */
function untilOf({ now, park }: Work, words: string): { readonly at: Date } | { readonly problem: string } {
  const { calendar } = park;
  const read = leadingDate(words.trim(), now, calendar)?.date;
  const problem = dateProblem(read);
  if (problem !== null) return { problem };
  switch (read?.kind) {
    case "days": {
      const today = calendar.dateOf(now);
      const worked = calendar.dateOf(calendar.nextOpening(now)) === today;
      const first = calendar.nextOpening(worked ? calendar.at(today, "00:00") : now);
      return { at: calendar.add(first, read.days * calendar.minutesPerDay) };
    }
    case "date":
      return read.at > now ? { at: read.at } : { problem: "这个日期已经过了，请写以后的日期。" };
    default:
      return { problem: "看不出到什么时候，请写天数或日期，例如：3天、12月5日。" };
  }
}
