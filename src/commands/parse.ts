import { cleanText } from "../messages/escape.ts";
import { COMMANDS, type CommandName, type CommandSpec, ENGLISH_ALIASES } from "./registry.ts";

/** What a message asks for. */
export type Parsed =
  | {
      readonly kind: "command";
      readonly spec: CommandSpec;
      readonly word: string;
      readonly number: number | null;
      readonly rest: string;
    }
  /** 谢谢, 收到 and their like: nobody wants an answer. */
  | { readonly kind: "thanks" }
  | { readonly kind: "empty" }
  | { readonly kind: "unknown"; readonly text: string };

/** Full-width ASCII and spaces as their narrow forms, character for character, so that positions stay. */
export function narrow(text: string): string {
  return text.replace(/[\u{ff01}-\u{ff5e}\u3000\u00a0]/gu, (one) =>
    one === "\u3000" || one === "\u00a0" ? " " : String.fromCharCode(one.charCodeAt(0) - 0xfee0),
  );
}

interface Entry {
  readonly word: string;
  readonly spec: CommandSpec;
  readonly english: boolean;
}

const ENTRIES: readonly Entry[] = COMMANDS.flatMap((spec) => [
  ...spec.words.map((word) => ({ word, spec, english: false })),
  { word: spec.english, spec, english: true },
])
  .concat(
    Object.entries(ENGLISH_ALIASES).flatMap(([word, name]) => {
      const spec = COMMANDS.find((one) => one.name === name);
      return spec === undefined ? [] : [{ word, spec, english: true }];
    }),
  )
  .sort((a, b) => b.word.length - a.word.length);

/** After a word: its end, a space, a number, or punctuation. */
const BORDER = /^(?:$|[\s\d#:,.;!?()，。：；、！？—-])/u;
/** #12, or a number that stands alone: in «补充 12吨» it is part of the text. */
const NUMBER = /^[\s:,，：、]*(?:#\s*(\d{1,9})(?!\d)|(\d{1,9})(?=$|[\s:,.;!?，。：；、！？#)）]))/u;
const LEADING = /^[\s/:,，：、]+/u;

/** Reads a command at the start of a text, from which the bot's mention is off. */
export function parse(raw: string): Parsed {
  const text = cleanText(raw)
    .trim()
    .replace(/^[/、]+\s*/u, "");
  if (text === "") return { kind: "empty" };
  const plain = narrow(text);
  const entry = ENTRIES.find((one) => startsWith(plain, one));
  if (entry === undefined) return isThanks(plain) ? { kind: "thanks" } : { kind: "unknown", text };
  return {
    kind: "command",
    spec: entry.spec,
    word: entry.word,
    ...argumentsOf(entry.spec, text.slice(entry.word.length)),
  };
}

function startsWith(plain: string, { word, spec, english }: Entry): boolean {
  if (english) return plain.slice(0, word.length).toLowerCase() === word && BORDER.test(plain.slice(word.length));
  if (!plain.startsWith(word)) return false;
  return spec.glued === true || BORDER.test(plain.slice(word.length));
}

/** The number, where the command takes one, and what follows. */
export function argumentsOf(spec: CommandSpec, after: string): { number: number | null; rest: string } {
  const plain = narrow(after);
  const match = spec.number === "no" ? null : NUMBER.exec(plain);
  if (match === null) return { number: null, rest: after.replace(LEADING, "").trim() };
  const rest = after.slice(match[0].length).replace(LEADING, "").trim();
  return { number: Number(match[1] ?? match[2]), rest };
}

const THANKS =
  /^(?:谢谢?(?:您|你|大家|各位|领导)?(?:了|啦)?|感谢|多谢|收到|好(?:的|滴|嘞|吧|呀)?|行|可以|辛苦(?:了|啦|你了|您了)?|明白(?:了)?|知道(?:了)?|了解|嗯+|哦+|ok(?:ay)?|thanks?|thank you|got it|👍|🙏|👌|🤝|🌹|❤️?|😊|\[[^\][]{1,4}\])$/iu;

/** 谢谢 and the like, also several of them in a row. */
export function isThanks(text: string): boolean {
  const words = text.split(/[\s,.;!?~～，。；！？、]+/u).filter((word) => word !== "");
  return words.length > 0 && words.length <= 4 && words.every(isThanksWord);
}

function isThanksWord(word: string): boolean {
  if (THANKS.test(word)) return true;
  // 收到谢谢, 好的辛苦了, 👍👍: words that stand without a space.
  for (let cut = 1; cut < word.length && cut <= 6; cut++) {
    if (THANKS.test(word.slice(0, cut)) && isThanksWord(word.slice(cut))) return true;
  }
  return false;
}

export function nameOf(parsed: Parsed): CommandName | null {
  return parsed.kind === "command" ? parsed.spec.name : null;
}
