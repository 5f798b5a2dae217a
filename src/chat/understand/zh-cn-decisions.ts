import { anyOf } from "./any-of.ts";
import { clausesWithEnds, withoutEnd } from "./zh-cn-pieces.ts";
import { GRANTED, NOT_GRANTED } from "./zh-cn-requests.ts";

/** How the office says yes and no to what a unit has asked for. In plain text. */

export const NO = anyOf(
  NOT_GRANTED,
  "不同意|不批|不(?:能|予|给|得)(?:批|同意|延|退|挂)|批不了|不行|不可以|不准|不允许|不予批准|(?:不能|没法|无法)(?:退|延|挂)|(?:退|延|挂)不了|驳回|维持(?:原|分派|不变|现)|打回|(?<!可以)不延|别(?:退|延|挂|拖)|不(?:许|给)(?:退|延|挂)|免谈|(?:同意|批|准)个(?:啥|么子|鬼|屁|锤子|毛线?|铲铲|卵)",
  "(?:还是|仍|继续|就)由?(?:你们|他们|.{2,8})(?:牵头|办|负责|处理|的(?:活|事|职责))|就是(?:你们|他们|.{2,8})(?:的)?(?:活|事|职责|管)",
  "先?(?:不要|别|不)(?:挂|延|退)|再想想办法|退回(?:去)?(?:重|让)|克服|(退|延|挂)什么\\1|凭什么(?:退|延|挂)|没(?:有)?(?:理由|道理)(?:退|延|挂)|理由不(?:充分|成立|足)|按(?:原)?期(?:限)?办|(?:按)?原定(?:的)?(?:时间|期限|日期)",
);
export const YES = anyOf(
  GRANTED,
  "(?<=[\\d号]\\s*)[行好可](?:吧|的)?[\\s。!]*$|同意|可以|(?<![审报分大一没未不])批(?:了|准|吧|(?=\\s*[#\\d])|$)|(?<![标批核不])准(?:了|予|吧|(?=\\s*[#\\d])|$)|(?<![\\p{Script=Han}])行(?:吧|$|,|，|\\s)|(?<![\\p{Script=Han}])好(?:的|吧)?$|没意见|ok|^可$|按(?:这|此|他|申请|意见).{0,6}办|照办|没问题|^[好行嗯]|(?:让|给)他们?(?:退|延|挂)",
  "最多(?:再)?(?:给|延|宽).{0,8}(?:[天周日号]|月)|(?:给|延|宽|批)(?:到|至).{1,8}[日号天]",
);
/** Agreed to, and nothing is asked in return. */
export const SURELY_YES = anyOf(
  GRANTED,
  "同意|批(?:了|准|\\s*[#\\d])|准(?:了|予|\\s*[#\\d])|[\\d号]\\s*(?:准|批|可以|行)(?:$|[,，。!吧])|^(?:可以|可$|行|好|嗯|没意见|没问题)|按(?:这|此|他|申请|意见).{0,6}办|照办",
);

/** 不同意, 驳回: so that nothing else can be meant, whichever unit is named beside it. */
const SURELY_NO =
  /(?:别|不要|[先暂]不|没|不能|再)(?:急着|着急|忙|说)?(?:同意|批|准)|不(?:同意|批|准|行|予|可以|许|能退)|驳回|打回|维持/u;

/** Whether a part of a message agrees to what was asked for; null: it says nothing of it. `given`: it names who shall have it. */
export function agreementIn(plain: string, given: boolean): "surely" | "yes" | "no" | null {
  if (SURELY_NO.test(plain) || (!given && NO.test(plain))) return "no";
  if (SURELY_YES.test(plain)) return "surely";
  return YES.test(plain) ? "yes" : null;
}

/** 的退单都同意, ，都批了: a clause that agrees, and says nothing else. */
const MERELY_AGREES =
  /^[\s,，。;；、]*(?:(?:这|那|的|他们|她们)?(?:[两三四五六七八九几二]|\d{1,2})?(?:个|件|条)?(?:的|退单?|申请|请求|事情?|诉求|就|也|都|全部?|一起|一并|统统|我|看|给|先|那|号){0,6}(?:同意|批准|批|准|可以|行|好|嗯|ok|没意见|没问题|照办)(?:退单?|申请|的|了|吧|啊|哈|他们|下来)*)?[\s,，。;；!！]*$/u;

/** What a text tells beside the agreement. */
export function withoutAgreement(text: string): string {
  return withoutEnd(
    clausesWithEnds(text)
      .filter((clause) => !MERELY_AGREES.test(clause))
      .join(""),
  );
}

/** 前一个给公安，后一个给社会局: in the order of the list. */
export const IN_PLACES =
  /(?:前|头|上|第)(?:面|边)?(?:那|的)?一?(?:个|件|条).{1,12}(?:后|下|第)(?:面|边)?(?:那|的)?[一二]?(?:个|件|条)/u;

/** Behind the last of several numbers: what follows is said of all, or nothing is told. */
export const SAID_OF_ALL =
  /^\s*(?:号|的|退单|申请|这|那|[两三四五六七几]个)*\s*(?:都|全|一起|一并|统统|分别|各|$|[,;。.!])/u;
