import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { explainedSteps, stepText } from "../../src/messages/actions.ts";
import type { Block, Card } from "../../src/messages/card.ts";
import { cleanText, escapeText, linkAddress, maskPhones } from "../../src/messages/escape.ts";
import { type MarkdownDialect, renderMarkdown } from "../../src/messages/render-markdown.ts";
import { renderText } from "../../src/messages/render-text.ts";
import { splitByBytes } from "../../src/messages/split.ts";
import { choicesText } from "../../src/messages/zh-cn/conversation.ts";

/** Any UTF-16, halves of characters included, mixed with what is active somewhere. */
const active = fc.constantFrom(
  ..."@ < > & [ ] ( ) ! * _ ~ ` | \\ # - + = . : / \n \r \t".split(" "),
  " ",
  "    ",
  "<@li>",
  "@all",
  "@所有人",
  "<font color='info'>",
  "](",
  "://",
  "//",
  "http",
  "www.",
  "dtmd:",
  "a.com",
  "1. ",
  "---",
  "```",
  "&#64;",
  "&lt;",
  "停电",
  "\u200B",
  "\u202E",
  "\u2028",
  "\uD83D",
  "\uDE00",
  "👨‍👩‍👧",
  "│ ",
  "**",
);
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.array(active, { maxLength: 25 }).map((pieces) => pieces.join("")),
);

const line = text.map((some) => some.replace(/[\n\v\f\r\u0085\u2028\u2029]/gu, " "));

