import { UNKNOWN_UNITS } from "./zh-cn-units.ts";

/** What stands before and behind a unit's name and says what it has to do with the issue. In plain text. */

/** 不是自来水, 不归我们建设局, 别派供电公司: right before it. 是不是 and 要不是 deny nothing. */
export const DENIED_BEFORE =
  /(?:(?<![要是])不(?:应该?|能|要|用|该|可能)?(?:是|归|属于?|由|找|关|在|该|派|转|给|交|怪|让|叫|请|通知|告诉)(?:给|到|由)?|并?非|没有?(?:归|属|转|派)(?:给)?|(?:派|分|转|发)错(?:给|到)?了?|错(?:派|分|转|发)(?:给|到)?了?|(?:(?<![分特个])别|莫|甭|勿)(?:再)?(?:派|转|给|交|找|让|叫|请|通知|告诉|惊动)(?:给|到|由)?)(?:的是|是|我们?|咱们?|本|你们?|他们?|这边|这里|什么)?\s*$/u;
/** 公安说不是他们的, 建设局不管: right behind it. */
export const DENIED_BEHIND =
  /^(?:那边|那头|的人|的)?[,，\s]?(?:也|都|其实|根本|明确)?(?:(?:说|表示|答复|回复|讲|认为|反馈)了?)?[,，:：\s]?(?:(?<!是)不(?:是(?:他|她|我|人家)们?|归|管|属|接|收|认|该)|管不|没(?:有)?(?:这个|此项|相关)?(?:权|职责|职能|关系)|无权|无关)/u;

/** 投诉建管局的, 告公安的人: right before and right behind a unit that is spoken against. 这个投诉建管局处理 is theirs to handle. */
export const ACCUSED_BEFORE =
  /(?:投诉|举报|控告|检举|状告|针对|(?<=[是在想要]\s*|[\d号]\s*)告)(?:了|的|的?(?:就)?是)?\s*$/u;
export const ACCUSED_BEHIND =
  /^(?:局|公司)?(?:里|那边|那头|他们)?(?:的(?!事情?[\s,，。]|活|职责)|(?:工作|办事|有关|相关|窗口|执法|服务)?(?:人员|同志)|领导|局长|所长|科长|主任|里面|内部|自己|乱|吃拿|收(?:钱|费|礼|好处)|不(?:作为|办事)|推诿|态度)/u;

/** Somebody is to help: 供电也去看看, 和公安一起办. 24 18一起派公安 gives both. */
export const ASSISTING =
  /也(?:[去来看派跟出帮推盯]|参加)|帮[忙着]|协办|配合|协助|一起(?![派转交给分])|会同|参与|搭把手|共同|加派/u;
/** 协办 建设局, 请配合单位：环保局 */
export const HELPS_BEFORE = /(?:协办|协助|配合)(?:单位|部门|方)?(?:是|为|由|给|请|让)?[\s:：]*$/u;
/** 建设局协办, 环保局也一起配合 */
export const HELPS_BEHIND =
  /^(?:那边)?(?:来|也|都|一起|负责|参与|共同|一并|同时|派人|做|作为)*(?:协办|协助|配合|搭把手)(?!得|怎|如何|情况)/u;
/** ，请供电公司和建设局协办, 协办单位：供电公司、建设局: with what stands for each unit. */
export const ASKS_HELPERS =
  /[\s,，;；。、]*(?:然后|接着|随后|回头|另外?|再|并|同时|也|还)*(?:请|由|让|叫|要|(?:派|转|交)?给)?(?:(?:协办|协助|配合)(?:单位|部门|方)?(?:是|为|由|给|请|让)?[\s:：]*\ue000(?:[、和与及跟,，\s]*\ue000)*|\ue000(?:[、和与及跟]\s*\ue000)*(?:那边)?(?:来|也|都|一起|负责|参与|共同|一并|同时|派人|做|作为)*(?:协办|协助|配合|搭把手))(?:一?下|吧|了)?/gu;
/** 派公安 */
export const IS_GIVEN = /(?<![加也])(?:派|交|转|分)(?:给|到|由)?\s*$/u;
/** 并一下，给公安 */
export const IS_GIVEN_TO = /(?<![加也移提上递成公])(?:派|交|转|分|归|由|给)(?:给|到|由)?\s*$/u;
/** Between two of which the same is said. */
export const JOINED = /^(?:局|公司|分局)?\s*[、和与及跟]\s*$/u;

/** 该建设局, 建议转给公安: right before the unit that ought to have it. */
export const OUGHT_TO_HAVE =
  /(?:(?<!不)该|应当?|建议|申请|请|最好|麻烦)(?:是|由|归|找|给|属于?|改?转|改?派|交|退)?(?:给|到|由|往)?\s*$/u;
/** 归建设局, 转给公安, 建议由环保局: right before the unit that is meant. */
export const POINTED_AT =
  /(?:(?:应当?|本来|本|也|还|就)?该(?:是|由|归|找|给|转|属于?|派|交)?(?:给|到)?|归|属于?|由|找|(?:转|派|交|退|改|分)(?:给|到|由|派|为|成)?|建议|(?<!不)是)(?:到|给)?\s*$/u;
/** 转给建设局: at the very beginning. */
export const HANDED_AT_ONCE = /^\s*(?:请|要|可)?(?:转|改派|退)(?:给|到|往)?\s*$/u;
/** 建设局管的: right behind it. */
export const POINTED_OUT =
  /^(?:来|去|才|那边)?(?:管|负责|办|处理|牵头|主管|主办|的(?:事|活|职责|范围|地盘|管|设施|业务))/u;

const UNKNOWN_HELPER =
  /[\s,，;；。、]+(?:另|再|并|同时)?(?:请|由|让|叫)?(?:(?:协办|协助)(?:单位|部门|方)?(?:是|为|由|给|请|让)?[\s:：]*(\p{Script=Han}{2,8})|(\p{Script=Han}{2,6}?)(?:那边)?(?:来|也|一起|同时)*(?:协办|协助))(?=$|[\s,，。;；!！])/u;
/** 和城管, 跟消防一起: joined to the unit that has it. */
const UNKNOWN_JOINED = new RegExp(
  `\\s+[、和与及跟]\\s*(${UNKNOWN_UNITS})(?:那边|他们|一起|共同|一并|去|来|处理|办理?|看|弄|管|一?下|吧)*(?=$|[\\s,，。;；!！])`,
  "u",
);

/** ，请环保协办: who shall help by a name that is no unit's, and where it is said. */
export function helperSaid(
  text: string,
): { readonly name: string; readonly start: number; readonly end: number } | null {
  const match = UNKNOWN_HELPER.exec(text) ?? UNKNOWN_JOINED.exec(text);
  const name = match?.[1] ?? match?.[2];
  return match === null || name === undefined ? null : { name, start: match.index, end: match.index + match[0].length };
}
