import { DateTime } from "luxon";
import { momentText, shortMoment } from "../domain/moments.ts";
import { limitText, workingTime } from "../messages/zh-cn.ts";
import { eventsOf, type StoredEvent } from "../store/events.ts";
import { type Conversation, type Reply, reply, sentence } from "./conversation.ts";
import { findDossier, notHere } from "./find.ts";

/** 期限 12: line by line how the due date came to be. */
export async function explainDue(conversation: Conversation, id: number): Promise<Reply> {
  const dossier = await findDossier(conversation, id);
  if (dossier === null) return notHere();
  const { issue } = dossier;
  const { park, now, db } = conversation.work;
  const events = await eventsOf(db, id);
  const started = events.findLast(startsClock);
  if (issue.due === null || issue.limitMinutes === null || started === undefined) {
    return sentence(`#${id} 还没有派单，答复期限从派单起算。`, id);
  }
  const { calendar, org } = park;
  const zone = org.park.timeZone;
  const limit = `${limitText(issue.limit ?? "")}（每天 ${org.park.workingHours.join("、")}）`;
  const days = calendar.explain(started.at, issue.limitMinutes).map((day) => {
    const date = DateTime.fromISO(day.date, { zone }).toFormat("MM-dd");
    const why = { workday: "", makeup: "调休上班", weekend: "周末", holiday: day.name ?? "放假" }[day.why];
    const counted = day.minutes === 0 ? "不计" : `计 ${Math.round(day.minutes / 6) / 10} 小时`;
    return `${date} ${day.weekday}${why === "" ? "" : ` ${why}`}：${counted}`;
  });
  const byLimit = dueOf(started)?.getTime() === calendar.add(started.at, issue.limitMinutes).getTime();
  const moved = changesAfter(started, events, zone);
  const years = calendar.missingYears(started.at, issue.due);
  const items = [
    `派单：${momentText(started.at, zone, now)}，开始计时`,
    ...(byLimit ? [`时限：${limit}`, ...days] : ["时限：派单时指定了日期"]),
    ...(issue.firstDue === null ? [] : [`最初期限：${momentText(issue.firstDue, zone, now)}`]),
    ...moved,
    ...(issue.pausedAt === null
      ? []
      : [
          `${shortMoment(issue.pausedAt, zone)} 起停表，还剩 ${workingTime(issue.leftMinutes ?? 0, calendar.minutesPerDay)}`,
        ]),
    `现在的期限：${momentText(issue.due, zone, now)}`,
    ...(years.length === 0 ? [] : [`${years.join("、")} 年放假安排尚未公布，按周一至周五计算`]),
  ];
  return reply(
    {
      blocks: [
        { kind: "title", text: `#${id} 的答复期限` },
        { kind: "list", items },
      ],
    },
    id,
  );
}

/** A dispatch starts the clock; a transfer from unit to unit does not. */
function startsClock({ action, fromState, toState }: StoredEvent): boolean {
  return (action === "submit" || (action === "dispatch" && fromState === "submitted")) && toState === "dispatched";
}

function dueOf({ data }: StoredEvent): Date | null {
  return typeof data["due"] === "string" ? new Date(data["due"]) : null;
}

/** What changed the clock since it started: pauses, ends of pauses, new dates. */
function changesAfter(started: StoredEvent, events: readonly StoredEvent[], zone: string): string[] {
  let due = dueOf(started);
  return events
    .filter((event) => event.version > started.version)
    .flatMap((event) => {
      const before = due;
      due = dueOf(event) ?? due;
      return changeLine(event, due?.getTime() === before?.getTime(), zone);
    });
}

function changeLine(event: StoredEvent, sameDue: boolean, zone: string): string[] {
  const at = shortMoment(event.at, zone);
  const named = dueOf(event);
  const due = named === null ? "" : `，期限 ${shortMoment(named, zone)}`;
  switch (event.action) {
    case "ask":
      return [`${at} 请企业补充，停表`];
    case "supplement":
      return event.fromState === "waiting" ? [`${at} 企业已补充，继续计时`] : [];
    case "answer":
      return [`${at} 已答复，停表`];
    case "unsolved":
      return [`${at} 企业反馈未解决，继续计时${due}`];
    case "reopen":
      return [`${at} 重开，重新计时${due}`];
    case "resume":
      return [`${at} 挂账恢复，继续计时${due}`];
    case "approve":
      if (event.toState === "on_hold") return [`${at} 挂账，停表`];
      return event.data["request"] === "extend" ? [`${at} 同意延期${due}`] : [];
    case "dispatch":
      return [`${at} 转派${sameDue ? "，期限不变" : due}`];
    default:
      return [];
  }
}
