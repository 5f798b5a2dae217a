import { placeNumber } from "./zh-cn-numbers.ts";
import { UNKNOWN_UNITS } from "./zh-cn-units.ts";

/** How a coordinator says who shall have an issue, and what of it is no note to the unit. In plain text; \ue000 stands for a unit. */

/** 70不要给建管局，给交通局: in a clause that names no unit but one that shall not have it nothing else is said. */
export const NOT_THEIRS =
  /^[\s,，]*(?:而|并|又|可|也|就|都|这个?|那个?|事情?|它|本来|根本|其实|肯定)*(?:不|别|莫|甭|勿|没|非|未)(?:应该?|能|要|用|该|可能|得|必)?(?:再|是|归|属于?|由|找|关|在|派|转|给|交|分|到|让|请)*(?:\ue000[、和与跟及\s]*)+(?:的|管|事情?|活|办|负责|职责|范围|那边|那里|了|吧|啊|呢|来|去|处理|牵头|接|这个)*[\s,，。;；!！]*$/u;

/** 交警管的, 本来就是他们负责的: why. */
export const IS_THEIRS =
  /^[\s,，]*(?:这个?|本来|就|都|是|归|\ue000|他们|人家)+(?:管|负责|主管|分管)?的?(?:事|活|职责)?[\s,，。;；!！]*$/u;

/** 经发局不用管了 */
export const LETS_IT_GO =
  /^[\s,，]*(?:就|那)?\ue000(?:那边)?(?:就)?(?:不用|不要|不需要|不必|不|别)(?:再)?(?:管|办|接|处理|跟|去|看)(?:这个)?(?:了|吧)*[\s,，。;；!！]*$/u;

/** Before a note: 说明：…, 备注 … */
export function withoutItsWord(note: string): string {
  return note.replace(/^(?:派单)?(?:说明|备注|附言|附注|留言|注)(?:一?下)?[\s:：,，]+/u, "");
}

