import { type SQL, sql } from "drizzle-orm";
import {
  type Issue,
  OPEN_STATES,
  type Reporter,
  type RequestKind,
  type State,
  type SupervisionNumber,
} from "../domain/issue/issue.ts";
import type { Absence, Duty } from "../domain/park/roster.ts";
import type { Db } from "./client.ts";
import { prepared } from "./prepared.ts";
import type { Asked } from "./questions.ts";
import type { Reach } from "./search.ts";
import { written } from "./states.ts";
import { VOUCHED } from "./vouched.ts";

/** Everything that decides what a message means and who hears of it, in one statement. */

/** An issue that somebody's words may be about, with what decides who may do what with it. */
export interface Seen
  extends Pick<Issue, "id" | "state" | "urgency" | "confidential" | "enterprise" | "publicIn" | "department" | "text"> {
  readonly reporter: Reporter;
  /** The company that is looked for raised it lately. */
  readonly isRecent: boolean;
  /** It waits for that company since the open question was asked. */
  readonly isNewer: boolean;
  /** What was answered to that company, while it is asked whether that is so. */
  readonly answer: string | null;
  /** Of the pending request. */
  readonly request: RequestKind | null;
  /** The departments that help with it; none where they were not asked for. */
  readonly helpers: readonly string[];
  /** The 批示 and 督办 that are not answered yet; none where no department speaks. */
  readonly owes: readonly SupervisionNumber[];
  /** How many units are suggested for it, while it waits to be dispatched. */
  readonly suggested: number;
}

/** Which issues are read when there are more than anybody has in mind. */
export interface Wanted {
  /** Read whatever their state is, before all others. */
  readonly numbers: readonly number[];
  /** This company's come next. */
  readonly company: string | null;
  /** Then those in these states, and those with a request. */
  readonly waiting: readonly State[];
  /** Of those that are closed: since when. */
  readonly since: Date;
  /** From when on one of this company counts as recent. */
  readonly recent: Date;
  readonly helpers: boolean;
}

/** Who speaks where, and when. */
export interface Speaking {
  readonly asked: Asked;
  /** Since when a question is open. */
  readonly questionSince: Date;
  readonly now: Date;
}

export interface Scene {
  /** The open question, as it was kept; null where none is. */
  readonly question: unknown;
  readonly issues: readonly Seen[];
  /** There may be more that may be spoken of than were read. */
  readonly isFull: boolean;
  readonly onDuty: readonly Duty[];
  readonly away: readonly Absence[];
  /** The company that the speaker says he is from, as far as he is no known person; null: none. */
  readonly says: string | null;
  /** The theme day that is held now. */
  readonly themeDay: { readonly id: number; readonly chat: string | null } | null;
}

const value = sql.placeholder;
/** More than anybody has in mind: of a company's, and of the park's. Written into the statement, whose plan may not depend on it. */
const MOST_READ = { company: 40, staff: 80 };
type Speaks = keyof typeof MOST_READ;
const MOST = { company: sql.raw(String(MOST_READ.company)), staff: sql.raw(String(MOST_READ.staff)) };

const moment = (name: string) => sql`${value(name)}::timestamptz`;
const OPEN = sql`state in (${written(OPEN_STATES)})`;

const ownCompany = sql`enterprise = ${value("company")}::text`;
const isClosed = sql`closed_at >= ${moment("since")}`;
const isWaiting = sql`state = any(${value("waiting")}::text[])`;
const departments = sql`any(${value("departments")}::text[])`;

/** Where an issue stands that may be spoken of. `also`: what an index finds otherwise. */
const WITHIN: Readonly<Record<Reach["kind"], { readonly is: SQL; readonly also?: SQL }>> = {
  all: { is: sql`true` },
  chat: { is: sql`public_in = ${value("chat")}::text and not confidential` },
  enterprise: { is: sql`enterprise = ${value("enterprise")}::text and ${VOUCHED}` },
  departments: {
    is: sql`department = ${departments}`,
    also: sql`exists (select 1 from assists a where a.issue_id = i.id and a.department = ${departments})`,
  },
};

