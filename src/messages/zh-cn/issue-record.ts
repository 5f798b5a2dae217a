/** What the page of an issue says of what stands behind it: who asked for what, who looked, and what was sent. */

export const RECORD = {
  requests: "申请与批复",
  helpers: "协办单位",
  sent: "发出的消息",
  looks: "谁看过",
  older: "更早的",
  asked: "申请",
  decided: "批复",
  unit: "单位",
  since: "请求协办",
  until: "期限",
  done: "完成",
  what: "内容",
  to: "发给",
  on: "平台",
  state: "结果",
  at: "时间",
  who: "谁",
  where: "在哪里",
  reason: "原因",
} as const;

/** What one who looked was shown. */
export const LOOKED_AT = {
  company: "保密件的企业名称",
  contacts: "联系方式",
  forgotten: "联系方式已按期限隐去",
} as const;

export const NOBODY_LOOKED = "还没有人查看过。";
export const NOTHING_SENT = "没有发出过消息。";
export const HELP_LATE = "已超期";
export const HELP_RUNS = "办理中";

/** Whether a message arrived. */
export const SENT_STATES = {
  sent: "已送达",
  waiting: "待发出",
  dead: "没有送达",
  rerouted: "改由其他途径告知",
} as const;

const NOTICES: Readonly<Record<string, string>> = {
  reply: "回复",
  reminders: "提醒",
  danger: "险情",
  guest: "未核实的联络人",
  claim: "身份核实",
  attachment: "图片或文件",
  "dead-letter": "消息没有送达",
  "dead-letters": "消息没有送达",
  "theme-day": "主题日",
  digest: "汇报",
};

/** What a message of a kind tells of. */
export function noticeName(kind: string): string {
  return NOTICES[kind] ?? "通知";
}

export const SHOW_CONTACTS = "查看联系方式";
export const CONTACTS_NOTE = "电话和联系人已隐去；查看会记下是谁、什么时候看的。";
export const CONTACTS_SHOWN = "以下显示联系方式，这次查看已记录。";
export const EXPORT_CONTACTS = "导出 Excel（含联系方式）";
export const EXPORT_CONTACTS_NOTE = "普通导出隐去电话和联系人；含联系方式的导出，每件都记一次查看。";
