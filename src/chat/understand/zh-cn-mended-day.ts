import type { Calendar } from "../../domain/park/calendar.ts";
import { plainOf } from "../../domain/plain.ts";
import { anyOf, leftBeside } from "./any-of.ts";
import { firstDate, type ReadDate } from "./zh-cn-dates.ts";
import { promisedDate } from "./zh-cn-days-told.ts";
import { asPromise } from "./zh-cn-pieces.ts";

/** 写错了，换成16号; 改到周三前; 不是下周五，是下周四: another day for what was promised, and nothing of what will be done. */

const MENDS = /改(?!造)|(?<!更)换|错|不是|不对|调|变|推迟|提前/u;
const BESIDE = anyOf(
  "写|说|填|打|弄|报|错|了|不|对|应该?|是|而|改|换|调整?|变更?|推迟|提前|成|为|到|在|至|那|这|个|条|件|措施|日期|时间|期限|承诺|完成",
  "的|号|前|之|以|就|再|吧|哈|我|们|要|想|把|请|麻烦|一|下|原来|从|呢|啊|哦|嗯|唉|算|按",
);
/** So many days are named at most: the wrong one, and the right one. */
const MOST_DAYS = 2;

/** The day that is meant now, which is named last; null: something else is told, too. */
export function dayMended(text: string, now: Date, calendar: Calendar): ReadDate | null {
  let left = text;
  let last: ReadDate | null = null;
  for (let count = 0; count < MOST_DAYS; count++) {
    const date = firstDate(left, now, calendar);
    if (date === null) break;
    left = left.slice(0, date.start) + " ".repeat(date.end - date.start) + left.slice(date.end);
    last = date;
  }
  const plain = plainOf(left);
  return last !== null && MENDS.test(plain) && leftBeside(plain, BESIDE) === 0 ? last : null;
}

/** A measure as it was written, with this day in the place of the one that it promised. */
export function withDay(measure: string, day: string, now: Date, calendar: Calendar): string {
  const before = promisedDate(measure, now, calendar);
  if (before === null) return asPromise(measure, day);
  return measure.slice(0, before.start) + day + measure.slice(before.end);
}
