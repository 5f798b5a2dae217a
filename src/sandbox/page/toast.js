import { h } from "./dom.js";

/**
 * A sentence at the foot of the page that goes by itself.
 *
 * @param {string} sentence
 * @param {"error" | "note"} [kind]
 */
export function toast(sentence, kind = "error") {
  const box = document.getElementById("toasts");
  if (!box) return;
  if ([...box.children].some((child) => child.textContent === sentence)) return;
  const element = h("div", { class: `toast ${kind}` }, sentence);
  box.append(element);
  setTimeout(() => element.remove(), kind === "error" ? 6000 : 3000);
}

/** @param {unknown} thrown */
export const toastError = (thrown) => toast(thrown instanceof Error ? thrown.message : String(thrown));
