import { LATER, ON_HOLD } from "./zh-cn-work.ts";

/** What officials plan for a day, or for later on the same day. In plain text. */

/** 下周二组织施工队去补坑, 明天上午去测电压: right behind a day, what is planned for it. */
export const PLANNED =
  /^(?:[之以]?前)?\s*(?:一?早|早上|上午|中午|下午|晚上)?\s*(?:(?:\d{1,2}|[一二两三四五六七八九十]{1,2})[点时]半?)?(?:左右)?[,，\s]?(?:我们?|就|会|将|统一|一起|一并|都|再|先|开始|由我们?)*(?:组织|安排|派|带[^,，。]{1,6}(?:去|来|到)|去(?!看(?:情况|能|看再)|不|年)|过去|(?:来|到)(?:现场)?(?:看|查|核实|处理|了解)(?!情况|能)|查(?![到出清明])|(?:在[^,，。;；]{1,12})?(?:搞|办|开|举办|举行|召开)(?:(?:[一两二三]|第[一二三\d])?[场个期次届]|[^,，。;；了]{0,8}会)|进场|施工|开工|动工|上门|踏勘|勘[察查测]|巡检|(?:(?:去|来|到)(?:现场)?)?(?:补|修|换|装|测|检|清|铺|填|埋|挖|架|接|更换|维修|检修|抢修|疏通|安装|调试|敷设|整改|验收|送电|通电|排查)(?!不)|开(?:通|行|班|线|跑)?(?=$|[,，。;；!！])|跑(?=$|[,，。;；!！])|运行|运营|发车|执行|试行|上线)/u;
/** 定于12月12号: right before it. */
export const SET_FOR = /(?:(?:定|拟|计划|预定|安排|改)(?:于|在|到)|计划|拟定?|准备|打算)\s*$/u;
/** 下午5点前, 下班前: a time before which something will be done, where no day is named. */
export const BY_AN_HOUR =
  /(?:(?:今天|今日|今晚|上午|中午|下午|傍晚|晚上)?\s*(?:\d{1,2}|[一二两三四五六七八九十]{1,3})\s*[点时](?:半|\d{1,2}分?)?|(?:今天|今日)?下班)(?:之|以)?前/u;
/** 今天没补好: right behind a day, that it was not done then. */
export const NOT_BY_THEN = /^[^,，。;；]{0,6}(?:没|未)/u;
/** 马上派人剪: right before such a time, at the end of what is told. */
export const WILL_BE_DONE =
  /(?:派|安排|组织|马上|立即|尽快|去|来|会|能|将|保证|争取)[^,，。;；]{0,12}[,，\s]*(?:争取|保证|确保|就|在|最[迟晚])?$|(?:修|换|装|补|清|剪|查|处理|恢复|办|弄|搞|送|通)(?:好|完|通|掉|电|水)?[,，\s]*(?:争取|保证|确保|就|在|最[迟晚])?$/u;
/** 四点前, behind 今天. */
export const BEHIND_TODAY =
  /^\s*(?:上午|中午|下午|傍晚|晚上?)?\s*(?:\d{1,2}|[一二两三四五六七八九十]{1,3})[点时](?:半|\d{1,2}分?)?[之以]?前/u;
/** The day of such a time. */
export const TODAY = "今天";

/** 下午派人去疏通, 半小时内上门: what is left of today, and whose plan stands behind it. */
const LATER_TODAY =
  /(?<!昨[天日]?|[前当]天|[明后每]天?|[周期拜][一二三四五六日天]|[\d一二三四五六七八九十][日号]|企业|客户|对方|厂里|厂方|他们?|人家|厂家)(?:(?:半个?|\d{1,2}个?半?|[一两二三四五六]个?半?)(?:小时|钟头)(?:之内|以内|内)|(?:\d{1,3}|[一二三四五六]?十)分钟(?:之内|以内|内)|(?:今天)?(?<part>上午|中午|下午|傍晚|晚上|今晚))/u;
/** It was done, or was not, or somebody only means to. */
const IS_NO_PLAN =
  /^[^,，。;；]{0,24}(?:了(?!解)|过(?![去来程])|已|没|未|刚|可能|也许|争取|尽量|再(?:说|定|看))|^[^,，。;；]{0,24}的$/u;
/** By the clock, when each part of the day is over. */
const OVER_AT: Readonly<Record<string, number>> = { 上午: 12, 中午: 14, 下午: 18, 傍晚: 20 };

/** Where it is said that something is planned for what is left of today, at this hour; null: nothing is. */
export function plannedToday(plain: string, hour: number): { readonly start: number; readonly end: number } | null {
  const said = LATER_TODAY.exec(plain);
  if (said === null || LATER.test(plain) || ON_HOLD.test(plain)) return null;
  const part = said.groups?.["part"];
  const end = said.index + said[0].length;
  const behind = plain.slice(end);
  const isOver = part !== undefined && hour >= (OVER_AT[part] ?? 24);
  return isOver || IS_NO_PLAN.test(behind) || !PLANNED.test(behind) ? null : { start: said.index, end };
}
