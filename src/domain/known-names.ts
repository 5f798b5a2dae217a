import type { Org } from "./org.ts";

/** Every name that an org file ever had for a company and its people, by the company's code. */
export type KnownNames = ReadonlyMap<
  string,
  { readonly company: readonly string[]; readonly people: readonly string[] }
>;

/** The names of this org file beside those that were known: what was hidden once stays hidden when somebody leaves. */
export function withNamesOf({ enterprises, people }: Org, known: KnownNames): KnownNames {
  const all = new Map(known);
  for (const { code, name, aliases } of enterprises) {
    const before = all.get(code);
    const own = people.filter((one) => one.role === "liaison" && one.enterprise === code).map((one) => one.name);
    all.set(code, {
      company: [...new Set([...(before?.company ?? []), name, ...aliases])],
      people: [...new Set([...(before?.people ?? []), ...own])],
    });
  }
  return all;
}
