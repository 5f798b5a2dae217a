import { isOpen, isStaff } from "../../domain/issue/issue.ts";
import type { Park } from "../../domain/park/park.ts";
import { stemOf } from "../../domain/park/zh-cn-unit-names.ts";
import { plainOf } from "../../domain/plain.ts";
import { doing, named, question, steps } from "./make.ts";
import type { Understood } from "./outcome.ts";
import type { Reading } from "./reading.ts";
import { describedIn, isOwn } from "./sight.ts";
import { unitsIn } from "./units.ts";
import { isAllThatIsSaid, SHALL_NOT, SOMEBODY_THERE, wishIn } from "./zh-cn-kept-from.ts";

/** 不想让社会局知道: a wish of whom an issue shall be kept from. It goes to the coordinator, and into no text that its unit reads. */

/** The codes of the units that a text wishes it to be kept from; of 回避 12 建管局 the text is a unit's name alone. */
export function unitsToAvoid(text: string, park: Park): readonly string[] {
  const plain = plainOf(text);
  const whom = wishIn(plain)?.whom ?? plain;
  const { directory, org } = park;
  const units = unitsIn(whom, park).filter(({ end }) => whom === plain || SHALL_NOT.test(whom.slice(end)));
  const theirs = org.people.filter(({ name, department }) => department !== undefined && whom.includes(name));
  // 别让人社的人看到: what a name begins with.
  const short = org.departments.filter((one) => {
    const stem = stemOf(one.name);
    return whom.startsWith(stem) && SHALL_NOT.test(whom.slice(stem.length));
  });
  const codes = [
    ...[...short, ...units.map(({ found }) => found)].map(({ code }) => code),
    ...theirs.flatMap(({ department = [] }) => department),
  ];
  return [...new Set(codes)].filter((code) => directory.department(code) !== undefined);
}

/** Such a wish, of an own issue that is open; null: none, or something is raised with it. */
export function keptFrom(reading: Reading): Understood | null {
  const { plain, text, situation } = reading;
  const wish = isStaff(situation.who) ? null : wishIn(plain);
  if (wish === null || !isAllThatIsSaid(plain.slice(0, wish.start))) return null;
  if (unitsToAvoid(text, situation.park).length === 0 && !SOMEBODY_THERE.test(wish.whom)) return null;
  const able = situation.issues.filter((one) => isOwn(one) && isOpen(one));
  const told = named(reading);
  // Of a number that is not in sight it is said so, and no other is taken for it.
  const stranger = told.length > 0 ? undefined : reading.strangers.find(({ sure }) => sure);
  if (stranger !== undefined) return steps("kept-from", question("avoid", reading, stranger.number, text.trim()));
  // In a group others hear it: where no issue is named, it is said where such a thing can be told.
  if (told.length === 0 && situation.place === "enterprise") return null;
  const described = describedIn(plain.slice(0, wish.start), able);
  const among = told.length > 0 ? able.filter((one) => told.includes(one)) : described.length > 0 ? described : able;
  const [only, ...more] = among;
  if (only === undefined) return null;
  const what = doing("avoid", reading, more.length === 0 ? only.number : null, text.trim());
  const numbers = among.map(({ number }) => number);
  return steps(
    "kept-from",
    more.length === 0 ? { kind: "do", doing: what } : { kind: "which", doing: what, among: numbers },
  );
}
