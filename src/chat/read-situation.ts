import type { Issue, State } from "../domain/issue/issue.ts";
import { partiesOf } from "../domain/issue/lifecycle.ts";
import { involvedIn } from "../domain/park/park.ts";
import { issuesInSight, type Seen } from "../store/in-sight.ts";
import type { StoredMessage } from "../store/inbound-message.ts";
import { issueOfKey } from "../store/notices.ts";
import { type Asked, lockQuestion } from "../store/questions.ts";
import type { Conversation } from "./conversation.ts";
import { reachOf } from "./find.ts";
import { questionKept } from "./question-kept.ts";
import { type Circle, circleOf } from "./understand/circle.ts";
import type { Question } from "./understand/outcome.ts";
import { quotedNumbers } from "./understand/quotation.ts";
import type { InSight, Place, Quote, Situation } from "./understand/situation.ts";

/** Reads what decides the meaning of a message: the open question, what is quoted, the issues that may be meant. */

/** How long a question stays open. */
const OPEN_MS = 10 * 60_000;
/** An issue that was closed within these may still be spoken of without its number. */
const RECENT_MS = 30 * 86_400_000;
/** Within a day the same words are the same matter. */
const SAME_MS = 86_400_000;
/** More than anybody has in mind. */
const MOST = 80;
const MOST_NUMBERS = 40;

type Known = Pick<Conversation, "ctx" | "actor" | "reader" | "chat" | "commands">;

export async function readSituation(known: Known, message: StoredMessage): Promise<Situation> {
  const { ctx, actor, chat, commands } = known;
  const { now, park } = ctx;
  const question = await openQuestion(known, message);
  const quote = await quoteOf(known, message);
  // What was quoted and asked cannot be crowded out by the figures of a long text.
  const named = [...numbersOf(question), ...(quote?.numbers ?? []), ...numbersIn(message.text)];
  const numbers = [...new Set(named)].slice(0, MOST_NUMBERS);
  const reach = reachOf(known);
  const since = new Date(now.getTime() - RECENT_MS);
  const seen =
    reach === null ? [] : await issuesInSight(ctx.db, reach, { numbers, ...firstOf(actor), since, limit: MOST });
  const issues = seen.flatMap((one) => inSight(known, one)).sort((a, b) => a.number - b.number);
  const place: Place = chat === null ? "direct" : chat.audience;
  return { who: actor, place, now, park, issues, quote, question, commands };
}

/** What is read first where there are more issues than are read: the person's own company's, and what waits for him. */
function firstOf(actor: Conversation["actor"]) {
  return { company: actor.enterprise ?? null, waiting: WAITING[circleOf(actor)] };
}

const WAITING: Readonly<Record<Circle, readonly State[]>> = {
  company: ["answered", "waiting"],
  official: ["dispatched", "in_progress"],
  coordinator: ["submitted"],
  leader: [],
};

/** Whom something is asked, and where. */
export function askedIn({ platform, senderId, groupId }: StoredMessage): Asked {
  return { platform, userId: senderId, chatId: groupId ?? "" };
}

async function openQuestion({ ctx: { db, now } }: Known, message: StoredMessage): Promise<Question | null> {
  return questionKept(await lockQuestion(db, askedIn(message), new Date(now.getTime() - OPEN_MS)));
}

function numbersOf(question: Question | null): readonly number[] {
  if (question === null) return [];
  if (question.ask === "which") return question.among;
  const doings = question.ask === "offer" ? question.doings : [question.doing];
  return doings.flatMap((one) => one.number ?? []);
}

function numbersIn(text: string): readonly number[] {
  return [...text.normalize("NFKC").matchAll(/(?<!\d)\d{1,6}(?!\d)/gu)].map(([digits]) => Number(digits));
}

/** By the platform's key of what the bot sent, else by the numbers in the quoted text. */
async function quoteOf({ ctx: { db } }: Known, message: StoredMessage): Promise<Quote | null> {
  if (!message.quotes) return null;
  const { platform, quoteKey, quoteText } = message;
  const known = quoteKey === null ? null : await issueOfKey(db, platform, quoteKey);
  if (known !== null) {
    const { issueId, isSupervision } = known;
    return { by: "bot", numbers: [issueId], ...(isSupervision && { about: "supervision" as const }) };
  }
  const numbers = quotedNumbers(quoteText ?? "");
  return numbers.length === 0 ? { by: "person", numbers, text: quoteText ?? "" } : { by: "bot", numbers };
}

function inSight({ actor, reader, ctx }: Known, { issue, request, helpers }: Seen): readonly InSight[] {
  if (!reader.may(issue, helpers)) return [];
  const parties = partiesOf(actor, issue, involvedIn(ctx.park, issue, helpers));
  const { id: number, state, urgency } = issue;
  return [
    {
      number,
      state,
      urgency,
      request,
      parties,
      title: reader.issue(issue).title,
      said: saidLately(issue, actor, ctx.now),
    },
  ];
}

/** What the person's own company raised within a day. */
function saidLately(issue: Issue, actor: Conversation["actor"], now: Date): string | null {
  const isOwn = actor.enterprise !== undefined && actor.enterprise === issue.enterprise;
  return isOwn && now.getTime() - issue.submittedAt.getTime() < SAME_MS ? issue.text : null;
}
