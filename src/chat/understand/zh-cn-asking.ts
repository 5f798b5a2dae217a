import { A_COMPANY } from "./zh-cn-for-company.ts";

/** What an official wants to know or have of a company, said as to a clerk. In plain text, where each company's name is 企业. */

const THEM = `(?:${A_COMPANY}[方]*|对方|厂里|厂方|公司|他们?|她们?|人家|客户|业主|报修人|联系人|联络员|(?!我)\\p{Script=Han}{1,2}(?:总|经理|厂长|老板|科长|主管))(?:那边|那头|方面|的人)?`;
const BEFORE =
  "^(?:[\\s,，]*#?\\d{1,6}\\s*号?(?:那个|这个|的|件)?(?:是个?(?:啥|什么)情况)?[\\s,，…。?？!！:：]*)?(?:你|你们|请|麻烦|帮我|帮忙|给我|再|先|去|顺便|那|就){0,4}";
const A_BIT = "(?:一?[下声问句]|清楚|问看?)?";

/** 问下恒达，你们缺什么工种: what follows is what is asked. */
const ASKS_THEM = new RegExp(
  `${BEFORE}(?:[问打]听?)${A_BIT}${THEM}(?:一?[下声句])?[\\s,，:：]*(?=[^,，。]*\\S{3})`,
  "u",
);
/** 14号问下丢了几米: the same of an issue that is named. */
const ASKS_ABOUT_IT = new RegExp(
  `${BEFORE}问(?:一?[下声问句]|清楚)[\\s,，:：]*(?=[^。]{0,30}(?:多少|好多|几|什么|啥|哪|谁|怎么|多[大长高久]|是不是|有没有|[吗?？]))`,
  "u",
);
/** 3个小孩什么年级，问一下: what is asked stands before it. */
const ASK_THAT = new RegExp(
  `^(?=.{4})(?<what>[^。;；!！]{0,40}?(?:多少|好多|几|什么|啥|哪|谁|怎么|多[大长高久]|是不是|有没有|还?要不要|[吗?？])[^。;；!！]{0,16}?)[,，\\s?？]+(?:你|你们|请|麻烦|帮我|帮忙|给我|去|先|再|要|得)*问(?:一?[下声问]|清楚|问看)?(?:${THEM})?(?:一?[下声])?(?:吧|哈|呢)?[\\s。.!！]*$`,
  "u",
);
/** 让恒达把工种发给我们: what they are to do follows. */
const HAVE_THEM_GIVE = new RegExp(
  `${BEFORE}(?:让|叫|要|催|通知|请)${THEM}(?=[^,，。;；]{0,24}(?:发|传|拍|提供|补|写|送|寄|交|报|给)(?:一?[下份张个]|个|[两几][份张个])?(?:给|到|来|过来|上来)?(?:我们?|局里|所里|这边|来|过来|上来|一?[下份张个]|[一两几][份张个]|$|[\\s,，。]))`,
  "u",
);
/** 跟唐总要一下岗位表: what they are to give follows. */
const WANTS_OF_THEM = new RegExp(
  `${BEFORE}(?:跟|找|向|问|管|和)${THEM}(?:再)?(?:要|讨|拿)(?!求|是)(?:一?[下份个张]|个|[两几][份张个]|来){0,2}(?=\\S{2})`,
  "u",
);
/** 我去问下企业, 已经问过: somebody does so, or has. */
const IS_OWN =
  /^[^,，。]{0,6}(?:我(?!们要|要)|我们(?!要)|已|刚|正在)[^,，。]{0,4}[问找跟让叫]|[问要]过了?|问(?:到|清楚)了|等.{0,8}再[问找]|(?:怎么|如何|不用|别|不要|没必要)[^,，。]{0,3}[问找让叫跟]/u;

export interface AskedFor {
  /** Where the question begins. */
  readonly from: number;
  /** Where it ends, if before the end of what is said. */
  readonly to?: number;
  /** A thing that they are to give, or to do. */
  readonly isWish: "give" | "do" | null;
  /** It is said of whom it is asked. */
  readonly namesThem: boolean;
}

/** Null: nothing is asked of a company. */
export function askedFor(plain: string): AskedFor | null {
  if (IS_OWN.test(plain)) return null;
  for (const [words, isWish, namesThem] of [
    [WANTS_OF_THEM, "give", true],
    [ASKS_THEM, null, true],
    [HAVE_THEM_GIVE, "do", true],
    [ASKS_ABOUT_IT, null, false],
  ] as const) {
    const said = words.exec(plain);
    if (said !== null) return { from: said[0].length, isWish, namesThem };
  }
  const what = ASK_THAT.exec(plain)?.groups?.what;
  return what === undefined ? null : { from: 0, to: what.length, isWish: null, namesThem: false };
}

/** As the company reads it. */
export function asWish(text: string, isWish: AskedFor["isWish"]): string {
  if (isWish === null) return text;
  return isWish === "give" ? `请提供${text}` : `请${text}`;
}

/** The word for a company, as long as its name. */
export function calledThem(length: number): string {
  return A_COMPANY.padEnd(length, "方");
}
