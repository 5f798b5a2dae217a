/** The pages of the common problems (共性问题). */

export const COMMONS = {
  title: "共性问题",
  none: "目前没有共性问题。",
  open: "办理中",
  done: "已办结",
  proposals: "可能的共性问题",
  noProposals: "目前没有建议；每周自动查找一次，也可现在查找。",
  members: "纳入的诉求",
  noMembers: "没有您能看的诉求。",
  course: "经过",
  actions: "办理",
  back: "返回共性问题",
} as const;

export const HEADS = {
  number: "编号",
  title: "问题",
  lead: "牵头单位",
  reach: "涉及",
  stands: "进度",
  due: "时限",
  company: "企业",
  issue: "诉求",
  department: "责任单位",
  state: "状态",
  when: "时间",
  what: "事项",
  who: "办理人",
  text: "内容",
} as const;

export const FORMS = {
  create: "新建共性问题",
  make: "新建",
  join: "加入",
  dismiss: "不是共性",
  find: "现在查找",
  title: "标题",
  numbers: "诉求编号（用空格分开）",
  add: "加入诉求",
  remove: "移出",
  lead: "确定牵头单位",
  unit: "单位",
  measure: "写明措施",
  text: "内容",
  due: "确定时限",
  date: "日期",
  progress: "记录进展",
  answer: "一并答复",
  answerHint: "先显示会答复哪些企业，确认后才发出。",
  send: "确认答复",
  show: "先看一遍",
  finish: "办结",
  result: "结果（可不写）",
  resume: "恢复办理",
  rename: "改名",
  urge: "催办",
  void: "撤销",
  voidHint: "诉求不再属于它，各自继续办理；编号和记录保留，可以恢复。",
  save: "提交",
} as const;

export const changedMeanwhile = (who: string) =>
  who === ""
    ? "这个共性问题刚才已有变动，没有做任何改动，请看过后再提交。"
    : `${who}刚才已办理，没有做任何改动，请看过后再提交。`;
export const PROPOSALS_CHANGED = "建议刚才已更新，没有做任何改动，请看过后再选。";
