import { sql } from "drizzle-orm";
import { bigserial, boolean, index, integer, jsonb, pgTable, primaryKey, serial, text } from "drizzle-orm/pg-core";
import type { Outcome, RequestKind, RequestState, State } from "../domain/issue/issue.ts";
import type { NoticeBody, StoredAudience, Target } from "../domain/notice/notice.ts";
import type { Origin, PlatformName, Urgency } from "../domain/park/org.ts";
import type { StoredMessage } from "./inbound-message.ts";
import { instant } from "./instant.ts";
import { themeDays } from "./schema-theme-days.ts";
import { isOpen } from "./states.ts";

/** The tables of the main job. Times are instants, written by the program's clock; SQL never asks for the time. */

/** Single values of the whole installation: the sandbox clock's offset, the org file in force. */
export const settings = pgTable("settings", {
  name: text().primaryKey(),
  value: jsonb().notNull(),
});

export const issues = pgTable(
  "issues",
  {
    /** The number by which people speak of it: see `numbers`. */
    id: integer().primaryKey(),
    version: integer().notNull(),
    state: text().$type<State>().notNull(),
    outcome: text().$type<Outcome>(),
    title: text().notNull(),
    text: text().notNull(),
    pictures: integer().notNull(),
    category: text(),
    urgency: text().$type<Urgency>().notNull(),
    confidential: boolean().notNull(),
    enterprise: text().notNull(),
    reporterName: text("reporter_name").notNull(),
    reporterPlatform: text("reporter_platform").$type<Origin>().notNull(),
    reporterUserId: text("reporter_user_id").notNull(),
    reporterVerified: boolean("reporter_verified").notNull(),
    publicIn: text("public_in"),
    department: text(),
    handler: text(),
    level: integer().notNull(),
    rework: integer().notNull(),
    handoffs: integer().notNull().default(0),
    suggestions: jsonb().$type<readonly string[]>().notNull(),
    reason: text(),
    submittedAt: instant("submitted_at").notNull(),
    dispatchDue: instant("dispatch_due").notNull(),
    dispatchedAt: instant("dispatched_at"),
    signDue: instant("sign_due"),
    signedAt: instant("signed_at"),
    contactDue: instant("contact_due"),
    contactAt: instant("contact_at"),
    measure: text(),
    measureAt: instant("measure_at"),
    measureDue: instant("measure_due"),
    lastReplyAt: instant("last_reply_at"),
    stageDue: instant("stage_due"),
    supplementDue: instant("supplement_due"),
    confirmDue: instant("confirm_due"),
    publicAnswer: text("public_answer"),
    answeredAt: instant("answered_at"),
    answeredBy: text("answered_by"),
    heardAt: instant("heard_at"),
    handlingMinutes: integer("handling_minutes"),
    closedAt: instant("closed_at"),
    rating: integer(),
    ratedAt: instant("rated_at"),
    reopenedAt: instant("reopened_at"),
    reviewAt: instant("review_at"),
    urgedAt: instant("urged_at"),
    limit: text("answer_limit"),
    limitMinutes: integer("limit_minutes"),
    firstDue: instant("first_due"),
    due: instant("due"),
    pausedAt: instant("paused_at"),
    leftMinutes: integer("left_minutes"),
    pausedMinutes: integer("paused_minutes").notNull(),
    session: integer().references(() => themeDays.id),
    follows: integer(),
    withdrawnAt: instant("withdrawn_at"),
    withdrawnFrom: text("withdrawn_from").$type<State>(),
    voided: boolean().notNull().default(false),
    mergedInto: integer("merged_into"),
    joined: jsonb().$type<readonly string[]>().notNull().default([]),
    returned: boolean().notNull().default(false),
    draftOf: integer("draft_of"),
    /** It is among what was counted once (src/store/tally.ts), and no part of what an issue is. */
    tallied: boolean().notNull().default(false),
    /** When the contact data of it and its record was masked: src/store/forgetting.ts. It is no part of what an issue is, either. */
    maskedAt: instant("masked_at"),
  },
  (table) => [
    index("issues_department").on(table.department, table.state, table.due),
    index("issues_enterprise").on(table.enterprise, table.id),
    index("issues_state").on(table.state, table.id),
    // What the board's list asks of an issue beside its order, so that its filters are counted from here alone.
    index("issues_listed").on(
      table.state,
      table.department,
      table.category,
      table.enterprise,
      table.urgency,
      table.session,
      table.confidential,
      table.due,
    ),
    index("issues_lead").on(table.department, table.id),
    index("issues_open_due").on(table.due, table.id).where(isOpen(table)),
    index("issues_submitted").on(table.submittedAt),
    index("issues_due").on(table.due),
    index("issues_closed").on(table.closedAt),
    index("issues_measured").on(table.measureAt).where(sql`${table.measureAt} is not null`),
    index("issues_reporter").on(table.reporterUserId, table.id),
    index("issues_open").on(table.id).where(isOpen(table)),
    index("issues_open_in").on(table.publicIn, table.id).where(isOpen(table)),
    index("issues_open_by").on(table.enterprise, table.id).where(isOpen(table)),
    index("issues_open_of").on(table.department, table.id).where(isOpen(table)),
    index("issues_closed_in").on(table.publicIn, table.closedAt).where(sql`${table.closedAt} is not null`),
    index("issues_closed_of").on(table.department, table.closedAt).where(sql`${table.closedAt} is not null`),
    index("issues_closed_by").on(table.enterprise, table.closedAt).where(sql`${table.closedAt} is not null`),
    index("issues_untallied").on(table.state, table.submittedAt).where(sql`not ${table.tallied}`),
    index("issues_unmasked")
      .on(sql`coalesce(${table.closedAt}, ${table.withdrawnAt}, ${table.submittedAt})`)
      .where(sql`${table.maskedAt} is null and not ${isOpen(table)}`),
    index("issues_session").on(table.session).where(sql`${table.session} is not null`),
    index("issues_merged").on(table.mergedInto).where(sql`${table.mergedInto} is not null`),
    index("issues_follows").on(table.follows).where(sql`${table.follows} is not null`),
  ],
);

