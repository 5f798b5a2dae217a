import { and, desc, eq, or, type SQL, sql } from "drizzle-orm";
import type { Issue, Listed } from "../domain/issue/issue.ts";
import { type Asked, askedFor } from "./board-list.ts";
import type { Db } from "./client.ts";
import { allOf, anyOf, ofCompany, ofGroup, ofTerm } from "./grams.ts";
import { LISTED, ofDepartments, toListed } from "./issues.ts";
import { oneOf } from "./one-of.ts";
import { columnsReader } from "./record-json.ts";
import { issues } from "./schema.ts";
import { issueGrams } from "./schema-search.ts";
import { VOUCHED } from "./vouched.ts";

/** Issues by the words of their texts: what may be found by whom, and what is read of it. src/store/search-hits.ts finds it. */

/** Where an issue must stand for somebody to find it: a first sieve, whose finds are looked at again for who reads them. */
export type Reach =
  | { readonly kind: "all" }
  | { readonly kind: "chat"; readonly chat: string }
  | { readonly kind: "departments"; readonly departments: readonly string[] }
  | { readonly kind: "enterprise"; readonly enterprise: string };

/** What is looked for: every term, as it is searched (src/domain/searchable.ts). */
export interface Term {
  readonly text: string;
  /** The companies that are called so: what they raised holds the term as well. */
  readonly companies: readonly string[];
}

/** What is looked for, and among what. */
export interface Query {
  readonly terms: readonly Term[];
  readonly reach: Reach;
  /** What else is asked of an issue. */
  readonly asked?: Asked | undefined;
}

/** What is found by its text: the text is read as well, because not everybody reads the same of it. */
export type Found = Listed & Pick<Issue, "text">;

const foundColumns = columnsReader(issues, [...LISTED, "text"]);

/** Of these issues those that are within reach and what is asked for, the newest first. */
export async function readFound(db: Db, ids: readonly number[], { reach, asked }: Query): Promise<readonly Found[]> {
  if (ids.length === 0) return [];
  const where = and(oneOf(issues.id, ids), withinReach(db, reach), asked === undefined ? undefined : askedFor(asked));
  return (await foundColumns(db, sql`where ${where} order by ${desc(issues.id)}`)).map(toListed);
}

/** As the index is asked: it may give more, and gives no less. */
export function indexQuery({ terms, reach, asked }: Query): string {
  const { enterprises = [] } = asked ?? {};
  return allOf([
    ...terms.map(({ text, companies }) => anyOf([ofTerm(text), ...companies.map(ofCompany)])),
    ...(reach.kind === "chat" ? [ofGroup(reach.chat)] : []),
    ...(reach.kind === "enterprise" ? [ofCompany(reach.enterprise)] : []),
    ...(enterprises.length === 0 ? [] : [anyOf(enterprises.map(ofCompany))]),
  ]);
}

/** That a row of the index holds every term, and not only its pieces. */
export function holds(terms: readonly Term[]): SQL | undefined {
  return and(
    ...terms.map(({ text, companies }) => {
      // A term has letters and figures alone: nothing in it stands for something else.
      const own = sql`${issueGrams.plain} like ${`%${text}%`}`;
      return companies.length === 0
        ? own
        : or(own, sql`${issueGrams.grams} @@ ${anyOf(companies.map(ofCompany))}::tsquery`);
    }),
  );
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

/** The units of which something must be, if it must be of some: what they help with is theirs where they search themselves. */
export function unitsOf({
  reach,
  asked,
}: Query): { readonly codes: readonly string[]; readonly helped: boolean } | null {
  if (reach.kind === "departments") return { codes: reach.departments, helped: true };
  return asked?.departments === undefined ? null : { codes: asked.departments, helped: false };
}
