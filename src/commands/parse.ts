import { cleanText } from "../messages/escape.ts";
import { COMMANDS, type CommandSpec, ENGLISH_ALIASES, specOf } from "./registry.ts";

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

/** After a word: its end, a space, a number, punctuation, or the page of a list alone (我的第2页). */
const BORDER = /^(?:$|第\s*\d{1,4}\s*页\s*$|[\s\d#:,.;!?()，。：；、！？—-])/u;
/** #12, or a number that stands alone: in «补充 12吨», «补充 12.5吨», «补充 1,200吨», «补充 12:30» it is part of the text. */
const NUMBER = /^[\s:,;、(]*(?:#\s*(\d{1,9})(?!\d)|(\d{1,9})号?(?![.:]\d|,\d{3}(?!\d))(?=$|[\s:,.;!?。、#)]))/u;
/** Behind a quotation, which has the number already, «1、», «1.» and «3 天» begin the text. */
const BESIDE_QUOTATION =
  /^[\s:,;、]*(?:#\s*(\d{1,9})(?!\d)|(\d{1,9})(?![.:]\d|,\d{3}(?!\d)|\s*[.、)]\s*\S|\s*[个天日周吨分星])(?=$|[\s:,.;!?。、#]))/u;
/** What separates the word, the number and the text. */
const LEADING = /^[\s/／:,，：、。;；!！）)]+/u;
/** What may stand before the word: a slash, or what was left behind a mention. */
const PREFIX = /^[\s/／:,，：、]+/u;

/** Reads a command at the start of a text, from which the bot's mention is off. `quotes`: it quotes one issue. */
export function parse(raw: string, quotes = false): Parsed {
  const text = cleanText(raw).replace(PREFIX, "").trim();
  if (text === "") return { kind: "empty" };
  const plain = narrow(text);
  const entry = ENTRIES.find((one) => startsWith(plain, one));
  if (entry === undefined) return isThanks(plain) ? { kind: "thanks" } : { kind: "unknown", text };
  const after = text.slice(entry.word.length);
  switch (sentenceOf(entry, narrow(after))) {
    case "usage":
      return { kind: "command", spec: specOf("help"), word: entry.word, number: null, rest: after.trim() };
    case "talk":
      return { kind: "unknown", text };
    case null:
      return { kind: "command", spec: entry.spec, word: entry.word, ...argumentsOf(entry.spec, after, quotes) };
  }
}

/** 诉求怎么提, 诉求在哪里提？ as the whole message: a question about use. «诉求怎么提高电压» is an issue. */
const USAGE =
  /^(?:要|该|应该)?(?:(?:怎么|怎样|如何|咋|在?(?:哪里?|哪儿))(?:提|说|写|填|报|发|用|交|提交|提出|填写|上报|登记|反映)|是(?:什么|啥)(?:意思)?|什么意思)[啊呀呢吗的]?[\s?!.。~]*$/u;
/** 我是来问进度的: somebody who talks, and no company's name. */
const TALK =
  /^(?:(?:来|想|要|去|专门|特地)(?:问|看|查|催|了解|知道|咨询|反映|说|请)|(?:问|看|查)一?下|问问|谁|在问|第一次)/u;

/** Words that may be glued to their text begin sentences, too. Behind a space everything is meant. */
function sentenceOf({ spec }: Entry, after: string): "usage" | "talk" | null {
  if (spec.name === "submit" && USAGE.test(after)) return "usage";
  return spec.name === "iam" && TALK.test(after) ? "talk" : null;
}

function startsWith(plain: string, { word, spec, english }: Entry): boolean {
  if (english) return plain.slice(0, word.length).toLowerCase() === word && BORDER.test(plain.slice(word.length));
  if (!plain.startsWith(word)) return false;
  return spec.glued === true || BORDER.test(plain.slice(word.length));
}

/** The number of an issue or message, where the command takes one, and what follows. */
export function argumentsOf(
  spec: CommandSpec,
  after: string,
  quotes = false,
): { readonly number: number | null; readonly rest: string } {
  // A full-width comma separates; only the narrow one groups the digits of a number.
  const plain = narrow(after.replaceAll("，", ";"));
  const beside = quotes && spec.number !== "message";
  const match = spec.number === "no" ? null : (beside ? BESIDE_QUOTATION : NUMBER).exec(plain);
  if (match === null) return { number: null, rest: after.replace(LEADING, "").trim() };
  const rest = after.slice(match[0].length).replace(LEADING, "").trim();
  return { number: Number(match[1] ?? match[2]), rest };
}

const THANKS = [
  /(?:非常|十分|万分|太)?(?:感谢|多谢|谢谢|谢)(?:您|你|你们|大家|各位|领导|\p{Script=Han}{0,2}(?:主任|局长|科长|经理|老师|书记))?(?:了|啦)?/u,
  /收到(?:了|啦)?|好(?:的|滴|嘞|吧|呀|了)?|行|可以|明白(?:了)?|知道(?:了)?|了解(?:了)?|嗯|哦|不客气|不用谢/u,
  /(?:您|你|大家|各位)?辛苦(?:了|啦|您|你|大家|各位)*/u,
  /ok(?:ay)?|thankyou|thanks?|thx|gotit/u,
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u{fe0f}|\[[^\][]{1,4}\]/u,
];
const ONE_THANKS = new RegExp(THANKS.map((one) => one.source).join("|"), "iuy");
/** Longer than this it says more than thanks. */
const LONGEST_THANKS = 40;

/** 谢谢 and the like, also several in a row, with or without a space: 收到，谢谢！ 好的辛苦了 👍👍 */
export function isThanks(text: string): boolean {
  const words = text.replace(/[\s,.;!?~～，。；！？、]+/gu, "");
  if (words === "" || words.length > LONGEST_THANKS || /[?？]/u.test(text)) return false;
  return endsOf(words).has(words.length);
}

/** Up to where a text can be read as thanks after thanks. Each place is looked at once, so that no text takes long. */
function endsOf(words: string): ReadonlySet<number> {
  const ends = new Set([0]);
  for (const start of ends) {
    for (let end = words.length; end > start; end--) {
      ONE_THANKS.lastIndex = start;
      const match = ONE_THANKS.exec(words.slice(0, end));
      if (match !== null) ends.add(start + match[0].length);
    }
  }
  return ends;
}
