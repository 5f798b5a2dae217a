import type { Counts } from "../../domain/issue/figures.ts";
import type { Issue } from "../../domain/issue/issue.ts";
import { echo } from "../escape.ts";
import { both, type Saying, taught } from "../saying.ts";
import { COORDINATOR_DISPATCHES, DUE_FROM_DISPATCH, LABELS, marks } from "./issues.ts";
import { someOf } from "./terms.ts";

/** What is said of a theme day (政企交流主题日). Whatever comes in as `when` is a date and time in words. */

export const THEME_DAY = "政企交流主题日";

/** The theme of one that was planned without. */
export const DEFAULT_THEME = "政企交流";

/**
 * 政企交流主题日第 16 期：11月30日 周一 20:00，用工专场，地点 园区会议中心; without a number before it begins, and without a theme that
 * only repeats the name.
 */
export function themeDayLine(number: number | null, when: string, theme: string, place: string | null): string {
  const name = number === null ? THEME_DAY : `${THEME_DAY}第 ${number} 期`;
  return `${name}：${when}${isOwnTheme(theme) ? `，${theme}` : ""}${place === null ? "" : `，地点 ${place}`}`;
}

/** What is told before, at the beginning, and when one is called off. `hint` explains. */
export const CALLS = {
  invited: { title: "主题日邀请参加", hint: null },
  day: { title: "主题日明天举行", hint: null },
  hour: { title: "主题日一小时后开始", hint: "到时在群里说「诉求 …」，当场登记" },
  cancelled: { title: "主题日已取消", hint: null },
  started: { title: "主题日现在开始", hint: "在群里说「诉求 …」，记入本期" },
} as const;

export function passItOn(missed: string): string {
  return `无法直接通知${missed}，请转告。`;
}

/** Planning, and who comes. */

const EXAMPLE = "，例如：主题日 新建 下周五 20:00 用工专场 地点 园区会议中心";

export const NO_DATE = taught("请写明日期和时间", EXAMPLE);
export const NO_TIME = taught("请写明几点开始", EXAMPLE);
export const TIME_IS_OVER = taught("该时间已过，请写以后的时间", EXAMPLE);

export function noSuchTime(written: string): string {
  return `没有${echo(written)}这个时间，请写 0 点到 23 点。`;
}

export function wordsTooLong(most: number): string {
  return `主题和地点请各不超过 ${most} 字。`;
}

export function overlaps(theme: string, when: string): Saying {
  const why = `与主题日${echo(theme)}（${when}）时间重叠，请错开两小时，或先`;
  return { text: `${why}发「主题日 取消」。`, onPage: `${why}取消那一期。` };
}

export function noSuchGroup(name: string, groups: readonly string[]): string {
  return `没有叫${echo(name)}的企业群，现有：${groups.join("、")}。`;
}

export function planned(when: string, theme: string, group: string | null): string {
  return `已安排主题日：${when}，${echo(theme)}${group === null ? "" : `，在${group}`}。`;
}

export const NONE_PLANNED = "尚未安排主题日。";
export const NONE_TO_COME_TO = "尚未安排主题日，确定后会通知。";
export const NO_COMPANY_NAMED = taught("请写明企业名", "，例如：主题日 邀请 中塑科技 湘晶电子");

export function noSuchCompany(name: string): string {
  return `没有叫${echo(name)}的企业`;
}

export function oneOfSeveral(name: string, companies: readonly string[]): string {
  return `${echo(name)}有几家：${companies.join("、")}`;
}

export function nobodyInvited(problems: readonly string[]): Saying {
  return both(
    both(problemsText(problems), { text: "请改好后整句重发，", onPage: "请改好后再提交，" }),
    "本次没有发出邀请。",
  );
}

/** `fresh` have just been invited, `before` had been already. */
export function invited(fresh: readonly string[], before: readonly string[], when: string, theme: string): string {
  const parts = [
    ...(fresh.length === 0 ? [] : [`已邀请 ${fresh.join("、")}`]),
    ...(before.length === 0 ? [] : [`${before.join("、")}此前已邀请`]),
  ];
  return `${parts.join("；")}（${when}，${echo(theme)}）。`;
}

export const JOINING_IS_FOR_COMPANIES = "「主题日 报名」由企业联络员使用。";
export const COMPANY_NOT_KNOWN = "尚不清楚您是哪家企业。";
export const COMPANY_NOT_VERIFIED = "您的企业尚未核实，请等营商办核实后再报名。";

