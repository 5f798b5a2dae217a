import { describe, expect, it } from "vitest";
import { isPress, parsePress } from "../../../../src/platforms/wecom/press.ts";

describe("a press on a template card", () => {
  const fields = { card_type: "button_interaction", event_key: "k1", task_id: "t1" };
  it.each<[string, unknown]>([
    ["of the bot", { msgtype: "event", event: { eventtype: "template_card_event", template_card_event: fields } }],
    ["in other spellings", { event: { template_card_event: { CardType: "x", EventKey: "k1", TaskId: "t1" } } }],
    ["flat in the event", { event: { eventtype: "template_card_event", event_key: "k1", task_id: "t1" } }],
    ["as a JSON string", { event: { template_card_event: { ResponseData: '{"EventKey":"k1","TaskId":"t1"}' } } }],
    ["with white space", { Event: "template_card_event", EventKey: " k1", TaskId: "t1 " }],
  ])("is read %s", (_how, event) => {
    expect(parsePress(event)).toEqual({ key: "k1", cardId: "t1" });
  });

  it("of the app brings the code with which its card can be changed", () => {
    const event = {
      Event: "template_card_event",
      EventKey: "k1",
      TaskId: "t1",
      CardType: "button_interaction",
      ResponseCode: "c1",
    };
    expect(parsePress(event)).toEqual({ key: "k1", cardId: "t1", responseCode: "c1" });
  });

  it.each([
    null,
    [],
    "x",
    3,
    {},
    { event: null },
    { event: { template_card_event: { event_key: "k1" } } },
    { TaskId: "t1" },
    { ResponseData: "{" },
  ])("is not read out of %j", (event) => {
    expect(parsePress(event)).toBeNull();
  });

  it("is known by the event's name, in any case", () => {
    expect(["template_card_event", "TEMPLATE_CARD_EVENT", "enter_chat", undefined].map(isPress)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
