import { array, assert, constantFrom, integer, property, record, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Block, Card } from "../../../../src/messages/card.ts";
import {
  APP_CARD,
  BOT_CARD,
  buttonsBeside,
  type CardLimits,
  templateCardOf,
  updatedCard,
  withTemplateCard,
} from "../../../../src/platforms/wecom/template-card.ts";

/** A button_interaction as 101032 and 90236 allow it; nothing else may stand in it. */
const schemaOf = ({ title, subTitle, value }: CardLimits) =>
  z
    .strictObject({
      card_type: z.literal("button_interaction"),
      main_title: z.strictObject({ title: z.string().min(1).max(title) }).exactOptional(),
      sub_title_text: z.string().min(1).max(subTitle).exactOptional(),
      horizontal_content_list: z
        .array(z.strictObject({ keyname: z.string().max(5), value: z.string().max(value) }))
        .min(1)
        .max(6)
        .exactOptional(),
      button_list: z
        .array(
          z.strictObject({
            text: z.string().min(1).max(10),
            style: z.number().int().min(1).max(4),
            key: z
              .string()
              .min(1)
              .refine((key) => Buffer.byteLength(key) <= 1024),
          }),
        )
        .min(1)
        .max(6)
        .refine((all) => new Set(all.map(({ key }) => key)).size === all.length),
      task_id: z.string().regex(/^[\w@-]{1,128}$/),
    })
    .refine((card) => card.main_title !== undefined || card.sub_title_text !== undefined);

const text = string({ unit: "grapheme", maxLength: 160 });
const ids = integer({ min: 1, max: 99_999 });
const block = record({
  kind: constantFrom("title", "text", "said", "fields", "list", "mention", "hint", "link", "divider"),
  text,
  more: text,
}).map(({ kind, text, more }): Block => {
  switch (kind) {
    case "fields":
      return { kind, fields: [{ label: text.slice(0, 8), value: more }] };
    case "list":
      return { kind, items: [text, [more, text]] };
    case "mention":
      return { kind, people: [{ userId: "wang", name: text }] };
    case "link":
      return { kind, text, url: "https://example.cn/" };
    case "divider":
      return { kind };
    case "said":
      return { kind, by: more, text };
    default:
      return { kind: kind === "title" ? "title" : kind === "text" ? "text" : "hint", text };
  }
});
const cards = record({
  blocks: array(block, { maxLength: 5 }),
  numbers: array(ids, { minLength: 1, maxLength: 8 }),
}).map(
  ({ blocks, numbers }): Card => ({
    blocks: [
      ...blocks,
      {
        kind: "actions",
        steps: numbers.flatMap((id) => [
          { command: "sign" as const, id },
          { command: "status" as const, id },
        ]),
        versions: Object.fromEntries(numbers.map((id) => [id, 1])),
      },
    ],
  }),
);

const SIGN: Block = { kind: "actions", steps: [{ command: "sign", id: 12 }], versions: { 12: 3 } };
const titled = (title: string, ...blocks: readonly Block[]): Card => ({
  blocks: [{ kind: "title", text: title }, ...blocks, SIGN],
});

