/** What is said while a text is waited for, and is none, or may be none. In plain text. */

/** 哦，…; 对了，…; 问一下…: what only leads to what is said. */
const LEADS_TO_IT =
  /^(?:哦|噢|喔|哎呀?|唉|呃|嗯|啊|诶|对了|另外|还有|此外|顺便|那个|不对|算了|等等|慢着|等一?下(?!我)|(?:我|想|再|先)?(?:请问|问一?下|查一?下|看一?下))[\s,，、。.!！…~:：]*/u;
/** Nobody says more of it. */
const MOST_LEADS = 3;

/** Without what only leads to it. */
export function withoutLeads(text: string, plain: (text: string) => string): string {
  let left = text.trim();
  for (let count = 0; count < MOST_LEADS; count++) {
    const lead = LEADS_TO_IT.exec(plain(left))?.[0].length ?? 0;
    if (lead === 0 || lead === left.length) break;
    left = left.slice(lead);
  }
  return left;
}

/** 等我问下张国庆再说, 晚点再写: it comes later. */
const COMES_LATER =
  /^[^,，。;；]{0,20}再(?:说|定|讲|议|回|答|答复|回复|写|发|报|填|弄|办|处理|告诉[你您]们?)[吧了哈啊呗\s。!！]*$/u;
/** 我先问问公安, 让我想想: who says so has no text yet. */
const ASKS_FIRST =
  /^(?:(?:等|先|让|容|待)?我们?(?:先|再|得|要|去|还得|还要){0,2}(?:跟|和|找|向|给)?[^,，。;；]{0,6}?|(?:得|要)?先(?:去)?)(?:问|想|看|核实|核对|请示|商量|确认|考虑|琢磨|打听|碰)(?:一?下|[问想看]|商量|一[问想看碰])?[^,，。;；]{0,4}[\s。!！]*$/u;
const LONGEST_LATER = 24;

/** 等我…: by whom it comes. */
const BY_ONESELF = /我|^(?:等|晚|回头|过会|待会)/u;

/** Whether it is said that the text comes later. `isOrder`: in an order (先核实再报) it is said by whoever gives it alone. */
export function comesLater(plain: string, isOrder: boolean): boolean {
  if ([...plain].length > LONGEST_LATER || (isOrder && !BY_ONESELF.test(plain))) return false;
  return COMES_LATER.test(plain) || ASKS_FIRST.test(plain);
}

const ANY_DEED = "办|弄|搞|发|写|说|提|报|动|管|填|回复?|处理|理";
const BEHIND_A_DEED = "(?:了|吧|啦|先|它|他们?|企业|这[个件条]|那[个件条]|啊|哈|算了)*(?=$|[\\s,，。.!！;；~…]|等|我)";

/** 还是算了吧, and no more. */
export const GIVES_IT_UP = /^(?:还是|那就?|就|我)?(?:算了|罢了|拉倒|免了|取消)(?:吧|了|啦)*[\s。.!！~…]*$/u;

/** 先不答复，等公安那边回话: whether what the text is waited for is not to be. `words`: how it is called. */
export function deniesTheDeed(plain: string, words: readonly string[]): boolean {
  const deed = words.filter((one) => /^\p{Script=Han}{2,4}$/u.test(one)).join("|") || ANY_DEED;
  return [
    `^(?:还是|那就?|就|我|现在)?(?:先不|先别|先莫|暂不|暂时(?:不|别)|别|莫|甭|不用|不要|不必|用不着|没必要)(?:再|急着?|要|给企业|给他们?)?(?:${deed}|${ANY_DEED})${BEHIND_A_DEED}`,
    `^(?:还是|那就?|就|我|现在)?不(?:再|想|打算)?(?:${deed})${BEHIND_A_DEED}`,
    `^(?:还是|那就?|就|我|现在)?不(?:再|想|打算)?(?:${ANY_DEED})了${BEHIND_A_DEED}`,
  ].some((one) => new RegExp(one, "u").test(plain));
}

