import { randomUUID } from "node:crypto";
import { buttonsOf, merelyAsks } from "../../messages/buttons.ts";
import type { Block, Card } from "../../messages/card.ts";
import { cleanText } from "../../messages/escape.ts";
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
const FITTING = { most: MOST_BUTTONS, labelLength: LABEL };

type CardParams = Readonly<Record<string, string>>;

interface Filled {
  readonly params: CardParams;
  /** Whether everything that the card says stands on it. */
  readonly whole: boolean;
  readonly hasButtons: boolean;
}

/** Makes the messages of a card. */
type Render = (card: Card) => readonly Part[];

export function filledWith(card: Card, render: Render): Filled {
  const { buttons } = buttonsOf(card, FITTING);
  const [first, ...more] = render(card);
  const title = first?.title ?? "";
  const shown = render(below(card, title, new Set(buttons.map(({ key }) => key))));
  const text = shown[0]?.text ?? "";
  const fits = more.length === 0 && shown.length <= 1 && Buffer.byteLength(text) <= MOST_VALUE_BYTES;
  const places = Array.from({ length: MOST_BUTTONS }, (_, index) => index);
  const params = {
    title,
    text: fits ? text : "",
    ...Object.fromEntries(places.map((place) => [`button${place + 1}`, buttons[place]?.label ?? ""])),
    ...Object.fromEntries(places.map((place) => [`press${place + 1}`, buttons[place]?.key ?? ""])),
  };
  // On a card nobody is alerted.
  const whole = first !== undefined && fits && first.mentions.length === 0;
  return { params, whole, hasButtons: buttons.length > 0 };
}

/** What a card says besides its title and its buttons, by their keys: neither is shown twice. */
function below({ blocks }: Card, title: string, keys: ReadonlySet<string>): Card {
  const isPressed = (block: Block) => {
    const { buttons, complete } = buttonsOf({ blocks: [block] }, FITTING);
    return complete && buttons.every(({ key }) => keys.has(key));
  };
  // Whom to call in danger stands before the title.
  const headed = blocks.find(({ kind }) => kind === "title") ?? blocks.find(({ kind }) => kind === "text");
  const left = blocks.flatMap((block): readonly Block[] => {
    switch (block.kind) {
      case "title":
      case "text":
        return block === headed ? withoutHead(block, title) : [block];
      case "choices":
        return isPressed(block) ? [] : [block];
      case "actions": {
        if (block.explained === true) return [block];
        const steps = block.steps.filter((step) => !isPressed({ ...block, steps: [step] }));
        return steps.length === 0 ? [] : [{ ...block, steps }];
      }
      default:
        return [block];
    }
  });
  return { blocks: left };
}

/** What of these words is not above them already. */
function withoutHead(block: Extract<Block, { kind: "title" | "text" }>, title: string): readonly Block[] {
  const [first = "", ...rest] = cleanText(block.text).trim().split("\n");
  if (first.trim() !== title) return [block];
  const text = rest.join("\n").trim();
  return text === "" ? [] : [{ kind: "text", text }];
}

function isSteps({ kind }: Block): boolean {
  return kind === "actions" || kind === "choices";
}

/** The words of a card as messages, with its buttons: on a card alone when that shows all, else on one behind them, where that is worth a message. */
export function withButtons(card: Card, render: Render): readonly Part[] {
  const { params, whole, hasButtons } = filledWith(card, render);
  const parts = render(card);
  const [first] = parts;
  if (first === undefined || !hasButtons) return parts;
  // A new one for each card: data is taken for an id once (create-and-deliver-cards).
  const made = { id: `chaxu-${randomUUID()}`, body: params };
  if (whole) return [{ ...first, card: made }];
  if (merelyAsks(card)) return parts;
  const text = render({ blocks: card.blocks.filter(isSteps) })[0]?.text ?? first.title;
  return [...parts, { title: first.title, text, mentions: [], card: { ...made, body: { ...params, text: "" } } }];
}

/** The same on the card of this id, which is there already; what does not fit on it is said behind it. */
export function onCard(id: string, card: Card, render: Render): readonly Part[] {
  const { params, whole } = filledWith(card, render);
  const parts = render(card);
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
