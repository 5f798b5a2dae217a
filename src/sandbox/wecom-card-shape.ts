import type { SimCard } from "./world.ts";

export type Fields = Readonly<Record<string, unknown>>;

const MOST_BUTTONS = 6;
const MOST_FIELDS = 6;
const MOST_KEY_BYTES = 1024;
const MOST_ID_BYTES = 128;

/** The card as it is shown. Throws where the platform would refuse it (101032, 90236); lengths are not looked at: clients cut. */
export function cardIn(body: unknown): SimCard {
  const card = fieldsOf(body);
  if (card["card_type"] !== "button_interaction") throw new Error(`no interactive card: ${String(card["card_type"])}`);
  const id = textOf(card["task_id"]);
  if (!/^[\w@-]+$/.test(id) || Buffer.byteLength(id) > MOST_ID_BYTES)
    throw new Error("the card's task_id is not allowed");
  const buttons = listOf(card["button_list"]).map((one) => ({ label: textOf(one["text"]), key: textOf(one["key"]) }));
  if (buttons.length < 1 || buttons.length > MOST_BUTTONS) throw new Error(`a card with ${buttons.length} buttons`);
  if (new Set(buttons.map(({ key }) => key)).size < buttons.length) throw new Error("two buttons have one key");
  if (buttons.some(({ label, key }) => label === "" || key === "" || Buffer.byteLength(key) > MOST_KEY_BYTES))
    throw new Error("a button without text or key, or with too long a key");
  const title = textOf(fieldsOf(card["main_title"])["title"]);
  const text = textOf(card["sub_title_text"]);
  if (title === "" && text === "") throw new Error("a card without title and text");
  const shown = listOf(card["horizontal_content_list"]);
  if (shown.length > MOST_FIELDS) throw new Error(`a card with ${shown.length} fields`);
  const fields = shown.map((one) => ({ label: textOf(one["keyname"]), value: textOf(one["value"]) }));
  return { id, title, text, fields, buttons };
}

/** Null: the platform would refuse it. */
export function cardOrNull(body: unknown): SimCard | null {
  try {
    return cardIn(body);
  } catch {
    return null;
  }
}

export function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function listOf(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.map(fieldsOf) : [];
}

export function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
