import { and, asc, count, desc, eq, gt, isNotNull, isNull, lt, type SQL, sql } from "drizzle-orm";
import { FORGOTTEN } from "../domain/zh-cn-forgotten.ts";
import type { Db } from "./client.ts";
import { digestOf, plainDigestOf, type StoredEvent, sha256Of } from "./events.ts";
import { oneOf } from "./one-of.ts";
import { wholeRows } from "./record-json.ts";
import { issues } from "./schema.ts";
import { disclosures, type LookKind } from "./schema-record.ts";
import { forgottenPaths, type Veils, veiled, veilsFor } from "./veils.ts";
import { VOUCHED } from "./vouched.ts";

/** Who was shown what of an issue, and what of its record was forgotten: recorded and sealed beside its moves, and no move of it. */

export type Look = typeof disclosures.$inferSelect;

/** One look, of whatever issues. */
export type NewLook = Pick<Look, "kind" | "person" | "platform" | "chat" | "messageId" | "at">;

/** A statement takes no more than some ten thousand values. */
const NOTED_AT_ONCE = 1_000;

/** Notes that somebody was shown something of these issues; `unlessSince`: but for those of which he was shown it on a page since then. */
export async function recordDisclosures(
  db: Db,
  issueIds: readonly number[],
  look: NewLook,
  unlessSince: Date | null,
): Promise<void> {
  const known = unlessSince === null ? new Set<number>() : await shownSince(db, issueIds, look, unlessSince);
  const fresh = [...new Set(issueIds)].filter((id) => !known.has(id)).map((issueId) => ({ ...look, issueId }));
  for (let at = 0; at < fresh.length; at += NOTED_AT_ONCE) {
    await db.insert(disclosures).values(fresh.slice(at, at + NOTED_AT_ONCE));
  }
}

/**
 * Notes that contact data, and the companies behind the confidential ones, stand in a file now: of all issues, or of one company's.
 * In the database alone, as a ledger of a million would not be a list in memory. Gives how many issues that were.
 */
export async function recordExported(db: Db, by: Pick<Look, "person" | "at">, enterprise?: string): Promise<number> {
  const own = enterprise === undefined ? undefined : and(eq(issues.enterprise, enterprise), VOUCHED);
  const note = (kind: LookKind, which: SQL | undefined) =>
    db.execute(sql`insert into ${disclosures} (issue_id, kind, person, at)
      select ${issues.id}, ${kind}, ${by.person}, ${by.at.toISOString()}::timestamptz from ${issues}
      where ${which ?? sql`true`} order by ${issues.id}`);
  await note("contacts", own);
  await note("company", and(own, eq(issues.confidential, true)));
  return db.$count(issues, own);
}

async function shownSince(
  db: Db,
  issueIds: readonly number[],
  { person, kind }: NewLook,
  since: Date,
): Promise<ReadonlySet<number>> {
  if (issueIds.length === 0) return new Set();
  const his = and(eq(disclosures.person, person), eq(disclosures.kind, kind), isNull(disclosures.platform));
  const rows = await db
    .select({ id: disclosures.issueId })
    .from(disclosures)
    .where(and(oneOf(disclosures.issueId, issueIds), his, gt(disclosures.at, since)));
  return new Set(rows.map(({ id }) => id));
}

/** Notes that something of an issue's record was forgotten. `digests`: what each event, by its number, says since. */
export async function recordForgotten(
  db: Db,
  issueId: number,
  { by, at, digests }: { readonly by: string; readonly at: Date; readonly digests: Readonly<Record<string, string>> },
): Promise<void> {
  await db.insert(disclosures).values({ issueId, kind: "forgotten", person: by, at, data: digests });
}

/** The looks at an issue, the newest first, those before a number. */
export function looksOf(
  db: Db,
  issueId: number,
  { before, limit }: { readonly before: number | null; readonly limit: number },
): Promise<readonly Look[]> {
  const older = before === null ? undefined : lt(disclosures.id, before);
  return db
    .select()
    .from(disclosures)
    .where(and(eq(disclosures.issueId, issueId), older))
    .orderBy(desc(disclosures.id))
    .limit(limit);
}

/** What a look says, as a digest. */
function lookDigest({ id, issueId, kind, person, platform, chat, messageId, at, data }: Look, veils: Veils): string {
  return sha256Of(veiled({ id, issueId, kind, person, platform, chat, messageId, at, data }, veils));
}

