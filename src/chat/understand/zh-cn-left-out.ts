/** Who is not to have an issue, not to help with it, or not to hear of it, beside who shall have it. In plain text; \ue000 stands for a unit. */

const UNITS = "(?:\\ue000(?:局|公司)?[、和与跟及\\s]*)+";
const TAIL =
  "(?:那边|那头|他们|她们|的人|局里|单位|自己|再|也|都|去|来|参与|参加|掺和|插手|牵头|配合|协办|协助|管|办|接|处理|负责|跟进|看到|看见|看|听到|知道|晓得|接触|沾边|沾手|说|讲|提|打招呼|通气|的|事情?)*(?:了|吧|啊|哈|呢|哦)*[\\s,，。;；!！]*$";
const BEFORE =
  "(?:[的\\s,，]|保密|但是?|可|就|记得|注意|切记|一定|千万|务必|绝对|暂时|先|也|都|可以|这个?|那个?|这件|事情?|此事|消息|情况|咱们?|我们)*";
const NO = "(?:(?<![分特个])别|不要|不能|不必|不许|不准|不需要?|不用|用不着|无需|无须|莫|甭|勿|不)";
const TO =
  "(?:再|去|把它|往|给|到|派|转|交|分|单|抄送|抄|报|发|说|讲|透露|透|告诉|告知|通知|惊动|劳烦|麻烦|经过?|通过|找|问|让|请|叫|跟|和|同|与|带上?|拉上?|扯上?|加)*";
const AVOIDS = "(?:瞒着?|避开|绕开|绕过|避着|背着|除了?|除开|撇开)";

/** ，千万别给经发局; 供电不用; ，别让他们和经发局知道: nothing else is said there. */
export const LEAVES_OUT = [
  new RegExp(
    `^[\\s,，]*${UNITS}(?:那边|的人|要|得|应|当|该|需|请|必须)*(?:回避|避嫌)(?:一?下)?[吧了\\s,，。;；!！]*$`,
    "u",
  ),
  new RegExp(`^[\\s,，]*${BEFORE}(?:${NO}${TO}|${AVOIDS})${UNITS}${TAIL}`, "u"),
  new RegExp(
    `^[\\s,，]*${BEFORE}${UNITS}(?:那边|那头|他们|就|也|都|先|暂时|最好|可以|的话|这次)*(?:${NO}|免)(?:再|去|给|派|转|告诉|通知|惊动)*${TAIL}`,
    "u",
  ),
];
/** 算了，还是别给社会局: without what is said before it to drop what was shown. */
export function withoutDropping(plain: string): string {
  return plain.replace(
    /^(?:[\s,，。.!！…]|唉|哎呀?|哦|噢|呃|嗯|啊|算了|罢了|行了|不行|不对|不了|等等|等一?下|慢着|停|那就?|还是|我看|我想|这个|那个)+/u,
    "",
  );
}
/** What may say so. */
export const MAY_LEAVE_OUT = /[别不莫甭勿免瞒避绕背除撇]|无[需须]/u;
/** 给社会局了不要给供电: what stands between the unit that has it and what leaves another out. */
export const BEHIND_THE_LEAD = /^(?:那边|他们|局里|来|去|处理|办理?|管|负责|牵头|就行|就好|就可以|吧|了|啊|哈|\s)*/u;
