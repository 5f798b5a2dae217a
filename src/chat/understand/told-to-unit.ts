import type { Department } from "../../domain/park/org.ts";
import { plainOf } from "../../domain/plain.ts";
import { withMarks } from "./handing.ts";
import { affirmedIn } from "./roles.ts";
import type { Situation } from "./situation.ts";
import { unitsIn } from "./units.ts";
import * as said from "./zh-cn-handing.ts";
import { clausesWithEnds, withoutEnd, withoutFiller, withoutLead } from "./zh-cn-pieces.ts";

/** What of a sentence that gives an issue away is a note to the unit. */

/** It is said at the beginning whose an issue is. */
const LOOKED_AT = 200;

/** What is told to the unit, of what stands behind its name in free words: no filler, and not whose it is not. */
export function toldBehind(text: string, { code }: Department, { park }: Situation): string {
  const [first = "", ...others] = clausesWithEnds(text.slice(0, LOOKED_AT));
  const given = others.findLastIndex((clause) => isGiven(clause, code, park));
  const kept = [
    ...others.slice(given + 1).filter((clause) => !isNoNote(clause, code, park)),
    // What is said further on is told as it is.
    text.slice(LOOKED_AT),
  ];
  const own =
    given >= 0 || withoutEnd(first) === "" ? "" : withoutFiller(said.withoutNumber(againNamed(first, code, park)));
  const told = isNoNote(own, code, park) ? "" : own;
  return said.withoutItsWord(withoutEnd(withoutLead([told, ...kept].join(""))));
}

/** 给龙飞他们公安: what names the same unit once more tells it nothing. */
function againNamed(clause: string, code: string, park: Situation["park"]): string {
  const [again] = unitsIn(plainOf(clause), park).filter(({ found }) => found.code === code);
  return again !== undefined && withoutFiller(clause.slice(0, again.start)) === "" ? clause.slice(again.end) : clause;
}

/** It says whose it is or is not, or is said for courtesy or to the bot. */
function isNoNote(clause: string, code: string, park: Situation["park"]): boolean {
  const plain = plainOf(clause);
  const units = unitsIn(plain, park);
  const marked = withMarks(plain, units);
  if (said.IS_COURTESY.test(plain) || said.LETS_IT_GO.test(marked)) return true;
  if (units.length > affirmedIn(plain, units).length) return said.NOT_THEIRS.test(marked);
  const isGivenToo = units.length > 0 && said.GIVEN_TOO.test(marked);
  return !isGivenToo && said.IS_THEIRS.test(marked) && units.every(({ found }) => found.code === code);
}

/** 都不是建管局的: whose it is not, and nothing else. */
export function merelyDenies(plain: string, park: Situation["park"]): boolean {
  const units = unitsIn(plain, park);
  return units.length > 0 && affirmedIn(plain, units).length === 0 && said.NOT_THEIRS.test(withMarks(plain, units));
}

/** 跟交通局有关，给交通局: why is said before it. */
function isGiven(clause: string, code: string, park: Situation["park"]): boolean {
  const plain = plainOf(clause);
  const units = unitsIn(plain, park);
  return units.length === 1 && units[0]?.found.code === code && said.GIVEN_TOO.test(withMarks(plain, units));
}