export function signedUp(when: string, theme: string, place: string | null): string {
  return `已报名：${whenAndWhere(when, theme, place)}。前一天和前一小时会提醒。`;
}

export function signedUpBefore(when: string, theme: string, place: string | null): string {
  return `贵企业已报名：${whenAndWhere(when, theme, place)}。`;
}

function whenAndWhere(when: string, theme: string, place: string | null): string {
  return `${when}，${echo(theme)}${place === null ? "" : `，地点${echo(place)}`}`;
}

export function comes(company: string, by: string, when: string, theme: string): string {
  return `${company}（${by}）报名参加主题日：${when}，${echo(theme)}。`;
}

/** Beginning, ending, calling off. */

export const NONE_RUNS = "没有正在进行的主题日。";
export const NONE_TO_BEGIN = "没有安排好的主题日。";
export const JUST_BEGUN = "主题日刚才已开始。";
export const NONE_TO_CANCEL = "没有可以取消的主题日。";
export const WHICH_TO_CANCEL = taught("未能识别取消哪一天，请写日期", "，例如：主题日 取消 下周五");

export function runsAlready(theme: string): string {
  return `主题日${echo(theme)}正在进行。`;
}

/** `from`: when it can begin. */
export function tooEarly(when: string, from: string): string {
  return `下一期主题日在${when}，${from} 起才能开始；改时间请先取消，再新建。`;
}

export function begun(number: number, theme: string, group: string | null): string {
  const where = group === null ? "" : `在${group}里说「诉求 …」记入本期；`;
  return `主题日第 ${number} 期开始：${echo(theme)}。${where}营商办代企业登记的也记入本期。`;
}

export function ended(number: number, recap: string): string {
  return `主题日第 ${number} 期结束。${recap}责任清单和下期议程已发督办群。`;
}

export function cancelled(when: string, theme: string): string {
  return `已取消${when}的主题日${echo(theme)}，受邀和报名的企业会收到通知。`;
}

/** 本期收集 7 条，制定措施 6 条，解决 2 条。已开展 16 期，收集 95 条，制定措施 92 条，解决 82 条。 */
export function recapText(own: Counts, total: Counts, held: number): string {
  return `本期${countsText(own)}。已开展 ${held} 期，${countsText(total)}。`;
}

function countsText({ collected, measured, solved }: Counts): string {
  return `收集 ${collected} 条，制定措施 ${measured} 条，解决 ${solved} 条`;
}

/** The list of duties, the agenda, and each company's own. */

export const DUTY_LIST = "责任清单";
export const AGENDA = "下期议程";
export const NO_DUTIES = "尚未登记诉求。";
export const NO_DUTIES_AT_ALL = "本期没有登记诉求。";
export const NOTHING_ON_AGENDA = "没有超期、挂账、升级和重开的诉求，下期议程为空。";
export const NONE_HELD = "尚未举办主题日。";
export const REST_IN_MINE = "请发：我的";

/** 责任清单　11月30日 周一 20:00　用工专场; a theme that is only the name of every theme day is not said. */
export function dutyListTitle(when: string, theme: string): string {
  return [DUTY_LIST, when, ...(isOwnTheme(theme) ? [theme] : [])].join("　");
}

/** Whether a theme says more than that it is a theme day. */
function isOwnTheme(theme: string): boolean {
  return theme !== THEME_DAY && theme !== DEFAULT_THEME;
}

export function recapTitle(number: number | null, theme: string): string {
  return `主题日${number === null ? "" : `第 ${number} 期`}${isOwnTheme(theme) ? `　${theme}` : ""}`;
}

export function ownTitle(issues: number): string {
  return `您在主题日提出的诉求（${issues} 件）`;
}

const UNDECIDED = "待定";
export const UNDISPATCHED = "待派单";

/** Short lines, for a phone: the issue; 措施：更换开关; 供电公司 王建国，11月30日 周一 17:30 */
export function dutyLines(
  issue: string,
  duty: Readonly<Record<"measure" | "department" | "handler" | "promised", string | null>>,
): readonly string[] {
  const unit = [duty.department ?? UNDISPATCHED, duty.handler].filter((part) => part !== null).join(" ");
  return [issue, `措施：${duty.measure ?? UNDECIDED}`, `${unit}，${duty.promised ?? `期限${UNDECIDED}`}`];
}

