import type { KeyObject } from "node:crypto";
import { openClock } from "../app.ts";
import { type Audited, auditFrom, type From, type Sound, audit as verify } from "../issues/audit.ts";
import type { Fault, OnWalked } from "../issues/audit-chain.ts";
import { auditOrg } from "../issues/audit-org.ts";
import type { Misfit, SoundSince } from "../issues/audit-since.ts";
import { signed } from "../issues/checkpoint.ts";
import { asCheckpoint } from "../issues/fingerprint.ts";
import { countsLine, RATE_WORDS } from "../messages/zh-cn/terms.ts";
import { countEvents } from "../store/blocks.ts";
import type { Db } from "../store/client.ts";
import { countIssues } from "../store/figures.ts";
import { hasRoomFor, readCheckpoint, writeCheckpoint } from "./audit/checkpoint-file.ts";
import { readGivenFingerprint } from "./audit/fingerprint.ts";
import { makeKeys, readKey } from "./audit/keys.ts";
import { type FromWords, readAuditWords } from "./audit/words.ts";
import { progressOf } from "./progress.ts";
import { runIfStarted, type Terminal, type ToldTerminal, toldIn, withLedger } from "./terminal.ts";

/** `npm run audit -- …`: the record recomputed, and how far it is sound signed with an auditor's own key. */

export async function audit(terminal: Terminal): Promise<number> {
  const told = toldIn(terminal, (words) => words.auditUsage);
  if (typeof told === "number") return told;
  const wanted = readAuditWords(told.words);
  if ("misused" in wanted) {
    told.complain(told.sentences.misused(wanted));
    told.complain(told.sentences.auditUsage);
    return 2;
  }
  if (wanted.verb === "key") return makeKeys(told, wanted.folder);
  if (wanted.verb === "checkpoint") return makeCheckpoint(told, wanted);
  if (wanted.verb === "compare") return compare(told, wanted.fingerprint, wanted.key);
  const { from } = wanted;
  if (from === null) return look(told, null);
  const key = await readKey(told, from.key, "public");
  return key === null ? 2 : lookFrom(told, from, key);
}

/** Signs how far the record is sound, once that is verified. */
async function makeCheckpoint(
  told: ToldTerminal,
  wanted: { readonly path: string; readonly key: string; readonly from: FromWords | null },
): Promise<number> {
  const { path, from } = wanted;
  const key = await readKey(told, wanted.key, "private");
  if (key === null || !(await hasRoomFor(told, path))) return 2;
  const sign = async ({ sealed }: Verified, now: Date) => {
    const { block, chained } = sealed;
    if (block === 0 && chained === 0) {
      told.complain(told.sentences.nothingToSign());
      return 1;
    }
    const checkpoint = signed(sealed, now, key);
    await writeCheckpoint(path, checkpoint);
    told.say(told.sentences.checkpointSigned(path, block, checkpoint.events));
    return 0;
  };
  return from === null ? look(told, null, sign) : lookFrom(told, from, key, sign);
}

/** Verifies the whole, which has to hold what a month's fingerprint tells of. */
async function compare(told: ToldTerminal, given: string, keyPath: string | null): Promise<number> {
  const key = keyPath === null ? null : await readKey(told, keyPath, "public");
  if (keyPath !== null && key === null) return 2;
  const fingerprint = await readGivenFingerprint(told, given, key);
  if (typeof fingerprint === "number") return fingerprint;
  const { sentences } = told;
  return look(told, {
    from: async (db) => ({ checkpoint: await asCheckpoint(db, fingerprint), whole: true }),
    misfit: ({ kind, last }) => sentences.fingerprintMisfits[kind](fingerprint, last),
    fits: [sentences.fingerprintFits(fingerprint), ...(key === null ? [sentences.signatureNotLookedAt()] : [])],
  });
}

type Verified = Sound | SoundSince;
type Then = (verified: Verified, now: Date) => Promise<number>;

/** What the record has to fit, and what is said when it does not, and when it does. */
interface Held {
  readonly from: (db: Db) => Promise<From>;
  readonly misfit: (misfit: Misfit) => string;
  readonly fits: readonly string[];
}

