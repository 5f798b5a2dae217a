import pg from "pg";
import { openDatabase } from "../../src/store/client.ts";
import { CHAIN_START, digestOf, linkOf, type NewEvent, sealOf } from "../../src/store/events.ts";
import { keepSearchIndex } from "../../src/store/search-index.ts";
import { writeSetting } from "../../src/store/settings.ts";
import { MIGRATIONS } from "../support/store.ts";
import { searchedWords } from "./searches.ts";

/** A ledger of a size: closed issues mostly, each with its events, sealed, and what was told about it. */

export const COMPANIES = 2_000;
export const DEPARTMENTS = 50;
export const GROUPS = 50;
/** So many are open, whatever the size. */
const OPEN = 2_000;
/** They were raised within ten days. */
const OPEN_MS = 10 * 86_400_000;
/** A Wednesday morning, the last of the ledger's days. */
export const NOW = new Date("2026-12-09T02:00:00Z");
/** It grew in so many days. */
const DAYS = 1_000;
const DAY_MS = 86_400_000;
const AT_ONCE = 5_000;
const IN_A_BLOCK = 1_000;
const RARE = 7;

/** What was filled. */
export interface Filled {
  /** The number of an open issue of the first company, the first department and the first group. */
  readonly open: number;
  /** How long the index of the words took, in milliseconds. */
  readonly indexedIn: number;
}

/** Fills an empty database. `events`: with what was recorded, which a search does not look at. */
export async function fillLedger(url: string, size: number, { events = true } = {}): Promise<Filled> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("set synchronous_commit = off");
    await client.query("alter table issues disable trigger all; alter table events disable trigger all");
    await fillIssues(client, size);
    if (events) await fillEvents(client, size);
    const indexedIn = await indexWords(url);
    await client.query("alter table issues enable trigger all; alter table events enable trigger all");
    await client.query("vacuum analyze");
    const { rows } = await client.query(
      "select id from issues where enterprise = 'c1' and department = 'd1' and public_in = 'g1' and state = 'dispatched' order by id desc limit 1",
    );
    return { open: rows[0].id, indexedIn };
  } finally {
    await client.end();
  }
}

/** As the start behind an upgrade does it. */
async function indexWords(url: string): Promise<number> {
  const database = { databaseUrl: url, dataDir: "", migrationsFolder: MIGRATIONS };
  const { db, close } = await openDatabase(database);
  await writeSetting(db, "searchIndex", 0);
  await close();
  const began = performance.now();
  await (await openDatabase({ ...database, prepare: keepSearchIndex })).close();
  return performance.now() - began;
}

