import type { Calendar } from "../../domain/park/calendar.ts";
import { narrow } from "../../domain/plain.ts";
import { anyOf } from "./any-of.ts";
import { asksSomething } from "./zh-cn-asks.ts";
import { firstDate } from "./zh-cn-dates.ts";
import { placeNumber } from "./zh-cn-numbers.ts";

/** What is said of a theme day in free words: that a company comes, and that one is to be held. In plain text. */

const COMES = anyOf(
  "报名(?!的|表|人数|情况|时间|截止|方式|流程|费|了?(?:几|多少)|名单)|(?:算|加|给|带)(?:上)?我们?(?:公司|厂)?(?:一(?:个|家|份)|$|[,，。!])",
  "(?:我们?|我司|我厂|本公司|咱们?|公司|厂里)(?:公司|厂|这边|老板|老总|领导|\\p{Script=Han}总)?(?:都|也|要|想|会|可以|能|肯定|一定|准时|到时候?){0,3}(?:参加|来|去|到场|出席)(?![过的]|不)|^(?:\\p{Script=Han}{0,4}主题日)?[,，\\s]*参加(?:[,，。!吧\\s]|$)",
);
const COMES_NOT =
  /不(?!见不散)(?:能|想|会|用|打算|准备|一定)?(?:参加|来|去|报|到)|没(?:法|空|时间|有?报|有?参)|来不了|去不了|取消|退出|(?:参加|报名|报|去|来)过|上(?:次|期|回)|别(?:报|参)|再(?:说|定|看)|如果|要是/u;

/** 主题日报名, 主题日我们参加: a company signs up; who asks about it, or stays away, does not. */
export function signsUp(plain: string): boolean {
  return COMES.test(plain) && !COMES_NOT.test(plain) && !asksSomething(plain);
}

/** What stands behind 主题日 then. */
export const SIGN_UP = "报名";

const MEETING = "(?:主题日|茶叙(?:会|日))";
const HOLDS = anyOf(
  `(?:搞|办|开|举办|举行|组织|安排|排|弄|策划|筹备|召开|加开|新建)(?:一)?(?:下|期|场|次|个)?[^,，。?？]{0,14}${MEETING}`,
  `${MEETING}[^,，。]{0,4}(?:定|安排|放|排|开|办|搞)(?:在|到)`,
);
const HOLDS_NOT =
  /上(?:次|期|回)|[办开搞排]过|[办开搞]得|[开办搞]完|结束|取消|推迟|改期|改到|不(?:开|办|搞|排)|别(?:开|办|搞)|谁|通知(?:上|里)/u;

/** Whether a theme day is to be held: 这周五下午三点搞一期用工专场主题日. */
export function holdsThemeDay(plain: string): boolean {
  return HOLDS.test(plain) && !HOLDS_NOT.test(plain) && !asksSomething(plain);
}

const PLACE = anyOf("地(?:点|方|址)(?:就|还)?(?:定|设|放|选)?(?:在|是|为|:)?\\s*(?<named>[^\\s,，。;；!！]{2,20})");
const IN_A_PLACE =
  /在\s*(?!周|下|这|本|明|后|今|\d|上午|中午|晚|早|月|群|微信)([^\s,，。;；!！]{2,20}?)(?=搞|办|开|举|召|组织|[\s,，。;；!！]|$)/u;
const THEME = new RegExp(
  `(?:搞|办|开|举办|举行|组织|安排|排|弄|策划|筹备|召开|加开|新建)(?:一)?(?:下|期|场|次|个)?([^,，。\\s\\d:]{2,12}?)(?:的)?${MEETING}`,
  "u",
);
const NAMED_THEME = /主题(?:是|为|:|定为)\s*([^\s,，。;；!！]{2,20})/u;
/** Says nothing of its own before 主题日. */
const NO_THEME = /^(?:政企|交流|园区|企业|本月|这个月|下个月|月度|一期|一次|一场|一个|新的|的)+$/u;

/** What of a plan is said, as it is written behind 主题日: 新建 2026-12-04 15:00 用工专场 地点 会议中心; as far as it is. */
export function planSaid(
  text: string,
  now: Date,
  calendar: Calendar,
): { readonly words: string; readonly isWhole: boolean } {
  const plain = narrow(text);
  const date = firstDate(plain, now, calendar);
  const day = date?.kind === "date" ? date.day : null;
  const time = timeIn(plain.slice(date?.end ?? 0)) ?? timeIn(plain);
  const before = THEME.exec(plain)?.[1];
  const theme = NAMED_THEME.exec(plain)?.[1] ?? (before === undefined || NO_THEME.test(before) ? "" : before);
  const place = PLACE.exec(plain)?.groups?.["named"] ?? IN_A_PLACE.exec(plain)?.[1];
  const clock = time === null ? "" : `${time.hour}:${String(time.minute).padStart(2, "0")}`;
  const parts = ["新建", day ?? "", clock, theme, place === undefined ? "" : `地点 ${place}`];
  return { words: parts.filter((one) => one !== "").join(" "), isWhole: day !== null && time !== null };
}

/** A time of day as it was said. `hour` may be one that there is not. */
export interface SaidTime {
  readonly words: string;
  readonly hour: number;
  readonly minute: number;
}

const HOUR = "\\d{1,2}|十[一二]?|[一二两三四五六七八九]";
const TIME = `(上午|早上|中午|下午|晚上?)?\\s*(${HOUR})(?:[:：]([0-5]\\d)|[点时](半|一刻|三刻|[0-5]?\\d分?|[二三四五]?十[一二三四五六七八九]?分?)?(?!多|左右以))`;
const LEADING_TIME = new RegExp(`^\\s*${TIME}`, "u");
const ANY_TIME = new RegExp(TIME, "u");
const LATE = /下午|晚/u;

/** 晚上8点半, 下午三点, 20:30 at the beginning of a text. */
export function leadingTime(text: string): SaidTime | null {
  return timeOf(LEADING_TIME.exec(narrow(text)));
}

function timeIn(text: string): SaidTime | null {
  return timeOf(ANY_TIME.exec(text));
}

function timeOf(match: RegExpExecArray | null): SaidTime | null {
  if (match === null) return null;
  const [words, part = "", hourText = "", minuteText, pastText] = match;
  const said = placeNumber(hourText);
  const isLate = (LATE.test(part) && said < 12) || (part === "中午" && said < 3);
  const minute = minuteText === undefined ? minutePast(pastText) : Number(minuteText);
  return { words, hour: said + (isLate ? 12 : 0), minute };
}

const PAST: Readonly<Record<string, number>> = { 半: 30, 一刻: 15, 三刻: 45 };

function minutePast(said: string | undefined): number {
  if (said === undefined) return 0;
  const words = said.replace(/分$/u, "");
  return PAST[words] ?? placeNumber(words);
}
