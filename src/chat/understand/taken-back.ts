import { isCoordinator, isStaff } from "../../domain/issue/issue.ts";
import { moveOf } from "../../domain/issue/lifecycle.ts";
import { plainOf } from "../../domain/plain.ts";
import { affirmedIn, helpersIn } from "./roles.ts";
import { commandsIn } from "./several.ts";
import { isAction, isKnownIn } from "./sight.ts";
import type { Situation } from "./situation.ts";
import { unitsHandedTo } from "./units.ts";
import { firstDate } from "./zh-cn-dates.ts";
import { referencesIn } from "./zh-cn-numbers.ts";
import { clausesWithEnds, givenTo, withoutEnd } from "./zh-cn-pieces.ts";
import * as said from "./zh-cn-taken-back.ts";

/** 把48改派供电，不对，改派社会局: who puts himself right within a message means the unit, the number or the day that he said last. */

/** So much of a message is looked at. */
const LOOKED_AT = 300;
/** Nobody corrects himself more often in one message. */
const MOST = 3;

/** What can be said again in place of another of its kind. */
interface Thing {
  readonly kind: string;
  /** What it means, however it is written. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** As it is written into the other's place. */
  readonly written: string;
}

/** The message as it is meant: without what is taken back in it, where something of the same kind is said instead. */
export function asPutRight(text: string, situation: Situation): string {
  let meant = text;
  for (let turn = 0; turn < MOST; turn++) {
    const anew = putRightOnce(meant, situation);
    if (anew === null) return meant;
    meant = anew;
  }
  return meant;
}

function putRightOnce(text: string, situation: Situation): string | null {
  const plain = plainOf(text.slice(0, LOOKED_AT));
  for (const mark of plain.matchAll(said.TAKES_BACK)) {
    const before = text.slice(0, mark.index);
    const after = behindDenied(before, text.slice(mark.index + mark[0].length), mark.groups?.denies, situation);
    const anew = before.trim() === "" || after === null ? null : instead(before, after, situation);
    if (anew !== null) return anew;
  }
  return null;
}

/** 48给供电，不是供电，是社会局: behind what is denied, which is what was said before. */
function behindDenied(before: string, after: string, denies: string | undefined, situation: Situation): string | null {
  if (denies === undefined) return after;
  const [clause = "", ...more] = clausesWithEnds(after);
  const [denied, given] = [thingsIn(clause, situation, true), thingsIn(before, situation)];
  const isSame = denied.length > 0 && denied.every(({ key }) => given.some((one) => one.key === key));
  return isSame && more.length > 0 ? more.join("") : null;
}

/** What stands before and behind the words that take it back, as one; null: nothing behind them is like anything before. */
function instead(before: string, after: string, situation: Situation): string | null {
  const [clause = "", ...more] = affirming(clausesWithEnds(after), situation);
  const clauses = clausesWithEnds(before);
  const kinds = clauses.map((one) => thingsIn(one, situation));
  const meant = ofOneReading(thingsIn(clause, situation, true), kinds.flat());
  const isLike = (things: readonly Thing[]) => things.some((one) => meant.some(({ kind }) => kind === one.kind));
  const isSame = (things: readonly Thing[]) =>
    things.some((one) => one.kind === "number" && meant.some(({ kind, key }) => kind === one.kind && key === one.key));
  const same = kinds.findLastIndex((things) => isSame(things) && isLike(things));
  const at = same < 0 ? kinds.findLastIndex(isLike) : same;
  const target = clauses[at];
  const anewOf = saidAnew([clause, ...more], clauses, kinds, situation);
  if (anewOf !== null) return anewOf;
  if (!isOver(before, kinds.at(-1) ?? [], clauses.at(-1) ?? "")) return null;
  if (meant.length === 0) return otherMove(clauses, [clause, ...more].join(""), situation);
  if (target === undefined || !maySay(meant, before, situation)) return null;
  const anew = inPlace(target, kinds[at] ?? [], clause, meant);
  const all = [...clauses.slice(0, at), anew, ...clauses.slice(at + 1), ...more];
  return withoutEnd(all.map((one, index) => (index === at ? joined(one, index < all.length - 1) : one)).join(""));
}

