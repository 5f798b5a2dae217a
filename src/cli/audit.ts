import type { KeyObject } from "node:crypto";
import { openClock } from "../app.ts";
import { type Audited, auditFrom, type From, type Sound, audit as verify } from "../issues/audit.ts";
import { auditOrg } from "../issues/audit-org.ts";
import type { SoundSince } from "../issues/audit-since.ts";
import { signed } from "../issues/checkpoint.ts";
import { countsLine, RATE_WORDS } from "../messages/zh-cn/terms.ts";
import { hasRoomFor, readCheckpoint, writeCheckpoint } from "./audit/checkpoint-file.ts";
import { makeKeys, readKey } from "./audit/keys.ts";
import { type FromWords, readAuditWords } from "./audit/words.ts";
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

type Verified = Sound | SoundSince;
type Then = (verified: Verified, now: Date) => Promise<number>;

/** Looks from a checkpoint on that was signed with this key. */
async function lookFrom(told: ToldTerminal, { path, whole }: FromWords, key: KeyObject, then?: Then): Promise<number> {
  const checkpoint = await readCheckpoint(told, path, key);
  return typeof checkpoint === "number" ? checkpoint : look(told, { checkpoint, whole }, then);
}

/** Verifies the ledger and says what was found. `then`: what is to be done once it is sound. */
async function look(told: ToldTerminal, from: From | null, then?: Then): Promise<number> {
  return withLedger(told, async (db, config) => {
    // By the program's clock: what is due in the chat is due here.
    const clock = await openClock(config, db);
    const now = clock.now();
    const result: Audited = from === null ? await verify(db, now) : await auditFrom(db, now, from);
    if ("fault" in result) {
      const { seq, issue, what } = result.fault;
      told.complain(told.sentences.recordUnsound({ event: seq, issue, what }));
      return 1;
    }
    if ("misfit" in result) {
      const { kind, last, checkpoint } = result.misfit;
      told.complain(told.sentences.checkpointMisfits[kind](checkpoint, last));
      return 1;
    }
    const org = await auditOrg(db);
    if ("orgFault" in org) {
      told.complain(told.sentences.orgRecordUnsound(org.orgFault));
      return 1;
    }
    if (from !== null) told.say(told.sentences.checkpointFits(from.checkpoint));
    tell(told, result, { now: clock.now(), orgChanges: org.changes });
    return then?.(result, now) ?? 0;
  });
}

/** The last line is the one that is to be kept. */
function tell(
  { say, sentences }: ToldTerminal,
  verified: Verified,
  { now, orgChanges }: { readonly now: Date; readonly orgChanges: number },
): void {
  const { sealed, issues } = verified;
  const { events, block, hash, waiting, waitingSince } = sealed;
  const isWhole = "figures" in verified;
  say(isWhole ? sentences.recordSound(events) : sentences.soundSince(events - verified.checkpoint.events));
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
