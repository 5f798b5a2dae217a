import { z } from "zod";
import { stepText } from "../messages/actions.ts";
import { LONGEST_PRESS, type Press } from "../messages/press.ts";
import { OTHER_WORDS } from "../messages/zh-cn/actions.ts";
import { COMMAND_WORDS, type CommandName } from "../messages/zh-cn/commands.ts";
import type { PressedOn } from "../store/inbound-message.ts";

/** What came back from a button. Anybody can send anything there: it is read like any other input, and proves nothing. */

const HIGHEST = 2_147_483_647;
/** Of a word that is said, in characters: longer ones stand on no button. */
const WORD = 40;

const number = z.number().int().min(0).max(HIGHEST);
const said = z
  .string()
  .max(WORD)
  .regex(/^[^\p{Cc}]*$/u);
const row = z.union([
  z.tuple([z.literal("a"), said.min(1), z.string().min(1).max(64)]),
  z.tuple([z.literal("s"), z.string(), z.string(), number, said, number]),
]);

/** The press of a key as `encodePress` writes it; null for anything else. */
export function decodePress(key: string): Press | null {
  if (key.length > LONGEST_PRESS || !/^[\w-]+$/.test(key)) return null;
  const read = row.safeParse(parsed(Buffer.from(key, "base64url").toString("utf8"))).data;
  if (read === undefined) return null;
  if (read[0] === "a") return { kind: "answer", word: read[1], question: read[2] };
  const [, command, word, id, given, version] = read;
  if (!isCommand(command) || (word !== "" && !isOtherWord(word))) return null;
  const step = { command, ...(word !== "" && { word }), ...(id !== 0 && { id }), ...(given !== "" && { given }) };
  return { kind: "step", step, ...(version !== 0 && { version }) };
}

/** What a press says, as if it had been written, and what has to be so still for it to count. */
export function saidBy(press: Press): { readonly text: string; readonly on: PressedOn } {
  if (press.kind === "answer") return { text: press.word, on: { kind: "answer", question: press.question } };
  const { step, version = null } = press;
  return { text: stepText(step), on: { kind: "step", issueId: step.id ?? null, version } };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(COMMAND_WORDS, name);
}

function isOtherWord(name: string): name is keyof typeof OTHER_WORDS {
  return Object.hasOwn(OTHER_WORDS, name);
}
