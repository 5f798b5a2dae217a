import { sql } from "drizzle-orm";
import { bigint, bigserial, index, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { PlatformName } from "../domain/park/org.ts";
import { instant } from "./instant.ts";
import { issues } from "./schema.ts";
import type { Veils } from "./veils.ts";

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
    /** What of it can be forgotten, and how it is held to the digest all the same: src/store/veils.ts. Null: nothing of it. */
    veils: jsonb().$type<Veils>(),
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
  /** The numbers of the looks that it seals beside them. */
  looks: jsonb().$type<readonly number[]>().notNull().default([]),
  /** The numbers of the events of common problems that it seals. */
  commons: jsonb().$type<readonly number[]>().notNull().default([]),
});

/** What is recorded of an issue beside its moves: that somebody was shown something of it, or that something of it was forgotten. */
export const LOOK_KINDS = ["company", "contacts", "forgotten"] as const;
export type LookKind = (typeof LOOK_KINDS)[number];

/** Who was shown which company is behind a confidential issue, or whom to call about one, when and where; and what was forgotten. */
export const disclosures = pgTable(
  "views",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    issueId: integer("issue_id")
      .notNull()
      .references(() => issues.id),
    kind: text().$type<LookKind>().notNull().default("company"),
    person: text().notNull(),
    /** Null: on a page. */
    platform: text().$type<PlatformName>(),
    /** The code of the group in which it was shown; null elsewhere. */
    chat: text(),
    messageId: text("message_id"),
    at: instant("at").notNull(),
    /** Of what was forgotten: what each event says since, as a digest. */
    data: jsonb().$type<Readonly<Record<string, string>>>(),
    /** These have it when it is sealed: what it says as a digest, and the block. */
    digest: text(),
    veils: jsonb().$type<Veils>(),
    block: bigint({ mode: "number" }),
  },
  (table) => [
    index("views_issue").on(table.issueId, table.id),
    index("views_unsealed").on(table.id).where(sql`${table.block} is null`),
    index("views_block").on(table.block),
  ],
);
