/** The pages of the theme days: who comes, what was raised, who does what until when; and the same on paper. */

export const THEME_DAYS = {
  title: "主题日",
  none: "还没有安排主题日。",
  running: "正在进行",
  ahead: "将要举行",
  held: "已举办和取消的",
  noneHeld: "还没有举办过。",
  agenda: "下期议程",
  noAgenda: "没有超期、挂账、升级和重开的诉求，下期议程为空。",
  duties: "责任清单",
  noDuties: "本期没有登记诉求。",
  signIn: "签到表",
  nobody: "还没有邀请企业，也没有企业报名。",
  when: "时间",
  place: "地点",
  theme: "主题",
  period: "期次",
  state: "状态",
  why: "上会原因",
  back: "返回主题日",
  print: "打印时只印表格：签到表和责任清单各一页起，A4 横向。",
  printNow: "打印",
} as const;

export const STATES = {
  planned: "待举行",
  missed: "未举行",
  running: "进行中",
  ended: "已结束",
  cancelled: "已取消",
} as const;

/** The heads of the duty list, as offices print it. */
export const DUTY_HEADS = {
  place: "序号",
  company: "企业",
  issue: "问题",
  measure: "措施",
  department: "责任单位",
  handler: "责任人",
  until: "时限",
  done: "落实情况",
} as const;

export const SIGN_IN_HEADS = {
  place: "序号",
  company: "企业",
  invited: "邀请",
  signedUp: "报名",
  person: "参会人",
  phone: "联系电话",
  signature: "签到",
} as const;

export const FORMS = {
  plan: "安排一期",
  date: "日期",
  time: "时间",
  theme: "主题",
  place: "地点（可不填）",
  group: "会议群（可不填）",
  anyGroup: "按默认",
  invite: "邀请企业",
  companies: "企业名，几家之间用顿号或空格分开",
  begin: "开始本期",
  end: "结束本期",
  cancel: "取消这一期",
  join: "报名参加",
  capture: "录入清单",
  lines: "一行一件：企业名：内容",
  check: "核对",
  confirm: "按核对的登记",
} as const;

/** In place of the button, before its time. */
export const mayBeginFrom = (from: string) => `${from} 起可以${FORMS.begin}`;

const TITLE = "政企交流主题日";

/** 第 16 期 */
export const numbered = (number: number | null) => (number === null ? "" : `第 ${number} 期`);

/** 永州经开区政企交流主题日第 16 期责任清单 */
export const dutyTitle = (park: string, number: number | null) =>
  `${park}${TITLE}${number === null ? "" : `第${number}期`}${THEME_DAYS.duties}`;

export const signInTitle = (park: string, number: number | null) =>
  `${park}${TITLE}${number === null ? "" : `第${number}期`}${THEME_DAYS.signIn}`;

/** 会议时间：2026年11月30日　主题：用工专场　地点：园区会议中心 */
export const paperNote = (when: string, theme: string, place: string | null) =>
  [`会议时间：${when}`, `主题：${theme}`, ...(place === null ? [] : [`地点：${place}`])].join("　");

/** 收集 7 件，有措施 6 件，已解决 2 件 */
export const countsLine = (of: { readonly collected: number; readonly measured: number; readonly solved: number }) =>
  `收集 ${of.collected} 件，有措施 ${of.measured} 件，已解决 ${of.solved} 件`;

/** Under what is printed. */
export const signedOff = (park: string, date: string) => [`${park}营商办`, date] as const;

export const cameText = (invited: number, came: number) => `已邀请 ${invited} 家，报名 ${came} 家`;
