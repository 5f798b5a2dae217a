import { expect, it } from "vitest";
import { parseCardPress } from "../../../src/platforms/dingtalk/card-press.ts";
import { parsePress } from "../../../src/platforms/wecom/press.ts";
import { cardCallback } from "../../../src/sandbox/dingtalk-cards.ts";
import { pressEvent } from "../../../src/sandbox/wecom-cards.ts";
import type { Pressing } from "../../../src/sandbox/world.ts";

/** The simulated platforms tell of a press in the shapes that are documented, whatever road it takes. */

const card = { id: "t1", title: "新诉求 #12", text: "", fields: [], buttons: [{ label: "签收", key: "k1" }] };
const pressing: Pressing = { chatId: "g1", userId: "wang", card, key: "k1" };

it("WeCom's event names the button, the card, who pressed it and where", () => {
  const event = pressEvent(pressing, "m1", new Date(1_700_000_000_000));
  expect(event).toMatchObject({
    msgid: "m1",
    create_time: 1_700_000_000,
    chattype: "group",
    chatid: "g1",
    from: { userid: "wang" },
  });
  expect(parsePress(event)).toEqual({ key: "k1", cardId: "t1" });
});

it("DingTalk's callback does as well", () => {
  expect(parseCardPress({ ...cardCallback(pressing) }, "1")).toMatchObject({
    chat: { kind: "group", id: "g1" },
    sender: { id: "wang" },
    press: { key: "k1", cardId: "t1" },
  });
});
