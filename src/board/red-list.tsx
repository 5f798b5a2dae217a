import type { Conversation } from "../chat/conversation.ts";
import { visible } from "../chat/find.ts";
import type { Issue } from "../domain/issue/issue.ts";
import { isOverdue } from "../domain/issue/issue.ts";
import type { Units } from "../features/reports/asked.ts";
import { NAMES } from "../messages/zh-cn/board.ts";
import { OVERVIEW } from "../messages/zh-cn/board-overview.ts";
import { lateBy } from "../messages/zh-cn/stuck.ts";
import { numberText } from "../messages/zh-cn/terms.ts";
import { overdueIssues, wholeOf } from "../store/issues.ts";
import { openSupervisions } from "../store/supervisions.ts";
import { Head } from "./table.tsx";

/** What leaders press for, and what is overdue the longest. */

const MOST = 10;

/** An issue of the red list. */
export interface Red {
  readonly issue: Issue;
  /** 督办 and 批示 that wait for an answer, by their numbers. */
  readonly pressed: readonly string[];
}

/** Those that are pressed for first, then by how long they are overdue; of these units alone, or of all. */
export async function redList(
  conversation: Conversation,
  units: Units,
): Promise<{ readonly list: readonly Red[]; readonly longest: Red | null }> {
  const { db, now } = conversation.ctx;
  const open = await openSupervisions(db, units);
  const late = await overdueIssues(db, now, units);
  const pressed = new Map<number, string[]>();
  for (const one of open) pressed.set(one.issueId, [...(pressed.get(one.issueId) ?? []), numberText(one)]);
  const ids = [...new Set([...pressed.keys(), ...late.map(({ id }) => id)])];
  const listed = [...new Set([...ids.slice(0, MOST), ...late.slice(0, 1).map(({ id }) => id)])].map((id) => ({ id }));
  const whole = await wholeOf(db, listed);
  const seen = await visible(conversation, listed.map(whole));
  const all = seen.map((issue) => ({ issue, pressed: pressed.get(issue.id) ?? [] }));
  return { list: all.slice(0, MOST), longest: all.find(({ issue }) => issue.id === late[0]?.id) ?? null };
}

/** 超期 3 个工作日; "" where it is not overdue. */
export function lateText({ issue }: Red, { reader }: Conversation): string {
  return issue.due !== null && isOverdue(issue, reader.now) ? lateBy(reader.since(issue.due)) : "";
}

export function RedList({
  list,
  conversation,
}: {
  readonly list: readonly Red[];
  readonly conversation: Conversation;
}) {
  const { reader } = conversation;
  if (list.length === 0) return <p>{OVERVIEW.noRed}</p>;
  return (
    <table class="issues red-list">
      <Head of={[NAMES.number, NAMES.title, NAMES.department, OVERVIEW.late, OVERVIEW.pressed]} />
      <tbody>
        {list.map((one) => {
          const view = reader.issue(one.issue);
          return (
            <tr key={view.id}>
              <td data-head={NAMES.number}>
                <a href={`/issues/${view.id}`}>#{view.id}</a>
              </td>
              <td data-head={NAMES.title}>{view.title}</td>
              <td data-head={NAMES.department}>{view.department}</td>
              <td data-head={OVERVIEW.late} class="red">
                {lateText(one, conversation)}
              </td>
              <td data-head={OVERVIEW.pressed}>{one.pressed.join("、")}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
