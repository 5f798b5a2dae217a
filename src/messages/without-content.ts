import type { Issue } from "../domain/issue/issue.ts";
import { type Card, say } from "./card.ts";
import type { Reader } from "./reader.ts";
import { NEWS_IN_PRIVATE } from "./zh-cn/places.ts";

/** In a group of companies where an issue may not be spoken of: that there is something, for who is alerted. Null elsewhere. */
export function withoutContent(issue: Issue, reader: Reader): Card | null {
  return reader.audience.kind === "enterprise" && !reader.may(issue, []) ? say(NEWS_IN_PRIVATE) : null;
}
