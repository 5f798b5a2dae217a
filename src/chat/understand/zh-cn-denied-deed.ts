import { isMereNo } from "./zh-cn-answers.ts";
import { DENIES_THE_ISSUE, SAYS_WHAT_HE_MEANS } from "./zh-cn-continues.ts";
import { clausesOf } from "./zh-cn-pieces.ts";

/** What a company says of its own words when they went to another issue than it meant. */

/** 不对不对, 搞错了: it begins with what denies. */
const DENIES = /^(?:哎呀?|啊|诶|等等|喂|[\s,，。!！]){0,4}(?:不对|不是(?!没|不)|错了|(?:搞|弄|说|点|发|加)错)/u;
const LONGEST = 40;

/** Whether it is denied so that the words were of that issue. */
export function deniesTheIssue(plain: string): boolean {
  return [...plain].length <= LONGEST && DENIES.test(plain) && DENIES_THE_ISSUE.test(plain);
}

/** 报派出所, of 是新的一件事，报派出所. In a text that is plain or is not. */
export function besideDenial(text: string): readonly string[] {
  return clausesOf(text)
    .map((one) => one.trim())
    .filter((one) => !DENIES_THE_ISSUE.test(one) && !isMereNo(one) && !SAYS_WHAT_HE_MEANS.test(one));
}
