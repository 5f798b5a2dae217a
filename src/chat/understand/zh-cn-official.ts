import { OPEN_STATES } from "../../domain/issue/issue.ts";
import type { Meaning } from "./meaning.ts";
import { ASKS_HOW_IT_STANDS } from "./zh-cn-company.ts";

/** What officials may mean by free words about an issue of theirs. In plain text; the first that fits. */

const FINISHED =
  /(?:修|换|补|装|接|铺|填|画|办|处理|弄|搞|协调|沟通|清理|疏通|整改|安装|更换|落实|解决|恢复|拆|清|抢修|整治|调整|调试|审批|发放|退|完善|制作|设置|划|搬|劝|安排|查|开)(?:好|完|妥|掉|平|通|清|走|离|除|正常|到位|完毕|完成|下来|结束|清楚|明白|妥当)|(?:已|已经|都|全部|刚刚?|现(?:在|已))[^,，。]{0,8}(?:修复|更换|恢复|解决|完成|办结|疏通|整改|清理|拆除|批准|到账|接通|发放|退还|落实|开通|增设|通车|通电|通水|供电|供水|亮灯|回复企业|答复企业)|(?:通车|通电|通水|来电|来水|亮灯|恢复正常|修复|解决|办结|完工|搞定)了|可以(?:结|办结|销号|闭环|销)|(?:请|麻烦|让|等)(?:企业|贵司|你们|对方|厂里)?确认|(?:跟|和|给|向|告诉|通知|回复|答复)(?:企业|对方|厂里)(?:讲|说|反馈|回)?(?:一?[声下])?(?:$|[,，。])/u;
const NOT_FINISHED =
  /还没|没有|未|预计|估计|尚|才能|[吗?]$|快(?:好|完)了|不了|(?:明天|后天|下午|下周|晚上|月底|周[一二三四五六日]|年底|\d+[日号])[^,，。]{0,8}(?:来|去|到|能|可以|会|再|进|装|修|换|完成|开始|安排|通)|将|准备|正在/u;

const NOT_OURS =
  /(?:不|没有)(?:归|属于?|是|在)(?:我|本|咱|这)(?:们|单位|局|公司|部门)?|(?:不|没)(?:归|属于?)我|不该(?:我|由|归)|不是我(?:们)?(?:单位|局|公司|部门)?(?:的|管|职责|负责)|派错|发错(?:单位|部门|群)|退(?:单|回去|掉)|超出.{0,4}(?:职责|范围)|职责范围|不在.{0,6}(?:范围|职责|权限)|产权(?:归|属|是|在)|(?:建议|应该?|应当|请|要|得|最好|可以)?(?:改?转|改派|派|交)(?:给|到|由|往)|应该?(?:找|问|归|由|是)|属于?.{1,12}(?:管|职责|范围|负责)/u;

const CALLED =
  /(?:已|已经|刚|刚才|上午|下午|今天|昨天)?(?:跟|和|与|同|给)(?:企业|对方|厂里|公司|厂方|他们|联系人|\p{Script=Han}{1,3}(?:总|经理|厂长|主任|师傅|工)|老板|负责人|联络员)[^,，。]{0,8}?(?:联系|沟通|打(?:过|了)?电话|通(?:过|了)?电话|对接|约|见|聊|说好|碰)|(?:已|已经)(?:电话)?(?:联系|沟通|对接|致电|上门|走访)|联系(?:上|过|了)(?:企业|对方|厂里|他们)?|打(?:过|了)电话|通(?:过|了)电话|电话(?:里)?(?:沟通|联系)(?:过|了|好)|联系(?:了|过)?企业|加(?:了|上)?(?:企业|对方|他们)?微信|(?:下午|明天|晚上)细(?:聊|说)|跟企业(?:讲|说|对)/u;
const NOT_REACHED = /没(?:有)?人?接|打不通|联系不(?:上|到)|无人接|没(?:有)?联系|关机|停机|没打通|空号/u;

const TAKES_IT =
  /^(?:收到|好(?:的|嘞|滴|吧|啊)?|行|可以|ok|嗯|明白|知道了|是|1|没问题|签|了解)[\s,，。!、~]*$|签(?:收|了|下)|马上(?:办|处理|安排|去|看|到|派|落实|解决|来)|立即|立刻|这就|(?:我们|我|本单位|我局)(?:单位|局|公司|这边)?(?:来|接|去|负责|牵头|跟进)(?:办|处理|接|看|单|了|$|一下|落实)?|接(?:单|了|下|收)|(?:安排|派)(?:人|专人|师傅|同事|技术)|受理|收到.{0,12}(?:办|处理|安排|去|看|跟进|落实|核实)|好(?:的)?[,，].{0,12}(?:办|处理|安排|去|看|跟进|落实|核实|沟通|联系)/u;

const MOVING =
  /正(?:在|准备)|(?:还)?在(?:路上|走|处理|施工|修|查|协调|订|采购|等|抢修|排查|跟进|办理|审批|审核|研究|会商|招标)|预计|估计|到货|到了|进场|施工|勘[察查]|(?:已|已经)(?:报|提交|申请|安排|派|下单|采购|到场|到现场|受理|约谈|立案|启动|上报|转|列入|发函|测|查明|检查|核实)|能到|(?:今|明|后)天(?:来|去|到|安排|继续)|配件|材料(?:已|在)|方案|走流程|流程中/u;

