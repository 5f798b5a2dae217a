import { spoken } from "./cards.js";
import { avatar, h, keep } from "./dom.js";
import { directOf, isDirect, userOf } from "./store.js";
import { shortText } from "./time.js";
import { words } from "./words.js";
/** @import { PlatformName } from "./types.js" */
/** @import { Store } from "./store.js" */

/**
 * The chats of a program: its groups, the present person's direct chat, and other people's that hold news.
 *
 * @param {PlatformName} platform
 * @param {Store} store
 * @param {() => void} onOpen
 */
export function chatList(platform, store, onOpen) {
  const rows = h("ul", { class: "rows" });
  const element = h("nav", { class: "list", "aria-label": words.chats }, rows);

  function render() {
    const view = store.views[platform];
    const heading = (/** @type {string} */ text) => ({ kind: "heading", id: text, name: text, about: "" });
    const row = (/** @type {string} */ id, /** @type {string} */ name, /** @type {string} */ about) => ({
      kind: "chat",
      id,
      name,
      about,
    });
    const others = store.othersUnread(platform).map((id) => {
      const person = store.person(platform, userOf(id));
      return row(id, words.directName(person?.name ?? id), person?.about ?? "");
    });
    const person = store.person(platform, view.person);
    const items = [
      heading(words.groups),
      ...store.groups(platform).map((chat) => row(chat.id, chat.name, words.members(chat.members.length))),
      ...(person
        ? [heading(words.direct), row(directOf(person.userId), store.botName(platform), words.directName(person.name))]
        : []),
      ...(others.length > 0 ? [heading(words.othersDirect), ...others] : []),
    ];
    keep(
      rows,
      items,
      (item) => `${item.kind}:${item.id}`,
      (item) => (item.kind === "heading" ? h("li", { class: "rows-heading" }, item.name) : makeRow(item.id)),
    );
    for (const item of items) if (item.kind === "chat") update(item);
  }

  /** @param {string} id */
  function makeRow(id) {
    const open = () => {
      store.open(platform, id);
      onOpen();
    };
    return h("li", {}, h("button", { type: "button", class: "row", onclick: open }));
  }

  /** @param {{ id: string, name: string, about: string }} item */
  function update(item) {
    const button = rows.querySelector(`[data-key="${CSS.escape(`chat:${item.id}`)}"] > button`);
    if (!button) return;
    const view = store.views[platform];
    const last = store.lastMessage(platform, item.id);
    const unread = view.unread.get(item.id) ?? 0;
    const who = last && !isDirect(item.id) ? `${store.senderName(last)}：` : "";
    button.toggleAttribute("data-open", view.chat === item.id);
    if (view.chat === item.id) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
    button.replaceChildren(
      isDirect(item.id)
        ? avatar({ id: null, name: "" })
        : h("span", { class: "avatar group", "aria-hidden": "true" }, item.name.slice(0, 1)),
      h("span", { class: "row-name" }, item.name),
      h("span", { class: "row-time" }, last ? shortText(new Date(last.at), store.now(), store.timeZone) : ""),
      h("span", { class: "row-last" }, last ? who + spoken(last).slice(0, 60) : item.about || words.noMessagesYet),
    );
    if (unread > 0) {
      const shown = h("span", { "aria-hidden": "true" }, unread > 99 ? "99+" : String(unread));
      button.append(h("span", { class: "dot" }, shown, h("span", { class: "unseen" }, words.unread(unread))));
    }
  }

  return { element, render };
}