/** As the program makes them. */
const LINK = "https://chaxu.example.gov.cn/files/trend.1795000000000.1797592000.0af93c";

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant("title" as const), text }),
  fc.record({ kind: fc.constant("text" as const), text }),
  fc.record({ kind: fc.constant("said" as const), by: fc.option(text, { nil: undefined }), text }),
  fc.record({
    kind: fc.constant("fields" as const),
    fields: fc.array(fc.record({ label: text, value: text }), { maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant("list" as const),
    items: fc.array(fc.oneof(text, fc.array(text, { minLength: 1, maxLength: 3 })), { maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant("hint" as const), text }),
  fc.record(
    {
      kind: fc.constant("actions" as const),
      // Steps stand beside each other on a line, so what is given with one has none of its own.
      steps: fc.array(fc.record({ command: fc.constantFrom("sign" as const, "dispatch" as const), given: line }), {
        maxLength: 3,
      }),
      explained: fc.constant(true as const),
    },
    { requiredKeys: ["kind", "steps"] },
  ),
  fc.record({ kind: fc.constant("link" as const), text, url: fc.constant(LINK) }),
  fc.record({ kind: fc.constant("choices" as const), words: fc.array(text, { maxLength: 3 }) }),
  fc.record({ kind: fc.constant("divider" as const) }),
);
const card: fc.Arbitrary<Card> = fc.record({ blocks: fc.array(block, { maxLength: 5 }) });

function textsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case "said":
      return [block.by ?? "", block.text];
    case "fields":
      return block.fields.flatMap(({ label, value }) => [label, value]);
    case "list":
      return block.items.flat();
    case "mention":
      return block.people.map(({ name }) => name);
    case "divider":
      return [];
    case "choices":
      return [choicesText(block.words)];
    case "actions":
      return block.explained ? explainedSteps(block.steps) : block.steps.map(stepText);
    default:
      return [block.text];
  }
}

/** Only plain text: no formatting, no blocks but paragraphs, by the strictest reader at hand. */
const reader = new MarkdownIt({ html: true, linkify: true });
function activeTokens(markdown: string): string[] {
  const inert = new Set(["paragraph_open", "paragraph_close", "inline", "text", "softbreak", "hardbreak"]);
  return reader
    .parse(markdown, {})
    .flatMap((token) => [token, ...(token.children ?? [])])
    .map((token) => token.type)
    .filter((type) => !inert.has(type));
}

const PLAIN: MarkdownDialect = {
  heading: (line) => `### ${line}`,
  bold: (line) => `**${line}**`,
  quote: (line) => `> ${line}`,
  small: (line) => line,
  bullet: (line) => `- ${line}`,
  mention: ({ userId }) => `<@${userId}>`,
  link: (line, url) => `[${line}](${url})`,
  divider: "---",
  lineBreak: "\n",
  blockBreak: "\n\n",
};

describe("escaped text", () => {
  it("holds no active sequence of any dialect", () => {
    fc.assert(
      fc.property(text, (some) => {
        const escaped = escapeText(some);
        expect(escaped).not.toMatch(/[@<>&[\]*~`|\\]|\/\/|www\.|dtmd:|https?:/i);
        expect(escaped).not.toMatch(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/);
        expect(escaped).not.toMatch(/^\s*(?:#+(?!\d)|##|[-+](?:\s|$)|\d+[.)](?:\s|$)|-{2,}\s*$|=+\s*$)/m);
      }),
      { numRuns: 2000 },
    );
  });

  it("is plain text to a markdown reader that takes HTML and finds links by itself", () => {
    fc.assert(
      fc.property(text, (some) => {
        expect(activeTokens(escapeText(some))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
    // The control: the reader does see what is active.
    expect(activeTokens("# a\n- b\n\n<b>c</b> www.example.com")).not.toEqual([]);
  });

  it("is the same when escaped again, clean, and at most three times as long", () => {
    fc.assert(
      fc.property(text, (some) => {
        const escaped = escapeText(some);
        expect(escapeText(escaped)).toBe(escaped);
        expect(cleanText(escaped)).toBe(escaped);
        expect(cleanText(cleanText(some))).toBe(cleanText(some));
        expect(escaped).not.toMatch(/[\uD800-\uDFFF]/u);
        expect(Buffer.byteLength(escaped)).toBeLessThanOrEqual(3 * Buffer.byteLength(some));
      }),
      { numRuns: 2000 },
    );
  });
});

describe("a telephone number", () => {
  const gap = fc.constantFrom("", " ", "-", " - ", "　");
  const rest = fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 8, maxLength: 8 });

  it("never stays in a text, however it is grouped", () => {
    fc.assert(
      fc.property(fc.constantFrom("", "+86", "86"), gap, gap, rest, (prefix, first, second, digits) => {
        const number = `139${first}${digits.slice(0, 4)}${second}${digits.slice(4)}`;
        expect(maskPhones(`请打${prefix}${number}。`)).toBe(`请打${prefix}139****${digits.slice(4)}。`);
      }),
    );
  });
});

describe("a rendered card", () => {
  it("holds every line of every text, as plain text", () => {
    fc.assert(
      fc.property(card, (some) => {
        const shown = renderText(some);
        for (const line of some.blocks.flatMap(textsOf).flatMap((piece) => escapeText(piece).split("\n"))) {
          expect(shown).toContain(line);
        }
      }),
    );
  });

  it("holds every line of every text, as markdown", () => {
    fc.assert(
      fc.property(card, (some) => {
        const shown = renderMarkdown(some, PLAIN);
        for (const line of some.blocks.flatMap(textsOf).flatMap((piece) => escapeText(piece).split("\n"))) {
          expect(shown).toContain(line.trim());
        }
      }),
    );
  });

  it("has no formatting but that of its blocks", () => {
    fc.assert(
      fc.property(text, text, (said, told) => {
        const blocks: Block[] = [
          { kind: "said", text: said },
          { kind: "text", text: told },
        ];
        const types = new Set(activeTokens(renderMarkdown({ blocks }, PLAIN)));
        expect([...types].sort()).toEqual(["blockquote_close", "blockquote_open"]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("a link of the program's", () => {
  it("is the only one, leads to its own address, and shows its whole text, whatever people wrote around it", () => {
    fc.assert(
      fc.property(card, text, (some, name) => {
        const blocks: Block[] = [
          ...some.blocks.filter((one) => one.kind !== "link"),
          { kind: "text", text: "甲" },
          { kind: "link", text: `看${name}`, url: LINK },
        ];
        const tokens = reader.parse(renderMarkdown({ blocks }, PLAIN), {}).flatMap((token) => token.children ?? []);
        const links = tokens.filter((token) => token.type === "link_open");
        expect(links.map((link) => link.attrGet("href"))).toEqual([LINK]);
        expect(tokens.filter((token) => token.type === "image")).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it("keeps to one word and one pair of parentheses, whatever its address", () => {
    fc.assert(
      fc.property(
        fc.webUrl({ withQueryParameters: true, withFragments: true }),
        fc.constantFrom("", ")", "](x", " b", "<@all>"),
        (url, tail) => {
          // Behind the host, where it belongs to the path, the query or the fragment.
          const address = linkAddress(`${url}/${tail}`);
          expect(address).not.toMatch(/[\s()[\]<>"'`\\@*_~|]/);
          expect(new URL(address).origin).toBe(new URL(url).origin);
        },
      ),
    );
    for (const url of ["javascript:alert(1)", "dtmd://dingtalkclient/sendMessage?content=x", "data:text/html,x", "x"]) {
      expect(() => linkAddress(url)).toThrow();
    }
  });
});

describe("the parts of a split text", () => {
  const long = fc.array(
    fc.oneof(
      text,
      fc.constant("\n"),
      text.map((some) => `> ${some}`),
    ),
    { maxLength: 40 },
  );

  it("are within the limit, numbered, and lose nothing but blank space at the borders", () => {
    fc.assert(
      fc.property(long, fc.integer({ min: 64, max: 400 }), (pieces, limit) => {
        const whole = pieces.map(escapeText).join("");
        const parts = splitByBytes(whole, limit);
        for (const part of parts) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(limit);
        if (parts.length === 1) return;
        const bodies = parts.map((part, index) => {
          const number = `(${index + 1}/${parts.length})`;
          expect(part.startsWith(number)).toBe(true);
          return part.slice(number.length).replace(/^\n(?:│ …)?| /, "");
        });
        expect(bodies.join("").replace(/\s/g, "")).toBe(whole.replace(/\s/g, ""));
      }),
      { numRuns: 500 },
    );
  });

  it("are within the limit for any Unicode and any marks", () => {
    fc.assert(
      fc.property(long, fc.integer({ min: 64, max: 400 }), (pieces, limit) => {
        for (const part of splitByBytes(pieces.join(""), limit)) {
          expect(Buffer.byteLength(part)).toBeLessThanOrEqual(limit);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("keep coloured text and mentions whole", () => {
    const piece = fc.oneof(
      fc.constantFrom("<@wangjianguo>", '<font color="warning">逾期</font>', "[详情](http://a.cn/1)", "\n> ", "\n"),
      text.map(escapeText),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.integer({ min: 64, max: 200 }), (pieces, limit) => {
        const count = (list: readonly string[], what: RegExp) => list.flatMap((one) => one.match(what) ?? []).length;
        const whole = pieces.join("");
        const parts = splitByBytes(whole, limit);
        for (const what of [
          /<@wangjianguo>/g,
          /<font color="warning">逾期<\/font>/g,
          /\[详情\]\(http:\/\/a\.cn\/1\)/g,
        ]) {
          expect(count(parts, what)).toBe(count([whole], what));
        }
      }),
      { numRuns: 500 },
    );
  });
});
