import { type Conversation, MAX_TEXT, type Reply, type Said, sentence } from "../chat/conversation.ts";
import { findDossier, notHere, shown } from "../chat/find.ts";
import type { Input } from "../domain/decision.ts";
import { isRefusal } from "../domain/decision.ts";
import type { RequestKind, SupervisionNumber } from "../domain/issue.ts";
import type { Action } from "../domain/lifecycle.ts";
import { type Dossier, type Moved, move } from "../issues/move.ts";
import type { Block } from "../messages/card.ts";
import { issueTitle } from "../messages/issue-card.ts";
import { momentText } from "../messages/zh-cn/dates.ts";
import { numberText, supervisedText } from "../messages/zh-cn/supervision.ts";
import { REQUEST_WORDS, suggestionsText } from "../messages/zh-cn/terms.ts";
import { readInput } from "./move-input.ts";
import { refusalReply } from "./refusals.ts";

/** What people can do to an issue that is there. */
export type Doable = Exclude<Action, "submit" | "lapse">;

/** A move of the table, said in chat. */
export async function makeMove(conversation: Conversation, action: Doable, { word, id, rest }: Said): Promise<Reply> {
  const dossier = await findDossier(conversation, id, true);
  if (dossier === null) return notHere();
  if ([...rest].length > MAX_TEXT)
    return refusalReply(conversation, dossier, action, { refused: "too-long", limit: MAX_TEXT });
  const read = readInput(conversation, action, dossier, { word, rest });
  if ("problem" in read) return sentence(read.problem, id);
  const { work, actor, source } = conversation;
  const moved = await move(work, action, dossier, actor, read.input, source);
  if (isRefusal(moved)) return refusalReply(conversation, dossier, action, moved);
  return done(conversation, dossier, moved, action, read.input);
}

/** What was done, in a line, with the issue and what comes next. */
function done(conversation: Conversation, before: Dossier, moved: Moved, action: Doable, input: Input): Reply {
  const view = shown(conversation, moved.issue);
  const { work } = conversation;
  const zone = work.park.org.park.timeZone;
  const moment = (at: Date | null | undefined) => (at ? momentText(at, zone, work.now) : "");
  const unit = (code: string | undefined) => (code === undefined ? "" : work.park.directory.departmentName(code));
  const pending = before.requests.find((one) => one.state === "pending");
  const lines = outcome(action, {
    id: view.id,
    due: view.due ?? "",
    measureDue: moment(moved.issue.measureDue),
    until: moment(moved.effect.request?.until),
    unit: unit(action === "approve" ? decidedUnit(moved) : input.department),
    suggestion: suggestionsText(moved.issue.suggestions.map(unit)) ?? "",
    request: pending?.kind ?? null,
    review: moment(moved.issue.reviewAt),
    rating: input.rating ?? 0,
    hasMeasureDate: input.date !== undefined,
    numbers: moved.numbers,
  });
  const blocks: Block[] = [
    { kind: "title", text: `${lines.done}　${issueTitle(view)}` },
    ...(lines.more === undefined ? [] : [{ kind: "text" as const, text: lines.more }]),
    ...(lines.hint === undefined ? [] : [{ kind: "hint" as const, text: lines.hint }]),
  ];
  return { card: { blocks }, issueId: view.id };
}

/** The unit that a leader gave the issue to. */
function decidedUnit({ issue, facts }: Moved): string | undefined {
  return facts.request === "return" && issue.state === "dispatched" ? (issue.department ?? undefined) : undefined;
}

interface Told {
  readonly id: number;
  readonly due: string;
  readonly measureDue: string;
  readonly until: string;
  readonly unit: string;
  readonly suggestion: string;
  readonly request: RequestKind | null;
  readonly review: string;
  readonly rating: number;
  readonly hasMeasureDate: boolean;
  readonly numbers: readonly SupervisionNumber[];
}

function outcome(action: Doable, told: Told): { done: string; more?: string; hint?: string } {
  const { id, due } = told;
  switch (action) {
    case "supplement":
      return { done: "已补充", more: "已转给责任单位。", hint: `进度 ${id}` };
    case "dispatch":
      return { done: `已派给${told.unit}`, more: `答复期限：${due}` };
    case "assist":
      return { done: `已请${told.unit}协办` };
    case "reject":
      return { done: "已不予受理", more: "原因会告知提出人。" };
    case "sign":
      return { done: "已签收", more: `答复期限：${due}`, hint: `联系 ${id} …　措施 ${id} …　答复 ${id} …` };
    case "contact":
      return { done: "已记录联系" };
    case "measure":
      if (told.measureDue === "") return { done: "已记录措施", hint: `可再写明完成时间：措施 ${id} … 11月30日前` };
      return told.hasMeasureDate
        ? { done: "已记录措施", more: `承诺完成：${told.measureDue}` }
        : {
            done: "已记录措施",
            more: `承诺完成：${told.measureDue}，这次没有写时间，按原来的不变。`,
            hint: `改时间：措施 ${id} … 11月30日前`,
          };
    case "progress":
      return { done: "已告知企业进展" };
    case "note":
      return { done: "已备注（企业看不到）" };
    case "ask":
      return { done: "已请企业补充", more: "等待期间不计时。" };
    case "answer":
      return { done: "已答复，等企业确认" };
    case "solved":
      return { done: "已办结：已解决", more: "谢谢确认。", hint: `请打分：评价 ${id} 5` };
    case "accept":
      return {
        done: "已办结：解释认可",
        more: "谢谢理解。",
        hint: `请打分：评价 ${id} 5　30 天内可重开：重开 ${id} 原因`,
      };
    case "unsolved":
      return { done: "已退回继续办理", more: `新的答复期限：${due}`, hint: `进度 ${id}` };
    case "rate":
      return { done: `已评价 ${told.rating} 分`, more: "谢谢！" };
    case "reopen":
      return due === ""
        ? { done: "已重开", more: "原来的单位已撤销，由营商办重新派单。", hint: `进度 ${id}` }
        : { done: "已重开", more: `答复期限：${due}`, hint: `进度 ${id}` };
    case "withdraw":
      return { done: "已撤回" };
    case "resume":
      return { done: "已恢复办理", more: `答复期限：${due}` };
    case "return":
      return { done: "已申请退单，等营商办批复", more: "批复之前继续计时。" };
    case "extend":
      return { done: `已申请延期至 ${told.until}`, more: "批复之前继续计时。" };
    case "hold":
      return { done: `已申请挂账，复核日期 ${told.until}`, more: "批复之前继续计时。" };
    case "approve":
      return approved(told);
    case "refuse":
      return { done: `已驳回${told.request === null ? "" : REQUEST_WORDS[told.request]}` };
    case "urge":
      return { done: "已催办" };
    case "supervise":
      return { done: supervisedText(told.numbers), more: "已送单位负责人，反馈之前一直列着。" };
    case "feedback":
      return { done: `已反馈${numberText(told.numbers)}` };
  }
}

function approved(told: Told): { done: string; more?: string; hint?: string } {
  const { id, due, request } = told;
  if (request === "return" && told.unit !== "") return { done: `已裁定由${told.unit}办理`, more: `答复期限：${due}` };
  if (request === "return") {
    return told.suggestion === ""
      ? { done: "已同意退单", hint: `派单 ${id} 单位名` }
      : { done: "已同意退单", more: `建议：${told.suggestion}`, hint: `派单 ${id} 1` };
  }
  if (request === "hold") return { done: `已同意挂账，复核日期 ${told.review}` };
  return { done: `已同意延期，新的期限 ${due}` };
}
