import { describe, expect, it } from "vitest";
import type { Block, Card } from "../../../../src/messages/card.ts";
import { renderCard } from "../../../../src/platforms/dingtalk/render.ts";

const mentioning = { botName: "茶叙", canMention: true };
const silent = { botName: "茶叙", canMention: false };

function card(...blocks: Block[]): Card {
  return { blocks };
}

function bytesInJson(text: string): number {
  return Buffer.byteLength(JSON.stringify(text));
}

describe("a card in DingTalk", () => {
  it("is one markdown message with the first title as its title", () => {
    const parts = renderCard(
      card(
        { kind: "title", text: "#12 三车间停电" },
        { kind: "said", by: "周长友", text: "昨晚两次\n影响交货" },
        {
          kind: "fields",
          fields: [
            { label: "责任单位", value: "供电公司" },
            { label: "期限", value: "11月30日" },
          ],
        },
        { kind: "list", items: ["甲", "乙"] },
        { kind: "text", text: "第一行\n第二行" },
        { kind: "divider" },
        { kind: "hint", text: "回复 签收 12" },
      ),
      silent,
    );
    expect(parts).toEqual([
      {
        title: "#12 三车间停电",
        mentions: [],
        text: [
          "### #12 三车间停电",
          "> 周长友：  \n> 昨晚两次  \n> 影响交货",
          "**责任单位**：供电公司  \n  **期限**：11月30日",
          "- 甲  \n- 乙",
          "第一行  \n  第二行",
          "──────────",
          "*回复 签收 12*",
        ].join("\n\n"),
      },
    ]);
  });

  it("alerts by @ and the user id where the road can, and names the person where it cannot", () => {
    const blocks = card(
      { kind: "text", text: "请签收" },
      { kind: "mention", people: [{ userId: "0254571", name: "王建国" }] },
    );
    expect(renderCard(blocks, mentioning)).toMatchObject([{ text: "请签收\n\n@0254571", mentions: ["0254571"] }]);
    expect(renderCard(blocks, silent)).toMatchObject([{ text: "请签收\n\n＠王建国", mentions: [] }]);
  });

  it.each(["union:abc", "outside:abc", "", "a b", "x](http://evil.example)"])(
    "never writes the id «%s» as a mention",
    (userId) => {
      const parts = renderCard(card({ kind: "mention", people: [{ userId, name: "客人" }] }), mentioning);
      expect(parts).toMatchObject([{ text: "＠客人", mentions: [] }]);
    },
  );

  it("alerts nobody by what a person wrote", () => {
    const parts = renderCard(
      card({ kind: "said", text: "@0254571 [x](dtmd://dingtalkclient/sendMessage?content=1) <b>" }),
      mentioning,
    );
    expect(parts[0]?.mentions).toEqual([]);
    expect(parts[0]?.text).not.toMatch(/@0254571|\]\(|<b>/);
  });

  it("has a plain title of one line and at most 64 characters", () => {
    const [part] = renderCard(card({ kind: "text", text: `\n${"停".repeat(100)}\n第二行` }), silent);
    expect(part?.title).toBe(`${"停".repeat(63)}…`);
    const [flags] = renderCard(card({ kind: "title", text: "🇨🇳".repeat(70) }), silent);
    expect(flags?.title).toBe(`${"🇨🇳".repeat(63)}…`);
    expect(renderCard(card({ kind: "text", text: "a" }, { kind: "title", text: "标题" }), silent)[0]?.title).toBe(
      "标题",
    );
  });

  it("without any words is no message", () => {
    expect(renderCard(card({ kind: "text", text: " " }), silent)).toEqual([]);
    expect(renderCard(card(), silent)).toEqual([]);
  });

  it.each([
    ["Chinese lines", `${"停电影响交货。".repeat(40)}\n`.repeat(100)],
    ["one Chinese line", "停电影响交货。".repeat(800)],
    ["quotation marks", `${'"'.repeat(200)}\n`.repeat(200)],
    ["short lines", "a\n".repeat(20_000)],
    ["Chinese short lines", "停\n".repeat(9_000)],
    ["emoji", `${"👍🏽".repeat(50)}\n`.repeat(100)],
    ["backslashes and tabs", `${"\\\t".repeat(50)}\n`.repeat(200)],
  ])("that is too long is split into numbered messages within the limit: %s", (_name, text) => {
    const parts = renderCard(card({ kind: "title", text: "长" }, { kind: "text", text }), silent);
    expect(parts.length).toBeGreaterThan(1);
    parts.forEach((part, index) => {
      expect(bytesInJson(part.text)).toBeLessThanOrEqual(14_000);
      expect(Buffer.byteLength(JSON.stringify({ title: part.title, text: part.text }))).toBeLessThanOrEqual(15_000);
      expect(part.text.startsWith(`(${index + 1}/${parts.length})`)).toBe(true);
      expect(part.title).toBe("长");
    });
  });

  it("that is split alerts only in the message that holds the mention", () => {
    const blocks = card(
      { kind: "text", text: "停".repeat(6000) },
      { kind: "mention", people: [{ userId: "limin", name: "李敏" }] },
    );
    const parts = renderCard(blocks, mentioning);
    expect(parts.map((part) => part.mentions)).toEqual([[], ["limin"]]);
  });
});
