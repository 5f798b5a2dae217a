import { plainOf } from "../../domain/plain.ts";
import { anyOf } from "./any-of.ts";

/** What is said to 是同一件事请回复「合并」 beside the word itself. In plain text. */

const YES = "(?:(?:是|对|对头|嗯|好|行|可以)的?[\\s,，。]*)?";
const END = "[的啊呀吧了哈]{0,2}[\\s。.!！~～]*$";

/** 是同一件事; 对，并到那件里吧. 好的 and its like thank for the receipt, and are none. */
export const IS_THE_SAME = anyOf(
  `^(?:是|对)${END}`,
  `^${YES}(?:就是|都是|算是|是)?(?:同一(?:件|个|码|回)(?:事情?)?|一(?:件|个|码|回)事情?)${END}`,
  `^${YES}(?:这|那)?(?:两|2|俩)(?:个|件|条)?(?:诉求|问题|事情?)?(?:其实|应该|本来|说的|讲的|都|就){0,3}(?:是)?(?:同一(?:件|个|码|回)(?:事情?)?|一(?:件|个|码|回)事情?|重复)[的了啊]?(?:[,，\\s]*(?:请|帮我|给我|那就)?(?:合并|并)(?:到一起|在一起|一起)?)?${END}`,
  `^${YES}(?:请|帮我|给我|那就)?(?:合并|并|补充|加)(?:到|进|入|在)?(?:那|这|原来|之前)?的?(?:一?件|一?个|一起)?(?:里面|里|去)?${END}`,
);

/** 情况一样, 我们也是, +1, 那算我一个: to another company's. */
export const IS_ALIKE = anyOf(
  `^${YES}(?:我们?|我司|俺们?|咱们?)?也?(?:同感|\\+1|加一|附议|同求|支持(?:一?下)?)${END}`,
  `^${YES}(?:那|就|也|请|帮)*(?:加|算|带|记)(?:上|进)?(?:我|俺|咱)(?:们|司)?(?:公司|厂|家)?(?:一)?(?:个|家|份|票)?${END}`,
  `^${YES}(?:那|就|也|请|帮|一起|一并)*(?:加|算|带|记|登记)(?:上|进去)(?:我|俺|咱)?(?:们|司)?${END}`,
  `^${YES}(?:我们|我司|本企业)?(?:的?情况|问题)?(?:也?是?)(?:一样|同样情况|同样|相同|这样)${END}`,
  `^${YES}(?:我们|我司|本企业|(?:我|俺|咱)们?(?:厂|公司|家|这边|这里|那边))也(?:是|一样|有|这样)${END}`,
);

/** 不是同一件事, 两码事 */
export const IS_NOT_THE_SAME = anyOf(
  `^(?:(?:这|那)(?:两|俩)?(?:个|件|条)?(?:事情?)?)?(?:(?:跟|和|与)[^,，。]{1,8})?(?:不是?|不算)(?:同?一)(?:件|个|码|回)(?:事情?)?${END}`,
  `^(?:是|这是)?(?:两|另|另外)一?(?:件|个|码|回)(?:事情?)?${END}`,
);

/** 合并吧: what may stand behind the word and says no more. */
const MERE_PARTICLES = /[\s,，。.!！…~～、#吧了啊呀哈呢哦嘛的啦谢]/gu;

/** What stands behind a word, as it is compared, without what says nothing; empty: the word stands alone. */
export function saidBehind(rest: string): string {
  return plainOf(rest).replace(MERE_PARTICLES, "");
}

/** A yes, and nothing else. */
export const IS_YES = /^(?:是|对)的?[\s。.!！]*$/u;

const TAKES = "(?:那|就|请|我|还是)*(?:用|按|选|参考|采用|参照|照)(?:一?下|着)?";
const SAYS_SO = "(?:条|个|号)?(?:答复|回复)?(?:来)?(?:回(?:复|答)?|答(?:复)?|发|写)?(?:就行|好了|吧)?[\\s。.!！]*$";
/** 2, 第一条; 用第一个, 按第一条回, 参考一下第一条 */
const PLACE = new RegExp(
  `^(?:(?:${TAKES})?第([一二三\\d])${SAYS_SO}|([一二三\\d])(?:条|个|号)?(?:答复)?[\\s。.!！]*$)`,
  "u",
);
/** 就用这个, 参考这条, 就照1号那样回: of a list of one. */
export const TAKES_THIS = new RegExp(`^${TAKES}(?:这|那|#?\\d{1,6}号(?:[那这]|的)?)样?${SAYS_SO}`, "u");

/** 用上次那个答复, 也这样回, 跟刚才一样答: an answer that was given before, and not what it said. In plain text. */
export const AS_ANSWERED_BEFORE =
  /^(?:就|也|那就|还是|都|直接|[\s,，])*(?:(?:用|照|按照?|跟|和|参照|参考|套用?)(?:着)?(?:上(?:次|回|一[次个件])|之前|以前|前面|刚才?|那[个次件])[^,，。\d]{0,6}(?:答复|回复|答|回|说法|口径|一样|那样|样子)[^,，。]{0,4}|(?:这样|这么|照这个|一样)(?:地|的)?(?:答复?|回复?)(?:就行|即可)?)(?:就行|就好|即可|吧|了|[\s。.!！])*$/u;

const FIGURES = ["一", "二", "三"];

/** 第一条, 2: the place of one that was listed; null: it is none, or says more. */
export function placeAlone(plain: string): number | null {
  const [, ordinal, alone] = PLACE.exec(plain) ?? [];
  const said = ordinal ?? alone;
  if (said === undefined) return null;
  const at = FIGURES.indexOf(said);
  return at < 0 ? Number(said) : at + 1;
}

/** 参考 1 号答复: behind the number. */
export const SAYS_ANSWER = /^(?:条|个|号)?(?:答复|回复)?$/u;
