import { type Conversation, type Reply, reply, sentence } from "../chat/conversation.ts";
import { findDossier, notHere, shown, shownText, visible } from "../chat/find.ts";
import { pageIn } from "../chat/understand/zh-cn-pages.ts";
import type { Audience } from "../domain/audience.ts";
import { seesInternal } from "../domain/audience.ts";
import { type Issue, isCoordinator } from "../domain/issue.ts";
import { route } from "../domain/routing.ts";
import type { Dossier } from "../issues/move.ts";
import type { Block, Field } from "../messages/card.ts";
import { issueLine, progressCard } from "../messages/issue-card.ts";
import { type Cut, listed, pageOf, section } from "../messages/sections.ts";
import { momentText } from "../messages/zh-cn/dates.ts";
import { noPage } from "../messages/zh-cn/lists.ts";
import { numberText } from "../messages/zh-cn/supervision.ts";
import { REQUEST_WORDS, suggestionsText } from "../messages/zh-cn/terms.ts";
import { recordDisclosure } from "../store/disclosures.ts";
import {
  issuesInState,
  issuesOfEnterprise,
  issuesOfReporter,
  openOfDepartments,
  overdueIssues,
  ownPublicIn,
  pendingRequests,
  readIssues,
} from "../store/issues.ts";
import { openSupervisions } from "../store/supervisions.ts";
import { relatedFields } from "./related.ts";

/** Questions: they change nothing. */

const LIST = 10;

/** A list of what this place may see, under its true count. `command`: the words that ask for the next page. */
export function listReply(
  conversation: Conversation,
  issues: readonly Issue[],
  {
    head,
    command,
    page,
  }: { readonly head: (count: number) => string; readonly command: string; readonly page: number },
): Reply {
  const line = (issue: Issue) => issueLine(shown(conversation, issue));
  const { range, blocks } = listed(issues, line, pageOf(command, page, LIST));
  if (blocks.length === 0) return sentence(noPage(page, issues.length));
  const title = { kind: "title" as const, text: `${head(issues.length)}${range}` };
  return reply({ blocks: [title, ...blocks, { kind: "hint", text: "看一件：进度 编号" }] });
}

/** 进度 12, or the newest issues of this place. */
export async function showStatus(conversation: Conversation, id: number | null, rest: string): Promise<Reply> {
  if (id === null) return showMine(conversation, rest);
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
  await recordDisclosure(work.db, { issueId: issue.id, person: actor.name, platform, messageId, at: work.now });
}

function internalFields(conversation: Conversation, dossier: Dossier): Field[] {
  const { work } = conversation;
  const { issue, requests, assists, supervisions } = dossier;
  const { directory, org } = work.park;
  const moment = (at: Date) => momentText(at, org.park.timeZone, work.now);
  const pending = requests.find((one) => one.state === "pending");
  const helpers = assists.map((one) => directory.departmentName(one.department));
  const tracking = directory.department(directory.department(issue.department ?? "")?.trackedBy ?? "");
  const suggestions =
    issue.state === "submitted"
      ? suggestionsText(issue.suggestions.map((code) => directory.departmentName(code)))
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
    ...(supervisions.length === 0 ? [] : [{ label: "待反馈", value: numberText(supervisions) }]),
    ...(issue.level > 0 ? [{ label: "督办级别", value: String(issue.level) }] : []),
  ];
}

/** 我的, and 进度 without a number. */
export async function showMine(conversation: Conversation, rest: string): Promise<Reply> {
  const { actor, audience } = conversation;
  if (actor.role !== null && actor.role !== "liaison") return showTodo(conversation, rest);
  const found = await ownIssues(conversation, audience);
  const issues = await visible(conversation, found);
  if (issues.length === 0) return sentence("还没有诉求。要提出，请说：诉求 …");
  return listReply(conversation, issues, {
    head: (count) => `最近的诉求（${count}）`,
    command: "我的",
    page: pageIn(rest).page,
  });
}

