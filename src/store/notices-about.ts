import { and, desc, eq, lt, type SQL, sql } from "drizzle-orm";
import type { PlatformName } from "../domain/park/org.ts";
import type { Db } from "./client.ts";
import { notices } from "./schema.ts";

/** The messages that were told about an issue, and what became of them. */

const { id, target, platform, body, state, createdAt, readyAt, settledAt, lastError, issueId } = notices;
const columns = { id, target, platform, body, state, createdAt, readyAt, settledAt, lastError, issueId };

export type NoticeAbout = Pick<typeof notices.$inferSelect, keyof typeof columns>;

/** Of these messages alone that went to one of these. */
export interface Addressed {
  /** Groups: by their codes, and by what a reply has of them. */
  readonly chats: readonly { readonly code: string; readonly platform: PlatformName; readonly chatId: string }[];
  readonly people: readonly { readonly platform: PlatformName; readonly userId: string }[];
}

/** The newest first, those before a number. `to`: null for all. */
export function noticesAbout(
  db: Db,
  issue: number,
  { before, limit, to }: { readonly before: number | null; readonly limit: number; readonly to: Addressed | null },
): Promise<readonly NoticeAbout[]> {
  const older = before === null ? undefined : lt(id, before);
  return db
    .select(columns)
    .from(notices)
    .where(and(eq(issueId, issue), older, to === null ? undefined : wentTo(to)))
    .orderBy(desc(id))
    .limit(limit);
}

function wentTo({ chats, people }: Addressed): SQL {
  const groups = JSON.stringify(chats.map(({ code, platform: on, chatId }) => ({ code, platform: on, chat: chatId })));
  const users = JSON.stringify(people.map(({ platform: on, userId }) => ({ platform: on, user: userId })));
  return sql`(exists (select from jsonb_to_recordset(${groups}::jsonb) as g(code text, platform text, chat text)
      where g.code = ${target} ->> 'code' or (g.platform = ${target} ->> 'platform' and g.chat = ${target} ->> 'chatId'))
    or exists (select from jsonb_to_recordset(${users}::jsonb) as p(platform text, "user" text)
      where p.platform = ${target} ->> 'platform' and p."user" = ${target} ->> 'userId'))`;
}
