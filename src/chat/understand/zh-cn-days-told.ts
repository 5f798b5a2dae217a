import type { Calendar } from "../../domain/park/calendar.ts";
import { dateOf } from "../../domain/park/instants.ts";
import { narrow } from "../../domain/plain.ts";
import { daysIn, firstDate, type Place, type ReadDate, TIME } from "./zh-cn-dates.ts";
import { clausesOf } from "./zh-cn-pieces.ts";

/** The days of a report: what is promised for them, and what was done on them (今天补好了, 12月1日晚10点就恢复了). */

/** What may follow a date by which something is promised, behind a time of day. */
const PROMISED = new RegExp(
  `^${TIME}(?:\\p{P}*$|[之以]?前|止|为止|内|完成|办结|完工|竣工|交付|通车|开通|投用|到位|(?:修|换|装|办|搞|弄|铺|补)好)`,
  "u",
);

/** A date by which something is promised: 11月30日前, or at the very end. Other figures are no dates: 2-40车间, 7.5千瓦. */
export function promisedDate(text: string, now: Date, calendar: Calendar): ReadDate | null {
  return daysTold(text, now, calendar).promised;
}

/** 12月20日前都可以, 1月5日前把材料报来: up to when the company may do something. */
export const FOR_OTHERS_TO_DO =
  /^(?:[之以]?[前内]|止|为止)[\s,，]*(?:都|均|就)?(?:(?:可以?|行|来得及|有效)(?:[\s,，。;；!！]|的?$|来|交|报|办|领|申[请报]|提交)|(?:[把将][^,，。;；]{1,14}|都|再){0,2}(?:交(?:来|到|给我|至|齐|过来|材料|资料)|报(?:来|到|给我|上来|至|过来|名)|送(?:来|到|过来)|提交(?:到|给我|材料|资料)|递交|带|寄|来(?:窗口|大厅|局里|办|拿|取|领|交|签)|拿(?:来|过来|走|回)|补(?:交|齐|件|材料|资料)|到(?:窗口|大厅|我局|局里)|登记))/u;

/** The days of a report. */
export interface DaysTold {
  /** The first on which nothing was done yet. */
  readonly first: ReadDate | null;
  readonly promised: ReadDate | null;
  /** On which something was done, each with its time of day. */
  readonly done: readonly (Place & { readonly ended: boolean })[];
}

/** 12月1日恢复了，12月9日前装双电源: a day on which something was done promises nothing. */
export function daysTold(text: string, now: Date, calendar: Calendar): DaysTold {
  const done: (Place & { ended: boolean })[] = [];
  let first: ReadDate | null = null;
  let promised: ReadDate | null = null;
  for (const date of daysIn(text, now, calendar)) {
    const over = doneThen(text, date, dateOf(now, calendar.timeZone));
    if (over !== null) {
      done.push({ start: date.start, end: date.end + over.length, ended: over.ended });
      continue;
    }
    first ??= date;
    const behind = narrow(text.slice(date.end, date.end + FAR)).trim();
    if (!PROMISED.test(behind) || FOR_OTHERS_TO_DO.test(behind)) continue;
    promised = date;
    break;
  }
  return { first, promised, done };
}

function doneThen(text: string, date: ReadDate, today: string): DoneDay | null {
  const when = date.kind === "past" ? "past" : date.kind === "date" && date.day === today ? "today" : null;
  if (when === null) return null;
  return doneOn(
    narrow(text.slice(Math.max(0, date.start - NEAR), date.start)),
    narrow(text.slice(date.end, date.end + FAR)),
    when,
  );
}

/** So far is looked for what was done on a day. */
const NEAR = 6;
const FAR = 40;

/** Right behind a day: when on it. */
const TIME_OF_DAY =
  /^\s*(?:凌晨|清早|一?早上?|上午|中午|下午|傍晚|晚上?|夜里|夜间|半夜)?\s*(?:\d{1,2}(?::\d{2}|[点时](?:半|\d{1,2}分?)?)|[一二两三四五六七八九十]{1,3}[点时]半?)?(?:左右|许|多|钟)?/u;
const UP_TO_ITS_END = /^[^,，。;；!！?？\n]{0,40}/u;
/** What is not done yet, or is to be done by then. */
const IS_AHEAD =
  /^\s*(?:[之以]?[前内]|止|为止)|[之以]前(?!已)|会|将|能|要(?!求)|争取|预计|估计|计划|打算|准备|才|可以|再|得|拟|应该|如果|力争|保证|确保|安排|继续|开始|[吗么?？]/u;
/** Before the day. */
const LEADS_AHEAD =
  /(?:争取|预计|估计|计划|打算|准备|拟|定于|定在|力争|保证|确保|最[迟晚快]|不晚于|等到?|到|至|赶在|要|约(?:好|定)?)[在于]?\s*$/u;
/** Something came to its end. */
const ENDED =
  /(?:好|完|妥|掉|平|通|清|齐|净|到位|完毕|完成|恢复(?:正常|供电|供水|通行|通车|通电|送电)?|解决|办结|完工|竣工|搞定|结束|消除|排除|到账|来[电水网气]|送电|通[车电水网气]|处理|更换|拆除|开通|接通|修复|疏通|整改|补发|发放|退还|拨付|抢通)(?:正常)?了(?!吗|(?:一|大|小)?(?:半|部分)|一[段些处台盏])/u;
/** 12月1日去看过, 11月30日起停水. */
const IS_TOLD_AS_PAST = /了(?!吗)|过(?!来|去|程|期)|已|曾|[起从]|以来|当[天晚日]|发生|出现|接到|收到/u;
const ENDED_ALREADY =
  /(?:已(?:经)?|就|都|全部?)[^,，。;；]{0,6}(?:好|完|妥|通|到位|完毕|完成|恢复|解决|办结|完工|竣工|搞定|结束|消除|排除|到账|来[电水网气]|送电|处理|更换|拆除|开通|接通|修复|疏通|整改|补发|发放|退还|拨付)/u;

interface DoneDay {
  /** How far behind the day its time reaches. */
  readonly length: number;
  /** Whether it tells that something came to its end then. */
  readonly ended: boolean;
}

/** What was done on a day; null: what is said of it lies ahead. Of today only what came to its end is surely past. */
function doneOn(ahead: string, behind: string, when: "past" | "today"): DoneDay | null {
  const clause = UP_TO_ITS_END.exec(behind)?.[0] ?? "";
  const length = TIME_OF_DAY.exec(clause)?.[0].length ?? 0;
  if (LEADS_AHEAD.test(ahead) || IS_AHEAD.test(clause)) return null;
  const ended = ENDED.test(clause) || (when === "past" && ENDED_ALREADY.test(clause));
  return ended || (when === "past" && IS_TOLD_AS_PAST.test(clause)) ? { length, ended } : null;
}

/** 要等到月底，12月25号再看: the day on which what is put off is looked at again, as it is written; null: none is told so. */
export function reviewDay(text: string, now: Date, calendar: Calendar): string | null {
  const clause = clausesOf(text).find((one) => LOOKS_AGAIN.test(one));
  const day = clause === undefined ? null : firstDate(clause, now, calendar);
  return clause === undefined || day === null ? null : clause.slice(day.start, day.end);
}

const LOOKS_AGAIN = /再(?:来)?(?:看|议|办|启动|研究|复查|定|说|推进)/u;
