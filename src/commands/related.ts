import type { Conversation } from "../chat/conversation.ts";
import { mayShow } from "../domain/audience.ts";
import type { Issue } from "../domain/issue.ts";
import { involvedIn } from "../domain/park-view.ts";
import type { Field } from "../messages/card.ts";
import { followersOf, readIssues } from "../store/issues.ts";

/** 承接 #12, 后续 #15: the issues that this one goes on from and that go on from it, as far as they may be spoken of here. */
export async function relatedFields(conversation: Conversation, issue: Issue): Promise<readonly Field[]> {
  const { db, park } = conversation.work;
  const followers = await followersOf(db, issue.id);
  const before = issue.follows === null ? [] : [issue.follows];
  if (followers.length + before.length === 0) return [];
  const found = await readIssues(db, [...before, ...followers]);
  const shown = new Set(
    found.filter((one) => mayShow(one, conversation.audience, involvedIn(park, one, []))).map((one) => one.id),
  );
  const words = (ids: readonly number[]) =>
    ids
      .filter((id) => shown.has(id))
      .map((id) => `#${id}`)
      .join("、");
  return [
    { label: "承接", value: words(before) },
    { label: "后续", value: words(followers) },
  ].filter((field) => field.value !== "");
}
