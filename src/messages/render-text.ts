import { actionsText, explainedSteps } from "./actions.ts";
import { type Block, type Card, type Entry, INDENT } from "./card.ts";
import { escapeText, linkAddress } from "./escape.ts";
import { withoutLooseLines } from "./people-lines.ts";
import { choicesText } from "./zh-cn/conversation.ts";

/** Marks each line of what a person wrote, so that it cannot pass for a line of the bot's. */
const TEXT_QUOTE = "│ ";
const DIVIDER = "──────────";

/** The lossless floor: every piece of text of the card, escaped, as plain lines. Mentions alert nobody here. */
export function renderText(card: Card): string {
  return withoutLooseLines(card.blocks).map(renderBlock).join("\n");
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case "title":
    case "text":
    case "hint":
      return escapeText(block.text);
    case "choices":
      return escapeText(choicesText(block.words));
    case "actions":
      return block.explained ? bullets(explainedSteps(block.steps)) : escapeText(actionsText(block.steps));
    case "said": {
      const by = block.by === undefined ? "" : `${escapeText(block.by)}：\n`;
      return by + escapeText(block.text).replace(/^/gm, TEXT_QUOTE);
    }
    case "fields":
      return block.fields
        .map(({ label, value }) => `${escapeText(label)}：${escapeText(value).replaceAll("\n", " ")}`)
        .join("\n");
    case "list":
      return bullets(block.items);
    case "mention":
      return block.people.map(({ name }) => `＠${escapeText(name)}`).join(" ");
    case "link":
      return `${escapeText(block.text)}：${linkAddress(block.url)}`;
    case "divider":
      return DIVIDER;
  }
}

function bullets(items: readonly Entry[]): string {
  return items
    .flatMap((item) => {
      const lines = (typeof item === "string" ? [item] : item).map((line) => escapeText(line).replaceAll("\n", " "));
      return lines.map((line, index) => `${index === 0 ? "• " : INDENT}${line}`);
    })
    .join("\n");
}
