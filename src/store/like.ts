import { and, desc, eq, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import { searchableOf } from "../domain/searchable.ts";
import type { Db } from "./client.ts";
import { anyOf, ofTerm } from "./grams.ts";
import { LISTED, toListed } from "./issues.ts";
import { columnsReader } from "./record-json.ts";
import { issues } from "./schema.ts";
import { issueGrams } from "./schema-search.ts";
import type { Found } from "./search.ts";
import { isOpen, stateIs } from "./states.ts";
import { VOUCHED } from "./vouched.ts";

/**
 * What may be like a text: of the newest issues of a kind those that have one of its pairs of characters. So many are looked through,
 * by an index that holds that kind alone, so that a long ledger costs no more than a short one.
 */

/** Among which issues like ones are looked for. */
export type Among =
  | { readonly kind: "all" }
  /** Those that are public in a group. */
  | { readonly kind: "chat"; readonly chat: string }
  | { readonly kind: "enterprise"; readonly enterprise: string };

/** So many of them are looked through: for a message, which somebody waits for, fewer. */
const LOOKED_THROUGH: Readonly<Record<Among["kind"], SQL>> = {
  all: sql.raw("500"),
  chat: sql.raw("100"),
  enterprise: sql.raw("100"),
};
const MOST_FOUND = sql.raw("40");

const columns = columnsReader(issues, [...LISTED, "text"]);

/** Open ones, the newest first. `pairs`: of which one is in their texts, as `Likeness` gives them. */
export async function openLike(db: Db, pairs: readonly string[], among: Among): Promise<readonly Found[]> {
  const newest = sql`select ${issues.id} from ${issues} where ${and(isOpen(issues), isAmong(among))}
    order by ${desc(issues.id)} limit ${LOOKED_THROUGH[among.kind]}`;
  return having(db, pairs, newest);
}

/**
 * Answers that a company has confirmed, or put up with, of what these departments led: the newest closed first. What was confidential
 * serves nobody else.
 */
export async function answeredLike(
  db: Db,
  pairs: readonly string[],
  departments: readonly string[],
): Promise<readonly Found[]> {
  const each = departments.map(
    (code) =>
      sql`(select ${issues.id} from ${issues} where ${and(
        eq(issues.department, code),
        isNotNull(issues.closedAt),
        stateIs(issues.state, "closed"),
        inArray(issues.outcome, ["solved", "explained"]),
        isNotNull(issues.publicAnswer),
        eq(issues.confidential, false),
      )} order by ${desc(issues.closedAt)} limit ${LOOKED_THROUGH.all})`,
  );
  return each.length === 0 ? [] : having(db, pairs, sql.join(each, sql` union all `));
}

/** Of the issues that a statement gives those that have one of the pairs. */
async function having(db: Db, pairs: readonly string[], newest: SQL): Promise<readonly Found[]> {
  const terms = new Set(pairs.map(searchableOf).filter((pair) => pair.length > 1));
  if (terms.size === 0) return [];
  const one = sql.param(anyOf([...terms].map(ofTerm)));
  // One by one: joined, the pairs of all issues might be gone through.
  const has = sql`(select g.grams @@ ${one}::tsquery from ${issueGrams} g where g.issue_id = n.id)`;
  const found = sql`select n.id from (${newest}) n where ${has} limit ${MOST_FOUND}`;
  const rows = await columns(db, sql`where ${inArray(issues.id, sql`(${found})`)} order by ${desc(issues.id)}`);
  return rows.map(toListed);
}

function isAmong(among: Among): SQL | undefined {
  switch (among.kind) {
    case "all":
      return undefined;
    case "chat":
      return sql`${issues.publicIn} = ${among.chat} and not ${issues.confidential}`;
    case "enterprise":
      return sql`${issues.enterprise} = ${among.enterprise} and ${VOUCHED}`;
  }
}
