import type { InboundQuote } from "../inbound.ts";
import { type Fields, fieldsOf, objectsOf, readJson, textOf } from "./fields.ts";

/** Organisations with message encryption deliver quoted texts like this, and nothing public decrypts them. */
const ENCRYPTED = /^[A-Za-z0-9+/=_-]+\|\|\d+\|\|\d+\|\|\d+$/;
/** The usual names of a card's text variables, the most telling first. */
const CARD_TEXTS = ["title", "markdown", "content", "text", "msgContent"];
const MAX_DEPTH = 12;
const MAX_TEXT = 10_000;

/**
 * The message that this one answers. All of it is undocumented, and the shape depends on what was quoted; a
 * message of the bot itself may come back as an `interactiveCard` without a text, so its key counts most.
 * `originalMsgId` tells nothing that could be looked up.
 */
export function readQuote(payload: Fields): InboundQuote | undefined {
  const key = textOf(payload["originalProcessQueryKey"]);
  const holders = [payload["text"], payload["content"]].map(objectIn);
  const holder = holders.find((one) => one["repliedMsg"] !== undefined || one["isReplyMsg"] === true);
  const older = objectIn(payload["quoteMessage"] ?? payload["quoteMsg"]);
  const replied = objectIn(holder?.["repliedMsg"]);
  const text = readable(quotedText(replied) || quotedText(older));
  if (holder === undefined && key === "" && Object.keys(older).length === 0) return undefined;
  return { ...(text === "" ? {} : { text }), ...(key === "" ? {} : { key }) };
}

function quotedText(quoted: Fields): string {
  const whole = quoted["content"];
  const content = objectIn(whole);
  if (Object.keys(content).length === 0) return textOf(whole) || textOf(objectIn(quoted["text"])["content"]);
  const plain = textOf(content["text"]) || textOf(content["content"]);
  if (plain !== "") return plain;
  const rich = objectsOf(content["richText"]);
  if (rich.length > 0) return rich.map(richPiece).join("");
  const forwarded = [textOf(content["title"]), textOf(content["summary"])].filter((one) => one !== "");
  if (forwarded.length > 0) return forwarded.join("\n");
  const tree = cardTexts(objectsOf(content["cardContent"]), 0);
  if (tree.length > 0) return tree.join("\n");
  const variables = objectIn(objectIn(content["cardData"])["cardParamMap"]);
  return CARD_TEXTS.map((name) => textOf(variables[name]))
    .filter((one) => one !== "")
    .join("\n");
}

function richPiece(item: Fields): string {
  const at = textOf(item["atName"]);
  if (at !== "") return `@${at.replace(/^@/, "")} `;
  return textOf(item["content"]) || textOf(item["text"]);
}

/** `value` of an image is an address. */
function cardTexts(elements: readonly Fields[], depth: number): readonly string[] {
  if (depth > MAX_DEPTH) return [];
  return elements.flatMap((element) => {
    const value = element["elementType"] === "IMAGE" ? "" : textOf(element["value"]).trim();
    return [...(value === "" ? [] : [value]), ...cardTexts(objectsOf(element["children"]), depth + 1)];
  });
}

function readable(text: string): string {
  const trimmed = text.trim();
  return ENCRYPTED.test(trimmed) ? "" : trimmed.slice(0, MAX_TEXT);
}

function objectIn(value: unknown): Fields {
  return (
    fieldsOf(value) ?? (typeof value === "string" && value.trimStart().startsWith("{") ? readJson(value) : null) ?? {}
  );
}
