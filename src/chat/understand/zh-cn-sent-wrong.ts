import { plainOf } from "../../domain/plain.ts";
import { anyOf } from "./any-of.ts";

/** What an official says of what he has just sent: of another issue, too early, with another day. In plain text. */

/** 不对，是17号; 写错了，是18号的; 发错了，这是18的: the number that it was meant for. */
const OTHER_NUMBER =
  /^(?:哎呀?|唉|不好意思|抱歉|等等)?[\s,，]*(?:不对|不是(?:这|那)?(?:个|条|件)?|(?:写|发|说|打|填|弄|搞|报|记|点|看)(?:错|反|串)了?(?:号|编号|单)?(?:了)?|错了|反了)[\s,，。!！]*(?:那|刚才那|这)?(?:个|条|件)?(?:应该?|其实|本来)?(?:是|给|写|发|记)?(?:到|在|给)?\s*#?(\d{1,6})(?!\s*(?:月|点|天|日|[:.]))\s*号?(?:那|的|这)*(?:个|条|件)?(?:才对)?(?:上|里)?[\s。!！]*$/u;

/** The number of the issue that was meant; null: none is named so. */
export function otherNumberMeant(plain: string): number | null {
  const number = OTHER_NUMBER.exec(plain)?.[1];
  return number === undefined ? null : Number(number);
}

/** 等下，还没冲完: it is not done, after all. */
export const IS_NOT_DONE = anyOf(
  "^(?:等(?:等|一?下)|不对|哎呀?|先(?:别|不)|慢)[^。]{0,12}(?:还)?(?:没|未)(?:有)?\\p{Script=Han}{0,4}(?:完|好|通|到|装|修|弄|搞)",
  "^(?:等(?:等|一?下)|不对|哎呀?|慢(?:着)?)[^。]{0,14}(?:(?:还)?(?:没|未)(?:有)?\\p{Script=Han}{0,4}(?:亮|来|拆|清|换|测|验|齐|够|弄)|(?:先)?(?:别|不要|不)(?:发|答复|回复|告诉))",
  "^(?:其实)?还(?:没|未)(?:有)?\\p{Script=Han}{0,3}(?:完|好|通|弄|搞)[^,，。]{0,4}$",
);

/** 措施不算，删掉: what was noted stays in the record. */
export const DELETES_WHAT_IS_NOTED =
  /(?:措施|备注|联系记录|记录)[^。]{0,6}(?:不算|作废|删(?:掉|除|了)?|撤(?:销|回|掉|了)|取消|收回|去掉|不要了)|(?:删(?:掉|除)|撤(?:销|回|掉)|作废|取消|去掉)[^,，。]{0,8}(?:措施|备注|联系记录)/u;

/** 12发错了，应该是12月11号前换新柜; 上面那个说错了，是下周一 */
const WRONG_AND_INSTEAD =
  /^[\s#\d号,，的那这个条件刚才上面前答复回复内容我是]{0,16}?(?:发|写|说|填|答|回|打|报|弄|搞|讲|记)错(?:了)?(?:内容|话|东西|时间|日期)?(?:了)?[\s,，。!！:：]*(?:应该?|应当|其实|正确的?|本来)?(?:是|为|改成|改为)[:：]?\s*(?=\S{2,})(?!(?:给|发给)?#?\d{1,6}\s*号?(?:的|那)?[\s。!！]*$)/u;

/** 十点, 下周一, 三根: of what a piece is put right with, nobody could make an answer. */
const IS_A_PIECE =
  /[\s\p{P}\d年月日号点时半分前后之以内上下中午周星期礼拜明今天晚早一二两三四五六七八九十个根台盏条处]/gu;
const SHORTEST = 3;

/** That what was sent is wrong, and what was meant: `instead`, where it is a whole text. Null: nothing of the kind is said. */
export function sentWrongIn(text: string): { readonly instead: string | null; readonly pointsAtIt: boolean } | null {
  const plain = plainOf(text);
  const said = WRONG_AND_INSTEAD.exec(plain);
  if (said === null) return null;
  const instead = text.slice(said[0].length).trim();
  const isWhole = [...instead.replace(IS_A_PIECE, "")].length >= SHORTEST;
  return { instead: isWhole ? instead : null, pointsAtIt: POINTS_AT_WHAT_WAS_SENT.test(said[0]) };
}

const POINTS_AT_WHAT_WAS_SENT = /上面|刚才|刚刚|前面|上一|[那这](?:个|条|句|件)|答复|回复|^\s*(?:我)?(?:发|说)错/u;
