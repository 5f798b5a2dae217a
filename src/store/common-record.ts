import { and, asc, count, eq, gt, isNotNull, isNull, sql } from "drizzle-orm";
import type { PlatformName } from "../domain/park/org.ts";
import type { Db } from "./client.ts";
import { contentOf, type SealedBeside, sha256Of } from "./events.ts";
import { type Change, whileForgetting } from "./forgetting.ts";
import { oneOf } from "./one-of.ts";
import { wholeRows } from "./record-json.ts";
import { commonEvents, commons } from "./schema-common.ts";
import {
  areCovered,
  forgottenPaths,
  isPersonal,
  type Veils,
  veiled,
  veilsAfter,
  veilsFor,
  withTexts,
} from "./veils.ts";

/** The record of common problems: who did what when, appended only, sealed beside the moves of the issues. */

export type CommonEvent = typeof commonEvents.$inferSelect;
export type NewCommonEvent = Omit<CommonEvent, "id" | "digest" | "veils" | "block">;

/** That words of events were taken away, with what each says since: it is no deed. */
export const FORGOTTEN_OF_COMMON = "forgotten";

function digestOf(event: NewCommonEvent, veils: Veils | null): string {
  const { commonId, version, action, actor, platform, messageId, at, data } = event;
  return sha256Of(veiled({ commonId, version, action, actor, platform, messageId, at, data }, veils));
}

/** The issues that an event tells of: those that were added, removed or reached. */
export function numbersTold({ data }: Pick<CommonEvent, "data">, key: "add" | "remove" | "reached"): readonly number[] {
  const list: unknown = data[key];
  return Array.isArray(list) ? list.filter((one) => typeof one === "number") : [];
}

/** Appends an event; the caller has its common problem locked. */
export async function appendCommonEvent(db: Db, event: NewCommonEvent): Promise<void> {
  const veils = veilsFor(contentOf(event));
  await db.insert(commonEvents).values({ ...event, veils, digest: digestOf(event, veils), block: null });
}

/** Whether somebody did anything about a common problem since then. */
export async function movedCommonsSince(
  db: Db,
  { platform, userId }: { readonly platform: PlatformName; readonly userId: string },
  since: Date,
): Promise<boolean> {
  const isTheirs = and(eq(commonEvents.platform, platform), sql`${commonEvents.actor} ->> 'userId' = ${userId}`);
  return (await db.$count(commonEvents, and(gt(commonEvents.at, since), isTheirs))) > 0;
}

/** The events of one, in their order. */
export function commonEventsOf(db: Db, commonId: number): Promise<readonly CommonEvent[]> {
  const query = db
    .select()
    .from(commonEvents)
    .where(eq(commonEvents.commonId, commonId))
    .orderBy(asc(commonEvents.version));
  return wholeRows(db, commonEvents, query);
}

/** Takes events that are in no block into this one, the oldest first. */
export async function sealCommons(tx: Db, block: number, limit: number): Promise<readonly SealedBeside[]> {
  const waiting = await tx
    .select({ id: commonEvents.id, digest: commonEvents.digest })
    .from(commonEvents)
    .where(isNull(commonEvents.block))
    .orderBy(asc(commonEvents.id))
    .limit(limit);
  if (waiting.length === 0) return [];
  const ids = waiting.map(({ id }) => id);
  await tx.update(commonEvents).set({ block }).where(oneOf(commonEvents.id, ids));
  return waiting;
}

/** Events by their numbers. */
export async function commonEventsNumbered(db: Db, ids: readonly number[]): Promise<readonly CommonEvent[]> {
  if (ids.length === 0) return [];
  return wholeRows(db, commonEvents, db.select().from(commonEvents).where(oneOf(commonEvents.id, ids)));
}

/** How many say that they are sealed. */
export async function countSealedCommons(db: Db): Promise<number> {
  const [row] = await db.select({ all: count() }).from(commonEvents).where(isNotNull(commonEvents.block));
  return row?.all ?? 0;
}

/** Whether an event says what was recorded. `own`: all events of its common problem, which say what was forgotten. */
export function isCommonEventSound(event: CommonEvent, own: readonly CommonEvent[]): boolean {
  if (digestOf(event, event.veils) !== event.digest) return false;
  if (forgottenPaths(event.veils).length === 0) return true;
  const says = own
    .filter(({ action }) => action === FORGOTTEN_OF_COMMON)
    .map(({ data }) => saysOf(data)[event.version])
    .findLast((one) => one !== undefined);
  return says === digestOf(event, null) && areCovered(contentOf(event), event.veils);
}

function saysOf(data: CommonEvent["data"]): Readonly<Record<string, unknown>> {
  const { digests } = data;
  return typeof digests === "object" && digests !== null ? { ...digests } : {};
}

/** The texts of a common problem that somebody may stand in. */
const TEXTS = ["title", "measure", "progress", "closing", "answer", "createdBy"] as const;

/** Takes words out of everything that is kept of common problems, and records that they went. */
export async function forgetInCommons(
  tx: Db,
  change: Change,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<void> {
  const all = await tx.select().from(commons).orderBy(asc(commons.id)).for("update");
  for (const common of all) {
    const changed = (await commonEventsOf(tx, common.id)).flatMap((event) => forgotten(event, change));
    const texts = Object.fromEntries(TEXTS.flatMap((name) => changedText(common[name], name, change)));
    if (changed.length === 0 && Object.keys(texts).length === 0) continue;
    await whileForgetting(tx, async () => {
      for (const { id, actor, data, veils } of changed)
        await tx.update(commonEvents).set({ actor, data, veils }).where(eq(commonEvents.id, id));
    });
    const version = common.version + 1;
    const digests = Object.fromEntries(changed.map((event) => [event.version, digestOf(event, null)]));
    const noted = { commonId: common.id, version, action: FORGOTTEN_OF_COMMON, actor: { name: by }, data: { digests } };
    await appendCommonEvent(tx, { ...noted, platform: null, messageId: null, at });
    await tx
      .update(commons)
      .set({ ...texts, version })
      .where(and(eq(commons.id, common.id), eq(commons.version, common.version)));
  }
}

function changedText(text: string | null, name: string, change: Change): readonly (readonly [string, string])[] {
  const after = text === null ? null : change(text, name);
  return after === null || after === text ? [] : [[name, after]];
}

/** The event without these words; nothing where it has none of them. */
function forgotten(event: CommonEvent, change: Change): readonly CommonEvent[] {
  const before = contentOf(event);
  // What the digest is made of as it stands cannot go.
  const after = withTexts(before, (text, path) => (isPersonal(path) ? change(text, path) : text));
  if (event.veils === null || sha256Of(after) === sha256Of(before)) return [];
  return [{ ...event, ...after, veils: veilsAfter(event.veils, before, after) }];
}
