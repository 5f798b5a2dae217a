import type { Calendar } from "../../domain/park/calendar.ts";
import { plainOf } from "../../domain/plain.ts";
import { firstDate } from "./zh-cn-dates.ts";
import { clausesWithEnds, withoutEnd, withoutLead } from "./zh-cn-pieces.ts";

/** How more time is asked for: 能不能宽限到下周二. What is said beside it is why; the plea itself is nothing that a company is to read. */

/** In the place of the day, which is read before. */
const DAY = "_";
const VAGUE = "几个?(?:工作)?[天日]|几个?(?:星期|礼拜|周)|些(?:天|日子|时间)|一段时间|点(?:儿)?时间|一阵子?";
const LEADS =
  "(?:给(?=我|咱|[本单])|我们?|本?局|单位|这边|领导|麻烦|希望|申请|想|请|要|需|看|帮忙|能不能|能否|可不可以|可否|是否|是不是|可以|能|得|再|多|往后|把?期限)*";
const ASKS =
  "(?:放?宽限?|往后(?:挪|移|拖|放|缓|推)|[调挪](?=到|至)|顺延|延(?:期|长|后|迟|缓)?|推(?:迟|后|延)?|晚|缓|拖(?!车|欠)|(?<=[再多])给?|(?<=[再多请能可就]|可以)给)(?:我们?|一?下|期)?(?:到|至|个)?";
const ENDS =
  "(?:左右)?(?:再|才|后|之?前)?(?:答复|回复|办结|办完|完成|给结果|交)?(?:时间)?(?:行不行|可不可以|好不好|成不成|可以|行|好|成)?[吧不吗么嘛呢啊]*[\\s。!！?？~]*$";
const PLEA = new RegExp(`${LEADS}${ASKS}\\s*(?:${DAY}|${VAGUE})${ENDS}`, "u");

/** Before the plea nothing but which issue it is of. */
const A_NUMBER = /^#?\s*\d{1,6}\s*号?$/u;

/** The day up to which it is asked for, as it was written, and why; an empty day: none is said. Null: it is not asked for so. */
export function moreTimeIn(
  text: string,
  now: Date,
  calendar: Calendar,
): { readonly day: string; readonly reason: string } | null {
  const clauses = clausesWithEnds(text).flatMap((one) => one.split(/(?<=[?？])/u));
  for (const [index, clause] of clauses.entries()) {
    const date = firstDate(clause, now, calendar);
    const { start = 0, end = 0 } = date ?? {};
    const plain = plainOf(date === null ? clause : `${clause.slice(0, start)}${DAY}${clause.slice(end)}`);
    const plea = PLEA.exec(withoutEnd(plain));
    if (plea === null) continue;
    const before = withoutEnd(clause.slice(0, plea.index)).trim().replace(A_NUMBER, "");
    const others = [...clauses.slice(0, index), before, ...clauses.slice(index + 1)].map((one) =>
      withoutEnd(one).trim(),
    );
    const reason = withoutLead(others.filter((one) => one !== "").join("，"));
    return { day: clause.slice(start, end), reason };
  }
  return null;
}
