import { h, icon, paths } from "./dom.js";
import { platforms } from "./store.js";
import { words } from "./words.js";

/** @import { Chat, PlatformName } from "./types.js" */
/** @import { Store } from "./store.js" */

const CLOSED = "chaxu-sandbox-guide-closed";

/**
 * Three steps for a newcomer. A click on one prepares it; the person sends it.
 *
 * @param {HTMLElement} place
 * @param {Store} store
 * @param {{ prepare: (platform: PlatformName, chatId: string, text: string) => void, clock: { focus: () => void } }} parts
 */
export function guide(place, store, parts) {
  const groups = platforms.flatMap((platform) => store.groups(platform));
  const forCompanies = (/** @type {Chat} */ chat) => chat.name.includes(words.enterpriseGroup);
  const company = groups.find(forCompanies) ?? groups[0];
  if (!company || remembered()) return;

  /** Where the bot dispatched last, of the groups told in that minute the one of the unit itself; before that, a department's. */
  const department = () => {
    const offices = groups.filter((chat) => !forCompanies(chat) && !chat.name.includes(words.supervisionGroup));
    const rank = (/** @type {Chat} */ chat) => {
      const { at = "", text = "" } = order(chat) ?? {};
      return at.slice(0, 16) + Number(text.includes(chat.name.replace(words.groupEnding, "")));
    };
    const asked = offices.filter(order).sort((a, b) => rank(b).localeCompare(rank(a)));
    return asked[0] ?? offices.find((chat) => chat.platform === "dingtalk") ?? offices[0] ?? company;
  };
  const order = (/** @type {Chat} */ chat) =>
    store
      .messages(chat.platform, chat.id)
      .findLast(
        ({ from, text, card }) =>
          from === null && (words.dispatch.test(text) || card?.buttons.some(({ label }) => label === words.signButton)),
      );
  const presses = store.roads === "connection";

  place.append(
    h("span", { class: "guide-title" }, words.guide),
    h(
      "ol",
      {},
      step(words.guideSay(`「${company.name}」`), () => parts.prepare(company.platform, company.id, words.guideText)),
      step(presses ? words.guidePress : words.guideSign, () => {
        const chat = department();
        const message = order(chat);
        const card = message?.card !== undefined;
        parts.prepare(chat.platform, chat.id, card ? "" : words.guideSignText);
        if (message && !card && store.views[chat.platform].quote !== message.id) store.quote(chat.platform, message.id);
      }),
      step(words.guideClock, () => parts.clock.focus()),
    ),
    h(
      "button",
      { type: "button", class: "guide-close", "aria-label": words.guideClose, title: words.guideClose, onclick: close },
      icon(paths.close),
    ),
  );
  place.hidden = false;

  /** @param {string} text @param {() => void} onclick */
  function step(text, onclick) {
    return h("li", {}, h("button", { type: "button", onclick }, text));
  }

  function close() {
    place.hidden = true;
    try {
      localStorage.setItem(CLOSED, "1");
    } catch {
      // A browser without storage shows the guide again next time.
    }
  }
}

function remembered() {
  try {
    return localStorage.getItem(CLOSED) === "1";
  } catch {
    return false;
  }
}
