import type { Misused } from "../../messages/english/tools.ts";

/** What stands behind `npm run audit -- …`. */
export type AuditWords =
  | { readonly verb: "verify"; readonly from: FromWords | null }
  /** A month's fingerprint, or the path of a file with one; without a key its signature is not looked at. */
  | { readonly verb: "compare"; readonly fingerprint: string; readonly key: string | null }
  | { readonly verb: "checkpoint"; readonly path: string; readonly key: string; readonly from: FromWords | null }
  | { readonly verb: "key"; readonly folder: string };

/** A checkpoint to start from, and the file of the key that it is verified with. */
export interface FromWords {
  readonly path: string;
  readonly key: string;
  readonly whole: boolean;
}

const VALUED: readonly string[] = ["--from", "--fingerprint", "--key"];

const VERBS = ["verify", "checkpoint", "key"] as const;

/** The command, or what is wrong with the words. */
export function readAuditWords(words: readonly string[]): AuditWords | Misused {
  const sorted = sortOf(words);
  if ("misused" in sorted) return sorted;
  const [said, path, extra] = sorted.plain;
  const verb = VERBS.find((one) => one === said);
  if (said === undefined) return { misused: "nothing", among: VERBS };
  if (verb === undefined) return { misused: "unknown", word: said, among: VERBS };
  const tooMany = verb === "verify" ? path : extra;
  if (tooMany !== undefined) return { misused: "too-many", word: tooMany };
  if (verb === "key") return keyWords(sorted);
  const fingerprint = sorted.options.get("--fingerprint");
  return fingerprint === undefined ? verifying(verb, sorted) : comparing(verb, fingerprint, sorted);
}

function keyWords({ plain: [, folder], options, whole }: Sorted): AuditWords | Misused {
  const [option] = [...options.keys(), ...(whole ? ["--whole"] : [])];
  if (option !== undefined) return { misused: "not-with", option, verb: "key" };
  return folder === undefined ? { misused: "needs", what: "key", needs: "DIR" } : { verb: "key", folder };
}

/** The whole is verified against a fingerprint, so neither another beginning nor `--whole` goes with it. */
function comparing(
  verb: "verify" | "checkpoint",
  fingerprint: string,
  { options, whole }: Sorted,
): AuditWords | Misused {
  if (verb === "checkpoint") return { misused: "not-with", option: "--fingerprint", verb };
  const other = options.has("--from") ? "--from" : whole ? "--whole" : null;
  if (other !== null) return { misused: "not-with", option: other, verb: "--fingerprint" };
  return { verb: "compare", fingerprint, key: options.get("--key") ?? null };
}

function verifying(verb: "verify" | "checkpoint", { plain: [, path], options, whole }: Sorted): AuditWords | Misused {
  const [given, key] = [options.get("--from"), options.get("--key")];
  if (verb === "checkpoint" && path === undefined) return { misused: "needs", what: verb, needs: "FILE" };
  if (whole && given === undefined) return { misused: "needs", what: "--whole", needs: "--from FILE" };
  if (given !== undefined && key === undefined) return { misused: "needs", what: "--from", needs: "--key PUBLIC.pem" };
  if (verb === "checkpoint" && key === undefined) return { misused: "needs", what: verb, needs: "--key PRIVATE.pem" };
  const from = given === undefined || key === undefined ? null : { path: given, key, whole };
  if (verb === "checkpoint") return { verb, path: path ?? "", key: key ?? "", from };
  return key !== undefined && from === null
    ? { misused: "needs", what: "--key", needs: "--from FILE" }
    : { verb, from };
}

interface Sorted {
  readonly plain: readonly string[];
  readonly options: ReadonlyMap<string, string>;
  readonly whole: boolean;
}

/** What is wrong: an option that there is not, one that is there twice, or one without its value. */
function sortOf(words: readonly string[]): Sorted | Misused {
  const plain: string[] = [];
  const options = new Map<string, string>();
  let whole = false;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    if (VALUED.includes(word)) {
      at += 1;
      const value = words[at];
      if (value === undefined || value.startsWith("--")) return { misused: "without-value", option: word };
      if (options.has(word)) return { misused: "twice", option: word };
      options.set(word, value);
    } else if (word === "--whole") whole = true;
    else if (word.startsWith("--")) return { misused: "unknown", word, among: [...VALUED, "--whole"] };
    else plain.push(word);
  }
  return { plain, options, whole };
}
