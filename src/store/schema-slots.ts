import { pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { moment } from "./moment.ts";

/** The tables of digests by the clock. */

/** A digest slot is won by inserting it. */
export const slots = pgTable(
  "slots",
  {
    kind: text().notNull(),
    chat: text().notNull(),
    at: moment("at").notNull(),
    wonAt: moment("won_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.chat, table.at] })],
);

/** Since when a digest is in the org file: no slot before that is missed. */
export const digestWatch = pgTable(
  "digest_watch",
  {
    kind: text().notNull(),
    chat: text().notNull(),
    since: moment("since").notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.chat] })],
);