async function fillIssues(client: pg.Client, size: number): Promise<void> {
  // Every fiftieth is of the first department, every two-thousandth of the first company; of the open ones some are of both.
  const isOpen = `(g > ${size - OPEN})`;
  const apart = `case when ${isOpen} then ${OPEN_MS / OPEN} else ${Math.floor((DAYS * DAY_MS) / size)} end`;
  const at = `(timestamptz '${NOW.toISOString()}' - (${size} - g) * interval '1 ms' * ${apart})`;
  const company = `(case when ${isOpen} and g % 40 = 0 then 1 else g % ${COMPANIES} + 1 end)`;
  const department = `(case when ${isOpen} and g % 40 = 0 then 1 else g % ${DEPARTMENTS} + 1 end)`;
  const group = `(case when ${isOpen} and g % 40 = 0 then 1 else g % ${GROUPS} + 1 end)`;
  const text = `'三车间从早上起' || case when g % 10 = 0 then '停电' else '漏水' end || '，请尽快处理，编号' || g
    || case when g % ${Math.ceil(size / RARE)} = 0 then '，罕见之词' else '' end || ${searchedWords(size)}`;
  await client.query(`insert into issues (id, version, state, outcome, title, text, pictures, category, urgency, confidential, enterprise,
      reporter_name, reporter_platform, reporter_user_id, reporter_verified, public_in, department, level, rework, suggestions,
      submitted_at, dispatch_due, dispatched_at, sign_due, signed_at, answered_at, closed_at, due, first_due, handling_minutes, rating, paused_minutes)
    select g, case when ${isOpen} then 1 else 2 end, case when ${isOpen} then 'dispatched' else 'closed' end,
      case when ${isOpen} then null else 'solved' end, '三车间', ${text}, 0, 'power', 'normal', false, 'c' || ${company},
      '联络员', 'wecom', 'liaison' || ${company}, true, 'g' || ${group}, 'd' || ${department}, 0, 0, '[]',
      ${at}, ${at} + interval '4 hours', ${at}, ${at} + interval '4 hours',
      case when ${isOpen} then null else ${at} + interval '1 hour' end, case when ${isOpen} then null else ${at} + interval '1 day' end,
      case when ${isOpen} then null else ${at} + interval '2 days' end, ${at} + interval '5 days', ${at} + interval '5 days',
      case when ${isOpen} then null else 60 + g % 3000 end, case when ${isOpen} or g % 3 = 0 then null else 5 end, 0
    from generate_series(1, ${size}) g`);
  await client.query("insert into numbers (series, last) values ('issue', $1)", [size]);
  await client.query(`insert into checks (issue_id, at, failures)
    select id, timestamptz '${NOW.toISOString()}' + interval '1 day', 0 from issues where state = 'dispatched'`);
  await client.query(`insert into notices (lane, platform, target, audience, body, issue_id, mention, express, state, created_at, ready_at,
      attempts, parts_sent, settled_at, platform_key)
    select 'chat:wecom:department1', 'wecom', '{"kind":"chat","code":"d1"}', '{"kind":"department","department":"d1"}',
      '{"kind":"reply","card":null}', id, '[]', false, 'sent', submitted_at, submitted_at, 1, 1, submitted_at, 'key' || id from issues`);
}

/** Two of each closed issue and one of each open one, as the program would have written and sealed them. */
async function fillEvents(client: pg.Client, size: number): Promise<void> {
  let rows: object[] = [];
  let sealed: { seq: number; hash: string }[] = [];
  let block = 0;
  let previous = (await client.query("select hash from blocks order by id desc limit 1")).rows[0].hash;
  let seq = 0;
  const flush = async () => {
    await client.query(`insert into events select * from jsonb_populate_recordset(null::events, $1::jsonb)`, [
      JSON.stringify(rows),
    ]);
    rows = [];
  };
  const seal = async () => {
    const hash = sealOf(previous, sealed);
    const seqs = JSON.stringify(sealed.map((one) => one.seq));
    block += 1;
    await client.query(
      "insert into blocks (id, previous, hash, count, seqs, sealed_at) values ($1, $2, $3, $4, $5, $6)",
      [block, previous, hash, sealed.length, seqs, NOW],
    );
    previous = hash;
    sealed = [];
  };
  for (let issueId = 1; issueId <= size; issueId++) {
    let before = CHAIN_START;
    for (const event of movesOf(issueId, issueId > size - OPEN, new Date(NOW.getTime() - (size - issueId) * 1_000))) {
      const digest = digestOf(event);
      const hash = linkOf(before, digest);
      const { fromState, toState, messageId } = event;
      const names = { issue_id: issueId, from_state: fromState, to_state: toState, message_id: messageId };
      rows.push({ ...event, ...names, seq: ++seq, digest, previous: before, hash });
      sealed.push({ seq, hash });
      before = hash;
      if (rows.length >= AT_ONCE) await flush();
      if (sealed.length >= IN_A_BLOCK) await seal();
    }
  }
  if (rows.length > 0) await flush();
  if (sealed.length > 0) await seal();
  await client.query("select setval('events_seq_seq', $1)", [seq]);
}

function movesOf(issueId: number, isOpen: boolean, at: Date): readonly NewEvent[] {
  const said = { issueId, platform: "wecom", at, data: { text: "三车间停电" } };
  const submitted = { ...said, version: 1, action: "submit", fromState: null, toState: "dispatched" };
  const actor = { kind: "person", name: "联络员" };
  const first = { ...submitted, actor, messageId: `m${issueId}` };
  const solved = { version: 2, action: "solved", fromState: "answered", toState: "closed", messageId: `n${issueId}` };
  return isOpen ? [first] : [first, { ...said, ...solved, actor }];
}
