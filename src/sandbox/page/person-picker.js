import { avatar, h, icon, paths } from "./dom.js";
import { directOf } from "./store.js";
import { words } from "./words.js";
/** @import { Person, PlatformName } from "./types.js" */
/** @import { Store } from "./store.js" */

/**
 * 以谁的身份: a button that opens a list of people, those of the open chat first.
 *
 * @param {PlatformName} platform
 * @param {Store} store
 */
export function personPicker(platform, store) {
  const listId = `${platform}-people`;
  const button = h("button", {
    type: "button",
    class: "person",
    "aria-haspopup": "listbox",
    "aria-expanded": "false",
    "aria-controls": listId,
    onclick: toggle,
  });
  const list = h("div", {
    class: "people",
    id: listId,
    role: "listbox",
    "aria-label": words.as,
    hidden: true,
    onkeydown: onKey,
  });
  const element = h("div", { class: "picker" }, button, list);

  document.addEventListener("click", (event) => {
    if (event.target instanceof Node && !element.contains(event.target)) close();
  });
  element.addEventListener("focusout", (event) => {
    if (event.relatedTarget instanceof Node && !element.contains(event.relatedTarget)) close();
  });

  function toggle() {
    if (!list.hidden) return close();
    fill();
    list.hidden = false;
    button.setAttribute("aria-expanded", "true");
    const chosen = list.querySelector('[aria-selected="true"]') ?? list.querySelector('[role="option"]');
    if (chosen instanceof HTMLElement) chosen.focus();
  }

  function close() {
    list.hidden = true;
    button.setAttribute("aria-expanded", "false");
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    const options = [...list.querySelectorAll('[role="option"]')];
    const at = options.indexOf(/** @type {Element} */ (document.activeElement));
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: options.length - 1 }[event.key];
    if (next !== undefined) {
      event.preventDefault();
      const option = options[Math.max(0, Math.min(options.length - 1, next))];
      if (option instanceof HTMLElement) option.focus();
    } else if (event.key === "Escape") {
      close();
      button.focus();
    }
  }

  function fill() {
    const view = store.views[platform];
    const chat = store.chat(platform, view.chat);
    const people = store.people(platform);
    const inGroup = chat?.kind === "group";
    const here = inGroup ? people.filter((person) => chat.members.includes(person.userId)) : people;
    const elsewhere = people.filter((person) => !here.includes(person));
    list.replaceChildren(
      ...section(inGroup ? words.here : words.everybody, here),
      ...(elsewhere.length > 0 ? section(words.elsewhere, elsewhere) : []),
    );
  }

  /** @param {string} title @param {Person[]} people */
  function section(title, people) {
    const view = store.views[platform];
    return [
      h("div", { class: "people-heading", role: "presentation" }, title),
      ...people.map((person) => {
        const unread = view.unread.get(directOf(person.userId)) ?? 0;
        const chosen = person.userId === view.person;
        return h(
          "button",
          {
            type: "button",
            role: "option",
            class: "option",
            "aria-selected": String(chosen),
            tabindex: "-1",
            onclick: () => choose(person),
          },
          avatar({ id: person.userId, name: person.name }, "small"),
          h("span", { class: "option-name" }, person.name),
          h("span", { class: "option-about" }, person.about),
          unread > 0 ? h("span", { class: "dot" }, String(unread)) : chosen ? icon(paths.check) : null,
        );
      }),
    ];
  }

  /** @param {Person} person */
  function choose(person) {
    close();
    store.choose(platform, person.userId);
    button.focus();
  }

  function render() {
    const person = store.person(platform, store.views[platform].person);
    button.disabled = person === undefined;
    button.setAttribute("aria-label", `${words.as}：${person?.name ?? ""} ${person?.about ?? ""}`);
    button.title = words.as;
    button.replaceChildren(
      avatar({ id: person?.userId ?? "", name: person?.name ?? "？" }, "small"),
      h("span", { class: "option-name" }, person?.name ?? "—"),
      h("span", { class: "option-about" }, person?.about ?? ""),
      icon(paths.down),
    );
  }

  return { element, render };
}
