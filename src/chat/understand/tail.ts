import { moveOf } from "../../domain/issue/lifecycle.ts";
import { plainOf } from "../../domain/plain.ts";
import { numbersChosen } from "./chosen.ts";
import { candidatesFor, describedIn, isAction, SURE_SCORE } from "./sight.ts";
import type { Situation } from "./situation.ts";
import { withoutUnits } from "./units.ts";
import { besideTitle, isNumberAndLittle, namedByChoice } from "./zh-cn-choice.ts";
import { placesSaid } from "./zh-cn-numbers.ts";
import { strangersIn } from "./zh-cn-strangers.ts";
import { isAllAlone, isJunk, tellsLittle } from "./zh-cn-tail.ts";

/** What stands behind the word of a move that needs no text, where no number was read: 签收 三号, 签收 路灯那个, 签收 abc. */
export type Tail =
  /** It names issues; `written`: by their numbers. */
  | { readonly kind: "names"; readonly numbers: readonly number[]; readonly written: boolean }
  /** It is nothing that could be meant. */
  | { readonly kind: "junk" }
  /** It may be meant for another issue than the one that can be meant. */
  | { readonly kind: "unclear" }
  | { readonly kind: "told" };

/** Null: the command takes a text, or nothing stands there. */
export function tailOf(command: string, rest: string, situation: Situation): Tail | null {
  if (!isAction(command) || moveOf(command).needs !== "nothing" || rest === "") return null;
  const plain = plainOf(rest);
  const written = writtenIn(plain, situation);
  const numbers = written.length > 0 ? written : describedBy(command, plain, situation);
  if (numbers.length > 0) return { kind: "names", numbers, written: written.length > 0 };
  if (isJunk(plain)) return { kind: "junk" };
  // 同意 三天: what is said with it decides how much is agreed to.
  return { kind: command !== "approve" && tellsLittle(plain) ? "unclear" : "told" };
}

/** 三号, 四号那个: also numbers that are not in sight. */
function writtenIn(plain: string, { issues }: Situation): readonly number[] {
  const known = issues.map(({ number }) => number);
  const strangers = strangersIn(plain, (number) => known.includes(number));
  const chosen = numbersChosen(plain, known);
  const titles = issues.flatMap((one) => (chosen.includes(one.number) ? [plainOf(one.title)] : []));
  return isNumberAndLittle(plain, titles.join("")) ? [...chosen, ...strangers.map(({ number }) => number)] : [];
}

/** 路灯那个, 全部; to a list 第二个. */
function describedBy(command: string, plain: string, situation: Situation): readonly number[] {
  const { issues, quote, park } = situation;
  const listed = quote?.numbers ?? [];
  if (listed.length > 1) return placesSaid(plain, listed.length).flatMap((place) => listed[place - 1] ?? []);
  const able = candidatesFor(command, issues);
  if (isAllAlone(plain)) return able.map(({ number }) => number);
  const named = namedByChoice(withoutUnits(plain, park));
  if (named === null) return [];
  const found =
    [able, issues].map((some) => describedIn(named, some, SURE_SCORE)).find((some) => some.length > 0) ?? [];
  const fitting = found.filter(({ title }) => besideTitle(named, plainOf(title)) === 0);
  return fitting.length === 1 ? fitting.map(({ number }) => number) : [];
}
