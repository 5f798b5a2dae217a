import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { OPEN_STATES, type State } from "../domain/issue/issue.ts";

/**
 * States in a condition are written out: an index of some rows is used where a statement says the same of them in the same words,
 * and a value that is given later says nothing to who plans.
 */
export function stateIn(column: AnyPgColumn, states: readonly State[]): SQL {
  return sql`${column} in (${written(states)})`;
}

export function stateNotIn(column: AnyPgColumn, states: readonly State[]): SQL {
  return sql`${column} not in (${written(states)})`;
}

export function isOpen({ state }: { readonly state: AnyPgColumn }): SQL {
  return stateIn(state, OPEN_STATES);
}

/** They are the program's own words. */
export function written(states: readonly State[]): SQL {
  return sql.raw(states.map((one) => `'${one}'`).join(", "));
}
