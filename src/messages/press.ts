import type { NextStep } from "./actions.ts";

/** A button of a card, pressed: what it says, and on what it was made. */
export type Press =
  /** A step of a card; `version`: of its issue, as it stood when the card was made. */
  | { readonly kind: "step"; readonly step: PressedStep; readonly version?: number }
  /** What answers a question, word for word; `question` tells which one. */
  | { readonly kind: "answer"; readonly word: string; readonly question: string };

export interface PressedStep extends Pick<NextStep, "command" | "word" | "given"> {
  readonly id?: number;
}

/** The keys of buttons may have 1,024 bytes (WeCom 101032, 90236). */
export const LONGEST_PRESS = 1024;

/**
 * A press as the key of its button: letters, digits, - and _ alone, which every platform brings back as they are. Null
 * when it would be longer than a key may be. It is no secret and no proof: who presses, and what he may, is looked at when
 * it comes back.
 */
export function encodePress(press: Press): string | null {
  const key = Buffer.from(JSON.stringify(rowOf(press))).toString("base64url");
  return key.length > LONGEST_PRESS ? null : key;
}

/** As a list, because keys are short. What is not there is empty or 0. */
function rowOf(press: Press): readonly (string | number)[] {
  if (press.kind === "answer") return ["a", press.word, press.question];
  const { command, word = "", id = 0, given = "" } = press.step;
  return ["s", command, word, id, given, press.version ?? 0];
}
