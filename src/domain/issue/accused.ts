import type { Directory } from "../park/directory.ts";
import { stemOf } from "../park/zh-cn-unit-names.ts";
import {
  AGAINST_HIM,
  AGAINST_SOMEBODY,
  ILL_TREATMENT,
  IS_ASKED,
  ITS_PEOPLE,
  MAY_LEARN,
  MISCONDUCT,
  NOT_TO_KNOW,
  TO_ACT,
  WANTS_FAVOURS,
} from "./zh-cn-accused.ts";

/** Which units an issue must not be given to unawares: it speaks against them or their people, or they are not to know of it. */

/** The codes of these units, by their names, aliases and people. Never throws. */
export function accusedUnits(text: string, directory: Directory): readonly string[] {
  const { departments, people } = directory.org;
  const hidden = (text.match(NOT_TO_KNOW) ?? []).join("\n");
  const isForFavours = WANTS_FAVOURS.test(text);
  const isOfHim = AGAINST_HIM.test(text);
  const isMisconduct = isForFavours || isOfHim || MISCONDUCT.test(text);
  const isIllTreated = isMisconduct || ILL_TREATMENT.test(text);
  const isAgainst = (name: string) =>
    (isMisconduct && isSpokenAgainst(text, name)) || (isIllTreated && isOfItsPeople(text, name));
  // 人社的, 供电窗口的人: what a name begins with is one where it is followed so.
  const isMeant = (stem: string) => isHiddenFrom(hidden, stem) || (isIllTreated && isOfItsPeople(text, stem));
  const units = departments.filter(({ name, aliases }) =>
    [name, ...aliases].some((one) => hidden.includes(one) || isAgainst(one) || isMeant(stemOf(one))),
  );
  const officials = people.filter(({ name, department }) => {
    if (department === undefined || !text.includes(name)) return false;
    if (hidden.includes(name) || isForFavours) return true;
    return AGAINST_SOMEBODY.test(text.slice(0, text.indexOf(name))) || (isIllTreated && isSpokenAgainst(text, name));
  });
  return [...new Set([...units.map(({ code }) => code), ...officials.flatMap((one) => one.department ?? [])])];
}

/** 别让人社的知道, and not 别让供电的事耽误了. */
function isHiddenFrom(hidden: string, stem: string): boolean {
  const at = hidden.indexOf(stem);
  return at >= 0 && MAY_LEARN.test(hidden.slice(at + stem.length));
}

/** 请供电公司来查 names who shall look into it. */
function isSpokenAgainst(text: string, name: string): boolean {
  const at = text.indexOf(name);
  return at >= 0 && !IS_ASKED.test(text.slice(0, at)) && !TO_ACT.test(text.slice(at + name.length));
}

/** 经发局的人不接电话: of its people, and not of what it delivers. */
function isOfItsPeople(text: string, name: string): boolean {
  const at = text.indexOf(name);
  return at >= 0 && isSpokenAgainst(text, name) && ITS_PEOPLE.test(text.slice(at + name.length));
}

/** Whether a unit of these reads what this one is given: it is one of them, or is tracked by one. */
export function isReadBy(unit: string, units: readonly string[], directory: Directory): boolean {
  const tracker = directory.department(unit)?.trackedBy;
  return units.includes(unit) || (tracker !== undefined && units.includes(tracker));
}