const ASKING =
  /(?:请|麻烦|让|叫|需要|要)(?:企业|对方|贵司|你们|厂里|他们|公司)?.{0,6}(?:提供|补充|说明|发(?!现|生)|告知|告诉|给(?:个|一下|我)|拍|报一?下|讲清|写清|明确|补)|(?:是|在)(?:哪个|哪里|哪条|哪栋|哪一|什么时候|几号|什么位置)|具体(?:位置|地点|时间|在哪|是|什么|哪)|哪个(?:车间|位置|路口|门)|问(?:一?下|问)(?:企业|厂里|对方)/u;

const LATER =
  /延(?:期|长|到|后|迟|几|两|三|\d)|推(?:迟|后)|宽限|来不及|缓(?:几|两|三|一)?(?:天|周|个)|多给.{0,4}[天周]|晚(?:几|两|三|\d)天|(?:多|再)?拖.{0,3}[天周]|申请.{0,4}延/u;

const ON_HOLD =
  /挂(?:账|起|着|上)|先放(?:一放|着|一下)?|暂(?:缓|停)|等(?:明年|下年|预算|规划|上级)|列入(?:明年|下年|规划|计划)/u;

/** Somebody else is told to do it. */
const TO_ANOTHER = /你(?:去|来|们去|看|把|先)|让(?:他|小|老)/u;
const ALREADY_LATER = /(?:下午|晚点|一会|等(?:下|会)|待会|回(?:来|去)|明天).{0,6}(?:签|看|办|处理|弄|再说)/u;

const WORK = ["dispatched", "in_progress"] as const;

/** 日期写错了，应该是12月4日前 */
const MENDS_A_DATE = /(?:日期|时间|期限).{0,4}(?:写|填|说|打)错|应该?是.{0,14}前/u;

export const OFFICIAL_MEANINGS: readonly Meaning[] = [
  {
    command: "due",
    words:
      /期限|截止|到期|还(?:有|剩)(?:几|多少)天|最晚|(?:哪天|几号|什么时候)(?:之?前)?(?:答复|办完|办结|要办)|(?:什么时候|哪天|几号)(?:到期|截止|之前|要(?:答复|办完))/u,
    by: "do",
    issue: "told",
    rest: "nothing",
  },
  {
    command: "status",
    words: ASKS_HOW_IT_STANDS,
    unless: /请.{0,4}确认|查清|查明/u,
    by: "do",
    issue: "told",
    rest: "nothing",
  },
  {
    command: "sign",
    words: TO_ANOTHER,
    unless: /确认|修好/u,
    states: ["dispatched"],
    by: "offer",
    issue: "told",
    rest: "nothing",
  },
  {
    command: "measure",
    words: MENDS_A_DATE,
    states: ["in_progress"],
    by: "do",
    issue: "guess",
    rest: "promise",
    needs: { what: "date", has: "date" },
  },
  {
    command: "return",
    words: NOT_OURS,
    unless: /不是我们的问题|已(?:经)?转给?(?:施工|维修|师傅)/u,
    states: WORK,
    by: "offer",
    issue: "guess",
    rest: "text",
    needs: { what: "unit", has: "unit" },
  },
  {
    command: "extend",
    words: LATER,
    states: ["in_progress"],
    by: "do",
    issue: "guess",
    rest: "date",
    needs: { what: "date", has: "date" },
  },
  {
    command: "hold",
    words: ON_HOLD,
    states: ["in_progress"],
    by: "offer",
    issue: "guess",
    rest: "date",
    needs: { what: "date", has: "date" },
  },
  {
    command: "resume",
    words: /恢复|继续(?:办|处理)|重新(?:启动|办)|可以办了/u,
    states: ["on_hold"],
    by: "do",
    issue: "guess",
    rest: "nothing",
  },
  { command: "note", words: NOT_REACHED, states: OPEN_STATES, by: "do", issue: "guess", rest: "text" },
  {
    command: "assist",
    words: /(?:请|让|要|需要|麻烦|建议)?.{0,14}(?:配合|协助|协办|一起(?:去|到|办|看)|支持一下|会同|联合)/u,
    states: WORK,
    by: "offer",
    issue: "guess",
    rest: "unit",
    needs: { what: "unit", has: "unit", or: "pass" },
  },
  {
    command: "measure",
    words: /./u,
    unless: LATER,
    states: ["in_progress"],
    by: "do",
    issue: "guess",
    rest: "promise",
    needs: { what: "date", has: "promise", or: "pass" },
  },
  { command: "answer", words: FINISHED, unless: NOT_FINISHED, states: WORK, by: "offer", issue: "guess", rest: "text" },
  { command: "contact", words: CALLED, states: OPEN_STATES, by: "do", issue: "guess", rest: "text" },
  {
    command: "sign",
    words: ALREADY_LATER,
    unless: /签收了|收到|马上|立即/u,
    states: ["dispatched"],
    by: "offer",
    issue: "told",
    rest: "nothing",
  },
  { command: "sign", words: TAKES_IT, states: ["dispatched"], by: "do", issue: "guess", rest: "nothing" },
  { command: "ask", words: ASKING, states: WORK, by: "offer", issue: "told", rest: "text" },
  {
    command: "measure",
    words: /(?:天|工作日|周|月底|周[一二三四五六日])(?:之?内|之?前|完成|修好|换好|办好|到位)/u,
    states: ["dispatched"],
    by: "do",
    issue: "told",
    rest: "promise",
    needs: { what: "date", has: "promise", or: "pass" },
  },
  { command: "progress", words: MOVING, states: ["in_progress"], by: "offer", issue: "told", rest: "text" },
  { command: "sign", words: MOVING, states: ["dispatched"], by: "offer", issue: "told", rest: "nothing" },
];
