import { anyOf } from "./any-of.ts";
import { isKept } from "./zh-cn-for-company.ts";
import * as work from "./zh-cn-work.ts";

/** What of an official's free words tells how it goes, so that the company waits for it, and what is for the departments alone. In plain text. */

const A_DAY =
  "(?:(?:今|明|大?后)[天日早晚]|今晚|(?:本|这|下)?(?:周|星期|礼拜)[一二三四五六日天末]|月底|\\d{1,2}[日号](?!楼|车间|门|线|桩|杆))";
const AN_HOUR = "(?:[上下中]午|晚上|傍晚|早上)?(?:\\d{1,2}|[一二两三四五六七八九十]{1,3})点(?:半|\\d{1,2}分?)?";
const WILL_COME =
  "(?:能|可以?|就|会|放行|放货|走|到|出(?:证|结果|来|具)|发|开|有\\p{Script=Han}{0,6}(?:专场|招聘|活动|车|课|会)|送|来|去|恢复|批|办|装|查|修|换|清|拉|剪|补|前)";

/** 半个小时到, 周五能出证, 货周四走: when something comes. */
const COMES_THEN = anyOf(
  `(?:${A_DAY}|${AN_HOUR})[^,，。;；]{0,6}${WILL_COME}`,
  "(?:半个?|\\d{1,3}|[一二两三四五六七八九十几]{1,3})个?多?(?:小时|钟头|分钟)(?:左右|以?后|以?内|之内)?(?:就|能|会|可以){0,2}(?:到|好|完|来|恢复|通|拉|送|修)",
);
/** 已经让环卫去拉了, 没火花了, 海关放了: what was done, and what it is like now. */
const HAS_COME = anyOf(
  "(?:让|叫|安排|派|通知|请|喊)\\p{Script=Han}{1,8}?(?:去|来|过去|过来)\\p{Script=Han}{0,4}了",
  "没(?:有)?(?!人|空|时间|办法|法|钱|必要|兴趣|意见)\\p{Script=Han}{1,4}了(?:$|[,，。;；!！])",
  "(?:放|批|出|发|下|清|拉|排|装|运|送|停|降|开)(?:行|货|来|款|完|掉|走|证|通)?了(?:$|[,，。;；!！])",
);
/** 等他们先说, 估计是内线的问题: nothing yet that somebody could go by. */
const TELLS_NOTHING_YET = anyOf(work.NOT_REACHED.source, work.UNDECIDED.source, work.TO_ANOTHER.source);

export function reports(plain: string): boolean {
  if (isKept(plain) || TELLS_NOTHING_YET.test(plain)) return false;
  return [COMES_THEN, HAS_COME, work.TELLS_OF_WORK, work.MOVING, work.CALLED_OTHERS, work.OTHERS_SAY].some((one) =>
    one.test(plain),
  );
}
