/** How people ask why a unit has an issue. In plain text; \ue000 stands for a unit. */

const GIVES = "(?:派|分|转|给|归|交|划|由|属|是|轮|落)(?:给|到|由|于|了|成|在)*";
/** 怎么去交通局 asks for the way, 怎么去了交通局 does not. */
const WENT = "(?:去|到|找)了?(?:到|了)?";
const TAIL =
  "(?:他们|那边|这边|这里|这儿|们?局|单位)?(?:来|去|在)?(?:管|承?办|处理|负责|牵头|主办|接|跟进|做|手里|名下|头上)?(?:的|了|啊|呢|呀|吗|嘛|哦)*(?=$|[\\s,，。;；!！?？#\\d]|不|而)";
const WHY = "(?:为(?:什么|甚么|啥|何|么子)|凭(?:什么|啥))";
const HOW = "(?:怎么|咋)(?:会|就|又|都|还|是)?";
const BETWEEN = "[^,，。;；!！\\ue000]{0,12}?";
const OURSELVES = "(?:我们?|咱们?|我局|本局|我单位|本单位|我公司)";

const WHO = "谁(?:给|来|把)?(?:它|这个|这件|#?\\d{1,6}号?)?";
const DECIDED = "(?:定|决定|派|分|转|判|判断|安排|说|让|叫|指定|交)";
const THERE = "(?:那边|那里|那儿|那|这边|这里|这儿|这)?(?:去了|来了|手[里上]|头上|名下|了)";

/** 怎么到教育局去了 wonders, 怎么到教育局去 asks for the way; 谁定的归审批局 asks whose decision it was. */
function asking(whom: string): RegExp {
  const given = `(?:${WHY}${BETWEEN}(?:${GIVES}|${WENT})|${HOW}${BETWEEN}(?:${GIVES}|(?:去|到|找)了到?))\\s*${whom}${TAIL}`;
  const got = `${HOW}(?:跑|落|弄|转|分|流|派)?到了?\\s*${whom}${THERE}`;
  const decided = `${WHO}(?:${DECIDED}(?:了|的|过去|过来)*(?:[是要]?(?:${GIVES}))?|${GIVES})\\s*${whom}${TAIL}`;
  return new RegExp(`(?:${given}|${got}|${decided})`, "u");
}

const OF_A_UNIT = asking("\\ue000");
const OF_US = asking(OURSELVES);
/** 派给谁了，为什么; 为什么这么派, 怎么派的. */
const OF_IT =
  /(?:派|分[给到]|转给|交给|归)[^,，。]{0,8}[,，]\s*(?:这是|到底)?为(?:什么|啥|何)[\s?？。呢啊]*$|为(?:什么|啥|何)(?:要|会)?(?:这么|这样|那么)(?:派|分|转)|(?:怎么|咋)(?:派|分|判|定|判断)(?:的|过去的)[\s?？。呢啊]*$|谁(?:给)?(?:派|分|转|定|判|指派|分派|决定)(?:单)?(?:的|过去的|过来的|出去的)[\s?？。呢啊]*$/u;
/** 49 依据是啥, 49 系统怎么判断的: said by those who hand issues out. */
const ASKS_GROUNDS =
  /(?:系统|自动|机器人?|人工|手动|你们?|谁)(?:自动|手动)?(?:派|分)(?:单)?的(?:还是|吗|么|[?？])|(?:派单|分派|判断|派|分)?(?:的)?(?:依据|根据|理由)(?:是|为|在)?(?:什么|啥|么子|哪)|(?:依据|根据|按|照|凭)(?:的|着)?(?:是)?(?:什么|啥|哪条?)[^,，。]{0,4}(?:派|分|判|定|给|归|转)|(?:系统|自动|机器人?|程序|电脑|你们?)(?:是)?(?:怎么|咋|如何)(?:会)?(?:判|定|派|分|认|算|归|识别)[^,，。]{0,4}[的?？][\s?？。呢啊]*$/u;
/** It is said that it is somebody else's. */
const REFUSES = /不(?:归|是|属于?|该)(?:我|咱|本)|管不|退(?:单|回)|弄错|派错|搞错/u;

/** 为啥16给我们: its number, in the middle of the sentence. */
export function numberAskedOf(plain: string): number | null {
  const [, figure] =
    new RegExp(
      `(?:${WHY}|${HOW})(?:要|会)?(?:把|将|是)?\\s*#?(\\d{1,6})(?!\\d|\\s*(?:个|家|天|次|台|点|月))`,
      "u",
    ).exec(plain) ?? [];
  return figure === undefined ? null : Number(figure);
}

/** Whose it is asked of: a unit that is named, the speaker's own, or whichever has it; null: it is not asked. */
export function whyAskedOf(marked: string, isStaff: boolean): "unit" | "us" | "it" | null {
  if (OF_A_UNIT.test(marked)) return "unit";
  if (OF_IT.test(marked) || (isStaff && ASKS_GROUNDS.test(marked))) return "it";
  return isStaff && OF_US.test(marked) && !REFUSES.test(marked) ? "us" : null;
}
