import { isStaff } from "../../domain/issue/issue.ts";
import { plainOf } from "../../domain/plain.ts";
import type { Doing, Firm, Step, Understood } from "./outcome.ts";
import { candidatesFor, describedIn, isAction, isKnownIn } from "./sight.ts";
import type { Situation } from "./situation.ts";
import { behindYes, YES } from "./zh-cn-answers.ts";
import { alsoSaid } from "./zh-cn-corrections.ts";
import { referencesIn } from "./zh-cn-numbers.ts";

/** 对，还有宿舍那个也是: a yes to what is shown, and the same of another issue, which is shown, or asked for. */

/** Null: no other one is spoken of. */
export function alsoOf(question: Firm, text: string, situation: Situation): Understood | null {
  if (!isStaff(situation.who) || question.ask !== "offer") return null;
  const { doings } = question;
  const plain = plainOf(text);
  const yes = YES.exec(plain)?.[0] ?? "";
  const what = alsoSaid(yes === "" ? plain : behindYes(plain.slice(yes.length)), isKnownIn(situation));
  const same = what === null ? null : theSame(doings);
  if (what === null || same === null) return null;
  const others = othersMeant(what, same, doings, situation);
  // What a company will read is shown with both before it goes.
  const kind = yes === "" || doings.some(({ command }) => command === "answer") ? "offer" : "do";
  const shown = doings.map((doing): Step => ({ kind, doing }));
  return others === null ? null : { steps: [...shown, ...others], why: ["also"], answers: true };
}

/** What is done of each issue that is shown; null where it is not the same of all of them. */
function theSame(doings: readonly Doing[]): readonly Doing[] | null {
  const [first] = doings;
  if (first === undefined || doings.some(({ number, command }) => number === null || !isAction(command))) return null;
  const ofFirst = doings.filter(({ number }) => number === first.number);
  return doings.every(({ command }) => ofFirst.some((one) => one.command === command)) ? ofFirst : null;
}

function othersMeant(
  what: string,
  same: readonly Doing[],
  doings: readonly Doing[],
  situation: Situation,
): readonly Step[] | null {
  const isShown = (number: number) => doings.some((doing) => doing.number === number);
  const able = same.reduce((left, { command }) => candidatesFor(command, left), situation.issues);
  const left = able.filter(({ number }) => !isShown(number));
  const named = referencesIn(what, isKnownIn(situation)).map(({ number }) => number);
  // 对，3号也是, which is shown already.
  if (named.length > 0 && named.every(isShown)) return [];
  const described = describedIn(what, able);
  if (named.length === 0 && described.length > 0 && described.every(({ number }) => isShown(number))) return null;
  const found = named.length > 0 ? left.filter(({ number }) => named.includes(number)) : describedIn(what, left);
  const [only, ...more] = found;
  if (only !== undefined && (more.length === 0 || named.length > 0))
    return found.flatMap(({ number }) => same.map((doing): Step => ({ kind: "offer", doing: { ...doing, number } })));
  const [doing] = same;
  const [elsewhere] = named.length > 0 ? named : describedIn(what, situation.issues).map(({ number }) => number);
  if (doing !== undefined && elsewhere !== undefined && found.length === 0)
    return [{ kind: "decline", doing: { ...doing, number: elsewhere } }];
  const among = (found.length > 0 ? found : left).map(({ number }) => number);
  if (doing === undefined || among.length === 0) return [{ kind: "tell", told: "none-of-that" }];
  return [{ kind: "which", doing: { ...doing, number: null }, among }];
}
