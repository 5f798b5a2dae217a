import type { Calendar } from "../../domain/park/calendar.ts";
import { plainOf } from "../../domain/plain.ts";
import { anyOf, leftBeside } from "./any-of.ts";
import { daysIn, daysNamed, type ReadDate } from "./zh-cn-dates.ts";
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
  const named = [...daysNamed(text, now, calendar)].slice(0, MOST_DAYS);
  const last = [...daysIn(text, now, calendar)].at(-1) ?? null;
  const left = named.reduce(
    (rest, { start, end }) => rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end),
    text,
  );
  const plain = plainOf(left);
  return last !== null && MENDS.test(plain) && leftBeside(plain, BESIDE) === 0 ? last : null;
}

/** A measure as it was written, with this day in the place of the one that it promised. */
export function withDay(measure: string, day: string, now: Date, calendar: Calendar): string {
  const before = promisedDate(measure, now, calendar);
  if (before === null) return asPromise(measure, day);
  return measure.slice(0, before.start) + day + measure.slice(before.end);
}
