import type { Environment } from "../config.ts";
import type { Language } from "../messages/operator-words.ts";

/** In which language the operator is spoken to, and how wide its text is on a terminal. */

export interface Asked {
  readonly language: Language;
  /** The words without those about the language. */
  readonly rest: readonly string[];
}

/**
 * By `--lang zh` or `--lang=zh`, else by the system: LC_ALL, LC_MESSAGES or LANG, else what the machine's own settings say.
 * Null where `--lang` names another one, or none.
 */
export function askedLanguage(words: readonly string[], env: Environment): Asked | null {
  const place = words.findIndex((word) => word === "--lang" || word.startsWith("--lang="));
  const flag = words[place];
  if (flag === undefined) return { language: systemLanguage(env), rest: words };
  const own = flag === "--lang" ? 2 : 1;
  const named = own === 2 ? words[place + 1] : flag.slice("--lang=".length);
  if (named !== "zh" && named !== "en") return null;
  return { language: named, rest: words.toSpliced(place, own) };
}

export function systemLanguage(env: Environment): Language {
  const [set] = [env["LC_ALL"], env["LC_MESSAGES"], env["LANG"]].filter((one) => one !== undefined && one !== "");
  const locale = set ?? new Intl.DateTimeFormat().resolvedOptions().locale;
  return /^zh\b|^zh_|^chinese/i.test(locale) ? "zh" : "en";
}

const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/gu;

/** How many columns a terminal gives it: a Chinese character takes two. */
export function widthOf(text: string): number {
  return [...text].length + (text.match(WIDE)?.length ?? 0);
}

export function padded(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}