/** Short lines: the issue; 供电公司：已超期 3 个工作日，曾重开 */
export function agendaLines(issue: string, department: string | null, reasons: readonly string[]): readonly string[] {
  return [issue, `${department ?? UNDISPATCHED}：${reasons.join("，")}`];
}

/** Short lines: the issue; 供电公司，答复期限 11月30日 周一 17:30 */
export function ownLines(issue: string, department: string | null, due: string | null): readonly string[] {
  return [issue, `${department ?? COORDINATOR_DISPATCHES}，${LABELS.due} ${due ?? DUE_FROM_DISPATCH}`];
}

/** #12 ［保密］中塑科技：三车间停电; without the company where it is not named. */
export function issueLine({ company, ...issue }: Line): string {
  return `#${issue.id} ${marks(issue)}${company === null ? "" : `${company}：`}${issue.title}`;
}

type Line = Pick<Issue, "id" | "title" | "urgency" | "confidential"> & { readonly company: string | null };

/** Why an issue is on the agenda. `overdue`: since so many whole working days. */
export const AGENDA_REASONS = {
  overdue: (days: number) => (days === 0 ? "已超期" : `已超期 ${days} 个工作日`),
  onHold: (until: string) => `挂账到${until}`,
  raised: (level: number) => `已升级督办 ${level} 次`,
  reopened: "曾重开",
} as const;

/** A pasted list. */

export const NO_LINES = {
  text: "请在「主题日 录入」后面贴上清单，一行一件：企业名：内容",
  onPage: "请贴上清单，一行一件：企业名：内容",
};
export const NOTHING_TO_CONFIRM = {
  text: "没有待确认的清单，请先发：主题日 录入，后面一行一件。",
  onPage: "没有待确认的清单，请先录入，一行一件。",
};
export const OVER_MEANWHILE = "该期主题日已结束，清单没有登记。";
export const MEND_AND_SEND_AGAIN = both("如需修改，请改好后", { text: "整份重发", onPage: "再核对一次" });

/** What is wrong with a line, behind its number. */
export const LINE_PROBLEMS = {
  length: (written: number, most: number) => `有 ${written} 字，最多 ${most} 字`,
  shape: "应写成「企业名：内容」",
  empty: "没有写内容",
  several: (name: string) => `${echo(name)}有几家，请写全名`,
} as const;

export function problemOfLine(number: number, problem: string): string {
  return `第 ${number} 行${problem}`;
}

export function tooManyLines(lines: number, most: number): string {
  return `共 ${lines} 行，一次最多 ${most} 行`;
}

export function nothingKept(problems: readonly string[]): Saying {
  return both(
    both(problemsText(problems), { text: "请改好后整份重发，", onPage: "请改好后再核对，" }),
    "本次没有保存。",
  );
}

const MOST_PROBLEMS = 5;

function problemsText(problems: readonly string[]): string {
  return `${someOf(problems, MOST_PROBLEMS, "处", "；")}。`;
}

export function readBack(lines: number): string {
  return `录入 ${lines} 件，请核对`;
}

export function lineReadBack(number: number, company: string, title: string, department: string): string {
  return `${number}、${company}：${title}（${department}）`;
}

/** Of `lines` issues those with a number are named; the others are confidential here. */
export function registered(lines: number, numbers: readonly number[]): string {
  const named = numbers.length === 0 ? "" : `，编号 ${numbers.map((id) => `#${id}`).join("、")}`;
  const missed = lines - numbers.length;
  return `已登记 ${lines} 件${named}${missed > 0 ? `，另有 ${missed} 件保密` : ""}。`;
}

/** Who may say what stands behind 主题日. */
const WHOSE = { everybody: "大家", staff: "工作人员", office: "营商办和园区领导", coordinator: "营商办" } as const;

export type ThemeDayCircle = keyof typeof WHOSE;

export function saidByOthers(usage: string, who: ThemeDayCircle): string {
  return `「${usage}」由${WHOSE[who]}使用。`;
}

export function notAmongCompanies(usage: string): string {
  return `请在督办群或私聊里发「${usage}」。`;
}

export function notUnderstood(rest: string): string {
  return `未能识别${echo(rest)}。`;
}

export function runningLine(line: string): string {
  return `正在进行　${line}`;
}

export function nextLine(line: string, sent: number, coming: number): string {
  return `下一期　${line}　已邀请 ${sent} 家，报名 ${coming} 家`;
}
