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
  "^(?:其实)?还(?:没|未)(?:有)?\\p{Script=Han}{0,3}(?:完|好|通|弄|搞)[^,，。]{0,4}$",
);

/** 措施不算，删掉: what was noted stays in the record. */
export const DELETES_WHAT_IS_NOTED =
  /(?:措施|备注|联系记录|记录)[^。]{0,6}(?:不算|作废|删(?:掉|除|了)?|撤(?:销|回|掉|了)|取消|收回|去掉|不要了)|(?:删(?:掉|除)|撤(?:销|回|掉)|作废|取消|去掉)[^,，。]{0,8}(?:措施|备注|联系记录)/u;
