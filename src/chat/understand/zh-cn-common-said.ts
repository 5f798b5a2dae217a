import { plainOf } from "../../domain/plain.ts";
import { figuresIn, NUMERAL, numeralOf } from "../../domain/zh-cn-numerals.ts";
import type { ReadDate } from "./zh-cn-dates.ts";

/** What is said of a common problem, taken apart: around what calls it, its issues, and the words that call it. */

/** What a person says of one, around the words that call it. */
export interface Said {
  /** ⟪路坑⟫, G3, or nothing. */
  readonly which: string;
  readonly plain: string;
  /** What stands before the words that call it. */
  readonly ahead: string;
  readonly behind: string;
  /** The part behind, as it was written. */
  readonly told: string;
  /** All that stands behind the word 共性 itself. */
  readonly after: string;
  /** The day that is named, as it was written. */
  readonly day: string;
  /** The same, where it stands in what is behind; null: elsewhere, or none. */
  readonly date: ReadDate | null;
  /** Whether the person sets the deadline. */
  readonly sets: boolean;
  /** Whether what he says of it is an order to who leads. */
  readonly orders: boolean;
  /** Its number is in it. */
  readonly isNumbered: boolean;
  readonly isCompany: Beside["isCompany"];
}

/** Where a person speaks of one: which was spoken of last, and the day that he names. */
export interface Beside {
  readonly spokenOf?: number | undefined;
  /** Whether that number is in what is said. */
  readonly isNumbered?: boolean;
  readonly date: ReadDate | null;
  readonly sets: boolean;
  readonly orders?: boolean;
  /** Whether companies, or people of theirs, are called so. */
  readonly isCompany?: (called: string) => boolean;
}

/** The parts of a text around what calls one, which stands at these places; `called`: the words by which it is called. */
export function saidAround(
  text: string,
  [from, to]: readonly [from: number, to: number],
  called: string,
  { spokenOf, date, sets, orders = false, isNumbered = false, isCompany }: Beside,
): Said {
  const plain = plainOf(text);
  const last = spokenOf === undefined ? "" : `G${spokenOf}`;
  return {
    which: called === "" ? last : `⟪${called}⟫`,
    plain,
    ahead: plain.slice(0, from),
    behind: plain.slice(to),
    told: text.slice(to).replace(/^[\s,，:：的]+/u, ""),
    after: text.slice(to),
    day: date === null ? "" : text.slice(date.start, date.end),
    date: date === null || date.start < to ? null : { ...date, start: date.start - to, end: date.end - to },
    sets,
    orders,
    isNumbered,
    isCompany,
  };
}

type Parts = readonly string[];
/** The part of the command and what follows it; null: it is not said. */
export type Deed = (said: Said) => Parts | null;

const THINGS = "楼|栋|线|车间|门|厂|路|机|院|变|库|桥";
const LISTED = "\\s*(?:[\\s,、和与跟及也都立合归并建列做打整加放纳算是移拿剔去退不已还先早从]|[那这][家个件边])";
const COUNTED = "\\s*[一二两三四五六七八九十几]+(?:件|个|家|条|起)";
/** 5、6路坑的: the last of several, whatever stands behind it but what it would count or name. */
const ENDS_A_LIST =
  "(?<=\\d号?[、和与跟及]\\s*\\d{1,6})(?!\\d|[个家件天日月年点时台米度楼栋线门厂万千百元块号]|路(?:公交|车|口|线|$))(?=\\p{Script=Han})";
/** 改到15号, 最迟15号: a day stands behind these. */
const BEFORE_A_DAY =
  "(?<!(?:(?:[改推延定限宽前迟]|期)[到成在至为回]|最[迟晚]|[时期]限|时间|截止)(?:[到在至为是]|就是|还是)?\\s?)";
/** 12号, 3、5, 把十二也…, 8已经好了: the issues that it is said of; 15号前 is a day. */
export const NUMBERS = new RegExp(
  `(?<![\\d.g])${BEFORE_A_DAY}#?(?:\\d{1,6}${ENDS_A_LIST}|\\d{1,6}(?=\\s?号(?!${THINGS}|[之以]?[前内])|件(?!事)|${LISTED}|${COUNTED}|$)|${NUMERAL}(?=号(?!${THINGS}|[之以]?[前内]))|(?<=^|[把将、]\\s?|[去拿删]掉\\s?|[移加]上?[入出]?\\s?)(?!一[并起些])${NUMERAL}(?=${LISTED}|$))`,
  "gu",
);

