import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, serial, text } from "drizzle-orm/pg-core";
import type { PlatformName } from "../domain/park/org.ts";
import { instant } from "./instant.ts";

/** The tables of the roads between the program and the platforms: who holds a connection, whom it reaches, what it missed, what was used of it. */

/** What one process of all does: it holds it until then, and renews it while it lives. */
export const leases = pgTable("leases", {
  name: text().primaryKey(),
  owner: text().notNull(),
  until: instant("until").notNull(),
});

/** What is known of the direct road to a user of a platform. */
export const directRoads = pgTable(
  "direct_roads",
  {
    platform: text().$type<PlatformName>().notNull(),
    userId: text("user_id").notNull(),
    /** Last wrote to the bot directly. */
    spokeAt: instant("spoke_at"),
    /** The platform said that no direct message reaches this user; null again when he wrote. */
    failedAt: instant("failed_at"),
    reason: text(),
  },
  (table) => [primaryKey({ columns: [table.platform, table.userId] })],
);

/** Who somebody unknown says to be: a name, and a telephone where one was given. Until the coordinator has decided. */
export const claims = pgTable(
  "claims",
  {
    platform: text().$type<PlatformName>().notNull(),
    userId: text("user_id").notNull(),
    name: text().notNull(),
    phone: text(),
    /** The person of the org file whom that fits. */
    person: text(),
    at: instant("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.platform, table.userId] })],
);

/** Users of a platform whom the coordinator has recognised as people of the org file, which has no id of theirs. */
export const recognised = pgTable(
  "recognised",
  {
    platform: text().$type<PlatformName>().notNull(),
    userId: text("user_id").notNull(),
    person: text().notNull(),
    by: text().notNull(),
    at: instant("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.platform, table.userId] })],
);

/** How much of a platform's quota was used, by the month of the park's calendar (2026-11). */
export const usage = pgTable(
  "usage",
  {
    counter: text().notNull(),
    month: text().notNull(),
    used: integer().notNull(),
    /** The share in percent that the coordinator was last told of. */
    told: integer().notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.counter, table.month] })],
);

/** Cards with buttons that were sent, by the id that they have on the platform: a press names it. */
export const cards = pgTable(
  "cards",
  {
    id: text().primaryKey(),
    platform: text().$type<PlatformName>().notNull(),
    issueId: integer("issue_id"),
    issueVersion: integer("issue_version"),
    /** What else is needed to understand a press on it, and to change it later. */
    facts: jsonb().$type<Record<string, unknown>>().notNull(),
    sentAt: instant("sent_at").notNull(),
    /** Nothing can be pressed on it any more. */
    over: boolean().notNull().default(false),
  },
  (table) => [index("cards_issue").on(table.issueId), index("cards_sent").on(table.sentAt)],
);

/** A time in which a road was, or may have been, deaf. */
export const gaps = pgTable(
  "gaps",
  {
    id: serial().primaryKey(),
    platform: text().$type<PlatformName>().notNull(),
    /** What was deaf: the whole connection, or one kind of chat. */
    kind: text().$type<"connection" | "group" | "direct">().notNull(),
    cause: text().notNull(),
    beganAt: instant("began_at").notNull(),
    noticedAt: instant("noticed_at").notNull(),
    endedAt: instant("ended_at"),
    /** The groups know. */
    postedAt: instant("posted_at"),
  },
  (table) => [index("gaps_open").on(table.platform, table.kind, table.endedAt)],
);

/** Recent tries for each send budget, so that all replicas together stay below the platform's limit. */
export const budgets = pgTable("budgets", {
  key: text().primaryKey(),
  /** Milliseconds since 1970 of each try in the last minute; in the last hour where those are counted too. */
  tries: bigint({ mode: "number" }).array().notNull(),
});
