import type { Misused } from "../../messages/english/tools.ts";

/** What stands behind `npm run route -- …`. */
export type RouteWords = { readonly isJson: boolean } & ({ readonly path: string } | { readonly month: string });

const OPTIONS = ["--month", "--json"] as const;

/** The file or the month, or what is wrong with the words. */
export function readRouteWords(words: readonly string[]): RouteWords | Misused {
  const twice = OPTIONS.find((option) => words.filter((one) => one === option).length > 1);
  if (twice !== undefined) return { misused: "twice", option: twice };
  const isJson = words.includes("--json");
  const rest = words.filter((one) => one !== "--json");
  const at = rest.indexOf("--month");
  const month = at < 0 ? undefined : rest[at + 1];
  if (at >= 0 && (month === undefined || month.startsWith("--")))
    return { misused: "without-value", option: "--month" };
  const [path, extra] = at < 0 ? rest : [undefined, ...rest.toSpliced(at, 2)];
  const unknown = rest.find((one, index) => one.startsWith("--") && index !== at);
  if (unknown !== undefined) return { misused: "unknown", word: unknown, among: OPTIONS };
  if (extra !== undefined) return { misused: "too-many", word: extra };
  if (month !== undefined) return { month, isJson };
  return path === undefined ? { misused: "nothing", among: ["FILE.jsonl", "--month"] } : { path, isJson };
}
