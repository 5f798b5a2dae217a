/**
 * Tells how far a file is that takes long to make: how much of it is here, and when it is whole. Without this script the browser
 * takes it by itself. What is no file, because it was refused, is a page, and gone to as such.
 */

/** Where it is told: asked for each time, as a page is renewed meanwhile. */
function line() {
  const found = document.querySelector("[data-export]");
  return found instanceof HTMLElement ? found : null;
}

const MB = 1_048_576;
/** How often the line changes, in milliseconds; whoever hears it read out is not flooded. */
const EVERY_MS = 500;

let isAtWork = false;

/** @param {string} text */
function tell(text) {
  const place = line();
  if (place !== null) place.textContent = text;
}

/**
 * A sentence of the page, with what it leaves open.
 * @param {"working" | "done" | "failed"} which
 * @param {{ size?: number, name?: string }} what
 */
function sentence(which, { size = 0, name = "" }) {
  const said = line()?.dataset[which] ?? "";
  return said.replace("{size}", (size / MB).toFixed(1)).replace("{name}", name);
}

/**
 * @param {string} address
 * @param {RequestInit} how
 * @param {() => void} otherwise
 */
async function take(address, how, otherwise) {
  if (isAtWork) return;
  isAtWork = true;
  try {
    tell(sentence("working", {}));
    const response = await fetch(address, how);
    const name = /filename\*=UTF-8''([^;]+)/u.exec(response.headers.get("content-disposition") ?? "")?.[1];
    if (!response.ok || name === undefined || response.body === null) {
      // The page that says why is asked for as a page.
      otherwise();
      return;
    }
    const whole = decodeURIComponent(name);
    const bytes = await read(response.body);
    give(new Blob(bytes, { type: response.headers.get("content-type") ?? "" }), whole);
    tell(sentence("done", { name: whole, size: bytes.reduce((sum, one) => sum + one.length, 0) }));
  } catch {
    tell(sentence("failed", {}));
  } finally {
    isAtWork = false;
  }
}

/** @param {ReadableStream<Uint8Array<ArrayBuffer>>} body */
async function read(body) {
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const parts = [];
  let [size, told] = [0, performance.now()];
  for (const reader = body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) return parts;
    parts.push(value);
    size += value.length;
    if (performance.now() - told < EVERY_MS) continue;
    told = performance.now();
    tell(sentence("working", { size }));
  }
}

/**
 * @param {Blob} blob
 * @param {string} name
 */
function give(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest(".exports a[download]") : null;
  if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  void take(link.href, {}, () => location.assign(link.href));
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.closest(".exports") === null) return;
  event.preventDefault();
  const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  void take(form.action, { method: "POST", body }, () => form.submit());
});