describe("a template card", () => {
  it.each([
    ["the bot's", BOT_CARD],
    ["the app's", APP_CARD],
  ])("keeps %s limits, whatever stands on it", (_whose, limits) => {
    const schema = schemaOf(limits);
    assert(
      property(cards, (card) => {
        const made = templateCardOf(card, limits);
        if (made === null) throw new Error("there are steps");
        expect(schema.safeParse(made.body).error).toBeUndefined();
        expect(schema.safeParse(updatedCard("chaxu-1", card, limits).body).error).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });

  it("shows all of a short card, and goes in the place of its words", () => {
    const card = titled(
      "新诉求 #12 三车间停电",
      { kind: "fields", fields: [{ label: "期限", value: "11月30日" }] },
      { kind: "hint", text: "请及时办理" },
    );
    const [only, ...more] = withTemplateCard([{ title: "t", text: "words", mentions: [] }], card, BOT_CARD);
    expect(more).toEqual([]);
    expect(only?.text).toBe("words");
    expect(only?.card?.body).toMatchObject({
      card_type: "button_interaction",
      main_title: { title: "新诉求 #12 三车间停电" },
      sub_title_text: "请及时办理",
      horizontal_content_list: [{ keyname: "期限", value: "11月30日" }],
      button_list: [{ text: "签收", style: 1 }],
    });
  });

  it.each<[string, Card]>([
    ["a long text", titled("标题", { kind: "said", text: "长".repeat(113) })],
    ["a long title", titled("长".repeat(27))],
    ["a long value", titled("标题", { kind: "fields", fields: [{ label: "期限", value: "长".repeat(27) }] })],
    [
      "a long label",
      titled("标题", {
        kind: "fields",
        fields: [
          { label: "答复的期限", value: "明" },
          { label: "六个字的标签", value: "明" },
        ],
      }),
    ],
    [
      "seven fields",
      titled("标题", { kind: "fields", fields: Array.from({ length: 7 }, () => ({ label: "一", value: "二" })) }),
    ],
    ["somebody to alert", titled("标题", { kind: "mention", people: [{ userId: "wang", name: "王建国" }] })],
    ["an address", titled("标题", { kind: "link", text: "月报", url: "https://example.cn/" })],
    ["a text before the title", { blocks: [{ kind: "text", text: "先说" }, ...titled("标题").blocks] }],
    ["a step without a button", titled("标题", { kind: "actions", steps: [{ command: "status", id: "any" }] })],
  ])("loses nothing of %s: the words go before a small card", (_what, card) => {
    const words = { title: "t", text: "words", mentions: [] };
    const [first, second, ...more] = withTemplateCard([words], card, BOT_CARD);
    expect(first).toEqual(words);
    expect(more).toEqual([]);
    expect(Object.keys(second?.card?.body ?? {}).sort()).toEqual(["button_list", "card_type", "main_title", "task_id"]);
  });

  it("does not say again what the words before it say", () => {
    const title = (...blocks: Card["blocks"]) => buttonsBeside({ blocks }, "t1")?.["main_title"];
    const step = (id?: number) => ({ command: "status", ...(id !== undefined && { id }) }) as const;
    expect(title({ kind: "actions", steps: [step(12)] })).toEqual({ title: "#12 下一步" });
    expect(title({ kind: "actions", steps: [step(12), step(7)] })).toEqual({ title: "下一步" });
    expect(title({ kind: "choices", words: ["是"], question: "q" })).toEqual({ title: "请选择" });
    expect(buttonsBeside({ blocks: [{ kind: "text", text: "收到" }] }, "t1")).toBeNull();
  });

  it("leaves a card without buttons in words, and gives each card an id of its own", () => {
    const words = [{ title: "t", text: "words", mentions: [] }];
    expect(withTemplateCard(words, { blocks: [{ kind: "text", text: "收到" }] }, BOT_CARD)).toEqual(words);
    expect(templateCardOf(titled("a"), BOT_CARD)?.id).not.toBe(templateCardOf(titled("a"), BOT_CARD)?.id);
  });

  it("that was pressed keeps its id, and one button when nothing is left to do", () => {
    const { body, whole } = updatedCard("task-1", { blocks: [{ kind: "title", text: "好的，不办理。" }] }, BOT_CARD);
    expect(body).toMatchObject({ task_id: "task-1", button_list: [{ text: "帮助" }] });
    expect(whole).toBe(true);
    const seen = updatedCard(
      "task-1",
      {
        blocks: [
          { kind: "title", text: "a" },
          { kind: "actions", steps: [{ command: "sign", id: 12 }] },
        ],
      },
      BOT_CARD,
    );
    expect(seen.body).toMatchObject({ button_list: [{ text: "进度" }] });
    expect(seen.whole).toBe(false);
  });
});