/** A look that is sealed by a block. */
export type SealedLook = Pick<Look, "id"> & { readonly digest: string };

/** Takes looks that are in no block into this one, the oldest first. */
export async function sealLooks(tx: Db, block: number, limit: number): Promise<readonly SealedLook[]> {
  const waiting = await tx
    .select()
    .from(disclosures)
    .where(isNull(disclosures.block))
    .orderBy(asc(disclosures.id))
    .limit(limit);
  if (waiting.length === 0) return [];
  const sealed = waiting.map((look) => {
    const veils = veilsFor({ person: look.person }) ?? {};
    return { id: look.id, veils, digest: lookDigest(look, veils) };
  });
  await tx.execute(sql`update ${disclosures} v set digest = s.digest, veils = s.veils, block = ${block}::bigint
    from jsonb_to_recordset(${JSON.stringify(sealed)}::jsonb) as s(id bigint, digest text, veils jsonb) where v.id = s.id`);
  return sealed;
}

/** Looks by their numbers. */
export async function looksNumbered(db: Db, ids: readonly number[]): Promise<readonly Look[]> {
  if (ids.length === 0) return [];
  return wholeRows(db, disclosures, db.select().from(disclosures).where(oneOf(disclosures.id, ids)));
}

/** How many say that they are sealed. */
export async function countSealedLooks(db: Db): Promise<number> {
  const [row] = await db.select({ all: count() }).from(disclosures).where(isNotNull(disclosures.block));
  return row?.all ?? 0;
}

/** Whether a sealed look says what was sealed. `forgotten`: the looks of which the record says that who looked was forgotten. */
export function isLookSound(look: Look, forgotten: ReadonlySet<number>): boolean {
  const { id, veils, digest, person } = look;
  if (veils === null || digest === null || lookDigest(look, veils) !== digest) return false;
  return forgottenPaths(veils).length === 0 || (person === FORGOTTEN && forgotten.has(id));
}

/** By these a look is named among what was forgotten. */
const LOOK = /^look (\d+)$/u;

/** Notes that who these looks were by was forgotten, with the issue of each. */
export async function recordForgottenLooks(
  db: Db,
  looks: readonly Pick<Look, "id" | "issueId">[],
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<void> {
  for (const issueId of new Set(looks.map((one) => one.issueId))) {
    const own = looks.filter((one) => one.issueId === issueId);
    const digests = Object.fromEntries(own.map(({ id }) => [`look ${id}`, FORGOTTEN]));
    await recordForgotten(db, issueId, { by, at, digests });
  }
}

/** Those of these looks of which the record says that who looked was forgotten. */
export async function forgottenLooks(db: Db, looks: readonly Look[]): Promise<ReadonlySet<number>> {
  const touched = looks.filter(({ veils }) => forgottenPaths(veils).length > 0);
  const named = (await forgottenOf(db, touched)).flatMap((data) => Object.keys(data));
  return new Set(
    named.flatMap((name) => {
      const id = LOOK.exec(name)?.[1];
      return id === undefined ? [] : [Number(id)];
    }),
  );
}

/** What was noted as forgotten of the issues of these, the oldest first. */
async function forgottenOf(
  db: Db,
  about: readonly { readonly issueId: number }[],
): Promise<readonly Readonly<Record<string, string>>[]> {
  if (about.length === 0) return [];
  const ids = [...new Set(about.map(({ issueId }) => issueId))];
  const rows = await db
    .select({ data: disclosures.data })
    .from(disclosures)
    .where(and(oneOf(disclosures.issueId, ids), eq(disclosures.kind, "forgotten")))
    .orderBy(asc(disclosures.id));
  return rows.map(({ data }) => data ?? {});
}

/** What the record says that these events say since something in them was forgotten, by their numbers. */
export async function forgottenIn(db: Db, events: readonly StoredEvent[]): Promise<ReadonlyMap<number, string>> {
  const touched = events.filter((event) =>
    event.veils === null ? digestOf(event) !== event.digest : forgottenPaths(event.veils).length > 0,
  );
  const said = await forgottenOf(db, touched);
  return new Map(said.flatMap((one) => Object.entries(one).map(([seq, says]) => [Number(seq), says])));
}

/** Whether an event, of which something was forgotten, says what the record says that it says since. */
export function saysSince(event: StoredEvent, says: string | undefined): boolean {
  return says === plainDigestOf(event);
}