export const requests = pgTable(
  "requests",
  {
    id: serial().primaryKey(),
    issueId: integer("issue_id")
      .notNull()
      .references(() => issues.id),
    kind: text().$type<RequestKind>().notNull(),
    state: text().$type<RequestState>().notNull(),
    reason: text().notNull(),
    department: text(),
    until: instant("until"),
    askedBy: text("asked_by").notNull(),
    askedAt: instant("asked_at").notNull(),
    decidedBy: text("decided_by"),
    decidedAt: instant("decided_at"),
    decision: text(),
  },
  (table) => [
    index("requests_issue").on(table.issueId),
    index("requests_pending").on(table.issueId).where(sql`${table.state} = 'pending'`),
  ],
);

export const assists = pgTable(
  "assists",
  {
    issueId: integer("issue_id")
      .notNull()
      .references(() => issues.id),
    department: text().notNull(),
    askedAt: instant("asked_at").notNull(),
    due: instant("due").notNull(),
    doneAt: instant("done_at"),
  },
  (table) => [
    primaryKey({ columns: [table.issueId, table.department] }),
    index("assists_department").on(table.department, table.issueId),
  ],
);

/** Platform users that the org file does not know, and the company that they said they are from. */
export const contacts = pgTable(
  "contacts",
  {
    platform: text().$type<Origin>().notNull(),
    userId: text("user_id").notNull(),
    name: text().notNull(),
    enterprise: text(),
    verified: boolean().notNull(),
    /** The issue that waits for the company's name. */
    waiting: jsonb().$type<Record<string, unknown>>(),
    /** Company codes to choose from by number. */
    choices: jsonb().$type<readonly string[]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.platform, table.userId] })],
);

