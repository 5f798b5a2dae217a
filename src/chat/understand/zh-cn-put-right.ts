/** What within one message takes back what stands before it. In plain text. */

const PARTS = "[\\s,，。.;；、!！?？…—~-]";
const CRIES =
  "(?:[啊哦噢呃哎额诶唉喔]\\s*[,，]?\\s*不(?:对|是)?(?![用要行能会过好错同止得])|不{2,3}(?:对)?(?=[\\s,，是]))";
const SLIPS =
  "(?:(?:我)?(?:说|讲|写|打|发|搞|弄|派|选|点|输|记|看)(?:错|反)了?(?:单位|号|数|人)?|(?:[搞弄说写])?反了|口误|手误|手滑|笔误|更正(?:一?下)?|纠正(?:一?下)?)";
const WRONG = `不对(?![劲称外口付头接应等比账]|的话|的地方)|(?<=${PARTS}[啊哦噢呃哎唉呀额诶]{0,2})错了?(?=${PARTS}|是|应|该)`;
const SORRY = `(?<=${PARTS})(?:呸|sorry|抱歉|不好意思|对不起)(?=${PARTS})|(?<=${PARTS})[啊哦噢哎唉呀额诶]{1,2}\\s*[,，]?\\s*(?=应该?是|还是|该是)`;
const LETS_GO = `(?<=${PARTS})(?:不是|不|算了|等等|等一?下|慢着)(?=${PARTS}|还是|应该|改)`;
/** 2给建管局，还是供电吧: the whole of what ends the message. */
const OR_RATHER = "(?<=[\\s,，;；、])还是(?=[派转交给由]{0,2}\\p{Script=Han}{2,8}(?:吧|算了)?[\\s。!！]*$)";
const DENIES = `(?<=${PARTS})(?<denies>不(?:是|要|给|派|转|交)(?:给|派|转|交)?)`;
const RATHER = `(?:${PARTS}|不对|错了|说错|搞错|弄错|[搞弄说写]?反了|应|当|该|是(?!不(?![受予])|否)|还是|要(?!不)|我(?:是)?(?:说|要说|指|想(?!想))的?|改|换|成|为)*`;

/**
 * 把48改派供电，不对，改派社会局; 签收12，啊不，13: what stands behind it is meant in place of what stands before it. `denies`: what it was is
 * said behind it again (不是供电，是社会局).
 */
export const TAKES_BACK = new RegExp(
  `(?:(?:${[CRIES, SLIPS, WRONG, LETS_GO, SORRY, OR_RATHER].join("|")})${RATHER}|${DENIES})`,
  "gu",
);
/** What these words stand behind is over: in 水压不对 they take nothing back. */
export const IS_OVER = new RegExp(`${PARTS}[啊哦噢呃哎唉呀额诶]{0,2}$`, "u");

/** 是13旁边那个60: without what merely says where it stands. */
export function withoutNeighbour(text: string): string {
  return text.replace(
    /#?\d{1,6}\s?号?(?:的)?(?:旁边|边上|隔壁|上面|下面|前面|后面|左边|右边|对面|挨着)(?:的)?(?:那个|那家|那件|这个)?(?=\s*#?\d)/u,
    "",
  );
}

/** ，6错了，是7: one of those that were named before, and which one it is instead. */
export const ONE_INSTEAD =
  /[\s,，。;；][啊哦噢呃哎唉]?[\s,，]*#?(\d{1,6})\s?号?(?:那个)?(?:不对|错了|不是|(?:写|说|打|弄|搞)错了)[\s,，]*(?:应该?|我)?(?:说的|指的)?(?:就)?(?:是|换成?|改成?)\s*#?(\d{1,6})\s?号?(?:那个)?[吧啊哈\s。.!！]*$/u;

/** ，哦不对: before which one is wrong. */
export const ENDS_IN_SLIP = /[\s,，。;；][啊哦噢呃哎唉\s,，]{0,4}(?:不对|错了|不是|(?:写|说|打|弄|搞)错了)[\s,，]*$/u;

/** 48给供电吧……哎呀: without the pause and what is said in it. */
export function withoutPause(text: string): string {
  return text.replace(/[\s,，。.;；、!！?？…—~啊哦噢呃哎唉呀额诶嗯吧-]+$/u, "");
}

