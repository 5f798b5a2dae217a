import { actionsText, BETWEEN_STEPS, explainedSteps, type NextStep, stepText } from "./actions.ts";
import { type Block, type Card, type Entry, INDENT, type Mention } from "./card.ts";
import { escapeText, linkAddress } from "./escape.ts";
import { withoutLooseLines } from "./people-lines.ts";
import { choicesText } from "./zh-cn/conversation.ts";

/**
 * How one platform writes formatting. Each function gets one escaped line without a line break, never blank, and
 * gives one line back.
 */
export interface MarkdownDialect {
  readonly heading: (line: string) => string;
  readonly bold: (line: string) => string;
  /** A line of a quotation, blank ones included. */
  readonly quote: (line: string) => string;
  readonly small: (line: string) => string;
  readonly bullet: (line: string) => string;
  /** Alerts a person. The dialect writes the user id as the platform wants it, and must see that it is safe. */
  readonly mention: (person: Mention) => string;
  /** The address is safe to stand between parentheses. */
  readonly link: (line: string, url: string) => string;
  /** The picture at an address, where the platform shows such. */
  readonly picture?: (line: string, url: string) => string;
  /** What says these words, exactly, as the reader's own message when it is tapped; where the platform has such. */
  readonly say?: (line: string, words: string) => string;
  /** A line of its own. */
  readonly divider: string;
  /** Between two lines of one block. */
  readonly lineBreak: string;
  /**
   * Between blocks. Where the platform follows CommonMark it must hold a blank line: else a paragraph
   * after a quotation belongs to it, and a divider makes the line above a heading.
   */
  readonly blockBreak: string;
}

/** The card in a platform's markdown. Every text is escaped; only the dialect's own functions format. */
export function renderMarkdown(card: Card, dialect: MarkdownDialect): string {
  return withoutLooseLines(card.blocks)
    .map((block) => renderBlock(block, dialect).join(dialect.lineBreak))
    .join(dialect.blockBreak);
}

function renderBlock(block: Block, dialect: MarkdownDialect): string[] {
  switch (block.kind) {
    case "title":
      return linesOf(block.text).map(unlessBlank(dialect.heading));
    case "text":
      return linesOf(block.text);
    case "said": {
      const by = block.by === undefined ? [] : [`${onOneLine(block.by)}：`];
      return [...by, ...linesOf(block.text)].map((line) => dialect.quote(line));
    }
    case "fields":
      return block.fields.map(({ label, value }) => {
        const bold = unlessBlank(dialect.bold)(onOneLine(label));
        return `${bold}：${onOneLine(value)}`;
      });
    case "list":
      return bullets(block.items, dialect);
    case "mention":
      return [block.people.map((person) => dialect.mention(person)).join(" ")];
    case "hint":
      return linesOf(block.text).map(unlessBlank(dialect.small));
    case "choices":
      return linesOf(choicesText(block.words))
        .map((line) => withTaps(line, block.words, dialect))
        .map(unlessBlank(dialect.small));
    case "actions":
      return block.explained
        ? bullets(explainedSteps(block.steps), dialect)
        : [actionsLine(block.steps, dialect)].map(unlessBlank(dialect.small));
    case "link": {
      const show = block.picture === true && dialect.picture !== undefined ? dialect.picture : dialect.link;
      return [show(onOneLine(block.text), linkAddress(block.url))];
    }
    case "divider":
      return [dialect.divider];
  }
}

/** Steps that need nothing filled in can be tapped. */
function actionsLine(steps: readonly NextStep[], { say }: MarkdownDialect): string {
  if (say === undefined) return onOneLine(actionsText(steps));
  const tappable = (step: NextStep) => step.blank === undefined && step.id !== "any";
  return steps
    .map((step) => {
      const { label: _label, ...bare } = step;
      const [whole, words] = [onOneLine(stepText(step)), stepText(bare)];
      const line = onOneLine(words);
      return tappable(step) && whole.endsWith(line) ? `${whole.slice(0, -line.length)}${say(line, words)}` : whole;
    })
    .join(BETWEEN_STEPS);
}

function withTaps(line: string, words: readonly string[], { say }: MarkdownDialect): string {
  if (say === undefined) return line;
  return words.reduce((rest, word) => {
    const quoted = `「${onOneLine(word)}」`;
    return rest.replace(quoted, () => `「${say(onOneLine(word), word)}」`);
  }, line);
}

function bullets(items: readonly Entry[], dialect: MarkdownDialect): string[] {
  return items.flatMap((item) => {
    const [first = "", ...below] = typeof item === "string" ? [item] : item;
    return [unlessBlank(dialect.bullet)(onOneLine(first)), ...below.map((line) => `${INDENT}${onOneLine(line)}`)];
  });
}

/** What must not begin a line of its own. */
function onOneLine(text: string): string {
  return escapeText(text).replaceAll("\n", " ");
}

function linesOf(text: string): string[] {
  return escapeText(text).split("\n");
}

/** Markers around nothing would themselves be shown, or make a rule (`****`); beside a space they stay inert. */
function unlessBlank(format: (line: string) => string): (line: string) => string {
  return (line) => (line.trim() === "" ? "" : format(line.trim()));
}
