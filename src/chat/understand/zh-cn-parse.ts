import { NUMERAL, NUMERALS } from "../../domain/zh-cn-numerals.ts";

/** What the parser knows of Chinese: what ends a command's word, what is a number, and what only begins like a command. */

/** 同感三, 签收五、六号: numbers in characters behind a command's word, and nothing that they would count; 措施 一、… begins a list. */
export const NUMBERS_IN_CHARACTERS = new RegExp(
  `^\\s*(?!一(?:、(?!${NUMERAL}|#?\\d)|[\\s、][\\s\\S]*[\\s,;，；。]二[\\s、.:：]))((?:${NUMERAL}|#?\\d{1,6})号?(?:(?:[\\s、和与跟及]#?\\d{1,6}|[、和与跟及]${NUMERAL})号?){0,9})(?=$|[\\s,;。!])`,
  "u",
);

/** A number in characters may stand behind a word, or behind another. */
export const IN_CHARACTERS = new RegExp(`^\\p{Script=Han}{1,5}[\\s#\\d号、和与]*[${NUMERALS}]`, "u");

/** After a word: its end, a space, a number, punctuation, or the page of a list alone (我的第2页). */
export const BORDER =
  /^(?:$|[一二两三四五六七八九十半]{1,2}\s*个?(?:天|周|日|工作日|星期|礼拜)|第\s*\d{1,4}\s*页\s*$|[\s\d#:,.;!?()，。：；、！？—-])/u;

/** As the border, without figures: 诉求7到哪一步了 is written in one. */
export const ENDS_A_WORD = /^(?:$|第\s*\d{1,4}\s*页\s*$|[\s#:,.;!?()，。：；、！？—-])/u;

/** #12, or a number that stands alone: in «补充 12吨», «补充 12.5吨», «补充 1,200吨», «补充 12:30» it is part of the text. */
export const NUMBER =
  /^[\s:,;、(]*(?:#\s*(\d{1,9})(?!\d)|(\d{1,9})号?(?!\.\d|:\d{2}(?!\d)|,\d{3}(?!\d))(?=$|[\s:,.;!?。、和与#)]))/u;

/** 1、变压器已更换；2、…: what stands behind the first number of a list of things. */
export const ENUMERATES = /^[、.)）](?=\s*[^\s\d#])/u;

/** 签收14并联系企业: a number that is glued to what follows. */
export const GLUED_NUMBER = /^[\s:,;、(]*#?(\d{1,9})\s*号?(?=\p{Script=Han}|[a-z])/u;

/** 、6和8: further numbers, and nothing else behind them. */
export const NEXT_NUMBER_ALONE =
  /^(?:[\s、,;和与跟及]+(?:#\s*)?\d{1,9}号?)+(?:\s*(?:号|都|一起|一并|全部|这?[两二三四]件))*[\s。.!]*$/u;
/** 、6 with text behind it. */
export const NEXT_NUMBER = /^\s*[、,]\s*#?\s*(\d{1,9})号?(?=$|[\s:,;。、和与跟及])/u;

/** The same, also behind a space or a word that joins: 签收 61 62，线路跳闸. */
export const NEXT_NUMBER_BY_SPACE = /^[\s、,/;和与跟及]+#?\s*(\d{1,9})号?(?=$|[\s:,;。、/和与跟及])/u;

/** Behind a quotation, which has the number already, «1、», «1.» and «3 天» begin the text. */
export const NUMBER_BESIDE_QUOTATION =
  /^[\s:,;、]*(?:#\s*(\d{1,9})(?!\d)|(\d{1,9})(?![.:]\d|,\d{3}(?!\d)|\s*[.、)]\s*\S|\s*[个天日周吨分星])(?=$|[\s:,.;!?。、#]))/u;

/** 诉求怎么提, 诉求在哪里提？ as the whole message: a question about use. «诉求怎么提高电压» is an issue. */
export const ASKS_ABOUT_USE =
  /^(?:要|该|应该)?(?:(?:怎么|怎样|如何|咋|在?(?:哪里?|哪儿))(?:提|说|写|填|报|发|用|交|提交|提出|填写|上报|登记|反映)|是(?:什么|啥)(?:意思)?|什么意思)[啊呀呢吗的]?[\s?!.。~]*$/u;

/** 我是来问进度的: somebody who talks, and no company's name. */
export const TALKS =
  /^(?:(?:来|想|要|去|专门|特地)(?:问|看|查|催|了解|知道|咨询|反映|说|请)|(?:问|看|查)一?下|问问|谁|在问|第一次|在?说(?:的?是)?|指(?:的?是)?|讲的?是?|(?:的?)意思)/u;

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
