import type { Action } from "../domain/lifecycle.ts";

/** Every word that Chaxu understands. Help, suggestions and the parser are made from this table. */

/** What the clock alone does has no word. */
export type CommandName = Exclude<Action, "lapse"> | QueryName;

export const QUERIES = [
  "for",
  "iam",
  "verify",
  "status",
  "mine",
  "due",
  "why",
  "search",
  "todo",
  "stats",
  "brief",
  "outbox",
  "resend",
  "board",
  "theme",
  "followup",
  "duty",
  "leave",
  "back",
  "help",
] as const;
export type QueryName = (typeof QUERIES)[number];

/** For whom a command is listed in 帮助. Whether a move may be made is the lifecycle table's to say. */
const CIRCLES = ["company", "official", "coordinator", "leader"] as const;
export type Circle = (typeof CIRCLES)[number];

export interface CommandSpec {
  readonly name: CommandName;
  /** The first word is the one that is taught. */
  readonly words: readonly string[];
  readonly english: string;
  readonly usage: string;
  readonly does: string;
  readonly circles: readonly Circle[];
  /** Whether an issue's number comes first; `maybe` when the command makes sense without one, `message` for a message's number. */
  readonly number: "yes" | "maybe" | "no" | "message";
  /** The word may stand directly before its text, as people write 诉求三车间停电. */
  readonly glued?: boolean;
}

/** One line of the table: name, words, English word, number, circles, usage, what it does. */
function row(
  name: CommandName,
  words: string,
  english: string,
  takes: CommandSpec["number"] | "no glued",
  circles: string,
  usage: string,
  does: string,
): CommandSpec {
  const all = circles === "everybody";
  return {
    name,
    words: words.split(" "),
    english,
    usage,
    does,
    circles: CIRCLES.filter((circle) => all || circles.split(" ").includes(circle)),
    number: takes === "no glued" ? "no" : takes,
    glued: takes === "no glued",
  };
}

