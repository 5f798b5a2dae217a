import { commandWord } from "./commands.ts";
import { SOME_NUMBER, SOMEBODY } from "./names.ts";
import { isOfSomebody, ownFiguresIn } from "./private-details.ts";
import { HIDDEN_COMPANY, OTHER_COMPANY } from "./terms.ts";

/** What is said of answers that may serve as a draft. */

/** Above the list of them in a chat. */
export function draftsHead(word: string): string {
  return `同类诉求的答复，可回复「${word} 1」取作草稿：`;
}

/** #8 三车间停电（评价 5） */
export function draftLine({
  id,
  title,
  how,
}: {
  readonly id: number;
  readonly title: string;
  readonly how: string;
}): string {
  return `#${id} ${title}（${how}）`;
}

/** 1 #8 三车间停电（评价 5）：变压器已更换… */
export function placedLine(place: number, line: string, answer: string): string {
  return `${place} ${line}：${answer}`;
}

export function ratedBy(rating: number): string {
  return `评价 ${rating}`;
}

/** Above an answer that is shown as a draft. */
export function draftFrom(id: number, check: ToCheck): string {
  return `答复草稿，取自 #${id}，${checkText(check)}`;
}

/** What a draft has of the issue that it was written for. */
export interface ToCheck {
  readonly times: readonly string[];
  /** Rooms and amounts. */
  readonly own: readonly string[];
  readonly others: readonly string[];
  /** What it said of somebody was left out: what stays may no longer be the whole. */
  readonly isCut: boolean;
}

/** Whether it cannot be sent as it is: it would tell another company's case. */
export function isToBeMended({ times, own, isCut }: ToCheck): boolean {
  return times.length + own.length > 0 || isCut;
}

const FIGURE = "(?:\\d+|[一二两三四五六七八九十几半]+)";
/** What has a number of its own. */
const NUMBERED =
  "[楼栋幢线杆文令门路口机炉泵变井孔柜仓库厂地院塔桩岗点站窗通公车生宿食单开配主分支码线召]|(?:工业)?园|码|办公室|大[道街门]";
const TIMES = new RegExp(
  [
    "(?:\\d{4}年)?\\d{1,2}月(?:\\d{1,2}[日号]|底|初|中旬|上旬|下旬|份)?|\\d{4}年",
    // 12号已下来 is a day, 12号楼 and 12号文 are none.
    `(?<!\\d|第|编|型)(?:[12]?\\d|3[01])(?:日(?!常|用|均|产)|号(?!${NUMBERED}))`,
    "(?:今|明|后|昨|前|当)(?:天|日|晚|早)(?:上午|下午|早上|晚上|中午)?|(?:今|明|去|前)年",
    "(?:本|这|下|上)?个?(?:周|星期|礼拜)[一二三四五六日天末]|(?:本|这|下|上)个?(?:周|月|季度|旬)",
    "(?:月|年)(?:底|初|末|中|内)|上午|下午|晚上|中午|凌晨|早上|夜间",
    `${FIGURE}点(?:半|钟|\\d{1,2}分)?|\\d{1,2}[:：]\\d{2}`,
    `${FIGURE}个?(?:多)?(?:工作日|天|小时|分钟|星期|周|月|年)(?:之?[内后前]|以内|左右)?`,
    "(?:春节|国庆|中秋|元旦|端午|清明)(?:节|假期)?[前后]?|(?:五一|十一)(?:节|假期|期间|[前后])",
  ].join("|"),
  "gu",
);
/** The longer before the shorter with which it begins. */
const UNIT =
  "兆帕|千帕|帕|公里|千米|厘米|毫米|平方米|立方米|平方|立方|米|公斤|千克|公升|升|吨|亩|千伏安|千伏|千瓦时|千瓦|伏|安培|安|度|万元|亿元|元|万|亿|人次|人|户|家|台|套|个|处|盏|块|根|条|次|件|辆|趟|车|班|座|口|栋|层|间|份|倍|折|摄氏度|公顷|平米|方";
const OTHERS = new RegExp(
  [
    `${FIGURE}(?:号|#)?(?:车间|楼|栋|幢|厂房|仓库|宿舍|食堂|门|路|线|杆|层|单元|变压器|变|开关|配电房|泵房)`,
    "[东西南北](?:门|区|侧|边|厂区)|(?<=^|[在到至往、,，。\\s])\\p{Script=Han}{2,3}(?:大道|路|街)(?![灯面况由])",
    // DN300, 0.32兆帕, 40公里: a figure with what belongs to it, and no piece of the word behind it.
    `(?<![a-z])[a-z]{0,4}-?\\d+(?:\\.\\d+)?(?:\\s*(?:${UNIT}|[a-z]{1,4}[²³]?(?![a-z])|[%℃]))?`,
  ].join("|"),
  "giu",
);
/** So many are named. */
const MOST_NAMED = 6;

