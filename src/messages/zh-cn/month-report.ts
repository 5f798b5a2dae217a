import type { Counts, Rate, RateName } from "../../domain/issue/figures.ts";
import { PERIOD_WORDS } from "./dates.ts";
import { COUNT_WORDS, RATE_WORDS, rateText } from "./terms.ts";

/** The month report as an official paper, and what a page and a message say of it. */

export function reportTitle(park: string): string {
  return `${park}企业诉求办理月报`;
}

/** The title as the document's properties have it. */
export function fullReportTitle(park: string, month: string): string {
  return `${reportTitle(park)}（${month}）`;
}

/** （2026年10月）; of a month that is not over: （2026年11月，数据截至 2026年11月3日 周二 09:00） */
export function subtitle(month: string, until: string | null): string {
  return `（${month}${until === null ? "" : `，数据截至 ${until}`}）`;
}

export const HEADINGS = {
  overview: "总体情况",
  departments: "各单位办理情况",
  categories: "诉求类别",
  typical: "典型诉求",
  themeDays: "政企交流主题日",
  delayed: "超期和挂账的诉求",
  next: "下一步工作",
} as const;

/** 一、总体情况 */
export const headingText = (index: number, text: string) => `${chinese(index)}、${text}`;
/** （一）停电 */
export const subheadingText = (index: number, text: string) => `（${chinese(index)}）${text}`;

const DIGITS = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** Up to 99. */
function chinese(count: number): string {
  const [tens, ones] = [Math.floor(count / 10), count % 10];
  const digit = (one: number) => DIGITS[one] ?? "";
  return `${tens > 1 ? digit(tens) : ""}${tens > 0 ? "十" : ""}${ones > 0 || count === 0 ? digit(ones) : ""}`;
}

const CLOSED = "办结";
export const REPORT_COUNT_WORDS = { ...COUNT_WORDS, closed: CLOSED } as const;

interface Compared {
  readonly now: number;
  readonly before: number;
}
type CountsNow = Readonly<Record<keyof Counts | "closed", Compared>>;

/** ，比上月增加 6 件 */
function comparedText({ now, before }: Compared): string {
  if (now === before) return "，与上月持平";
  return `，比上月${now > before ? "增加" : "减少"} ${Math.abs(now - before)} 件`;
}

/** The counts as a paragraph. */
export function countsProse(month: string, until: string | null, { collected, measured, closed, solved }: CountsNow) {
  const span = until === null ? month : `${month}（截至 ${until}）`;
  const came =
    collected.now === 0
      ? `${span}，没有受理新的企业诉求${comparedText(collected)}`
      : `${span}，共受理企业诉求 ${collected.now} 件${comparedText(collected)}`;
  const done = `办结 ${closed.now} 件${comparedText(closed)}，其中企业确认已解决 ${solved.now} 件`;
  return `${came}；提出解决措施 ${measured.now} 件${comparedText(measured)}；${done}。`;
}

/** What is counted of what, for who reads no table: by name of the rate. */
const WHAT_IS_COUNTED: Readonly<Record<RateName, (whole: number, part: number) => string>> = {
  sign: (whole, part) => `应签收 ${whole} 件、按时签收 ${part} 件`,
  contact: (whole, part) => `应联系企业 ${whole} 件、按时联系 ${part} 件`,
  onTime: (whole, part) => `到期应办结 ${whole} 件、按期办结 ${part} 件`,
  firstOnTime: (whole, part) => `按最初期限应办结 ${whole} 件、按期 ${part} 件`,
  measure: (whole, part) => `已签收 ${whole} 件、定下措施和时限 ${part} 件`,
  solved: (whole, part) => `企业表态 ${whole} 件、确认解决 ${part} 件`,
  satisfied: (whole, part) => `企业评价 ${whole} 件、满意 ${part} 件`,
  reopened: (whole, part) => `办结 ${whole} 件、重开 ${part} 件`,
  dispatched: (whole, part) => `派出 ${whole} 件、没有退单 ${part} 件`,
  drafted: (whole, part) => `显示过同类答复的答复 ${whole} 件、以其为草稿 ${part} 件`,
};

/** The rates that the paragraph tells, in this order; the table has all of them. */
const TOLD_RATES: readonly RateName[] = ["onTime", "satisfied", "solved", "sign"];

interface RateCompared {
  readonly now: Rate;
  readonly before: Rate;
}

