import { OPEN_STATES } from "../../domain/issue/issue.ts";
import type { Meaning } from "./meaning.ts";
import { ASKS_HOW_IT_STANDS } from "./zh-cn-company.ts";

/** What the coordinator and the leaders may mean by free words about an issue. In plain text; the first that fits. */

const NO =
  /不同意|不批|不行|不可以|不准|不允许|不能(?:退|延|挂)|驳回|维持|(?:还是|仍|继续)由?(?:你们|.{2,8})(?:牵头|办|负责|处理)|别退|不予批准|(?<!可以)不延|打回|先?(?:不要|别|不)(?:挂|延|退)|再想想办法|退回(?:去)?(?:重|让)|克服/u;
const YES =
  /同意|可以|批(?:了|准|吧|$)|准(?:了|予)|行(?:吧|$|,|，)|好(?:的|吧)?$|没意见|ok|按(?:这|此|他|申请|意见).{0,6}办|照办|最多(?:给)?.{0,4}[天周]|没问题|^[好行嗯]/u;

const QUESTIONS =
  /(?:原因|理由)(?:是)?(?:什么|啥)|为什么|为啥|哪些|什么(?:情况|原因)|怎么(?:说|回事)|[?？]\s*$|[吗呢]\s*$/u;

const office: readonly Meaning[] = [
  { command: "due", words: /期限|截止|什么时候到期|哪天到期/u, by: "do", issue: "told", rest: "nothing" },
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
    request: "any",
    by: "do",
    issue: "guess",
    rest: "behind",
    needs: { what: "reason", has: /[,，。;；、\s]\s*\S{3,}|(?:还是|仍|继续|维持|因为|按)/u },
  },
  { command: "approve", words: YES, unless: NO, request: "any", by: "do", issue: "guess", rest: "behind" },
  { command: "status", words: ASKS_HOW_IT_STANDS, by: "do", issue: "told", rest: "nothing" },
  { command: "status", words: QUESTIONS, by: "do", issue: "told", rest: "nothing" },
];

const PRESSING =
  /督办|批示|抓紧|不能(?:再)?(?:拖|等)|限(?:期|时|.{0,8}(?:内|前))|务必|必须|加快|尽快|(?:今天|明天|本周|这周|\d+天|两天|三天).{0,4}(?:之?内|之?前)?(?:解决|办结|办好|拿出|给(?:我|个)?(?:结果|说法|答复)|报|恢复)|要(?:重视|高度重视|给企业)|请.{2,12}(?:看看|去看|处理|解决|带队|牵头|协调|研究|到现场|拿出|过问|负责|落实|办好)|(?:局长|主任|负责人|主要领导|分管领导).{0,8}(?:亲自|带队|到现场|去)|高度重视|亲自(?:抓|盯|过问)|盯紧|跟紧|怎么还没(?:办|解决|处理)/u;

export const COORDINATOR_MEANINGS: readonly Meaning[] = [
  ...office,
  {
    command: "merge",
    words:
      /合并|合(?:到|在)?一起|并(?:到|入|进)|一回事|同一(?:件|个|回)(?:事|问题|诉求)?|(?:跟|和|与)\s*#?\d+号?(?:是)?(?:重复|一样|相同|同)|重复/u,
    states: OPEN_STATES,
    by: "offer",
    issue: "told",
    rest: "other",
    needs: { what: "number", has: /\d\D+\d/u },
  },
  {
    command: "reject",
    words:
      /不(?:予)?受理|不(?:属于|归|在).{0,10}(?:受理|范围|园区管)|劝退|不归(?:我们|园区)|(?:走|去|找|到|报)(?:法院|仲裁|司法|省里|市里|上级|纪委|信访)|私人(?:纠纷|问题|恩怨)|退回(?:去)?.{0,6}(?:企业|让)|让(?:他|企业).{0,4}(?:走|找)(?:仲裁|法院|司法)/u,
    states: ["submitted"],
    by: "offer",
    issue: "guess",
    rest: "text",
  },
  {
    command: "assist",
    words: /(?:协办|配合|协助|一起|会同|参与)/u,
    states: OPEN_STATES,
    by: "do",
    issue: "told",
    rest: "unit",
    needs: { what: "unit", has: "unit", or: "pass" },
  },
  {
    command: "dispatch",
    words: /派|转|给|交|分(?:到|给)|归|由|该|请|让|是.{0,10}的(?:事|活|职责)?$/u,
    unless: /[吗?]$|谁|多少|几件|哪些|答复|打(?:个)?电话/u,
    states: ["submitted"],
    by: "do",
    issue: "guess",
    rest: "unit",
    needs: { what: "unit", has: "unit", or: "pass" },
  },
  {
    command: "dispatch",
    words: /改派|转派|转|派(?:给|到|单|错)|交(?:给|由)|应该?(?:给|归|由|是)|改(?:给|成|到|由)|换(?:成|给)/u,
    unless: /[吗?]$|谁|多少/u,
    states: ["dispatched", "in_progress"],
    by: "do",
    issue: "told",
    rest: "unit",
    needs: { what: "unit", has: "unit", or: "pass" },
  },
  { command: "urge", words: /催/u, states: OPEN_STATES, by: "do", issue: "guess", rest: "nothing" },
  {
    command: "supervise",
    words: /督办|批示/u,
    states: OPEN_STATES,
    by: "do",
    issue: "told",
    rest: "behind",
    needs: { what: "text", has: /(?:督办|批示)[^\p{Script=Han}]*\p{Script=Han}{3,}/u },
  },
  { command: "urge", words: PRESSING, states: OPEN_STATES, by: "offer", issue: "told", rest: "nothing" },
];

export const LEADER_MEANINGS: readonly Meaning[] = [
  ...office,
  {
    command: "supervise",
    words: PRESSING,
    unless: /[吗?]$/u,
    states: OPEN_STATES,
    by: "offer",
    issue: "guess",
    rest: "text",
  },
];