/** Looks from a checkpoint on that was signed with this key. */
async function lookFrom(told: ToldTerminal, { path, whole }: FromWords, key: KeyObject, then?: Then): Promise<number> {
  const checkpoint = await readCheckpoint(told, path, key);
  if (typeof checkpoint === "number") return checkpoint;
  const held: Held = {
    from: async () => ({ checkpoint, whole }),
    misfit: ({ kind, last }) => told.sentences.checkpointMisfits[kind](checkpoint, last),
    fits: [told.sentences.checkpointFits(checkpoint)],
  };
  return look(told, held, then);
}

/** Verifies the ledger and says what was found. `then`: what is to be done once it is sound. */
async function look(told: ToldTerminal, held: Held | null, then?: Then): Promise<number> {
  return withLedger(told, async (db, config) => {
    // By the program's clock: what is due in the chat is due here.
    const clock = await openClock(config, db);
    const now = clock.now();
    const from = held === null ? null : await held.from(db);
    const result = await watched(told, db, from, (onWalked) =>
      from === null ? verify(db, now, onWalked) : auditFrom(db, now, from, onWalked),
    );
    if ("fault" in result) return faulty(told, result.fault);
    if ("misfit" in result) {
      if (held !== null) told.complain(held.misfit(result.misfit));
      return 1;
    }
    const orgChanges = await orgChangesIn(told, db);
    if (orgChanges === null) return 1;
    for (const sentence of held?.fits ?? []) told.say(sentence);
    tell(told, result, { now: clock.now(), orgChanges });
    return then?.(result, now) ?? 0;
  });
}

/** How many changes of the org are recorded. Null: one of them is not as it was, which is said. */
async function orgChangesIn({ complain, sentences }: ToldTerminal, db: Db): Promise<number | null> {
  const org = await auditOrg(db);
  if (!("orgFault" in org)) return org.changes;
  complain(sentences.orgRecordUnsound(org.orgFault));
  return null;
}

/** Shows how far it is: first the events, then the issues. */
async function watched(
  told: ToldTerminal,
  db: Db,
  from: From | null,
  work: (onWalked: OnWalked) => Promise<Audited>,
): Promise<Audited> {
  const events = await countEvents(db);
  const total = from === null || from.whole ? events + (await countIssues(db)) : events - from.checkpoint.events;
  const progress = progressOf(told, told.sentences.verifying(), Math.max(0, total));
  try {
    return await work(progress.add);
  } finally {
    progress.end();
  }
}

function faulty({ complain, sentences }: ToldTerminal, { seq, issue, what }: Fault): number {
  complain(sentences.recordUnsound({ event: seq, issue, what }));
  return 1;
}

/** The last line is the one that is to be kept. */
function tell(
  { say, sentences }: ToldTerminal,
  verified: Verified,
  { now, orgChanges }: { readonly now: Date; readonly orgChanges: number },
): void {
  const { sealed, issues } = verified;
  const { events, block, hash, waiting, waitingSince, looks, forgotten } = sealed;
  const isWhole = "figures" in verified;
  say(isWhole ? sentences.recordSound(events) : sentences.soundSince(events - verified.checkpoint.events));
  if (looks > 0 || forgotten > 0) say(sentences.looksSound(looks, forgotten));
  if (waiting > 0) say(sentences.notSealed(waiting, lateSince(waitingSince, now)));
  if (isWhole) {
    const { counts, rates } = verified.figures;
    say(sentences.ledgerAgrees(issues));
    say(`  ${countsLine(counts)}`);
    say(`  ${rates.map(({ name, part, whole }) => `${RATE_WORDS[name]} ${part}/${whole}`).join("　")}`);
  } else {
    say(sentences.agreesSince(issues));
    say(sentences.leftToCheckpoint(verified.checkpoint, verified.others));
  }
  if (orgChanges > 0) say(sentences.orgRecordSound(orgChanges));
  say(sentences.keepOutside());
  say(sentences.lastBlock(block, events - waiting, hash));
}

/** What a running program seals within seconds. */
const SEALED_WITHIN_MS = 60_000;

/** Null: it is not late. */
function lateSince(since: Date | null, now: Date): string | null {
  return since !== null && now.getTime() - since.getTime() > SEALED_WITHIN_MS ? since.toISOString() : null;
}

await runIfStarted(import.meta.url, audit);
