import { circleOf } from "./circle.ts";
import { steps } from "./make.ts";
import type { Understood } from "./outcome.ts";
import type { Reading } from "./reading.ts";
import { isKnownIn } from "./sight.ts";
import { suggestionTaken } from "./zh-cn-suggested.ts";

/** 6号派1: the coordinator hands an issue to the unit that was suggested in that place. */
export function suggestionSaid({ plain, situation }: Reading): Understood | null {
  const { who, commands } = situation;
  const said = circleOf(who) === "coordinator" ? suggestionTaken(plain) : null;
  const command = commands.find(({ name }) => name === "dispatch");
  if (said === null || command === undefined || !isKnownIn(situation)(said.number)) return null;
  const doing = {
    command: command.name,
    word: command.words[0] ?? command.name,
    number: said.number,
    rest: String(said.place),
  };
  return steps("suggested", { kind: "do", doing });
}
