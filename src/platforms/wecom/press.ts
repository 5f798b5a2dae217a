/** A press on a template card as the platform tells it, of the bot and of the app. */

export interface CardPress {
  /** The key of the button. */
  readonly key: string;
  /** The `task_id` of the card. */
  readonly cardId: string;
  /** Of an app's card: what it can be changed with, once within 72 hours (90236). A secret. */
  readonly responseCode?: string;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads the event of a press: the bot's JSON (101027), or the app's XML as an object of strings (90240). Some programs
 * guard against other spellings of its fields (`EventKey`, `TaskId`), against fields that stand directly in the event, and
 * against `ResponseData`, which holds them as a JSON string; all are read. Null: it is no press on a card.
 */
export function parsePress(event: unknown): CardPress | null {
  const places = placesIn(event);
  const key = textIn(places, ["event_key", "EventKey", "eventKey"]);
  const cardId = textIn(places, ["task_id", "TaskId", "taskId"]);
  if (key === undefined || cardId === undefined) return null;
  const responseCode = textIn(places, ["response_code", "ResponseCode", "responseCode"]);
  return { key, cardId, ...(responseCode !== undefined && { responseCode }) };
}

/** Whether an event is such a press. Names of events came in capitals once (90240). */
export function isPress(eventType: string | undefined): boolean {
  return eventType?.toLowerCase() === "template_card_event";
}

/** Where its fields may stand, the documented place first. */
function placesIn(event: unknown): readonly Fields[] {
  const outer = fieldsOf(event);
  const inner = fieldsOf(outer["event"]);
  const names = ["template_card_event", "TemplateCardEvent"];
  const named = [...names.map((name) => inner[name]), ...names.map((name) => outer[name])].map(fieldsOf);
  const places = [...named, inner, outer];
  return [...places, ...places.map((one) => fieldsOf(readJson(one["ResponseData"] ?? one["response_data"])))];
}

function textIn(places: readonly Fields[], names: readonly string[]): string | undefined {
  return places.flatMap((place) => names.map((name) => textOf(place[name]))).find((text) => text !== undefined);
}

function textOf(value: unknown): string | undefined {
  const text = typeof value === "number" ? String(value) : value;
  return typeof text === "string" && text.trim() !== "" ? text.trim() : undefined;
}

function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function readJson(value: unknown): unknown {
  try {
    return typeof value === "string" ? JSON.parse(value) : undefined;
  } catch {
    return undefined;
  }
}