/** 哦不是: what was said before may follow. */
export function endsInDenial(mark: string): boolean {
  return /不(?:是|要|给)$/u.test(mark);
}

/** 不同意，还是他们的; 没解决: the opposite of what was said. */
export const REFUSES = /^(?:不同意|不批|不准|驳回|不予批准|不认可|未解决|(?:还)?没(?:有)?(?:解决|修?好|弄好))/u;

/** 8先别派, 13不给: nothing is to be done with these. */
export function isExcepted(plain: string): boolean {
  return /^[\s,，]*(?:但是?|不过|哦|就|只是)*#?\d[#\d号、和与跟及\s]*(?:这|那)?(?:个|件|条)?(?:就|先|暂时|还是|都|也|可以)*(?:(?:不|别|莫|勿|甭)(?:要|用|能|急着?)?(?:再|先)?(?:派|给|转|交|动|签|签收|催|批|管|办|催办|督办|合并|并)?(?:它|出去|单)?|缓一?缓|放一?放|等等|等一?等|等一?下|不算)(?:了|吧|啊|哈)*[\s,，。;；!！]*$/u.test(
    plain,
  );
}
export const MAY_EXCEPT = /[不别莫勿甭缓放等]/u;

/** 签收12, 合并 16 到 3: the numbers right behind a word, as a command has them. */
const BEHIND_A_WORD =
  /^[\s,，]*\p{Script=Han}{1,5}(?:\s\p{Script=Han}{1,4})?\s*#?\d{1,6}(?:[\s、]*[和到入]?\s*#?\d{1,6}(?!\d|\s*\p{Script=Han}))?(?=\s*(?:$|[\s,，。;；、]))/u;

/** The figures of it, each with its place. */
export function figuresBehindWord(plain: string): readonly { number: number; start: number; end: number }[] {
  const [words = ""] = BEHIND_A_WORD.exec(plain) ?? [];
  return [...words.matchAll(/\d+/gu)].map(({ index, 0: figure }) => ({
    number: Number(figure),
    start: index,
    end: index + figure.length,
  }));
}

/** Before what is meant: it is given like the one that was taken back. */
export function merelyLeads(ahead: string): boolean {
  return /^(?:[\s,，#]|把|将|是|应|当|该|要|改|成|为|换|[到并合入进]|派|转|交|给|归|由|让|请|还|单|就|去|先|那|再|暂时)*$/u.test(
    ahead,
  );
}

/** Behind it: nothing else is said. */
export function merelyEnds(behind: string): boolean {
  return /^(?:[\s,，。.;；!！]|局|公司|那边|他们|才对|号|的|来|去|处理|办|管|吧|了|啊|哈|哦|呢|那个|那件|这个)*$/u.test(
    behind,
  );
}

/** 5分, 4星: figures that are put right by one of the same measure. */
export const COUNTED = /(\d{1,4}(?:\.\d{1,2})?|[一二两三四五六七八九十])\s*([分星户家%])/gu;
/** G3: a common problem. */
export const COMMON = /(?<![a-z])g\s*#?\d{1,6}/giu;
/** 延期到5号, 5号前: a day, though an issue has that number. */
export function isADay(ahead: string, behind: string): boolean {
  return /(?:(?<![并合归])[到至在于]|[改延]成?为?)\s*$/u.test(ahead) || /^\s*(?:之|以)?前/u.test(behind);
}

/** 先给社会局, 还是公安: what was thought before is over. */
export const DECIDES_ANEW = /^[\s,，]*(?:那|就|还是|算了|先|改|干脆|暂时)/u;
/** 我看看, 危废应该是环保: thinking aloud, and nothing to be told. */
export const THINKS = /应|该是|可能|好像|似乎|觉得|[我你]?[看想]一?[看想下]|记[错混]|[搞弄说写看]错|哪|不是|还是|谁/u;

/** 审批局 不对，再看看: what was said is taken back, and nothing is said instead. */
export const LEAVES_OPEN =
  /[\s,，。;；](?:[啊哦噢哎唉呃]\s*)?(?:不对|不是|错了|(?:说|讲|写|打|搞|弄|派|选)错了?|等等|等一?下|慢着|算了)(?=[\s,，。!！…]|$)/u;
