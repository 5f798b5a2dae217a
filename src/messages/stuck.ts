import type { Issue } from "../domain/issue/issue.ts";
import type { Stuck } from "../domain/issue/stuck.ts";
import { lineAbout } from "./issue-card.ts";
import type { Reader } from "./reader.ts";
import * as words from "./zh-cn/stuck.ts";
import { shortState } from "./zh-cn/terms.ts";

/** Lines about what is stuck, under the heading of the unit that has it: how long it has been, and no unit once more. */

/** #12 中塑科技：三车间停电（办理中，超期 2 个工作日） */
export function lateLine(issue: Issue, reader: Reader): string {
  const { due } = issue;
  return lineAbout(reader.issue(issue), [shortState(issue), due === null ? null : words.lateBy(reader.since(due))]);
}

/** #12 中塑科技：三车间停电（11月16日 周一 09:00 派单，签收已超时 2 个工作日） */
export function unsignedLine(issue: Issue, reader: Reader): string {
  return lineAbout(reader.issue(issue), unsignedSince(issue, reader));
}

/** The same where it stands under no unit. */
export function unsignedUnitLine(issue: Issue, reader: Reader): string {
  const view = reader.issue(issue);
  return lineAbout(view, [view.department, ...unsignedSince(issue, reader)]);
}

function unsignedSince({ dispatchedAt, signDue }: Issue, reader: Reader): readonly (string | null)[] {
  const since = dispatchedAt === null ? null : words.dispatchedAt(reader.dateTime(dispatchedAt));
  if (signDue === null) return [since];
  const isLate = signDue < reader.now;
  return [since, isLate ? words.signLateBy(reader.since(signDue)) : words.signUntil(reader.dateTime(signDue))];
}

/** #12 中塑科技：三车间停电（已等 2 个工作日） */
export function undispatchedLine(issue: Issue, reader: Reader): string {
  return lineAbout(reader.issue(issue), [words.submittedSince(reader.since(issue.submittedAt))]);
}

/** #12 中塑科技：三车间停电（办理中，超期 2 个工作日，延期待批复 1 个工作日） */
export function stuckLine(issue: Issue, stuck: readonly Stuck[], reader: Reader): string {
  const told = stuck.some(({ by }) => by === "undispatched" || by === "unsigned");
  return lineAbout(reader.issue(issue), [
    told ? null : shortState(issue),
    ...stuck.map(({ by, since }) => words.STUCK_TEXTS[by](reader.since(since))),
  ]);
}

/** Issues by their unit: the unit first whose first issue comes first. */
export function byUnit<One extends Pick<Issue, "department">>(
  issues: readonly One[],
): readonly (readonly [unit: string, issues: readonly One[]])[] {
  const units = new Map<string, One[]>();
  for (const issue of issues) {
    const unit = issue.department ?? "";
    const own = units.get(unit) ?? [];
    own.push(issue);
    units.set(unit, own);
  }
  return [...units];
}
