import { OPEN_STATES } from "../../domain/issue/issue.ts";
import { anyOf } from "./any-of.ts";
import type { Meaning } from "./meaning.ts";
import { DECIDES } from "./zh-cn-answers.ts";
import { isToAll } from "./zh-cn-aside.ts";
import { ASKS_HOW_IT_STANDS, toldBehindQuestion } from "./zh-cn-asks.ts";
import { POSTPONES } from "./zh-cn-company.ts";
import { NO, SURELY_YES, YES } from "./zh-cn-decisions.ts";
import { GIVES_TIME, NOT_TO, SENT_WRONGLY } from "./zh-cn-handing.ts";
import { ordersOutright } from "./zh-cn-orders.ts";
import { IN_PART } from "./zh-cn-requests.ts";
import { ASSISTING } from "./zh-cn-roles.ts";
import { ENDS_FOR_THEM } from "./zh-cn-talk.ts";
import { GIVES_TO } from "./zh-cn-units.ts";
import { ASKS_FOR_THEME_DAY } from "./zh-cn-wants.ts";

/** What the coordinator and the leaders may mean by free words about an issue. In plain text; the first that fits. */

const QUESTIONS = anyOf(
  "(?:原因|理由)(?:是)?(?:什么|啥|呢)|为什么|为啥|哪些|什么(?:情况|原因)|怎么(?:说|回事)|[?？]\\s*$|[吗呢]\\s*$",
);

const decisions: readonly Meaning[] = [
  { command: "due", words: /期限|截止|什么时候到期|哪天到期|时限/u, by: "do", issue: "told", rest: "nothing" },
  {
    command: "why",
    words: /为什么(?:派|分|给)|怎么派(?:给|到)|凭什么派|派单依据|分派依据/u,
    by: "do",
    issue: "told",
    rest: "nothing",
  },
  {
    command: "refuse",
    words: NO,
    unless: /[?？吗]\s*$|([准批行延退挂])确?不\1|同不同意|不同意[^,，。]{0,4}(?:没用|也不行|也白)/u,
    request: "any",
    by: "offer",
    sure: /不同意|不批|不准|驳回|不予批准|不能(?:退|延|挂)|(?:先|再)不要|(?:不要|别)(?:退|延|挂)/u,
    asked: true,
    issue: "guess",
    rest: "behind",
    needs: { what: "reason", has: /[,，。;；、\s]\s*\S{3,}|(?:还是|仍|继续|维持|因为|按|就是|就由|理由)/u },
  },
  {
    command: "approve",
    words: YES,
    unless: anyOf(NO.source, IN_PART.source, "倒是|等等|先(?:等|放)|还没(?:点头|同意|定|表态|松口)"),
    request: "any",
    by: "offer",
    sure: SURELY_YES,
    issue: "guess",
    rest: "behind",
  },
  {
    command: "approve",
    words: anyOf(YES.source, IN_PART.source),
    unless: NO,
    request: ["extend", "hold"],
    by: "offer",
    issue: "guess",
    rest: "behind",
  },
];

const QUESTIONS_OF_ONE: readonly Meaning[] = [
  { command: "status", words: ASKS_HOW_IT_STANDS, by: "do", issue: "told", rest: "nothing" },
  { command: "status", words: QUESTIONS, by: "do", issue: "told", rest: "nothing" },
];

/** That it shall go on, said from above. */
const PRESSING = anyOf(
  "(?:叫|让|请|通知|要求)(?:他|她)们?[^,，。;；]{0,4}(?:今天|今晚|明天|马上|立即|立刻|赶紧|尽快|上午|下午|现在)|督办|批示|抓紧|不能(?:再)?(?:拖|等)|拖不(?:得|起)|准话|限(?:期|时|.{0,8}(?:内|前))|务必|必须|加快|尽快|盯(?:紧|一下|着)|跟紧|重视|上心|提速|倒排|挂牌",
  "(?:今天|明天|本周|这周|年前|月底|\\d+天|[一两三四五]天|[一两]周).{0,4}(?:之?内|之?前)?(?:要)?(?:解决|办结|办好|办完|拿出|给(?:我|个|企业)?(?:结果|说法|答复|交代)|报|恢复|有(?:结果|说法))",
  "要(?:重视|高度重视|给企业|有(?:结果|说法|交代))|请.{2,12}(?:看看|去看|处理|解决|带队|牵头|协调|研究|到现场|拿出|过问|负责|落实|办好|跟进|督促)",
  "(?:局长|主任|负责人|负责同志|主要领导|主要负责|分管领导).{0,8}(?:亲自|带队|到现场|去|到)|亲自(?:抓|盯|过问|去)|怎么还没(?:办|解决|处理)",
);