/** 给供电不对: behind a pause, or right behind what is taken back. */
function isOver(before: string, things: readonly Thing[], clause: string): boolean {
  return said.IS_OVER.test(plainOf(before)) || things.some(({ end }) => said.merelyEnds(plainOf(clause.slice(end))));
}

/** 12签收，不对，退单 不归我们管: another move of the same issue. */
function otherMove(clauses: readonly string[], after: string, situation: Situation): string | null {
  const { who, commands } = situation;
  const plain = plainOf(after);
  const isMove = commands.some(({ name, words }) => isAction(name) && words.some((word) => plain.startsWith(word)));
  const [only = "", ...others] = clauses;
  const numbers = thingsIn(only, situation).filter(({ kind }) => kind === "number");
  const [first, last] = [numbers.at(0), numbers.at(-1)];
  if (!isMove || !isStaff(who) || others.length > 0 || first === undefined || last === undefined) return null;
  return only.length > SHORT ? null : `${only.slice(first.start, last.end)} ${after}`;
}

function joined(clause: string, goesOn: boolean): string {
  return goesOn ? `${withoutEnd(clause)}，` : clause;
}

/** 不对，不是供电的，是社会局的: from the clause on that says what is meant. */
function affirming(clauses: readonly string[], { park }: Situation): readonly string[] {
  const from = clauses.findIndex((clause) => {
    const plain = plainOf(clause);
    const units = unitsHandedTo(plain, park);
    return units.length === 0 || affirmedIn(plain, units).length > 0;
  });
  return clauses.slice(Math.max(0, from));
}

/** 5号 is a day behind a day, and else an issue. */
function ofOneReading(meant: readonly Thing[], before: readonly Thing[]): readonly Thing[] {
  const last = before.findLast(({ kind }) => kind === "day" || kind === "number")?.kind;
  return meant.filter(
    (one) =>
      one.kind === last ||
      !meant.some((other) => other.kind === last && other.start < one.end && one.start < other.end),
  );
}

/** The clause with what is meant in it, in the place of what was taken back. */
function inPlace(target: string, things: readonly Thing[], clause: string, meant: readonly Thing[]): string {
  const [first] = meant;
  const last = meant.at(-1);
  if (first === undefined || last === undefined) return target;
  const ahead = plainOf(clause.slice(0, first.start));
  const behind = withoutEnd(clause.slice(last.end));
  const numbers = things.filter(({ kind }) => kind === "number");
  const own = meant.some(({ kind }) => kind === "number");
  // 协办供电: another move of the same issue.
  if (!said.merelyLeads(ahead))
    return own ? clause : `${target.slice(numbers.at(0)?.start ?? 0, numbers.at(-1)?.end ?? 0)} ${clause}`;
  const isTail = said.merelyEnds(plainOf(behind)) || plainOf(target).includes(plainOf(behind));
  // 3号签收，不对，5号退单: of another issue something else is said.
  if (!isTail && meant.length === 1 && own) return clause;
  return `${replaced(target, things, meant)}${isTail ? "" : behind}`;
}

/** As many as were said take each other's place, one that of the last. */
function replaced(target: string, things: readonly Thing[], meant: readonly Thing[]): string {
  const kinds = [...new Set(meant.map(({ kind }) => kind))];
  const spans = kinds.flatMap((kind) => {
    const [olds = [], news = []] = [things, meant].map((all) => all.filter((one) => one.kind === kind));
    const [only] = news;
    if (news.length === 1 && olds.some(({ key }) => key === only?.key)) return [];
    const from = Math.max(0, olds.length - news.length);
    return olds.slice(from).map(({ start, end }, index) => ({ start, end, written: news[index]?.written ?? "" }));
  });
  return spans
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, written }) => text.slice(0, start) + written + text.slice(end), withoutEnd(target));
}

/** 48给供电，49给社会局，不对，48给社会局，49给供电: several clauses are said anew, each with its number. */
function saidAnew(
  after: readonly string[],
  clauses: readonly string[],
  things: readonly (readonly Thing[])[],
  situation: Situation,
): string | null {
  const numbersOf = (some: readonly Thing[]) => some.flatMap(({ kind, key }) => (kind === "number" ? [key] : []));
  const anew = after.map((one) => numbersOf(thingsIn(one, situation)));
  if (anew.length < 2 || anew.some((numbers) => numbers.length === 0)) return null;
  const kept = clauses.filter((_, index) => !numbersOf(things[index] ?? []).some((one) => anew.flat().includes(one)));
  return kept.length === clauses.length ? null : [...kept, ...after].join("");
}