async function ownIssues({ work, actor, sender }: Conversation, audience: Audience): Promise<readonly Issue[]> {
  if (audience.kind === "enterprise") {
    return ownPublicIn(work.db, audience.chat, { enterprise: actor.enterprise, userId: sender.userId });
  }
  if (actor.enterprise === undefined || actor.verified === false) {
    return issuesOfReporter(work.db, sender.platform, sender.userId);
  }
  return issuesOfEnterprise(work.db, actor.enterprise);
}

/** 待办: what this person should look at, by role. */
export async function showTodo(conversation: Conversation, rest: string): Promise<Reply> {
  const { actor } = conversation;
  const { page } = pageIn(rest);
  const cut = pageOf("待办", page, LIST);
  const isOffice = isCoordinator(actor) || actor.role === "leader";
  if (!isOffice && !OFFICIALS.has(actor.role ?? "")) return sentence("「待办」给工作人员使用。企业请发：我的");
  const blocks = isOffice ? await officeTodo(conversation, cut) : await departmentTodo(conversation, cut);
  if (blocks.length === 0) return sentence(page === 1 ? "没有待办。" : noPage(page));
  return reply({ blocks: [{ kind: "title", text: "待办" }, ...blocks, { kind: "hint", text: "看一件：进度 编号" }] });
}

const OFFICIALS = new Set(["officer", "head"]);

/** A heading and its lines; of a long list a page. */
function todoSection(conversation: Conversation, head: string, issues: readonly Issue[], cut: Cut): Block[] {
  return section(head, issues, (issue) => issueLine(shown(conversation, issue)), cut);
}

/** What a department leads, tracks and helps with, by what it waits for. */
async function departmentTodo(conversation: Conversation, cut: Cut): Promise<Block[]> {
  const { work, actor } = conversation;
  const own = actor.department ?? "";
  const tracked = work.park.org.departments.filter((one) => one.trackedBy === own).map((one) => one.code);
  const open = await visible(conversation, await openOfDepartments(work.db, [own, ...tracked]));
  const inState = (head: string, ...states: readonly Issue["state"][]) =>
    todoSection(
      conversation,
      head,
      open.filter((one) => states.includes(one.state)),
      cut,
    );
  return [
    ...inState("待签收", "dispatched"),
    ...inState("办理中", "in_progress"),
    ...inState("等企业", "waiting", "answered"),
    ...inState("挂账", "on_hold"),
    ...(await supervisedBlocks(conversation, [own, ...tracked], cut)),
  ];
}

/** What the coordinator and the leaders decide, and what is late. */
async function officeTodo(conversation: Conversation, cut: Cut): Promise<Block[]> {
  const { db, now } = conversation.work;
  const asked = await pendingRequests(db);
  const ids = asked.map((one) => one.issueId);
  const undispatched = conversation.actor.role === "leader" ? [] : await issuesInState(db, "submitted");
  const part = async (head: string, issues: readonly Issue[]) =>
    todoSection(conversation, head, await visible(conversation, issues), cut);
  return [
    ...(await part("待派单", undispatched)),
    ...(await part("等批复", await readIssues(db, ids))),
    ...(await part("已超期", await overdueIssues(db, now))),
    ...(isCoordinator(conversation.actor) ? await part("待签收", await issuesInState(db, "dispatched")) : []),
    ...(await supervisedBlocks(conversation, null, cut)),
  ];
}

/** 督办 and 批示 without an answer: about the issues of these departments, or all. Never in a group of companies. */
async function supervisedBlocks(
  conversation: Conversation,
  departments: readonly string[] | null,
  cut: Cut,
): Promise<Block[]> {
  const { db } = conversation.work;
  if (!seesInternal(conversation.audience)) return [];
  const open = await openSupervisions(db, departments);
  const issues = await readIssues(
    db,
    open.map((one) => one.issueId),
  );
  const seen = new Map((await visible(conversation, issues)).map((issue) => [issue.id, issue]));
  const items = open.flatMap((one) => {
    const issue = seen.get(one.issueId);
    return issue === undefined ? [] : [`${numberText(one)}：${issueLine(shown(conversation, issue))}`];
  });
  return section("督办未反馈", items, (item) => item, cut);
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
