import { isCoordinator } from "../../domain/issue/issue.ts";
import { cleanText } from "../../messages/escape.ts";
import { withParted } from "./glued.ts";
import { withoutLeftOut } from "./left-out.ts";
import { withOneInstead } from "./one-instead.ts";
import { asNumbered } from "./pointed.ts";
import { asPutRight } from "./put-right.ts";
import { isKnownIn } from "./sight.ts";
import type { Situation } from "./situation.ts";
import { withListsJoined, withoutStart } from "./zh-cn-pieces.ts";
import { withoutOtherNumber } from "./zh-cn-tersely.ts";

/** A message as it is meant: by numbers where they are pointed at, and without what is taken back or left out in it. */
export function asMeant(said: string, situation: Situation): string {
  const whole = asNumbered(withListsJoined(cleanText(said).trim(), isKnownIn(situation)), situation);
  const begun = isCoordinator(situation.who) ? withoutOtherNumber(whole) : whole;
  // 哦不对 2给建管局, where nothing is asked: what he begins with tells nothing.
  const text = isCoordinator(situation.who) && situation.question === null ? withoutStart(begun) : begun;
  return withParted(withoutLeftOut(asPutRight(withOneInstead(text, situation), situation), situation), situation);
}
