import {
  type Conversation,
  callingForHelp,
  type Heard,
  type Reply,
  type Said,
  sentence,
  tooLongProblem,
  withCard,
} from "../../chat/conversation.ts";
import { findDossier, notHere } from "../../chat/find.ts";
import type { Doing, Question } from "../../chat/understand/outcome.ts";
import { isDanger, tellsItIsOver } from "../../chat/understand/zh-cn-danger.ts";
import { issueForCompany } from "../../chat/understand/zh-cn-phrases.ts";
import { wishesIn } from "../../chat/wishes.ts";
import { type Issue, isCoordinator, isStaff } from "../../domain/issue/issue.ts";
import { partiesOf } from "../../domain/issue/lifecycle.ts";
import { wayToUser } from "../../domain/notice/company-places.ts";
import { keepWaiting } from "../../issues/guest.ts";
import { raise } from "../../issues/submit.ts";
import { officePlaces, tell } from "../../issues/tell.ts";
import type { Card } from "../../messages/card.ts";
import { receiptCard } from "../../messages/issue-card.ts";
import type { Reader } from "../../messages/reader.ts";
import { commandWord } from "../../messages/zh-cn/commands.ts";
import * as words from "../../messages/zh-cn/raise.ts";
import { takeFromBudget } from "../../store/budgets.ts";
import { dangerNotice } from "./danger-notice.ts";
import { likeBefore, withLike } from "./receipt-like.ts";

/** 诉求, 代 and 后续: a new issue. */

/** 诉求 …: by a liaison, by a guest of a known group, or by the coordinator, who must say for whom. */
export async function raiseOwn(conversation: Conversation, { rest }: Said): Promise<Reply> {
  const { actor, ctx } = conversation;
  if (isStaff(actor)) return sentence(isCoordinator(actor) ? words.SAY_FOR_WHOM : words.RAISED_BY_COMPANIES);
  const problem = tooLongProblem(rest);
  if (problem !== null) return sentence(problem);
  const company = actor.enterprise === undefined ? undefined : ctx.park.directory.company(actor.enterprise);
  return company === undefined ? wait(conversation, rest) : file(conversation, { company: company.code, rest });
}

/** The question needs no text: what is raised is kept, and the company's name is all that is waited for. */
const RAISING: Doing = { command: "submit", word: commandWord("submit"), number: null, rest: "" };

/** Of a guest who has not said which company he is from: it waits until he does. */
async function wait({ ctx, sender, pictures, source, publicIn }: Conversation, text: string): Promise<Reply> {
  const kept = await keepWaiting(ctx, sender, { text, pictures, files: source.files, chat: publicIn });
  const asks: Question = { ask: "need", what: "company", doing: RAISING };
  const reply = { ...sentence(kept === null ? words.ASK_FOR_COMPANY : words.tooManyWait(kept.full)), asks };
  if (!isDanger(text)) return reply;
  await tellOfDanger({ ctx, sender, publicIn, source }, text);
  return callingForHelp(reply);
}

/** So often the coordinator hears of danger from one account that the org file does not know: he has it, and is not to be kept from others. */
const OF_STRANGER = { perMinute: 2, perHour: 6 };

/** The coordinator hears of danger to life at once: while it waits for a company's name, or for a yes. */
async function tellOfDanger(
  { ctx, sender: { platform, userId, name }, publicIn, source, stranger }: Heard,
  text: string,
  { issue = 0, over = false }: { readonly issue?: number; readonly over?: boolean } = {},
): Promise<void> {
  const isKnown = ctx.park.directory.personBy(platform, userId) !== undefined;
  if (!isKnown && (await takeFromBudget(ctx.db, { key: `danger:${platform}:${userId}`, ...OF_STRANGER }, ctx.now)))
    return;
  const notice = dangerNotice.of({
    who: { platform, userId, name },
    chat: publicIn ?? source.chat,
    text,
    ...(issue > 0 && { issue }),
    ...(over && { over }),
    ...(stranger !== undefined && { stranger }),
  });
  await tell(ctx, await officePlaces(ctx), { notice, express: true });
}

