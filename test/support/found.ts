import { termsOf } from "../../src/domain/searchable.ts";
import type { Db } from "../../src/store/client.ts";
import { type Found, type Query, type Reach, readFound } from "../../src/store/search.ts";
import { hitsOf } from "../../src/store/search-hits.ts";

/** What is looked for, by words alone. */
export function asQuery(words: string, reach: Reach = { kind: "all" }): Query {
  return { terms: termsOf(words, 20).map((text) => ({ text, companies: [] })), reach };
}

/** The numbers of all that is found, as somebody finds it who wants `enough` at a time. */
export async function allHits(db: Db, query: Query, enough = 400): Promise<readonly number[]> {
  const ids: number[] = [];
  let before: number | null = null;
  do {
    const hits: Awaited<ReturnType<typeof hitsOf>> = await hitsOf(db, query, before, enough);
    ids.push(...hits.ids);
    before = hits.before;
  } while (before !== null);
  return ids;
}

/** What anybody finds who may find everything. */
export async function foundBy(db: Db, words: string): Promise<readonly Found[]> {
  const query = asQuery(words);
  return readFound(db, await allHits(db, query), query);
}
