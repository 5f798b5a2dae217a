/**
 * Keeps an open page as it would be now: when something has happened, it is asked for anew and put in the place of what stands there.
 * Whoever is at work on the page is not disturbed: he is told, and loads it himself. Without this script a page stays as it was made.
 */

/** Not all pages at once, and what happens together once. In milliseconds. */
const WAIT_MS = { least: 300, more: 1_500 };
/** Nothing changes under a finger. */
const TOUCHED_MS = 1_500;
const AGAIN_MS = 30_000;

const notice = document.getElementById("changed");
notice?.querySelector("button")?.addEventListener("click", () => {
  // What was shown once is not asked for again by reading the page anew.
  if (isShownOnce()) location.assign(location.pathname);
  else location.reload();
});

/** Paper is offered where a script can ask for it. */
function offerPrint() {
  for (const button of document.querySelectorAll("[data-print]")) {
    if (!(button instanceof HTMLElement)) continue;
    button.hidden = false;
    button.onclick = () => print();
  }
}
offerPrint();

let touched = 0;
for (const name of ["pointerdown", "keydown"]) {
  document.addEventListener(name, () => {
    touched = performance.now();
  });
}

/** Whether something stands on the page that would be gone, and that somebody may be reading just now. */
function isShownOnce() {
  return document.querySelector("#main [data-once]") !== null;
}

/** Whether somebody is at work on the page. */
function isBusy() {
  const main = document.getElementById("main");
  if (main === null || main.contains(document.activeElement) || isShownOnce()) return true;
  // A form that was sent back with what was filled in, or what is to be confirmed.
  if (main.querySelector("[data-keep]") !== null) return true;
  if (touched > 0 && performance.now() - touched < TOUCHED_MS) return true;
  return [...main.querySelectorAll("textarea, select, input:not([type=hidden])")].some(isFilled);
}

/** @param {Element} field */
function isFilled(field) {
  if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
  if (field instanceof HTMLSelectElement) {
    return [...field.options].some((one) => one.selected && !one.defaultSelected && one.index > 0);
  }
  if (!(field instanceof HTMLInputElement)) return false;
  return field.type === "checkbox" ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
}

async function renew() {
  if (isBusy()) {
    if (notice !== null) notice.hidden = false;
    return;
  }
  const response = await fetch(location.href, { headers: { accept: "text/html" } });
  // Signed out, or gone: the page itself says so.
  if (response.redirected || !response.ok) {
    location.reload();
    return;
  }
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html").getElementById("main");
  const main = document.getElementById("main");
  if (fresh === null || main === null || isBusy()) return;
  // What stands in for this script would be loaded, too.
  for (const one of fresh.querySelectorAll("noscript")) one.remove();
  const open = [...main.querySelectorAll("details")].map((one) => one.open);
  // What a form came to is said once, and stays as long as its page.
  const said = main.querySelector(".said");
  if (said !== null) fresh.querySelector("h1")?.after(said);
  main.replaceWith(fresh);
  offerPrint();
  const details = [...fresh.querySelectorAll("details")];
  if (details.length === open.length) for (const [index, one] of details.entries()) one.open = open[index] ?? one.open;
}

let timer = 0;
function renewSoon() {
  clearTimeout(timer);
  timer = setTimeout(() => void renew().catch(() => {}), WAIT_MS.least + Math.random() * WAIT_MS.more);
}

/** @type {EventSource | null} */
let stream = null;
let wasOpen = false;

/** Browsers keep few connections to one host: a page that nobody sees needs none. */
function watch() {
  if (document.hidden || stream !== null) return;
  stream = new EventSource("/live");
  stream.addEventListener("changed", renewSoon);
  stream.addEventListener("open", () => {
    // What happened while nobody watched is not told.
    if (wasOpen) renewSoon();
    wasOpen = true;
  });
  stream.addEventListener("error", () => {
    // Refused, as while the program starts again: the browser itself does not come back then.
    if (stream?.readyState !== EventSource.CLOSED) return;
    stream = null;
    setTimeout(watch, AGAIN_MS);
  });
}

/** A page that is only looked at is asked for again without a reason, too: what becomes late does so by itself. */
const renewEveryS = Number(document.getElementById("main")?.dataset["renew"] ?? 0);
if (renewEveryS > 0) setInterval(renewSoon, renewEveryS * 1_000);

document.addEventListener("visibilitychange", () => {
  if (document.hidden) {
    stream?.close();
    stream = null;
  } else watch();
});
watch();
