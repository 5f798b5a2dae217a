import { isStaff } from "../../domain/issue/issue.ts";
import { moveOf } from "../../domain/issue/lifecycle.ts";
import { plainOf } from "../../domain/plain.ts";
import { withBesides } from "./besides.ts";
import type { Command } from "./commands-meant.ts";
import { aboutIssues } from "./free.ts";
import type { Understood } from "./outcome.ts";
import { partsOf } from "./parts.ts";
import { commandsIn } from "./several.ts";
import { isAction, isKnownIn } from "./sight.ts";
import type { Situation } from "./situation.ts";
import { stepsOf } from "./strict.ts";
import { referencesIn } from "./zh-cn-numbers.ts";
import { asideIn } from "./zh-cn-pieces.ts";
import { RAISES } from "./zh-cn-strict.ts";

/** What is written as commands, and what is said beside them in free words. */

type Freely = (text: string, situation: Situation) => Understood;

/** 答复 3 变压器已更换。另外1号也处理完了: what is told of another issue behind a command is no part of its text. */
export function apart(
  text: string,
  [only, ...more]: readonly Command[],
  situation: Situation,
  freely: Freely,
): Understood | null {
  if (only === undefined || more.length > 0 || only.number === null || only.more.length > 0) return null;
  if (!isStaff(situation.who) || !isAction(only.spec.name)) return null;
  const [first, ...others] = partsOf(text, situation, { first: only.number, bySentence: true });
  if (first === undefined) return null;
  const alone = commandsIn(first, situation);
  const each = others.map((one) => freely(one, { ...situation, question: null, quote: null }));
  return {
    steps: [...commanded(alone, situation, freely).steps, ...each.flatMap((one) => one.steps)],
    why: ["command", "clauses", ...each.flatMap((one) => one.why)],
  };
}

/** Each command as it is written; what is asked of another issue behind the last one is answered, too. */
export function commanded(commands: readonly Command[], situation: Situation, freely: Freely): Understood {
  const last = commands.at(-1);
  const aside = last === undefined || needsText(last) ? null : asideIn(last.rest);
  const refers =
    aside !== null &&
    (referencesIn(plainOf(aside), isKnownIn(situation)).length > 0 ||
      (!isStaff(situation.who) && RAISES.test(plainOf(aside))));
  if (last === undefined || !refers)
    return {
      steps: withBesides(
        commands.flatMap((one) => stepsOf(one, situation)),
        situation,
        aboutIssues,
      ),
      why: ["command"],
    };
  const alone = [...commands.slice(0, -1), { ...last, rest: "" }];
  const more = freely(aside, { ...situation, question: null, quote: null });
  return { steps: [...alone.flatMap((one) => stepsOf(one, situation)), ...more.steps], why: ["command", ...more.why] };
}

function needsText({ spec, number }: Command): boolean {
  return number === null || !isAction(spec.name) || moveOf(spec.name).needs !== "nothing";
}
