import type { Context } from "../../issues/context.ts";
import { countable, doneOf, reachOf, readingOf } from "../../messages/common-view.ts";
import { Reader } from "../../messages/reader.ts";
import * as words from "../../messages/zh-cn/common.ts";
import { listCommons, membersOf } from "../../store/common.ts";
import { readIssues } from "../../store/issues.ts";

/** The common problems (共性问题) as the leaders' digest tells of them. */

/** One as it was: codes, counts, and its title as the leaders may read it. */
export interface CommonFacts {
  readonly id: number;
  readonly title: string;
  readonly lead: string | null;
  readonly due: string | null;
  readonly isDone: boolean;
  readonly reach: ReturnType<typeof reachOf>;
  readonly done: ReturnType<typeof doneOf>;
}

/** Those that are open, the oldest first, and those that were done since a moment. */
export async function commonFacts({ db, park, now }: Context, since: Date): Promise<readonly CommonFacts[]> {
  const all = await listCommons(db, "all");
  const told = all.filter(({ state, doneAt }) => state === "open" || (doneAt !== null && doneAt >= since)).toReversed();
  const memberships = await membersOf(
    db,
    told.map(({ id }) => id),
  );
  const issues = await readIssues(
    db,
    memberships.map(({ issueId }) => issueId),
  );
  const leaders = new Reader({ kind: "supervision" }, { park, now });
  return told.map(({ id, title, lead, due, state }) => {
    const ids = new Set(memberships.flatMap((one) => (one.commonId === id ? [one.issueId] : [])));
    const members = issues.filter((issue) => ids.has(issue.id));
    const counted = countable(members);
    return {
      id,
      title: readingOf(members, leaders)(title),
      lead,
      due: due?.toISOString() ?? null,
      isDone: state === "done",
      reach: reachOf(counted),
      done: doneOf(counted),
    };
  });
}

/** G3 停电频繁（供电公司牵头，3 家企业 4 件，时限 12月10日 周四）：已答复 1 件，已解决 0 件 */
export function commonText(facts: CommonFacts, reader: Reader): string {
  const due = facts.due === null ? null : new Date(facts.due);
  const line: words.Line = {
    id: facts.id,
    title: facts.title,
    lead: facts.lead === null ? null : reader.department(facts.lead),
    reach: words.reachText(facts.reach),
    due: due === null ? null : reader.day(due),
    isLate: due !== null && !facts.isDone && due < reader.now,
    isDone: facts.isDone,
  };
  return words.digestLine(line, words.doneText(facts.done));
}
