import { COMMAND_BEGINS, COMMAND_WORD, TALK } from "./zh-cn-mention.ts";

/** White space as people and clients produce it: also the zero-width kinds, and U+2005, which mentions end with. */
const SPACE = "[\\s\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f]";
/** A longer name, a domain or a file name goes on with anything else; a command's word may be glued to the name. */
const AFTER = `(?=${SPACE}|[@＠，。、：；！？,:;!?#＃/／]|\\.(?![\\p{L}\\p{N}])|${COMMAND_WORD}|$)`;
const LEADING = new RegExp(`^${SPACE}+`, "u");
const TRAILING = new RegExp(`${SPACE}+$`, "u");

/** What stands between mentions, and before a command. */
const GAP = new RegExp(`(?:${SPACE}|[，、：,:/／])*`, "uy");
const ANY_MENTION = new RegExp(`[@＠](?:(?!${SPACE})[^@＠，、：,:/／])+`, "uy");
/** A further word of a name that holds spaces: «Zhang San», «周工 (供电公司)». A number is none. */
const NAME_WORD = new RegExp(`(?!\\p{N})[\\p{L}\\p{M}\\p{N}·.()（）_&-]{1,12}(?=${SPACE}|[@＠，、：,:/／])`, "uy");
const MOST_NAME_WORDS = 3;
const COMMAND = new RegExp(COMMAND_BEGINS, "iuy");
/** Taking a mention out of a name with spaces can leave another («@Cha @Cha Xu Xu»). Nobody writes more of them. */
const MOST_ROUNDS = 8;

/** What is known of a text's mentions beside the text. */
export interface MentionContext {
  /** The names under which the bot is shown. */
  readonly names: readonly string[];
  /** The platform says that the bot was mentioned, whatever it is called in the text. */
  readonly mentioned: boolean;
}

/**
 * The text without the mentions of this bot, with the comma or colon after them, and without those of others in front
 * of a command. They stand there by name, in either width of @, with any spaces, and names may hold spaces. What merely
 * looks like the bot's stays: an address, or a longer name that begins the same way. A mention of somebody else before
 * plain talk stays as well, because it says who is spoken to.
 */
export function withoutMentions(text: string, { names, mentioned }: MentionContext): string {
  if (!/[@＠]/u.test(text)) return text;
  const without = withoutOwn(text, names);
  return without === undefined && !mentioned ? text : fromCommand(without ?? text);
}

/** Undefined when none of the mentions is the bot's. */
function withoutOwn(text: string, names: readonly string[]): string | undefined {
  const known = names.map((name) => name.trim()).filter((name) => name !== "");
  if (known.length === 0) return undefined;
  const own = new RegExp(
    known
      .toSorted((a, b) => b.length - a.length)
      .map(mentionOf)
      .join("|"),
    "iu",
  );
  let left: string | undefined;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const pieces = (left ?? text).split(own);
    if (pieces.length === 1) break;
    left = joined(pieces);
  }
  return left;
}

function mentionOf(name: string): string {
  const pattern = name
    .split(/\s+/)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"))
    .join(`${SPACE}+`);
  // A digit before the mention of a name like 茶叙 is the end of a number («签收 12@茶叙»), not of a mailbox.
  const mailbox = /^[\u0021-\u007e]/.test(name) ? "[A-Za-z0-9._%+-]" : "[A-Za-z._%+-]";
  return `(?<!${mailbox})[@＠]${pattern}${AFTER}[，、：，:]?`;
}

/**
 * The text from the command on that stands behind leading mentions; the whole text when there is none. A name is
 * not known to end at its first space, so up to three more words are passed over that may belong to it.
 */
function fromCommand(text: string): string {
  let at = 0;
  let wordsLeft = 0;
  for (let mentions = 0; ; ) {
    const gap = matchAt(GAP, text, at);
    at += gap.length;
    const mention = matchAt(ANY_MENTION, text, at);
    if (mention === "" && mentions === 0) return text;
    if (mention === "" && matchAt(COMMAND, text, at) !== "") return text.slice(at);
    // No name goes on in the next line.
    if (gap.includes("\n")) wordsLeft = 0;
    const word = mention || (wordsLeft > 0 ? matchAt(NAME_WORD, text, at) : "");
    if (word === "" || (mention === "" && TALK.test(word))) return text;
    wordsLeft = mention === "" ? wordsLeft - 1 : MOST_NAME_WORDS;
    mentions += mention === "" ? 0 : 1;
    at += word.length;
  }
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? "";
}

/** What stood around the mentions, parted by a space, or by the line breaks that were there. Each piece is looked at once. */
function joined(pieces: readonly string[]): string {
  const kept: string[] = [];
  let behind = "";
  for (const piece of pieces) {
    const before = trimEnd(piece);
    const core = trimStart(before);
    const inFront = before.slice(0, before.length - core.length);
    if (core !== "" && kept.length > 0) kept.push(parting(behind, inFront));
    if (core !== "") kept.push(core);
    behind = core === "" ? behind + piece : piece.slice(before.length);
  }
  return kept.join("");
}

/** A mention in a line of its own leaves no empty line. */
function parting(behind: string, inFront: string): string {
  const breaks = Math.max(...[behind, inFront].map((spaces) => spaces.split("\n").length - 1));
  return breaks === 0 ? " " : "\n".repeat(breaks);
}

function trimEnd(text: string): string {
  // A regular expression anchored at the end would try every run of spaces: quadratic on a long one.
  let end = text.length;
  while (end > 0 && TRAILING.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

function trimStart(text: string): string {
  return text.replace(LEADING, "");
}
