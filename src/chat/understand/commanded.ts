import { isStaff } from "../../domain/issue/issue.ts";
import { moveOf } from "../../domain/issue/lifecycle.ts";
import { plainOf } from "../../domain/plain.ts";
import { withBesides } from "./besides.ts";
import type { Command } from "./commands-meant.ts";
import { aboutIssues } from "./free.ts";
import type { Understood } from "./outcome.ts";
import { partsOf } from "./parts.ts";
import { commandsIn } from "./several.ts";
import { isAction, isKnownIn, issueIn, mayMove } from "./sight.ts";
import type { Situation } from "./situation.ts";
import { stepsOf } from "./strict.ts";
import { referencesIn } from "./zh-cn-numbers.ts";
import { asideIn, withoutLead } from "./zh-cn-pieces.ts";
import { RAISES } from "./zh-cn-strict.ts";
import { placeAlone } from "./zh-cn-ways.ts";

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

/** No list of answers is longer. */
const HIGHEST_PLACE = 9;

/** 签收42，参考1: of the answers that are listed with the 签收, the first, and no issue of that number. */
function withDraftTaken(commands: readonly Command[], situation: Situation): readonly Command[] {
  const [sign, ...others] = commands;
  if (sign?.spec.name !== "sign" || sign.number === null || sign.more.length > 0 || others.length > 1) return commands;
  const behind = withoutLead(sign.rest);
  const [refer, ...more] = others.length > 0 ? others : commandsIn(behind, situation);
  const spec = situation.commands.find(({ name }) => name === "refer");
  const said = refer?.spec.name === "refer" && more.length === 0 ? (refer.number ?? placeIn(refer.rest)) : null;
  const place = said ?? (others.length > 0 || /^\d/u.test(behind) ? null : placeIn(behind));
  const named = place === null ? undefined : issueIn(situation, place);
  const isOfNamed = refer?.number != null && (refer.rest !== "" || (named !== undefined && mayMove("answer", named)));
  if (spec === undefined || place === null || place > HIGHEST_PLACE || isOfNamed) return commands;
  const [word = spec.name] = spec.words;
  return [
    { ...sign, rest: "" },
    { ...sign, spec, word, rest: String(place) },
  ];
}

function placeIn(rest: string): number | null {
  return placeAlone(plainOf(rest));
}

/** Each command as it is written; what is asked of another issue behind the last one is answered, too. */
export function commanded(written: readonly Command[], situation: Situation, freely: Freely): Understood {
  const commands = withDraftTaken(written, situation);
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
