import type { Outcome, State } from "../../../domain/issue/issue.ts";
import type { Urgency } from "../../../domain/park/org.ts";

/** What people write into the cells of a list. */

/** How an issue stands, as a list says it. */
export interface StandsAs {
  readonly state: State;
  readonly outcome: Outcome | null;
  readonly voided?: true;
  /** That it is done with, and not what the company said of it. */
  readonly isVague?: true;
}

const closed = (outcome: Outcome): StandsAs => ({ state: "closed", outcome });
const open = (state: State): StandsAs => ({ state, outcome: null });

const STATES: readonly (readonly [StandsAs, readonly string[]])[] = [
  [open("submitted"), ["待派单", "待交办", "未交办", "待分办", "未派单", "待受理", "待研究"]],
  [open("dispatched"), ["待签收", "未签收", "已派单", "已交办", "已转办", "已分办", "交办", "待办理", "未办理"]],
  [
    open("in_progress"),
    [
      "办理中",
      "在办",
      "正在办理",
      "处理中",
      "正在处理",
      "进行中",
      "推进中",
      "正在推进",
      "持续推进",
      "长期推进",
      "正在解决",
      "解决中",
      "部分解决",
      "未解决",
      "未办结",
      "未完成",
      "未销号",
      "否",
    ],
  ],
  [open("waiting"), ["待企业补充", "待补充"]],
  [open("on_hold"), ["挂账", "暂缓", "搁置", "暂时无法解决", "暂不具备条件"]],
  [open("answered"), ["待企业确认", "待确认", "已答复", "已回复", "待回访", "待评价"]],
  [closed("solved"), ["已解决", "解决", "企业确认解决", "已落实"]],
  [closed("explained"), ["解释认可", "企业认可解释", "已解释", "解释说明", "已答复认可"]],
  [closed("unconfirmed"), ["超时未确认"]],
  [
    { ...closed("unconfirmed"), isVague: true },
    ["已办结", "办结", "已完成", "完成", "已销号", "销号", "已办理", "已处理", "结案", "是"],
  ],
  [open("rejected"), ["不予受理", "不受理", "未受理"]],
  [open("withdrawn"), ["已撤回", "撤回", "已撤销", "撤销"]],
  [{ state: "withdrawn", outcome: null, voided: true }, ["已作废", "作废", "重复"]],
];

/** What may be written for how an issue stands: of each the first. */
export const STATE_CHOICES = STATES.map(([, [word = ""]]) => word);

/** 已并入 #7 */
const MERGED = /^已?并入#?(\d{1,9})$/u;

/** How it stands by a word, without its spaces and marks; `asked`: what the column is called. Null: nobody knows. */
export function standsAs(word: string, asked: string): (StandsAs & { readonly mergedInto?: number }) | null {
  const merged = MERGED.exec(word)?.[1];
  if (merged !== undefined) return { state: "merged", outcome: null, mergedInto: Number(merged) };
  // Under 是否解决 a yes says more than that it is done with.
  if (word === "是" && asked.includes("解决")) return closed("solved");
  return STATES.find(([, words]) => words.includes(word))?.[0] ?? null;
}

const RATINGS: readonly (readonly string[])[] = [
  ["非常不满意", "很不满意"],
  ["不满意", "否"],
  ["一般", "基本满意", "较满意"],
  ["满意", "是", "比较满意"],
  ["非常满意", "很满意"],
];
/** A list says of many that nobody was asked. */
const UNRATED: readonly string[] = ["未评价", "待评价", "无", "-", "—", "/", "未回访"];

/** 1 to 5; null: none was given; undefined: nobody knows. */
export function ratingOf(word: string): number | null | undefined {
  if (UNRATED.includes(word)) return null;
  const digit = /^([1-5])(?:\.0+)?[分星]?$/u.exec(word)?.[1];
  if (digit !== undefined) return Number(digit);
  const place = RATINGS.findIndex((words) => words.includes(word));
  return place < 0 ? undefined : place + 1;
}

const URGENCIES: Readonly<Record<Urgency, readonly string[]>> = {
  urgent: ["紧急", "急", "特急", "加急", "是"],
  normal: ["一般", "普通", "常规", "正常", "不急", "否"],
  complex: ["复杂", "疑难", "重大"],
};

/** Undefined: nobody knows. */
export function urgencyOf(word: string): Urgency | undefined {
  const found = Object.entries(URGENCIES).find(([, words]) => words.includes(word))?.[0];
  return found === "urgent" || found === "normal" || found === "complex" ? found : undefined;
}

const YES: readonly string[] = ["是", "true", "保密", "√", "y", "yes", "1"];
const NO: readonly string[] = ["否", "false", "不", "公开", "无", "x", "n", "no", "0", "-", "—", "/"];

/** What may be written into a column, where it is one of some words. */
export const CHOICES = {
  rating: ["1 到 5", "非常满意", "满意", "一般", "不满意", "非常不满意"],
  urgency: ["紧急", "一般", "复杂"],
  confidential: ["是", "否"],
} as const;

