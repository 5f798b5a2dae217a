import type { DueBasis } from "../domain/issue/due-basis.ts";
import { type Actor, type Issue, isVoid } from "../domain/issue/issue.ts";
import type { MoveFacts } from "../domain/notice/notice.ts";
import { appendEvent } from "../store/events.ts";
import { endCheck, setCheck } from "../store/looks.ts";
import type { Context, Source } from "./context.ts";

/** Appends a move to the record: what was announced, and what it changed in the issue's row, so that the row can be recomputed. */
export async function record(
  ctx: Context,
  issue: Issue,
  entry: {
    readonly facts: MoveFacts;
    readonly from: Issue["state"] | null;
    readonly actor: Actor;
    readonly source: Source;
    readonly row: Partial<Issue>;
    readonly basis?: DueBasis | undefined;
  },
): Promise<void> {
  const { facts, from, actor, source, row, basis } = entry;
  await appendEvent(ctx.db, {
    issueId: issue.id,
    version: issue.version,
    action: facts.action,
    fromState: from,
    toState: issue.state,
    actor: { ...actor },
    platform: source.platform,
    messageId: source.messageId,
    at: ctx.now,
    data: plain({ ...facts, row: plain(row), basis }),
  });
}

/** Without what is not there: JSON has no undefined, and the digest must be that of what is stored. */
function plain(facts: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

/** A moved issue is looked at with the next sweep, which finds out when to look again. What is over is not. */
export async function watch({ db, now }: Context, issue: Issue): Promise<void> {
  if (issue.state === "closed" || isVoid(issue.state)) await endCheck(db, issue.id);
  else await setCheck(db, issue.id, now);
}
