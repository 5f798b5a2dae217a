import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Card } from "../../../../src/messages/card.ts";
import { filledWith, onCard, withButtons } from "../../../../src/platforms/dingtalk/card.ts";
import { parseCardPress } from "../../../../src/platforms/dingtalk/card-press.ts";
import { renderCard } from "../../../../src/platforms/dingtalk/render.ts";
import { distrustCard } from "../../../../src/platforms/dingtalk/signature.ts";

const CARD: Card = {
  blocks: [
    { kind: "title", text: "新诉求 #12" },
    {
      kind: "actions",
      steps: [
        { command: "sign", id: 12 },
        { command: "status", id: 12 },
      ],
      versions: { 12: 3 },
    },
  ],
};
/** Says the same of every card. */
const words =
  (text: string, mentions: readonly string[] = []) =>
  () => [{ title: "t", text, mentions }];

describe("what an interactive card is filled with", () => {
  it("names every variable of the template, empty where there is nothing", () => {
    const { params } = filledWith(CARD, words("### 新诉求"));
    expect(Object.keys(params).sort()).toEqual(
      ["title", "text", ...[1, 2, 3, 4, 5, 6].flatMap((place) => [`button${place}`, `press${place}`])].sort(),
    );
    expect(params).toMatchObject({
      title: "t",
      text: "### 新诉求",
      button1: "签收",
      button2: "进度",
      button3: "",
      press3: "",
    });
  });

  it("does not say its title twice, whatever stands before it", () => {
    const render = (card: Card) => renderCard(card, { botName: "茶叙", canMention: false });
    const help = { kind: "text", text: "如有人员伤亡，请先拨打 119" } as const;
    const urgent = filledWith({ blocks: [help, ...CARD.blocks] }, render).params;
    expect(urgent).toMatchObject({ title: "新诉求 #12", text: expect.stringContaining("119") });
    expect(urgent["text"]).not.toContain("新诉求");
    const plain = filledWith({ blocks: [help, ...CARD.blocks.slice(1)] }, render).params;
    expect(plain).toMatchObject({ title: help.text, text: "" });
  });

  it("is in place of a short text; a longer one, or one that alerts somebody, goes before it", () => {
    expect(withButtons(CARD, words("短"))).toMatchObject([{ text: "短", card: { body: { text: "短" } } }]);
    for (const render of [words("长".repeat(334)), words("@0254571 短", ["0254571"])]) {
      const [first, second] = withButtons(CARD, render);
      expect(first).toEqual(render()[0]);
      expect(second).toMatchObject({ card: { body: { text: "", button1: "签收" } } });
    }
  });

  it("is left out behind a message whose buttons would only ask what it says in words", () => {
    const asking: Card = {
      blocks: [
        { kind: "title", text: "今日待办" },
        { kind: "actions", steps: [{ command: "todo" }] },
      ],
    };
    expect(withButtons(asking, words("长".repeat(334)))).toEqual(words("长".repeat(334))());
    expect(withButtons(asking, words("短"))).toMatchObject([{ card: { body: { button1: "待办" } } }]);
  });

  it("says neither its title nor its steps twice, and keeps those that have no button", () => {
    const render = (card: Card) => renderCard(card, { botName: "茶叙", canMention: false });
    const more: Card = { blocks: [...CARD.blocks, { kind: "text", text: "三车间停电" }] };
    expect(withButtons(more, render)).toMatchObject([
      { text: expect.stringContaining("签收 12"), card: { body: { title: "新诉求 #12", text: "三车间停电" } } },
    ]);
    const contact: Card = {
      blocks: [...more.blocks, { kind: "actions", steps: [{ command: "contact", id: 12, blank: "text" }] }],
    };
    const { params } = filledWith(contact, render);
    expect(params).toMatchObject({ title: "新诉求 #12", text: expect.stringMatching(/^三车间停电\n\n\*联系 12 …\*$/) });
    const long: Card = { blocks: [{ kind: "title", text: "长".repeat(80) }, ...CARD.blocks.slice(1)] };
    expect(filledWith(long, render).params.text).toBe(`### ${"长".repeat(80)}`);
  });

  it("is nothing where nothing can be pressed", () => {
    const card: Card = { blocks: [{ kind: "text", text: "收到" }] };
    expect(withButtons(card, words("收到"))).toEqual(words("收到")());
  });

  it("changes a card in its place, and says behind it what it has no room for", () => {
    expect(onCard("c1", CARD, words("短"))).toMatchObject([
      { card: { id: "c1", replaces: true, body: { text: "短" } } },
    ]);
    const long = words("长".repeat(400));
    expect(onCard("c1", CARD, long)).toMatchObject([
      { text: "t", card: { id: "c1", replaces: true } },
      { text: long()[0]?.text },
    ]);
  });
});

