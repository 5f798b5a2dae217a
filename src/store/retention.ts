import { and, isNotNull, lt, notExists, type SQL, sql } from "drizzle-orm";
import { getTableConfig, type PgTable } from "drizzle-orm/pg-core";
import { answered } from "./answered.ts";
import type { Db } from "./client.ts";
import { inbound, issues, nonces, notices } from "./schema.ts";
import { signInLinks, signInStates } from "./schema-board.ts";
import { questions } from "./schema-conversations.ts";
import { budgets, cards, gaps } from "./schema-roads.ts";
import { reminders } from "./schema-supervision.ts";
import { isOpen, stateIs } from "./states.ts";

/** What is not kept for ever. Issues and events are: nothing here touches them. */

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

interface Rule {
  readonly table: PgTable;
  readonly keptMs: number;
  /** Which rows are old when this moment is past. */
  readonly old: (db: Db, before: Date) => SQL | undefined;
}

const settled = (state: "sent" | "rerouted" | "dead") => (_: Db, before: Date) =>
  and(stateIs(notices.state, state), isNotNull(notices.settledAt), lt(notices.settledAt, before));

const RULES: readonly Rule[] = [
  // WeCom promises that a nonce does not come twice within two hours.
  { table: nonces, keptMs: DAY_MS, old: (_, before) => lt(nonces.seenAt, before) },
  // A little longer than the 30 days in which no message is taken twice.
  {
    table: inbound,
    keptMs: 31 * DAY_MS,
    old: (_, before) => and(lt(inbound.receivedAt, before), isNotNull(inbound.doneAt)),
  },
  // Long after a question is over, so that what somebody wrote is not kept by it.
  { table: questions, keptMs: HOUR_MS, old: (_, before) => sql`${questions.askedAt} <= ${before.toISOString()}` },
  { table: signInLinks, keptMs: DAY_MS, old: (_, before) => lt(signInLinks.endsAt, before) },
  { table: signInStates, keptMs: DAY_MS, old: (_, before) => lt(signInStates.endsAt, before) },
  // No budget looks back further than an hour.
  {
    table: budgets,
    keptMs: DAY_MS,
    old: (_, before) => sql`not (${before.getTime()}::bigint < any(${budgets.tries}))`,
  },
  // A card stays in its chat, and what is pressed on it names its issue also when it is forgotten here.
  { table: cards, keptMs: 90 * DAY_MS, old: (_, before) => lt(cards.sentAt, before) },
  // Later nobody asks when messages may have been missed.
  { table: gaps, keptMs: 90 * DAY_MS, old: (_, before) => lt(gaps.endedAt, before) },
  // What the bot said is in its chat; who quotes it later is understood by the number in it.
  { table: notices, keptMs: 90 * DAY_MS, old: settled("sent") },
  { table: notices, keptMs: 90 * DAY_MS, old: settled("rerouted") },
  // As long as somebody may still want it sent again.
  { table: notices, keptMs: 365 * DAY_MS, old: settled("dead") },
  // Of what is over nobody is reminded again.
  {
    table: reminders,
    keptMs: 180 * DAY_MS,
    old: (db, before) =>
      and(
        lt(reminders.givenAt, before),
        notExists(openOf(db, sql`${reminders.scope} = 'issue' and ${reminders.subject}`)),
      ),
  },
];

function openOf(db: Db, subject: SQL) {
  return db
    .select({ id: issues.id })
    .from(issues)
    .where(and(sql`${subject} = ${issues.id}`, isOpen(issues)));
}

/** So many rows go at once, so that nobody waits for it, and so often at one time: the rest goes at the next. */
const BATCH = 500;
const MOST_BATCHES = 40;

/** Forgets what is older than its rule says, in small batches. Gives how many rows that was. */
export async function forgetOld(db: Db, now: Date): Promise<number> {
  let forgotten = 0;
  for (const rule of await rulesWithOld(db, now)) {
    for (let batch = 0; batch < MOST_BATCHES; batch++) {
      const count = await forgetSome(db, rule);
      forgotten += count;
      if (count < BATCH) break;
    }
  }
  return forgotten;
}

interface Applied {
  readonly name: ReturnType<typeof sql.identifier>;
  readonly isOld: SQL | undefined;
}

/** One look for all of them, since mostly nothing is old. */
async function rulesWithOld(db: Db, now: Date): Promise<readonly Applied[]> {
  const all = RULES.map(({ table, keptMs, old }) => ({
    name: sql.identifier(getTableConfig(table).name),
    isOld: old(db, new Date(now.getTime() - keptMs)),
  }));
  const looks = all.map(({ name, isOld }) => sql`exists (select from ${name} where ${isOld})`);
  const asked = await db.execute(sql`select array[${sql.join(looks, sql`, `)}] as old`);
  const [row] = answered<{ readonly old: readonly boolean[] }>(asked);
  return all.filter((_, index) => row?.old[index] === true);
}

async function forgetSome(db: Db, { name, isOld }: Applied): Promise<number> {
  const some = sql`select ctid from ${name} where ${isOld} limit ${sql.raw(String(BATCH))}`;
  // In a table of several partitions a place is that of several rows.
  const result = await db.execute(sql`with gone as (
      delete from ${name} where ctid = any(array(${some})) and ${isOld} returning 1
    ) select count(*)::int as count from gone`);
  return answered<{ readonly count: number }>(result)[0]?.count ?? 0;
}
