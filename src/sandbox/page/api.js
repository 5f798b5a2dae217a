import { words } from "./words.js";

/** @import { Message, PlatformName, Said, Sayable, State } from "./types.js" */

/**
 * @param {string} path
 * @param {unknown} [body] makes it a POST
 */
async function ask(path, body) {
  let response;
  try {
    response = await fetch(
      path,
      body === undefined
        ? { headers: { accept: "application/json" } }
        : { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) },
    );
  } catch {
    throw new Error(words.unreachable);
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(typeof answer.error === "string" ? answer.error : words.failed);
  return answer;
}

/** @returns {Promise<State>} */
export const readState = () => ask("/sandbox/api/state");

/** @param {Said} said @returns {Promise<void>} */
export const say = (said) => ask("/sandbox/api/say", said);

/** @param {{ platform: PlatformName, chatId: string, userId: string, card: string, key: string }} pressed @returns {Promise<void>} */
export const press = (pressed) => ask("/sandbox/api/press", pressed);

/**
 * What a person likely wants to say next in a chat.
 *
 * @param {{ platform: PlatformName, chatId: string, userId: string }} place
 * @returns {Promise<{ suggestions: Sayable[] }>}
 */
export const readSuggestions = (place) => ask(`/sandbox/api/suggestions?${new URLSearchParams(place)}`);

/** @returns {Promise<{ now: string }>} */
export const readClock = () => ask("/sandbox/clock");

/** @param {{ advance: string } | { at: string }} move @returns {Promise<{ now: string }>} */
export const moveClock = (move) => ask("/sandbox/clock", move);

/**
 * Listens to new and changed messages. The browser reconnects by itself and says what it saw last.
 *
 * @param {string} cursor
 * @param {{ message: (message: Message & { now: string }) => void, reset: () => void, lost: () => void, open: () => void }} on
 */
export function listen(cursor, on) {
  let source = /** @type {EventSource | null} */ (null);
  const start = (/** @type {string} */ from) => {
    source = new EventSource(`/sandbox/api/stream?after=${encodeURIComponent(from)}`);
    source.addEventListener("message", (event) => on.message(JSON.parse(event.data)));
    source.addEventListener("reset", () => on.reset());
    source.addEventListener("open", () => on.open());
    source.addEventListener("error", () => {
      on.lost();
      if (source?.readyState === EventSource.CLOSED) setTimeout(() => start(from), 3000);
    });
  };
  start(cursor);
}
