import type { Issue } from "../domain/issue/issue.ts";
import { recordDisclosures } from "../store/events.ts";
import type { Conversation } from "./conversation.ts";

/** A page that is open is read again with every change: that is one look. In milliseconds. */
const ONE_LOOK_MS = 3_600_000;

/** Keeps that the coordinator was shown the companies behind the confidential ones of these issues. */
export async function noteDisclosed(
  { ctx, actor, reader, source }: Conversation,
  issues: readonly Pick<Issue, "id" | "confidential">[],
): Promise<void> {
  if (reader.audience.kind !== "coordinator") return;
  const ids = issues.filter((one) => one.confidential).map((one) => one.id);
  const { platform, messageId } = source;
  const look = { person: actor.name, platform, messageId, at: ctx.now };
  const since = platform === null ? new Date(ctx.now.getTime() - ONE_LOOK_MS) : null;
  await recordDisclosures(ctx.db, ids, look, since);
}
