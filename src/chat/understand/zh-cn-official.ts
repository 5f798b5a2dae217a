import { OPEN_STATES, type State } from "../../domain/issue/issue.ts";
import { anyOf } from "./any-of.ts";
import type { Meaning } from "./meaning.ts";
import type { Reading } from "./reading.ts";
import { ASKS_HOW_IT_STANDS } from "./zh-cn-asks.ts";
import { saidOutright } from "./zh-cn-denied.ts";
import { isKept, isToAnswerThem, SPEAKS_TO_THEM, willBeTold, withoutTelling } from "./zh-cn-for-company.ts";
import { isNotOurs } from "./zh-cn-given-back.ts";
import { clausesOf } from "./zh-cn-pieces.ts";
import { ANSWERS_IN_THESE_WORDS, TELLS_PROGRESS_IN_THESE_WORDS, TELLS_THE_COMPANY } from "./zh-cn-preamble.ts";
import { GIVES_TO } from "./zh-cn-units.ts";
import * as work from "./zh-cn-work.ts";

/** What officials may mean by free words about an issue of theirs. In plain text; the first that fits. */

const WORK = ["dispatched", "in_progress"] as const;

/** 请转告企业, 让彭总来窗口拿 */
function isForCompany(_: string, { audience }: Reading): boolean {
  return audience === "company";
}

/** It is done, and nothing of it is left. */
function isFinished(plain: string, { undated, endedThen }: Reading): boolean {
  return (endedThen || saidOutright(work.FINISHED, plain)) && !work.NOT_FINISHED.test(undated);
}

/** The company was reached, and not only by whoever is told to do it. */
function wasCalled(plain: string): boolean {
  const called = clausesOf(plain).filter(
    (clause) => saidOutright(work.CALLED, clause) && !work.CALLED_OTHERS.test(clause),
  );
  const done = called.filter(
    (clause) => ![work.WILL_CALL, work.TELLS_OF_IT_LATER].some((one) => one.test(clause)) && !willBeTold(clause),
  );
  return done.length > 0 && (!willBeTold(plain) || done.some((clause) => work.SURELY_CALLED.test(clause)));
}

