import { and, eq, gt } from "drizzle-orm";
import type { PlatformName } from "../domain/park/org.ts";
import type { Db } from "./client.ts";
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

/** Keeps the one question that is open now; null closes it. */
export async function keepQuestion(db: Db, asked: Asked, question: unknown, askedAt: Date): Promise<void> {
  if (question === null) {
    await db.delete(questions).where(keyIs(asked));
    return;
  }
  await db
    .insert(questions)
    .values({ ...asked, question, askedAt })
    .onConflictDoUpdate({
      target: [questions.platform, questions.userId, questions.chatId],
      set: { question, askedAt },
    });
}
