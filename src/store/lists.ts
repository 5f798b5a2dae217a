import type { Issue, Listed, State, Supervision } from "../domain/issue/issue.ts";
import type { Db } from "./client.ts";
import { issuesInState, overdueIssues, readIssues } from "./issues.ts";
import { openSupervisions } from "./supervisions.ts";

/** Those of these departments; null: of all. */
type Units = readonly string[] | null;

/**
 * The lists of what waits, at one moment: what several parts of one answer show is read once. Not to be kept where something is
 * written in between.
 */
export class Lists {
  readonly #db: Db;
  readonly #now: Date;
  readonly #lists = new Map<string, Promise<readonly unknown[]>>();
  readonly #whole = new Map<number, Issue>();

  constructor({ db, now }: { readonly db: Db; readonly now: Date }) {
    this.#db = db;
    this.#now = now;
  }

  /** As `issuesInState`. */
  inState(state: State, units: Units = null): Promise<readonly Listed[]> {
    return this.#once(`${state} ${units}`, () => issuesInState(this.#db, state, units));
  }

  /** As `overdueIssues`. */
  overdue(units: Units = null): Promise<readonly Listed[]> {
    return this.#once(`overdue ${units}`, () => overdueIssues(this.#db, this.#now, units));
  }

  /** As `openSupervisions`. */
  supervisions(units: Units): Promise<readonly Supervision[]> {
    return this.#once(`supervisions ${units}`, () => openSupervisions(this.#db, units));
  }

  /** As `readIssues`. */
  async issues(ids: readonly number[]): Promise<readonly Issue[]> {
    const missing = ids.filter((id) => !this.#whole.has(id));
    for (const one of await readIssues(this.#db, missing)) this.#whole.set(one.id, one);
    return [...new Set(ids)].sort((a, b) => a - b).flatMap((id) => this.#whole.get(id) ?? []);
  }

  /** Reads the whole of listed issues. Gives what finds each of them by what was listed. */
  async wholeOf(listed: readonly Pick<Issue, "id">[]): Promise<(one: Pick<Issue, "id">) => Issue> {
    await this.issues(listed.map(({ id }) => id));
    return ({ id }) => {
      const issue = this.#whole.get(id);
      if (issue === undefined) throw new Error(`issue ${id} was listed and is not in the ledger`);
      return issue;
    };
  }

  #once<One>(name: string, read: () => Promise<readonly One[]>): Promise<readonly One[]> {
    const known = this.#lists.get(name) ?? read();
    this.#lists.set(name, known);
    return known as Promise<readonly One[]>;
  }
}
