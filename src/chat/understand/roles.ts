import type { Department } from "../../domain/park/org.ts";
import type { Named } from "./unit-spellings.ts";
import {
  ACCUSED_BEFORE,
  ACCUSED_BEHIND,
  DENIED_BEFORE,
  DENIED_BEHIND,
  HANDED_AT_ONCE,
  HELPS_BEFORE,
  HELPS_BEHIND,
  IS_GIVEN,
  JOINED,
  OUGHT_TO_HAVE,
  POINTED_AT,
  POINTED_OUT,
} from "./zh-cn-roles.ts";

/** What is said of the units that a text names: whose it is not, who shall have it, and who shall help. */

type Unit = Named<Department>;

/** 不是自来水的，该建设局管: those that are not denied. */
export function affirmedIn(plain: string, units: readonly Unit[]): readonly Unit[] {
  return withJoined(plain, units, { where: "behind", isSaid: (unit) => isDenied(plain, unit, units), others: true });
}

function isDenied(plain: string, { start, end }: Unit, units: readonly Unit[]): boolean {
  if (DENIED_BEFORE.test(ahead(plain, start))) return true;
  if (ACCUSED_BEFORE.test(ahead(plain, start)) && ACCUSED_BEHIND.test(behind(plain, end))) return true;
  const match = DENIED_BEHIND.exec(behind(plain, end));
  // 给建管局，不归审批局管: of the other one it is said.
  return match !== null && !units.some((one) => one.start === end + match[0].length);
}

/** 派公安，协办建设局: those that shall help. */
export function helpersIn(plain: string, units: readonly Unit[]): readonly Unit[] {
  const isGiven = ({ start }: Unit) => IS_GIVEN.test(ahead(plain, start));
  // 住建配合自来水: whoever stands before the word helps, unless it was given to him.
  const helps = (one: Unit) => HELPS_BEHIND.test(behind(plain, one.end)) && !isGiven(one);
  const isSubject = (one: Unit | undefined, start: number) =>
    one !== undefined && helps(one) && !/[,，。;；]/u.test(plain.slice(one.end, start));
  const isNamed = ({ start }: Unit) => {
    const nearest = units.findLast((one) => one.end <= start);
    return HELPS_BEFORE.test(ahead(plain, start)) && !isSubject(nearest, start);
  };
  const named = withJoined(plain, units, { where: "behind", isSaid: isNamed });
  const isBefore = ({ end }: Unit) => HELPS_BEHIND.test(behind(plain, end));
  const before = withJoined(plain, units, { where: "before", isSaid: isBefore });
  return units.filter((one) => named.includes(one) || (before.includes(one) && !isGiven(one)));
}

/** Those of which it is said, with those that are joined to one of them: 环保局和交通局配合. `others`: the rest instead. */
function withJoined(
  plain: string,
  units: readonly Unit[],
  {
    where,
    isSaid,
    others = false,
  }: {
    readonly where: "before" | "behind";
    readonly isSaid: (unit: Unit) => boolean;
    readonly others?: boolean;
  },
): readonly Unit[] {
  const inOrder = where === "behind" ? units : units.toReversed();
  const found: Unit[] = [];
  let last: Unit | undefined;
  for (const unit of inOrder) {
    const [first, second] = where === "behind" ? [last, unit] : [unit, last];
    const isJoined = first !== undefined && second !== undefined && JOINED.test(plain.slice(first.end, second.start));
    last = isSaid(unit) || isJoined ? unit : undefined;
    if (last !== undefined) found.push(unit);
  }
  return units.filter((one) => found.includes(one) !== others);
}

/** The unit that is said to be the right one: never the own one; of several the one that ought to have it, else one that is pointed at. */
export function proposedIn(plain: string, units: readonly Unit[], own: string | undefined): Unit | undefined {
  const others = affirmedIn(plain, units).filter(({ found }) => found.code !== own);
  const ought = others.find(({ start }) => OUGHT_TO_HAVE.test(ahead(plain, start)));
  const isPointed = ({ start, end }: Unit) =>
    POINTED_AT.test(ahead(plain, start)) || POINTED_OUT.test(behind(plain, end));
  return ought ?? others.find(isPointed) ?? others.at(-1);
}

/** The unit that is said to be the right one in so many words, or of which nothing but the name is said. */
export function pointedIn(plain: string, units: readonly Unit[]): Unit | undefined {
  return affirmedIn(plain, units).find(
    ({ start, end }) =>
      OUGHT_TO_HAVE.test(ahead(plain, start)) ||
      HANDED_AT_ONCE.test(plain.slice(0, start)) ||
      (plain.slice(0, start) + plain.slice(end)).trim() === "",
  );
}

/** So far is looked for what says something of a name. */
const NEAR = 24;

function ahead(plain: string, start: number): string {
  return plain.slice(Math.max(0, start - NEAR), start);
}

function behind(plain: string, end: number): string {
  return plain.slice(end, end + NEAR);
}
