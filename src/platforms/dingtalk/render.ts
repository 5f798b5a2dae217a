import { shortened } from "../../domain/graphemes.ts";
import type { Card, Mention } from "../../messages/card.ts";
import { cleanText, escapeText } from "../../messages/escape.ts";
import { type MarkdownDialect, renderMarkdown } from "../../messages/render-markdown.ts";
import { renderText } from "../../messages/render-text.ts";
import { splitByBytes } from "../../messages/split.ts";
import type { Part } from "../platform.ts";
import { hasStaffId } from "./identity.ts";

export interface RenderContext {
  /** The title of a card that has no words for one. */
  readonly botName: string;
  /** Whether the way alerts people. Where it does not, `@` and an id would be shown as they are. */
  readonly canMention: boolean;
  /** Whether what is said next is shown as links that say it when they are tapped. Documented for chats of one person alone. */
  readonly taps?: boolean;
}

/** Of the text as it stands inside JSON. `msgParam` may have 15000 with the title, a webhook body 20000. */
const MAX_BYTES = 14_000;
const MAX_TITLE = 64;
/** The characters of user ids. An id of others could change the text around it. */
const PLAIN_ID = /^[A-Za-z0-9_.@-]{1,64}$/;

/**
 * The messages of a card, as DingTalk's markdown: headings, bold, italics, quotations and lists are documented;
 * tables, code and rules are not. Source: open.dingtalk.com/document/development/robot-message-type.
 */
export function renderCard(card: Card, context: RenderContext): readonly Part[] {
  const alerted = new Set<string>();
  const text = renderMarkdown(card, dialectOf(context, alerted));
  if (text.trim() === "") return [];
  const title = titleOf(card) || context.botName;
  return splitToFit(text).map((part) => ({
    title,
    text: part,
    mentions: [...alerted].filter((id) => mentionPattern(id).test(part)),
  }));
}

/** `@` and an id, but not the beginning of a longer one. */
export function mentionPattern(userId: string): RegExp {
  return new RegExp(`@${userId.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\w-])`, "g");
}

function dialectOf({ canMention, taps }: RenderContext, alerted: Set<string>): MarkdownDialect {
  return {
    heading: (line) => `### ${line}`,
    bold: (line) => `**${line}**`,
    quote: (line) => `> ${line}`.trimEnd(),
    small: (line) => `*${line}*`,
    bullet: (line) => `- ${line}`,
    mention: (person: Mention) => {
      if (!canMention || !hasStaffId(person.userId) || !PLAIN_ID.test(person.userId)) {
        return `＠${escapeText(person.name).replaceAll("\n", " ")}`;
      }
      alerted.add(person.userId);
      return `@${person.userId}`;
    },
    link: (line, url) => `[${line}](${url})`,
    ...(taps === true && { say: (line: string, words: string) => `[${line}](${SAYS}${percentOf(words)})` }),
    picture: (line, url) => `![${line}](${url})`,
    divider: "──────────",
    lineBreak: "  \n",
    blockBreak: "\n\n",
  };
}

/** A link that posts its content as the person's own message (lightweight-interactive-card-messages; used in plain markdown by others). */
const SAYS = "dtmd://dingtalkclient/sendMessage?content=";

/** Nothing that could end the link stays as it is. */
function percentOf(words: string): string {
  return encodeURIComponent(words).replace(/[!'()*~_.-]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** JSON writes quotation marks and line breaks with two bytes, so at half the limit everything fits. */
function splitToFit(text: string): string[] {
  for (const limit of [MAX_BYTES, (MAX_BYTES * 3) / 4]) {
    const parts = splitByBytes(text, limit).map(withLineBreaks);
    if (parts.every((part) => Buffer.byteLength(JSON.stringify(part)) <= MAX_BYTES)) return parts;
  }
  return splitByBytes(text, MAX_BYTES / 2 - 200).map(withLineBreaks);
}

/** A line break inside a paragraph wants two spaces on both sides. Before a list item they would nest it. */
function withLineBreaks(text: string): string {
  return text.replace(/^(\(\d+\/\d+\))\n/, "$1\n\n").replaceAll(/ {2}\n(?=[^\s>-])/g, "  \n  ");
}

/** What the chat list and the notification show: plain text of one line. */
function titleOf(card: Card): string {
  const title = card.blocks.find((block) => block.kind === "title");
  const source = title?.text ?? renderText(card);
  const line = cleanText(source)
    .split("\n")
    .map((one) => one.trim())
    .find((one) => one !== "");
  return shortened(line ?? "", MAX_TITLE);
}
