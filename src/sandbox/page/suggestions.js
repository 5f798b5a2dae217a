import { readSuggestions } from "./api.js";
import { chip } from "./chips.js";
import { h } from "./dom.js";
import { words } from "./words.js";

/** @import { PlatformName, Sayable } from "./types.js" */
/** @import { Store } from "./store.js" */

/** Several messages often come together. */
const PAUSE_MS = 200;

/**
 * What the present person likely wants to say next in the open chat, by what waits for them there; the program knows it.
 *
 * @param {PlatformName} platform
 * @param {Store} store
 * @param {(sayable: Sayable) => void} onSay
 */
export function suggestions(platform, store, onSay) {
  const element = h("div", { class: "quick", role: "group", "aria-label": words.suggested });
  const known = /** @type {Map<string, Sayable[]>} */ (new Map());
  let place = "";
  let news = -1;
  let timer = 0;

  function render() {
    const { chat: chatId, person: userId } = store.views[platform];
    const here = `${chatId} ${userId}`;
    if (here === place && news === store.news) return;
    const pause = here === place ? PAUSE_MS : 0;
    if (here !== place) show(known.get(here) ?? []);
    place = here;
    news = store.news;
    clearTimeout(timer);
    if (chatId && userId) timer = setTimeout(() => ask(here, { platform, chatId, userId }), pause);
  }

  /** @param {string} here @param {Parameters<typeof readSuggestions>[0]} asked */
  async function ask(here, asked) {
    try {
      const { suggestions } = await readSuggestions(asked);
      known.set(here, suggestions);
      if (here === place) show(suggestions);
    } catch {
      // What was offered before stays; writing goes on without.
    }
  }

  /** @param {Sayable[]} list */
  function show(list) {
    const before = [...element.children].map((child) => child.textContent).join("\n");
    if (before === list.map(({ text }) => text.trim()).join("\n")) return;
    element.replaceChildren(...list.map((one) => chip(one, onSay)));
    element.scrollLeft = 0;
  }

  return { element, render };
}
