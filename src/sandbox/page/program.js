import { chatList } from "./chat-list.js";
import { composer } from "./composer.js";
import { h, icon, paths } from "./dom.js";
import { stream } from "./stream.js";
import { words } from "./words.js";
/** @import { PlatformName } from "./types.js" */
/** @import { Store } from "./store.js" */

/**
 * One of the two chat programs: its chats, the open one, and where to write.
 *
 * @param {PlatformName} platform
 * @param {Store} store
 */
export function program(platform, store) {
  const write = composer(platform, store);
  const talk = stream(platform, store, write.offer);
  const list = chatList(platform, store, () => {
    fold(false);
    // On a touch screen the focus would bring up the keyboard over what was just opened.
    if (!matchMedia("(hover: none)").matches) write.focus();
  });
  list.element.id = `${platform}-chats`;
  const total = h("span", { class: "dot" });
  const title = h("h3", {});
  const about = h("span", { class: "talk-about" });
  const toggle = h(
    "button",
    {
      type: "button",
      class: "fold",
      "aria-expanded": "false",
      "aria-controls": list.element.id,
      onclick: () => fold(!element.hasAttribute("data-list")),
    },
    words.chats,
    total,
    icon(paths.down),
  );
  const element = h(
    "section",
    { class: `program ${platform}`, id: `program-${platform}`, "aria-label": words.programs[platform] },
    h(
      "header",
      { class: "bar" },
      icon(paths[platform], "icon program-mark"),
      h("h2", {}, words.programs[platform]),
      store.roads === undefined
        ? null
        : h("span", { class: "road" }, `${words.roads[store.roads][platform]} · ${words.roadsAbout[store.roads]}`),
    ),
    h(
      "div",
      { class: "panes" },
      list.element,
      h(
        "div",
        { class: "talk" },
        h("header", { class: "talk-head" }, title, about, toggle),
        talk.element,
        write.element,
      ),
    ),
  );

  /** On narrow screens the list lies over the messages. @param {boolean} open */
  function fold(open) {
    element.toggleAttribute("data-list", open);
    toggle.setAttribute("aria-expanded", String(open));
  }

  function render() {
    const view = store.views[platform];
    const chat = store.chat(platform, view.chat);
    title.textContent = chat?.name ?? "";
    about.textContent = !chat
      ? ""
      : chat.kind === "group"
        ? words.members(chat.members.length)
        : words.directAbout(store.person(platform, view.person)?.name ?? "");
    const unread = store.unreadTotal(platform);
    total.hidden = unread === 0;
    total.textContent = unread > 99 ? "99+" : String(unread);
    list.render();
    talk.render();
    write.render();
  }

  return { element, render, fill: write.fill, toEnd: talk.toEnd };
}
