import type { Card } from "./card.ts";
import { issueLine } from "./issue-card.ts";
import type { IssueView } from "./reader.ts";
import { type Cut, type Frame, framed, late, section } from "./sections.ts";

/** The day's work: of a department, and of the coordinator. */

export interface MarkedWords {
  readonly issue: IssueView;
  readonly mark: string;
}

export interface DepartmentWords extends Frame {
  readonly kind: "department-daily";
  readonly day: string;
  readonly title: string | null;
  readonly department: string;
  readonly unsigned: readonly IssueView[];
  readonly overdue: readonly IssueView[];
  readonly dueToday: readonly IssueView[];
  readonly awaiting: readonly IssueView[];
  readonly helping: readonly IssueView[];
  readonly supervised: readonly MarkedWords[];
}

export interface CoordinatorWords extends Frame {
  readonly kind: "coordinator-daily";
  readonly day: string;
  readonly title: string | null;
  readonly undispatched: readonly IssueView[];
  readonly unsigned: readonly IssueView[];
  readonly requests: readonly MarkedWords[];
  readonly supervised: readonly MarkedWords[];
  readonly overdue: number;
  readonly dead: number;
}

export function departmentCard(digest: DepartmentWords, cut: Cut): Card {
  const head = `${digest.title ?? "今日待办"}　${digest.day}　${digest.department}`;
  const sections = [
    ...section("今天到期", digest.dueToday, issueLine, cut),
    ...section("已超期", digest.overdue, issueLine, cut),
    ...section("待签收", digest.unsigned, issueLine, cut),
    ...section("待反馈", digest.supervised, markedLine, cut),
    ...section("待协办", digest.helping, issueLine, cut),
    ...section("等企业", digest.awaiting, issueLine, cut),
  ];
  if (sections.length === 0) {
    const line = `${head}：没有到期、超期、待签收和等企业的诉求。`;
    return { blocks: [{ kind: "text", text: line }, ...late(digest)] };
  }
  return framed(digest, head, sections, "看一件：进度 编号　全部：待办");
}

export function coordinatorCard(digest: CoordinatorWords, cut: Cut): Card {
  const head = `${digest.title ?? "营商办每日提示"}　${digest.day}`;
  const counts = [
    ...(digest.overdue === 0 ? [] : [`已超期 ${digest.overdue} 件，看列表：待办`]),
    ...(digest.dead === 0 ? [] : [`没有送达的消息 ${digest.dead} 条，看列表：投递`]),
  ];
  const sections = [
    ...section("待派单", digest.undispatched, issueLine, cut),
    ...section("待签收", digest.unsigned, issueLine, cut),
    ...section("等批复", digest.requests, requestLine, cut),
    ...section("督办未反馈", digest.supervised, markedLine, cut),
    ...(counts.length === 0 ? [] : [{ kind: "list" as const, items: counts }]),
  ];
  if (sections.length === 0) {
    const line = `${head}：没有待派单、待签收、等批复、未反馈和未送达的事项。`;
    return { blocks: [{ kind: "text", text: line }, ...late(digest)] };
  }
  return framed(digest, head, sections, "看一件：进度 编号　派单：派单 编号 单位名");
}

/** 督办〔2026〕1号：#12 … */
export function markedLine({ issue, mark }: MarkedWords): string {
  return `${mark}：${issueLine(issue)}`;
}

function requestLine({ issue, mark }: MarkedWords): string {
  return `${mark}申请：${issueLine(issue)}`;
}
