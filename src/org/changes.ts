import { isDeepStrictEqual } from "node:util";
import type { Org } from "../domain/park/org.ts";

/** What applying `after` changes, a sentence each, in the order of the org file; empty when nothing changes. Values of fields are never said. */
export function describeChanges(before: Org | null, after: Org): string[] {
  return [
    ...changedSection("park", before?.park, after.park),
    ...changedList("department", before?.departments, after.departments, codeAndName),
    ...changedList("category", before?.categories, after.categories, codeAndName),
    ...changedList("enterprise", before?.enterprises, after.enterprises, codeAndName),
    ...changedList("person", before?.people, after.people, (one) => ({ key: one.name, label: one.name })),
    ...changedList("chat", before?.chats, after.chats, codeAndName),
    ...changedList("digest", numbered(before?.digests), numbered(after.digests), ({ kind, chat, place }) => {
      const where = chat === undefined ? "to the coordinators" : `in chat ${chat}`;
      const key = `${kind} ${where}${place === 1 ? "" : ` (${place})`}`;
      return { key, label: key };
    }),
    ...changedSection("themeDay", before === null ? undefined : (before.themeDay ?? {}), after.themeDay ?? {}),
    ...changedSection("holidays", before?.holidays, after.holidays),
    ...changedSection("policy", before?.policy, after.policy),
  ];
}

interface Identity {
  readonly key: string;
  readonly label: string;
}

function codeAndName(one: { readonly code: string; readonly name: string }): Identity {
  return { key: one.code, label: `${one.code} ${one.name}` };
}

/** A chat may have several digests of one kind: the first, the second, … */
function numbered(digests: Org["digests"] = []): readonly (Org["digests"][number] & { readonly place: number })[] {
  return digests.map((one, index) => {
    const earlier = digests.slice(0, index).filter((other) => other.chat === one.chat && other.kind === one.kind);
    return { ...one, place: earlier.length + 1 };
  });
}

function changedList<T extends object>(
  what: string,
  before: readonly T[] = [],
  after: readonly T[],
  identify: (one: T) => Identity,
): string[] {
  const earlier = new Map(before.map((one) => [identify(one).key, one]));
  const sentences = after.flatMap((one) => {
    const { key, label } = identify(one);
    const old = earlier.get(key);
    if (old === undefined) return [`added ${what} ${label}`];
    earlier.delete(key);
    const fields = changedFields(old, one);
    return fields.length === 0 ? [] : [`changed ${what} ${key}: ${fields.join(", ")}`];
  });
  return [...sentences, ...[...earlier.values()].map((one) => `removed ${what} ${identify(one).label}`)];
}

function changedSection(what: string, before: object | undefined, after: object): string[] {
  if (before === undefined) return [];
  const fields = changedFields(before, after);
  return fields.length === 0 ? [] : [`changed ${what}: ${fields.join(", ")}`];
}

function changedFields(before: object, after: object): readonly string[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...fields].filter((field) => !isDeepStrictEqual(Reflect.get(before, field), Reflect.get(after, field)));
}