/** The rates as a paragraph, each with numerator and denominator. */
export function ratesProse(month: string, rates: readonly RateCompared[]): string {
  const all = TOLD_RATES.flatMap((name) => rates.find(({ now }) => now.name === name) ?? []);
  const known = all.filter(({ now }) => now.whole > 0);
  const unknown = all.filter(({ now }) => now.whole === 0).map(({ now }) => RATE_WORDS[now.name]);
  const missing = unknown.length === 0 ? "" : `${unknown.join("、")}本月没有可计算的诉求。`;
  if (known.length === 0) return missing;
  const isFirst = known.every(({ before }) => before.whole === 0);
  const told = known.map((one) => rateProse(one, isFirst)).join("；");
  return `${month}受理的诉求中，${told}。${isFirst ? "上月没有可比数据。" : ""}${missing}`;
}

function rateProse({ now, before }: RateCompared, isFirst: boolean): string {
  const { name, part, whole } = now;
  const change = isFirst ? "" : changeOfRate(now, before);
  return `${WHAT_IS_COUNTED[name](whole, part)}，${RATE_WORDS[name]} ${rateText(part, whole)}${change}`;
}

/** ，比上月提高 5.0 个百分点 */
function changeOfRate(now: Rate, before: Rate): string {
  if (before.whole === 0) return "，上月没有可比数据";
  const points = (100 * now.part) / now.whole - (100 * before.part) / before.whole;
  const text = Math.abs(points).toFixed(1);
  if (text === "0.0") return "，与上月持平";
  return `，比上月${points > 0 ? "提高" : "降低"} ${text} 个百分点`;
}

export const TABLE_HEADS = {
  figure: "指标",
  thisMonth: PERIOD_WORDS["this-month"],
  lastMonth: PERIOD_WORDS["last-month"],
  change: "比上月",
  department: "责任单位",
  category: "类别",
  overdue: "超期",
  sign: "及时签收",
  onTime: "按期办结",
  satisfied: "满意",
  number: "编号",
  issue: "诉求",
  company: "企业",
  due: "期限",
  why: "情况",
  measure: "措施",
} as const;

export const RATES_AS_OF =
  "注：各项比率均为当月受理的诉求按现在的办理情况计算，括号内为分子/分母；挂账的不计入按期办结。";
export const OVERDUE_AS_OF = `注：超期是月末以前提出、现在仍在办理且已过期限的件数，与${headingText(6, HEADINGS.delayed)}所列相同。`;
export const TOTAL = "合计";
export const NO_RATE = "—";
export const NO_ISSUES = "本月没有诉求。";
export const NONE_DELAYED = "没有超期或挂账的诉求。";
export const NO_MEASURE = "未填报";

interface Unit {
  readonly name: string;
  readonly collected: number;
  readonly overdue: number;
  /** False: of issues that no unit has. */
  readonly isUnit: boolean;
}

/** 本月诉求由 3 个单位承办，受理较多的是：供电公司（9 件）… What waits for 派单 is no unit, and stands behind them. */
export function unitsProse(rows: readonly Unit[]): string {
  const units = rows.filter(({ isUnit }) => isUnit);
  const others = rows.filter(({ isUnit, collected }) => !isUnit && collected > 0);
  const behind = others.map(({ name, collected }) => `另有${name} ${collected} 件。`).join("");
  const busy = units.filter(({ collected }) => collected > 0);
  const late = units.filter(({ overdue }) => overdue > 0);
  const [first] = busy;
  const counted = (list: readonly string[], count: number) =>
    `${list.join("、")}${count > list.length ? `等 ${count} 个单位` : ""}`;
  const names = busy.slice(0, 3).map(({ name, collected }) => `${name}（${collected} 件）`);
  const most =
    first === undefined
      ? "本月没有单位承办新的诉求。"
      : busy.length === 1
        ? `本月派出的诉求均由${first.name}承办，共 ${first.collected} 件。`
        : `本月诉求由 ${busy.length} 个单位承办，较多的是：${names.join("、")}。`;
  const lateNames = late.slice(0, 5).map(({ name, overdue }) => `${name}（${overdue} 件）`);
  return `${most}${behind}${late.length === 0 ? "没有超期的诉求。" : `有超期诉求的：${counted(lateNames, late.length)}。`}`;
}

export function typicalRule(most: number): string {
  return `从本月提出或办结的非保密诉求中选取：每个类别一件，依次看同感企业数、督办次数、是否办结、提出先后，最多 ${most} 件。`;
}

