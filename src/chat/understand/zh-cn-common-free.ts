import { plainOf } from "../../domain/plain.ts";
import { numeralOf } from "../../domain/zh-cn-numerals.ts";
import { OF_A_PLACE } from "./zh-cn-common.ts";
import { calledBy, deedSaid } from "./zh-cn-common-deeds.ts";
import { type Beside, saidAround, wordsOf } from "./zh-cn-common-said.ts";
import type { ReadDate } from "./zh-cn-dates.ts";

/** A common problem that is spoken of in free words, called by words of its title: 路坑那个共性问题进展：已进场. */

const MENTION =
  /(?:[这那](?:一?个|几个|类|种|项|件)?的?)?共性(?:的)?(?:问题|诉求|难题|事项)?(?:[这那](?:一?个|件|项))?/u;
/** 路那个共性问题 */
const BY_ONE_CHARACTER = /(?:^|[,，。;；\s把将])([路水电网气灯坑桥车])(?:的|那个|这个)?$/u;
/** 共性问题停电那个怎么样: called behind the word. */
const NAMED_BEHIND =
  /^(?:里面?|中|当中|的|[\s:]){0,4}(?!办|处理|再|给|请|麻烦|催|督|宽|延|推|加|移|有|都|现在|目前|是|情况|清单|列表|材料|统计|汇总|一共|还|要|能|可以|问题|我|你|大家|最)((?:(?!进展|措施|怎|咋|什么|啥|哪|牵头|时限|期限|答复|办结|由|已|正在|多少|几|撤|删|取消|作废|恢复|重开|改名|如何|到)[^\s,，。;；:?？]){2,20})/u;

/** 把47加到G2, 请建管局牵头G3; G207国道 and G1栋 are places. */
const BY_NUMBER = new RegExp(
  `(?:共性(?:问题)?\\s*)?(?<![a-z\\d])g\\s*#?(\\d{1,6})${OF_A_PLACE}(?:号?的?[这那]一?[个件项])?号?(?:共性(?:问题)?)?`,
  "u",
);

export function saysNumberOfCommon(text: string): boolean {
  return BY_NUMBER.test(plainOf(text));
}

/** G1里头5那家不算，另外…: the one of which all of it is said. Null: it does not begin with one. */
export function commonNamedFirst(text: string): number | null {
  const found = BY_NUMBER.exec(plainOf(text));
  return found === null || found.index > 1 ? null : Number(found[1]);
}

/** Whether 共性, or its number, stands before this word: 停电的共性问题催一催 is no 催办 of an issue. */
export function saysBefore(text: string, word: string): boolean {
  const plain = plainOf(text);
  const at = (MENTION.exec(plain) ?? BY_NUMBER.exec(plain))?.index ?? -1;
  return at >= 0 && at < plain.indexOf(plainOf(word));
}

/** 月底前改成12月20: the day that it is to be. */
export function dayMeant(said: string, dayIn: (said: string) => ReadDate | null): ReadDate | null {
  // G1 月底前: its number is no month.
  const text = said.replace(/g\s*#?\d{1,6}/giu, (one) => "_".repeat(one.length));
  const moved = /[改换延推][成到为至]/u.exec(plainOf(text));
  const from = moved === null ? 0 : moved.index + moved[0].length;
  const later = from === 0 ? null : dayIn(text.slice(from));
  return later === null ? dayIn(text) : { ...later, start: later.start + from, end: later.end + from };
}

/** As the command says it, with ⟪words⟫ where the number stands; null: nothing of the kind is said. */
export function commonInWords(text: string, beside: Beside): string | null {
  const plain = plainOf(text);
  const numbered = BY_NUMBER.exec(plain);
  if (numbered !== null) {
    const around = [numbered.index, numbered.index + numbered[0].length] as const;
    return deedSaid(saidAround(text, around, "", { ...beside, spokenOf: Number(numbered[1]), isNumbered: true }));
  }
  const mention = MENTION.exec(plain);
  if (mention === null) return null;
  const from = mention.index;
  const to = from + mention[0].length;
  const words = calledBy(plain.slice(0, from)) || (BY_ONE_CHARACTER.exec(plain.slice(0, from))?.[1] ?? "");
  // 共性那个再给我宽限三天: it has been called.
  const isCalled = words !== "" || /[这那](?:一?个|件|项)?$/u.test(mention[0]);
  const [behind = "", named = ""] = !isCalled ? (NAMED_BEHIND.exec(plain.slice(to)) ?? []) : [];
  const said = saidAround(text, [from, to + behind.length], words || wordsOf(named), beside);
  return deedSaid({ ...said, after: text.slice(to) });
}

/** The answer to the question which one is meant; null: it is none. */
export function commonNamed(plain: string): { readonly number: number } | { readonly words: string } | null {
  const bare = plain.replace(/^(?:是|就是)?(?:共性(?:问题)?)?\s*g?\s*#?/u, "").trim();
  const digits = /^(\d{1,6})(?:号|那个|的)?[\s。.!吧]*$/u.exec(bare)?.[1];
  const number = digits === undefined ? numeralOf(bare.replace(/号?[。.!吧\s]*$/u, "")) : Number(digits);
  if (number !== null) return { number };
  const words = wordsOf(bare);
  return /\d/u.test(bare) || words === "" || [...bare].length > LONGEST_NAMED ? null : { words };
}

const LONGEST_NAMED = 10;

/** 进展 已约谈, with the words by which it was called then. */
export function calledIn(rest: string, words: string): string {
  const [sub = ""] = rest.split(" ", 1);
  return `${sub} ⟪${words}⟫${rest.slice(sub.length)}`;
}
