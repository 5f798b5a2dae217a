/** What stands behind `npm run org -- …`: the words, and the options with and without a value. */
export interface Words {
  readonly plain: readonly string[];
  readonly into: string | undefined;
  readonly force: boolean;
  /** What cannot be undone is meant. */
  readonly yes: boolean;
  /** Whether a file may undo what was changed on the board. */
  readonly takesFile: boolean;
}

/** Null: an option that there is not, or one without its value. */
export function readWords(words: readonly string[]): Words | null {
  const plain: string[] = [];
  let into: string | undefined;
  let force = false;
  let takesFile = false;
  let yes = false;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    if (word === "--force") force = true;
    else if (word === "--take-file") takesFile = true;
    else if (word === "--yes") yes = true;
    else if (word === "--into") {
      at += 1;
      into = words[at];
      if (into === undefined || into.startsWith("--")) return null;
    } else if (word.startsWith("--")) return null;
    else plain.push(word);
  }
  return { plain, into, force, takesFile, yes };
}
