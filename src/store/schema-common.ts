import { sql } from "drizzle-orm";
import { bigint, bigserial, index, integer, jsonb, pgTable, serial, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { CommonState } from "../domain/common/common.ts";
import { instant } from "./instant.ts";
import { issues } from "./schema.ts";
import type { Veils } from "./veils.ts";

/** The tables of common problems (共性问题). */

export const commons = pgTable(
  "common_problems",
  {
    /** The number by which people speak of it: see `numbers`. */
    id: integer().primaryKey(),
    version: integer().notNull(),
    state: text().$type<CommonState>().notNull(),
    title: text().notNull(),
    lead: text(),
    measure: text(),
    due: instant("due"),
    progress: text(),
    closing: text(),
    answer: text(),
    createdBy: text("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
    doneAt: instant("done_at"),
  },
  (table) => [index("common_problems_open").on(table.id).where(sql`${table.state} = 'open'`)],
);

/** Which issues belong to one; an issue to one at most. */
export const commonMembers = pgTable(
  "common_members",
  {
    issueId: integer("issue_id")
      .primaryKey()
      .references(() => issues.id),
    commonId: integer("common_id")
      .notNull()
      .references(() => commons.id),
  },
  (table) => [index("common_members_of").on(table.commonId)],
);

/** The record of common problems: appended only, and sealed with that of the issues. */
export const commonEvents = pgTable(
  "common_events",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    commonId: integer("common_id")
      .notNull()
      .references(() => commons.id),
    version: integer().notNull(),
    action: text().notNull(),
    actor: jsonb().$type<Record<string, unknown>>().notNull(),
    platform: text(),
    messageId: text("message_id"),
    at: instant("at").notNull(),
    data: jsonb().$type<Record<string, unknown>>().notNull(),
    digest: text().notNull(),
    /** What of it can be forgotten: src/store/veils.ts. */
    veils: jsonb().$type<Veils>(),
    /** The block that seals it. */
    block: bigint({ mode: "number" }),
  },
  (table) => [
    uniqueIndex("common_events_version").on(table.commonId, table.version),
    index("common_events_unsealed").on(table.id).where(sql`${table.block} is null`),
    index("common_events_block").on(table.block),
  ],
);

export type ProposalState = "open" | "taken" | "refused";

/** Issues that seem to be about one matter: their numbers alone, as their words are to be read by who may see them. */
export const commonProposals = pgTable(
  "common_proposals",
  {
    id: serial().primaryKey(),
    /** Its number in the list of those that are open. */
    place: integer().notNull(),
    /** The common problem that these belong to as well; null: a new one. */
    commonId: integer("common_id").references(() => commons.id),
    issues: jsonb().$type<readonly number[]>().notNull(),
    state: text().$type<ProposalState>().notNull(),
    at: instant("at").notNull(),
    decidedBy: text("decided_by"),
    decidedAt: instant("decided_at"),
  },
  (table) => [index("common_proposals_state").on(table.state, table.at)],
);
