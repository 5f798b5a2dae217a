import type { Issue } from "../domain/issue/issue.ts";
import { lineAbout } from "./issue-card.ts";
import type { Reader } from "./reader.ts";
import * as words from "./zh-cn/stuck.ts";
import { shortState } from "./zh-cn/terms.ts";

/** Lines about what is stuck, under the heading of the unit that has it: how long it has been, and no unit once more. */

/** #12 中塑科技：三车间停电（办理中，超期 2 个工作日） */
export function lateLine(issue: Issue, reader: Reader): string {
  const { due } = issue;
  return lineAbout(reader.issue(issue), [
    shortState(issue.state, issue.outcome),
    due === null ? null : words.lateBy(reader.since(due)),
  ]);
}

/** #12 中塑科技：三车间停电（11月16日 周一 09:00 派单，签收已超时 2 个工作日） */
export function unsignedLine(issue: Issue, reader: Reader): string {
  const { dispatchedAt, signDue } = issue;
  const isLate = signDue !== null && signDue < reader.now;
  return lineAbout(reader.issue(issue), [
    dispatchedAt === null ? null : words.dispatchedAt(reader.dateTime(dispatchedAt)),
    signDue === null
      ? null
      : isLate
        ? words.signLateBy(reader.since(signDue))
        : words.signUntil(reader.dateTime(signDue)),
  ]);
}

/** #12 中塑科技：三车间停电（已等 2 个工作日） */
export function undispatchedLine(issue: Issue, reader: Reader): string {
  return lineAbout(reader.issue(issue), [words.submittedSince(reader.since(issue.submittedAt))]);
}

/** Issues by their unit: the unit first whose first issue comes first. */
export function byUnit(issues: readonly Issue[]): readonly (readonly [unit: string, issues: readonly Issue[]])[] {
  const units = new Map<string, Issue[]>();
  for (const issue of issues) {
    const unit = issue.department ?? "";
    units.set(unit, [...(units.get(unit) ?? []), issue]);
  }
  return [...units];
}
