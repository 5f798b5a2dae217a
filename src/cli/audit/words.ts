/** What stands behind `npm run audit -- …`. */
export type AuditWords =
  | { readonly verb: "verify"; readonly from: FromWords | null }
  | { readonly verb: "checkpoint"; readonly path: string; readonly key: string; readonly from: FromWords | null }
  | { readonly verb: "key"; readonly folder: string };

/** A checkpoint to start from, and the file of the key that it is verified with. */
export interface FromWords {
  readonly path: string;
  readonly key: string;
  readonly whole: boolean;
}

const VALUED: readonly string[] = ["--from", "--key"];

/** Null: these words are no command. */
export function readAuditWords(words: readonly string[]): AuditWords | null {
  const sorted = sortOf(words);
  if (sorted === null) return null;
  const { plain, options, whole } = sorted;
  const [verb, path, ...more] = plain;
  const [given, key] = [options.get("--from"), options.get("--key")];
  if (more.length > 0 || (whole && given === undefined)) return null;
  const from = given === undefined || key === undefined ? null : { path: given, key, whole };
  if (verb === "verify")
    return path === undefined && (given !== undefined) === (key !== undefined) ? { verb, from } : null;
  if (path === undefined) return null;
  if (verb === "checkpoint") return key === undefined ? null : { verb, path, key, from };
  return verb === "key" && given === undefined && key === undefined ? { verb, folder: path } : null;
}

interface Sorted {
  readonly plain: readonly string[];
  readonly options: ReadonlyMap<string, string>;
  readonly whole: boolean;
}

/** Null: an option that there is not, one that is there twice, or one without its value. */
function sortOf(words: readonly string[]): Sorted | null {
  const plain: string[] = [];
  const options = new Map<string, string>();
  let whole = false;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    if (VALUED.includes(word)) {
      at += 1;
      const value = words[at];
      if (value === undefined || value.startsWith("--") || options.has(word)) return null;
      options.set(word, value);
    } else if (word === "--whole") whole = true;
    else if (word.startsWith("--")) return null;
    else plain.push(word);
  }
  return { plain, options, whole };
}
