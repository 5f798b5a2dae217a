import { bigint, bigserial, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { instant } from "./instant.ts";
import { issues } from "./schema.ts";

/** The record and its seals: what is written here is never changed. */

/** The record: appended only, each event with the hash of the one of its issue before. */
export const events = pgTable(
  "events",
  {
    seq: bigserial({ mode: "number" }).primaryKey(),
    issueId: integer("issue_id")
      .notNull()
      .references(() => issues.id),
    version: integer().notNull(),
    action: text().notNull(),
    fromState: text("from_state"),
    toState: text("to_state").notNull(),
    actor: jsonb().$type<Record<string, unknown>>().notNull(),
    platform: text(),
    messageId: text("message_id"),
    at: instant("at").notNull(),
    data: jsonb().$type<Record<string, unknown>>().notNull(),
    digest: text().notNull(),
    previous: text().notNull(),
    hash: text().notNull(),
  },
  (table) => [uniqueIndex("events_issue_version").on(table.issueId, table.version)],
);

/** Events that are in no block yet. */
export const unsealed = pgTable("unsealed", { seq: bigint({ mode: "number" }).primaryKey() });

/** The record in the order in which it was sealed. */
export const blocks = pgTable("blocks", {
  id: bigint({ mode: "number" }).primaryKey(),
  /** The hash of the block before. */
  previous: text().notNull(),
  hash: text().notNull(),
  /** How many events it seals. The first block stands for the events 1 to `count`, which were chained one by one. */
  count: integer().notNull(),
  /** Their numbers, in this order. */
  seqs: jsonb().$type<readonly number[]>().notNull(),
  sealedAt: instant("sealed_at"),
});
