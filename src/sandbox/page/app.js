import { listen, readClock, readState } from "./api.js";
import { spoken } from "./cards.js";
import { clock } from "./clock.js";
import { h, icon, paths } from "./dom.js";
import { guide } from "./guide.js";
import { program } from "./program.js";
import { platforms, Store } from "./store.js";
import { toast, toastError } from "./toast.js";
import { words } from "./words.js";

/** @import { PlatformName } from "./types.js" */

/** @param {string} id */
function place(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no #${id}`);
  return element;
}

async function start() {
  const state = await readState();
  const store = new Store(state);
  const phone = matchMedia("(max-width: 720px)");
  let active = /** @type {PlatformName} */ ("wecom");
  store.isShown = (platform) => !phone.matches || platform === active;

  place("park").textContent = store.parkName;
  document.title = `茶叙 · ${store.parkName}`;
  const programs = { wecom: program("wecom", store), dingtalk: program("dingtalk", store) };
  place("programs").append(...platforms.map((platform) => programs[platform].element));

  const tabs = new Map(platforms.map((platform) => [platform, makeTab(platform)]));
  place("tabs").append(...tabs.values());
  const time = clock(place("clock"), store);
  guide(place("guide"), store, {
    clock: time,
    prepare(platform, chatId, text) {
      activate(platform);
      store.open(platform, chatId);
      programs[platform].fill(text);
    },
  });

  /** @param {PlatformName} platform */
  function makeTab(platform) {
    return h(
      "button",
      {
        type: "button",
        role: "tab",
        class: `tab ${platform}`,
        "aria-controls": `program-${platform}`,
        onclick: () => activate(platform),
        onkeydown: (event) => {
          if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
          activate(platform === "wecom" ? "dingtalk" : "wecom");
          tabs.get(active)?.focus();
        },
      },
      icon(paths[platform]),
      words.programs[platform],
      store.roads === undefined ? null : h("span", { class: "road" }, words.roads[store.roads][platform]),
      h("span", { class: "dot" }),
    );
  }

  /** @param {PlatformName} platform */
  function activate(platform) {
    active = platform;
    render();
    if (phone.matches) {
      store.read(platform);
      programs[platform].toEnd();
    }
  }

  function render() {
    place("programs").setAttribute("data-active", active);
    for (const [platform, tab] of tabs) {
      const unread = store.unreadTotal(platform);
      tab.setAttribute("aria-selected", String(platform === active));
      tab.tabIndex = platform === active ? 0 : -1;
      const dot = tab.querySelector(".dot");
      if (dot instanceof HTMLElement) {
        dot.hidden = unread === 0;
        dot.textContent = String(unread);
      }
    }
    for (const one of platforms) programs[one].render();
  }

  store.onChange(render);
  phone.addEventListener("change", render);
  render();

  let lost = false;
  listen(state.cursor, {
    message(message) {
      store.setNow(message.now);
      const isNew = store.take(message);
      const chat = store.chat(message.platform, message.chatId);
      if (isNew && chat) {
        place("announcer").textContent = words.announced(
          store.senderName(message),
          `${words.programs[message.platform]}${chat.name}`,
          spoken(message),
        );
      }
    },
    reset() {
      readState().then((fresh) => store.replace(fresh), toastError);
    },
    lost() {
      if (!lost) toast(words.lost);
      lost = true;
    },
    open() {
      if (lost) toast(words.back, "note");
      lost = false;
    },
  });
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden)
      readClock().then(
        ({ now }) => store.setNow(now),
        () => undefined,
      );
  });
}

start().catch(toastError);