/** 请派出所处理9号: the number of the issue itself, behind who shall have it. */
export function withoutNumber(text: string): string {
  return text.replace(
    /^(?:那边|他们)?(?:来|去)?(?:牵头|主办)?(?:处理|办理|办|负责|跟进|看看|看|解决|接)?(?:一?下)?[\s:：]*[#＃]?[\d０-９]{1,6}\s*号?(?:[那这](?:一)?(?:个|件|条))?(?:的?事情?|诉求)?(?=[\s,，。;；!！吧了]|$)/u,
    "",
  );
}

/** 麻烦了, 辛苦, 改一下: said for courtesy, or to the bot. */
export const IS_COURTESY =
  /^[\s,，]*(?:你|您|帮我?|给我|帮忙|麻烦|请|就|再|先|把它|重新|都|也|一起|直接|赶紧|快|那|这个?){0,4}(?:改派?|重派|换|派|转派?|更正|纠正|修改|调整)(?:一?下|[过下出回][去来]|掉|单|好)?(?:吧|了|啊|哈|哦)*[\s,，。;；!！]*$|^[\s,，]*(?:刚(?:才|(?!刚))|之前|前面|我|是|的)*(?:派|搞|弄|看|记|说|点|发)(?:错|反)了?[\s,，。;；!！]*$|^[\s,，]*(?:其余|其他|其它|剩下|别的)(?:的|几件|几个|那些|诉求)*(?:都|先|就|再|暂时|放|不动|等等|不管|一放|着|说|吧|看|我)*[\s,，。;；!！]*$|^[\s,，]*(?:好|行|可以|那|谢谢|多谢|感谢|麻烦|(?:改|转|派|退|撤)(?:回|过)[去来]|辛苦|拜托|有劳|你|您|大家|他们|了|吧|啊|哈|哦|先|就|这么定|这样|派一下|派下去|派出去|转一下|转过去|发过去|对吧|对不对|\s)+[\s,，。;；!！]*$/u;

/** 那给建管局转一下, 让公安去吧, 社会局: of the issue that is shown. 给公安打个电话 gives nothing away. */
export const GIVES_TO_THIS =
  /(?:给|派|转|交|归|由|让|请|找|叫|改|换|推|移|(?:该|应该|就|还|要|得|算|属)是?)(?:给|到|由|成|为|回)?\s*\ue000(?!(?:那边|他们)?(?:打|问|说|讲|通|发个|知|抄|报|商|联系|留))|是\s*\ue000的?(?:事情?|活|职责)?(?:吧|了|啊)?(?=$|[\s,，。;；!！])|^(?:那|就|还是|先|要不|不如|算了|嗯|哦|改成?|换成?|[\s,，。!！]){0,5}\ue000(?:那边|他们)?(?:吧|了|啊|哈|来|去|办|处理|好了|就行){0,3}[\s。!！]*$/u;

/** ，围挡那块给交通局: another unit shall have a part of it, as the clause ends. */
export const GIVEN_TOO =
  /^[\s,，。;；]*(?:另外|还有|再|同时|然后)?([^,，。;；\ue000\d]{0,12}?)(?:也|再|都|就|还|另外)?(?:派|(?<![移提上递成公])(?:交|转)|给|由|归|找|(?<!申)请|让|叫|麻烦|(?<=^[\s,，;；、]*)[和与跟及]?)(?:给|到|由)?((?:\ue000[、和与跟及\s]*)+)(?:那边|他们|来|去|一起|共同|一并|联合)*(?:办理?|管|负责|处理|看看?|弄|牵头|解决)?(?:一?下)?(?:吧|了|啊)?[\s,，。;；!！]*$/u;

/** ，第2个公安; ，井盖的公安: the part and the unit, and no word of giving. */
export const PART_AND_UNIT =
  /^[\s,，。;；]*(?:另外|还有|然后)?(第?[\d一二三四五六](?:个|件|条|项|点|样)|\p{Script=Han}{2,8}?(?:的事情?|那块|这块|方面|的)?)(?:就|也|都|则|是|归)*\s*((?:\ue000[、和与跟及\s]*)+)(?:那边|来|去)*(?:办理?|管|负责|处理|看看?)?(?:吧|了|啊)?[\s,，。;；!！]*$/u;
/** 抄送公安, 企业说公安: no part of the matter. */
const IS_NO_PART =
  /抄|涉|会同|联|说|讲|找|问|跟|和|与|及|同|或|除|先|再|报|通知|告|催|要|该|应|让|叫|像|比|从|在|到|往|去|来/u;

const UNITS = "((?:\\ue000[、和与跟及\\s]*)+)";
const BESIDES = "^[\\s,，;；。]*(?:另外|同时|还有|顺便|再|并|也)*";
const CLOSES = "(?:吧|了|啊)?[\\s,，。;；!！]*$";
/** ，商务局盯一下; ，抄送审批局: another unit has something to do with it as well, or is to hear of it. */
export const SEES_TO_IT = [
  new RegExp(
    `${BESIDES}(?:请|让|叫|由|麻烦)?${UNITS}(?:那边|他们)?(?:也|都|来|去|先|帮着|负责|一起|同步|多|要|给)*(?:盯|跟进|跟踪|跟一?[跟下]|关注|把关|指导|过问|推动|推一?[推下把]|督促|协调|帮忙|帮一?[把下]|参与|支持|介入|掌握|了解|知晓)(?:着|紧|一?下|推一?[推下把]|情况|进度|这个|这件|好)*${CLOSES}`,
    "u",
  ),
  new RegExp(
    `${BESIDES}(?:抄送|抄报|抄|通知|知会|告知|告诉|同步|报送|报|发)(?:一?下|一份|给|到)*\\s*${UNITS}(?:那边|他们)?(?:知道|知晓|一声|一?下|一份)*${CLOSES}`,
    "u",
  ),
];

/** 和交通局, behind the unit that has it. */
export const JOINED_TO_IT = /^(?:局|公司)?(?:[、和与及跟]\s*\ue000)+/u;

/** 71给交警, 把71号转给…, 71 交警: behind another number. */
export const HANDS_IT =
  /^(?:\s*号)?\s*(?:[那这](?:一)?(?:个|件|条)|的)?(?:事|诉求)?(?:情)?(?:也|就|都|则|再|先|还是|分别|各自|依次|一起|一并|一块儿?|统一|全部|快|赶紧|赶快|马上|尽快|立即|立刻|\s)*(?:改?派|转|给|交|由|归|让|请|该|应该|[改换退还]回?[给成为由]|[改换]\s*\ue000|\ue000)/u;
/** 70给建管局，…: so that nothing else can be meant by it, whatever is said behind it. 3号给供电公司打个电话 gives nothing away. */
export const HANDS_IT_OVER =
  /^(?:\s*号)?\s*(?:[那这](?:一)?(?:个|件|条)|的)?(?:事|诉求)?(?:情)?(?:也|就|都|则|再|先|还是|分别|各自|依次|一起|一并|一块儿?|统一|全部|直接|快|赶紧|赶快|马上|尽快|立即|立刻|\s)*(?:(?:改?派|转|交|分|归|划|改|换|退|还)(?:单|派|回)?(?:给|到|由|成|为)?回?\s*\ue000|(?:给回?|由|该|应该?(?:是|归|由|给)|(?<=还是\s*))\s*\ue000(?:他们|那边|那头|那里|这边)*(?:来|去|先)*(?:处理|办理|办|管|负责|牵头|主办|跟进|接|落实|解决|看看|看)?(?:一?下)?(?:就行|就好)?(?:吧|了|啊|哈)?(?=[\s,，。;；!！、和与跟及]|$)|(?:全|归)?是\s*\ue000(?:那边|他们)?(?:管|负责)?的(?:事情?|活|职责)?(?:吧|了|啊|哈)?(?=[\s,，。;；!！]|$))/u;
/** Said so, it may go on from the unit that has it without a yes. */
export const TRANSFERS = /派|转|改|换/u;
/** 12谁管啊，先给经发局: nothing stands there but who shall have it. */
export const GIVES_FOR_NOW =
  /^[\s,，]*(?:那|就|先|直接|暂时|干脆|还是|快|赶紧|麻烦|请|都|也)+(?=给\ue000(?:那边|他们|吧|啊|了|哈|处理|办理?|管|[\s。.!！])*$)/u;
/** 换经发局来牵头, 牵头单位改成经发局 */
export const NAMES_THE_LEAD =
  /\ue000(?:那边)?(?:来|去|作为|做|当)?(?:牵头|主办|为主|抓总)|(?:牵头|主办)(?:单位|部门)?(?:就|还)?(?:改|换|是|由|定|给|让)*(?:成|为)?\s*\ue000/u;

/** 71 交通局, and no more. */
export const NAMES_A_UNIT_ALONE =
  /^(?:\s*号)?[\s:,，]*\ue000(?:他们|那边)?(?:来|去)?(?:处理|办理?|管|负责|牵头|看看?)?(?:一?下)?(?:吧|了|啊|哈)?[\s,，。;；!！]*$/u;
/** Between the numbers of a list. */
export const LISTS_NUMBERS = /^[\s、,和与跟及#]*$/u;
/** What may stand before it. */
export const BEFORE_IT = /^[\s,，。;；]*(?:另外|还有|然后|再|同时|顺便|把|将|改派|转派|派单?|而|那|诉求|#|\s)*$/u;

/** 9号改给生态环境局, 46给纪委: given to somebody who is no unit here. The name is the first group. */
export const GIVES_TO_UNKNOWN = new RegExp(
  `(?:(?:派|转|改|交|推|移)(?:派|单|送)?(?:给|到|由)?|(?<=^|[\\s,，\\d号的件个条])给|归|由)\\s*(?!我|你|您|他|她|它|企业|公司|这|那|哪|谁)(${UNKNOWN_UNITS})(?:那边|他们|来|去)*(?:处理|办理?|管|负责|看看?)?(?:一?下)?(?:吧|了|啊)?[\\s,，。;；!！]*$`,
  "u",
);

/** 56退给企业，让他写清楚; 3号让企业补充一下地址: the company is to tell more. */
export const SENDS_BACK =
  /退(?:回|还)?(?:给|到)?(?:企业|公司|厂里|他们|她们|对方|提的人)[^。]{0,12}?(?:[写说讲填交](?:清|明|全|楚|仔细)|补)|(?<!别|不|不用)(?:让|叫|请|要)(?:企业|公司|厂里|他们?|她们?|对方|提的人)(?:再|先|把|重新)?[^,，。]{0,6}?(?:[写说讲填](?:清|明|全)|补(?:充|全|一?下|个|材料|资料|交))/u;

/** 54电梯的事: a clause that begins with the number of an issue. */
export const BEGINS_WITH_FIGURE =
  /^[\s,，]*(?:其中|但|另外|还有)?(?:的)?#?(\d{1,6})(?!\d)(?:\s*号)?(?:的|那个|那件|[\s,，:：])*/u;

/** 和城管: behind the name of a unit. */
export const NAMES_ANOTHER = /^(?:局|公司)?\s*[、和与及跟]\s*\p{Script=Han}/u;

/** 分别给经发局和商务局: the first to the first, the second to the second. */
export const IN_ORDER = /分别|依次|各自|对应/u;

/** Each of the units that are named one after another. */
export const UNIT_AFTER_UNIT = /[^、,，和与跟及\s]+/gu;
/** 27 28 一个给审批一个给社会局: behind the numbers. */
export const ONE_EACH =
  /^(?:\s*号)?[\s,，:：]*(?:这|那)?(?:[两二三四五几]|\d)?(?:个|件|条)?[\s,，:：]*(?:都|就|分开)?(?:其中|前(?:面|一)?)?一(?:个|件|条)?[^,，。;；一]{0,4}\ue000[^一]{0,8}(?:另(?:外)?|再|还有|后面?)?一(?:个|件|条)[^,，。;；]{0,4}\ue000/u;

/** 水压, 宿舍那个事, before who shall help: with what, and nothing that the one who has it shall do. */
export function isAMatter(text: string): boolean {
  return (
    /^[\p{Script=Han}\da-z]{2,14}$/iu.test(text) &&
    !/答|复|未|没|已|不|有|办|处理|核|实|先|尽|抓|前|内|天|并|请|要|急/u.test(text)
  );
}

/** 第2个, 井盖的: a part of what an issue is about, before the unit that shall have it. */
export function isAPart(text: string): boolean {
  return /^第?[\d一二三四五六](?:个|件|条|项|点|样)$/u.test(text) || (isAMatter(text) && !IS_NO_PART.test(text));
}

/** Behind the matter, and no part of it: 水压的事, 这块. */
export function withoutPoint(text: string): string {
  return text.replace(/[\s,，。;；!！]+$/u, "").replace(/(?:这|那)(?:一)?(?:块|头|边|个|件)$|(?:方面|的话)$/u, "");
}

/** 同21一样办, 跟21一样，也给社会局: the same unit as another issue has. The number is the first group. */
const ISSUE = "\\s*#?(\\d{1,6})\\s*号?(?:[那这](?:一)?(?:个|件|条))?(?:的|是|那边)*";
const ALIKE = "(?:一个|同一个?|一样|相同|一致|同样|那样|去向|办法)";
const AS_IT_IS = "(?:地|的|来|去|也|都|就)*";
const HANDLED = "办|处理|分|派|给|交|转|单位|部门|安排|走";
const LIKE_ANOTHER = [
  new RegExp(`(?:跟|和|与|同|像)${ISSUE}${ALIKE}+${AS_IT_IS}(${HANDLED})?`, "u"),
  new RegExp(
    `(?:照|按照?|参照|比照|随|(?<!一)同)${ISSUE}${ALIKE}*${AS_IT_IS}(办|处理|派|走|单位|部门|安排|(?=[\\s。吧]*$))`,
    "u",
  ),
];
const ONE_AND_THE_SAME = /合并|并(?:到|入|进|案)|一回事|重复|同一(?:件|回)|不一样|不同/u;

/** `isHandled`: whether it says by itself that it is about who shall have it. */
export function likeAnother(plain: string): { readonly number: number; readonly isHandled: boolean } | null {
  const match = LIKE_ANOTHER.map((words) => words.exec(plain)).find((one) => one !== null);
  if (match === undefined || ONE_AND_THE_SAME.test(plain)) return null;
  return { number: Number(match[1]), isHandled: match[2] !== undefined || /单位|部门|派/u.test(plain) };
}

/** 14 1, 14选1, 14 第一个: an issue, and the place of what is suggested for it. */
export function placeTaken(plain: string): { readonly number: number; readonly place: number } | null {
  const match =
    /^\s*#?(\d{1,6})(?:\s*号)?(?:\s+|\s*(?:选|就|用|派|给)+\s*)(?:第?([1-9一二三四五])(?:个|家)?)(?:吧|了)?[\s。!！]*$/u.exec(
      plain,
    );
  return match === null ? null : { number: Number(match[1]), place: placeNumber(match[2] ?? "") };
}

/** 17同上, 17也一样: the same as the clause before it. */
export const AS_BEFORE =
  /^[\s,，把将#]*\d{1,6}号?(?:[、,，和与跟及\s#]+\d{1,6}号?)*\s*(?:也|都|就|的)*(?:同上|如上|同前|(?<=也)(?:一样|是|给|派|转|归)|照旧|同样|同理|一并|一起|跟着)(?:也|都)?(?:办|处理|派|给他们?|给)?(?:吧|了|哈)?[\s,，。;；!！]*$/u;

/** 莫派给供电局: whom it is not to be given, and nothing of who shall have it: 不要给建管局，给交通局. */
export const NOT_TO =
  /(?:莫|(?<![分特个])别|甭|勿|(?<!能)不(?:要|能|用|该)?)(?:再)?(?:派|转|给|交|分)(?![^\n]{0,30}?[,，。;；\s而](?:是|要|应该?|就|还是|得|改|直接|请)*(?:派|转|给|交|归|由|让|找)(?!他们?了))/u;
/** 社会局要三天，只给一天: days are given, and no issue. */
export const GIVES_TIME =
  /(?:给|宽限?|延)(?:他们?|你们?)?\s*[\d一二两三四五六七八九十半几]{1,3}\s*个?(?:工作)?(?:[天日周]|星期|小时|月)/u;
/** 派错了, 收回来重派; not 11和18不要回, which is of an answer. */
export const SENT_WRONGLY =
  /(?:派|分|转|给|发)错(?:了|单位|部门|人|地方|$)|(?<!(?<!要)不(?:要|用)?|别|莫|勿|没有?)(?:撤|收|要|拿)回(?:来|去)?(?:吧|了)?(?:[\s,，。!！]|重|$)|(?:重新|重)(?:派|分派|分配)/u;

/** 撤回来，我再想想: who shall have it instead he does not know yet. */
export const THINKS_IT_OVER =
  /(?:再|先|我|得|要)(?:再|先|去)?(?:想|看|考虑|琢磨|问|商量|研究|请示|核实)(?:一?[想看下问]|一想|一看|考虑|商量|研究)?(?:[再]?说|清楚|吧|哈)*[\s。!！…]*$|(?:想|看|考虑|问|商量)(?:好|清楚|完)(?:了)?再|(?:回头|晚点|过会儿?|等会儿?|明天)再|再(?:说|议|定)[\s。!！]*$|(?:先)?(?:放|缓|等)一?[放缓等]/u;

/** 协办人社取消, 取消人社协办: a helper is to be let go. */
export const LETS_HELPER_GO =
  /(?:协办|协助|配合)[^,，。]{0,12}(?:取消|撤(?:销|掉|回|了)|去掉|拿掉|删(?:掉|除)|不用了|不要了)|(?:取消|撤(?:销|掉|回)|去掉|拿掉|删(?:掉|除))[^,，。]{0,12}(?:协办|协助|配合)/u;
/** 唉算了还是住建, 不对，应该给公安, 刚才派错了: said of what was dispatched last. */
export const GOES_BACK_ON_IT =
  /^(?:唉|哎呀?|哦|噢|呃|啊|嗯|那个?|[\s,，]){0,6}(?:算了|不对|不是|等等|等一?下|慢着|还是|错了|(?:刚才|刚刚|我|那个?|上面|刚){0,3}(?:派|给|发|搞|弄|转|交)错|(?:赶紧|快)?(?:收|撤|要|拿)回|改回)/u;
/** 收回来吧, 还是放回去: that what was done is undone, and no word of who shall have it. */
export const CALLS_IT_BACK = /(?:收|撤|要|拿|追|放|退)回/u;
/** 9先不派，我先问问; 等等21不转: it stays as it is. */
export const LEAVES_IT_SO =
  /^(?:等等|等一?下|慢着)?[\s,，#、\d号和与跟及]{1,20}(?:那个?|那件|的)?(?:先|暂时|就|还是|都|也|暂){0,3}(?:不|别|莫|不要|不用|不能)(?:再|先|急着){0,2}(?:转|改派|派|改|分派|动)(?:单|出去|了|吧|先|呢){0,3}(?:$|[\s,，。!！][^\d]{0,12}$)|^[\s,，#、\d号和与跟及]{1,20}(?:那个?|那件|的)?(?:先|暂时|暂且|都|就|也|还是){1,3}(?:放|缓|等|搁|留|压)(?:一?[放缓等搁]|着|一?下|这里?|那里?|在){1,3}(?:吧|了|哈|先|再说){0,2}[\s。!！]*$/u;

/** 刚才那个还是给建管局: which one is meant is said so, whatever words come behind. */
export const MEANS_THE_LAST = /^[\s,，]*(?:刚才|刚刚|上面|刚派)的?(?:那|这)(?:一)?(?:个|件|条)/u;

/** 14拆开，招工的给人社; 把14拆成两件; 14是两件事 */
export const SPLITS =
  /^(?:把|将|这个?|那个?|\s)*[#＃]?\d{1,6}号?(?:这|那)?(?:个|件)?(?:的|要|得|先|给我|帮我|能不能|可以|请|再)*(?:拆开|拆分|拆一?下|分拆|(?:拆|分)(?:成|为|作)(?:[两二三四几]|\d)|一分为[二两三]|分开(?:派|办|立)|(?:里面?|其实|明明|本来|说|讲|反映|报|写|提|就|里头)*(?:是|有|了)?[两二三几](?:个|件|码|回|桩)(?:事情?|问题|诉求|单子?)(?=[\s,，。:：;；!！吧啊的呀]|来|$))/u;
/** 墙给建设，班车给交通: each half of it to another unit; the units are marked. 给公安，不给社会局 is none. */
export const GIVES_HALVES =
  /(?:归|给|派|由|让|是)\ue000[^\ue000,，。;；、]{0,6}[,，。;；、\s]+(?!别|不|莫|同时|也|再|然后|顺便|并|抄|而|还|或|要|最|建议|应|该|原|本来|之前|以前|现在|我|他|先)[^,，。;；\d\ue000]{1,8}(?:归|给|派|由|让|是)\ue000/u;

/** 路灯那个派给…: what is told of the issue is the first group. */
const NAMES_IT =
  /^(?:把|将|就|还有|另外|[\s,，])*(?!刚|上|前|后|最|第|其|剩|别|今|昨|明|保密|企业|公司|他|她|它|我|你|这|那|哪)([^,，。;；\d\s]{2,8}?)(?:的?那(?:个|件|条|事)|的?这(?:个|件)|的(?:事情?|问题))/u;

export function matterNamed(plain: string): string | null {
  return NAMES_IT.exec(plain)?.[1] ?? null;
}

/** 摆摊的让公安管: as said before who shall have it; the unit is marked. */
const GIVES_IT =
  /^(?:把|将|就|还有|另外|[\s,，])*([^,，。;；\d\s\ue000]{2,8}?)(?:的?那(?:个|件|条)|的(?:事情?|问题)?)(?:就|也|还是|先|都)*(?:派|转|给|交|由|归|让|找|请|叫|\ue000)/u;

export function matterGiven(marked: string): string | null {
  return GIVES_IT.exec(marked)?.[1] ?? null;
}

/** 货梯给建设, beside another one that is given away: nothing but the words and who shall have it. */
const GIVES_BARELY =
  /^(?:把|将|还有|另外|[\s,，])*([^,，。;；\d\s\ue000]{2,8}?)(?:就|也|还是|先|都)*(?:派|转|给|交|归){1,2}\ue000[吧了呢啊哈\s]*$/u;

export function matterBarelyGiven(marked: string): string | null {
  return GIVES_BARELY.exec(marked)?.[1] ?? null;
}

/** 闪电那个供电: nothing but which one it is, and from where the name of a unit may stand. */
export function behindItsName(plain: string): number | null {
  const match = /^[^,，。;；\d\s]{2,8}?那(?:个|件|条)(?=\p{Script=Han}{2,8}[吧了\s]*$)/u.exec(plain);
  return match === null ? null : match[0].length;
}
