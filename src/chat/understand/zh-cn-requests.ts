import type { RequestKind } from "../../domain/issue/issue.ts";
import { anyOf } from "./any-of.ts";

/** Which kind of request is spoken of: 延期的两个都准了. */

const KINDS: readonly (readonly [RequestKind, RegExp])[] = [
  ["extend", /延(?!误)/u],
  ["return", /退(?!休|税|款|役)/u],
  ["hold", /挂/u],
];

/** Those of the first clause that names one; null when none does. */
export function requestsSaid(plain: string): readonly RequestKind[] | null {
  for (const clause of plain.split(/[,，。;；\s]+/u)) {
    const said = KINDS.flatMap(([kind, words]) => (words.test(clause) ? [kind] : []));
    if (said.length > 0) return said;
  }
  return null;
}

const A_REQUEST = "(?:延期|延长|退单|挂账?)(?:的)?(?:申请|事情?|那个)?(?:就|也|那|我看|我|都)*";
const AND_ENDS = "(?:了|给|他们?|她们?|吧|啊|哈)*(?=$|[\\s,，。;；!！])";
/** 延期给他们吧, 退单行: granted, in so many words. */
export const GRANTED = `${A_REQUEST}(?:行|可以?|好|准|批|给|同意|通过|依)${AND_ENDS}`;
/** 延期不给 */
export const NOT_GRANTED = `${A_REQUEST}(?:先|还是|这次|可)*(?:不|没法|不能)(?:给|行|批|准|同意|可以|通过|依)${AND_ENDS}`;
const DECIDED = anyOf(GRANTED, NOT_GRANTED);

/** Whether a request is decided in so many words, which is nothing else where there is none. */
export function decidesARequest(plain: string): boolean {
  return DECIDED.test(plain);
}

const WORD: Readonly<Record<RequestKind, string>> = { return: "退单", extend: "延期", hold: "挂账" };
const CANCELS = "撤(?:销|回|掉|了|下来?)?|收回|取消|作废";
const ENDS = "(?:了|吧)?(?=[\\s,，。!！]|$)";
/** 退单撤了吧, 撤回退单. */
const CANCELLED = saidOf((word) => [
  `${word}(?:的)?(?:申请)?(?:的事)?[^,，。?？]{0,4}(?:${CANCELS})`,
  `(?:${CANCELS})[^,，。?？]{0,6}${word}(?:的)?(?:申请)?${ENDS}`,
]);
/** 延期不延了, 不退了, 挂账的事算了: not needed any more. */
const GIVEN_UP = saidOf((word) => [
  `${word}(?:的)?(?:申请)?(?:的事)?[^,，。?？]{0,4}(?:算了|不(?:用|要|必)?(?:申请|退|延|挂|要)?${ENDS})`,
  `(?:^|[\\s,，。号])(?:我们?|那)?不(?:用|要|必|再|申请)?${word}?${ENDS}`,
]);

function saidOf(wordings: (word: string) => readonly string[]): readonly (readonly [RequestKind, RegExp])[] {
  return KINDS.map(([kind]) => [kind, anyOf(...wordings(WORD[kind]))]);
}

/** 退单撤了吧: which kind of request is taken back in so many words; null: none. */
export function requestCancelled(plain: string): RequestKind | null {
  return CANCELLED.find(([, words]) => words.test(plain))?.[0] ?? null;
}

/** 不延期了: the same, or merely that it is not needed any more. */
export function requestGivenUp(plain: string): RequestKind | null {
  return requestCancelled(plain) ?? GIVEN_UP.find(([, words]) => words.test(plain))?.[0] ?? null;
}

/** 说错了，我们来办: said by whoever wanted to give it away. */
export const KEEPS_IT_AFTER_ALL =
  /(?:说错|弄错|搞错|看错|还是|不用?退|不转)[^。]{0,8}(?:我们?|本局|我局|本单位)(?:自己)?(?:来|去)?(?:办|管|处理|接着|做|弄)/u;

/** 最多给三天, 只给一天: less than was asked for. */
export const IN_PART =
  /最多|只能|(?:只|就|顶多|至多)(?:能|可以)?(?:再)?(?:给|延|宽|批|同意)(?:他们?|你们?)?\s*(?=[\d一二两三四五六七八九十半])|(?:给|延|宽|批)(?:到|至)|但(?:只|不|最)|缩短|少(?:几|一|两)天/u;

/** 我也不知道给谁: whoever gives an issue back knows no unit for it. */
export const KNOWS_NO_UNIT =
  /(?:不(?:知道|清楚|晓得|确定|懂)|搞不清|说不(?:准|好|清))[^,，。]{0,6}(?:谁|哪)|(?:(?:营商办|办公室|协调员?|领导|你们|李\p{Script=Han})[^,，。]{0,3}(?:定|看着办|安排|决定))|(?:没(?:有)?|不存在)[^,，。]{0,4}(?:对应|合适|对口)的?(?:单位|部门)/u;
