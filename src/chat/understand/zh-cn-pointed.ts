/** What points at an issue right before its number: 刚才那个22, 上面说的30, 那个5. In plain text. */

const WHO = "(?:我们?|咱们?|你们?|您|他们?|她们?|企业|公司|大家)?";
const DID =
  "(?:给|又|还)?(?:说|讲|提|派|报|问|发|分|转|看|催|改|批|签|登|录|交|撤|答|回|办|弄|搞)(?:到|过|起|出去?|下去|错)?(?:给\\p{Script=Han}{1,6})?";
const WHEN =
  "(?:刚刚|刚才|(?<!刚)刚|方才|上面|前面|上头|上边|之前|先前|早先|上次|上回|昨[天晚日]|前天|今[天早]|早上|上午|下午|中午|晚上)";
const THAT = "(?:(?<!第)[那这](?:一)?(?:个|件|条|单|张|份|档))";
const NAMED = "(?:诉求|单子|编号|问题|事情?)?(?:就?是|叫)?";
const ENDS = `${NAMED}\\s*$`;

/** The time, or who did what with it, joined to it by 的 or 那个; or 那个 alone. */
export const POINTS = new RegExp(
  `(?:${WHEN}${WHO}(?:${DID})?(?:的?${THAT}|的)|${WHO}${DID}的${THAT}?|的?${THAT})${ENDS}`,
  "u",
);
/** 刚才22给建管, 那22给建管, 等等 22不转: so staff says it. */
export const POINTS_TERSELY = new RegExp(
  `(?:(?:刚刚|刚才|(?<!刚)刚|上面|前面|上头)${WHO}(?:${DID})?|(?<=^|[\\s,，。;；、!！])[那这]|(?:等等|等一?下|慢着)[\\s,，]{0,2})${ENDS}`,
  "u",
);

/** 110, 12345: what is rung up, and no issue. */
export function isHotline(number: number): boolean {
  return /^(?:11[0-9]|12[0-2]|123\d\d|1000\d|9\d{4})$/u.test(String(number));
}
