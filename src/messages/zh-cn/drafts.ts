import { commandWord } from "./commands.ts";
import { SOME_NUMBER, SOMEBODY } from "./names.ts";
import { HIDDEN_COMPANY } from "./terms.ts";

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
  readonly others: readonly string[];
}

const FIGURE = "(?:\\d+|[一二两三四五六七八九十几半]+)";
const TIMES = new RegExp(
  [
    "(?:\\d{4}年)?\\d{1,2}月(?:\\d{1,2}[日号]|底|初|中旬|上旬|下旬|份)?|\\d{4}年|\\d{1,2}[日号](?=[前后上下起,，。、]|$)",
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
export function toCheck(text: string): ToCheck {
  const times = text.match(TIMES) ?? [];
  const others = text.replace(TIMES, " ").match(OTHERS) ?? [];
  return { times: [...new Set(times)], others: [...new Set(others.map((one) => one.trim()))] };
}

function checkText({ times, others }: ToCheck): string {
  const all = [...times, ...others].slice(0, MOST_NAMED);
  return all.length === 0 ? "请核对时间、地点和做法" : `请核对：${all.join("、")}`;
}

/** Below one that names a time: it cannot be sent as it is. */
export function writeTimesAnew(id: number, { times }: ToCheck): string {
  const named = times.slice(0, MOST_NAMED).join("、");
  return `草稿里的「${named}」是原诉求的时间，不能直接发送。请改好后发：${commandWord("answer")} ${id} 修改后的内容`;
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
 * written for, and what speaks of a person or a number is left out. "": nothing is left.
 */
export function asDraft(covered: string): string {
  const clauses = covered.match(CLAUSE) ?? [];
  const kept = clauses.filter((one) => !one.includes(SOMEBODY) && !one.includes(SOME_NUMBER)).join("");
  return kept.replaceAll(HIDDEN_COMPANY, "贵企业").replace(HANGING, "。").trim();
}

const CLAUSE = /[^，,。；;：:！!？?\n]+[，,。；;：:！!？?\n]*/gu;
const HANGING = /[，,；;：:\s]+$/u;

/** On the board. */
export const DRAFTS_HEAD = "同类诉求的答复";
export function takeDraft(id: number): string {
  return `取 #${id} 的答复作草稿`;
}
export function filledFrom(id: number, check: ToCheck): string {
  const after = check.times.length === 0 ? "，修改后再发送。" : `。${mendTimes(id, check)}`;
  return `「答复」里已填入 #${id} 的答复，${checkText(check)}${after}`;
}
/** What names a time of the issue that it was written for is not sent as it is. */
export function mendTimes(id: number, { times }: ToCheck): string {
  return `「${times.slice(0, MOST_NAMED).join("、")}」是 #${id} 的时间，不能直接发送，请改成本件的时间再发。`;
}
