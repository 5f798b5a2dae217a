import type { Db } from "../store/client.ts";
import { CHAIN_START, linkOf } from "../store/events.ts";
import { ORG_TEXT, type OrgChange, orgChangeDigest, orgChangesAfter, textDigest } from "../store/org-changes.ts";
import { readSetting } from "../store/settings.ts";

/** The record of the org: every change unaltered and in its place, and the org in force the one that was recorded last. */

/** What is wrong, and with which change. */
export interface OrgFault {
  readonly seq: number | null;
  readonly what: string;
}

const PAGE = 200;

/** The first fault, or how many changes the sound record has. Without any there is nothing to be held against: an older program recorded none. */
export function auditOrg(db: Db): Promise<AuditedOrg> {
  return db.transaction(walk, { isolationLevel: "repeatable read", accessMode: "read only" });
}

type AuditedOrg = { readonly orgFault: OrgFault } | { readonly changes: number };

async function walk(db: Db): Promise<AuditedOrg> {
  let last: Pick<OrgChange, "seq" | "hash"> = { seq: 0, hash: CHAIN_START };
  let inForce: string | null = null;
  for (;;) {
    const page = await orgChangesAfter(db, last.seq, PAGE);
    for (const change of page) {
      if (change.seq !== last.seq + 1) return fault(last.seq + 1, "it is missing");
      if (orgChangeDigest(change) !== change.digest) return fault(change.seq, "its content is not what was recorded");
      if (linkOf(change.previous, change.digest) !== change.hash)
        return fault(change.seq, "its hash is not made of its content");
      if (change.previous !== last.hash) return fault(change.seq, `it does not continue change ${last.seq}`);
      last = change;
      if (change.place !== "export") inForce = change.text;
    }
    if (page.length < PAGE) break;
  }
  const text = await readSetting(db, ORG_TEXT);
  // What an older program put in force it did not record.
  const isOther = inForce !== null && !(typeof text === "string" && textDigest(text) === inForce);
  return isOther ? fault(null, "the org in force is not the one that was recorded last") : { changes: last.seq };
}

function fault(seq: number | null, what: string): { readonly orgFault: OrgFault } {
  return { orgFault: { seq, what } };
}
