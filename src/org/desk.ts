import type { Org } from "../domain/park/org.ts";
import type { Db } from "../store/client.ts";
import { lockOrg } from "../store/org-changes.ts";
import { codesInUse } from "../store/org-use.ts";
import { type Doing, heldAgainst, putBoardsInForce, type StoredOrg, storedOrg } from "./apply.ts";
import { readSampleText } from "./choose.ts";
import { type Difference, differencesOf } from "./differences.ts";
import type { OrgError } from "./document.ts";
import { writtenIn } from "./edit.ts";
import type { LoadedOrg } from "./load.ts";
import { newVariables } from "./secrets.ts";

/** The org in force, to be looked at and changed on a page. */
export interface OrgInForce {
  readonly text: string;
  readonly org: Org;
  /** As it is written. */
  readonly written: Readonly<Record<string, unknown>>;
  readonly stored: StoredOrg;
  /** What is doubtful of it. */
  readonly warnings: readonly string[];
}

/** What a text would change, or why it cannot come into force. */
export type Weighed =
  | { readonly errors: readonly OrgError[] }
  /** Texts that take something from the environment where people would read it. */
  | { readonly variables: readonly string[] }
  | {
      readonly org: Org;
      readonly written: OrgInForce["written"];
      readonly differences: readonly Difference[];
      readonly warnings: readonly string[];
    };

interface DeskDeps {
  readonly load: (text: string) => LoadedOrg;
  /** What `${NAME}` in an org file may stand for. */
  readonly names: Readonly<Record<string, string | undefined>>;
  /** Has this process go on with the org that the database has. */
  readonly follow: () => Promise<void>;
}

/** Where the org is changed beside `npm run org`: checked, put in force and recorded in the same way. */
export class OrgDesk {
  readonly names: DeskDeps["names"];
  readonly follow: DeskDeps["follow"];
  readonly #load: DeskDeps["load"];
  /** What was read last: it is read for every page, and seldom another one. */
  #last: Pick<OrgInForce, "text" | "org" | "written" | "warnings"> | null = null;

  constructor({ load, names, follow }: DeskDeps) {
    this.#load = load;
    this.names = names;
    this.follow = follow;
  }

  /** Throws where what is in force does not load in this process: its environment lacks a value. */
  async read(db: Db): Promise<OrgInForce> {
    const stored = await storedOrg(db);
    const text = stored.text ?? (await readSampleText());
    if (this.#last?.text !== text) {
      const loaded = this.#load(text);
      if ("errors" in loaded) throw new Error("the org file in force does not load here");
      this.#last = { text, ...loaded, written: writtenIn(text) };
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
    const loaded = this.#load(text);
    // First of all, also in what does not load: what is wrong with the value of a secret tells of it.
    const written = readable(text);
    const variables = newVariables(written, before.written);
    if (variables.length > 0) return { variables };
    if ("errors" in loaded) return loaded;
    const held = heldAgainst(await codesInUse(db), loaded);
    if ("errors" in held) return held;
    return { ...held, written, differences: differencesOf(before.org, held.org) };
  }

  /** Puts a text in force that was weighed, in the transaction that took the org. `follow` is to be called when that is over. */
  put(tx: Db, before: OrgInForce, { text, org, doing }: { text: string; org: Org; doing: Doing }): Promise<void> {
    return putBoardsInForce(tx, { text, org, before: before.text, old: before.org, doing });
  }
}

/** What is written in a text that may be no file of entries at all. */
function readable(text: string): ReturnType<typeof writtenIn> {
  try {
    return writtenIn(text);
  } catch {
    return {};
  }
}
