import { asksForMore, movesIssue, type NextStep } from "./actions.ts";
import type { Block, Card } from "./card.ts";
import { cleanText } from "./escape.ts";
import { encodePress } from "./press.ts";
import { ASKS, OTHER_WORDS, starsLabel } from "./zh-cn/actions.ts";
import { commandWord } from "./zh-cn/commands.ts";

/** Buttons are made of what a card says can be said next, and of nothing else. Each says its words. */

export interface Button {
  /** What stands on it. Plain text. */
  readonly label: string;
  /** What comes back when it is pressed. */
  readonly key: string;
}

export interface Buttons {
  /** What answers the card's question first, then its steps in their order. */
  readonly buttons: readonly Button[];
  /** Whether every step and choice of the card has a button among them. */
  readonly complete: boolean;
}

interface Made {
  readonly buttons: readonly Button[];
  readonly isWhole: boolean;
}

const MARKS = ["1", "2", "3", "4", "5"];

/** The buttons of a card: at most `most`, each with a label of at most `labelLength` characters. */
export function buttonsOf(
  card: Card,
  { most, labelLength }: { readonly most: number; readonly labelLength: number },
): Buttons {
  const blocks = card.blocks.toSorted((a, b) => placeOf(a) - placeOf(b));
  const made = blocks.flatMap((block) => madeOf(block, manyIssues(card)));
  const fitting = made.map(({ buttons, isWhole }) => {
    const short = buttons.filter(({ label }) => label.length <= labelLength);
    return {
      buttons: short.length === buttons.length ? short : [],
      isWhole: isWhole && short.length === buttons.length,
    };
  });
  const taken = new Map<string, Button>();
  let complete = fitting.every(({ isWhole }) => isWhole);
  for (const { buttons } of fitting) {
    const fresh = buttons.filter(({ key }) => !taken.has(key));
    // Of marks all are shown or none.
    if (taken.size + fresh.length > most) complete = false;
    else for (const button of fresh) taken.set(button.key, button);
  }
  return { buttons: [...taken.values()], complete };
}

function placeOf({ kind }: Block): number {
  return kind === "choices" ? 0 : 1;
}

/** Whether the steps of a card are about several issues, so that each needs its number. */
function manyIssues({ blocks }: Card): boolean {
  const ids = blocks.flatMap((block) => (block.kind === "actions" ? block.steps.flatMap(({ id }) => id ?? []) : []));
  return new Set(ids).size > 1;
}

/** One entry a step or choice. */
function madeOf(block: Block, numbered: boolean): readonly Made[] {
  switch (block.kind) {
    case "choices":
      return block.words.map((word) => {
        const { question } = block;
        return madeOne(
          cleanText(word),
          question === undefined ? null : encodePress({ kind: "answer", word, question }),
        );
      });
    case "actions":
      return block.steps.map((step) => madeOfStep(step, block.versions ?? {}, numbered));
    default:
      return [];
  }
}

const NONE: Made = { buttons: [], isWhole: false };

function madeOne(label: string, key: string | null): Made {
  return key === null ? NONE : { buttons: [{ label, key }], isWhole: true };
}

function madeOfStep(step: NextStep, versions: Readonly<Record<string, number>>, numbered: boolean): Made {
  const { command, word, id, given, blank } = step;
  if (id === "any" || (blank !== undefined && !asksForMore(command))) return NONE;
  const version = id === undefined || !movesIssue(command) ? undefined : versions[id];
  if (id !== undefined && movesIssue(command) && version === undefined) return NONE;
  const pressed = {
    command,
    ...(word !== undefined && { word }),
    ...(id !== undefined && { id }),
    ...(given !== undefined && { given }),
  };
  const keyWith = (one: typeof pressed) =>
    encodePress({ kind: "step", step: one, ...(version !== undefined && { version }) });
  if (command === "rate") {
    const marks = MARKS.map((mark) => madeOne(starsLabel(mark), keyWith({ ...pressed, given: mark })));
    return { buttons: marks.flatMap(({ buttons }) => buttons), isWhole: marks.every(({ isWhole }) => isWhole) };
  }
  // 派单 12 1: beside another number the issue's own would be missed.
  const number = numbered || given !== undefined ? id : undefined;
  const said = word === undefined ? commandWord(command) : OTHER_WORDS[word];
  const label = [said, number, given].filter((part) => part !== undefined).join(" ");
  return madeOne(cleanText(blank === undefined ? label : `${label}${ASKS}`), keyWith(pressed));
}

/** Whether all that can be pressed only asks something, which the words of the card say as well: a card of such buttons alone says nothing. */
export function merelyAsks({ blocks }: Card): boolean {
  return blocks.every(
    (block) =>
      block.kind !== "choices" &&
      (block.kind !== "actions" || block.steps.every(({ command }) => !movesIssue(command) && !asksForMore(command))),
  );
}

/** The issues that the steps of a card would move. */
export function issuesMovedBy({ blocks }: Card): readonly number[] {
  const steps = blocks.flatMap((block) => (block.kind === "actions" ? block.steps : []));
  const ids = steps.flatMap(({ command, id }) => (typeof id === "number" && movesIssue(command) ? [id] : []));
  return [...new Set(ids)];
}

/** The card with what its buttons carry: the versions of the issues that its steps move, and the question that its choices answer. */
export function withMarks(
  card: Card,
  { versions, question }: { readonly versions: ReadonlyMap<number, number>; readonly question?: string | undefined },
): Card {
  if (versions.size === 0 && question === undefined) return card;
  const blocks = card.blocks.map((block): Block => {
    if (block.kind === "choices") return question === undefined ? block : { ...block, question };
    if (block.kind !== "actions" || versions.size === 0) return block;
    return { ...block, versions: Object.fromEntries(versions) };
  });
  return { blocks };
}
