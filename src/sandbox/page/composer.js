import { say } from "./api.js";
import { spoken } from "./cards.js";
import { h, icon, paths } from "./dom.js";
import { personPicker } from "./person-picker.js";
import { isDirect } from "./store.js";
import { suggestions } from "./suggestions.js";
import { toast, toastError } from "./toast.js";
import { words } from "./words.js";

/** @import { PlatformName, Sayable } from "./types.js" */
/** @import { Store } from "./store.js" */

const LONGEST_TEXT = 5000;

/**
 * Where a person writes: as whom, with a mention or not, quoting what.
 *
 * @param {PlatformName} platform
 * @param {Store} store
 */
export function composer(platform, store) {
  let mentions = true;
  /** What a tap put there, and nobody has gone on with. */
  let begun = "";
  const picker = personPicker(platform, store);
  const mention = h("button", {
    type: "button",
    class: "mention-chip",
    onclick: () => {
      mentions = !mentions;
      render();
      input.focus();
    },
  });
  const quoteChip = h("div", { class: "quote-chip", hidden: true });
  const quick = suggestions(platform, store, offer);
  const input = h("textarea", {
    rows: "1",
    name: "text",
    autocomplete: "off",
    enterkeyhint: "send",
    onkeydown: onKey,
    oninput: grow,
  });
  const sendButton = h(
    "button",
    { type: "submit", class: "send", title: words.sendHint, "aria-label": words.send },
    icon(paths.send),
  );
  const element = h(
    "form",
    { class: "composer", onsubmit: submit },
    h(
      "div",
      { class: "above" },
      h("div", { class: "who" }, h("span", { class: "who-label" }, words.as), picker.element),
      quick.element,
    ),
    quoteChip,
    h("div", { class: "write" }, mention, input, sendButton),
  );

  /**
   * What is whole is sent. Else it is put there to be filled in; what was written already takes the place of the blank.
   *
   * @param {Sayable} sayable
   */
  function offer({ text, blank }) {
    if (blank === undefined) return void send({ text, mention: true, quotes: null });
    const written = input.value === begun ? "" : input.value.trim();
    const at = text.lastIndexOf(blank);
    const shown = written || blank;
    fill(text.slice(0, at) + shown + text.slice(at + blank.length));
    begun = written === "" ? input.value : "";
    input.setSelectionRange(written === "" ? at : at + shown.length, at + shown.length);
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (event.key === "Escape" && store.views[platform].quote) store.quote(platform, null);
    // keyCode 229: Safari ends the composition before it tells of the key.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    element.requestSubmit();
  }

  function grow() {
    input.style.height = "auto";
    if (input.scrollHeight > 0) input.style.height = `${Math.min(input.scrollHeight, 132)}px`;
    sendButton.disabled = input.value.trim() === "";
  }

  /** @param {SubmitEvent} event */
  async function submit(event) {
    event.preventDefault();
    const text = input.value.trim();
    if (text === "") return;
    if (text.length > LONGEST_TEXT) return toast(words.tooLong(LONGEST_TEXT));
    const quotes = store.views[platform].quote;
    input.value = "";
    grow();
    input.focus();
    store.quote(platform, null);
    const sent = await send({ text, mention: mentions, quotes });
    if (sent || input.value !== "") return;
    input.value = text;
    if (quotes !== null && store.message(platform, quotes)?.chatId === store.views[platform].chat) {
      store.quote(platform, quotes);
    }
    grow();
  }

  /** Tells whether it arrived. @param {{ text: string, mention: boolean, quotes: string | null }} what */
  async function send({ text, mention, quotes }) {
    const { chat: chatId, person: userId } = store.views[platform];
    if (!userId || !chatId) return false;
    const said = { platform, chatId, userId, text, mention: mention && !isDirect(chatId) };
    try {
      await say(quotes === null ? said : { ...said, quotes });
      return true;
    } catch (thrown) {
      toastError(thrown);
      return false;
    }
  }

  function render() {
    const view = store.views[platform];
    const chat = store.chat(platform, view.chat);
    const bot = store.botName(platform);
    picker.render();
    quick.render();
    mention.hidden = isDirect(view.chat);
    mention.textContent = `@${bot}`;
    mention.setAttribute("aria-pressed", String(mentions));
    mention.title = mentions ? words.mentionOn(bot) : words.mentionOff(bot);
    input.placeholder = !chat ? "" : chat.kind === "direct" ? words.writeDirect(bot) : words.writeGroup(chat.name);
    input.setAttribute("aria-label", input.placeholder);
    input.disabled = !chat;
    const quoted = view.quote === null ? undefined : store.message(platform, view.quote);
    quoteChip.hidden = !quoted;
    quoteChip.replaceChildren(
      ...(quoted
        ? [
            icon(paths.quote),
            h("span", { class: "quote-text" }, `${store.senderName(quoted)}：${spoken(quoted).slice(0, 80)}`),
            h(
              "button",
              {
                type: "button",
                "aria-label": words.unquote,
                title: words.unquote,
                onclick: () => store.quote(platform, null),
              },
              icon(paths.close),
            ),
          ]
        : []),
    );
  }

  /** Puts a text there, ready to be sent. @param {string} text */
  function fill(text) {
    mentions = true;
    input.value = text;
    render();
    grow();
    input.focus();
  }

  grow();
  return { element, render, fill, offer, focus: () => input.focus() };
}
