import { isDeepStrictEqual } from "node:util";
import type { Org } from "../domain/park/org.ts";

/** What is different between two orgs, in the order of the org file. */

export interface Difference {
  /** `department`, `person`, `digest`; `park`, `policy` and so on for what there is once. */
  readonly part: string;
  /** The code, of a person the name, of a digest its kind and chat; empty for what there is once. */
  readonly key: string;
  readonly label: string;
  readonly verb: "added" | "removed" | "changed";
  readonly fields: readonly { readonly field: string; readonly from: unknown; readonly to: unknown }[];
}

interface Part {
  readonly part: string;
  readonly entries: ReadonlyMap<string, { readonly label: string; readonly entry: object }>;
}

/** `before` null: there was nothing, and what there is once is not told. */
export function differencesOf(before: Org | null, after: Org): readonly Difference[] {
  const old = new Map((before === null ? [] : partsOf(before)).map((one) => [one.part, one.entries]));
  return partsOf(after).flatMap(({ part, entries }) => {
    const earlier = old.get(part) ?? new Map<string, { label: string; entry: object }>();
    const found = [...entries].flatMap(([key, { label, entry }]): Difference[] => {
      const had = earlier.get(key)?.entry;
      if (had === undefined)
        return key === "" ? [] : [{ part, key, label, verb: "added", fields: fieldsOf({}, entry) }];
      const fields = fieldsOf(had, entry);
      return fields.length === 0 ? [] : [{ part, key, label, verb: "changed", fields }];
    });
    const gone = [...earlier].filter(([key]) => !entries.has(key));
    return [
      ...found,
      ...gone.map(([key, { label, entry }]): Difference => {
        return { part, key, label, verb: "removed", fields: fieldsOf(entry, {}) };
      }),
    ];
  });
}

/**
 * What of the changes from `base` to `now` would be lost if `next` came into force: another value stands there, or what was added is
 * missing, or what was removed is back.
 */
export function undoneBy(base: Org, now: Org, next: Org): readonly Difference[] {
  const parts = new Map(partsOf(next).map((one) => [one.part, one.entries]));
  return differencesOf(base, now).filter(({ part, key, verb, fields }) => {
    const found = parts.get(part)?.get(key)?.entry;
    if (verb === "removed") return found !== undefined;
    return found === undefined || fields.some(({ field, to }) => !isDeepStrictEqual(Reflect.get(found, field), to));
  });
}

function fieldsOf(before: object, after: object): Difference["fields"] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((field) => {
    const [from, to]: unknown[] = [Reflect.get(before, field), Reflect.get(after, field)];
    return isDeepStrictEqual(from, to) ? [] : [{ field, from, to }];
  });
}

function partsOf(org: Org): readonly Part[] {
  const { park, departments, categories, enterprises, people, chats, digests, themeDay, holidays, policy } = org;
  return [
    once("park", park),
    coded("department", departments),
    coded("category", categories),
    coded("enterprise", enterprises),
    { part: "person", entries: new Map(people.map((entry) => [entry.name, { label: entry.name, entry }])) },
    coded("chat", chats),
    { part: "digest", entries: numbered(digests) },
    once("themeDay", themeDay ?? {}),
    once("holidays", holidays),
    once("policy", policy),
  ];
}

function once(part: string, entry: object): Part {
  return { part, entries: new Map([["", { label: "", entry }]]) };
}

function coded(part: string, list: readonly { readonly code: string; readonly name: string }[]): Part {
  return { part, entries: new Map(list.map((entry) => [entry.code, { label: `${entry.code} ${entry.name}`, entry }])) };
}

/** A chat may have several digests of one kind: the first, the second, … */
function numbered(digests: Org["digests"]): Part["entries"] {
  return new Map(
    digests.map((entry, index) => {
      const label = digestKey(digests, index);
      return [label, { label, entry }];
    }),
  );
}

/** How a digest is called by which nothing else is: its kind, its chat, and which of several it is. */
export function digestKey(digests: Org["digests"], index: number): string {
  const one = digests[index];
  const same = digests.slice(0, index).filter((other) => other.chat === one?.chat && other.kind === one?.kind);
  const where = one?.chat === undefined ? "to the coordinators" : `in chat ${one.chat}`;
  return `${one?.kind} ${where}${same.length === 0 ? "" : ` (${same.length + 1})`}`;
}
