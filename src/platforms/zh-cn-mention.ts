import { COMMAND_WORDS, type Taught } from "../messages/zh-cn/commands.ts";

/** Behind a command's word: its end, a space, a number, punctuation, a mention, or the page of a list (我的第2页). */
const BORDER = "(?=$|[\\s\\d０-９#＃:,.;!?()，。：；、！？（）@＠—-]|第\\s*\\d)";

/** These may stand directly before their text (诉求三车间停电); «反映的问题» is no command, but talk about one. */
const GLUED: readonly string[] = [
  ...COMMAND_WORDS.submit.words,
  ...COMMAND_WORDS.iam.words,
  ...COMMAND_WORDS.for.words,
];

const all = Object.values<Taught>(COMMAND_WORDS).flatMap(({ words, english, englishToo = [] }) => [
  ...words.filter((word) => !GLUED.includes(word) && /^\p{L}+$/u.test(word)),
  english,
  ...englishToo,
]);

/** The source of a pattern: a word that begins a command, whole. To be used with the flags `iu`. */
export const COMMAND_WORD = `(?:(?:${GLUED.join("|")})(?!的)|(?:${all.join("|")})${BORDER})`;

const NUMBER = "[#＃]?[\\d０-９]{1,9}号?";

/** The source of a pattern: how a command begins, with its word or with an issue's number (12号进度, 24 签收); a number alone asks for 进度. */
export const COMMAND_BEGINS = `(?:(?:${NUMBER}[\\s:：,，]{0,3})?${COMMAND_WORD}|${NUMBER}\\s*$)`;

/** What is said to somebody, and stands in no name: in «@李敏 麻烦看一下 进度» the command is not meant. */
export const TALK =
  /[请帮看说我你您他她它们这那怎吗呢吧了的把给让叫]|(?<!顾)问|麻烦|一下|什么|有空|不用|可以|今天|明天|昨天|现在|刚才|以后/u;
