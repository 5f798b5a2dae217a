import { plainOf } from "../../domain/plain.ts";
import type { Doing, Understood } from "./outcome.ts";
import type { Situation } from "./situation.ts";
import { IS_ANOTHER_MATTER, TURN } from "./zh-cn-continues.ts";
import { IS_ONE_MORE, JOINS_ON, mayBeParted, type Several, severalSaid } from "./zh-cn-divided.ts";
import { hasMatterOfItsOwn } from "./zh-cn-own-matter.ts";
import { withoutEnd, withoutLead } from "./zh-cn-pieces.ts";
import { lettersShared } from "./zh-cn-titles.ts";
import { IS_NOT_THE_SAME } from "./zh-cn-ways.ts";

/** 不对 这是两个事，跳闸一个 路一个: what was offered as one new issue is shown again as several, and nothing that was told is lost. */

/** Null: it says no such thing, or means another issue than that which is offered. */
export function divided(text: string, { question }: Situation): Understood | null {
  if (question?.ask !== "offer") return null;
  const { doings } = question;
  const raising = doings.filter(({ command, rest }) => command === "submit" && rest !== "");
  if (raising.length === 0) return null;
  const plain = plainOf(text);
  const told = plainOf(raising.map(({ rest }) => rest).join(" "));
  const several = severalSaid(plain, (name) => lettersShared(name, told) > 0);
  if (several === null) return null;
  const all =
    raising.length >= manyOf(several)
      ? doings
      : doings.flatMap((one) => (raising.includes(one) ? partsOf(one, several) : [one]));
  const isAnother = IS_ANOTHER_MATTER.test(plain) || IS_NOT_THE_SAME.test(plain);
  // 分开报, of what is like another issue, or of those that stand there apart already.
  if (isAnother && (all.length === doings.length || (question.ways !== undefined && several.count === null)))
    return null;
  return { steps: all.map((doing) => ({ kind: "offer", doing })), why: ["divided"], answers: true };
}

function manyOf({ count, names }: Several): number {
  return Math.max(count ?? 2, names.length);
}

function partsOf(doing: Doing, several: Several): readonly Doing[] {
  const { names } = several;
  const lines = doing.rest.split("\n");
  const pieces = mayBeParted(doing.rest);
  const parts =
    names.length > 1
      ? (byNames(lines, names, "\n") ?? byNames(pieces, names, ""))
      : (byMatter(lines, several, "\n") ?? byMatter(pieces, several, ""));
  return (parts ?? [doing.rest]).map((rest) => ({ ...doing, rest }));
}

/** Each piece belongs to the name that it is about, or goes on with the one before. Null: some have none. */
function byNames(pieces: readonly string[], names: readonly string[], joint: string): readonly string[] | null {
  const parts = names.map((): string[] => []);
  let at = 0;
  const ahead: string[] = [];
  let isNamed = false;
  for (const piece of pieces) {
    const shared = names.map((name) => lettersShared(name, plainOf(piece)));
    const most = Math.max(...shared);
    if (most > 0) at = shared[at] === most ? at : shared.indexOf(most);
    if (most === 0 && !isNamed) ahead.push(piece);
    else parts[at]?.push(...(isNamed ? [] : ahead), piece);
    isNamed ||= most > 0;
  }
  return parts.every((part) => part.length > 0) ? parts.map((part) => joined(part, joint)) : null;
}

/** A piece with a matter of its own, or that says it is one more, begins another part. Null: they are not so many. */
function byMatter(pieces: readonly string[], several: Several, joint: string): readonly string[] | null {
  if (pieces.length === manyOf(several) && joint === "\n") return pieces.map((piece) => joined([piece], joint));
  const parts: string[][] = [];
  for (const piece of pieces) {
    const before = parts.at(-1);
    const plain = plainOf(piece);
    const begins =
      IS_ONE_MORE.test(plain) || (hasMatterOfItsOwn(plain) && before?.some((one) => hasMatterOfItsOwn(plainOf(one))));
    if (before === undefined || begins) parts.push([piece]);
    else before.push(piece);
  }
  const all = parts.map((part) => joined(part, joint));
  const isToldOf = (part: string) => part.replace(TURN, "").replace(/[^\p{L}\p{N}]/gu, "").length >= SHORTEST_PART;
  return all.length === manyOf(several) && all.every(isToldOf) ? all : null;
}

/** 对了，顺便问下: no part of its own. */
const SHORTEST_PART = 3;

function joined(pieces: readonly string[], joint: string): string {
  return withoutEnd(withoutLead(pieces.join(joint))).replace(JOINS_ON, "");
}
