import type { Doable } from "../../domain/issue/lifecycle.ts";

/** By what words a command is called, and how it is taught. */
export interface Taught {
  /** The first word is the one that is taught. */
  readonly words: readonly string[];
  readonly english: string;
  /** Other spellings of the English word. */
  readonly englishToo?: readonly string[];
  /** As it is written whole. */
  readonly usage: string;
  readonly does: string;
}

/** Every word that begins a command, in the order in which 帮助 lists them. */
export const COMMAND_WORDS = {
  submit: {
    words: ["诉求", "反映", "投诉", "建议", "求助", "咨询"],
    english: "issue",
    usage: "诉求 三车间昨晚停电两次",
    does: "提出诉求；可加 #类别、紧急、复杂、保密",
  },
  for: { words: ["代"], english: "for", usage: "代 企业名 诉求 …", does: "代企业提出诉求" },
  iam: { words: ["我是"], english: "iam", usage: "我是 企业名", does: "说明自己的企业" },
  verify: { words: ["核实"], english: "verify", usage: "核实 12", does: "核实 #12 的联络人" },
  supplement: { words: ["补充"], english: "add", usage: "补充 12 …", does: "补充情况" },
  status: {
    words: ["进度", "查询", "状态"],
    english: "status",
    usage: "进度 12",
    does: "查看一件诉求的进展，或最近的几件",
  },
  mine: { words: ["我的"], english: "mine", usage: "我的", does: "查看自己的诉求" },
  due: { words: ["期限"], english: "due", usage: "期限 12", does: "逐日说明期限如何计算" },
  why: { words: ["为什么"], english: "why", usage: "为什么 12", does: "说明为什么分派给这个单位" },
  search: { words: ["搜索", "查找"], english: "search", usage: "搜索 停电", does: "按字词查找诉求" },
  solved: { words: ["已解决"], english: "solved", usage: "已解决 12", does: "确认已经解决" },
  accept: { words: ["认可"], english: "accept", usage: "认可 12", does: "没有解决，但认可解释" },
  unsolved: { words: ["未解决", "没解决"], english: "unsolved", usage: "未解决 12 原因", does: "没有解决，请继续办理" },
  rate: { words: ["评价"], english: "rate", usage: "评价 12 5", does: "办结后打分，1 到 5" },
  reopen: { words: ["重开"], english: "reopen", usage: "重开 12 原因", does: "办结后 30 天内重开" },
  withdraw: { words: ["撤回"], english: "withdraw", usage: "撤回 12", does: "撤回诉求，1 个工作日内可恢复" },
  urge: { words: ["催办"], english: "urge", usage: "催办 12", does: "催办，企业每天一次" },
  join: { words: ["同感"], english: "join", usage: "同感 12", does: "其他企业的诉求，本企业也有同样情况；只计家数" },
  avoid: {
    words: ["回避"],
    english: "avoid",
    usage: "回避 12 建设管理局",
    does: "不想让某个单位经手或知道这件诉求；只告诉营商办",
  },
  followup: {
    words: ["后续"],
    english: "followup",
    usage: "后续 12 公交通了，站台没有雨棚",
    does: "办结后引出的新诉求，与原件关联",
  },
  theme: { words: ["主题日"], english: "theme", usage: "主题日", does: "查看政企交流主题日；企业报名：主题日 报名" },
  todo: { words: ["待办"], english: "todo", usage: "待办", does: "查看今天应办的事项" },
  sign: { words: ["签收", "受理"], english: "sign", usage: "签收 12", does: "签收诉求" },
  contact: { words: ["联系"], english: "contact", usage: "联系 12 已电话沟通", does: "记录已联系企业" },
  measure: { words: ["措施"], english: "measure", usage: "措施 12 更换变压器 下周五前", does: "写明措施和完成时间" },
  progress: { words: ["进展"], english: "progress", usage: "进展 12 …", does: "向企业反馈进展" },
  note: { words: ["备注"], english: "note", usage: "备注 12 …", does: "内部备注，企业看不到" },
  ask: { words: ["请补充"], english: "ask", usage: "请补充 12 …", does: "请企业补充，期间不计时" },
  answer: { words: ["答复", "办结"], english: "answer", usage: "答复 12 …", does: "答复企业，请企业确认" },
  refer: {
    words: ["参考"],
    english: "refer",
    usage: "参考 12 1",
    does: "取一条同类诉求的答复作草稿，确认或修改后再发",
  },
  correct: { words: ["更正"], english: "correct", usage: "更正 12 …", does: "企业确认前更正答复，重新请企业确认" },
  return: {
    words: ["退单"],
    english: "return",
    usage: "退单 12 原因，建议单位",
    does: "申请退单，派单后 1 个工作日内一次",
  },
  extend: { words: ["延期"], english: "extend", usage: "延期 12 3天 原因", does: "申请延期，到期前 1 个工作日" },
  hold: { words: ["挂账"], english: "hold", usage: "挂账 12 下周五 原因", does: "申请挂账，到复核日再办" },
  resume: {
    words: ["恢复"],
    english: "restore",
    englishToo: ["resume"],
    usage: "恢复 12",
    does: "挂账提前恢复办理；企业撤回后 1 个工作日内恢复诉求",
  },
  assist: { words: ["协办"], english: "assist", usage: "协办 12 经发局 …", does: "请其他单位协办" },
  dispatch: {
    words: ["派单", "转派"],
    english: "assign",
    englishToo: ["transfer"],
    usage: "派单 12 供电公司",
    does: "派给责任单位；也可写建议的序号",
  },
  reject: { words: ["不受理"], english: "reject", usage: "不受理 12 原因和去处", does: "不予受理" },
  merge: { words: ["合并"], english: "merge", usage: "合并 12 7", does: "同一企业的重复诉求，#12 并入 #7" },
  common: {
    words: ["共性", "共性问题"],
    english: "common",
    usage: "共性",
    does: "查看共性问题；也可写编号，营商办可新建：共性 新建 停电频繁 12 15",
  },
  void: { words: ["作废"], english: "void", usage: "作废 12 原因", does: "误提、重复的诉求作废，不计入收集数" },
  approve: { words: ["同意"], english: "approve", usage: "同意 12", does: "同意退单、延期、挂账；退单可写明改派单位" },
  refuse: { words: ["驳回"], english: "refuse", usage: "驳回 12 原因", does: "驳回申请" },
  supervise: {
    words: ["督办", "批示"],
    english: "supervise",
    usage: "督办 12 …",
    does: "督办或批示，编号后送单位负责人",
  },
  feedback: { words: ["反馈"], english: "feedback", usage: "反馈 12 …", does: "答复督办或批示" },
  duty: {
    words: ["值班"],
    english: "duty",
    usage: "值班 张三",
    does: "指定本单位值班人，签收提醒发给值班人；不写姓名查看值班表",
  },
  leave: { words: ["请假"], english: "leave", usage: "请假 3天 由李四代", does: "请假期间提醒发给代办人" },
  back: { words: ["销假"], english: "back", usage: "销假", does: "提前销假，提醒恢复发给本人" },
  stats: {
    words: ["统计"],
    english: "stats",
    usage: "统计 本周",
    does: "四项计数和各项比率；也可写上月（附月报）、单位名、各单位、图（趋势图）、月报 2026-10",
  },
  brief: { words: ["简报"], english: "brief", usage: "简报", does: "立即查看周报" },
  overdue: {
    words: ["超期"],
    english: "overdue",
    usage: "超期",
    does: "各单位已超期的诉求，超期最久的在前；也可写：超期 供电公司",
  },
  unsigned: {
    words: ["未签收"],
    english: "unsigned",
    usage: "未签收",
    does: "各单位尚未签收的诉求，等待最久的在前；也可写：未签收 供电公司",
  },
  units: {
    words: ["各单位"],
    english: "units",
    usage: "各单位 本周",
    does: "各单位的件数、签收、按期、满意和当前超期；时段同「统计」",
  },
  company: { words: ["企业"], english: "company", usage: "企业 企业名", does: "查看一家企业的诉求，在办的在前" },
  outbox: { words: ["投递"], english: "outbox", usage: "投递", does: "查看没有送达的消息" },
  resend: { words: ["重发"], english: "resend", usage: "重发 7", does: "重发一条失败的消息" },
  board: { words: ["看板"], english: "board", usage: "看板", does: "网页看板的登录链接，请单独给机器人发" },
  human: {
    words: ["人工", "电话", "客服", "转人工"],
    english: "human",
    usage: "人工",
    does: "人工服务：营商办的电话和上班时间",
  },
  help: {
    words: ["帮助", "?"],
    english: "help",
    usage: "帮助",
    does: "查看可用的命令；加上编号，查看这一件现在能做什么",
  },
} satisfies Readonly<Record<string, Taught>>;

export type CommandName = keyof typeof COMMAND_WORDS;

/** 「投递」由营商办使用。 */
export function forCoordinatorAlone(name: CommandName): string {
  return `「${commandWord(name)}」由营商办使用。`;
}

/** The command with which a move is said. One word has two: 恢复 takes up what was put off, and what was taken back. */
export function commandOf(action: Doable): CommandName {
  return action === "restore" ? "resume" : action;
}

/** The word that is taught for a command: 签收. */
export function commandWord(name: CommandName): string {
  const [word = name] = COMMAND_WORDS[name].words;
  return word;
}
