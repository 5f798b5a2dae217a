import { isCoordinator } from "../../domain/issue/issue.ts";
import type { Department } from "../../domain/park/org.ts";
import { plainOf } from "../../domain/plain.ts";
import { withMarks } from "./handing.ts";
import { affirmedIn } from "./roles.ts";
import { commandsIn } from "./several.ts";
import type { Situation } from "./situation.ts";
import type { Named } from "./unit-spellings.ts";
import { unitsCalled, unitsHandedTo } from "./units.ts";
import * as said from "./zh-cn-left-out.ts";
import { clausesWithEnds, withoutEnd } from "./zh-cn-pieces.ts";

/** 52交给财政金融局，千万别给经发局: whoever is left out is neither asked to help nor named in what the unit is told. */

/** So much of a message is looked at. */
const LOOKED_AT = 200;

/** What a coordinator says of who shall have an issue, without what says who shall not: only behind a unit that is to have it. */
export function withoutLeftOut(text: string, situation: Situation): string {
  const looked = text.slice(0, LOOKED_AT);
  if (!isCoordinator(situation.who) || !said.MAY_LEAVE_OUT.test(plainOf(looked)) || isWritten(text, situation))
    return text;
  let isGiven = false;
  const kept = clausesWithEnds(looked).map((clause) => {
    const left = isGiven ? outOf(clause, 0, situation) : behindLead(clause, situation);
    isGiven ||= affirmed(plainOf(left), situation).length > 0;
    return left;
  });
  const all = kept.join("");
  return all.length === looked.length ? text : `${withoutEnd(all)}${text.slice(LOOKED_AT)}`;
}

/** 备注 52 别让经发局知道: what is written down stays as it is. */
export function isWritten(text: string, situation: Situation): boolean {
  return commandsIn(text, situation).some(({ spec }) => !GIVES.has(spec.name));
}

const GIVES: ReadonlySet<string> = new Set(["dispatch", "assist"]);

function affirmed(plain: string, { park }: Situation): readonly Named<Department>[] {
  return affirmedIn(plain, unitsHandedTo(plain, park));
}

/** 48给社会局不要给供电了: in the clause that gives it, what stands behind the unit. */
function behindLead(clause: string, situation: Situation): string {
  const plain = plainOf(clause);
  const [lead] = affirmed(plain, situation);
  if (lead === undefined) return clause;
  const filler = said.BEHIND_THE_LEAD.exec(plain.slice(lead.end))?.[0].length ?? 0;
  return outOf(clause, lead.end + filler, situation);
}

/** 48别给供电: nothing is said but who is not to have it, or not to hear of it. `behind`: what stands behind its number. */
export function merelyLeavesOut(behind: string, { park }: Situation): boolean {
  if (!said.MAY_LEAVE_OUT.test(behind)) return false;
  const marked = withMarks(behind, unitsCalled(behind, park));
  return said.LEAVES_OUT.some((words) => words.test(marked));
}

/** The clause without what stands from there on, where that merely leaves somebody out. */
function outOf(clause: string, from: number, situation: Situation): string {
  if (!merelyLeavesOut(plainOf(clause.slice(from)), situation)) return clause;
  return from === 0 ? "" : clause.slice(0, from) + (/[,，。;；!！\s]*$/u.exec(clause)?.[0] ?? "");
}
