import { describe, expect, it } from "vitest";
import type { Card } from "../../../src/messages/card.ts";
import { type MarkdownDialect, renderMarkdown } from "../../../src/messages/render-markdown.ts";
import { renderText } from "../../../src/messages/render-text.ts";

const card: Card = {
  blocks: [
    { kind: "title", text: "#12 三车间停电" },
    {
      kind: "mention",
      people: [
        { userId: "wangjianguo", name: "王建国" },
        { userId: "limin", name: "李敏" },
      ],
    },
    { kind: "said", by: "周长友", text: "昨晚停电两次\n@all 影响交货" },
    {
      kind: "fields",
      fields: [
        { label: "责任单位", value: "供电公司" },
        { label: "期限", value: "12月1日 周二\n17:30" },
      ],
    },
    { kind: "text", text: "第一行\n# 第二行" },
    { kind: "list", items: ["一", "二\n续", ["三", "下\n# 面"]] },
    { kind: "divider" },
    { kind: "hint", text: "回复“签收 12”" },
  ],
};

const COMMON_MARK: MarkdownDialect = {
  heading: (line) => `### ${line}`,
  bold: (line) => `**${line}**`,
  quote: (line) => `> ${line}`,
  small: (line) => `<small>${line}</small>`,
  bullet: (line) => `- ${line}`,
  mention: ({ userId }) => `<@${userId}>`,
  link: (line, url) => `[${line}](${url})`,
  divider: "---",
  lineBreak: "  \n",
  blockBreak: "\n\n",
};

describe("a card as plain text", () => {
  it("shows every block, each line of a quotation marked, and alerts nobody", () => {
    expect(renderText(card).split("\n")).toEqual([
      "#12 三车间停电",
      "＠王建国 ＠李敏",
      "周长友：",
      "│ 昨晚停电两次",
      "│ ＠all 影响交货",
      "责任单位：供电公司",
      "期限：",
      "│ 12月1日 周二",
      "│ 17:30",
      "第一行",
      "＃ 第二行",
      "• 一",
      "• 二 续",
      "• 三",
      "　下 ＃ 面",
      "──────────",
      "回复“签收 12”",
    ]);
  });
});

describe("a card as markdown", () => {
  it("is formatted by the dialect and by nothing else", () => {
    expect(renderMarkdown(card, COMMON_MARK)).toBe(
      [
        "### #12 三车间停电",
        "<@wangjianguo> <@limin>",
        "> 周长友：  \n> 昨晚停电两次  \n> ＠all 影响交货",
        "**责任单位**：供电公司",
        "> 期限：  \n> 12月1日 周二  \n> 17:30",
        "第一行  \n＃ 第二行",
        "- 一  \n- 二 续  \n- 三  \n　下 ＃ 面",
        "---",
        "<small>回复“签收 12”</small>",
      ].join("\n\n"),
    );
  });

  it("has a link with the program's address, as a picture where the platform shows such", () => {
    const url = "https://chaxu.example.gov.cn/files/a.b";
    const linked: Card = {
      blocks: [
        { kind: "link", text: "看[图]\n(1)", url: `${url}?a=(b) c` },
        { kind: "link", text: "趋势", url, picture: true },
      ],
    };
    const plain = `[看［图］ (1)](${url}?a=%28b%29%20c)`;
    expect(renderMarkdown(linked, COMMON_MARK)).toBe(`${plain}\n\n[趋势](${url})`);
    const withPictures = { ...COMMON_MARK, picture: (line: string, at: string) => `![${line}](${at})` };
    expect(renderMarkdown(linked, withPictures)).toBe(`${plain}\n\n![趋势](${url})`);
    expect(renderText({ blocks: linked.blocks.slice(1) })).toBe(`趋势：${url}`);
  });

  it("puts no marks around nothing", () => {
    const blank: Card = {
      blocks: [
        { kind: "title", text: " " },
        { kind: "fields", fields: [{ label: "", value: "" }] },
        { kind: "hint", text: "\u200B" },
      ],
    };
    expect(renderMarkdown(blank, COMMON_MARK)).toBe("\n\n：\n\n");
  });
});