/** 还是派给社会局吧: something else instead. */
const TURNS = /^(?:不[\s,，]+)?(?:还是|那就|要不|要么|干脆|不如|或者|改成?|换成?|应该)(?:先|就)?[\s,，]*/u;
/** 派给公安; 受理吧，派公安; 让公安办吧: an issue is given away, and no reason told. */
const HANDS =
  /(?:^|[,，。;；\s])(?:(?:改?派|转|交)(?:单|办|派)?(?:给|到|由)?|给|让)(?=\p{Script=Han}{2,10}(?:吧|了|去?(?:办|管|处理))*[\s。!！]*$)/u;
/** 受理吧, 批了吧: the contrary of what the reason is asked for. */
const CONTRARY: Partial<Readonly<Record<string, RegExp>>> = {
  reject: /^(?:可以|能|都)?受理/u,
  refuse: /^(?:可以|都)?(?:同意|批(?!复|文)|准(?!备|入))/u,
  return: /^(?:我们|可以)?(?:签收?|接)(?:了|吧|$)/u,
};

/** What is wanted instead of what the text is waited for, without the word that turns to it; null: nothing is. */
export function insteadIn(text: string, plain: string, isReason: boolean): string | null {
  const turn = TURNS.exec(plain)?.[0].length ?? 0;
  if (turn > 0 && turn < plain.length) return text.slice(turn);
  const handed = isReason ? HANDS.exec(plain) : null;
  return handed === null ? null : text.slice(handed.index).replace(/^[\s,，。;；]+/u, "");
}

/** Whether the contrary of the command is said, also behind 还是. */
export function saysTheContrary(command: string, plain: string): boolean {
  return CONTRARY[command]?.test(plain.replace(TURNS, "")) === true;
}

/** 这个先不回, 没空，下午弄: it may be no text, wherever it is said. */
const PUTS_IT_OFF =
  /^.{0,5}(?:先(?:不|别|莫|放)|暂(?:不|缓))|^没(?:空|时间)|^还没(?:弄|问|看|查|核|想|定|写|确)|^慢[点着]/u;
const LONGEST_PUT_OFF = 14;

export function mayPutOff(plain: string): boolean {
  return [...plain].length <= LONGEST_PUT_OFF && PUTS_IT_OFF.test(plain);
}

/** 先不…, 还是…, 等…: it may be no text. 等了三天 tells something. */
export const BEGINS_DOUBTFULLY =
  /^(?:先(?:不|别|莫|放|缓|等)|暂(?:不|缓)|别(?!的|处|人|家)|等(?!了|级)|还是|要不|干脆|不如|算了)/u;
/** The same of what a company writes: 还是跳闸 tells what is the matter. */
export const BEGINS_DOUBTFULLY_FOR_A_COMPANY = /^(?:先(?:不|别|莫)(?!说|是)|等等|等(?:一?下|会)|算了)/u;

/** 还是不让进: what a company says of it, and no no. */
export const STILL_DOES_NOT =
  /^(?:还是|仍然?|依然|依旧)不(?!用|要|了|办|提|补|弄|管|说|写|行[,，。\s]|行$)\p{Script=Han}{2}/u;

/** 与18号重复, 和18号一起: another issue is named in a text about this one. */
export const NAMES_IT_BESIDE =
  /重复|相同|同一|一回事|一起|一并|合并|并[入到]|参照|(?<![\d号])[跟和与同及见]\s*(?:第|编号)?\s*#?\s*\d/u;

/** 21和23也一样，下周加两班: the text is of these as well. */
export const IS_OF_THESE_TOO =
  /^[\s,，]*(?:号|的|那[边个件])?(?:也|都|同样|一并)(?:都|是|是?一样|同样|照此|这样|如此)[\s,，。:：;；]+(?=\S)/u;