/** Every message that was accepted, by its platform's id. `doneAt` and the reply are set with what it did. */
export const inbound = pgTable(
  "inbound",
  {
    platform: text().$type<PlatformName>().notNull(),
    messageId: text("message_id").notNull(),
    streamId: text("stream_id"),
    /** Null when it is done: what was written is not kept here longer. */
    message: jsonb().$type<StoredMessage>(),
    receivedAt: instant("received_at").notNull(),
    doneAt: instant("done_at"),
    reply: jsonb().$type<Record<string, unknown>>(),
    attempts: integer().notNull(),
    retryAt: instant("retry_at").notNull(),
    /** Whether it was said in a group; null where that was not kept yet. */
    inGroup: boolean("in_group"),
  },
  (table) => [
    primaryKey({ columns: [table.platform, table.messageId] }),
    index("inbound_waiting").on(table.retryAt).where(sql`${table.doneAt} is null`),
    index("inbound_stream").on(table.streamId),
    index("inbound_received").on(table.receivedAt),
    index("inbound_heard").on(table.platform, table.inGroup, table.receivedAt),
  ],
);

/** Nonces of callbacks, each with the one message that it may come with while it is remembered. */
export const nonces = pgTable(
  "nonces",
  {
    platform: text().$type<PlatformName>().notNull(),
    nonce: text().notNull(),
    messageId: text("message_id").notNull(),
    seenAt: instant("seen_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.platform, table.nonce] }), index("nonces_seen").on(table.seenAt)],
);

/** `rerouted`: its road did not reach the person, and other messages say the same in its place. */
export const NOTICE_STATES = ["waiting", "sent", "dead", "rerouted"] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

/** The outbox. A lane is one chat or person: within it, order is kept. */
export const notices = pgTable(
  "notices",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    lane: text().notNull(),
    platform: text().$type<PlatformName>().notNull(),
    target: jsonb().$type<Target>().notNull(),
    audience: jsonb().$type<StoredAudience>().notNull(),
    body: jsonb().$type<NoticeBody>().notNull(),
    issueId: integer("issue_id"),
    mention: jsonb().$type<readonly string[]>().notNull(),
    express: boolean().notNull(),
    state: text().$type<NoticeState>().notNull(),
    createdAt: instant("created_at").notNull(),
    readyAt: instant("ready_at").notNull(),
    attempts: integer().notNull(),
    partsSent: integer("parts_sent").notNull(),
    leaseUntil: instant("lease_until"),
    leaseOwner: text("lease_owner"),
    settledAt: instant("settled_at"),
    lastError: text("last_error"),
    platformKey: text("platform_key"),
    /** Milliseconds of pauses between its tries so far: time in which nobody could have tried it does not count. */
    retriedMs: integer("retried_ms").notNull().default(0),
    /** How often in a row it met a code that nobody knows. */
    unsure: integer().notNull().default(0),
    /** Of a dead one: since when the coordinator knows. */
    toldAt: instant("told_at"),
    /** The version of the issue that it tells of: what is pressed on it later was pressed on that. */
    issueVersion: integer("issue_version"),
  },
  (table) => [
    index("notices_lane")
      .on(table.platform, table.lane, table.express, table.id)
      .where(sql`${table.state} = 'waiting'`),
    index("notices_held").on(table.platform, table.lane).where(sql`${table.leaseOwner} is not null`),
    index("notices_ready")
      .on(table.platform, table.readyAt, table.lane, table.express)
      .where(sql`${table.state} = 'waiting'`),
    index("notices_dead").on(table.id).where(sql`${table.state} = 'dead'`),
    index("notices_untold").on(table.id).where(sql`${table.state} = 'dead' and ${table.toldAt} is null`),
    index("notices_key").on(table.platformKey),
    index("notices_issue").on(table.issueId, table.id).where(sql`${table.issueId} is not null`),
    index("notices_settled").on(table.state, table.settledAt).where(sql`${table.settledAt} is not null`),
  ],
);
