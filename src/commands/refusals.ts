import { commandNamed } from "../chat/command.ts";
import type { Command } from "../chat/conversation.ts";
import { type Conversation, MAX_TEXT, type Reply, sentence } from "../chat/conversation.ts";
import { shown } from "../chat/find.ts";
import type { Refusal } from "../domain/decision.ts";
import type { Action } from "../domain/lifecycle.ts";
import { lastDayFrom } from "../domain/moments.ts";
import { type Dossier, possibleMoves } from "../issues/move.ts";
import { unitLine } from "../messages/issue-card.ts";
import { wholeDate } from "../messages/zh-cn/dates.ts";
import { stateText } from "../messages/zh-cn/terms.ts";
import { moment } from "./moment.ts";

/** One sentence for a move that is not made: why, how the issue stands, who has it, and what can be done now. */
export function refusalReply(conversation: Conversation, dossier: Dossier, action: Action, refusal: Refusal): Reply {
  const spec = commandNamed(conversation.commands, action);
  const why = reasonOf(conversation, dossier, spec, refusal).replace(/。$/u, "");
  return sentence(`${why}；${standing(conversation, dossier)}`, dossier.issue.id);
}

function standing(conversation: Conversation, dossier: Dossier): string {
  const { issue } = dossier;
  const view = shown(conversation, issue);
  const unit = unitLine(view);
  const can = possibleMoves(conversation.work, dossier, conversation.actor)
    .flatMap((action) => conversation.commands.find((one) => one.name === action) ?? [])
    .slice(0, 4)
    .map((one) => `${one.words[0]} ${issue.id}`);
  const what = can.length === 0 ? `进度 ${issue.id}` : can.join("、");
  return `#${issue.id} 现在「${stateText(issue.state, issue.outcome)}」${unit === null ? "" : `，由${unit}负责`}，可以：${what}。`;
}

function reasonOf({ work }: Conversation, { issue }: Dossier, spec: Command, refusal: Refusal): string {
  const word = spec.words[0] ?? spec.english;
  switch (refusal.refused) {
    case "not-yours":
      return `「${word}」不由您来做。`;
    case "wrong-state":
      if (spec.name === "sign" && issue.signedAt !== null && issue.handler !== null) {
        return `#${issue.id} 已由${issue.handler}在${moment(work, issue.signedAt)}签收。`;
      }
      return `现在不能「${word}」。`;
    case "needs":
      return needs(spec, refusal.what);
    case "too-long":
      return `内容太长，请不超过 ${MAX_TEXT} 字。`;
    case "same-department":
      return "已经在这个单位了，请写别的单位。";
    case "unit-gone":
      return spec.name === "approve"
        ? `建议的单位已撤销，请写明交给哪个单位：同意 ${issue.id} 单位名；不同意请说：驳回 ${issue.id} 原因。`
        : `这个单位已撤销，请写现有的单位名：派单 ${issue.id} 单位名。`;
    case "already-helps":
      return "这个单位已在协办。";
    case "return-late":
      return "退单要在派单后 1 个工作日内提出，已经过了；如确实不属本单位，请联系营商办转派。";
    case "return-twice":
      return "这次派单已经申请过退单，不能再提。";
    case "return-final":
      return "责任单位已由园区领导裁定，不能再退单；办理有困难可申请延期或挂账。";
    case "no-supervision":
      return "没有等反馈的督办或批示，向企业说明进展请用「进展」。";
    case "extend-late":
      return "延期要在到期前至少 1 个工作日提出，已经来不及了。";
    case "extend-often":
      return "已经延期两次，不能再延；确有困难可申请挂账。";
    case "extend-back":
      return "新的期限要晚于现在的期限。";
    case "hold-far":
      return "复核日期最多在 30 个工作日之内，请写近一些的日期。";
    case "date-past":
      return "这个日期已经过了，请写以后的日期。";
    case "date-far":
      return `新的日期在半年以后，请少写几天，或连同年份写明日期，最晚 ${lastDay(work)}。`;
    case "date-beyond":
      return spec.name === "approve"
        ? `申请的日期太远，最晚只能到 ${lastDay(work)}，不能同意，请说：驳回 ${issue.id} 原因。`
        : `这个日期太远，最晚可写 ${lastDay(work)}。`;
    case "request-pending":
      return "已有一个申请在等批复，批复后再提。";
    case "no-request":
      return "没有等批复的申请。";
    case "leader-decides":
      return "第二次退单、第二次延期和挂账由园区领导批复。";
    case "reopen-late":
      return "办结已超过 30 天，请重新提出诉求。";
    case "rated":
      return "已经评价过了。";
    case "urged-today":
      return "今天已经催办过，明天可以再催。";
  }
}

function lastDay({ now, park }: Conversation["work"]): string {
  const { timeZone } = park.org.park;
  return wholeDate(lastDayFrom(now, timeZone), timeZone);
}

function needs(spec: Command, what: "text" | "department" | "date" | "rating"): string {
  const example = `例如：${spec.usage}。`;
  switch (what) {
    case "text":
      return `请写明内容或原因，${example}`;
    case "department":
      return `请写明单位名，${example}`;
    case "date":
      return `请写明日期或天数，${example}`;
    case "rating":
      return `请打 1 到 5 分，${example}`;
  }
}