/** So many of those with a request, and of those that a department helps with, are looked through, the newest first. */
const LOOKED_THROUGH = sql.raw("200");

/** Each of the parts is found by an index and is cut by itself, so that a long ledger costs no more than a short one. */
function candidates(kind: Reach["kind"], speaks: Speaks): SQL {
  const { is, also } = WITHIN[kind];
  const first = (where: SQL, by = sql`id`) =>
    sql`(select id from issues where ${is} and ${where} order by ${by} desc limit ${MOST[speaks]})`;
  const own = [
    first(sql`${ownCompany} and ${OPEN}`),
    first(sql`${ownCompany} and ${OPEN} and ${isWaiting}`),
    first(sql`${ownCompany} and ${isClosed}`, sql`closed_at`),
  ];
  const helped = sql`(select i.id from issues i join (
      select issue_id from assists where department = ${departments} order by issue_id desc limit ${LOOKED_THROUGH}
    ) a on a.issue_id = i.id where i.${OPEN} or i.${isClosed})`;
  const pressed = sql`(select i.id from supervisions s join issues i on i.id = s.issue_id
      where s.answered_at is null and i.department = ${departments} order by s.id desc limit ${MOST[speaks]})`;
  const parts = [
    sql`select i.id from issues i where i.id = any(${value("numbers")}::int[]) and (${also === undefined ? is : sql`${is} or ${also}`})`,
    ...(speaks === "company" ? own : [first(sql`${isWaiting} and ${OPEN}`)]),
    first(sql`${OPEN} and id = any(array(
      select issue_id from requests where state = 'pending' order by issue_id desc limit ${LOOKED_THROUGH}
    ))`),
    first(OPEN),
    first(isClosed, sql`closed_at`),
    ...(also === undefined ? [] : [helped, pressed]),
  ];
  return sql.join(parts, sql` union `);
}

const speaker = sql`platform = ${value("platform")}::text and user_id = ${value("userId")}::text`;
const isAsked = sql`${speaker} and chat_id = ${value("chatId")}::text and asked_at > ${moment("questionSince")}`;
const askedAt = sql`select asked_at from questions where ${isAsked}`;

function issuesWithin(kind: Reach["kind"], speaks: Speaks): SQL {
  return sql`
    select json_agg(json_build_array(
      c.id, c.state, c.urgency, c.confidential, c.enterprise, c.public_in, c.department, c.text,
      c.reporter_name, c.reporter_platform, c.reporter_user_id, c.reporter_verified,
      c.own and c.submitted_at > ${moment("recent")},
      coalesce(c.own and c.told_at > (${askedAt}), false), c.request,
      case when ${value("helpers")}::boolean then (
        select json_agg(a.department order by a.department) from assists a where a.issue_id = c.id
      ) end,
      case when ${value("helpers")}::boolean then (
        select json_agg(json_build_array(s.kind, s.year, s.number) order by s.id)
        from supervisions s where s.issue_id = c.id and s.answered_at is null
      ) end,
      c.suggested, c.answer
    ) order by c.place)
    from (
      select f.*, row_number() over (order by f.named desc, f.own desc, f.waits desc, f.id desc) as place from (
        select i.id, i.state, i.urgency, i.confidential, i.enterprise, i.public_in, i.department, i.text,
          i.reporter_name, i.reporter_platform, i.reporter_user_id, i.reporter_verified, i.submitted_at, r.kind as request,
          case i.state when 'answered' then i.answered_at when 'waiting' then i.paused_at end as told_at,
          case when i.state = 'submitted' then jsonb_array_length(i.suggestions) else 0 end as suggested,
          case when i.state = 'answered' and i.enterprise = ${value("company")}::text then i.public_answer end as answer,
          i.id = any(${value("numbers")}::int[]) as named,
          coalesce(i.enterprise = ${value("company")}::text, false) as own,
          i.state = any(${value("waiting")}::text[]) or r.kind is not null as waits
        from issues i
        left join lateral (
          select kind from requests q where q.issue_id = i.id and q.state = 'pending' limit 1
        ) r on true
        where i.id = any(array(${candidates(kind, speaks)}))
      ) f order by place limit ${MOST[speaks]}
    ) c`;
}