/** What goes out word for word stays as it is written, but for the number before it; a company names its issues alone. */
function maySay(meant: readonly Thing[], before: string, situation: Situation): boolean {
  const { who, question } = situation;
  const isNumbers = meant.every(({ kind, key }) => kind === "number" && isKnownIn(situation)(Number(key)));
  if (question?.ask === "need" && (question.what === "text" || question.what === "reason")) return false;
  const [command] = commandsIn(before, situation);
  const isText = command !== undefined && (!isAction(command.spec.name) || moveOf(command.spec.name).needs === "text");
  const isSaid = isText && !TAKES_A_CORRECTION.has(command.spec.name);
  if (isSaid) return isNumbers && command.rest.trim() === "" && command.number !== null;
  if (!isStaff(who)) return meant.every(({ kind }) => kind === "counted") || (isNumbers && before.length <= SHORT);
  return true;
}

const SHORT = 30;
/** What is said with these is an order or a reason, which is nobody's own words. */
const TAKES_A_CORRECTION: ReadonlySet<string> = new Set(["common", "due", "return", "supervise"]);

/** `alone`: a name that says by itself which unit is meant counts, too. */
function thingsIn(text: string, situation: Situation, alone = false): readonly Thing[] {
  const plain = plainOf(text);
  const found = [...unitsSaid(plain, situation, alone), ...numbersAndDays(text, plain, situation, alone)];
  const counted = [...plain.matchAll(said.COUNTED)].map((match) => thing("counted", match[2] ?? "", match));
  const commons = [...plain.matchAll(said.COMMON)].map((match) => thing("common", match[0], match));
  return [...found, ...counted, ...commons].sort((a, b) => a.start - b.start);
}

function thing(kind: string, key: string, { index, 0: written }: RegExpExecArray): Thing {
  return { kind, key, start: index, end: index + written.length, written };
}

function unitsSaid(plain: string, { park, who }: Situation, alone: boolean): readonly Thing[] {
  const named = unitsHandedTo(plain, park);
  const ahead = named.length > 0 || !alone ? 0 : givenTo("").length;
  const units = ahead === 0 ? named : unitsHandedTo(givenTo(plain), park);
  const helpers = isCoordinator(who) ? helpersIn(plain, named) : [];
  return affirmedIn(plain, units)
    .filter((one) => !helpers.includes(one) || (alone && one.start > 0))
    .map(({ found, start, end }) => ({
      kind: "unit",
      key: found.code,
      start: start - ahead,
      end: end - ahead,
      written: found.name,
    }));
}

/** `alone`: a figure that may be either is both. */
function numbersAndDays(text: string, plain: string, situation: Situation, alone: boolean): readonly Thing[] {
  const { now, park } = situation;
  const behindWord = alone ? [] : said.figuresBehindWord(plain);
  const isNumber = ({ start, end }: { readonly start: number; readonly end: number }) =>
    end > start && !said.isADay(plain.slice(0, start), plain.slice(end));
  const numbers = [...behindWord, ...referencesIn(plain, () => true).filter(isNumber)]
    .filter((one, index, all) => all.findIndex(({ start }) => start === one.start) === index)
    .filter(({ number, start }) => alone || start === 0 || behindWord.length > 0 || isKnownIn(situation)(number));
  const blanked = alone
    ? text
    : numbers.reduce((left, { start, end }) => left.slice(0, start) + "_".repeat(end - start) + left.slice(end), text);
  const day = firstDate(blanked, now, park.calendar);
  return [
    ...numbers.map(({ number, start, end }) => ({
      kind: "number",
      key: String(number),
      start,
      end,
      written: text.slice(start, end).trim(),
    })),
    ...(day === null
      ? []
      : [
          {
            kind: "day",
            key: text.slice(day.start, day.end),
            start: day.start,
            end: day.end,
            written: text.slice(day.start, day.end),
          },
        ]),
  ];
}
