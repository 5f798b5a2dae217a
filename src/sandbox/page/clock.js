import { moveClock } from "./api.js";
import { h, icon, paths } from "./dom.js";
import { dateText, fieldOf, momentOf, nextFriday, timeText, weekdayText } from "./time.js";
import { toast, toastError } from "./toast.js";
import { words } from "./words.js";
/** @import { Store } from "./store.js" */

/**
 * The sandbox's time, and what moves it.
 *
 * @param {HTMLElement} place
 * @param {Store} store
 */
export function clock(place, store) {
  const time = h("time", { class: "clock-time" });
  const date = h("span", { class: "clock-date" });
  const field = h("input", { type: "datetime-local", "aria-label": words.custom, required: true });
  const form = h(
    "form",
    { class: "clock-form", hidden: true, onsubmit: go },
    field,
    h("button", { type: "submit" }, words.go),
  );
  const custom = h("button", { type: "button", "aria-expanded": "false", onclick: toggle }, words.custom);
  const friday = h(
    "button",
    {
      type: "button",
      class: "strong",
      onclick: () => move({ at: nextFriday(store.now(), store.timeZone).toISOString() }),
    },
    words.friday,
  );
  const buttons = h(
    "div",
    { class: "clock-buttons" },
    h("button", { type: "button", onclick: () => move({ advance: "1h" }) }, words.hour),
    h("button", { type: "button", onclick: () => move({ advance: "1d" }) }, words.day),
    friday,
    h("div", { class: "clock-custom" }, custom, form),
  );
  // On a phone the buttons stand in a row of their own, when asked for.
  const fold = h(
    "button",
    {
      type: "button",
      class: "clock-fold",
      "aria-expanded": "false",
      onclick: () => unfold(!place.hasAttribute("data-open")),
    },
    words.moveClock,
    icon(paths.down),
  );
  const face = h("div", { class: "clock-face" }, icon(paths.clock), time, date);
  place.replaceChildren(face, fold, buttons);

  /** @param {boolean} open */
  function unfold(open) {
    place.toggleAttribute("data-open", open);
    fold.setAttribute("aria-expanded", String(open));
  }

  function render() {
    if (place.hasAttribute("data-moving")) return;
    const now = store.now();
    time.textContent = timeText(now, store.timeZone);
    time.dateTime = now.toISOString();
    date.textContent = `${dateText(now, store.timeZone)} ${weekdayText(now, store.timeZone)}`;
  }

  function toggle() {
    form.hidden = !form.hidden;
    custom.setAttribute("aria-expanded", String(!form.hidden));
    if (form.hidden) return;
    field.value = fieldOf(store.now(), store.timeZone);
    field.focus();
  }

  const holder = custom.parentElement;
  document.addEventListener("click", (event) => {
    if (!form.hidden && event.target instanceof Node && !holder?.contains(event.target)) toggle();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    toggle();
    custom.focus();
  });

  /** @param {SubmitEvent} event */
  function go(event) {
    event.preventDefault();
    const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = field.value.split(/\D/).map(Number);
    toggle();
    void move({ at: momentOf(year, month, day, hour, minute, store.timeZone).toISOString() });
  }

  /** @param {{ advance: string } | { at: string }} step */
  async function move(step) {
    if (place.hasAttribute("data-moving")) return;
    place.setAttribute("data-moving", "");
    date.textContent = words.moving;
    for (const button of buttons.querySelectorAll("button")) button.disabled = true;
    try {
      const { now } = await moveClock(step);
      store.setNow(now);
      store.news += 1;
      const moment = new Date(now);
      toast(
        words.moved(
          `${dateText(moment, store.timeZone)} ${weekdayText(moment, store.timeZone)} ${timeText(moment, store.timeZone)}`,
        ),
        "note",
      );
    } catch (thrown) {
      toastError(thrown);
    } finally {
      place.removeAttribute("data-moving");
      for (const button of buttons.querySelectorAll("button")) button.disabled = false;
      render();
      store.changed();
    }
  }

  setInterval(render, 1000);
  render();
  return {
    focus: () => {
      unfold(true);
      friday.focus();
    },
  };
}
