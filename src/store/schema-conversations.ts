import { jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { PlatformName } from "../domain/park/org.ts";
import { instant } from "./instant.ts";

/** What the bot asked a person in a chat and has no answer to yet: one question each. */
export const questions = pgTable(
  "questions",
  {
    platform: text().$type<PlatformName>().notNull(),
    userId: text("user_id").notNull(),
    /** The platform's id of the group; empty in a direct chat. */
    chatId: text("chat_id").notNull(),
    question: jsonb().$type<unknown>().notNull(),
    askedAt: instant("asked_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.platform, table.userId, table.chatId] })],
);
