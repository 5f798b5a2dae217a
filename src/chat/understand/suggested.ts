import { circleOf } from "./circle.ts";
import { deed, question, steps } from "./make.ts";
import type { Understood } from "./outcome.ts";
import type { Reading } from "./reading.ts";
import { candidatesFor, isKnownIn } from "./sight.ts";
import { bySuggestion, dispatchesTheRest, suggestionTaken } from "./zh-cn-suggested.ts";

/** What is suggested for several, or for one without its place: 5和7都按建议派, 把剩下没派的都派了. */
function firstSuggested(reading: Reading): Understood | null {
  const { plain, situation, units, referred, quoted } = reading;
  if (circleOf(situation.who) !== "coordinator" || units.length > 0) return null;
  const isAsSuggested = bySuggestion(plain);
  if (!isAsSuggested && !dispatchesTheRest(plain)) return null;
  const doing = (number: number) => deed("dispatch", situation, number, FIRST);
  const named = referred.length > 0 ? referred : quoted;
  if (named.length > 0)
    return isAsSuggested && named.some(({ state }) => state === "submitted")
      ? steps("suggested", ...named.map(({ number }) => ({ kind: "do" as const, doing: doing(number) })))
      : null;
  const waiting = candidatesFor("dispatch", situation.issues).filter(({ state }) => state === "submitted");
  if (waiting.length === 0) return steps("suggested", question("todo", reading, null));
  const all = waiting.map(({ number, suggested = 0 }) => {
    // Of one for which there is no suggestion whoever carries it out says so.
    return { kind: suggested > 0 ? ("offer" as const) : ("do" as const), doing: doing(number) };
  });
  return steps("suggested", ...all);
}

const FIRST = "1";

/** 6号派1: the coordinator hands an issue to the unit that was suggested in that place. */
export function suggestionSaid(reading: Reading): Understood | null {
  const { plain, situation } = reading;
  const { who, commands } = situation;
  const said = circleOf(who) === "coordinator" ? suggestionTaken(plain) : null;
  const command = commands.find(({ name }) => name === "dispatch");
  if (said === null || command === undefined || !isKnownIn(situation)(said.number)) return firstSuggested(reading);
  const doing = {
    command: command.name,
    word: command.words[0] ?? command.name,
    number: said.number,
    rest: String(said.place),
  };
  return steps("suggested", { kind: "do", doing });
}