export const OFFICIAL_MEANINGS: readonly Meaning[] = [
  {
    command: "due",
    words: work.ABOUT_THE_LIMIT,
    unless: (plain) => work.MENDS_A_DATE.test(plain) || isKept(plain),
    by: "do",
    issue: "told",
    rest: "nothing",
  },
  {
    command: "status",
    words: ASKS_HOW_IT_STANDS,
    unless: /请.{0,4}确认|查清|查明|(?:请|让|问)(?:企业|厂里)/u,
    by: "do",
    issue: "told",
    rest: "nothing",
  },
  {
    command: "answer",
    words: ANSWERS_IN_THESE_WORDS,
    unless: isKept,
    states: WORK,
    by: "offer",
    issue: "guess",
    rest: "text",
  },
  {
    command: "progress",
    words: TELLS_PROGRESS_IN_THESE_WORDS,
    unless: isKept,
    states: WORK,
    by: "offer",
    issue: "guess",
    rest: "text",
  },
  {
    command: "progress",
    words: TELLS_THE_COMPANY,
    unless: (plain) => work.CALLED.test(plain) || work.ASKS_THE_COMPANY.test(plain) || isKept(plain),
    states: ["in_progress"],
    by: "offer",
    issue: "guess",
    rest: "behind",
  },
  // 我已经安排人去摸排了，先别跟企业讲: it is taken, and what is told stays here.
  {
    command: "sign",
    words: (plain) => isKept(plain) && work.TAKES_IT.test(plain),
    unless: work.UNDECIDED,
    states: ["dispatched"],
    by: "offer",
    issue: "guess",
    rest: "nothing",
  },
  { command: "note", words: isKept, states: OPEN_STATES, by: "do", issue: "guess", rest: "text" },
  {
    command: "answer",
    words: (plain, reading) =>
      isForCompany(plain, reading) && (isToAnswerThem(plain) || isFinished(withoutTelling(plain), reading)),
    states: WORK,
    by: "offer",
    issue: "guess",
    rest: "text",
  },
  { command: "progress", words: isForCompany, states: WORK, by: "offer", issue: "guess", rest: "text" },
  {
    command: "sign",
    words: work.TO_ANOTHER,
    unless: /确认|修好/u,
    states: ["dispatched"],
    by: "offer",
    issue: "told",
    rest: "nothing",
  },
  {
    command: "measure",
    words: work.MENDS_A_DATE,
    states: ["in_progress"],
    by: "do",
    issue: "guess",
    rest: "promise",
    needs: { what: "date", has: "date" },
  },
  // 我转给移动了，他们明天上门: to somebody who is no unit here, so it goes on, and is asked back from nobody.
  {
    command: "progress",
    words: work.PASSED_ON,
    unless: work.GIVES_BACK,
    states: WORK,
    by: "offer",
    issue: "guess",
    rest: "text",
    needs: { what: "unit", has: "no-unit", or: "pass" },
  },
  {
    command: "return",
    words: isNotOurs,
    unless: work.STILL_OURS,
    states: WORK,
    by: "offer",
    issue: "guess",
    rest: "text",
    needs: { what: "unit", has: "unit" },
  },
  // 把5给供电公司: only the office moves it, and may be asked to.
  {
    command: "return",
    words: GIVES_TO,
    states: WORK,
    by: "offer",
    issue: "told",
    rest: "text",
    needs: { what: "unit", has: "unit", or: "pass" },
  },
  {
    command: "hold",
    words: work.ON_HOLD,
    unless: work.ASKS_FOR_LATER,
    states: ["in_progress"],
    by: "offer",
    sure: work.SURELY_ON_HOLD,
    issue: "guess",
    rest: "date",
    needs: { what: "date", has: "date" },
  },
  {
    command: "extend",
    words: work.LATER,
    states: ["in_progress"],
    by: "offer",
    sure: work.SURELY_LATER,
    issue: "guess",
    rest: "date",
    needs: { what: "date", has: "date" },
  },
  {
    command: "resume",
    words:
      /恢复|继续(?:办|处理)|重新(?:启动|办)|可以(?:接着|继续|重新)?办了?|接着办|条件(?:具备|成熟)|能(?:动工|开工|办)了|(?:料|货|钱|资金|批文|指标)(?:到|下来)了/u,
    states: ["on_hold"],
    by: "offer",
    sure: /恢复|继续(?:办|处理)|重新(?:启动|办)/u,
    issue: "guess",
    rest: "nothing",
  },
  {
    command: "ask",
    words: work.ASKS_THE_COMPANY,
    unless: anyOf(work.WAS_ASKED.source, work.CALLED.source, work.NOT_REACHED.source),
    states: WORK,
    asked: true,
    by: "offer",
    issue: "told",
    rest: "text",
  },
  { command: "note", words: work.NOT_REACHED, states: OPEN_STATES, by: "offer", issue: "guess", rest: "text" },
  {
    command: "assist",
    words: work.CALLS_FOR_HELP,
    unless: anyOf(work.CALLED.source, work.ASKS_WHETHER.source, work.TAKEN_FIRST.source),
    states: WORK,
    asked: true,
    by: "offer",
    issue: "guess",
    rest: "unit",
    needs: { what: "unit", has: "unit", or: "pass" },
  },
  {
    command: "measure",
    words: /./u,
    unless: anyOf(work.LATER.source, work.CALLED.source, work.ON_HOLD.source, work.ALREADY_DONE.source),
    states: WORK,
    by: "offer",
    sure: work.PROMISED_FIRMLY,
    issue: "guess",
    rest: "promise",
    needs: { what: "date", has: "promise", or: "pass" },
  },
  {
    command: "answer",
    words: isFinished,
    unless: (_, { audience }) => audience === "told-otherwise",
    states: WORK,
    by: "offer",
    issue: "guess",
    rest: "text",
  },
  {
    command: "contact",
    words: wasCalled,
    states: OPEN_STATES,
    by: "offer",
    sure: work.SURELY_CALLED,
    issue: "guess",
    rest: "text",
  },
  {
    command: "sign",
    words: anyOf(work.ALREADY_LATER.source),
    unless: /签收了|收到|马上|立即/u,
    states: ["dispatched"],
    by: "offer",
    issue: "told",
    rest: "nothing",
  },
  { command: "sign", words: work.BARE_YES, states: ["dispatched"], by: "do", issue: "told", rest: "nothing" },
  {
    command: "sign",
    words: work.TAKES_IT,
    unless: anyOf(work.UNDECIDED.source, work.BARE_YES.source),
    only: work.BESIDE_TAKING,
    states: ["dispatched"],
    by: "do",
    issue: "guess",
    rest: "nothing",
  },
  {
    command: "sign",
    words: work.TAKES_IT,
    unless: anyOf(work.UNDECIDED.source, work.BARE_YES.source),
    states: ["dispatched"],
    by: "offer",
    sure: /签收|受理|签(?:了|掉|完|下来?|一?下)(?!吗|没)/u,
    issue: "guess",
    rest: "nothing",
  },
  { command: "answer", words: SPEAKS_TO_THEM, unless: isKept, states: WORK, by: "offer", issue: "told", rest: "text" },
  { command: "ask", words: work.ASKING, asked: true, states: WORK, by: "offer", issue: "told", rest: "text" },
  {
    command: "measure",
    words: /./u,
    unless: anyOf(work.LATER.source, work.ON_HOLD.source, work.ALREADY_DONE.source, work.MAY_NOT_BE.source),
    states: WORK,
    by: "offer",
    issue: "told",
    rest: "promise",
    needs: { what: "date", has: "plan", or: "pass" },
  },
  { command: "progress", words: work.MOVING, states: ["in_progress"], by: "offer", issue: "told", rest: "text" },
  { command: "sign", words: work.MOVING, states: ["dispatched"], by: "offer", issue: "told", rest: "nothing" },
];

/** What may be said in one breath of one issue, each clear by itself. */
export const TOGETHER: readonly (Pick<Meaning, "command" | "rest" | "by"> & {
  readonly words: RegExp;
  readonly unless?: RegExp;
  readonly states: readonly State[];
  readonly has?: "promise" | "plan";
})[] = [
  { command: "sign", words: work.SURELY_TAKEN, states: ["dispatched"], by: "do", rest: "nothing" },
  {
    command: "contact",
    words: work.HAS_CALLED,
    unless: work.CALLED_OTHERS,
    states: OPEN_STATES,
    by: "do",
    rest: "text",
  },
  { command: "measure", words: work.WILL_FINISH, states: WORK, has: "promise", by: "do", rest: "promise" },
  { command: "measure", words: work.WORK_IS_DONE_THEN, states: WORK, has: "plan", by: "offer", rest: "promise" },
];
