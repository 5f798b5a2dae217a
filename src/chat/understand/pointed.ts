import { isCoordinator, isStaff } from "../../domain/issue/issue.ts";
import { plainOf } from "../../domain/plain.ts";
import { commandsIn } from "./several.ts";
import { isKnownIn } from "./sight.ts";
import type { Situation } from "./situation.ts";
import { unitsIn } from "./units.ts";
import { figuresUncounted } from "./zh-cn-numbers.ts";
import { isHotline, POINTS, POINTS_TERSELY } from "./zh-cn-pointed.ts";

/** 刚才那个22还是给建管: whoever points at an issue and says its number means that number, whatever was spoken of last. */

/** No pointing words are longer. */
const NEAR = 24;
/** Whose number stands further on is only mentioned. */
const LOOKED_AT = 200;

/** The text with #22 in place of 刚才那个22. What is written behind a command's own number stays as it is written. */
export function asNumbered(text: string, situation: Situation): string {
  const places = pointersIn(text, situation);
  if (places.length === 0 || isWritten(text, situation)) return text;
  return places.reduceRight((left, { start, end }) => `${left.slice(0, start)}#${left.slice(end)}`, text);
}

/** Where the pointing words stand, each up to its number. */
function pointersIn(text: string, situation: Situation): readonly { readonly start: number; readonly end: number }[] {
  const plain = plainOf(text.slice(0, LOOKED_AT));
  const staff = isStaff(situation.who);
  const isMeant = (number: number) =>
    isKnownIn(situation)(number) || (isCoordinator(situation.who) && !isHotline(number));
  return figuresUncounted(plain).flatMap(({ number, start }) => {
    const from = Math.max(0, start - NEAR);
    const ahead = plain.slice(from, start);
    const pointed = isMeant(number) ? (POINTS.exec(ahead) ?? (staff ? POINTS_TERSELY.exec(ahead) : null)) : null;
    // 66是经发的 62是…: what ends the name of a unit points at nothing.
    const match = pointed === null || isWithinAName(pointed.index, ahead, situation) ? null : pointed;
    return match === null ? [] : [{ start: from + match.index, end: start }];
  });
}

function isWithinAName(at: number, ahead: string, { park }: Situation): boolean {
  return unitsIn(ahead, park).some(({ start, end }) => start < at && at < end);
}

/** 答复 21 …，跟刚才那个22一样; and what somebody is asked to write. */
function isWritten(text: string, situation: Situation): boolean {
  const { question } = situation;
  if (question?.ask === "need" && (question.what === "text" || question.what === "reason")) return true;
  return commandsIn(text, situation).some(({ spec, number }) => number !== null || spec.number === "no");
}
