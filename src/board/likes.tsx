import type { Conversation } from "../chat/conversation.ts";
import type { Doable } from "../domain/issue/lifecycle.ts";
import { type LikeIssue, likesOf } from "../features/issues/likes.ts";
import type { Dossier } from "../issues/move.ts";
import { LIKES_HEAD, mergeButton } from "../messages/zh-cn/like.ts";
import { FormKey, type Frame } from "./shell.tsx";

/** What else is open that is like an issue which waits to be given to a unit. */

interface LikesProps {
  readonly frame: Frame;
  readonly dossier: Dossier;
  readonly likes: readonly LikeIssue[];
}

/** Read for who may give it to a unit. */
export async function likesFor(
  { ctx: { db }, reader }: Conversation,
  { issue }: Dossier,
  moves: readonly Doable[],
): Promise<readonly LikeIssue[]> {
  return moves.includes("dispatch") ? likesOf({ db, reader }, issue) : [];
}

/** Each with a way to it, and where it is the same company's with one press to merge. */
export function Likes({ frame, dossier: { issue }, likes }: LikesProps) {
  if (likes.length === 0) return null;
  return (
    <div class="advice likes">
      <h3>{LIKES_HEAD}</h3>
      {likes.map(({ issue: { id }, line, isSame }) => (
        <form key={id} method="post" action={`/issues/${issue.id}`}>
          <FormKey frame={frame} />
          <input type="hidden" name="version" value={issue.version} />
          <input type="hidden" name="action" value="merge" />
          <input type="hidden" name="into" value={id} />
          <a href={`/issues/${id}`}>{line}</a>
          {isSame ? (
            <button type="submit" class="second">
              {mergeButton(id)}
            </button>
          ) : null}
        </form>
      ))}
    </div>
  );
}
