import { correctionIn, saidOfWrong } from "./zh-cn-corrections.ts";

/** 不对，签了15个; 说错了，是明晚: a piece of a text, put right. In plain text. */

const LEAD = /^(?:[哦噢啊唉呃嗯]|哎呀?|等等|等?一?下|慢着|不好意思|抱歉|对不起)[\s,，。!！]*/u;
/** 人数搞错了，是39人; 刚才时间说错了，明晚 */
const WAS_WRONG =
  /^[^,，。;；不]{0,8}?(?:搞|弄|说|写|打|记|看|报|讲|发|数|算)错(?:了)?[\s,，。:：]*(?:应该?|其实)?(?:是|为|改[成为])?\s*([^,，。;；!！?？]{1,14}?)(?:吧|的|了|啊|哈)?[\s。!！]*$/u;
/** 13个，不是12个 */
const NOT_BEHIND = /^(?:是|应该?是)?([^,，。;；!！?？是]{1,12})[\s,，]+(?:而)?不是[^,，。;；!！?？]{1,12}$/u;

/** What is meant in place of a piece; null: nothing is put right so. */
export function pieceMeant(plain: string): string | null {
  const text = plain.replace(LEAD, "").replace(LEAD, "");
  const meant =
    correctionIn(text)?.but ?? WAS_WRONG.exec(text)?.[1] ?? saidOfWrong(text) ?? NOT_BEHIND.exec(text)?.[1] ?? null;
  return meant === null || [...meant].length > LONGEST ? null : meant.trim();
}

/** More than that is a text of its own. */
const LONGEST = 14;

/** 39人, 三盏, 22:40: a figure with what it counts, and a time of day. */
const AMOUNTS =
  /(?<figure>\d{1,6}(?:\.\d{1,2})?|[一二两三四五六七八九十百]{1,4})\s*(?<measure>万?元|万|小时|分钟|公里|千瓦|平米|[个人名位盏根台条处户家天次辆趟班吨米块张份间套车岁%])|(?<time>\d{1,2}[:点时](?:\d{2}分?|半)?)/gu;

/** Of a figure its figures alone, so that what it counts stays as it was called. */
export interface Amount {
  /** Of the same kind takes its place. */
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}

export function amountsIn(plain: string): readonly Amount[] {
  return [...plain.matchAll(AMOUNTS)].map(({ index, 0: written, groups }) => ({
    kind: groups?.time === undefined ? kindOf(groups?.measure ?? "") : "time",
    start: index,
    end: index + (groups?.figure ?? written).length,
  }));
}

/** 签了12个工人 is put right by 15人. */
function kindOf(measure: string): string {
  return /^[个人名位]$/u.test(measure) ? "people" : measure;
}

/** 今晚, 明早: a part of a day, which takes the place of another. */
export const PART_OF_A_DAY = /[今明后当昨]天?(?:早上?|晚上?|上午|中午|下午|夜里|傍晚)/u;

/** What the company has read before, said anew. */
export function saidAnew(text: string): string {
  return `更正：${text}`;
}

/** The text itself, where it was said anew before. */
export function withoutAnew(text: string): string {
  return text.replace(/^更正：/u, "");
}
