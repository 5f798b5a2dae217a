import type { Conversation } from "../../chat/conversation.ts";
import type { Issue, Request } from "../../domain/issue/issue.ts";
import { type RoutingReason, reasonText } from "../../domain/issue/routing.ts";
import { routeIn } from "../../domain/routing/decide.ts";
import { type Dossier, foreseen } from "../../issues/move.ts";
import type { Reader } from "../../messages/reader.ts";
import { ADVICE, AFTERWARDS, becauseOf } from "../../messages/zh-cn/board-issue.ts";

/** To whom an issue could be given, and what a decision about a request comes to, for who is about to do it. */

/** A unit that may be the right one. */
export interface Suggested {
  readonly department: string;
  /** The words that speak for it; "" where nothing is known any more. */
  readonly why: string;
}

/** The units that the bot suggests while an issue waits to be given to one, as 派单 12 1 counts them. */
export function suggestedFor({ issue, requests }: Dossier, { park }: Reader): readonly Suggested[] {
  if (issue.state !== "submitted") return [];
  const reasons = reasonsIn(issue, park);
  const returned = requests.findLast(({ kind, state }) => kind === "return" && state === "approved");
  const known = issue.suggestions.filter((code) => park.directory.department(code) !== undefined);
  return known.map((department) => {
    const reason = reasons.get(department);
    if (returned?.department === department) return { department, why: ADVICE.proposed };
    return { department, why: reason === undefined ? "" : becauseOf(reasonText(reason)) };
  });
}

function reasonsIn({ text }: Issue, park: Reader["park"]): ReadonlyMap<string, RoutingReason> {
  const routing = routeIn(text, park);
  const all = routing.kind === "sure" ? [routing] : routing.suggestions;
  return new Map(all.map(({ department, reason }) => [department.code, reason]));
}

/** A request that waits, and what its decision comes to. */
export interface Decidable {
  readonly request: Request;
  /** Null: it cannot be granted as things stand. */
  readonly ifApproved: string | null;
  readonly ifRefused: string;
}

/** The request that waits for a decision; null: there is none. */
export function decidableOf({ ctx, actor, reader }: Conversation, dossier: Dossier): Decidable | null {
  const request = dossier.requests.find(({ state }) => state === "pending");
  if (request === undefined) return null;
  const { issue } = dossier;
  const after = foreseen(ctx, dossier, { action: "approve", actor, input: {} });
  const due = issue.due === null ? null : reader.dateTime(issue.due);
  const unit = issue.department === null ? null : reader.department(issue.department);
  return {
    request,
    ifApproved: after === null ? null : outcomeOf(issue, after, reader),
    ifRefused: AFTERWARDS.stays(unit, due),
  };
}

function outcomeOf(before: Issue, after: Issue, reader: Reader): string {
  const dated = (at: Date | null) => (at === null ? null : reader.dateTime(at));
  if (after.state === "on_hold" && after.reviewAt !== null) return AFTERWARDS.held(reader.dateTime(after.reviewAt));
  if (after.state === "submitted") {
    const [first] = after.suggestions;
    return AFTERWARDS.backToOffice(first === undefined ? null : reader.department(first));
  }
  if (after.department !== null && after.department !== before.department)
    return AFTERWARDS.given(reader.department(after.department), dated(after.due));
  return AFTERWARDS.newDue(dated(after.due) ?? "", dated(before.due));
}