export function issuesIn(plain: string): readonly number[] {
  return [...plain.matchAll(NUMBERS)].flatMap(([one]) => figuresIn(one));
}

/** 七八九这三个, as many as are counted: each is an issue. */
export function spelledApart(text: string): string {
  return text.replace(SPELLED, (all, digits: string, behind: string, count: string) =>
    digits.length === (numeralOf(count) ?? Math.max(3, digits.length))
      ? `${[...digits].map((one) => `${one}号`).join("、")}${behind}${count}`
      : all,
  );
}

const SPELLED =
  /(?<![零〇一二两三四五六七八九十百千])([一二三四五六七八九]{2,9})号?([这那]?)([两三四五六七八九几])(?=[个件家条])/gu;

/** What stands around the words by which one is called. */
const BEFORE_WORDS =
  /^(?:(?:好几|好多|很多|不少|各|几|[两三四五六七八九])(?:家|个)?(?:企业|公司|单位|厂|家)?(?:都|也|在){0,2}(?:说|反映|反应|投诉)(?:的|到|了|过)?|还有|[新刚][来提报][的了]?|别的|其[他它]的?|请|麻烦|帮忙?|我们?|咱们?|本|单位|部门|给|想|要|能不能|可以|把|将|对|跟|和|与|关于|有关|针对|就|[那这](?:个|件|些|几[个家件])?|些|有|哪些|哪几?一?[个家]|多少|现在|目前|一共|所有|全部|园区|什么|查看|看看|看一?下|查一?下|问一?下|列出|撤[销消掉]|删[除掉]|取消|作废|答复|办结|恢复|重开|改名|进展|措施|新建|移出|加入|到|的|都|[\s:、])+/u;
const BEHIND_WORDS =
  /(?:的|是|属于|同?一(?:回|码|个|件)事|一样|[那这](?:一?个|类|些|件|项|边|(?![几两二三四五六七八九\d]))|[那这]?(?:几|[两二三四五六七八九]|\d{1,2})[家件个]|诉求|企业|问题|单子|都|也|全|[归合并放弄收汇整](?:到|在|成)?一[起块]|一起|一并|所有|全部|里面?|[\s:、])+$/u;

/** 这个事好几家都在反映 */
const OF_HOW_MANY =
  /(?:的?(?:这|那)?(?:个|件|种)?(?:事情?|问题|情况))?(?:现在|最近|已经|有){0,2}(?:好(?:几|多)|很多|不少|多|各|几|[一二两三四五六七八九十\d]+)(?:个|家|次)?(?:企业|公司|单位|厂)?(?:家)?(?:都|也|在|有){0,3}(?:反映|说|提|投诉|诉|碰到|遇到|存在)(?:了|过|的|到)?$/u;

/** The words alone that say which one. */
export function wordsOf(said: string): string {
  const clause = said.split(/[,，。;；]/u).findLast((one) => one.trim() !== "") ?? "";
  const bare = clause
    .replace(NUMBERS, " ")
    .replace(/号/gu, "")
    .replace(OF_HOW_MANY, "")
    .replace(BEFORE_WORDS, "")
    .replace(BEHIND_WORDS, "");
  return [...bare.trim()].length < 2 ? "" : bare.trim();
}

/** Right before a word: it is not to be, or not so. 要不放进来吧 denies nothing. */
const DENIES =
  /(?:(?<![要是能行好对可得])不|(?<!特)别|莫|甭|勿|没(?:有)?|未|冇|无需|用不着)(?:要|想|能|会|用|肯|准|必|该|应该|可以|是|算|属于)?(?:再|先|都|也|给|往|把|将|跟|和|与|这|个|它|他|里|面|[#\d号、]){0,8}$/u;

/** Whether one of the words is said, and not the opposite. */
export function saidUndenied(words: RegExp, plain: string): boolean {
  return [...plain.matchAll(new RegExp(words.source, "gu"))].some(({ index }) => !DENIES.test(plain.slice(0, index)));
}

/** What such words are followed by, as it was written. */
export function toldBehind(words: RegExp, told: string): string | undefined {
  const [, said] = words.exec(plainOf(told)) ?? [];
  return said === undefined ? undefined : told.slice(told.length - said.length);
}
