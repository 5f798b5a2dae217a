import type { Audience } from "../domain/issue/audience.ts";
import { type Issue, isStaff, type Standing } from "../domain/issue/issue.ts";
import { partiesOf } from "../domain/issue/lifecycle.ts";
import { involvedIn, withTracked } from "../domain/park/park.ts";
import { type Dossier, readDossier } from "../issues/move.ts";
import { NOT_HERE } from "../messages/zh-cn/refusals.ts";
import { assistsOfIssues } from "../store/issues.ts";
import type { Reach } from "../store/search.ts";
import { type Conversation, type Reply, type Speaking, sentence } from "./conversation.ts";

export function notHere(): Reply {
  return sentence(NOT_HERE);
}

/** Who hears what is said, and who has asked for it; a message that goes of itself has nobody. */
type Hearing = Pick<Speaking, "ctx" | "reader"> & Partial<Pick<Speaking, "actor">>;

/** An issue that may be spoken of in this conversation. */
export async function findDossier(conversation: Hearing, id: number, lock = false): Promise<Dossier | null> {
  const dossier = await readDossier(conversation.ctx, id, lock);
  return dossier !== null && maySpeakOf(conversation, dossier) ? dossier : null;
}

/** Whether this issue may be spoken of in this conversation. */
export function maySpeakOf(hearing: Hearing, dossier: Dossier): boolean {
  return mayHearOf(hearing, dossier.issue, dossier.involved.helpers);
}

/**
 * The same of an issue with these helpers. What its company took back is public in no group of companies any more: there it is spoken of
 * to that company alone, since it may have been taken back to be raised in confidence, and what the office is told everybody reads.
 */
export function mayHearOf(
  { ctx, reader, actor }: Hearing,
  issue: Standing & Pick<Issue, "state">,
  helpers: readonly string[],
): boolean {
  if (!reader.may(issue, helpers)) return false;
  if (reader.audience.kind !== "enterprise" || issue.state !== "withdrawn") return true;
  if (actor === undefined || isStaff(actor)) return false;
  return partiesOf(actor, issue, involvedIn(ctx.park, issue, helpers)).includes("company");
}

/** Of these issues, those that may be spoken of here: by who leads, tracks and helps with each. */
export async function visible<One extends Standing & Pick<Issue, "id" | "state">>(
  hearing: Hearing,
  issues: readonly One[],
): Promise<readonly One[]> {
  const { ctx, reader } = hearing;
  const helpers = new Map<number, string[]>();
  if (reader.audience.kind === "department") {
    const ids = issues.map((issue) => issue.id);
    for (const { issueId, department } of await assistsOfIssues(ctx.db, ids)) {
      helpers.set(issueId, [...(helpers.get(issueId) ?? []), department]);
    }
  }
  return issues.filter((issue) => mayHearOf(hearing, issue, helpers.get(issue.id) ?? []));
}

/** Where an issue must stand to be spoken of in this conversation: a first sieve; null where there is none. */
export function reachOf({ reader: { audience }, ctx }: Pick<Conversation, "reader" | "ctx">): Reach | null {
  switch (audience.kind) {
    case "enterprise":
      return { kind: "chat", chat: audience.chat };
    case "company":
      return companyReach(audience);
    case "department":
      return { kind: "departments", departments: withTracked(ctx.park, audience.department) };
    case "coordinator":
    case "supervision":
      return { kind: "all" };
  }
}

function companyReach({ actor }: Extract<Audience, { kind: "company" }>): Reach | null {
  return actor.enterprise === undefined ? null : { kind: "enterprise", enterprise: actor.enterprise };
}
