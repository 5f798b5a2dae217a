import { isCoordinator } from "../../domain/issue/issue.ts";
import { plainOf } from "../../domain/plain.ts";
import { doingOf } from "./doing-of.ts";
import { handed, withMarks } from "./handing.ts";
import { DISPATCH } from "./handing-said.ts";
import { leads } from "./in-turn.ts";
import type { Doing, Firm, Step } from "./outcome.ts";
import { type Reading, read } from "./reading.ts";
import { describedIn, SURE_SCORE } from "./sight.ts";
import type { Situation } from "./situation.ts";
import { JUST_SO } from "./zh-cn-answers.ts";
import { asksSomething, requests } from "./zh-cn-asks.ts";
import { GIVES_TO_THIS } from "./zh-cn-handing.ts";

/** 那给建管局转一下, asked whether the water company shall have it: another unit that is named shall have it instead, in whatever words. */

/** Null: no unit is named so, or another issue is spoken of. */
export function unitNamed(question: Firm, text: string, situation: Situation): readonly Step[] | null {
  const doings = question.ask === "offer" ? question.doings : [];
  if (doings.length === 0 || doings.some(({ command }) => command !== "dispatch")) return null;
  const plain = plainOf(text);
  if (!isCoordinator(situation.who) || (asksSomething(plain) && !requests(plain))) return null;
  const reading = read(text, { ...situation, question: null, quote: null });
  const [lead, ...more] = leads(reading);
  if (lead === undefined || more.length > 0 || isOfAnother(doings, reading)) return null;
  if (!GIVES_TO_THIS.test(withMarks(plain, reading.units))) return null;
  return doings.flatMap((doing): readonly Step[] => {
    const anew = doingOf(DISPATCH, doing.number, reading);
    // Named once more it is shown once more, with what was to be told to it; 就派社会局吧 is a yes.
    if (anew.unit === doing.unit && anew.rest === lead.found.name)
      return [{ kind: JUST_SO.test(plain) ? "do" : "offer", doing }];
    return handed(anew, "offer", situation);
  });
}

/** By its number, its words, or who raised it. */
function isOfAnother(
  doings: readonly Doing[],
  { referred, strangers, companies, matter, situation }: Reading,
): boolean {
  const isShown = (number: number) => doings.some((one) => one.number === number);
  if (strangers.length > 0 || companies.length > 0 || referred.some(({ number }) => !isShown(number))) return true;
  if (referred.length > 0 && referred.length < doings.length) return true;
  const described = describedIn(matter, situation.issues, SURE_SCORE);
  return referred.length === 0 && described.length > 0 && !described.some(({ number }) => isShown(number));
}
