import { and, eq, gt, sql } from "drizzle-orm";
import type { PlatformName } from "../domain/park/org.ts";
import type { Db } from "./client.ts";
import { prepared } from "./prepared.ts";
import { questions } from "./schema-conversations.ts";

/** Open questions: what they ask is the chat's to read. */

/** Whom something was asked, and where. */
export interface Asked {
  readonly platform: PlatformName;
  readonly userId: string;
  /** The platform's id of the group; empty in a direct chat. */
  readonly chatId: string;
}

const keyIs = ({ platform, userId, chatId }: Asked) =>
  and(eq(questions.platform, platform), eq(questions.userId, userId), eq(questions.chatId, chatId));

/**
 * What was asked later than `since`, or null. Until the transaction ends, nobody else answers it: two taps on one button
 * come as two messages.
 */
export async function lockQuestion(db: Db, asked: Asked, since: Date): Promise<unknown> {
  const [row] = await db
    .select({ question: questions.question })
    .from(questions)
    .where(and(keyIs(asked), gt(questions.askedAt, since)))
    .for("update");
  return row?.question ?? null;
}

const value = (name: string) => sql`${sql.placeholder(name)}::text`;

const keeping = prepared(
  "keep_question",
  () => sql`insert into questions (platform, user_id, chat_id, question, asked_at)
    values (${value("platform")}, ${value("userId")}, ${value("chatId")}, ${sql.placeholder("question")}::jsonb,
      ${sql.placeholder("askedAt")}::timestamptz)
    on conflict (platform, user_id, chat_id) do update set question = excluded.question, asked_at = excluded.asked_at`,
);

const closing = prepared(
  "close_question",
  () => sql`delete from questions
    where platform = ${value("platform")} and user_id = ${value("userId")} and chat_id = ${value("chatId")}`,
);

/** Keeps the one question that is open now; null closes it. */
export async function keepQuestion(db: Db, asked: Asked, question: unknown, askedAt: Date): Promise<void> {
  if (question === null) await closing(db, { ...asked });
  else await keeping(db, { ...asked, question: JSON.stringify(question), askedAt: askedAt.toISOString() });
}
