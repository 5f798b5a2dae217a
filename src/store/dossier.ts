import { sql } from "drizzle-orm";
import type { Assist, Issue, Request, Supervision } from "../domain/issue/issue.ts";
import type { Db } from "./client.ts";
import { toIssue } from "./issues.ts";
import { prepared } from "./prepared.ts";
import { fromRecord } from "./record-json.ts";
import { assists, issues, requests } from "./schema.ts";
import { supervisions } from "./schema-supervision.ts";

/** An issue with everything that stands beside it. */
export interface StoredDossier {
  readonly issue: Issue;
  /** Oldest first. */
  readonly requests: readonly Request[];
  readonly assists: readonly Assist[];
  /** Those that are not answered yet, oldest first. */
  readonly supervisions: readonly Supervision[];
  /** The company that its reporter says he is from; null for one who says none. */
  readonly says: string | null;
}

interface Row {
  readonly issue: object;
  readonly requests: readonly object[] | null;
  readonly assists: readonly object[] | null;
  readonly supervisions: readonly object[] | null;
  readonly says: string | null;
}

const id = sql`${sql.placeholder("id")}::int`;

const reading = prepared<Row>(
  "dossier",
  () => sql`select to_json(i) as issue,
    (select json_agg(r order by r.id) from requests r where r.issue_id = i.id) as requests,
    (select json_agg(a order by a.department) from assists a where a.issue_id = i.id) as assists,
    (select json_agg(s order by s.id) from supervisions s where s.issue_id = i.id and s.answered_at is null) as supervisions,
    (select c.enterprise from contacts c
      where c.platform = i.reporter_platform and c.user_id = i.reporter_user_id) as says
    from issues i where i.id = ${id}`,
);

const locking = prepared("lock_issue", () => sql`select from issues where id = ${id} for update`);

/** Reads it in one statement. Null: there is no such issue. */
export async function readStoredDossier(db: Db, id: number): Promise<StoredDossier | null> {
  const [row] = await reading(db, { id });
  if (row === undefined) return null;
  const { issue, says } = row;
  return {
    issue: toIssue(fromRecord(issues, issue)),
    requests: (row.requests ?? []).map((one) => fromRecord(requests, one)),
    assists: (row.assists ?? []).map((one) => fromRecord(assists, one)),
    supervisions: (row.supervisions ?? []).map((one) => fromRecord(supervisions, one)),
    says,
  };
}

/** As `readStoredDossier`, with the lock of the issue: until the transaction ends, nobody else moves it. */
export async function lockDossier(db: Db, id: number): Promise<StoredDossier | null> {
  // Two statements: what the second reads is as the one left it whom the first waited for.
  const [, dossier] = await Promise.all([locking(db, { id }), readStoredDossier(db, id)]);
  return dossier;
}
