import { likesAmong } from "../../chat/short-likes.ts";
import { type Issue, isUnvouched } from "../../domain/issue/issue.ts";
import type { Block } from "../../messages/card.ts";
import type { Reader } from "../../messages/reader.ts";
import * as words from "../../messages/zh-cn/like.ts";
import { shortState } from "../../messages/zh-cn/terms.ts";
import type { Db } from "../../store/client.ts";
import { readInOrder } from "../../store/issues.ts";
import { openLike } from "../../store/like.ts";

/** What else is open that is like an issue, for who is about to give it to a unit. */

/** An issue that is like another one, as the office reads it. */
export interface LikeIssue {
  readonly issue: Issue;
  /** 中塑科技 三车间停电（办理中，供电公司）, behind its number. */
  readonly line: string;
  /** It is the same company's, and can be merged with. */
  readonly isSame: boolean;
}

const MOST = 3;

/**
 * The open issues that are most like one that waits for 派单, with whose they are. None to others than the coordinator; nor anything of what
 * is confidential, but of the same person.
 */
export async function likesOf(
  { db, reader }: { readonly db: Db; readonly reader: Reader },
  issue: Issue,
): Promise<readonly LikeIssue[]> {
  if (reader.audience.kind !== "coordinator" || issue.state !== "submitted") return [];
  const { likeness } = reader.park.experience;
  const found = await openLike(db, likeness.rarest(issue.text), { kind: "all" });
  const among = found.filter((one) => one.id !== issue.id && reader.may(one, []) && mayStandBeside(one, issue));
  // What the company is told, its coordinator is told as well.
  const likes = likesAmong(issue.text, among, reader.park).slice(0, MOST);
  const whole = await readInOrder(
    db,
    likes.map(({ id }) => id),
  );
  return whole.map((one) => ({ issue: one, line: lineOf(one, reader), isSame: isMergeable(one, issue) }));
}

function mayStandBeside(one: Pick<Issue, "confidential" | "reporter">, { confidential, reporter }: Issue): boolean {
  return one.confidential ? confidential && one.reporter.name === reporter.name : !confidential;
}

function isMergeable(one: Issue, issue: Issue): boolean {
  return one.enterprise === issue.enterprise && (!isUnvouched(one) || isUnvouched(issue));
}

function lineOf(issue: Issue, reader: Reader): string {
  const view = reader.issue(issue);
  const about = [shortState(view), view.department].filter((part) => part !== null).join("，");
  return words.likeBeside(`${view.company ?? ""} ${view.title}（${about}）`, issue.id);
}

/** The same on a card: each with what can be done with it. */
export function likeBlocks(likes: readonly LikeIssue[], id: number): readonly Block[] {
  if (likes.length === 0) return [];
  const items = likes.map(({ issue, line, isSame }) => (isSame ? [line, words.mergeInto(id, issue.id)] : line));
  return [
    { kind: "text", text: words.LIKES_ARE },
    { kind: "list", items },
  ];
}
