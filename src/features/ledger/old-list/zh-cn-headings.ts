/** How the columns of a park's lists are headed. */

/** What a column tells of an issue. */
export const FIELDS = [
  "key",
  "carried",
  "confidential",
  "number",
  "place",
  "submitted",
  "company",
  "phone",
  "contact",
  "category",
  "text",
  "urgency",
  "department",
  "handler",
  "measure",
  "promised",
  "due",
  "closed",
  "state",
  "rating",
  "answer",
] as const;
export type Field = (typeof FIELDS)[number];

/** What a heading is called exactly, without spaces, marks and what stands in brackets; the first is how it is called here. */
export const HEADINGS: Readonly<Record<Field, readonly string[]>> = {
  key: ["识别码"],
  carried: ["续办资料"],
  confidential: ["保密", "是否保密", "保密与否"],
  number: ["编号", "诉求编号", "问题编号", "登记号", "登记编号", "工单号", "工单编号", "单号", "受理编号", "原编号"],
  place: ["序号", "序", "no", "号"],
  submitted: [
    "提出时间",
    "提出日期",
    "反映时间",
    "反映日期",
    "收集时间",
    "收集日期",
    "登记时间",
    "登记日期",
    "受理时间",
    "受理日期",
    "来访时间",
    "上报时间",
    "诉求时间",
    "时间",
    "日期",
  ],
  company: [
    "企业",
    "企业名称",
    "企业全称",
    "公司",
    "公司名称",
    "单位名称",
    "反映企业",
    "反映单位",
    "诉求企业",
    "诉求单位",
    "提出企业",
    "诉求主体",
    "市场主体",
    "反映企业名称",
  ],
  phone: ["电话", "联系电话", "手机", "手机号", "手机号码", "电话号码", "联系方式", "联系人电话", "联系手机"],
  contact: ["联系人", "企业联系人", "联络员", "企业联络员", "反映人", "提出人", "联系人姓名"],
  category: ["类别", "问题类别", "诉求类别", "类型", "问题类型", "诉求类型", "分类", "问题分类", "事项类别"],
  text: [
    "诉求内容",
    "问题",
    "诉求",
    "反映问题",
    "反映的问题",
    "反映内容",
    "存在问题",
    "存在的问题",
    "问题内容",
    "问题描述",
    "具体问题",
    "主要问题",
    "问题诉求",
    "问题及诉求",
    "问题和诉求",
    "诉求事项",
    "企业诉求",
    "企业反映问题",
    "困难问题",
    "问题建议",
    "问题及建议",
  ],
  urgency: ["缓急", "紧急程度", "轻重缓急", "缓急程度"],
  department: [
    "责任单位",
    "责任部门",
    "承办单位",
    "承办部门",
    "牵头单位",
    "牵头部门",
    "主办单位",
    "办理单位",
    "交办单位",
    "责任主体",
    "牵头责任单位",
  ],
  handler: ["责任人", "承办人", "经办人", "具体责任人", "办理人"],
  measure: ["解决措施", "措施", "办理措施", "工作措施", "整改措施", "解决办法", "拟解决措施", "解决方案"],
  promised: ["完成时限", "解决时限", "整改时限", "完成时间", "承诺时限"],
  due: ["答复期限", "时限", "期限", "办理时限", "办理期限", "办结时限", "办结期限", "答复时限", "截止时间", "截止日期"],
  closed: ["办结时间", "办结日期", "完成日期", "解决时间", "解决日期", "销号时间", "销号日期"],
  state: [
    "办理状态",
    "状态",
    "当前状态",
    "完成情况",
    "解决情况",
    "办结情况",
    "是否解决",
    "是否办结",
    "是否完成",
    "是否销号",
    "销号情况",
  ],
  rating: ["评价", "满意度", "是否满意", "企业评价", "企业满意度", "满意情况", "满意度评价"],
  answer: [
    "答复内容",
    "答复",
    "答复情况",
    "回复",
    "回复内容",
    "办理结果",
    "处理结果",
    "办理情况",
    "落实情况",
    "进展情况",
    "办理进展",
    "工作进展",
    "进展",
  ],
};

/** Beside these a file that came back may have, and what tells nothing of an issue. */
export const IGNORED: readonly string[] = ["退回原因", "备注"];

/** The column of a file that came back, in which stands why. */
export const WHY_RETURNED = "退回原因";

/** A row below the list: sums, and who has filled it in. */
export const BELOW = /^(?:合计|总计|小计|填表|制表|审核|备注|注|说明)[:：]?/u;

/** Sheets of this program's own files that hold no list to take over. */
export const OWN_SHEETS = /^(?:责任清单|事件|统计)(?:_\d+)?$/u;
export const OWN_LIST = /^问题清单(?:_\d+)?$/u;

/** 2025年企业诉求清单: the year that a list is of. */
export const YEAR_OF_LIST = /(?<!\d)(20\d{2})\s*(?:年|[-—_.]|$)/u;
