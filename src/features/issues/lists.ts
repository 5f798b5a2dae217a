import { type Conversation, type Reply, type Said, sentence, withCard } from "../../chat/conversation.ts";
import { visible } from "../../chat/find.ts";
import { listKept } from "../../chat/understand/shown-list.ts";
import { isAll, pageIn } from "../../chat/understand/zh-cn-phrases.ts";
import { type Issue, isCoordinator, isOfficial, isStaff, type Listed } from "../../domain/issue/issue.ts";
import { withTracked } from "../../domain/park/park.ts";
import { listsOf } from "../../issues/context.ts";
import { SEE_ONE } from "../../messages/actions.ts";
import type { Block } from "../../messages/card.ts";
import { issueLine, supervisedLine } from "../../messages/issue-card.ts";
import { type Cut, listed, pageAt, pageOf, section } from "../../messages/sections.ts";
import { commandWord } from "../../messages/zh-cn/commands.ts";
import * as words from "../../messages/zh-cn/issues.ts";
import { noPage } from "../../messages/zh-cn/lists.ts";
import {
  issuesOfCompany,
  issuesOfReporter,
  openOfDepartments,
  ownPublicIn,
  pendingRequests,
} from "../../store/issues.ts";

/** 我的 and 待办: what somebody has raised, or has to look at. */

const LIST = 10;

/** A list of what this place may see, under its true count. `command`: the words that ask for the next page. */
export async function listReply(
  conversation: Conversation,
  issues: readonly Listed[],
  {
    head,
    command,
    page,
  }: { readonly head: (count: number) => string; readonly command: string; readonly page: number },
): Promise<Reply> {
  const cut = pageOf(command, page, LIST);
  const { range, blocks } = listed(issues, await lineFor(conversation, pageAt(issues, cut).shown), cut);
  if (blocks.length === 0) return sentence(noPage(page, issues.length));
  return listCard(`${head(issues.length)}${range}`, blocks);
}

/** The lines of a page: of what stands on it, and of no more, the whole is read. */
async function lineFor({ ctx, reader }: Conversation, shown: readonly Listed[]): Promise<(one: Listed) => string> {
  const whole = await listsOf(ctx).wholeOf(shown);
  return (one) => issueLine(reader.issue(whole(one)));
}

function listCard(title: string, blocks: readonly Block[]): Reply {
  return withCard({ blocks: [{ kind: "title", text: title }, ...blocks, { kind: "actions", steps: [SEE_ONE] }] });
}

/** 我的, and 进度 without a number. */
export async function showMine(conversation: Conversation, said: Said): Promise<Reply> {
  if (isStaff(conversation.actor)) return showTodo(conversation, said);
  const issues = await visible(conversation, await ownIssues(conversation));
  const isWhole = conversation.chat === null || conversation.actor.enterprise === undefined;
  if (issues.length === 0) return sentence(isWhole ? words.NO_ISSUES : words.NO_ISSUES_HERE);
  const { page } = pageIn(said.rest);
  const reply = await listReply(conversation, issues, { head: words.newestIssues, command: commandWord("mine"), page });
  const { question, loose } = conversation.situation;
  // What is waited for, and what waits for its words, waits on.
  if ((question !== null && question.ask !== "ways") || loose !== undefined) return reply;
  const shown = issues.slice((page - 1) * LIST, page * LIST).map(({ id }) => id);
  return shown.length === 0 ? reply : { ...reply, asks: listKept(shown, commandWord("status")) };
}

async function ownIssues({ ctx, actor, sender, reader: { audience } }: Conversation): Promise<readonly Listed[]> {
  if (audience.kind === "enterprise") {
    return ownPublicIn(ctx.db, audience.chat, { enterprise: actor.enterprise, userId: sender.userId });
  }
  if (actor.enterprise === undefined || actor.verified === false) {
    return issuesOfReporter(ctx.db, sender.platform, sender.userId);
  }
  return issuesOfCompany(ctx.db, actor.enterprise);
}

