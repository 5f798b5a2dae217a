import { saysNothing } from "./zh-cn-courtesy.ts";

/** What people write behind a command's word in place of a number. In plain text. */

/** 签收 谢谢, 签收 ok: said for politeness. */
const POLITE =
  /谢谢?|感谢|多谢|辛苦|麻烦|拜托|收到|好[的滴嘞]?|可以|没问题|嗯+|一?下|请|您|你们?|大家|已经?|了|吧|啊|呀|呢|哈|哦|啦|的|ok(?:ay)?|thank(?:s|you)?|thx|pls|please|yes/gu;
const SAYS = /[\p{L}\d]/u;
const HAN = /\p{Script=Han}/u;
/** 第三个: a place, where nothing was listed. */
const PLACE = /^(?:第[\d一二三四五六七八九十]{1,3}|[前后下上]面?那?一?)(?:个|件|条|项)/u;

/** 签收 abc: letters and figures that are no number, and nothing that could be told. */
export function isJunk(plain: string): boolean {
  const left = plain.replace(POLITE, "").trim();
  return (SAYS.test(left) && !HAN.test(left)) || PLACE.test(left);
}

/** 签收 苹果: so few characters tell nothing, unless they are known words. */
export function tellsLittle(plain: string): boolean {
  if (ASKS.test(plain)) return true;
  const left = plain.replace(POLITE, "").replace(/[^\p{L}\d]/gu, "");
  return left !== "" && [...left].length < SHORTEST_TOLD && !saysNothing(plain) && !KNOWN.test(plain);
}

/** 全部, 都: all of them. */
export function isAllAlone(plain: string): boolean {
  return /^(?:全部?|全都|都|所有)(?:的)?[\s。!！]*$/u.test(plain);
}

const ASKS = /^[?？\s]+$/u;
const SHORTEST_TOLD = 5;
/** What goes with a move in a word or two. */
const KNOWN =
  /[办修换查看去来派签接领管催撤销退错重急快慢早拖等停漏通亮好清走完妥成行满意谅理解认同赞棒]|安排|处理|解决|落实|跟进|负责|联系|核实|尽|马上|立[即刻马]|全|都|我|自己|这|那|本|没|不|再/u;
