import type { Issue } from "../../domain/issue/issue.ts";
import type { Target } from "../../domain/notice/notice.ts";
import type { PlatformName } from "../../domain/park/org.ts";
import type { Context } from "../../issues/context.ts";
import { replyPlace, tell } from "../../issues/tell.ts";
import { say } from "../../messages/card.ts";
import { isLost, type Lost, lostText } from "../../messages/zh-cn/files.ts";
import { noticeKind } from "../../outbox/notice-kind.ts";
import { markTold, type StoredFile, takeUntold } from "../../store/files.ts";
import { readIssue } from "../../store/issues.ts";

/** Who sent what could not be kept, is told so and what to do. */

interface LostBody {
  readonly kind: "files-lost";
  readonly lost: readonly { readonly kind: "picture" | "file"; readonly name: string | null; readonly reason: Lost }[];
  readonly issue: number | null;
}

export const lostNotice = noticeKind<LostBody, LostBody>("files-lost", {
  lookAgain: async (body) => body,
  card: ({ lost, issue }) => say(lostText(lost, issue)),
});

/** So many are told at once. */
const AT_ONCE = 50;

/** Tells of all that nobody was told of, once for each message. In a transaction. */
export async function tellOfLost(ctx: Context): Promise<number> {
  const untold = await takeUntold(ctx.db, AT_ONCE);
  for (const files of grouped(untold).values()) {
    const [first] = files;
    // What came with its bytes is not lost on the way.
    if (first === undefined || first.place === null || first.platform === "form") continue;
    const issue = first.issueId === null ? null : await readIssue(ctx.db, first.issueId);
    const lost = files.flatMap(({ kind, name, lost }) => (isLost(lost) ? [{ kind, name, reason: lost }] : []));
    const notice = lostNotice.of({ lost, issue: issue?.id ?? null });
    await tell(ctx, [replyPlace(placeOf({ ...first, place: first.place, platform: first.platform }, issue))], {
      notice,
      issueId: issue?.id ?? null,
      express: true,
    });
  }
  if (untold.length > 0) {
    const ids = untold.map(({ id }) => id);
    await markTold(ctx.db, ids, ctx.now);
  }
  return untold.length;
}

function keyOf({ platform, messageId }: StoredFile): string {
  return `${platform} ${messageId}`;
}

function grouped(files: readonly StoredFile[]): ReadonlyMap<string, readonly StoredFile[]> {
  const found = new Map<string, StoredFile[]>();
  for (const one of files) found.set(keyOf(one), [...(found.get(keyOf(one)) ?? []), one]);
  return found;
}

interface Heard {
  readonly place: Target;
  readonly platform: PlatformName;
}

/** In a group nothing is said of what was confided, not even its number. */
function placeOf(
  { place, platform, userId, userName }: Pick<StoredFile, "userId" | "userName"> & Heard,
  issue: Issue | null,
): Target {
  const isAlone = place.kind === "person" || (place.kind === "reply" && place.chatId === null);
  if (isAlone || issue?.confidential !== true) return place;
  return { kind: "person", platform, userId, name: userName };
}
