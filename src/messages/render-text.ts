import type { Block, Card } from "./card.ts";
import { escapeText, linkAddress } from "./escape.ts";

/** Marks each line of what a person wrote, so that it cannot pass for a line of the bot's. */
const TEXT_QUOTE = "│ ";
const DIVIDER = "──────────";

/** The lossless floor: every piece of text of the card, escaped, as plain lines. Mentions alert nobody here. */
export function renderText(card: Card): string {
  return card.blocks.map(renderBlock).join("\n");
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case "title":
    case "text":
    case "hint":
      return escapeText(block.text);
    case "said": {
      const by = block.by === undefined ? "" : `${escapeText(block.by)}：\n`;
      return by + prefixed(TEXT_QUOTE, TEXT_QUOTE, escapeText(block.text));
    }
    case "fields":
      return block.fields
        .map(({ label, value }) => prefixed(`${escapeText(label)}：`, "　", escapeText(value)))
        .join("\n");
    case "list":
      return block.items.map((item) => prefixed("• ", "　", escapeText(item))).join("\n");
    case "mention":
      return block.people.map(({ name }) => `＠${escapeText(name)}`).join(" ");
    case "link":
      return `${escapeText(block.text)}：${linkAddress(block.url)}`;
    case "divider":
      return DIVIDER;
  }
}

function prefixed(first: string, next: string, text: string): string {
  return first + text.split("\n").join(`\n${next}`);
}
