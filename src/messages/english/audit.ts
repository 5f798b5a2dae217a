import { counted } from "./doctor.ts";
import { IN_LANGUAGE } from "./tools.ts";

/** What the tool `audit` says, in English. The type of it is what the Chinese form has to say. */

export const AUDIT_EN = {
  auditUsage: `How to use it:
  npm run audit -- verify                              recomputes the chain of the record, and every issue and figure of the ledger from it
  npm run audit -- key DIR                             makes an auditor's pair of keys
  npm run audit -- checkpoint FILE --key PRIVATE.pem   verifies, then signs into FILE how far the record is sound
  npm run audit -- verify --from FILE --key PUBLIC.pem verifies what came behind that checkpoint
  npm run audit -- verify --fingerprint TEXT [--key PUBLIC.pem]   verifies, and that the record still holds what a month's fingerprint tells of; TEXT is its line in quotes, or a file with it
verify and checkpoint take --from FILE; with --whole everything is recomputed all the same, and has to fit the checkpoint.
${IN_LANGUAGE}`,

  recordUnsound: ({ event, issue, what }: AuditFault) => {
    const where = [...(event === null ? [] : [`event ${event}`]), ...(issue === null ? [] : [`issue #${issue}`])];
    return `The record and the ledger are not sound. ${where.length === 0 ? "" : `${where.join(", ")}: `}${what}.`;
  },
  orgRecordUnsound: ({ seq, what }: { readonly seq: number | null; readonly what: string }) =>
    `The record of the org is not sound. ${seq === null ? "" : `Change ${seq}: `}${what}.`,
  orgRecordSound: (changes: number) =>
    `The record of the org is sound: ${counted(changes, "change")}, unaltered and in order, and the org in force is the one recorded last.`,
  recordSound: (events: number) => `The record is sound: ${events} event(s), in their order and unaltered.`,
  ledgerAgrees: (issues: number) => `The ledger agrees with it: ${issues} issue(s), field by field, and every figure:`,
  /** Beside the events: who was shown what; and of so many events something was forgotten. */
  looksSound: (looks: number, forgotten: number) =>
    `So ${looks === 1 ? "is the entry" : "are the entries"} of who was shown what and what was forgotten: ${looks}. In ${counted(forgotten, "event")} words were forgotten; the rest of each is as it was recorded.`,
  keepOutside: () => "Keep this outside of the database, as proof against a chain that was rewritten as a whole:",
  /** `late`: since when the oldest waits, when that is longer than it should take. */
  notSealed: (waiting: number, late: string | null) =>
    late === null
      ? `The last ${waiting} of them are not sealed yet: that takes a second.`
      : `The last ${waiting} of them are not sealed yet, the oldest since ${late}: the program seals them when it runs. If it does run, look at its log.`,
  lastBlock: (block: number, events: number, hash: string) => `  block ${block}, ${events} event(s): ${hash}`,

  checkpointFits: ({ at, block, events }: CheckpointWords) =>
    `The checkpoint of ${at} fits: block ${block} with ${counted(events, "event")} up to it is the one that was signed.`,
  soundSince: (events: number) =>
    `Since then the record is sound: ${counted(events, "event")} more, in their order and unaltered; before, as many as there were.`,
  agreesSince: (issues: number) =>
    `The ledger agrees with it in ${counted(issues, "issue")} in which something happened since, field by field and from the first event on.`,
  leftToCheckpoint: ({ at, events }: CheckpointWords, others: number) =>
    `Not looked at again, as of the checkpoint of ${at}: the other events up to there, ${events} in all; ${counted(others, "other issue")}; every figure. With --whole everything is.`,
  /** Why a record does not hold the block that was signed; `last`: where its seals end. */
  checkpointMisfits: {
    another: ({ at }: CheckpointWords) =>
      `The checkpoint of ${at} is of another record than the one in this database, or this one was made anew as a whole. Look whether DATABASE_URL or DATA_DIR names the right database.`,
    "set-back": ({ at, block }: CheckpointWords, last: number) =>
      `The database was set back: its seals end at block ${last}, and the checkpoint of ${at} has seen block ${block}. What was recorded in between is gone.`,
    "went-another-way": ({ at, block }: CheckpointWords) =>
      `Block ${block} is not the one that was signed in the checkpoint of ${at}: the database was set back to before it and went on from there, or its record was rewritten.`,
  },
  checkpointSigned: (path: string, block: number, events: number) =>
    `${path} is signed: up to block ${block}, ${counted(events, "event")}. Keep it where nobody of the database can write.`,
  nothingToSign: () => "Nothing is sealed yet, so there is nothing to sign.",
  checkpointOtherKey: (path: string) => `${path} was signed with another key than the one that is given.`,
  checkpointChanged: (path: string) => `${path} was changed after it was signed.`,

  fingerprintFits: ({ month, at, block, events }: FingerprintWords) =>
    `The fingerprint of ${month}, made ${at}, fits: up to block ${block} the record has the ${counted(events, "event")} that it had then.`,
  signatureNotLookedAt: () =>
    "Its signature was not looked at, because no key was given: it says as much as the paper or message that it was copied from.",
  /** Why a record does not hold what the fingerprint tells of; `last`: where its seals end. */
  fingerprintMisfits: {
    another: ({ month }: FingerprintWords) =>
      `The fingerprint of ${month} is of another record than the one in this database: the whole database was exchanged or made anew, or DATABASE_URL or DATA_DIR names another one.`,
    "set-back": ({ month, block }: FingerprintWords, last: number) =>
      `The database was set back: its seals end at block ${last}, and the fingerprint of ${month} has seen block ${block}. What was recorded in between is gone.`,
    "went-another-way": ({ month, block }: FingerprintWords) =>
      `Up to block ${block} the record is not the one that the fingerprint of ${month} tells of: something in it was changed, removed or inserted, and the chain computed anew.`,
  },
  noFingerprintIn: (path: string | null) =>
    path === null
      ? "That is no whole fingerprint: copy its line from the month report from chaxu-fingerprint-1 to its end, in quotes."
      : `${path} holds no fingerprint: give the line from the month report in quotes, or a file with it.`,
  fingerprintChanged: () => "The fingerprint was changed after it was signed, or is not copied whole.",
  fingerprintOtherKey: (key: string) =>
    `The fingerprint was signed with another key (${key}) than the one that is given.`,

  keysMade: (own: string, open: string) =>
    `${own} is the private key, for whoever signs alone. ${open} is the public one, for whoever verifies.`,
  auditFileThere: (path: string) => `${path} is there already and is left as it is: take another name.`,
  auditFileUnread: (path: string, code: string) => `${path} cannot be read (${code}).`,
  noCheckpointIn: (path: string) => `${path} is no checkpoint.`,
  checkpointOfLater: (path: string) => `${path} is a checkpoint of another version of Chaxu: verify it with that one.`,
  /** Why a file cannot be the key that is wanted. */
  noKeyIn: {
    none: (path: string) => `${path} holds no key: a PEM file is wanted, as npm run audit -- key makes it.`,
    "another-kind": (path: string) => `${path} is a key of another kind: an Ed25519 key is wanted.`,
    private: (path: string) =>
      `${path} is the private key: here the public one is wanted. Who verifies should not have the private one.`,
    public: (path: string) => `${path} is the public key: the private one is wanted to sign.`,
    locked: (path: string) => `${path} is protected with a password: a key without one is wanted.`,
  },
};

export type AuditWords = typeof AUDIT_EN;

export interface AuditFault {
  readonly event: number | null;
  readonly issue: number | null;
  readonly what: string;
}

/** A fingerprint as it is told of. */
export interface FingerprintWords extends CheckpointWords {
  readonly month: string;
}

/** A checkpoint as it is told of. */
export interface CheckpointWords {
  readonly at: string;
  readonly block: number;
  readonly events: number;
}
