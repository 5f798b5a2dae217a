import { h } from "./dom.js";

/** @import { Message, Sayable } from "./types.js" */

/**
 * A word or command to tap.
 *
 * @param {Sayable} sayable
 * @param {(sayable: Sayable) => void} onSay
 */
export function chip(sayable, onSay) {
  return h(
    "button",
    { type: "button", class: "chip", title: sayable.does, onclick: () => onSay(sayable) },
    sayable.text.trim(),
  );
}

/**
 * Makes the commands of a message's line 「签收 12　退单 12 原因」 tappable where they stand.
 *
 * @param {HTMLElement} text
 * @param {Message["offers"]} offers
 * @param {(sayable: Sayable) => void} onSay
 */
export function tapLine(text, offers, onSay) {
  if (!offers || offers.line === null) return;
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  let line = /** @type {Node | null} */ (null);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.textContent?.trim() === offers.line) line = node;
  }
  if (!(line instanceof Text)) return;
  const pieces = /** @type {(Node | string)[]} */ ([]);
  let rest = line.data;
  for (const step of offers.steps) {
    const at = rest.indexOf(step.text);
    if (at < 0) return;
    const before = rest.slice(0, at);
    const label = before.trimStart();
    pieces.push(before.slice(0, before.length - label.length), h("span", { class: "step" }, label, chip(step, onSay)));
    rest = rest.slice(at + step.text.length);
  }
  line.replaceWith(...pieces, rest);
}
