import { normaliseName } from "../../domain/park/directory.ts";
import type { Org } from "../../domain/park/org.ts";

/** Codes for what is only named in a list: of what the org file has already its own, else short new ones. */

export type Coded = "departments" | "categories" | "enterprises" | "chats";

const LETTERS: Readonly<Record<Coded, string>> = { departments: "d", categories: "c", enterprises: "e", chats: "g" };

export interface Named {
  readonly code: string;
  readonly name: string;
  readonly aliases?: readonly string[] | undefined;
}

/** What is there of one section: of the org file, and what the list has brought so far. */
export class Register {
  readonly #letter: string;
  readonly #all: Named[];

  constructor(section: Coded, org: Org | null) {
    this.#letter = LETTERS[section];
    this.#all = [...(org?.[section] ?? [])];
  }

  /** By name, by alias, else by code. */
  find(said: string): Named | undefined {
    return this.named(said) ?? this.withCode(said);
  }

  /** By name, else by alias: somebody's name may be another one's code. */
  named(name: string): Named | undefined {
    const key = normaliseName(name);
    return (
      this.#all.find((one) => normaliseName(one.name) === key) ??
      this.#all.find((one) => (one.aliases ?? []).some((alias) => normaliseName(alias) === key))
    );
  }

  withCode(code: string): Named | undefined {
    return this.#all.find((one) => one.code === code);
  }

  names(): readonly string[] {
    return this.#all.map((one) => one.name);
  }

  add(one: Named): void {
    this.#all.push(one);
  }

  /** A code that nothing has: the letters of a name that is all Latin, else a letter and the next number. */
  fresh(name: string): string {
    const taken = new Set(this.#all.map((one) => one.code));
    const latin = name.normalize("NFKC").toLowerCase().trim();
    if (/^[a-z0-9][a-z0-9 .&_-]{1,39}$/u.test(latin) && /[a-z]/u.test(latin)) {
      const slug = latin.replace(/[^a-z0-9]+/gu, "-").replace(/-$/u, "");
      if (!taken.has(slug)) return slug;
    }
    let number = 1;
    while (taken.has(`${this.#letter}${number}`)) number += 1;
    return `${this.#letter}${number}`;
  }
}