/** What is offered as an issue, or said of one (`id`), and tells of danger; of what is not filed also that it is over. */
export async function warnOfDanger(heard: Heard, { rest, id }: Said): Promise<void> {
  if (isDanger(rest)) await tellOfDanger(heard, rest, { issue: id });
  else if (id === 0 && tellsItIsOver(rest)) await tellOfDanger(heard, rest, { over: true });
}

/** 代 企业名 诉求 …: the coordinator for a company. */
export async function raiseForCompany(conversation: Conversation, { rest }: Said): Promise<Reply> {
  const { actor, ctx } = conversation;
  if (!isCoordinator(actor)) return sentence(words.FOR_IS_THE_COORDINATORS);
  const said = issueForCompany(rest);
  if (said === null) return sentence(words.SAY_FOR_LIKE_THIS);
  const problem = tooLongProblem(said.issue);
  if (problem !== null) return sentence(problem);
  const match = ctx.park.directory.companyNamed(said.company);
  switch (match.kind) {
    case "many":
      return sentence(
        words.severalCompanies(
          said.company,
          match.found.map((one) => one.name),
        ),
      );
    case "none":
      return sentence(words.noSuchCompany(said.company));
    case "one":
      return file(conversation, { company: match.found.code, rest: said.issue });
  }
}

/** 后续 12 …: a closed issue raises the next one, linked to it. */
export async function raiseNext(conversation: Conversation, { id, rest }: Said): Promise<Reply> {
  const { actor, ctx } = conversation;
  const dossier = await findDossier(conversation, id);
  if (dossier === null) return notHere();
  const { issue, involved } = dossier;
  const parties = partiesOf(actor, issue, involved);
  if (!parties.includes("company") && !parties.includes("coordinator")) {
    return sentence(words.nextIsTheCompanys(id), id);
  }
  if (issue.state !== "closed") return sentence(words.notClosedYet(issue), id);
  const problem = tooLongProblem(rest);
  if (problem !== null) return sentence(problem, id);
  if (ctx.park.directory.company(issue.enterprise) === undefined) return sentence(words.COMPANY_GONE, id);
  return file(conversation, { company: issue.enterprise, rest, follows: issue });
}

/** Files an issue and answers with its receipt. `rest`: its text with what is wished inside it. */
async function file(
  conversation: Conversation,
  { company, rest, follows }: { readonly company: string; readonly rest: string; readonly follows?: Issue },
): Promise<Reply> {
  const { ctx, pictures, publicIn } = conversation;
  const wishes = wishesIn(rest, ctx.park.directory);
  if (wishes.text === "") return sentence(words.SAY_WHAT);
  const raised = { ...wishes, enterprise: company, pictures, publicIn, follows };
  // Asked for in front of the insert, with which it goes: behind it, it would be like itself.
  const looking = likeBefore(conversation, raised);
  const [issue, like] = await Promise.all([raise(conversation, raised), looking]);
  const answer = receipt(conversation, issue);
  return wishes.danger ? callingForHelp(answer) : withLike(conversation, { issue, like }, answer);
}

/**
 * The receipt, where it may be read: here, where the issue is public here or the chat is the person's own; of a confidential
 * one in private; of one that was said elsewhere before, there.
 */
function receipt(conversation: Conversation, issue: Issue): Reply {
  const { ctx, chat, actor, reader } = conversation;
  const here =
    chat === null || (!issue.confidential && (chat.audience !== "enterprise" || issue.publicIn === chat.code));
  if (here) return withCard(receiptFor(reader, issue), issue.id);
  if (!issue.confidential && issue.publicIn !== null) {
    const card = receiptFor(reader.as({ kind: "enterprise", chat: issue.publicIn }), issue);
    const to = { kind: "chat", code: issue.publicIn } as const;
    return { ...sentence(words.RECEIPT_ELSEWHERE), aside: [{ card, issueId: issue.id, to }] };
  }
  const way = wayToUser(ctx.park, issue.reporter);
  if (way === null) return sentence(words.SEE_IN_PRIVATE);
  const card = receiptFor(reader.as({ kind: "company", actor }), issue);
  return { ...sentence(words.ANSWERED_IN_PRIVATE), aside: [{ card, issueId: issue.id, to: way }] };
}

function receiptFor(reader: Reader, issue: Issue): Card {
  const years = issue.due === null ? [] : reader.park.calendar.missingYears(reader.now, issue.due);
  return receiptCard(reader.issue(issue), years);
}
