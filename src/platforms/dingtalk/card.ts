import { randomUUID } from "node:crypto";
import { buttonsOf } from "../../messages/buttons.ts";
import type { Card } from "../../messages/card.ts";
import type { Part } from "../platform.ts";

/**
 * What the template of an interactive card is filled with. Values are strings; a value may have 1 KB
 * (instructions-for-filling-in-api-card-data), so a longer text goes before the card.
 */

/** The template has so many buttons. */
const MOST_BUTTONS = 6;
/** What fits on a button beside another one. */
const LABEL = 12;
const MOST_VALUE_BYTES = 1_000;

type CardParams = Readonly<Record<string, string>>;

interface Filled {
  readonly params: CardParams;
  /** Whether everything that the card says stands on it. */
  readonly whole: boolean;
  readonly hasButtons: boolean;
}

/** `parts`: the card's words as messages. */
export function filledWith(card: Card, parts: readonly Part[]): Filled {
  const { buttons } = buttonsOf(card, { most: MOST_BUTTONS, labelLength: LABEL });
  const [first, ...more] = parts;
  const fits = first !== undefined && more.length === 0 && Buffer.byteLength(first.text) <= MOST_VALUE_BYTES;
  const places = Array.from({ length: MOST_BUTTONS }, (_, index) => index);
  const params = {
    title: first?.title ?? "",
    text: fits ? first.text : "",
    ...Object.fromEntries(places.map((place) => [`button${place + 1}`, buttons[place]?.label ?? ""])),
    ...Object.fromEntries(places.map((place) => [`press${place + 1}`, buttons[place]?.key ?? ""])),
  };
  // On a card nobody is alerted.
  const whole = fits && first.mentions.length === 0;
  return { params, whole, hasButtons: buttons.length > 0 };
}

/** The words of a card as messages, with its buttons: on a card alone when that shows all, else on one behind them. */
export function withButtons(card: Card, parts: readonly Part[], words: readonly Part[]): readonly Part[] {
  const { params, whole, hasButtons } = filledWith(card, parts);
  const [first] = parts;
  if (first === undefined || !hasButtons) return parts;
  // A new one for each card: data is taken for an id once (create-and-deliver-cards).
  const made = { id: `chaxu-${randomUUID()}`, body: params };
  if (whole) return [{ ...first, card: made }];
  const text = words[0]?.text ?? first.title;
  return [...parts, { title: first.title, text, mentions: [], card: { ...made, body: { ...params, text: "" } } }];
}

/** The same on the card of this id, which is there already; what does not fit on it is said behind it. */
export function onCard(id: string, card: Card, parts: readonly Part[]): readonly Part[] {
  const { params, whole } = filledWith(card, parts);
  const [first] = parts;
  if (first === undefined) return parts;
  const changed = { id, body: params, replaces: true } as const;
  if (whole) return [{ ...first, card: changed }];
  return [{ title: first.title, text: first.title, mentions: [], card: changed }, ...parts];
}

/** What changes a card: in the answer to a press, and by the API (interactive-card-update-interface, event-callback-card). */
export function changedData(params: Readonly<Record<string, unknown>>) {
  return { cardData: { cardParamMap: params }, cardUpdateOptions: { updateCardDataByKey: true } };
}