/** 待办: what this person should look at, by role. */
export async function showTodo(conversation: Conversation, { rest }: Said): Promise<Reply> {
  const { actor } = conversation;
  const { page, rest: which } = pageIn(rest);
  const isOfAll = isAll(which) && which !== "";
  const cut = pageOf([commandWord("todo"), ...(isOfAll ? [which] : [])].join(" "), page, LIST);
  const isOffice = isCoordinator(actor) || actor.role === "leader";
  if (!isOffice && !isOfficial(actor)) return sentence(words.TODO_IS_THE_STAFFS);
  const office = isOfAll ? openInPark : officeTodo;
  const blocks = isOffice ? await office(conversation, cut) : await departmentTodo(conversation, cut);
  const nothing = isOffice && isOfAll ? words.NOTHING_OPEN : words.NOTHING_TO_DO;
  if (blocks.length === 0) return sentence(page === 1 ? nothing : noPage(page));
  return listCard(isOffice && isOfAll ? words.ALL_OPEN_TITLE : words.TODO_TITLE, blocks);
}

type TodoLists = readonly (readonly [words.TodoList, readonly Listed[]])[];

/** Headings and their lines; of a long list a page. */
async function todo(conversation: Conversation, lists: TodoLists, cut: Cut): Promise<Block[]> {
  const line = await lineFor(
    conversation,
    lists.flatMap(([, list]) => pageAt(list, cut).shown),
  );
  return lists.flatMap(([name, list]) => section(words.TODO_LISTS[name], list, line, cut));
}

/** What a department leads, tracks and helps with, by what it waits for. */
async function departmentTodo(conversation: Conversation, cut: Cut): Promise<Block[]> {
  const { ctx, actor } = conversation;
  const own = withTracked(ctx.park, actor.department ?? "");
  const open = await visible(conversation, await openOfDepartments(ctx.db, own));
  const inState = (...states: readonly Issue["state"][]) => open.filter((one) => states.includes(one.state));
  const lists: TodoLists = [
    ["unsigned", inState("dispatched")],
    ["inHand", inState("in_progress")],
    ["company", inState("waiting", "answered")],
    ["onHold", inState("on_hold")],
  ];
  return [...(await todo(conversation, lists, cut)), ...(await supervised(conversation, own, cut))];
}

/** What the coordinator and the leaders decide, and what is late. */
async function officeTodo(conversation: Conversation, cut: Cut): Promise<Block[]> {
  const { ctx, actor } = conversation;
  const lists = listsOf(ctx);
  const ids = (await pendingRequests(ctx.db)).map((one) => one.issueId);
  const undispatched = actor.role === "leader" ? [] : await lists.inState("submitted");
  const overdue = await lists.overdue();
  const late = new Set(overdue.map((one) => one.id));
  // What is late says itself that nobody has signed for it, and stands in one list.
  const unsigned = isCoordinator(actor) ? await lists.inState("dispatched") : [];
  const waiting: TodoLists = [
    ["undispatched", await visible(conversation, undispatched)],
    ["requests", await visible(conversation, await lists.issues(ids))],
    ["overdue", await visible(conversation, overdue)],
    ["unsigned", (await visible(conversation, unsigned)).filter((one) => !late.has(one.id))],
  ];
  return [...(await todo(conversation, waiting, cut)), ...(await supervised(conversation, null, cut))];
}

/** 待办 全部: whatever is open in the park, by what it waits for. */
async function openInPark(conversation: Conversation, cut: Cut): Promise<Block[]> {
  const inState = async (...states: readonly Issue["state"][]) => {
    const lists = await Promise.all(states.map((one) => listsOf(conversation.ctx).inState(one)));
    return visible(conversation, lists.flat());
  };
  return todo(
    conversation,
    [
      ["undispatched", await inState("submitted")],
      ["unsigned", await inState("dispatched")],
      ["inHand", await inState("in_progress")],
      ["company", await inState("waiting", "answered")],
      ["onHold", await inState("on_hold")],
    ],
    cut,
  );
}

/** 督办 and 批示 without an answer: about the issues of these departments, or all. Never in a group of companies. */
async function supervised(
  conversation: Conversation,
  departments: readonly string[] | null,
  cut: Cut,
): Promise<Block[]> {
  const { ctx, reader } = conversation;
  if (!reader.seesInternal) return [];
  const lists = listsOf(ctx);
  const open = await lists.supervisions(departments);
  const ids = open.map((one) => one.issueId);
  const seen = new Map((await visible(conversation, await lists.issues(ids))).map((one) => [one.id, one]));
  const items = open.flatMap((one) => {
    const issue = seen.get(one.issueId);
    return issue === undefined ? [] : [supervisedLine(one, reader.issue(issue))];
  });
  return section(words.TODO_LISTS.supervised, items, (item) => item, cut);
}
