import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import type { FileState } from "../domain/issue/files.ts";
import type { Target } from "../domain/notice/notice.ts";
import type { Origin } from "../domain/park/org.ts";
import { instant } from "./instant.ts";
import { issues } from "./schema.ts";

/** Pictures and files that came with messages and forms. The bytes are on the shelf, under the digest of what they are. */
export const files = pgTable(
  "files",
  {
    id: text().primaryKey(),
    platform: text().$type<Origin>().notNull(),
    messageId: text("message_id").notNull(),
    kind: text().$type<"picture" | "file">().notNull(),
    name: text(),
    state: text().$type<FileState>().notNull(),
    /** What its platform gives the bytes for: a secret. Null when it is not fetched any more. */
    source: jsonb().$type<Readonly<Record<string, string>>>(),
    /** Who sent it (nobody by name where it came by the form), and where he hears of it: nowhere, where it came with its bytes. */
    userId: text("user_id").notNull(),
    userName: text("user_name").notNull(),
    place: jsonb().$type<Target>(),
    receivedAt: instant("received_at").notNull(),
    /** When it is fetched for the next time, and the time from when on no failure is followed by another try. */
    retryAt: instant("retry_at").notNull(),
    until: instant("until").notNull(),
    attempts: integer().notNull().default(0),
    /** The issue that it belongs to, and the move with which it came. */
    issueId: integer("issue_id").references(() => issues.id),
    version: integer(),
    action: text(),
    /** The event of its issue that holds its digest. */
    sealedIn: integer("sealed_in"),
    digest: text(),
    mime: text(),
    bytes: integer(),
    keptAt: instant("kept_at"),
    /** Why it could not be kept. */
    lost: text(),
    /** When its sender was told that. */
    toldAt: instant("told_at"),
  },
  (table) => [
    index("files_waiting").on(table.retryAt).where(sql`${table.state} = 'waiting'`),
    index("files_unsealed")
      .on(table.issueId)
      .where(sql`${table.state} = 'kept' and ${table.sealedIn} is null and ${table.issueId} is not null`),
    index("files_untold").on(table.receivedAt).where(sql`${table.state} = 'lost' and ${table.toldAt} is null`),
    index("files_issue").on(table.issueId).where(sql`${table.issueId} is not null`),
    index("files_message").on(table.platform, table.messageId),
    index("files_digest").on(table.digest).where(sql`${table.digest} is not null`),
    index("files_loose").on(table.receivedAt).where(sql`${table.issueId} is null`),
  ],
);
