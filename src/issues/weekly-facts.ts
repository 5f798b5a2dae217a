import type { DigestFacts } from "../domain/notice.ts";
import type { Db } from "../store/client.ts";
import { countsOf, digestLists } from "../store/figures.ts";

const WEEK_MS = 7 * 24 * 3_600_000;
const LIST_LIMIT = 30;

/**
 * What a weekly digest says at a moment: the seven days before it, and the counts of the whole park since the start.
 * `chat`: the enterprise group whose issues are listed; null lists all, for the audience to be filtered later.
 */
export async function weeklyFacts(db: Db, chat: string | null, to: Date, late: boolean): Promise<DigestFacts> {
  const week = { from: new Date(to.getTime() - WEEK_MS), to };
  const lists = await digestLists(db, chat, week, LIST_LIMIT);
  return {
    kind: "enterprise-weekly",
    from: week.from.toISOString(),
    to: to.toISOString(),
    late,
    total: await countsOf(db, { from: null, to }),
    week: await countsOf(db, week),
    ...lists,
  };
}