const TELLS = /.{8}/su;

/** Long enough to tell something of an issue: what is told to everybody, or is about a theme day, does not. */
function tellsOfIssue(plain: string): boolean {
  return TELLS.test(plain) && !isToAll(plain) && !ASKS_FOR_THEME_DAY.test(plain);
}

/** 我不督办了 */
export const LETS_GO = /不(?:用|必|需要)?(?:再)?(?:督办|批示|催|盯)/u;

/** An order that stands beside a question. */
const ORDERED = {
  command: "supervise",
  unless: LETS_GO,
  states: OPEN_STATES,
  by: "offer",
  asked: true,
  issue: "told",
  rest: "text",
} as const satisfies Omit<Meaning, "words">;

/** 供电公司怎么回事，3号拖这么久，给我督办一下: whatever is asked beside it. */
const ORDERS: Meaning = { ...ORDERED, words: (plain) => ordersOutright(plain) && !DECIDES.test(plain) };

/** 10号怎么回事，请建国同志亲自抓 */
const PRESSES_BEHIND_A_QUESTION: Meaning = {
  ...ORDERED,
  words: (plain) => PRESSING.test(toldBehindQuestion(plain)),
};

export const COORDINATOR_MEANINGS: readonly Meaning[] = [
  ORDERS,
  ...decisions,
  { ...PRESSES_BEHIND_A_QUESTION, command: "urge", rest: "nothing" },
  ...QUESTIONS_OF_ONE,
  {
    command: "note",
    words: /记(?:一?下|录|一笔|上)|备(?:个|一下)?注|留个底/u,
    states: OPEN_STATES,
    by: "do",
    issue: "told",
    rest: "text",
  },
  {
    command: "merge",
    words: anyOf(
      "合并|合(?:到|在)?一起|并(?:到|入|进|了|案|掉|起来|一起|一块|成一|一?下|吧)|合成一|重了|(?:\\d号?|它|[这那]个)\\s*(?:就|也)?并\\s*#?\\d|一回事|同一(?:件|个|回)(?:事|问题|诉求)?|重复",
      "(?:跟|和|与)\\s*#?\\d+号?(?:是)?(?:重复|一样|相同|同)",
      "\\d\\s*号?(?:那(?:个|件|条))?\\s*(?:合|归|放)(?:到|进|入|在)\\s*#?\\d",
    ),
    unless: /别并|不(?:要|用|能)?(?:合)?并|不是(?:同)?一(?:回事|件事?|家|个)(?!吗|么|嘛)/u,
    states: OPEN_STATES,
    by: "offer",
    asked: true,
    issue: "told",
    rest: "other",
    needs: { what: "number", has: "another" },
  },
  {
    command: "void",
    words: /作废|误报|删(?:了|掉|除)|(?:登记|录|提|报)(?:错|重)了?(?!吗)|重复(?:登记|录入)/u,
    states: OPEN_STATES,
    by: "offer",
    asked: true,
    issue: "told",
    rest: "text",
  },
  {
    command: "reject",
    words: anyOf(
      "不(?:予)?受理|不(?:属于|归|在|该|是).{0,10}(?:受理|范围|园区管|我们管|园区|我们办)|劝退|不归(?:我们|园区)|受理不了|管不(?:了|着|到)|(?:他|她)们?(?:自己|内部|公司)(?:自己|内部)?的?(?:考勤|管理|工资|纪律|人事|家务)",
      "(?:让|叫|请|建议)(?:他|她|企业|公司|对方|他们)?(?:自己)?.{0,4}(?:走|去|找|到|报|问|打)(?:法院|仲裁|司法|省里?|市里?|上级|纪委|信访|税务|海关|银监|法律|12345|物业|.{2,6}(?:大厅|窗口|院|委|部门))",
      "(?:走|去|找|到|报)[^,，。]{0,4}(?:法院|仲裁|司法|省里|市里|上级|纪委|信访)|(?:我们|园区)不管(?:$|[,，。])|打官司|起诉|自行(?:协商|解决)|内部(?:纠纷|矛盾|事务)|劳动(?:争议|纠纷)|合同纠纷|私人(?:纠纷|问题|恩怨)|退回(?:去)?.{0,6}(?:企业|让)",
    ),
    states: ["submitted"],
    by: "offer",
    issue: "guess",
    rest: "text",
  },
  {
    command: "urge",
    words: /催(?:一?下|促|催)?(?:[^,，。]{0,4}签)|没签[^,，。]{0,4}催/u,
    states: ["dispatched"],
    by: "offer",
    issue: "guess",
    rest: "nothing",
  },
  {
    command: "urge",
    words: /催/u,
    unless: /(?:(?<!分)别|不用|不要|先不)催/u,
    states: OPEN_STATES,
    by: "do",
    asked: true,
    issue: "guess",
    rest: "nothing",
  },
  {
    command: "assist",
    words: ASSISTING,
    unless: /牵头|主办|为主|负责|(?:交|派|分)(?:给|到|由)|转|派单/u,
    states: OPEN_STATES,
    by: "offer",
    sure: /协办|配合|协助|参与/u,
    issue: "told",
    rest: "unit",
    needs: { what: "unit", has: "unit", or: "pass" },
  },
  {
    command: "dispatch",
    words: /派|转|给|交|分(?:到|给)|归|由|该|请|让|麻烦|牵头|主办|为主|是.{0,10}的(?:事|活|职责|$)/u,
    unless: anyOf("谁|多少|几件|哪些|答复|打(?:个)?电话", NOT_TO.source, GIVES_TIME.source),
    states: ["submitted"],
    by: "offer",
    sure: /派|转|(?:给|交|分|归|由|让|请)|牵头|主办|为主|是.{0,10}的(?:事|活|职责)/u,
    issue: "guess",
    rest: "unit",
    needs: { what: "unit", has: "unit", or: "pass" },
  },
  {
    command: "dispatch",
    words: anyOf(
      "改派|转派|转|派(?:给|到|单|错)|(?<![加也])派(?!人|师傅|工|员|车|专|技|出所)|交(?:给|由)|应该?(?:还|就)?(?:给|归|由|是)|改(?:给|成|到|由|回)|换(?:成|给)",
      GIVES_TO.source,
    ),
    unless: /谁|多少/u,
    states: ["dispatched", "in_progress"],
    by: "offer",
    sure: /改派|转|派(?:给|到|单|错)|改(?:给|成|到|由)/u,
    issue: "told",
    rest: "unit",
    needs: { what: "unit", has: "unit", or: "pass" },
  },
  // 28派错了，撤回来: who shall have it instead is asked.
  {
    command: "dispatch",
    words: SENT_WRONGLY,
    unless: /谁|怎么|为什么|为啥|企业|答复/u,
    states: ["submitted", "dispatched", "in_progress"],
    by: "offer",
    issue: "told",
    rest: "nothing",
    needs: { what: "unit", has: "unit" },
  },
  // 2号是交通局的事，不是审批局: said of one that another unit has.
  {
    command: "dispatch",
    words: /(?<!不)是.{0,12}的(?:事|活|职责)/u,
    unless: /谁|多少/u,
    states: ["dispatched", "in_progress"],
    by: "offer",
    issue: "told",
    rest: "unit",
    needs: { what: "unit", has: "unit", or: "pass" },
  },
  // 垃圾的，社会事务局: an issue and a unit.
  {
    command: "dispatch",
    words: /./u,
    unless: anyOf(ASSISTING.source, NOT_TO.source),
    states: ["submitted"],
    by: "offer",
    issue: "told",
    rest: "unit",
    needs: { what: "unit", has: "unit", or: "pass" },
  },
  {
    command: "supervise",
    words: /督办|批示|挂牌/u,
    states: OPEN_STATES,
    by: "offer",
    issue: "told",
    rest: "text",
  },
  { command: "urge", words: PRESSING, states: OPEN_STATES, by: "offer", issue: "told", rest: "nothing" },
  {
    command: "note",
    words: tellsOfIssue,
    unless: anyOf(POSTPONES.source, ENDS_FOR_THEM.source),
    states: OPEN_STATES,
    by: "offer",
    issue: "told",
    rest: "text",
  },
];

export const LEADER_MEANINGS: readonly Meaning[] = [
  ORDERS,
  ...decisions,
  PRESSES_BEHIND_A_QUESTION,
  ...QUESTIONS_OF_ONE,
  {
    command: "supervise",
    words: PRESSING,
    unless: LETS_GO,
    states: OPEN_STATES,
    by: "offer",
    issue: "guess",
    rest: "text",
  },
  {
    command: "supervise",
    words: TELLS,
    unless: POSTPONES,
    states: OPEN_STATES,
    by: "offer",
    issue: "told",
    rest: "text",
  },
];
