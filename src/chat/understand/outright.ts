import { circleOf } from "./circle.ts";
import { doingOf } from "./doing-of.ts";
import { steps } from "./make.ts";
import type { Understood } from "./outcome.ts";
import type { Reading } from "./reading.ts";
import { mayMove } from "./sight.ts";
import { asksSomething, requests } from "./zh-cn-asks.ts";
import { ordersOutright } from "./zh-cn-orders.ts";
import { NOT_SAID, OUTRIGHT, SPOKEN_OF } from "./zh-cn-outright.ts";

/** More than that tells something beside it. */
const LONGEST = 30;

/** 2号批示一下, where 2 is closed; 把5号签了, where it is signed: why it cannot be is said, and nothing else is made of it. */
export function refusedOutright(reading: Reading): Understood | null {
  const { plain, referred, situation } = reading;
  if (referred.length === 0 || [...plain].length > LONGEST) return null;
  const command = saidOutright(reading);
  if (command === null || referred.some((one) => mayMove(command, one))) return null;
  const spec = situation.commands.find((one) => one.name === command);
  if (spec?.who.includes(circleOf(situation.who)) !== true) return null;
  return steps(
    "outright",
    ...referred.map(({ number }) => ({
      kind: "decline" as const,
      doing: doingOf({ command, rest: "nothing", words: /./u }, number, reading),
    })),
  );
}

function saidOutright({ plain }: Reading): string | null {
  if (ordersOutright(plain)) return "supervise";
  if (NOT_SAID.test(plain) || SPOKEN_OF.test(plain) || (asksSomething(plain) && !requests(plain))) return null;
  return OUTRIGHT.find(({ words }) => words.test(plain))?.command ?? null;
}
