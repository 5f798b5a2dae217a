import type { Audience } from "../domain/issue/audience.ts";
import type { Issue, Standing } from "../domain/issue/issue.ts";
import { withTracked } from "../domain/park/park.ts";
import { type Dossier, readDossier } from "../issues/move.ts";
import { NOT_HERE } from "../messages/zh-cn/refusals.ts";
import { assistsOfIssues } from "../store/issues.ts";
import type { Reach } from "../store/search.ts";
import { type Conversation, type Reply, type Speaking, sentence } from "./conversation.ts";

export function notHere(): Reply {
  return sentence(NOT_HERE);
}

/** An issue that may be spoken of in this conversation. */
export async function findDossier(
  conversation: Pick<Speaking, "ctx" | "reader">,
  id: number,
  lock = false,
): Promise<Dossier | null> {
  const dossier = await readDossier(conversation.ctx, id, lock);
  return dossier !== null && maySpeakOf(conversation, dossier) ? dossier : null;
}

/** Whether this issue may be spoken of in this conversation. */
export function maySpeakOf({ reader }: Pick<Speaking, "reader">, { issue, involved }: Dossier): boolean {
  return reader.may(issue, involved.helpers);
}

/** Of these issues, those that may be spoken of here: by who leads, tracks and helps with each. */
export async function visible<One extends Standing & Pick<Issue, "id">>(
  { ctx, reader }: Pick<Conversation, "ctx" | "reader">,
  issues: readonly One[],
): Promise<readonly One[]> {
  const helpers = new Map<number, string[]>();
  if (reader.audience.kind === "department") {
    const ids = issues.map((issue) => issue.id);
    for (const { issueId, department } of await assistsOfIssues(ctx.db, ids)) {
      helpers.set(issueId, [...(helpers.get(issueId) ?? []), department]);
    }
  }
  return issues.filter((issue) => reader.may(issue, helpers.get(issue.id) ?? []));
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
