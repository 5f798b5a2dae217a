import { bigint, integer, pgTable, text } from "drizzle-orm/pg-core";

/** What is over is counted once: its figures, and how long each took, beside the issues that are not counted here yet. */

/** By figure (`onTime.part`), how many of the issues that are counted here count for it. */
export const tallies = pgTable("tallies", {
  name: text().primaryKey(),
  count: bigint({ mode: "number" }).notNull(),
});

/** By working minutes from dispatch to answer, how many of them took so long. */
export const talliedMinutes = pgTable("tallied_minutes", {
  minutes: integer().primaryKey(),
  count: integer().notNull(),
});