/** Undefined: nobody knows. */
export function isYes(word: string): boolean | undefined {
  return YES.includes(word) ? true : NO.includes(word) ? false : undefined;
}

/** Several units in one cell. */
export const BETWEEN_UNITS = /[、，,;；/\n]+|(?<=[局委办司处])\s+/u;

/** 联系人：张三，电话：138… behind the text of an issue: what the ledger has no place for. */
export const contactBehind = (name: string, phone: string) =>
  `\n（${name === "" ? "" : `联系人：${name}，`}联系电话：${phone}）`;

/** 张三 13800000000, 张三（13800000000） */
export const PHONE_IN_NAME = /[(（]?\s*(1[3-9]\d{9}|0\d{2,3}[- ]?\d{7,8}|\d{7,8})\s*[)）]?/u;

/** What stands where a date would, and names none. */
const NO_DATE: readonly string[] = [
  "长期",
  "长期坚持",
  "长期推进",
  "持续",
  "持续推进",
  "持续坚持",
  "立行立改",
  "立即",
  "即办",
  "待定",
  "未定",
  "无",
  "-",
  "—",
  "——",
  "/",
];

export const isNoDate = (word: string) => NO_DATE.includes(word);

/** A day as it is written; `year` is missing where only month and day are. */
export interface WrittenDay {
  readonly year: number | null;
  /** Null: of the year that is named, and of no month of it. So with the day. */
  readonly month: number | null;
  readonly day: number | null;
  readonly time: string | null;
}

const WHOLE =
  /^(\d{4}|\d{2}(?=[.年]))[年./-](\d{1,2})[月./-](\d{1,2})[日号]?(?:[ T]?(\d{1,2})[:：时](\d{2})(?:[:：]\d{2}(?:\.\d+)?)?分?)?(?:前|之前|以前)?$/u;
const DIGITS = /^(\d{4})(\d{2})(\d{2})$/u;
const OF_MONTH = /^(\d{4})[年./-](\d{1,2})月?(?:底|末|前|底前|末前|内)?$/u;
const OF_YEAR = /^(\d{4})年?(?:底|末|内|年底)(?:前|之前)?$/u;
const WITHOUT_YEAR = /^(\d{1,2})[月./-](\d{1,2})[日号]?(?:前|之前|以前)?$/u;
const END_OF_MONTH = /^(\d{1,2})月(?:底|末)(?:前|之前)?$/u;

const CHINESE = "零一二三四五六七八九";
const WEEKDAY = /[(（]?(?:星期|周|礼拜)[一二三四五六日天][)）]?/gu;

/** 二〇二五年三月十四日 in digits. */
function inDigits(text: string): string {
  if (!/[零〇○一二三四五六七八九十]+[年月]/u.test(text)) return text;
  return text
    .replace(/[〇○]/gu, "零")
    .replace(/([一二三四五六七八九]?)十([一二三四五六七八九]?)/gu, (_, tens: string, ones: string) => {
      return String(10 * (tens === "" ? 1 : CHINESE.indexOf(tens)) + (ones === "" ? 0 : CHINESE.indexOf(ones)));
    })
    .replace(/[零一二三四五六七八九]/gu, (one) => String(CHINESE.indexOf(one)));
}

/** Without width, the day of the week, and the spaces inside a date; 下午3:30 is 15:30. */
export function plainDay(said: string): string {
  return inDigits(said.normalize("NFKC").replace(WEEKDAY, ""))
    .replace(/下午\s*(\d{1,2})(?=[:：时])/u, (_, hour: string) => String(Number(hour) < 12 ? Number(hour) + 12 : hour))
    .replace(/(?:上午|下午|早上|晚上|中午)/u, "")
    .replace(/(?<=\d)[。、](?=\d)/gu, ".")
    .replace(/\s+/gu, " ")
    .replace(/(?<=[年月./-]) | (?=[年月日号./-])/gu, "")
    .trim();
}

/** The day that a text names; null: none. */
export function dayIn(text: string): WrittenDay | null {
  const whole = WHOLE.exec(text) ?? DIGITS.exec(text);
  if (whole !== null) {
    const [, year = "", month, day, hour, minute] = whole;
    const time = hour === undefined ? null : `${hour.padStart(2, "0")}:${minute}`;
    return { year: Number(year.length === 2 ? `20${year}` : year), month: Number(month), day: Number(day), time };
  }
  const [, ofYear] = OF_YEAR.exec(text) ?? [];
  if (ofYear !== undefined) return { year: Number(ofYear), month: null, day: null, time: null };
  const [, year, ofMonth] = OF_MONTH.exec(text) ?? [];
  if (year !== undefined) return { year: Number(year), month: Number(ofMonth), day: null, time: null };
  const [, month, day] = WITHOUT_YEAR.exec(text) ?? [];
  if (month !== undefined) return { year: null, month: Number(month), day: Number(day), time: null };
  const [, end] = END_OF_MONTH.exec(text) ?? [];
  return end === undefined ? null : { year: null, month: Number(end), day: null, time: null };
}
