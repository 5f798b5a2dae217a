/** What a person fills in behind a command: 签收 12 needs nothing, 退单 12 原因 a reason. */
export const BLANKS = {
  text: "…",
  reason: "原因",
  "reason-and-unit": "原因，建议单位",
  department: "单位名",
  opinion: "协办意见",
  into: "并入的编号",
  "proposed-unit": "建议单位",
  called: "已电话沟通",
  "days-and-reason": "3天 原因",
  "measure-and-date": "… 下周五前",
  person: "姓名",
  company: "企业名",
  "company-and-issue": "企业名 诉求 …",
  "theme-day": "下周五 20:00 主题 地点 …",
  numbers: "诉求编号",
  "title-and-numbers": "标题 诉求编号",
  title: "标题",
  day: "12月10日",
  common: "编号",
  "leave-and-person": "3天 由姓名代",
} as const;

/** What for, where the command's word alone does not tell it. */
export const LABELS = {
  "see-progress": "查进度",
  "see-one": "查看详情",
  "see-all": "全部",
  "add-facts": "补充情况",
  "not-solved": "没有解决",
  "not-solved-may-reopen": "没有解决，30 天内可重开",
  "may-reopen": "30 天内可重开",
  "may-restore": "1 个工作日内可恢复",
  "no-answer-yet": "请确认",
  "which-unit": "请补写建议单位",
  rate: "打分",
  raise: "有问题随时说",
  "see-trend": "趋势图",
  "please-rate": "请打分",
  "add-date": "可再写明完成时间",
  "change-date": "改时间",
  "send-again": "再发一次",
  "sign-up": "报名",
  "invite-companies": "邀请企业",
  "write-measure": "写明措施",
  "register-all": "全部登记",
  "first-begin": "先开始",
  "one-issue": "单件",
  "once-mended": "排除原因后",
  "see-waiting": "查看等待的消息",
  "set-duty": "安排",
  "take-leave": "请假",
  "once-checked": "核对后",
  "is-he": "确是本人",
  "is-not-he": "不是",
  "verify-later": "对方提出诉求后可核实",
} as const;

/** Words of a command beside the one that is taught, where they say more. */
export const OTHER_WORDS = { instruct: "批示", transfer: "转派" } as const;

/** In place of a number: one of those that the card names. */
export const ANY_NUMBER = "编号";

/** On a button: what is pressed and then asked for ends so. */
export const ASKS = "…";

/** A mark as a button: 5 ★ */
export function starsLabel(mark: string): string {
  return `${mark} ★`;
}

/** 签收 12：签收诉求 */
export function explained(usage: string, does: string): string {
  return `${usage}：${does}`;
}
