import { customType, doublePrecision, integer, pgTable, primaryKey, serial, text, unique } from "drizzle-orm/pg-core";
import { instant } from "./instant.ts";
import { issues } from "./schema.ts";

const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });

/** What was learned of who an issue belongs to: the newest is in force, those before it can be looked into. */
export const lessons = pgTable(
  "lessons",
  {
    version: serial().primaryKey(),
    learnedAt: instant("learned_at").notNull(),
    /** How many decisions it was learned from, and the newest event among what they came of. */
    decisions: integer().notNull(),
    upTo: integer("up_to").notNull(),
    /** How much of what it is sure of was to be right. */
    precision: doublePrecision().notNull().default(0.96),
    /** Decisions that it was not learned from, because their unit is gone; and of how many the same text went elsewhere, too. */
    gone: integer().notNull().default(0),
    contradicting: integer().notNull().default(0),
    /** From which lead on it is sure; null: from none. */
    sureFrom: doublePrecision("sure_from"),
    /** Of decisions that it had not learned from: how many, of how many it was sure, and of how many of those rightly. */
    held: integer().notNull(),
    sure: integer().notNull(),
    right: integer().notNull(),
    learned: bytes().notNull(),
  },
  (table) => [unique("lessons_learned").on(table.upTo, table.precision)],
);

/** Of which open issues answers of like ones were shown, and which of them was last taken as a draft: until they are answered. */
export const answersShown = pgTable("answers_shown", {
  issueId: integer("issue_id")
    .primaryKey()
    .references(() => issues.id, { onDelete: "cascade" }),
  /** The issue whose answer was taken; 0: none was. */
  draftOf: integer("draft_of").notNull(),
});

/** From which units a company wishes an issue to be kept. In which words it said so is told to the coordinator, and kept nowhere. */
export const keptFrom = pgTable(
  "kept_from",
  {
    issueId: integer("issue_id")
      .notNull()
      .references(() => issues.id, { onDelete: "cascade" }),
    /** The unit's code. */
    department: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.issueId, table.department] })],
);
