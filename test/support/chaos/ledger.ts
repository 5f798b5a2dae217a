import { asc } from "drizzle-orm";
import { audit } from "../../../src/issues/audit.ts";
import type { Db } from "../../../src/store/client.ts";
import { inbound, issues, notices } from "../../../src/store/schema.ts";
import { events } from "../../../src/store/schema-record.ts";
import type { LedgerNotice, Records } from "./records.ts";

type Ledger = Pick<Records, "issues" | "events" | "inbound" | "notices" | "auditFault">;

/** What the program has written down, and whether its audit finds it whole. */
export async function readLedger(db: Db, now: Date): Promise<Ledger> {
  const audited = await audit(db, now);
  const came = await db.select({ messageId: inbound.messageId, doneAt: inbound.doneAt }).from(inbound);
  const told = await db.select().from(notices).orderBy(asc(notices.id));
  return {
    auditFault: "fault" in audited ? JSON.stringify(audited.fault) : null,
    issues: await db.select({ id: issues.id, text: issues.text }).from(issues),
    events: await db
      .select({ issueId: events.issueId, action: events.action, messageId: events.messageId })
      .from(events)
      .orderBy(asc(events.seq)),
    inbound: came.map(({ messageId, doneAt }) => ({ messageId, done: doneAt !== null })),
    notices: told.map(
      ({ id, issueId, target, state, body }): LedgerNotice => ({
        id,
        issueId,
        target: JSON.stringify(target),
        state,
        tells: tellingOf(body),
      }),
    ),
  };
}

/** An announcement's action, a digest's kind and slot; of others their kind. */
function tellingOf(body: { readonly kind: string }): string {
  const facts: unknown = "facts" in body ? body.facts : undefined;
  if (typeof facts !== "object" || facts === null) return body.kind;
  if (body.kind === "digest" && "kind" in facts && "to" in facts) return `digest ${facts.kind} ${facts.to}`;
  return "action" in facts ? `${body.kind} ${facts.action}` : body.kind;
}
