import type { Audience } from "../domain/audience.ts";
import { seesInternal } from "../domain/audience.ts";
import type { Issue } from "../domain/issue.ts";
import { momentText } from "../domain/moments.ts";
import { route } from "../domain/routing.ts";
import { numberText } from "../domain/supervision.ts";
import type { Dossier } from "../issues/move.ts";
import type { Block, Card, Field } from "../messages/card.ts";
import { issueLine, progressCard } from "../messages/issue-card.ts";
import { REQUEST_WORDS, suggestionsText } from "../messages/zh-cn.ts";
import {
  issuesInState,
  issuesOfEnterprise,
  issuesOfReporter,
  issuesPublicIn,
  openOfDepartments,
  overdueIssues,
  pendingRequests,
  readIssues,
} from "../store/issues.ts";
import { openSupervisions } from "../store/supervisions.ts";
import { recordView } from "../store/views.ts";
import { type Conversation, type Reply, reply, sentence } from "./conversation.ts";
import { findDossier, notHere, shown, shownText, visible } from "./find.ts";
import { relatedFields } from "./related.ts";

/** Questions: they change nothing. */

/** The most lines of a list in a chat. */
export const LIST = 10;

/** A heading, lines, and what one can write next. */
export function listCard(head: string, lines: readonly string[], hint: string): Card {
  return {
    blocks: [
      { kind: "title", text: head },
      { kind: "list", items: lines },
      { kind: "hint", text: hint },
    ],
  };
}

function linesOf(conversation: Conversation, issues: readonly Issue[]): string[] {
  return issues.slice(0, LIST).map((issue) => issueLine(shown(conversation, issue)));
}

/** 进度 12, or the newest issues of this place. */
export async function showStatus(conversation: Conversation, id: number | null): Promise<Reply> {
  if (id === null) return showMine(conversation);
  const dossier = await findDossier(conversation, id);
  if (dossier === null) return notHere();
  await noteView(conversation, dossier.issue);
  const fields = seesInternal(conversation.audience) ? internalFields(conversation, dossier) : [];
  const related = await relatedFields(conversation, dossier.issue);
  return reply(progressCard(shown(conversation, dossier.issue), [...fields, ...related]), id);
}

/** That the coordinator was shown the company behind a confidential issue is itself kept. */
async function noteView({ work, actor, audience, source }: Conversation, issue: Issue): Promise<void> {
  if (!issue.confidential || audience.kind !== "coordinator") return;
  const { platform, messageId } = source;
  await recordView(work.db, { issueId: issue.id, person: actor.name, platform, messageId, at: work.now });
}

function internalFields(conversation: Conversation, dossier: Dossier): Field[] {
  const { work } = conversation;
  const { issue, requests, assists, supervisions } = dossier;
  const { directory, org } = work.park;
  const moment = (at: Date) => momentText(at, org.park.timeZone, work.now);
  const pending = requests.find((one) => one.state === "pending");
  const helpers = assists.map((one) => directory.department(one.department)?.name ?? one.department);
  const tracking = directory.department(directory.department(issue.department ?? "")?.trackedBy ?? "");
  const suggestions =
    issue.state === "submitted"
      ? suggestionsText(issue.suggestions.map((code) => directory.department(code)?.name ?? code))
      : null;
  return [
    ...(suggestions === null ? [] : [{ label: "建议", value: suggestions }]),
    ...(pending === undefined
      ? []
      : [
          {
            label: "等批复",
            value: `${REQUEST_WORDS[pending.kind]}：${shownText(conversation, issue, pending.reason)}`,
          },
        ]),
    ...(helpers.length === 0 ? [] : [{ label: "协办", value: helpers.join("、") }]),
    ...(tracking === undefined ? [] : [{ label: "对口跟踪", value: tracking.name }]),
    ...(issue.firstDue !== null && issue.due !== null && issue.firstDue.getTime() !== issue.due.getTime()
      ? [{ label: "最初期限", value: moment(issue.firstDue) }]
      : []),
    ...(supervisions.length === 0
      ? []
      : [{ label: "待反馈", value: supervisions.map((one) => numberText(one)).join("、") }]),
    ...(issue.level > 0 ? [{ label: "督办级别", value: String(issue.level) }] : []),
  ];
}

/** 我的, and 进度 without a number. */
export async function showMine(conversation: Conversation): Promise<Reply> {
  const { actor, audience } = conversation;
  if (actor.role !== null && actor.role !== "liaison") return showTodo(conversation);
  const found = await ownIssues(conversation, audience);
  const issues = visible(conversation, found);
  if (issues.length === 0) return sentence("还没有诉求。要提出，请说：诉求 …");
  return reply(listCard("最近的诉求", linesOf(conversation, issues), "看一件：进度 编号"));
}