function sceneOf(issues: SQL): SQL {
  const holds = sql`since <= ${moment("now")}`;
  return sql`select
    (select question from questions where ${isAsked}) as question,
    (${issues}) as issues,
    (select json_agg(json_build_array(department, person, since, until) order by id) from duties
      where ${holds} and (until is null or until > ${moment("now")})) as duties,
    (select json_agg(json_build_array(person, substitute, since, until) order by id) from absences
      where ${holds} and until > ${moment("now")}) as absences,
    (select enterprise from contacts where ${speaker}) as says,
    (select json_build_array(id, chat) from sessions where state = 'running' order by started_at desc limit 1) as running`;
}

type Cells = readonly [
  id: number,
  state: State,
  urgency: Issue["urgency"],
  confidential: boolean,
  enterprise: string,
  publicIn: string | null,
  department: string | null,
  text: string,
  name: string,
  platform: Reporter["platform"],
  userId: string,
  verified: boolean,
  isRecent: boolean,
  isNewer: boolean,
  request: RequestKind | null,
  helpers: readonly string[] | null,
  owes: readonly (readonly [SupervisionNumber["kind"], number, number])[] | null,
  suggested: number,
  answer: string | null,
];

interface Row {
  readonly question: unknown;
  readonly issues: readonly Cells[] | null;
  readonly duties: readonly (readonly [string, string, string, string | null])[] | null;
  readonly absences: readonly (readonly [string, string, string, string])[] | null;
  readonly says: string | null;
  readonly running: readonly [number, string | null] | null;
}

const reader = (kind: Reach["kind"], speaks: Speaks) =>
  prepared<Row>(`scene_${kind}_${speaks}`, () => sceneOf(issuesWithin(kind, speaks)));
const readersFor = (speaks: Speaks) => ({
  all: reader("all", speaks),
  chat: reader("chat", speaks),
  enterprise: reader("enterprise", speaks),
  departments: reader("departments", speaks),
});
const readers = { company: readersFor("company"), staff: readersFor("staff") };
const withoutIssues = prepared<Row>("scene_none", () => sceneOf(sql`null::json`));

/** Reads it. `reach`: where an issue stands that may be spoken of; null: none may. */
export async function readScene(
  db: Db,
  { asked, questionSince, now }: Speaking,
  reach: Reach | null,
  { since, recent, ...wanted }: Wanted,
): Promise<Scene> {
  const speaks = wanted.company === null ? "staff" : "company";
  const read = reach === null ? withoutIssues : readers[speaks][reach.kind];
  const [row] = await read(db, {
    ...asked,
    ...reach,
    ...wanted,
    questionSince: questionSince.toISOString(),
    now: now.toISOString(),
    since: since.toISOString(),
    recent: recent.toISOString(),
  });
  if (row === undefined) throw new Error("a statement without a table has one row");
  return {
    question: row.question,
    issues: (row.issues ?? []).map(seenOf),
    isFull: (row.issues ?? []).length >= MOST_READ[speaks],
    onDuty: (row.duties ?? []).map(([department, person, from, until]) => ({
      department,
      person,
      since: new Date(from),
      until: until === null ? null : new Date(until),
    })),
    away: (row.absences ?? []).map(([person, substitute, from, until]) => ({
      person,
      substitute,
      since: new Date(from),
      until: new Date(until),
    })),
    says: row.says,
    themeDay: row.running === null ? null : { id: row.running[0], chat: row.running[1] },
  };
}

function seenOf(cells: Cells): Seen {
  const [id, state, urgency, confidential, enterprise, publicIn, department, text, ...more] = cells;
  const [name, platform, userId, verified, isRecent, isNewer, request, helpers, pressed, suggested, answer] = more;
  const reporter = { name, platform, userId, verified };
  const seen = { id, state, urgency, confidential, enterprise, publicIn, department, text };
  const owes = (pressed ?? []).map(([kind, year, number]) => ({ kind, year, number }));
  return { ...seen, reporter, isRecent, isNewer, request, helpers: helpers ?? [], owes, suggested, answer };
}
