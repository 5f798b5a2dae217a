/** One expression of many wordings, so that they can be listed by what they have in common. */
export function anyOf(...wordings: readonly string[]): RegExp {
  return new RegExp(wordings.map((one) => `(?:${one})`).join("|"), "u");
}

/** How many Chinese characters, letters and digits are left of a text when these words are taken out of it. */
export function leftBeside(plain: string, words: RegExp): number {
  const left = plain.replace(new RegExp(words.source, "gu"), "");
  return left.match(/[\p{Script=Han}a-z\d]/gu)?.length ?? 0;
}
