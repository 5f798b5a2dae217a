import { plainOf } from "../../domain/plain.ts";
import { anyOf } from "./any-of.ts";
import { wishedAnew } from "./zh-cn-answer-denied.ts";
import { BEGINS_ANOTHER, TURNS_TO_MORE } from "./zh-cn-continues.ts";
import { GOES_ON, isWished } from "./zh-cn-talk.ts";
import { matterOf, namesSubject, speaksOf } from "./zh-cn-titles.ts";

/** Whether a text has a matter of its own, or goes on about another one. In plain text. */

/** When, how many, how often, how much, and who tells it: no matter by itself. */
const BESIDE_A_MATTER = anyOf(
  "(?:今|昨|前|明|后|当)(?:天|晚|早|日|夜)|上午|下午|早上|晚上|中午|凌晨|半夜|夜里|夜间|白天|(?:上|这|下|本)(?:个)?(?:周|月|星期|礼拜)(?:[一二三四五六日天末])?|周[一二三四五六日末]|刚才|刚刚|目前|现在|最近|以前|之前|平时|到现在",
  "[一二两三四五六七八九十百千万几半多\\d]+(?:多|来)?(?:点钟?|分钟?|小时|个?钟头?|天|周|个?星期|个?礼拜|个?月|年|次|回|趟|遍|台|个|条|户|人|名|位|米|公里|吨|万|块|元|盏|间|层|件|箱|批|车)?(?:钱)?",
  "我们?|你们?|您|他们?|她们?|咱们?|我司|本公司|公司|厂(?:里|区)?|这边|那边|这里|那里|这儿|那儿|这样|那样|这个|那个|现场|大家|领导|师傅|车间|生产(?:线)?|产线|流水线|机器|机台|设备|机床|电脑|员工|工人|职工|女工|夜班|白班|客户|客人|订单|货|单子|合同|交期|财务|工资|加班|有人|人",
  "损失|影响|耽误|赔(?:偿|钱|款)?|报废|(?:交|发|出|送|催|退)货|停(?:产|工|机)|违约|罚款|投诉|着急|急|严重|厉害|危险|受不了|麻烦(?!事)|怎么办|没办法|没法(?:子)?",
  "报修|报(?:过|了)|反映|说过?|讲过?|找过?|打(?:过|了)?电话|联系|来过?|去过?|看(?:一?看|过|到|见)?|查(?:过|了|一?查)?|检查|管|理|修(?:理|好|过)?|弄(?:好)?|处理|解决|协调|安排|派(?:人)?|尽快|快点|早点|帮(?:忙|我|助)?|请|希望|建议|最好|能(?:不能|否)?|可以|想|要|求|需要|一下|怎么|什么",
  "已经|一直|老是|总是|经常|天天|反复|频繁|又|再|都|也|还|就|才|很|太|好|真|最|更|越来越|大概|大约|一共|总共|主要|另外|因为|所以|导致|结果|但是|而且|不过|如果|有(?:点|些|时候?)?|没(?:有)?|不(?:了|是|能|行|会)?|是|在|到|从|把|被|给|让|跟|和|的|地|得|了|着|过|吧|啊|呀|呢|吗|嘛|哦|哈|个",
);

/** What is left when that is taken off: 垃圾清运 of 垃圾没人清运. */
function subjectOf(clause: string): string {
  return clause.replace(new RegExp(BESIDE_A_MATTER.source, "gu"), " ").replace(/[^\p{L}\p{N}]+/gu, "");
}

/** 就在食堂对面: where it is, whatever stands there. */
const TELLS_WHERE =
  /^(?:就|大概|具体|位置)?(?:是|在|靠近|从|对着)[^,，。;；!！?？]{1,20}(?:旁边?|对面|附近|边上|那里|这里|那边|这边|那儿|那块|门口|楼下|路口|隔壁|中间|之间|[前后左右东南西北]边|[前后]面|那一[排段带片栋层]|位置|号楼?|[一二三四五六\d]楼|段)[\s了的。!！]*$/u;

