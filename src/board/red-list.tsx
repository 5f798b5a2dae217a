import type { Conversation } from "../chat/conversation.ts";
import { visible } from "../chat/find.ts";
import type { Issue, Listed, State } from "../domain/issue/issue.ts";
import { stuckBy, stuckSince } from "../domain/issue/stuck.ts";
import type { Units } from "../features/reports/asked.ts";
import { listsOf } from "../issues/context.ts";
import { NAMES } from "../messages/zh-cn/board.ts";
import { OVERVIEW } from "../messages/zh-cn/board-overview.ts";
import { STUCK_TEXTS } from "../messages/zh-cn/stuck.ts";
import { numberText } from "../messages/zh-cn/terms.ts";
import { promisesPast } from "../store/promises.ts";
import { Marks } from "./marks.tsx";
import { Head } from "./table.tsx";

/** What leaders press for, and what is overdue the longest. */

const MOST = 10;

/** An issue of the red list. */
export interface Red {
  readonly issue: Issue;
  /** 督办 and 批示 that wait for an answer, by their numbers. */
  readonly pressed: readonly string[];
}

/** What is pressed for and what is late, how many of it are late to be dispatched or signed, and which is late the longest. */
export interface RedOnes {
  readonly list: readonly Red[];
  readonly longest: Red | null;
  readonly undispatched: number;
  readonly unsigned: number;
}

/**
 * Those that are pressed for first, then by how long a limit of theirs is over, then those that are past what was promised; of these units
 * alone, or of all.
 */
export async function redList(conversation: Conversation, units: Units): Promise<RedOnes> {
  const { db, now } = conversation.ctx;
  const lists = listsOf(conversation.ctx);
  const open = await lists.supervisions(units);
  // What no unit has yet is nobody's but the office's.
  const submitted = units === null ? await lists.inState("submitted") : [];
  const waiting = [...submitted, ...(await lists.inState("dispatched", units))].flatMap((one) =>
    stuckBy(one, undefined, now).length > 0 ? [one] : [],
  );
  const known = new Set(waiting.map(({ id }) => id));
  const overdue = (await lists.overdue(units)).filter(({ id }) => !known.has(id));
  const late = [...waiting, ...overdue].toSorted((a, b) => lateSince(a, now) - lateSince(b, now));
  const pressed = new Map<number, string[]>();
  for (const one of open) pressed.set(one.issueId, [...(pressed.get(one.issueId) ?? []), numberText(one)]);
  const promised = await promisesPast(db, now, units);
  const ids = [...new Set([...pressed.keys(), ...late.map(({ id }) => id), ...promised])];
  const listed = [...new Set([...ids.slice(0, MOST), ...late.slice(0, 1).map(({ id }) => id)])].map((id) => ({ id }));
  const whole = await lists.wholeOf(listed);
  const seen = await visible(conversation, listed.map(whole));
  const all = seen.map((issue) => ({ issue, pressed: pressed.get(issue.id) ?? [] }));
  const count = (state: State) => waiting.filter((one) => one.state === state).length;
  return {
    list: all.slice(0, MOST),
    longest: all.find(({ issue }) => issue.id === late[0]?.id) ?? null,
    undispatched: count("submitted"),
    unsigned: count("dispatched"),
  };
}

function lateSince(issue: Listed, now: Date): number {
  return stuckSince(stuckBy(issue, undefined, now)).getTime();
}

/** 派单已超时 3 个工作日; "" where nothing of it is late. */
export function lateText({ issue }: Red, { reader }: Conversation): string {
  return stuckBy(issue, undefined, reader.now)
    .map(({ by, since }) => STUCK_TEXTS[by](reader.since(since)))
    .join("，");
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
              <td data-head={NAMES.title}>
                <Marks of={view} />
                {view.title}
              </td>
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
