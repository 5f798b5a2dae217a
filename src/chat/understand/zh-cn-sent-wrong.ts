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
  /^[\s#\d号,，的那这个家条件刚才上面前答复回复内容我是]{0,16}?(?:发|写|说|填|答|回|打|报|弄|搞|讲|记)错(?:了)?(?:内容|话|东西|时间|日期)?(?:了)?[\s,，。!！:：]*(?:应该?|应当|其实|正确的?|本来)?(?:是|为|改成|改为)[:：]?\s*(?=\S{2,})(?!(?:给|发给)?#?\d{1,6}\s*号?(?:的|那)?[\s。!！]*$)/u;

/** 十点, 下周一, 三根: of what a piece is put right with, nobody could make an answer. */
const IS_A_PIECE =
  /[\s\p{P}\d年月日号点时半分前后之以内上下中午周星期礼拜明今天晚早一二两三四五六七八九十个根台盏条处]/gu;
const SHORTEST = 2;

const NUMBER = "#?\\s*\\d{1,6}\\s*号?";
const OF_IT = "(?:[那这](?:个|件|条)|的|件|诉求)*(?:答复|回复|办结)?(?:的?内容)?";
const ENDS = "(?:一?下|一?个|如下|为|成|是|吧|哈)*(?:[\\s:：,，。!！]+|$)";
/** 10号更正一下：…, 更正一下10号的答复：…, 13号答复改一下，…: by the word for it, with the number before or behind. */
const BY_ITS_WORD = new RegExp(
  // Where the marks at the beginning end is looked for once, however many there are.
  `^[\\s,，]*(?![\\s,，])(?:请|麻烦|帮我|我|把|将|对|再|要|想|得|刚才|上面|前面|那个|之前){0,4}(?:(?:${NUMBER})?${OF_IT}(?:有误|不对|有错|(?:说|写|发|填)错了?)?了?[\\s,，:：]*(?:(?:我|现|应)?(?:想|要|得|需要|需|再|有个|有){0,2}(?:更正|改正|纠正|订正|修正|勘误)|(?:要|得|再)?改(?=一?下[\\s:：,，]|为|成))${ENDS}|(?:更正|改正|纠正|订正|修正)(?:一?下)?\\s*${NUMBER}${OF_IT}${ENDS})`,
  "u",
);

/** What was sent is wrong, and what was meant. */
interface SentWrong {
  /** Where it is a whole text. */
  readonly instead: string | null;
  readonly pointsAtIt: boolean;
  /** It is called a correction. */
  readonly isCorrection: boolean;
  /** What stands before it, in plain text. */
  readonly head: string;
}

/** Null: nothing of the kind is said. */
export function sentWrongIn(text: string): SentWrong | null {
  const plain = plainOf(text);
  const corrects = BY_ITS_WORD.exec(plain);
  const said = corrects ?? WRONG_AND_INSTEAD.exec(plain);
  if (said === null) return null;
  const instead = text.slice(said[0].length).trim();
  const isWhole = [...instead.replace(IS_A_PIECE, "")].length >= SHORTEST;
  return {
    instead: isWhole ? instead : null,
    pointsAtIt: corrects !== null || POINTS_AT_WHAT_WAS_SENT.test(said[0]),
    isCorrection: corrects !== null,
    head: said[0],
  };
}

const POINTS_AT_WHAT_WAS_SENT = /上面|刚才|刚刚|前面|上一|[那这](?:个|条|句|件)|答复|回复|^\s*(?:我)?(?:发|说)错/u;

/** 更正10号的答复，…: what is put right is named behind the number, and is no part of the text. */
export function withoutItsName(rest: string): string {
  return rest.replace(/^的?(?:答复|回复)(?:的?内容)?[\s:：,，]+/u, "");
}
