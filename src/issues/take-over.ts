import { comeBy, keyOf, outlookOf } from "../domain/issue/due.ts";
import { CLOCK_ACTOR, type Issue, isOpen } from "../domain/issue/issue.ts";
import { type LifeStep, lifeOf } from "../domain/issue/taken-over.ts";
import { appendEvent } from "../store/events.ts";
import { insertIssue } from "../store/issues.ts";
import { giveReminders, setCheck } from "../store/looks.ts";
import { keepKey, withNumber } from "../store/taken-over.ts";
import type { Context } from "./context.ts";

/** An issue that comes from a list: filed as it stands, recorded as taken over, and told to nobody. */

export interface TakenOver {
  readonly issue: Omit<Issue, "id" | "version">;
  /** What makes it the same in every copy of its list. */
  readonly key: string;
  /** The number that it had in a ledger of this kind: it has it again where nobody else has. */
  readonly number: number | null;
  readonly from: ListedAt;
}

/** Where it stood. */
export interface ListedAt {
  readonly file: string;
  readonly sheet: string;
  readonly line: number;
  /** Its number there, as it was written. */
  readonly number: string | null;
}

/** In the transaction of the caller. */
export async function takeOver(ctx: Context, { issue: fields, key, number, from }: TakenOver): Promise<Issue> {
  const { db } = ctx;
  const life = lifeOf(fields);
  const filed = { ...fields, version: life.length };
  const issue = await withNumber(db, number, () => insertIssue(db, filed));
  await keepKey(db, issue.id, key);
  let before: LifeStep | null = null;
  for (const [index, step] of life.entries()) {
    // The list says how it stands and not how it came to that: with the first of its events all of it is so.
    const row = index === 0 ? fields : {};
    const says = { ...step, from: before?.to ?? null, version: index + 1 };
    await appendEvent(db, eventOf(issue, says, { row, takenOver: { at: ctx.now.toISOString(), ...from } }));
    before = step;
  }
  if (isOpen(issue)) await awaitNext(ctx, issue);
  return issue;
}

function eventOf(
  { id: issueId }: Issue,
  {
    action,
    at,
    from,
    to,
    version,
    text,
    rating,
  }: LifeStep & { readonly from: Issue["state"] | null; readonly version: number },
  data: Record<string, unknown>,
) {
  const said = { ...(text === undefined ? {} : { text }), ...(rating === undefined ? {} : { rating }) };
  const facts = { action, actor: CLOCK_ACTOR.name, byCompany: false, state: to, ...said };
  return {
    issueId,
    version,
    action,
    fromState: from,
    toState: to,
    actor: { ...CLOCK_ACTOR },
    platform: null,
    messageId: null,
    at,
    // Without what is not there, as JSON keeps it.
    data: { ...JSON.parse(JSON.stringify({ ...facts, ...data })) },
  };
}

/** What has come by now counts as given: nobody is reminded of what was late before it came here, but of what comes due from now on. */
async function awaitNext({ db, park, now }: Context, issue: Issue): Promise<void> {
  const considered = { issue, assists: [], given: new Map<string, Date>() };
  const come = comeBy(considered, park, now);
  await giveReminders(
    db,
    come.map(({ entry, about, deadline }) => {
      return { scope: "issue" as const, subject: issue.id, rung: entry.name, about, deadline, givenAt: now };
    }),
  );
  const given = new Map(come.map((step) => [keyOf(step), now]));
  await setCheck(db, issue.id, outlookOf({ ...considered, given }, park, now).next);
}