describe("a press on an interactive card", () => {
  const inside = { cardPrivateData: { actionIds: ["a1"], params: { press: "k1" } } };
  const base = {
    type: "actionCallback",
    outTrackId: "c1",
    userId: "0254571",
    spaceId: "cidX==",
    spaceType: "IM_GROUP",
  };
  it.each<[string, object]>([
    ["as a JSON string", { content: JSON.stringify(inside) }],
    ["as an object", { content: inside }],
    ["as `value`", { value: JSON.stringify(inside) }],
    [
      "with the parameters beside the private data",
      { value: JSON.stringify({ cardPrivateData: {}, params: { press: "k1\r\n" } }) },
    ],
    ["with the parameters in the body", { content: "{}", params: { press: "k1" } }],
    ["by the action alone", { content: JSON.stringify({ cardPrivateData: { actionIds: ["k1"] } }) }],
  ])("is read %s", (_how, content) => {
    expect(parseCardPress({ ...base, ...content }, "1")).toMatchObject({
      platform: "dingtalk",
      chat: { kind: "group", id: "cidX==" },
      sender: { id: "0254571" },
      press: { key: "k1", cardId: "c1" },
    });
  });

  it("has an id that is its own, and the same for a repeat", () => {
    const at = (uniq: string) => parseCardPress({ ...base, content: inside }, uniq)?.messageId;
    expect(at("1")).toBe(at("1"));
    expect(at("1")).not.toBe(at("2"));
    expect(at("1")).toMatch(/^card-[0-9a-f]{64}$/);
  });

  it("of somebody outside of the organisation is by his unionId, and without a space it is direct", () => {
    const { spaceId: _id, spaceType: _type, ...direct } = base;
    const got = parseCardPress({ ...direct, userIdType: 2, content: inside }, "1");
    expect(got).toMatchObject({ chat: { kind: "direct" }, sender: { id: "union:0254571" } });
  });

  it.each([{}, { outTrackId: "c1" }, { outTrackId: "c1", content: "{" }, { content: inside }])(
    "is not read out of %j",
    (body) => {
      expect(parseCardPress(body, "1")).toBeNull();
    },
  );

  it("counts with the signature over its timestamp alone, within an hour", () => {
    const now = new Date(1_780_000_000_000);
    const signed = (timestamp: string, secret = "s") => ({
      "x-ddpaas-signature-timestamp": timestamp,
      "x-ddpaas-signature": createHmac("sha256", secret).update(timestamp).digest("base64"),
    });
    expect(distrustCard(signed("1780000000000"), "s", now)).toBeNull();
    expect(distrustCard(signed("1780000000000", "other"), "s", now)).toContain("DINGTALK_CARD_SECRET");
    expect(distrustCard(signed("1779990000000"), "s", now)).toContain("minutes old");
    expect(distrustCard(signed("1780010000000"), "s", now)).toContain("minutes ahead");
    expect(distrustCard(signed("soon"), "s", now)).toContain("not a number");
    expect(distrustCard({}, "s", now)).toContain("missing");
  });
});

describe("links that say something when they are tapped", () => {
  const context = { botName: "茶叙", canMention: false, taps: true };
  it("stand for what needs nothing filled in, and hold the exact words", () => {
    const steps = [
      { command: "sign", id: 12 },
      { command: "return", id: 12, blank: "reason" },
    ] as const;
    const [part] = renderCard({ blocks: [{ kind: "actions", steps }] }, context);
    const said = encodeURIComponent("签收 12");
    expect(part?.text).toBe(`*[签收 12](dtmd://dingtalkclient/sendMessage?content=${said})　退单 12 原因*`);
    expect(renderCard({ blocks: [{ kind: "actions", steps }] }, { ...context, taps: false })[0]?.text).toBe(
      "*签收 12　退单 12 原因*",
    );
  });

  it("stand for choices, and keep the label outside", () => {
    const [part] = renderCard(
      {
        blocks: [
          { kind: "choices", words: ["是", "算了"] },
          { kind: "actions", steps: [{ command: "status", id: 12, label: "see-progress" }] },
        ],
      },
      context,
    );
    expect(part?.text).toContain("「[是](dtmd://dingtalkclient/sendMessage?content=%E6%98%AF)」「[算了](");
    expect(part?.text).toContain("查进度：[进度 12](");
  });
});
