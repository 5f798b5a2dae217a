import { say } from "./api.js";
import { h, icon, paths, plain } from "./dom.js";
import { personPicker } from "./person-picker.js";
import { isDirect } from "./store.js";
import { toast, toastError } from "./toast.js";
import { words } from "./words.js";

/** @import { PlatformName } from "./types.js" */
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
  const quick = h("div", { class: "quick", role: "group", "aria-label": words.quickLabel });
  for (const word of words.quick) quick.append(h("button", { type: "button", onclick: () => insert(word) }, word));
  const input = h("textarea", {
    rows: "1",
    name: "text",
    autocomplete: "off",
    enterkeyhint: "send",
    onkeydown: onKey,
    oninput: grow,
  });
  const send = h(
    "button",
    { type: "submit", class: "send", title: words.sendHint, "aria-label": words.send },
    icon(paths.send),
  );
  const element = h(
    "form",
    { class: "composer", onsubmit: submit },
    h("div", { class: "who" }, h("span", { class: "who-label" }, words.as), picker.element),
    quick,
    quoteChip,
    h("div", { class: "write" }, mention, input, send),
  );

  /** A command goes in front; one that stands there alone is exchanged. @param {string} word */
  function insert(word) {
    const bare = words.quick.includes(input.value.trim());
    const rest = bare ? "" : input.value.trimStart();
    input.value = `${word} ${rest}`;
    input.focus();
    input.setSelectionRange(word.length + 1, word.length + 1);
    grow();
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
    send.disabled = input.value.trim() === "";
  }

  /** @param {SubmitEvent} event */
  async function submit(event) {
    event.preventDefault();
    const view = store.views[platform];
    const text = input.value.trim();
    if (text === "" || !view.person || !view.chat) return;
    if (text.length > LONGEST_TEXT) return toast(words.tooLong(LONGEST_TEXT));
    const quotes = view.quote;
    const said = { platform, chatId: view.chat, userId: view.person, text, mention: mentions && !isDirect(view.chat) };
    input.value = "";
    grow();
    store.quote(platform, null);
    input.focus();
    try {
      await say(quotes === null ? said : { ...said, quotes });
    } catch (thrown) {
      toastError(thrown);
      if (input.value !== "") return;
      input.value = text;
      if (quotes !== null && store.views[platform].chat === said.chatId) store.quote(platform, quotes);
      grow();
    }
  }

  function render() {
    const view = store.views[platform];
    const chat = store.chat(platform, view.chat);
    const bot = store.botName(platform);
    picker.render();
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
            h("span", { class: "quote-text" }, `${store.senderName(quoted)}：${plain(quoted.html).slice(0, 80)}`),
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
  return { element, render, fill, focus: () => input.focus() };
}
