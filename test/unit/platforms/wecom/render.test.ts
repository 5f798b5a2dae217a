import { describe, expect, it } from "vitest";
import { type Card, say } from "../../../../src/messages/card.ts";
import { renderForGroup, streamContent } from "../../../../src/platforms/wecom/render.ts";

const card: Card = {
  blocks: [
    { kind: "title", text: "#12 三车间停电" },
    { kind: "fields", fields: [{ label: "状态", value: "待签收" }] },
    { kind: "said", by: "湖南中塑", text: "昨晚停电\n两次 <@all> **急**" },
    { kind: "list", items: ["一", "二"] },
    { kind: "divider" },
    { kind: "mention", people: [{ userId: "wangjianguo", name: "王建国" }] },
    { kind: "hint", text: "回复：签收 12" },
  ],
};
const mentioning = (...ids: string[]): Card => ({
  blocks: [{ kind: "mention", people: ids.map((userId) => ({ userId, name: "某人" })) }],
});

describe("a card for a group's webhook", () => {
  it("uses what the webhook's markdown knows, and alerts by user id", () => {
    expect(renderForGroup(card)).toEqual([
      {
        title: "#12 三车间停电",
        text: [
          "### #12 三车间停电",
          "**状态**：待签收",
          "> 湖南中塑：\n> 昨晚停电\n> 两次 ＜＠all＞ ＊＊急＊＊",
          "• 一\n• 二",
          "──────────",
          "<@wangjianguo>",
          '<font color="comment">回复：签收 12</font>',
        ].join("\n\n"),
        mentions: ["wangjianguo"],
      },
    ]);
  });

  it("names a person whose id could alert others or break out of the mention", () => {
    for (const id of ["all", "@all", "ALL", "a><@b", "a b", ""]) {
      expect(renderForGroup(mentioning(id))).toMatchObject([{ text: "＠某人", mentions: [] }]);
    }
    expect(renderForGroup(mentioning("woAbCd_-.1"))).toMatchObject([
      { text: "<@woAbCd_-.1>", mentions: ["woAbCd_-.1"] },
    ]);
  });

  it("is split within 4096 bytes, numbered, each part knowing whom it alerts", () => {
    const long: Card = { blocks: [{ kind: "text", text: "第一行很长很长\n".repeat(400) }, ...card.blocks] };
    const parts = renderForGroup(long);
    expect(parts.length).toBeGreaterThan(1);
    parts.forEach((part, index) => {
      expect(Buffer.byteLength(part.text)).toBeLessThanOrEqual(4096);
      expect(part.text).toMatch(new RegExp(`^\\(${index + 1}/${parts.length}\\)`));
    });
    expect(parts.map((part) => part.mentions.length)).toEqual([...parts.slice(1).map(() => 0), 1]);
  });

  it("is no message when there is nothing to say", () => {
    expect(renderForGroup({ blocks: [] })).toEqual([]);
    expect(renderForGroup(say(" \n"))).toEqual([]);
  });
});

describe("a card as a reply", () => {
  it("uses what markdown_v2 knows, without colours and mentions", () => {
    const text = streamContent(card);
    expect(text).toContain("- 一\n- 二");
    expect(text).toContain("\n\n---\n\n");
    expect(text).toContain("＠王建国");
    expect(text).not.toMatch(/<|font/);
  });

  it("says that the text will follow", () => {
    expect(streamContent(null)).toBe("正在办理…");
  });

  it("is cut at a line border within 20480 bytes and says where the rest is", () => {
    const line = "三车间昨晚停电两次，影响交货";
    const text = streamContent(say(Array.from({ length: 1000 }, () => line).join("\n")));
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(20_480);
    expect(Buffer.byteLength(text)).toBeGreaterThan(20_000);
    const [body, note] = text.split("\n\n");
    expect(new Set(body?.split("\n"))).toEqual(new Set([line]));
    expect(note).toContain("后面的没有显示");
  });
});
