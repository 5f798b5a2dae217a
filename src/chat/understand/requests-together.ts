import type { RequestKind } from "../../domain/issue/issue.ts";
import { isOfficial, isStaff } from "../../domain/issue/issue.ts";
import type { Department } from "../../domain/park/org.ts";
import { plainOf } from "../../domain/plain.ts";
import { deed } from "./make.ts";
import type { Doing, Step, Understood } from "./outcome.ts";
import { affirmedIn, helpersIn } from "./roles.ts";
import { mayMove, numbersNamed } from "./sight.ts";
import type { InSight, Situation } from "./situation.ts";
import { peopleIn, unitsCalled } from "./units.ts";
import { asksSomething, requests } from "./zh-cn-asks.ts";
import { agreementIn } from "./zh-cn-decisions.ts";
import { givesToSomebody, type Together, togetherRequested } from "./zh-cn-requests-together.ts";

/** 退的那两个让经发局办，同意; 刚退的几个都同意: said of the requests that wait for whoever says it, and of no issue by its words. */

/** Null: nothing of the kind is said. All of them are shown first; where they are not as many as he says, it is asked. */
export function requestsTogether(text: string, situation: Situation): Understood | null {
  if (!isStaff(situation.who) || isOfficial(situation.who)) return null;
  const plain = plainOf(text);
  const said = togetherRequested(plain);
  if (said === null) return null;
  // 刚退的几个 asks for nothing.
  const beside = `${plain.slice(0, said.start)} ${plain.slice(said.end)}`;
  if (asksSomething(beside) && !requests(beside)) return null;
  if (numbersNamed(plain, situation).length > 0) return null;
  const behind = plain.slice(said.end);
  const agreement = agreementIn(plain, true);
  const unit = unitIn(behind, situation);
  const isToNobody = unit === null && givesToSomebody(behind);
  if (agreement === "no" || (agreement === null && unit === null && !isToNobody)) return null;
  const asked = askedFor(said, plain, situation);
  const able = asked.filter((one) => mayMove("approve", one));
  const doing = deed("approve", situation, null);
  const named: Doing = unit === null ? doing : { ...doing, rest: unit.name, unit: unit.code };
  return {
    steps: stepsFor({ said, asked, able, doing: named, isToNobody }),
    why: ["requests-together"],
    answers: true,
  };
}

interface Wanted {
  readonly said: Together;
  readonly asked: readonly InSight[];
  readonly able: readonly InSight[];
  readonly doing: Doing;
  readonly isToNobody: boolean;
}

function stepsFor({ said: { count }, asked, able, doing, isToNobody }: Wanted): readonly Step[] {
  const others = asked.filter((one) => !able.includes(one));
  if (asked.length === 0) return [{ kind: "decline", doing: { ...doing, rest: "" } }];
  const fits = count === null || count === able.length || count === asked.length;
  if (!fits && able.length > 1) return [{ kind: "which", doing, among: able.map(({ number }) => number) }];
  const each = able.map(({ number }): Step => {
    // 让城投办: no unit is called so, and who shall have it is asked.
    if (isToNobody) return { kind: "need", doing: { ...doing, number }, what: "unit" };
    return { kind: "offer", doing: { ...doing, number } };
  });
  // Whose decision it is says whoever carries it out.
  const declined = count === able.length && able.length > 0 ? [] : others;
  return [...each, ...declined.map(({ number }): Step => ({ kind: "decline", doing: { ...doing, number, rest: "" } }))];
}

/** Of the kind that is said, and of the unit that is named before it: 供电公司退的那两个. */
function askedFor({ kinds, start }: Together, plain: string, situation: Situation): readonly InSight[] {
  const ahead = plain.slice(0, start);
  const askers = [
    ...unitsCalled(ahead, situation.park).map(({ found }) => found.code),
    ...peopleIn(ahead, situation.park).flatMap(({ found }) => found?.department ?? []),
  ];
  const isOfThem = ({ department }: InSight) =>
    askers.length === 0 || (department != null && askers.includes(department));
  const isOfKind = (kind: RequestKind | null) => kind !== null && (kinds === null || kinds.includes(kind));
  const all = situation.issues.filter((one) => isOfKind(one.request) && isOfThem(one));
  const quoted = all.filter(({ number }) => situation.quote?.numbers.includes(number));
  return quoted.length > 0 ? quoted : all;
}

/** The one unit that shall have them. */
function unitIn(behind: string, { park }: Situation): Department | null {
  const affirmed = affirmedIn(behind, unitsCalled(behind, park));
  const helpers = helpersIn(behind, affirmed);
  const [only, ...more] = affirmed.filter((one) => !helpers.includes(one));
  return only === undefined || more.length > 0 ? null : only.found;
}
