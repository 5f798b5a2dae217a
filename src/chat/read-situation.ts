import type { State } from "../domain/issue/issue.ts";
import { partiesOf } from "../domain/issue/lifecycle.ts";
import { involvedIn } from "../domain/park/park.ts";
import { type Known, userKey } from "../issues/context.ts";
import type { StoredMessage } from "../store/inbound-message.ts";
import { issueOfKey } from "../store/notices.ts";
import { holdContact } from "../store/people.ts";
import { type Asked, lockQuestion } from "../store/questions.ts";
import { readScene, type Seen } from "../store/scene.ts";
import type { Conversation } from "./conversation.ts";
import { mayHearOf, reachOf } from "./find.ts";
import { looseKept, questionKept } from "./question-kept.ts";
import { type Circle, circleOf } from "./understand/circle.ts";
import type { Loose, Question, Way } from "./understand/outcome.ts";
import { quotedNumbers } from "./understand/quotation.ts";
import type { InSight, Place, Quote, Situation } from "./understand/situation.ts";
import { numbersWritten } from "./understand/zh-cn-numbers.ts";

/** Reads what decides the meaning of a message: the open question, what is quoted, the issues that may be meant. */

/** How long a question stays open. */
const OPEN_MS = 10 * 60_000;
/** An issue that was closed within these may still be spoken of without its number. */
const RECENT_MS = 30 * 86_400_000;
/** Within a day the same words are the same matter. */
const SAME_MS = 86_400_000;
const MOST_NUMBERS = 40;

type Speaker = Pick<Conversation, "ctx" | "actor" | "reader" | "chat" | "commands">;

/** The situation, and what else was read with it. */
export async function readSituation(
  speaker: Speaker,
  message: StoredMessage,
): Promise<{ readonly situation: Situation; readonly known: Known }> {
  const { ctx, actor, chat, commands } = speaker;
  const { now, park } = ctx;
  const asked = askedIn(message);
  const since = new Date(now.getTime() - OPEN_MS);
  const quote = await quoteOf(speaker, message);
  const reach = reachOf(speaker);
  const read = (numbers: readonly number[]) =>
    readScene(ctx.db, { asked, questionSince: since, now }, reach, {
      numbers: [...new Set(numbers)].slice(0, MOST_NUMBERS),
      company: actor.enterprise ?? null,
      waiting: WAITING[circleOf(actor)],
      // Where nobody of a department speaks or listens, they change nothing.
      helpers: circleOf(actor) === "official" || reach?.kind === "departments",
      since: new Date(now.getTime() - RECENT_MS),
      recent: new Date(now.getTime() - SAME_MS),
    });
  // What was quoted and asked cannot be crowded out by the figures of a long text.
  const named = [...(quote?.numbers ?? []), ...numbersWritten(message.text.normalize("NFKC"))];
  const first = await read(named);
  const held = await holdAsked(speaker, asked, { kept: first.question, since });
  const { question, loose } = held;
  const scene = held.isLocked ? await read([...numbersOf(question), ...named]) : first;
  const issues = scene.issues.flatMap((one) => inSight(speaker, one)).sort((a, b) => a.number - b.number);
  const place: Place = chat === null ? "direct" : chat.audience;
  const companies = new Map([[userKey(asked.platform, asked.userId), scene.says]]);
  const known: Known = { ...scene, companies, versions: new Map() };
  const situation = {
    who: actor,
    place,
    now,
    park,
    issues,
    quote,
    question,
    commands,
    ...(loose !== undefined && { loose }),
  };
  return { situation, known };
}

/** What is asked, and the pictures that wait for their issue. `isLocked`: it may be another than was read, and what it is about as well. */
async function holdAsked(
  { ctx: { db }, actor }: Speaker,
  asked: Asked,
  { kept, since }: { readonly kept: unknown; readonly since: Date },
): Promise<{ readonly question: Question | null; readonly loose?: Loose | undefined; readonly isLocked: boolean }> {
  const question = questionKept(kept);
  // What waits for no answer may be taken up twice: the second finds it done. Nothing is read or locked for it.
  if (kept === null || question?.ask === "ways") return { question, isLocked: false };
  // Of who is not listed yet a message changes first who he is, and then what he is asked: each locks them in that order.
  if (actor.kind === "guest") await holdContact(db, asked.platform, asked.userId);
  // Two taps on one button come as two messages: the second finds it answered, and what it was asked about moved.
  const locked = await lockQuestion(db, asked, since);
  return { question: questionKept(locked), loose: looseKept(locked), isLocked: true };
}

/** What waits for a person. */
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

function numbersOf(question: Question | null): readonly number[] {
  if (question === null) return [];
  if (question.ask === "which") return question.among;
  if (question.ask === "ways") return numbersIn(question.ways);
  if (question.ask === "need") return question.doing.number === null ? [] : [question.doing.number];
  return [...question.doings.flatMap((one) => one.number ?? []), ...numbersIn(question.ways ?? [])];
}

/** Of the issues that they are about. */
function numbersIn(ways: readonly Way[]): readonly number[] {
  return ways.flatMap(({ doing }) => doing.number ?? []);
}

/** By the platform's key of what the bot sent, else by the numbers in the quoted text. */
async function quoteOf({ ctx: { db } }: Speaker, message: StoredMessage): Promise<Quote | null> {
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

/** An issue as understanding sees it; none where it may not be spoken of here. */
export function inSight(speaker: Speaker, issue: Seen): readonly InSight[] {
  const { actor, reader, ctx } = speaker;
  const { id: number, state, urgency, request, department, helpers, owes, suggested, confidential } = issue;
  if (!mayHearOf(speaker, issue, helpers)) return [];
  const parties = partiesOf(actor, issue, involvedIn(ctx.park, issue, helpers));
  let title: string | undefined;
  return [
    {
      number,
      state,
      urgency,
      request,
      department,
      owes,
      suggested,
      confidential,
      parties,
      // Most messages are about an issue that they name, or about none: then nobody looks at it.
      get title() {
        title ??= reader.title(issue);
        return title;
      },
      company: reader.raisedBy(issue),
      get whole() {
        return reader.text(issue.text, issue);
      },
      said: issue.isRecent ? issue.text : null,
      answer: issue.answer,
      newer: issue.isNewer,
    },
  ];
}
