import { plainOf } from "../../domain/plain.ts";
import type { Doing, Step } from "./outcome.ts";
import { PLACE } from "./zh-cn-answers.ts";
import { isPlaceAlone, ofRaised, RAISES_THE_OTHERS } from "./zh-cn-choice.ts";
import { placeNumber, placesSaid } from "./zh-cn-numbers.ts";
import { withoutEnd } from "./zh-cn-pieces.ts";

/** 只提第二个, 第一个不要, 第二个不要，别的提: of several matters that are offered to be raised some are told by their places. Null: none is. */
export function someOf(doings: readonly Doing[], text: string): readonly Step[] | null {
  if (doings.length < 2) return null;
  const plain = plainOf(text);
  const others = plain.replace(RAISES_THE_OTHERS, "");
  const isOfOthers = others !== plain;
  const { places: said, isOnly, isLeftOut } = ofRaised(isOfOthers ? withoutEnd(others) : plain);
  if (!isPlaceAlone(said)) return null;
  const alone = PLACE.exec(said)?.[1];
  const places = alone === undefined ? placesSaid(said, doings.length) : [placeNumber(alone)];
  const named = doings.filter((_, index) => places.includes(index + 1));
  if (named.length === 0 || named.length < new Set(places).size) return null;
  const rest = doings.filter((one) => !named.includes(one));
  if (isOfOthers) return isLeftOut && rest.length > 0 ? rest.map((doing) => ({ kind: "do", doing })) : null;
  const shown = rest.map((doing) => ({ kind: "offer" as const, doing }));
  if (isLeftOut) return shown.length === 0 ? null : shown;
  return [...named.map((doing) => ({ kind: "do" as const, doing })), ...(isOnly ? [] : shown)];
}
