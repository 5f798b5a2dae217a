import { press } from "./api.js";
import { h } from "./dom.js";
import { toastError } from "./toast.js";
import { words } from "./words.js";

/** @import { Card, Message } from "./types.js" */

/**
 * A card with buttons, as its program shows it. What is pressed goes through the platform; the card changes when the
 * bot has answered.
 *
 * @param {Card} card
 * @param {Pick<Message, "platform" | "chatId">} place
 * @param {{ person: string }} who
 */
export function cardOf(card, { platform, chatId }, { person }) {
  const buttons = card.buttons.map(({ label, key }, index) =>
    h(
      "button",
      { type: "button", class: index === 0 ? "press first" : "press", onclick: (event) => onPress(event, key) },
      label,
    ),
  );

  /** @param {Event} event @param {string} key */
  async function onPress({ currentTarget }, key) {
    for (const button of buttons) button.disabled = true;
    if (currentTarget instanceof HTMLElement) currentTarget.classList.add("pressed");
    try {
      await press({ platform, chatId, userId: person, card: card.id, key });
    } catch (thrown) {
      toastError(thrown);
    }
    for (const button of buttons) button.disabled = false;
    if (currentTarget instanceof HTMLElement) currentTarget.classList.remove("pressed");
  }

  // DingTalk shows the text on the card; it is the message's own.
  const lines = platform === "dingtalk" || card.text === "" ? [] : card.text.split("\n");
  return h(
    "div",
    { class: "card", role: "group", "aria-label": words.card },
    card.title === "" ? null : h("strong", { class: "card-title" }, card.title),
    ...lines.map((line) => h("p", {}, line)),
    card.fields.length === 0
      ? null
      : h("dl", {}, ...card.fields.flatMap(({ label, value }) => [h("dt", {}, label), h("dd", {}, value)])),
    h("div", { class: "presses" }, ...buttons),
  );
}
