import { type SQL, sql } from "drizzle-orm";
import { unlistedName } from "../domain/park/unlisted.ts";
import { piecesOf, piecesOfTerm, searchableOf } from "../domain/searchable.ts";

/**
 * What an index knows an issue by: the pieces of its text, because Chinese is written without spaces and these need no extension of the
 * database and no dictionary; its company and its group, which never change; and the stretches of numbers that its own stands in, so
 * that of a word which many have the newest are found without a look at the others.
 */

/** How many bits of a number the stretches of each size leave open. */
export const STRETCHES = [18, 15, 12] as const;
export type Stretch = (typeof STRETCHES)[number];

/** No text has such a piece: it has letters and figures alone. */
const COMPANY = "@c:";
const GROUP = "@g:";

/** What of an issue is searched. */
export interface Searched {
  readonly text: string;
  readonly enterprise: string;
  readonly publicIn: string | null;
}

/** Its words as they are searched, with the name of a company that is listed nowhere else; and all it is known by but its stretches. */
export function indexed({ text, enterprise, publicIn }: Searched): { plain: string; pieces: readonly string[] } {
  const parts = [text, unlistedName(enterprise) ?? ""].map(searchableOf).filter((part) => part !== "");
  const places = [`${COMPANY}${enterprise}`, ...(publicIn === null ? [] : [`${GROUP}${publicIn}`])];
  return { plain: parts.join("\n"), pieces: [...new Set([...parts.flatMap(piecesOf), ...places])] };
}

/** The whole as the index keeps it. `pieces`: an array of texts. */
export function gramsIn(pieces: SQL, id: SQL): SQL {
  const stretches = sql.join(
    STRETCHES.map((bits) =>
      sql
        .raw(`'@${bits}:' || (`)
        .append(id)
        .append(sql.raw(` >> ${bits})`)),
    ),
    sql`, `,
  );
  return sql`array_to_tsvector(${pieces} || array[${stretches}])`;
}

/** More pieces of one term tell no more. */
const MOST_PIECES = 24;

/** That an index may know something of a term. Of a single character: that a piece begins with it. */
export function ofTerm(term: string): string {
  const pieces = piecesOfTerm(term);
  return pieces.length === 0 ? `${quoted(term)}:*` : allOf(pieces.slice(0, MOST_PIECES).map(quoted));
}

export function ofCompany(enterprise: string): string {
  return quoted(`${COMPANY}${enterprise}`);
}

export function ofGroup(chat: string): string {
  return quoted(`${GROUP}${chat}`);
}

export function inStretch(bits: Stretch, place: number): string {
  return quoted(`@${bits}:${place}`);
}

export function allOf(parts: readonly string[]): string {
  return `(${parts.join(" & ")})`;
}

export function anyOf(parts: readonly string[]): string {
  return `(${parts.join(" | ")})`;
}

function quoted(piece: string): string {
  return `'${piece.replace(/['\\]/g, "$&$&")}'`;
}
