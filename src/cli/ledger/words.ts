import type { Unlisted } from "../../features/ledger/old-list/belongs.ts";
import type { Misused } from "../../messages/english/tools.ts";

/** What stands behind `npm run ledger -- …`. */
export type LedgerWords =
  | { readonly verb: "export"; readonly path: string; readonly force: boolean }
  | { readonly verb: "import"; readonly path: string; readonly dryRun: boolean; readonly unlisted: Unlisted };

const VERBS = ["export", "import"] as const;
const OPTIONS = { "--force": "export", "--dry-run": "import", "--unlisted": "import" } as const;
const UNLISTED = ["keep", "refuse"] as const;
const ALL_OPTIONS = Object.keys(OPTIONS) as readonly (keyof typeof OPTIONS)[];

/** The command, or what is wrong with the words. */
export function readLedgerWords(all: readonly string[]): LedgerWords | Misused {
  const valued = unlistedIn(all);
  if ("misused" in valued) return valued;
  const { words, unlisted } = valued;
  const plain = words.filter((one) => !one.startsWith("--"));
  const said = words.filter((one) => one.startsWith("--"));
  const given = ALL_OPTIONS.filter((one) => said.includes(one));
  const unknown = said.find((one) => !ALL_OPTIONS.some((option) => option === one));
  if (unknown !== undefined) return { misused: "unknown", word: unknown, among: ALL_OPTIONS };
  const twice = said.find((one, index) => said.indexOf(one) !== index);
  if (twice !== undefined) return { misused: "twice", option: twice };
  const [word, path, extra] = plain;
  const verb = VERBS.find((one) => one === word);
  if (word === undefined) return { misused: "nothing", among: VERBS };
  if (verb === undefined) return { misused: "unknown", word, among: VERBS };
  if (path === undefined) return { misused: "needs", what: verb, needs: "FILE.xlsx" };
  if (extra !== undefined) return { misused: "too-many", word: extra };
  const foreign = given.find((one) => OPTIONS[one] !== verb);
  if (foreign !== undefined) return { misused: "not-with", option: foreign, verb };
  const has = (option: keyof typeof OPTIONS) => given.includes(option);
  return verb === "export" ? { verb, path, force: has("--force") } : { verb, path, dryRun: has("--dry-run"), unlisted };
}

/** Takes off the value behind `--unlisted`. Refused unless it is asked for: a name typed wrong would be a company of its own. */
function unlistedIn(words: readonly string[]): { words: readonly string[]; unlisted: Unlisted } | Misused {
  const option = "--unlisted";
  const at = words.indexOf(option);
  if (at < 0) return { words, unlisted: "refuse" };
  const value = words[at + 1];
  if (value === undefined || value.startsWith("--")) return { misused: "without-value", option };
  const unlisted = UNLISTED.find((one) => one === value);
  if (unlisted === undefined) return { misused: "unknown", word: value, among: UNLISTED };
  return { words: words.toSpliced(at + 1, 1), unlisted };
}
