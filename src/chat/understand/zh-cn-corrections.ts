/** 不是挂账，是延期: what was shown is put right. In plain text. */

const MARKS = "[\\s,，。.!！:：;；]*";
const TERM = "([^,，。;；!！?？]{1,14}?)";
const END = "(?:吧|的|了|呢|啊|哈|哦)?[\\s。!！]*$";

/** What it is not, and what it is, where both are said. */
const NOT_BUT = new RegExp(
  `^(?:不对|错了|弄错了|搞错了|不是这样)?${MARKS}(?:我(?:说|要|申请|讲|指)的?)?(?:不是|不要|不叫)(?:要|说|申请)?${TERM}${MARKS}(?:而)?(?:应该?|我(?:说|要|指)的?)?是(?:要|说|申请|想)?${TERM}${END}`,
  "u",
);
const BUT_NOT = new RegExp(
  `^(?:不对|错了|弄错了|搞错了)?${MARKS}(?:应该?|我(?:说|要|指)的?)?是(?!不)(?:要|说|申请|想)?${TERM}${MARKS}(?:而)?不是${TERM}${END}`,
  "u",
);
/** What it is alone: 改成延期, 我说的是延期, 不对，是延期. */
const RATHER = new RegExp(
  `^(?:(?:不对|错了|弄错了|搞错了)${MARKS}(?:应该?)?是|(?:改|换)(?:成|为|到)|应该?是|我(?:说|要|指|申请)的(?:是)?)(?:要|申请)?${MARKS}${TERM}${END}`,
  "u",
);

/** 算了，给公安; 不，还是给建设局吧: another unit, behind a no. */
const NO_BUT = new RegExp(
  `^(?:算了|不(?:对|是|了|要)?|等等|还是)[吧啊]?${MARKS}(?:还是|就|直接)?(?:改?派|转|交)?(?:给|到|由)${TERM}${END}`,
  "u",
);

/** What is put right by a text, and by what; null: nothing is. `not`: empty where it is not said. */
export function correctionIn(plain: string): { readonly not: string; readonly but: string } | null {
  const notBut = NOT_BUT.exec(plain);
  if (notBut !== null) return { not: notBut[1]?.trim() ?? "", but: notBut[2]?.trim() ?? "" };
  const butNot = BUT_NOT.exec(plain);
  if (butNot !== null) return { not: butNot[2]?.trim() ?? "", but: butNot[1]?.trim() ?? "" };
  const rather = RATHER.exec(plain) ?? NO_BUT.exec(plain);
  return rather === null ? null : { not: "", but: rather[1]?.trim() ?? "" };
}

/** 申请延期 names the same move as 延期. */
export function withoutAsking(word: string): string {
  return word.replace(/^(?:申请|办理?|报)/u, "");
}

/** 1号的答复改一下: the text that is shown is to be written anew. */
export const WANTS_IT_ANEW =
  /^(?:我)?(?:要|想|得|再)?改(?:一?下|改)?[\s。!！]*$|^(?:#?\d{1,6}号?)?(?:那个|的|这个)?\s*(?:答复|回复|进展|内容|文字|措辞|这句|文本)(?:的?内容)?(?:我)?(?:要|想|得|需要|再|还)*(?:改(?:一?下|改|动)?|重(?:新)?写|写错|有误|不对)(?:了|吧)?(?:[\s,，。!！]|$)/u;
