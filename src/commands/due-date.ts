import { DateTime } from "luxon";
import { momentText, shortMoment } from "../domain/moments.ts";
import type { Dossier } from "../issues/move.ts";
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
  if (issue.due === null || issue.limitMinutes === null || issue.dispatchedAt === null) {
    return sentence(`#${id} 还没有派单，答复期限从派单起算。`, id);
  }
  const { calendar, org } = park;
  const zone = org.park.timeZone;
  const limit = `${limitText(issue.limit ?? "")}（${workingTime(issue.limitMinutes, calendar.minutesPerDay)}，每天 ${org.park.workingHours.join("、")}）`;
  const days = calendar.explain(issue.dispatchedAt, issue.limitMinutes).map((day) => {
    const date = DateTime.fromISO(day.date, { zone }).toFormat("MM-dd");
    const why = { workday: "", makeup: "调休上班", weekend: "周末", holiday: day.name ?? "放假" }[day.why];
    const counted = day.minutes === 0 ? "不计" : `计 ${workingTime(day.minutes, calendar.minutesPerDay)}`;
    return `${date} ${day.weekday}${why === "" ? "" : ` ${why}`}：${counted}`;
  });
  const moved = (await eventsOf(db, id)).flatMap((event) => changeLine(event, dossier, zone));
  const years = calendar.missingYears(issue.dispatchedAt, issue.due);
  const items = [
    `派单：${momentText(issue.dispatchedAt, zone, now)}，开始计时`,
    `时限：${limit}`,
    ...days,
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

/** What changed the clock: pauses, ends of pauses, new dates. */
function changeLine(event: StoredEvent, _: Dossier, zone: string): string[] {
  const at = shortMoment(event.at, zone);
  const due = typeof event.data["due"] === "string" ? `，期限 ${shortMoment(new Date(event.data["due"]), zone)}` : "";
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
      return event.fromState === "submitted" ? [] : [`${at} 转派，期限不变`];
    default:
      return [];
  }
}
