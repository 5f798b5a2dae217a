import type { Part } from "../platform.ts";
import type { Fields } from "./fields.ts";
import { hasStaffId } from "./identity.ts";
import { mentionPattern } from "./render.ts";

/** What a webhook takes, a custom robot's and a reply address alike (custom-robots-send-group-messages). */
export function webhookBody(part: Part): Fields {
  const atUserIds = part.mentions.filter(hasStaffId);
  return {
    msgtype: "markdown",
    markdown: { title: part.title, text: part.text },
    ...(atUserIds.length === 0 ? {} : { at: { atUserIds, isAtAll: false } }),
  };
}

/** The group and person APIs have no mentions: `@id` would stand there as it is. */
export function withoutMentions(part: Part): Part {
  const text = part.mentions.reduce((rest, id) => rest.replaceAll(mentionPattern(id), ""), part.text);
  return { title: part.title, text: text.trim(), mentions: [] };
}
