import { isMereNo } from "./zh-cn-answers.ts";
import { DENIES_THE_ISSUE, IS_ANOTHER_MATTER, SAYS_WHAT_HE_MEANS } from "./zh-cn-continues.ts";
import { clausesOf } from "./zh-cn-pieces.ts";

/** What a company says of its own words when they went to another issue than it meant. */

/** 不对不对, 搞错了: it begins with what denies. */
const DENIES = /^(?:哎呀?|啊|诶|等等|喂|[\s,，。!！]){0,4}(?:不对|不是(?!没|不)|错了|(?:搞|弄|说|点|发|加)错)/u;
/** 偷皮料那个是单独的事，跟招工没关系: the same without a no before it. */
const IS_APART = /(?:是|算)(?:一?[件个])?(?:单独|独立|分开)的?(?:一?(?:件|个|回|码))?(?:事情?|诉求|问题)/u;
const LONGEST = 40;

/** Whether it is denied so that the words were of that issue. */
export function deniesTheIssue(plain: string): boolean {
  return [...plain].length <= LONGEST && (IS_APART.test(plain) || (DENIES.test(plain) && DENIES_THE_ISSUE.test(plain)));
}

/** 报派出所, of 是新的一件事，报派出所. In a text that is plain or is not. */
export function besideDenial(text: string): readonly string[] {
  return clausesOf(text)
    .map((one) => one.trim())
    .filter(
      (one) =>
        !DENIES_THE_ISSUE.test(one) && !IS_ANOTHER_MATTER.test(one) && !isMereNo(one) && !SAYS_WHAT_HE_MEANS.test(one),
    );
}
