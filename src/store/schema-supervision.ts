import { sql } from "drizzle-orm";
import { index, integer, pgTable, primaryKey, serial, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { SupervisionKind } from "../domain/issue/issue.ts";
import { instant } from "./instant.ts";
import { issues } from "./schema.ts";

/** The tables that keep anything from being forgotten: checks, reminders, digests by the clock, supervision, and who is there. */

/** When each open issue is looked at next: something becomes due then, or it has just been moved. */
export const checks = pgTable(
  "checks",
  {
    issueId: integer("issue_id")
      .primaryKey()
      .references(() => issues.id),
    at: instant("at").notNull(),
    /** How often looking at it failed since it last succeeded. */
    failures: integer().notNull(),
    /** When its company last spoke of it and was asked back what it meant. */
    respondedAt: instant("responded_at"),
  },
  (table) => [index("checks_at").on(table.at)],
);

/**
 * What somebody was reminded of. `scope`: what `subject` is the number of. `about`: the department that was meant, where
 * the same deadline can be several departments'. The whole key is the promise: once for each deadline.
 */
export const reminders = pgTable(
  "reminders",
  {
    scope: text().$type<"issue" | "session" | "common">().notNull(),
    subject: integer().notNull(),
    rung: text().notNull(),
    about: text().notNull(),
    deadline: instant("deadline").notNull(),
    givenAt: instant("given_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.scope, table.subject, table.rung, table.about, table.deadline] }),
    index("reminders_given").on(table.givenAt),
  ],
);

/** 督办 and 批示 by number, open until the department answers (反馈). */
export const supervisions = pgTable(
  "supervisions",
  {
    id: serial().primaryKey(),
    issueId: integer("issue_id")
      .notNull()
      .references(() => issues.id),
    kind: text().$type<SupervisionKind>().notNull(),
    year: integer().notNull(),
    number: integer().notNull(),
    text: text().notNull(),
    department: text(),
    by: text().notNull(),
    at: instant("at").notNull(),
    answeredAt: instant("answered_at"),
    answeredBy: text("answered_by"),
    answer: text(),
  },
  (table) => [
    uniqueIndex("supervisions_number").on(table.kind, table.year, table.number),
    index("supervisions_issue").on(table.issueId),
    index("supervisions_open").on(table.department).where(sql`${table.answeredAt} is null`),
  ],
);

/** The last number given in each series: taken in the transaction that uses it, so that there are no gaps. */
export const numbers = pgTable("numbers", {
  series: text().primaryKey(),
  last: integer().notNull(),
});

/** Who is on duty (值班) for a department, from a moment on, until another if one is named. The newest that holds counts. */
export const duties = pgTable(
  "duties",
  {
    id: serial().primaryKey(),
    department: text().notNull(),
    person: text().notNull(),
    since: instant("since").notNull(),
    until: instant("until"),
    setBy: text("set_by").notNull(),
  },
  (table) => [index("duties_department").on(table.department, table.id)],
);

/** Who is away (请假) until when, and who stands in. The newest that holds counts. */
export const absences = pgTable(
  "absences",
  {
    id: serial().primaryKey(),
    person: text().notNull(),
    substitute: text().notNull(),
    since: instant("since").notNull(),
    until: instant("until").notNull(),
    setBy: text("set_by").notNull(),
  },
  (table) => [index("absences_until").on(table.until)],
);

/** A digest slot is won by inserting it. */
export const slots = pgTable(
  "slots",
  {
    kind: text().notNull(),
    chat: text().notNull(),
    at: instant("at").notNull(),
    wonAt: instant("won_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.chat, table.at] })],
);

/** Since when a digest is in the org file: no slot before that is missed. */
export const digestWatch = pgTable(
  "digest_watch",
  {
    kind: text().notNull(),
    chat: text().notNull(),
    since: instant("since").notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.chat] })],
);
