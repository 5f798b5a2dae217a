import { DIGEST_TRAITS } from "../domain/park/org.ts";
import { checkReference, codesOf, type Draft, type Report } from "./draft.ts";

/** What is posted and held by the clock: digests and the fixed theme day. */

export function checkDigests({ digests = [], chats = [] }: Draft, report: Report): void {
  const seen = new Map<string, number>();
  for (const [index, one] of digests.entries()) {
    if (one === undefined) continue;
    const path = ["digests", index];
    if (one.chat === undefined) {
      if (one.kind !== undefined && !DIGEST_TRAITS[one.kind].mayLackChat) {
        report.error(path, `is a ${one.kind}, which needs \`chat:\` with the code of one`);
      }
      continue;
    }
    if (!checkReference(one.chat, { what: "chat", known: codesOf(chats) }, [...path, "chat"], report)) continue;
    const audience = chats.find((chat) => chat?.code === one.chat)?.audience;
    const wanted = one.kind === undefined ? audience : DIGEST_TRAITS[one.kind].chat;
    if (audience !== undefined && wanted !== audience) {
      report.error(
        [...path, "kind"],
        `${one.kind} is for a chat of the audience ${wanted}, and "${one.chat}" has the audience ${audience}`,
      );
    }
    const key = `${one.chat} ${one.kind} ${one.cron}`;
    const earlier = seen.get(key);
    if (earlier !== undefined) report.error(path, `is the same as digests[${earlier}]: keep one of the two`);
    else seen.set(key, index);
  }
}

/** The group of the fixed theme day is one of companies: there 诉求 belongs to it while it runs. */
export function checkThemeDay({ themeDay, chats = [] }: Draft, report: Report): void {
  if (themeDay?.chat === undefined) return;
  const path = ["themeDay", "chat"];
  if (!checkReference(themeDay.chat, { what: "chat", known: codesOf(chats) }, path, report)) return;
  const audience = chats.find((chat) => chat?.code === themeDay.chat)?.audience;
  if (audience !== undefined && audience !== "enterprise") {
    report.error(
      path,
      `must be a chat of the audience enterprise, and "${themeDay.chat}" has the audience ${audience}`,
    );
  }
}
