import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { OPEN_STATES } from "../domain/issue/issue.ts";

/** A column that holds one of these words. */
type StateColumn<Word extends string> = AnyPgColumn<{ data: Word }>;

/**
 * States in a condition are written out: an index of some rows is used where a statement says the same of them in the same words,
 * and a value that is given later says nothing to who plans. Of the states of a million rows nearly all are the same.
 */
export function stateIs<Word extends string>(column: StateColumn<Word>, state: Word): SQL {
  return sql`${column} = ${written([state])}`;
}

export function stateIn<Word extends string>(column: StateColumn<Word>, states: readonly Word[]): SQL {
  return sql`${column} in (${written(states)})`;
}

export function stateNotIn<Word extends string>(column: StateColumn<Word>, states: readonly Word[]): SQL {
  return sql`${column} not in (${written(states)})`;
}

export function isOpen({ state }: { readonly state: AnyPgColumn }): SQL {
  return sql`${state} in (${written(OPEN_STATES)})`;
}

/** They are the program's own words: anything else is an error. */
export function written(states: readonly string[]): SQL {
  const strange = states.find((one) => !/^[a-z_-]+$/u.test(one));
  if (strange !== undefined) throw new Error(`${strange} is no state`);
  return sql.raw(states.map((one) => `'${one}'`).join(", "));
}
