import { press } from "./api.js";
import { h, plain } from "./dom.js";
import { toastError } from "./toast.js";
import { words } from "./words.js";

/** @import { Card, Message } from "./types.js" */

/** Whether a message is its card alone: on DingTalk its text stands on the card. @param {Message} message */
export function isCardAlone({ platform, html, card }) {
  return card !== undefined && (platform === "dingtalk" || html === "");
}

/** What a message says, in one line. @param {Message} message */
export function spoken(message) {
  const { html, card } = message;
  if (card === undefined || !isCardAlone(message)) return plain(html);
  return [card.title, html === "" ? card.text : plain(html)].join(" ").replaceAll(/\s+/g, " ").trim();
}

/**
 * A card with buttons, as its program shows it. What is pressed goes through the platform; the card changes when the
 * bot has answered.
 *
 * @param {Card} card
 * @param {Message} message
 * @param {{ person: string, text: HTMLElement }} shown
 */
export function cardOf(card, { platform, chatId, html }, { person, text }) {
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

  const isDingtalk = platform === "dingtalk";
  const lines = isDingtalk || card.text === "" ? [] : card.text.split("\n");
  return h(
    "div",
    { class: "card", role: "group", "aria-label": words.card },
    card.title === "" ? null : h("strong", { class: "card-title" }, card.title),
    isDingtalk && html !== "" ? text : null,
    ...lines.map((line) => h("p", {}, line)),
    card.fields.length === 0
      ? null
      : h("dl", {}, ...card.fields.flatMap(({ label, value }) => [h("dt", {}, label), h("dd", {}, value)])),
    h("div", { class: "presses" }, ...buttons),
  );
}
