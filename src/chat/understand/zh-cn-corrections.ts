import { figuresIn } from "../../domain/zh-cn-numerals.ts";

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

/** 不对，周六; 弄错了，8不用: what is said behind words that say it is wrong, alone; null: nothing says so. */
export function saidOfWrong(plain: string): string | null {
  const wrong = WRONG.exec(plain)?.[0].length ?? 0;
  const left = plain.slice(wrong).replace(PARTICLES_BEHIND, "");
  return wrong === 0 || left === "" ? null : left;
}

/** Whether what was shown is called wrong, whatever is said with it; 不是 alone is a mere no. */
export function saysItIsWrong(plain: string): boolean {
  return saidOfWrong(plain) !== null || /^(?:不对|.{0,2}错)/u.test(plain);
}

const WRONG = new RegExp(
  `^(?:哦|噢|唉|哎呀?|呃|啊|等等)?${MARKS}(?:(?:我|刚才?)?(?:不对|不是|(?:说|看|写|弄|搞|点|打|记|选)?错了|(?:看|弄|搞|写|说|记|点|选)错)${MARKS})(?:应该?)?(?:是|要)?`,
  "u",
);
const PARTICLES_BEHIND = /(?:吧|的|了|呢|啊|哈|哦)?[\s。.!！]*$/u;

/** 8不用, 除了8, 去掉8: some of those that were shown are not meant. */
export const TAKES_OUT =
  /^(?:除了?|去掉|拿掉|不要|不含|不包括|别(?:办|签|发|派|动)?)\s*[#\d号和跟与、,，\s及]+(?:都|也)?(?:除外|不算|以外|之外|那[件个])?$|^[#\d号和跟与、,，\s及]+(?:那[件个])?(?:都|也|就|先|还是|暂时)?(?:不(?:用|要|办|算|签|发|派|是|动|含|行|管|同意|批|该|能|归)?(?:了|它)?|别(?:办|签|发|派|动)?(?:了|它)?|除外|去掉|拿掉|取消|免了)$/u;

/** 27是撞歪的，不算，单独处理: those with which it begins, and why they are not meant. */
const TAKES_OUT_FOR_A_REASON =
  /^(?:(?:等等|等一?下|哦|对了)[\s,，]*)?([#\d号和跟与、\s及]+)(?:[那这][件个家]|号)?[^\d]{0,16}?(?:[\s,，。;；]|[^,，。;；\d]{0,8}?)(?:它|就|都|也|要|得|我们?|应该)*(?:先|暂时)?(?:不算|不在(?:里面|里头|其中|内|这里|此列)|不是(?:一(?:回|码)事|一类|这个(?:问题|原因))|(?:另外?|单独|另行|分开)(?:处理|办理?|报|答复?|回复?|说|弄|算|修|来)|不(?:发|回|答|说|放|包括)|去掉|除外|拿掉|拿出来|别(?:发|回|算|放|说))(?:进去|他们?|了|吧|啊|的|在内)*(?:[\s,，。;；!！]|$)/u;

/** What is longer tells something of that issue. */
const LONGEST_REASON = 30;

export function takenOutForAReason(plain: string): readonly number[] {
  const listed = [...plain].length > LONGEST_REASON ? undefined : TAKES_OUT_FOR_A_REASON.exec(plain)?.[1];
  return listed === undefined ? [] : figuresIn(listed);
}

/** 前 behind a day that has one already. */
export const BEFORE_THEN = /^[\s]*[之以]?前/u;
const ENDS_BEFORE_THEN = /[之以]?前$/u;

export function withoutBeforeThen(day: string): string {
  return day.replace(ENDS_BEFORE_THEN, "");
}

/** 给公安: without the word before the unit. */
export function withoutGiving(plain: string): string {
  return plain.replace(/^(?:派|转|交)?(?:给|到)/u, "");
}

/** 申请延期 names the same move as 延期. */
export function withoutAsking(word: string): string {
  return word.replace(/^(?:申请|办理?|报)/u, "");
}

/** 1号的答复改一下: the text that is shown is to be written anew. */
export const WANTS_IT_ANEW =
  /^(?:我)?(?:要|想|得|再)?改(?:一?下|改|动)?(?:了|后|好)?(?:再|才)?(?:发|回|答复)?[\s。!！]*$|^(?:#?\d{1,6}号?)?(?:那个|的|这个)?\s*(?:答复|回复|进展|内容|文字|措辞|这句|文本)(?:的?内容)?(?:我)?(?:要|想|得|需要|再|还)*(?:改(?:一?下|改|动)?|重(?:新)?写|写错|有误|不对)(?:了|吧)?(?:[\s,，。!！]|$)/u;

/** 3也是, 还有5号一样, 还有宿舍那个也是: what else the same is said of; null: of nothing. */
export function alsoSaid(plain: string, isKnown: (number: number) => boolean): string | null {
  const number =
    /^[\s,，]*(?:还有)?(#?\d{1,6}\s*号?)(?:那[个件]|的)?(?:也是|也一样|是?一样|同样|同上|也这样|也签收?|也)(?:的|吧|了|办|处理)?[\s。.!！]*$/u.exec(
      plain,
    )?.[1];
  if (number !== undefined) return isKnown(Number(/\d+/u.exec(number)?.[0])) ? number : null;
  const what =
    /^[\s,，。]*(?:那)?(?:还有|另外|以及|包括|跟|和)?\s*((?![\s这那都全我他])[^,，。;；!！?？]{2,16}?)(?:那(?:个|件|条|单)|这(?:个|件)|的)?(?:也|都|一起)(?:是|一样|这样|同样|算|要|(?:给)?签(?:收|掉|了)?|办|照办)(?:的|吧|了|啊|哈|呢)*[\s。.!！]*$/u.exec(
      plain,
    )?.[1];
  return what ?? null;
}