export const COMMANDS: readonly CommandSpec[] = [
  row(
    "submit",
    "诉求 反映",
    "issue",
    "no glued",
    "company",
    "诉求 三车间昨晚停电两次",
    "提出诉求；可加 #类别、紧急、复杂、保密",
  ),
  row("for", "代", "for", "no", "coordinator", "代 企业名 诉求 …", "代企业提出诉求"),
  row("iam", "我是", "iam", "no glued", "", "我是 企业名", "说明自己的企业"),
  row("verify", "核实", "verify", "yes", "coordinator", "核实 12", "核实 #12 的联络人"),
  row("supplement", "补充", "add", "yes", "company", "补充 12 …", "补充情况"),
  row("status", "进度 查询 状态", "status", "maybe", "everybody", "进度 12", "看一件诉求的进展，或最近的几件"),
  row("mine", "我的", "mine", "no", "company official", "我的", "看自己的诉求"),
  row("due", "期限", "due", "yes", "everybody", "期限 12", "逐日说明期限怎么算出来"),
  row("why", "为什么", "why", "yes", "everybody", "为什么 12", "说明为什么分派给这个单位"),
  row("search", "搜索 查找", "search", "no", "everybody", "搜索 停电", "按字词找诉求"),
  row("solved", "已解决", "solved", "yes", "company", "已解决 12", "确认已经解决"),
  row("accept", "认可", "accept", "yes", "company", "认可 12", "没解决但认可解释"),
  row("unsolved", "未解决 没解决", "unsolved", "yes", "company", "未解决 12 原因", "没有解决，请继续办"),
  row("rate", "评价", "rate", "yes", "company", "评价 12 5", "办结后打分，1 到 5"),
  row("reopen", "重开", "reopen", "yes", "company coordinator", "重开 12 原因", "办结后 30 天内重开"),
  row("withdraw", "撤回", "withdraw", "yes", "company", "撤回 12", "撤回诉求"),
  row("urge", "催办", "urge", "yes", "company coordinator", "催办 12", "催一下，企业每天一次"),
  row(
    "followup",
    "后续",
    "followup",
    "yes",
    "company coordinator",
    "后续 12 公交通了，站台没有雨棚",
    "办结的诉求引出新的诉求，两件互相关联",
  ),
  row("theme", "主题日", "theme", "no", "everybody", "主题日", "看政企交流主题日；企业报名：主题日 报名"),
  row("todo", "待办", "todo", "no", "official coordinator leader", "待办", "看今天该办的"),
  row("sign", "签收 受理", "sign", "yes", "official", "签收 12", "签收诉求"),
  row("contact", "联系", "contact", "yes", "official", "联系 12 已电话沟通", "记录已联系企业"),
  row("measure", "措施", "measure", "yes", "official", "措施 12 更换变压器 11月30日前", "写明措施和完成时间"),
  row("progress", "进展", "progress", "yes", "official", "进展 12 …", "告诉企业进展"),
  row("note", "备注", "note", "yes", "official coordinator", "备注 12 …", "内部备注，企业看不到"),
  row("ask", "请补充", "ask", "yes", "official", "请补充 12 …", "请企业补充，期间不计时"),
  row("answer", "答复 办结", "answer", "yes", "official", "答复 12 …", "答复企业，请企业确认"),
  row("return", "退单", "return", "yes", "official", "退单 12 原因，建议单位", "申请退单，派单后 1 个工作日内一次"),
  row("extend", "延期", "extend", "yes", "official", "延期 12 3天 原因", "申请延期，到期前 1 个工作日"),
  row("hold", "挂账", "hold", "yes", "official", "挂账 12 12月31日 原因", "申请挂账，到复核日再办"),
  row("resume", "恢复", "resume", "yes", "official coordinator", "恢复 12", "挂账提前恢复办理"),
  row("assist", "协办", "assist", "yes", "official coordinator", "协办 12 经发局 …", "请别的单位协办"),
  row("dispatch", "派单 转派", "assign", "yes", "coordinator", "派单 12 供电公司", "派给责任单位；也可写建议的序号"),
  row("reject", "不受理", "reject", "yes", "coordinator", "不受理 12 原因和去处", "不予受理"),
  row("approve", "同意", "approve", "yes", "coordinator leader", "同意 12", "同意退单、延期、挂账"),
  row("refuse", "驳回", "refuse", "yes", "coordinator leader", "驳回 12 原因", "驳回申请"),
  row(
    "supervise",
    "督办 批示",
    "supervise",
    "yes",
    "coordinator leader",
    "督办 12 …",
    "督办或批示，编号后送单位负责人",
  ),
  row("feedback", "反馈", "feedback", "yes", "official", "反馈 12 …", "答复督办或批示"),
  row(
    "duty",
    "值班",
    "duty",
    "no",
    "official coordinator",
    "值班 张三",
    "指定本单位值班人，提醒发给他；不写姓名看值班表",
  ),
  row("leave", "请假", "leave", "no", "official coordinator leader", "请假 3天 由李四代", "请假期间提醒发给代办人"),
  row("back", "销假", "back", "no", "official coordinator leader", "销假", "提前回来，提醒照常发给自己"),
  row(
    "stats",
    "统计",
    "stats",
    "no",
    "official coordinator leader",
    "统计 本周",
    "四项计数和各项比率；也可写上月（附月报）、图（趋势图）、月报 2026-10",
  ),
  row("brief", "简报", "brief", "no", "official coordinator leader", "简报", "立刻看一份周报"),
  row("outbox", "投递", "outbox", "no", "coordinator", "投递", "看没有送达的消息"),
  row("resend", "重发", "resend", "message", "coordinator", "重发 7", "重发一条失败的消息"),
  row("board", "看板", "board", "no", "", "看板", "网页看板的地址"),
  row("help", "帮助 ?", "help", "no", "everybody", "帮助", "看自己能用的命令"),
];

/** Other spellings of the English words. */
export const ENGLISH_ALIASES: Readonly<Record<string, CommandName>> = { transfer: "dispatch", resume: "resume" };

export function specOf(name: CommandName): CommandSpec {
  const spec = COMMANDS.find((one) => one.name === name);
  if (spec === undefined) throw new Error(`no command ${name}`);
  return spec;
}
