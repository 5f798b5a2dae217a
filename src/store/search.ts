import { and, arrayContains, desc, eq, ilike, inArray, type SQL, sql } from "drizzle-orm";
import type { Issue, Listed } from "../domain/issue/issue.ts";
import type { Db } from "./client.ts";
import { gramsOf } from "./grams.ts";
import { LISTED, ofDepartments, toListed } from "./issues.ts";
import { plannedAnew } from "./planned-anew.ts";
import { columnsReader } from "./record-json.ts";
import { issueGrams, issues } from "./schema.ts";
import { VOUCHED } from "./vouched.ts";

/** Issues by the words of their texts. */

/** Where an issue must stand for somebody to find it: a first sieve, whose finds are looked at again for who reads them. */
export type Reach =
  | { readonly kind: "all" }
  | { readonly kind: "chat"; readonly chat: string }
  | { readonly kind: "departments"; readonly departments: readonly string[] }
  | { readonly kind: "enterprise"; readonly enterprise: string };

/** What is found by its text: the text is read as well, because not everybody reads the same of it. */
export type Found = Listed & Pick<Issue, "text">;

const foundColumns = columnsReader(issues, [...LISTED, "text"]);

/** The newest `limit` issues whose text holds all of these words, in any case of its letters. */
export async function searchIssues(
  db: Db,
  words: readonly string[],
  reach: Reach,
  limit: number,
): Promise<readonly Found[]> {
  const holds = words.map((word) => ilike(issues.text, `%${word.replace(/[\\%_]/g, "\\$&")}%`));
  const where = and(withinReach(db, reach), withGrams(db, words), ...holds);
  const rest = sql`where ${where} order by ${desc(issues.id)} limit ${limit}`;
  return plannedAnew(db, async (tx) => (await foundColumns(tx, rest)).map(toListed));
}

/** Where an index knows something of the words: a single character has none. */
function withGrams(db: Db, words: readonly string[]): SQL | undefined {
  const grams = [...new Set(words.flatMap(gramsOf))];
  if (grams.length === 0) return undefined;
  const found = db.select({ id: issueGrams.issueId }).from(issueGrams).where(arrayContains(issueGrams.grams, grams));
  return inArray(issues.id, found);
}

/** A reach as a condition. */
function withinReach(db: Db, reach: Reach): SQL | undefined {
  switch (reach.kind) {
    case "all":
      return undefined;
    case "chat":
      return and(eq(issues.publicIn, reach.chat), eq(issues.confidential, false));
    case "departments":
      return ofDepartments(db, reach.departments);
    case "enterprise":
      return and(eq(issues.enterprise, reach.enterprise), VOUCHED);
  }
}
