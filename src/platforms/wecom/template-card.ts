import { randomUUID } from "node:crypto";
import { shortened } from "../../domain/graphemes.ts";
import type { NextStep } from "../../messages/actions.ts";
import { type Button, buttonsOf, issuesMovedBy, merelyAsks } from "../../messages/buttons.ts";
import type { Block, Card, Field } from "../../messages/card.ts";
import { cleanText } from "../../messages/escape.ts";
import { CHOOSE, nextTitle } from "../../messages/zh-cn/buttons.ts";
import type { Part } from "../platform.ts";

/** Cards with buttons (`button_interaction`). Sources: 101032 for the bot, 90236 for the app. */

/** Lengths in characters; what is longer the clients cut off, so that it would be lost. */
export interface CardLimits {
  readonly title: number;
  readonly subTitle: number;
  readonly value: number;
}

/** Of the 智能机器人 (101032). */
export const BOT_CARD: CardLimits = { title: 26, subTitle: 112, value: 26 };
/** Of a self-built app (90236). */
export const APP_CARD: CardLimits = { title: 36, subTitle: 160, value: 30 };

const MOST_BUTTONS = 6;
const BUTTON = 10;
const MOST_FIELDS = 6;
const KEY_NAME = 5;

export interface TemplateCard {
  /** Its `task_id`. */
  readonly id: string;
  /** What `template_card` holds. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Whether everything that the card says stands on it. Else it is its title and its buttons, and the words go before it. */
  readonly whole: boolean;
}

/** The card as a template card, or null when nothing on it can be pressed. */
export function templateCardOf(card: Card, limits: CardLimits, id = newCardId()): TemplateCard | null {
  const { buttons, complete } = buttonsOf(card, FITTING);
  if (buttons.length === 0) return null;
  const all = complete ? shownWhole(card, limits) : null;
  return { id, body: bodyOf(id, all ?? titleAlone(card, limits, buttons), buttons), whole: all !== null };
}

/** Its buttons, for beside its words. */
export function buttonsBeside(card: Card, id: string): TemplateCard["body"] | null {
  const { buttons } = buttonsOf(card, FITTING);
  return buttons.length === 0 ? null : bodyOf(id, titleBeside(card), buttons);
}

/** What the words before it say is not said again. */
function titleBeside(card: Card) {
  if (card.blocks.some(({ kind }) => kind === "choices")) return { main_title: { title: CHOOSE } };
  const ids = card.blocks.flatMap((block) =>
    block.kind === "actions" ? block.steps.flatMap(({ id }) => id ?? []) : [],
  );
  const [id, ...others] = new Set(ids);
  return { main_title: { title: nextTitle(typeof id === "number" && others.length === 0 ? id : null) } };
}

/** A card has a title, so that one of nothing but steps is called by the first of them. */
function titleAlone(card: Card, limits: CardLimits, [first]: readonly Button[]) {
  return { main_title: { title: titleOf(card, limits) || (first?.label ?? "") } };
}

const FITTING = { most: MOST_BUTTONS, labelLength: BUTTON };

function bodyOf(
  id: string,
  shown: Readonly<Record<string, unknown>>,
  buttons: readonly Button[],
): TemplateCard["body"] {
  return {
    card_type: "button_interaction",
    ...shown,
    // The first is the likeliest, and stands out.
    button_list: buttons.map(({ label, key }, place) => ({ text: label, style: place === 0 ? 1 : 2, key })),
    task_id: id,
  };
}

/**
 * What a pressed card becomes (`update_template_card`): the same `task_id`, and what can be done now. Where nothing can, it
 * keeps one button, which asks how the issue stands: a card of this kind has at least one.
 */
export function updatedCard(id: string, card: Card, limits: CardLimits): TemplateCard {
  const changed = templateCardOf(card, limits, id) ?? templateCardOf(withOneStep(card), limits, id);
  if (changed === null) throw new Error("a step that needs nothing makes a button");
  return changed;
}

