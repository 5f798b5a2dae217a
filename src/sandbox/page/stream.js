import { cardOf, isCardAlone, spoken } from "./cards.js";
import { chip, tapLine } from "./chips.js";
import { avatar, h, icon, keep, paths } from "./dom.js";
import { dayText, timeText } from "./time.js";
import { words } from "./words.js";

/** @import { Message, PlatformName, Sayable } from "./types.js" */
/** @import { Store } from "./store.js" */

const TOGETHER_MS = 5 * 60_000;
const NEAR_END = 80;
/** A card that follows so soon was sent with the words before it. */
const AT_ONCE_MS = 3_000;

/**
 * The messages of the open chat, newest at the foot.
 *
 * @param {PlatformName} platform
 * @param {Store} store
 * @param {(sayable: Sayable) => void} onSay
 */
export function stream(platform, store, onSay) {
  const lines = h("div", { class: "lines" });
  const empty = h("div", { class: "empty" });
  const scroller = h("div", { class: "scroller", role: "log", "aria-live": "off", tabindex: "0" }, empty, lines);
  const jump = h("button", { type: "button", class: "jump", hidden: true, onclick: toEnd }, words.newMessages);
  const element = h("div", { class: "stream" }, scroller, jump);
  let shownChat = "";
  let shownLast = "";

  // Whatever takes room away (a longer text, a quotation) must not hide the newest message.
  let atEnd = true;
  scroller.addEventListener("scroll", () => {
    atEnd = isAtEnd();
    if (atEnd) jump.hidden = true;
  });
  const observer = new ResizeObserver(() => atEnd && toEnd());
  observer.observe(scroller);
  // A picture takes its height when it has come.
  observer.observe(lines);

  function isAtEnd() {
    return scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_END;
  }

  function toEnd() {
    scroller.scrollTop = scroller.scrollHeight;
    atEnd = true;
    jump.hidden = true;
  }

  function render() {
    const view = store.views[platform];
    const chat = store.chat(platform, view.chat);
    const messages = store.messages(platform, view.chat);
    const stay = view.chat === shownChat && !atEnd;
    scroller.setAttribute("aria-label", chat?.name ?? "");
    empty.hidden = messages.length > 0;
    if (messages.length === 0) renderEmpty();
    keep(
      lines,
      linesOf(messages, view.person, view.quote),
      (line) => line.key,
      (line) => line.make(),
    );
    const last = messages.at(-1);
    if (!stay || (last?.from === view.person && last.id !== shownLast)) toEnd();
    else if (last && last.id !== shownLast) jump.hidden = false;
    shownChat = view.chat;
    shownLast = last?.id ?? "";
  }

  function renderEmpty() {
    const view = store.views[platform];
    const chat = store.chat(platform, view.chat);
    const bot = store.botName(platform);
    const [title, hint] = !chat
      ? [words.noChats, words.noChatsHint]
      : chat.kind === "group"
        ? [words.emptyGroup, words.emptyGroupHint(bot)]
        : [words.emptyDirect(bot), words.emptyDirectHint];
    empty.replaceChildren(avatar({ id: null, name: "" }, "large"), h("strong", {}, title), h("span", {}, hint));
  }

  /**
   * @param {Message[]} messages
   * @param {string} person
   * @param {string | null} quoted
   */
  function linesOf(messages, person, quoted) {
    const made = [];
    let day = "";
    let before = /** @type {Message | undefined} */ (undefined);
    for (const [place, message] of messages.entries()) {
      const at = new Date(message.at);
      const thisDay = dayText(at, store.now(), store.timeZone, words);
      if (thisDay !== day) {
        made.push({
          key: `day:${thisDay}:${message.id}`,
          make: () => h("div", { class: "day" }, h("span", {}, thisDay)),
        });
        before = undefined;
      }
      day = thisDay;
      const joined = before?.from === message.from && at.getTime() - new Date(before.at).getTime() < TOGETHER_MS;
      const isQuoted = quoted === message.id;
      const next = messages[place + 1];
      // What can be done stands on the buttons of the card behind it.
      const isBehind = next?.from === null && new Date(next.at).getTime() - at.getTime() < AT_ONCE_MS;
      const isTapped = !(next && isBehind && isCardAlone(next));
      const key = [
        message.id,
        store.version(message.id),
        person,
        joined,
        isQuoted,
        isTapped,
        store.waitsFor(message, person),
      ].join("|");
      made.push({ key, make: () => bubble(message, person, { joined, isQuoted, isTapped }) });
      before = message;
    }
    return made;
  }

  /**
   * @param {Message} message
   * @param {string} person
   * @param {{ joined: boolean, isQuoted: boolean, isTapped: boolean }} how `joined` with the one before; whether its commands can be tapped
   */
  function bubble(message, person, { joined, isQuoted, isTapped }) {
    const mine = message.from === person;
    const name = store.senderName(message);
    const at = new Date(message.at);
    const text = h("div", { class: `text ${message.format}` });
    text.innerHTML = message.html;
    for (const mention of text.querySelectorAll(".mention")) {
      if (mention.getAttribute("data-user") === person) mention.classList.add("me");
    }
    if (isTapped) tapLine(text, message.offers, onSay);
    const alerted = unnamed(message, text);
    if (alerted.length > 0) text.append(h("p", { class: "alerted" }, ...alerted));
    const quote = () => store.quote(platform, message.id);
    const alone = isCardAlone(message);
    const body = h(
      "div",
      {
        class: "bubble",
        onclick: (event) => {
          const selected = document.getSelection();
          const said = event.target.closest("a.say");
          if (said) {
            event.preventDefault();
            onSay({ text: said.getAttribute("data-say") });
          }
          if (!event.target.closest("a, button") && (!selected || selected.isCollapsed)) quote();
        },
      },
      message.quotes === undefined ? null : quotedBlock(message.quotes),
      text,
    );
    // Behind the bubble, because it takes the text out of it where that stands on the card.
    const card = message.card ? cardOf(message.card, message, { person, text }) : null;
    const quoteButton = h(
      "button",
      {
        type: "button",
        class: "quote-button",
        "aria-pressed": isQuoted,
        "aria-label": words.quoting(name),
        title: words.quote,
        onclick: quote,
      },
      icon(paths.quote),
    );
    return h(
      "article",
      {
        class: `line ${mine ? "mine" : message.from === null ? "bot" : "other"}${joined ? " joined" : ""}${isQuoted ? " quoted" : ""}`,
      },
      avatar({ id: message.from, name }),
      h(
        "div",
        { class: "meta" },
        h("span", { class: "name" }, name),
        message.from === null ? h("span", { class: "tag" }, words.bot) : null,
        h("time", { datetime: message.at }, timeText(at, store.timeZone)),
      ),
      h("div", { class: "bubble-row" }, alone ? card : body, quoteButton),
      alone ? null : card,
      store.waitsFor(message, person) ? choices(message) : null,
    );
  }

  /** The words that answer what the bot asks. @param {Message} message */
  function choices({ offers }) {
    const chips = (offers?.choices ?? []).map((text) => chip({ text }, onSay));
    return h("div", { class: "choices", role: "group", "aria-label": words.choices }, ...chips);
  }

  /** @param {string} messageId */
  function quotedBlock(messageId) {
    const quoted = store.message(platform, messageId);
    const text = quoted ? `${store.senderName(quoted)}：${spoken(quoted).slice(0, 120)}` : words.quoteGone;
    return h("blockquote", { class: "quoted-block" }, h("span", {}, text));
  }

  /** Who was alerted without being named in the text: clients put them at its end. @param {Message} message @param {HTMLElement} text */
  function unnamed(message, text) {
    const named = new Set([...text.querySelectorAll(".mention")].map((mention) => mention.getAttribute("data-user")));
    const left = message.mentions.filter((userId) => !named.has(userId));
    const me = left.includes(store.views[platform].person);
    if (left.length > 3) return [h("span", { class: `mention${me ? " me" : ""}` }, words.everyone)];
    return left.map((userId) =>
      h(
        "span",
        { class: `mention${userId === store.views[platform].person ? " me" : ""}` },
        `@${store.person(platform, userId)?.name ?? userId}`,
      ),
    );
  }

  return { element, render, toEnd };
}
