import { anyOf, leftBeside } from "./any-of.ts";
import { asksSomething } from "./zh-cn-asks.ts";

/** What leaders and the coordinator order in their own words. In plain text. */

/** Between the clauses of an order: 3号怎么还没办好？给我督办. */
const CLAUSE = /(?<=[,，;；。!！?？:：\n])(?![,，;；。!！?？:：\n])/u;
const ORDER = /督办|批示/u;
/** What was ordered before, or is only spoken of: 督办了没有, 上次的批示, 督办件. */
const SPOKEN_OF =
  /(?:督办|批示)(?:了?(?:没|吗|么|多久|几|谁|哪|的|过)|件|事项|单|情况|反馈|落实|回复|结果|到|怎)|(?:上次|之前|那个|这个|刚才|已经?|早就?|昨天|前天|领导|主任)[^,，。]{0,4}(?:督办|批示)|(?:不|别|甭|莫|没|未)[^,，。]{0,3}(?:督办|批示)|(?:督办|批示)[^,，。]{0,4}(?:撤|收回|取消|作废|错)|关于[^,，。]{0,8}(?:督办|批示)/u;
/** What stands in a clause that orders, and is no part of the order's text. */
const BESIDE =
  "#?\\s*\\d{1,6}\\s*号?|[一二三四五六七八九十]{1,3}号|督办|批示|挂牌|[你您]?(?:给|帮)?(?:我|本人)|请|麻烦|来|要|把|给|对|将|就|那就?|这|个|件|条|事情?|诉求|也|都|一?下|一个|吧|了|啊|先|再|马上|赶紧|立即|直接|针对|进行|予以|加以|办公室|营商办|你们?|您|的|和|与|、";
const BESIDE_AN_ORDER = anyOf(BESIDE);

/** 供电公司怎么回事，3号拖这么久，给我督办一下: a clause of it orders, and asks nothing. */
export function ordersOutright(plain: string): boolean {
  return plain.split(CLAUSE).some((clause) => ORDER.test(clause) && !SPOKEN_OF.test(clause) && !asksSomething(clause));
}

/**
 * The clauses of a text around the one that says no more than that it is ordered: 三天内解决！ behind 给我督办一下. Null: none
 * says no more than that.
 */
export function aroundOrder(
  text: string,
  plainOf: (text: string) => string,
): { readonly before: string; readonly behind: string } | null {
  const clauses = text.split(CLAUSE);
  const at = clauses.findLastIndex((clause) => {
    const plain = plainOf(clause);
    return ORDER.test(plain) && !SPOKEN_OF.test(plain) && leftBeside(plain, BESIDE_AN_ORDER) === 0;
  });
  if (at < 0) return null;
  const told = clauses.slice(0, at).filter((clause) => !asksSomething(plainOf(clause)));
  return {
    before: told.join("").trim(),
    behind: clauses
      .slice(at + 1)
      .join("")
      .trim(),
  };
}

/** 撤销刚才那个批示: what has gone to a head cannot be taken back. */
export const TAKES_BACK_AN_ORDER =
  /(?:撤(?:销|回|掉|了)?|收回|取消|作废|删(?:掉|除|了)?)[^,，。]{0,8}(?:批示|督办)|(?:批示|督办)[^,，。]{0,8}(?:撤(?:销|回|掉|了)|收回|取消|作废|删(?:掉|除)|(?:发|写|下|弄|搞|点)错)/u;
