import type { Org } from "../domain/park/org.ts";
import type { Db } from "../store/client.ts";
import { lockOrg } from "../store/org-changes.ts";
import { type CodesInUse, codesInUse } from "../store/org-use.ts";
import { type Doing, missingCodes, putBoardsInForce, type StoredOrg, storedOrg } from "./apply.ts";
import { readSampleText } from "./choose.ts";
import { type Difference, differencesOf } from "./differences.ts";
import type { OrgError } from "./document.ts";
import { writtenIn } from "./edit.ts";
import { loadOrg } from "./load.ts";
import { newVariables } from "./secrets.ts";

/** The org in force, to be looked at and changed on a page. */
export interface OrgInForce {
  readonly text: string;
  readonly org: Org;
  /** As it is written. */
  readonly written: Readonly<Record<string, unknown>>;
  readonly stored: StoredOrg;
}

/** What a text would change, or why it cannot come into force. */
export type Weighed =
  | { readonly errors: readonly OrgError[] }
  /** Texts that take something from the environment where people would read it. */
  | { readonly variables: readonly string[] }
  | {
      readonly org: Org;
      readonly differences: readonly Difference[];
      readonly used: CodesInUse;
      readonly warnings: readonly string[];
    };

interface DeskDeps {
  /** What `${NAME}` in an org file may stand for. */
  readonly names: Readonly<Record<string, string | undefined>>;
  /** Has this process go on with the org that the database has. */
  readonly follow: () => Promise<void>;
}

/** Where the org is changed beside `npm run org`: checked, put in force and recorded in the same way. */
export class OrgDesk {
  readonly names: DeskDeps["names"];
  readonly follow: DeskDeps["follow"];
  /** What was read last: it is read for every page, and seldom another one. */
  #last: Pick<OrgInForce, "text" | "org" | "written"> | null = null;

  constructor({ names, follow }: DeskDeps) {
    this.names = names;
    this.follow = follow;
  }

  /** Throws where what is in force does not load in this process: its environment lacks a value. */
  async read(db: Db): Promise<OrgInForce> {
    const stored = await storedOrg(db);
    const text = stored.text ?? (await readSampleText());
    if (this.#last?.text !== text) {
      const loaded = loadOrg(text, this.names);
      if ("errors" in loaded) throw new Error("the org file in force does not load here");
      this.#last = { text, org: loaded.org, written: writtenIn(text) };
    }
    return { ...this.#last, stored };
  }

  /** The same, for who changes it: nobody else does until the transaction ends. */
  async take(tx: Db): Promise<OrgInForce> {
    await lockOrg(tx);
    return this.read(tx);
  }

  /** By the same check as `npm run org -- check` and `apply`. */
  async weigh(db: Db, before: OrgInForce, text: string): Promise<Weighed> {
    const loaded = loadOrg(text, this.names);
    const variables = newVariables("errors" in loaded ? {} : writtenIn(text), before.written);
    if (variables.length > 0) return { variables };
    if ("errors" in loaded) return loaded;
    const used = await codesInUse(db);
    const missing = missingCodes(used, loaded.org);
    if (missing.length > 0) return { errors: missing };
    const { org, warnings } = loaded;
    return { org, differences: differencesOf(before.org, org), used, warnings };
  }

  /** Puts a text in force that was weighed, in the transaction that took the org. `follow` is to be called when that is over. */
  put(tx: Db, before: OrgInForce, { text, org, doing }: { text: string; org: Org; doing: Doing }): Promise<void> {
    return putBoardsInForce(tx, { text, org, before: before.text, old: before.org, doing });
  }
}