/** Whether it tells only where something is. */
function tellsWhere(plain: string): boolean {
  return TELLS_WHERE.test(plain);
}

/** Whether a text speaks of what another one is about: its words, or what they are called by others. */
export function sharesMatter(plain: string, written: string): boolean {
  const words = plain.replace(new RegExp(BESIDE_A_MATTER.source, "gu"), " ");
  const { pairs, subjects } = matterOf(written);
  return speaksOf(words)({ pairs, subjects: [] }) > 0 || speaksOf(plain)({ pairs: new Set(), subjects }) > 0;
}

/** 还在停, 没解决, 老样子: said of a matter that is there. */
const STANDS_AS_IT_WAS = anyOf(
  GOES_ON.source,
  "(?:没|未|冇)(?:有)?(?:得到|彻底|真正|完全|根本)?(?:解决|好|修|通|弄|处理|搞|动|亮|变|恢复|效果|用)|(?:没|未)(?:有)?\\p{Script=Han}{1,2}(?:干净|好|完|掉|到位|清楚)|修好|(?:答|回)复|你们(?:讲|说)|不行|不管用|老样子|反弹|复发",
);

const SHORTEST_SUBJECT = 3;
/** What else is wrong with a thing. */
const IS_WRONG = /太\p{Script=Han}|扬尘|油烟|咬|有股|味|不敢|[进出关开打]不|不(?:干净|见了|安全)|没有/u;

/**
 * Whether something is the matter, wished or named in it beside when, how often and what comes of it: 垃圾没人清运, and not 一共停了四台机器.
 */
export function hasMatterOfItsOwn(plain: string): boolean {
  if (tellsWhere(plain)) return false;
  if (namesSubject(plain)) return true;
  return plain
    .split(/[,，。;；!！?？\s]+/u)
    .some((one) => (isWished(one) || IS_WRONG.test(one)) && [...subjectOf(one)].length >= SHORTEST_SUBJECT);
}

/** 快递柜放哪: beside when, how often and what comes of it something is named. 今天早上又停了 names nothing. */
export function namesAThing(plain: string): boolean {
  return plain.split(/[,，。;；!！?？\s]+/u).some((one) => [...subjectOf(one)].length >= SHORTEST_SUBJECT);
}

/** 上个月报的那个高新技术企业认定怎么还没下来: beside that it is an old matter and how it stands, one is named at length. */
export function namesAMatter(plain: string): boolean {
  const left = plain.replace(new RegExp(OF_AN_OLD_ONE.source, "gu"), "");
  return left.split(/[,，。;；!！?？\s]+/u).some((one) => [...subjectOf(one)].length >= SHORTEST_NAME);
}

const OF_AN_OLD_ONE =
  /(?:[报提发交说讲]|申[报请]|反映|投诉|反馈)(?:过|了|上去|过来)?的|(?:去|今|前)年[初底]?|年[初底]|申[请报]|诉求|问题|事情?|结果|进展|进度|动静|消息|说法|回音|下文|下来|下去|情况|怎么?样|咋样?|啥|哪[一]?步?|到底|多久|谁|公司|老板|[那这]些|程度|阶段|环节|步骤|分别|状态|一?共有?|尚未|办结|请问/u;
const SHORTEST_NAME = 4;

/** 隔壁厂夜里施工太吵, while the answer to another matter waits: nothing of these is in it, and it has a matter, or says that it begins one. */
export function isAnotherMatter(plain: string, among: readonly { readonly title: string }[]): boolean {
  const wished = wishedAnew(plain);
  if (wished !== null && among.every(({ title }) => !sharesMatter(wished, plainOf(title)))) return true;
  const begins = BEGINS_ANOTHER.test(plain);
  if (!begins && ((STANDS_AS_IT_WAS.test(plain) && !TURNS_TO_MORE.test(plain)) || !hasMatterOfItsOwn(plain)))
    return false;
  return among.every(({ title }) => !sharesMatter(plain, plainOf(title)));
}
