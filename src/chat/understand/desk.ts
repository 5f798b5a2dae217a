import { isCoordinator, isOfficial, isStaff } from "../../domain/issue/issue.ts";
import { doing, question, steps } from "./make.ts";
import type { Told, Understood } from "./outcome.ts";
import type { Reading } from "./reading.ts";
import { peopleIn } from "./units.ts";
import * as asks from "./zh-cn-desk.ts";

/** What those in the offices ask that is about no issue: it is answered, or they are told where it is. */
export function deskAsked(reading: Reading): Understood | null {
  const { plain, situation } = reading;
  const { who, park } = situation;
  if (!isStaff(who) || reading.referred.length > 0 || reading.quoted.length > 0) return null;
  const isNamed = () => peopleIn(plain, park).length > 0;
  if (asks.ASKS_FOR_HOLIDAYS.test(plain)) return telling("holidays");
  if (asks.ASKS_FOR_HOURS.test(plain)) return steps("hours", question("human", reading, null));
  if (asks.ASKS_FOR_A_PHONE.test(plain) && isNamed()) return telling("phone-of-staff");
  if (asks.ASKS_OF_A_PLACE.test(plain) && situation.quote === null)
    return steps("place-of-nothing", { kind: "need", doing: doing("status", reading, null), what: "number" });
  if (isOfficial(who)) return null;
  const isKept = asks.KEPT_ON_BOARD.test(plain) || (asks.HAS_CHANGED.test(plain) && isNamed());
  if (isKept && isCoordinator(who)) return withBoard(reading);
  if (asks.ASKS_WHAT_DID_NOT_ARRIVE.test(plain) && isCoordinator(who))
    return steps("did-not-arrive", question("outbox", reading, null));
  return ofFigures(reading);
}

function ofFigures(reading: Reading): Understood | null {
  const { plain } = reading;
  if (asks.DECIDED_WRONGLY.test(plain)) return telling("order-stands");
  if (asks.ASKS_WHICH_COMPANY_MOST.test(plain)) return steps("no-ranking", question("company", reading, null));
  if (asks.COMPARES_MONTHS.test(plain)) return steps("compares", question("stats", reading, null, asks.PICTURE));
  if (asks.ASKS_WHO_OWES_FEEDBACK.test(plain)) return steps("owes", question("todo", reading, null));
  return asks.ASKS_WHAT_IS_DUE.test(plain) ? steps("due-soon", question("todo", reading, null, asks.ALL)) : null;
}

function telling(told: Told): Understood {
  return steps(told, { kind: "tell", told });
}

/** Where it is kept, and the way there. */
function withBoard(reading: Reading): Understood {
  return steps("kept-on-board", { kind: "tell", told: "kept-on-board" }, question("board", reading, null));
}
