/**
 * A sentence. `onPage`: what a page says in its place, where the forms stand beside it for which a chat has words; without it both
 * say the same.
 */
export type Saying = string | { readonly text: string; readonly onPage: string };

/** A sentence, and behind it what is said in a chat alone. */
export function taught(what: Saying, inChat: string): Saying {
  return both(what, { text: inChat, onPage: "" });
}

/** One behind the other. */
export function both(first: Saying, second: Saying): Saying {
  if (typeof first === "string" && typeof second === "string") return `${first}${second}`;
  return {
    text: `${inChat(first)}${inChat(second)}`,
    onPage: `${onPage(first)}${onPage(second)}`,
  };
}

function inChat(saying: Saying): string {
  return typeof saying === "string" ? saying : saying.text;
}

function onPage(saying: Saying): string {
  return typeof saying === "string" ? saying : saying.onPage;
}