export const NONE_TYPICAL = "本月没有可列举的诉求。";

/** An issue that stands for the month. */
export interface Typical {
  readonly number: number;
  readonly company: string;
  readonly text: string;
  /** How many other companies have the same concern. */
  readonly joined: number;
  readonly department: string | null;
  readonly measure: string | null;
  readonly answer: string | null;
  readonly state: string;
}

export function typicalProse({ number, company, text, joined, department, measure, answer, state }: Typical): string {
  const closed = (one: string) => (/[。！？…!?]$/u.test(one) ? one : `${one}。`);
  const others = joined === 0 ? "" : `另有 ${joined} 家企业有同样诉求。`;
  const unit = department === null ? "尚未派单。" : `责任单位为${department}。`;
  const taken = measure === null ? "" : closed(`措施：${measure}`);
  const answered = answer === null ? "" : closed(`答复：${answer}`);
  return `${closed(`${company}反映（#${number}）：${text}`)}${others}${unit}${taken}${answered}现状：${state}。`;
}

export const NO_THEME_DAY = "本月没有举办政企交流主题日。";

export function themeDaysProse(count: number): string {
  return `本月举办政企交流主题日 ${count} 期。`;
}

/** 主题日第 16 期　用工专场（11月2日 周一）：收集 5 件，有措施 4 件，已解决 3 件。 */
export function themeDayProse({ name, day, counts }: { name: string; day: string; counts: Counts }): string {
  const { collected, measured, solved } = counts;
  return `${name}（${day}）：收集 ${collected} 件，有措施 ${measured} 件，已解决 ${solved} 件。`;
}

export const WHY_DELAYED: Readonly<Record<"held" | "overdue", string>> = { held: "挂账", overdue: "超期" };

export function delayedProse(of: Readonly<Record<"held" | "overdue", number>>): string {
  return `现有超期诉求 ${of.overdue} 件、挂账诉求 ${of.held} 件，情况和措施如下。`;
}

export function moreDelayed(count: number): string {
  return `另有 ${count} 件，没有列出。`;
}

interface Followed {
  readonly number: number;
  readonly title: string;
  readonly department: string | null;
  readonly day: string | null;
}
export interface NextOnes {
  readonly undispatched: readonly Followed[];
  readonly held: readonly Followed[];
  readonly promised: readonly Followed[];
  readonly answered: readonly Followed[];
}

/** Of a list so many are named. */
const NAMED = 8;

function named(list: readonly Followed[]): string {
  const shown = list.slice(0, NAMED).map(({ number, title, department, day }) => {
    const more = [department, day].filter((one) => one !== null);
    return `#${number} ${title}${more.length === 0 ? "" : `（${more.join("，")}）`}`;
  });
  return `${shown.join("；")}${list.length > NAMED ? `；等 ${list.length} 件` : ""}。`;
}

/** What is to be done next, a sentence each; nothing of what there is nothing. `late`: how many are past their date. */
export function nextSteps(
  nextMonth: string,
  { late, next, planned }: { readonly late: number; readonly next: NextOnes; readonly planned: string | null },
): readonly string[] {
  const step = (list: readonly Followed[], what: string) => (list.length === 0 ? [] : [`${what}：${named(list)}`]);
  const { undispatched, held, promised, answered } = next;
  const steps = [
    ...(late === 0 ? [] : [`督促超期未答复的诉求 ${late} 件尽快答复。`]),
    ...step(undispatched, `尽快派单 ${undispatched.length} 件`),
    ...step(promised, `落实承诺在${nextMonth}完成的措施 ${promised.length} 件`),
    ...step(held, `复核${nextMonth}到期的挂账诉求 ${held.length} 件`),
    ...step(answered, `请企业确认已答复的诉求 ${answered.length} 件`),
    ...(planned === null ? [] : [`筹备${planned}。`]),
  ];
  return steps.map((text, index) => `${index + 1}. ${text}`);
}

export const NOTHING_NEXT = "没有需要跟进的事项。";

export const ANNEX = { fingerprint: "附 1　记录指纹", trend: "附 2　诉求趋势" } as const;

/** +3, −2, or that nothing changed. */
export function changeText(difference: number): string {
  if (difference === 0) return "持平";
  return difference > 0 ? `+${difference}` : `−${-difference}`;
}
