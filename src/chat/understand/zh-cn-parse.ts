/** What the parser knows of Chinese: what ends a command's word, what is a number, and what only begins like a command. */

/** After a word: its end, a space, a number, punctuation, or the page of a list alone (我的第2页). */
export const BORDER = /^(?:$|第\s*\d{1,4}\s*页\s*$|[\s\d#:,.;!?()，。：；、！？—-])/u;

/** #12, or a number that stands alone: in «补充 12吨», «补充 12.5吨», «补充 1,200吨», «补充 12:30» it is part of the text. */
export const NUMBER = /^[\s:,;、(]*(?:#\s*(\d{1,9})(?!\d)|(\d{1,9})号?(?![.:]\d|,\d{3}(?!\d))(?=$|[\s:,.;!?。、#)]))/u;

/** Behind a quotation, which has the number already, «1、», «1.» and «3 天» begin the text. */
export const NUMBER_BESIDE_QUOTATION =
  /^[\s:,;、]*(?:#\s*(\d{1,9})(?!\d)|(\d{1,9})(?![.:]\d|,\d{3}(?!\d)|\s*[.、)]\s*\S|\s*[个天日周吨分星])(?=$|[\s:,.;!?。、#]))/u;

/** 诉求怎么提, 诉求在哪里提？ as the whole message: a question about use. «诉求怎么提高电压» is an issue. */
export const ASKS_ABOUT_USE =
  /^(?:要|该|应该)?(?:(?:怎么|怎样|如何|咋|在?(?:哪里?|哪儿))(?:提|说|写|填|报|发|用|交|提交|提出|填写|上报|登记|反映)|是(?:什么|啥)(?:意思)?|什么意思)[啊呀呢吗的]?[\s?!.。~]*$/u;

/** 我是来问进度的: somebody who talks, and no company's name. */
export const TALKS =
  /^(?:(?:来|想|要|去|专门|特地)(?:问|看|查|催|了解|知道|咨询|反映|说|请)|(?:问|看|查)一?下|问问|谁|在问|第一次)/u;