function withOneStep(card: Card): Card {
  const [moved] = issuesMovedBy(card);
  const named = card.blocks.flatMap((block) => (block.kind === "actions" ? block.steps : [])).find(hasNumber);
  const id = moved ?? named?.id;
  const step: NextStep = typeof id === "number" ? { command: "status", id } : { command: "help" };
  return { blocks: [...card.blocks, { kind: "actions", steps: [step] }] };
}

function hasNumber({ id }: NextStep): boolean {
  return typeof id === "number";
}

/** Never used before by this bot or app, of the characters that a `task_id` may have. */
function newCardId(): string {
  return `chaxu-${randomUUID()}`;
}

/** The words of a card as messages, with its buttons: on a card alone when that shows all, else on one behind them. */
export function withTemplateCard(parts: readonly Part[], card: Card, limits: CardLimits): readonly Part[] {
  const made = templateCardOf(card, limits);
  const [first, ...more] = parts;
  if (made === null || first === undefined) return parts;
  const { id, body, whole } = made;
  if (whole && more.length === 0) return [{ ...first, card: { id, body } }];
  if (merelyAsks(card)) return parts;
  // Where no card can go after all, the title alone is said once more.
  const text = titleOf(card, limits);
  const beside = buttonsBeside(card, id) ?? body;
  return [...parts, { title: first.title, text, mentions: [], card: { id, body: beside } }];
}

/** Null: something of it has no room. */
function shownWhole(card: Card, limits: CardLimits): Readonly<Record<string, unknown>> | null {
  const [title, ...others] = card.blocks.filter(({ kind }) => kind === "title").map(plainOf);
  const fields = card.blocks.flatMap((block) => (block.kind === "fields" ? block.fields : [])).map(fieldOf);
  const texts = card.blocks.map(plainOf).filter((text) => text !== "");
  const below = title === undefined ? texts : texts.slice(texts.indexOf(title) + 1);
  const isFirst = title === undefined || texts[0] === title;
  const subTitle = below.join("\n");
  const fits =
    card.blocks.every(canStand) &&
    isFirst &&
    texts.length > 0 &&
    others.length === 0 &&
    (title ?? "").length <= limits.title &&
    !(title ?? "").includes("\n") &&
    subTitle.length <= limits.subTitle &&
    fields.length <= MOST_FIELDS &&
    fields.every(({ keyname, value }) => keyname.length <= KEY_NAME && value.length <= limits.value);
  if (!fits) return null;
  return {
    ...(title !== undefined && { main_title: { title } }),
    ...(subTitle !== "" && { sub_title_text: subTitle }),
    ...(fields.length > 0 && { horizontal_content_list: fields }),
  };
}

/** A card alerts nobody, and opens no address. */
function canStand(block: Block): boolean {
  return block.kind !== "mention" && block.kind !== "link" && !(block.kind === "actions" && block.explained === true);
}

function fieldOf({ label, value }: Field) {
  return { keyname: line(label), value: line(value) };
}

/** What stands in a block, beside its fields and what becomes buttons. */
function plainOf(block: Block): string {
  switch (block.kind) {
    case "title":
    case "text":
    case "hint":
      return cleanText(block.text).trim();
    case "said":
      return cleanText(block.by === undefined ? block.text : `${block.by}：${block.text}`).trim();
    case "list":
      return block.items
        .flat()
        .map((item) => `• ${line(item)}`)
        .join("\n");
    case "fields":
    case "actions":
    case "choices":
    case "mention":
    case "link":
    case "divider":
      return "";
  }
}

/** The card's title, or how it begins. */
function titleOf(card: Card, { title }: CardLimits): string {
  const own = card.blocks.find(({ kind }) => kind === "title") ?? card.blocks.find((block) => plainOf(block) !== "");
  const text = own === undefined ? "" : line(plainOf(own));
  // A character may be several code units, which the limit may count.
  return [...shortened(text, title)].reduce((kept, one) => (kept.length + one.length > title ? kept : kept + one), "");
}

function line(text: string): string {
  return cleanText(text).replaceAll("\n", " ").trim();
}
