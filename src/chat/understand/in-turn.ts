import { handed, numbersHanded } from "./handing.ts";
import { wordFor } from "./make.ts";
import type { Step } from "./outcome.ts";
import type { Reading } from "./reading.ts";
import { toldBehind } from "./told-to-unit.ts";
import { unitsIn } from "./units.ts";
import { IN_ORDER, NAMES_ANOTHER, ONE_EACH, UNIT_AFTER_UNIT } from "./zh-cn-handing.ts";
import { givenTo } from "./zh-cn-pieces.ts";

/** Several issues and several units in one sentence: each has its own, or it is asked which. */

/**
 * 10、11分别给经发局和商务局: as many units as issues, in their order. 27 28 一个给审批一个给社会局 says no order: it is shown first. Where
 * they are not as many, it is asked.
 */
export function inTurn(reading: Reading): readonly Step[] | null {
  const { plain, situation } = reading;
  const [lead] = leads(reading);
  if (lead === undefined) return null;
  const isInOrder = IN_ORDER.test(plain);
  const numbers = numbersHanded(plain, leads(reading), isInOrder ? undefined : ONE_EACH);
  const { codes, behind } = isInOrder ? namedInOrder(reading) : { codes: codesOf(reading), behind: "" };
  // 分别给社会局和城管: the second one by a name that is no unit's.
  const isMore = codes.length > 1 || NAMES_ANOTHER.test(plain.slice(lead.end));
  if (numbers.length < 2 || !isMore) return null;
  return numbers.flatMap((number, index): readonly Step[] => {
    const unit = situation.park.org.departments.find(({ code }) => code === codes[index]);
    const doing = { command: "dispatch", word: wordFor("dispatch", reading), number, rest: "" };
    if (unit === undefined || codes.length !== numbers.length) return [{ kind: "need", doing, what: "unit" }];
    const given = { ...doing, rest: `${unit.name}${behind}`, unit: unit.code };
    return handed(given, isInOrder ? "do" : "offer", situation);
  });
}

/** Those that shall have it, and not help. */
export function leads({ units, helpers }: Reading): Reading["units"] {
  return units.filter((one) => !helpers.includes(one));
}

function codesOf(reading: Reading): readonly string[] {
  return leads(reading).map(({ found }) => found.code);
}

/** 公安、自来水、建管局和公安: in the order in which they are said, one that is said twice twice; and what is told behind them. */
function namedInOrder(reading: Reading): { readonly codes: readonly string[]; readonly behind: string } {
  const { plain, situation } = reading;
  const all = leads(reading);
  const [first] = all;
  const last = all.at(-1);
  const parts = [...plain.slice(first?.start).matchAll(UNIT_AFTER_UNIT)].map(({ 0: part, index }) => {
    const unit = unitsIn(givenTo(part), situation.park)[0]?.found;
    return { unit, end: (first?.start ?? 0) + index + part.length };
  });
  const end = parts.findIndex(({ unit }) => unit === undefined);
  const named = parts.slice(0, end < 0 ? parts.length : end);
  const isWhole = named.length >= all.length;
  const from = isWhole ? named.at(-1)?.end : last?.end;
  const told = last === undefined ? "" : toldBehind(reading.text.slice(from), last.found, situation);
  return {
    codes: isWhole ? named.flatMap(({ unit }) => unit?.code ?? []) : codesOf(reading),
    behind: told === "" ? "" : ` ${told}`,
  };
}
