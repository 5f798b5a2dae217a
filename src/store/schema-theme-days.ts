import { index, integer, jsonb, pgTable, primaryKey, serial, text, uniqueIndex } from "drizzle-orm/pg-core";
import { instant } from "./instant.ts";

/** The tables of the theme day, which is called a session in the database. */

export type ThemeDayState = "planned" | "running" | "ended" | "cancelled";

/** Theme days (主题日). `number` is given when one begins: 第 N 期. `slot` is the time of the rule that made it. */
export const themeDays = pgTable(
  "sessions",
  {
    id: serial().primaryKey(),
    state: text().$type<ThemeDayState>().notNull(),
    number: integer(),
    theme: text().notNull(),
    at: instant("at").notNull(),
    place: text(),
    /** The code of the group where it is held. */
    chat: text(),
    slot: instant("slot"),
    createdBy: text("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
    startedAt: instant("started_at"),
    endedAt: instant("ended_at"),
  },
  (table) => [uniqueIndex("sessions_slot").on(table.slot), index("sessions_at").on(table.state, table.at)],
);

/** Companies that are invited to a theme day, or have signed up for it by themselves (`invitedAt` is null). */
export const invitations = pgTable(
  "invitations",
  {
    themeDayId: integer("session_id")
      .notNull()
      .references(() => themeDays.id),
    enterprise: text().notNull(),
    invitedAt: instant("invited_at"),
    signedUpAt: instant("signed_up_at"),
    signedUpBy: text("signed_up_by"),
  },
  (table) => [primaryKey({ columns: [table.themeDayId, table.enterprise] })],
);

/** A pasted list of problems that waits for its confirmation, one a person. */
export const drafts = pgTable("drafts", {
  person: text().primaryKey(),
  themeDayId: integer("session_id")
    .notNull()
    .references(() => themeDays.id),
  lines: jsonb().$type<readonly DraftLine[]>().notNull(),
  at: instant("at").notNull(),
});

/** One problem of a pasted list: the company's code, and what it says. */
export interface DraftLine {
  readonly enterprise: string;
  readonly text: string;
}
