import { shortened } from "../../domain/graphemes.ts";
import { companyShown } from "../../domain/issue/audience.ts";
import type { Counts } from "../../domain/issue/figures.ts";
import type { Issue } from "../../domain/issue/issue.ts";
import { promiseOf } from "../../domain/issue/promise.ts";
import type { Context } from "../../issues/context.ts";
import type { Reader } from "../../messages/reader.ts";
import { type Typical, WHY_DELAYED } from "../../messages/zh-cn/month-report.ts";
import { shortState } from "../../messages/zh-cn/terms.ts";
import { recapTitle } from "../../messages/zh-cn/theme-days.ts";
import { delayedIssues, issuesToFollow, type NextStep, typicalIssues } from "../../store/month.ts";
import { countsOfThemeDays, endedIn, nextThemeDay } from "../../store/theme-days.ts";

/** The issues and theme days of which the month report tells one by one. */
export interface MonthIssues {
  readonly typical: readonly TypicalIssue[];
  /** The most that are told of. */
  readonly typicalMost: number;
  readonly themeDays: readonly HeldThemeDay[];
  readonly delayed: readonly DelayedIssue[];
  /** How many more there are than the list holds, and how many there are of each kind. */
  readonly delayedMore: number;
  readonly delayedCounts: Readonly<Record<"held" | "overdue", number>>;
  readonly next: Readonly<Record<NextStep, readonly FollowedIssue[]>>;
  /** 主题日第 17 期, and when it is to be. Null: none is planned. */
  readonly planned: string | null;
}

/** An issue that stands for the month. */
export interface TypicalIssue extends Typical {
  readonly title: string;
}

export interface HeldThemeDay {
  readonly name: string;
  readonly day: string;
  readonly counts: Counts;
}

/** An issue that is past its date or on hold. */
export interface DelayedIssue {
  readonly number: number;
  readonly title: string;
  readonly company: string;
  readonly department: string;
  readonly due: string;
  readonly why: string;
  /** Empty where none was written down. */
  readonly measure: string;
}

/** An issue about which something is to be done next. */
export interface FollowedIssue {
  readonly number: number;
  readonly title: string;
  readonly department: string | null;
  /** The day of its review or promise. */
  readonly day: string | null;
}

/** The longest list of overdue and held issues: some pages. */
const MOST_DELAYED = 60;
const MOST_TYPICAL = 5;
/** In characters: the report shows what it is about, the ledger has the whole. */
const TYPICAL_TEXT = 150;
const CELL_TEXT = 60;

interface About {
  readonly period: { readonly from: Date; readonly to: Date };
  /** The month behind it. */
  readonly next: { readonly from: Date; readonly to: Date };
  readonly reader: Reader;
}

export async function readMonthIssues({ db, now }: Context, { period, next, reader }: About): Promise<MonthIssues> {
  const typical = await typicalIssues(db, period, MOST_TYPICAL);
  const delayed = await delayedIssues(db, period.to, now, MOST_DELAYED);
  const follow = await issuesToFollow(db, period.to, next);
  const planned = await nextThemeDay(db, now);
  const themeDays: HeldThemeDay[] = [];
  for (const one of await endedIn(db, period)) {
    const counts = await countsOfThemeDays(db, one.id);
    themeDays.push({ name: recapTitle(one.number, one.theme), day: reader.day(one.startedAt ?? one.at), counts });
  }
  return {
    // The database has sieved by the same rule; the Reader has the last word all the same.
    typical: typical
      .filter((one) => reader.may(one, []) && companyShown(one, reader.audience) === "name")
      .map((one) => typicalIssue(one, reader)),
    typicalMost: MOST_TYPICAL,
    themeDays,
    delayed: delayed.issues.map((one) => delayedIssue(one, reader)),
    delayedMore: delayed.count - delayed.issues.length,
    delayedCounts: { held: delayed.held, overdue: delayed.count - delayed.held },
    next: followed(follow, reader),
    planned: planned === null ? null : `${recapTitle(planned.number, planned.theme)}（${reader.dateTime(planned.at)}）`,
  };
}

function typicalIssue(issue: Issue, reader: Reader): TypicalIssue {
  const view = reader.issue(issue);
  const line = (text: string) => shortened(text.replace(/\s+/gu, " ").trim(), TYPICAL_TEXT);
  return {
    number: view.id,
    title: view.title,
    company: view.company ?? "",
    text: line(view.text),
    joined: view.joined,
    department: view.department,
    measure: view.measure === null ? null : line(view.measure),
    answer: view.publicAnswer === null ? null : line(view.publicAnswer),
    state: shortState(view),
  };
}

function delayedIssue(issue: Issue, reader: Reader): DelayedIssue {
  const view = reader.issue(issue);
  const held = issue.state === "on_hold";
  const date = held ? issue.reviewAt : issue.due;
  return {
    number: view.id,
    title: view.title,
    company: view.company ?? "",
    department: view.department ?? "",
    due: date === null ? "" : reader.dateTime(date),
    why: WHY_DELAYED[held ? "held" : "overdue"],
    measure: shortened((view.measure ?? "").replace(/\s+/gu, " "), CELL_TEXT),
  };
}

function followed(of: Readonly<Record<NextStep, readonly Issue[]>>, reader: Reader): MonthIssues["next"] {
  const all = (step: NextStep) => of[step].map((one) => followedIssue(step, one, reader));
  return {
    undispatched: all("undispatched"),
    held: all("held"),
    // A promise of an earlier round is none any more.
    promised: of.promised.filter((one) => promiseOf(one) !== null).map((one) => followedIssue("promised", one, reader)),
    answered: all("answered"),
  };
}

function followedIssue(step: NextStep, issue: Issue, reader: Reader): FollowedIssue {
  const { id, title, department } = reader.issue(issue);
  const at = step === "held" ? issue.reviewAt : step === "promised" ? promiseOf(issue) : null;
  return { number: id, title, department, day: at === null ? null : reader.day(at) };
}
