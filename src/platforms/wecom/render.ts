import type { Card, Mention } from "../../messages/card.ts";
import { cleanText, escapeText } from "../../messages/escape.ts";
import { type MarkdownDialect, renderMarkdown } from "../../messages/render-markdown.ts";
import { splitByBytes } from "../../messages/split.ts";
import { ANSWER_FOLLOWS, REST_LEFT_OUT } from "../../messages/zh-cn/terms.ts";
import type { Part } from "../platform.ts";

/** Limits of page 91770 (webhook) and 101031 (reply), in bytes of UTF-8. */
const MAX_GROUP_BYTES = 4096;
const MAX_STREAM_BYTES = 20_480;
/** Of a message of the app (90236), which shows the same subset as the webhook; what is longer is cut off there. */
const MAX_APP_BYTES = 2048;

const REST_ELSEWHERE = `\n\n${REST_LEFT_OUT}`;

/** What the platform puts between the marks of a mention. `all` would alert the whole group. */
const SAFE_ID = /^(?!@?all$)[^\s<>@&"'`\\]{1,128}$/i;

/** The webhook's `markdown`: no lists, no rules; colours and mentions (91770). */
const groupDialect: MarkdownDialect = {
  heading: (line) => `### ${line}`,
  bold: (line) => `**${line}**`,
  quote: (line) => `> ${line}`,
  small: (line) => `<font color="comment">${line}</font>`,
  bullet: (line) => `• ${line}`,
  mention: (person) => (isSafe(person) ? `<@${person.userId}>` : named(person)),
  link: (line, url) => `[${line}](${url})`,
  divider: "──────────",
  lineBreak: "\n",
  blockBreak: "\n\n",
};

/** To one person: nobody is alerted by a mention in it. */
const appDialect: MarkdownDialect = { ...groupDialect, mention: named };

/** A reply's text is of the `markdown_v2` kind: lists and rules; neither colours nor mentions (101031). */
const streamDialect: MarkdownDialect = {
  ...groupDialect,
  small: (line) => line,
  bullet: (line) => `- ${line}`,
  mention: named,
  divider: "---",
};

export function renderForGroup(card: Card): Part[] {
  const text = renderMarkdown(card, groupDialect);
  if (text.trim() === "") return [];
  const people = card.blocks.flatMap((block) => (block.kind === "mention" ? block.people : [])).filter(isSafe);
  const ids = [...new Set(people.map((person) => person.userId))];
  return splitByBytes(text, MAX_GROUP_BYTES).map((part) => ({
    title: titleOf(card),
    text: part,
    mentions: ids.filter((id) => part.includes(`<@${id}>`)),
  }));
}

/** Over the long connection: a message or reply of the stream's kind, without a real mention (wecom-cli#103). */
export function renderForSocket(card: Card): Part[] {
  const text = renderMarkdown(card, streamDialect);
  if (text.trim() === "") return [];
  return splitByBytes(text, MAX_STREAM_BYTES).map((part) => ({ title: titleOf(card), text: part, mentions: [] }));
}

/** The same text in pieces that a webhook takes. */
export function webhookTexts(text: string): string[] {
  return splitByBytes(text, MAX_GROUP_BYTES);
}

/** A direct message of the app. */
export function renderForPerson(card: Card): Part[] {
  const text = renderMarkdown(card, appDialect);
  if (text.trim() === "") return [];
  return splitByBytes(text, MAX_APP_BYTES).map((part) => ({ title: titleOf(card), text: part, mentions: [] }));
}

/** The text of a stream, cut at a line border when the platform would refuse it. `null`: it will follow. */
export function streamContent(card: Card | null): string {
  if (card === null) return ANSWER_FOLLOWS;
  const text = renderMarkdown(card, streamDialect);
  if (Buffer.byteLength(text) <= MAX_STREAM_BYTES) return text;
  const [first = ""] = splitByBytes(text, MAX_STREAM_BYTES - Buffer.byteLength(REST_ELSEWHERE));
  return first.replace(/^\(1\/\d+\)\s/, "") + REST_ELSEWHERE;
}

/** What is said about a press: one message, of the same kind of markdown as a stream (101138). */
export function renderForResponse(card: Card): readonly Part[] {
  const text = streamContent(card);
  return text.trim() === "" ? [] : [{ title: titleOf(card), text, mentions: [] }];
}

function titleOf(card: Card): string {
  const title = card.blocks.find((block) => block.kind === "title");
  return title?.kind === "title" ? cleanText(title.text).replaceAll("\n", " ") : "";
}

function isSafe(person: Mention): boolean {
  return SAFE_ID.test(person.userId);
}

function named(person: Mention): string {
  return `＠${escapeText(person.name).replaceAll("\n", " ")}`;
}