/** The times in a draft, and its places and figures: they are of the issue that it was written for. */
export function toCheck(text: string, isCut = false): ToCheck {
  const times = text.match(TIMES) ?? [];
  const others = text.replace(TIMES, " ").match(OTHERS) ?? [];
  return {
    times: [...new Set(times)],
    own: ownFiguresIn(text),
    others: [...new Set(others.map((one) => one.trim()))],
    isCut,
  };
}

function checkText({ times, own, others }: ToCheck): string {
  const apart = others.filter((other) => !own.some((one) => one.includes(other)));
  const all = [...times, ...own, ...apart].slice(0, MOST_NAMED);
  return all.length === 0 ? "请核对时间、地点和做法" : `请核对：${all.join("、")}`;
}

/** Below one that tells another's case: it cannot be sent as it is. */
export function writeAnew(id: number, check: ToCheck): string {
  const why = `${whatIsAnothers("草稿里的", check)}是原诉求的`;
  return `${leftOut(check)}${check.times.length + check.own.length > 0 ? `${why}，` : ""}不能直接发送。请改好后发：${commandWord("answer")} ${id} 修改后的内容`;
}

function whatIsAnothers(where: string, { times, own }: ToCheck): string {
  return `${where}「${[...times, ...own].slice(0, MOST_NAMED).join("、")}」`;
}

function leftOut({ isCut }: ToCheck): string {
  return isCut ? "原答复里涉及个人或其他企业的话已略去，" : "";
}

/** Below it. */
export function sendOrSay(id: number): string {
  return `回复「是」发送；要修改的，请直接发：答复 ${id} 修改后的内容`;
}

export function noDrafts(id: number): string {
  return `#${id} 没有可供参考的同类答复，请直接写：答复 ${id} …`;
}

/** `said`: what stood in place of the one that is meant. */
export function noSuchDraft(id: number, { count, said }: { readonly count: number; readonly said: string }): string {
  const word = commandWord("refer");
  const which = `没有「${said}」这一条`;
  return count === 1
    ? `${which}，#${id} 可供参考的答复只有 1 条，请发：${word} ${id} 1`
    : `${which}，#${id} 可供参考的答复有 ${count} 条，请写 1 到 ${count}，例如：${word} ${id} 1`;
}

export function draftsAreForHandlers(id: number): string {
  return `「参考」由答复 #${id} 的单位使用，或 #${id} 现在不需要答复。`;
}

/**
 * An answer whose names and numbers are covered, as a draft for another company: whoever reads it is meant in place of the one that it was
 * written for, and what speaks of a person, of another company or a number is left out. Empty: nothing is left.
 */
export function asDraft(covered: string): { readonly text: string; readonly isCut: boolean } {
  const clauses = covered.match(CLAUSE) ?? [];
  const kept = clauses.filter((one) => !COVERED.some((cover) => one.includes(cover)) && !isOfSomebody(one));
  // Who is greeted, and where to ring, belongs to no matter.
  const isCut = clauses.some((one) => !kept.includes(one) && !GREETED.test(one) && !one.includes(SOME_NUMBER));
  return { text: kept.join("").replace(THE_COMPANY, "贵企业").replace(HANGING, "。").trim(), isCut };
}

const COVERED = [SOMEBODY, SOME_NUMBER, OTHER_COMPANY];
const GREETED = /[您你]好|^尊敬的/u;
/** With what its name had behind it. */
const THE_COMPANY = new RegExp(
  `${HIDDEN_COMPANY}(?:(?:机械|科技|制造|电子|实业|食品|材料|化工|建材){0,2}(?:有限|责任){0,2}(?:公司|集团|厂(?![房区里门长界])))?`,
  "gu",
);
const CLAUSE = /[^，,。；;：:！!？?\n]+[，,。；;：:！!？?\n]*/gu;
const HANGING = /[，,；;：:\s]+$/u;

/** On the board. */
export const DRAFTS_HEAD = "同类诉求的答复";
export function takeDraft(id: number): string {
  return `取 #${id} 的答复作草稿`;
}
export function filledFrom(id: number, check: ToCheck): string {
  const after = isToBeMended(check) ? `。${mendAnew(id, check)}` : "，修改后再发送。";
  return `「答复」里已填入 #${id} 的答复，${checkText(check)}${after}`;
}
/** What tells the case of the issue that it was written for is not sent as it is. */
export function mendAnew(id: number, check: ToCheck): string {
  if (check.times.length + check.own.length === 0) return `${leftOut(check)}不能直接发送，请改成本件的情况再发。`;
  const what = check.own.length > 0 ? "内容" : "时间";
  return `${leftOut(check)}${whatIsAnothers("", check)}是 #${id} 的${what}，不能直接发送，请改成本件的${what}再发。`;
}