async function ownIssues({ work, actor, sender }: Conversation, audience: Audience): Promise<readonly Issue[]> {
  if (audience.kind === "enterprise") {
    const here = await issuesPublicIn(work.db, audience.chat, 200);
    return here.filter((issue) => issue.enterprise === actor.enterprise || issue.reporter.userId === sender.userId);
  }
  if (actor.enterprise === undefined || actor.verified === false) {
    return issuesOfReporter(work.db, sender.platform, sender.userId, 50);
  }
  return issuesOfEnterprise(work.db, actor.enterprise, 50);
}

/** 待办: what this person should look at, by role. */
export async function showTodo(conversation: Conversation): Promise<Reply> {
  const { work, actor } = conversation;
  const { db, now, park } = work;
  const blocks: Block[] = [];
  const section = (head: string, issues: readonly Issue[], helping: readonly string[] = []) => {
    const seen = visible(conversation, issues, helping);
    if (seen.length === 0) return;
    blocks.push(
      { kind: "text", text: `${head}（${seen.length}）` },
      { kind: "list", items: linesOf(conversation, seen) },
    );
  };
  switch (actor.role) {
    case "officer":
    case "head": {
      const own = actor.department ?? "";
      const tracked = park.org.departments.filter((one) => one.trackedBy === own).map((one) => one.code);
      const open = await openOfDepartments(db, [own, ...tracked], 100);
      section(
        "待签收",
        open.filter((one) => one.state === "dispatched"),
        [own],
      );
      section(
        "办理中",
        open.filter((one) => one.state === "in_progress"),
        [own],
      );
      section(
        "等企业",
        open.filter((one) => one.state === "waiting" || one.state === "answered"),
        [own],
      );
      section(
        "挂账",
        open.filter((one) => one.state === "on_hold"),
        [own],
      );
      blocks.push(...(await supervisedBlocks(conversation, [own, ...tracked])));
      break;
    }
    case "coordinator":
    case "admin":
    case "leader": {
      const asked = await pendingRequests(db, 50);
      section("待派单", actor.role === "leader" ? [] : await issuesInState(db, "submitted", 100));
      section(
        "等批复",
        await readIssues(
          db,
          asked.map((one) => one.issueId),
        ),
      );
      section("已超期", await overdueIssues(db, now, 100));
      blocks.push(...(await supervisedBlocks(conversation, null)));
      break;
    }
    default:
      return sentence("「待办」给工作人员使用。企业请发：我的");
  }
  if (blocks.length === 0) return sentence("没有待办。");
  return reply({ blocks: [{ kind: "title", text: "待办" }, ...blocks, { kind: "hint", text: "看一件：进度 编号" }] });
}

/** 督办 and 批示 without an answer: about the issues of these departments, or all. Never in a group of companies. */
async function supervisedBlocks(conversation: Conversation, departments: readonly string[] | null): Promise<Block[]> {
  const { db } = conversation.work;
  if (!seesInternal(conversation.audience)) return [];
  const open = await openSupervisions(db, departments);
  const issues = await readIssues(
    db,
    open.map((one) => one.issueId),
  );
  const seen = new Map(visible(conversation, issues).map((issue) => [issue.id, issue]));
  const items = open.flatMap((one) => {
    const issue = seen.get(one.issueId);
    return issue === undefined ? [] : [`${numberText(one)}：${issueLine(shown(conversation, issue))}`];
  });
  if (items.length === 0) return [];
  return [
    { kind: "text", text: `督办未反馈（${items.length}）` },
    { kind: "list", items: items.slice(0, LIST) },
  ];
}

/** 为什么 12: how the words led to the department. */
export async function explainRouting(conversation: Conversation, id: number): Promise<Reply> {
  const dossier = await findDossier(conversation, id);
  if (dossier === null) return notHere();
  const { issue } = dossier;
  const { directory } = conversation.work.park;
  if (issue.reason !== null && issue.category !== null) return sentence(`#${id} 的分派依据：${issue.reason}。`, id);
  const routing = route(issue.text, directory);
  if (routing.kind === "unsure" && routing.suggestions.length === 0) {
    return sentence(`#${id} 没有对应到任何类别的字词，由营商办派单。`, id);
  }
  return sentence(
    `#${id} 对应的单位不止一个或不够确定，由营商办派单${issue.reason === null ? "" : `（最接近：${issue.reason}）`}。`,
    id,
  );
}
