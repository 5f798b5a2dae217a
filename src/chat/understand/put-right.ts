import { isCoordinator, isStaff } from "../../domain/issue/issue.ts";
import { moveOf } from "../../domain/issue/lifecycle.ts";
import { plainOf } from "../../domain/plain.ts";
import { type Thing, thingsIn } from "./alike.ts";
import { affirmedIn } from "./roles.ts";
import { commandsIn } from "./several.ts";
import { isAction, isKnownIn } from "./sight.ts";
import type { Situation } from "./situation.ts";
import { unitsHandedTo } from "./units.ts";
import { clausesWithEnds, withoutEnd } from "./zh-cn-pieces.ts";
import * as said from "./zh-cn-put-right.ts";

/** 把48改派供电，不对，改派社会局: who puts himself right within a message means the unit, the number or the day that he said last. */

/** A longer message is no order in which somebody corrects himself: it is left as it is written. */
const LONGEST = 300;
/** Nobody corrects himself more often in one message. */
const MOST = 3;

/** The message as it is meant: without what is taken back in it, where something of the same kind is said instead. */
export function asPutRight(text: string, situation: Situation): string {
  if (text.length > LONGEST) return text;
  let meant = text;
  for (let turn = 0; turn < MOST; turn++) {
    const anew = putRightOnce(meant, situation);
    if (anew === null) break;
    meant = anew;
  }
  return withoutExcepted(meant, situation);
}

/** 5、8给社会局，8先别派: what is said of several, and denied of one of them behind it, is not done with that one. */
function withoutExcepted(text: string, situation: Situation): string {
  const clauses = clausesWithEnds(text);
  if (clauses.length < 2 || !isStaff(situation.who) || !said.MAY_EXCEPT.test(plainOf(text))) return text;
  const at = clauses.findIndex((clause, index) => {
    return index > 0 && said.isExcepted(plainOf(clause));
  });
  if (at < 0 || isVerbatim(text, situation)) return text;
  const gone = numbersOf(thingsIn(clauses[at] ?? "", situation, true));
  const anew = without(gone, clauses.slice(0, at), clauses.slice(at + 1), situation);
  return anew ?? text;
}

/** The clauses, said of no issue of these; null where nothing was said of them, or nothing is left. */
function without(
  gone: readonly string[],
  clauses: readonly string[],
  more: readonly string[],
  situation: Situation,
): string | null {
  const kept = clauses.flatMap((clause) => {
    const things = thingsIn(clause, situation);
    return numbersOf(things).some((one) => gone.includes(one))
      ? withoutNumbers(clause, things, gone)
      : withoutEnd(clause);
  });
  const isSame = kept.every((one, index) => one === withoutEnd(clauses[index] ?? ""));
  const left = [...kept.filter((one) => one !== ""), ...more];
  return isSame || left.length === 0 ? null : withoutEnd(left.join("，"));
}

function putRightOnce(text: string, situation: Situation): string | null {
  const marks = [...plainOf(text).matchAll(said.TAKES_BACK)];
  for (const mark of marks.length > MOST ? [] : marks) {
    const before = text.slice(0, mark.index);
    const after = behindDenied(before, said.withoutNeighbour(text.slice(mark.index + mark[0].length)), mark, situation);
    const anew = before.trim() === "" || after === null ? null : instead(before, after, situation);
    if (anew !== null) return anew;
  }
  return null;
}

/** 48给供电，不是供电，是社会局: behind what is denied, which is what was said before. Null: something else is denied. */
function behindDenied(
  before: string,
  after: string,
  { 0: mark, groups }: RegExpExecArray,
  situation: Situation,
): string | null {
  const isDenied = groups?.denies !== undefined;
  if (!isDenied && !said.endsInDenial(mark)) return after;
  const [clause = "", ...more] = clausesWithEnds(after);
  const [denied, given] = [thingsIn(clause, situation, true), thingsIn(before, situation)];
  const isSame = denied.length > 0 && denied.every(({ key }) => given.some((one) => one.key === key));
  if (isSame && more.length > 0) return more.join("");
  return isDenied ? null : after;
}

/** What stands before and behind the words that take it back, as one; null: nothing behind them is like anything before. */
function instead(before: string, after: string, situation: Situation): string | null {
  const [clause = "", ...more] = saidLast(affirming(clausesWithEnds(after), situation), situation);
  const clauses = clausesWithEnds(said.withoutPause(before));
  const kinds = clauses.map((one) => thingsIn(one, situation));
  const meant = ofOneReading(thingsIn(clause, situation, true), kinds.flat());
  const isLike = (things: readonly Thing[]) => things.some((one) => meant.some(({ kind }) => kind === one.kind));
  const isSame = (things: readonly Thing[]) =>
    things.some((one) => one.kind === "number" && meant.some(({ kind, key }) => kind === one.kind && key === one.key));
  const same = kinds.findLastIndex((things) => isSame(things) && isLike(things));
  const at = same < 0 ? kinds.findLastIndex(isLike) : same;
  const target = clauses[at];
  if (said.isExcepted(plainOf(clause))) return without(numbersOf(meant), clauses, more, situation);
  const anewOf = saidAnew([clause, ...more], clauses, kinds, situation);
  if (anewOf !== null) return anewOf;
  if (!isOver(before, kinds.at(-1) ?? [], clauses.at(-1) ?? "")) return null;
  if (meant.length === 0) return otherMove(clauses, [clause, ...more].join(""), situation);
  if (target === undefined || !maySay(meant, before, situation)) return null;
  const anew = inPlace(target, kinds[at] ?? [], { clause, meant, isSame: same >= 0 });
  const all = [...clauses.slice(0, at), anew, ...clauses.slice(at + 1), ...more];
  return withoutEnd(all.map((one, index) => (index === at ? joined(one, index < all.length - 1) : one)).join(""));
}

/** 给供电不对: behind a pause, or right behind what is taken back. */
function isOver(before: string, things: readonly Thing[], clause: string): boolean {
  return said.IS_OVER.test(plainOf(before)) || things.some(({ end }) => said.merelyEnds(plainOf(clause.slice(end))));
}

/** 12签收，不对，退单 不归我们管; 12已解决，不对，没解决: another move of the same issue. */
function otherMove(clauses: readonly string[], after: string, situation: Situation): string | null {
  const { who, commands } = situation;
  const plain = plainOf(after);
  const isMove = commands.some(({ name, words }) => isAction(name) && words.some((word) => plain.startsWith(word)));
  const [only = "", ...others] = clauses;
  if (others.length > 0 || only.length > SHORT) return null;
  const [command] = commandsIn(only, situation);
  const isDenied = command !== undefined && DECIDES.has(command.spec.name) && said.REFUSES.test(plain);
  const number = numbersAsWritten(only, thingsIn(only, situation));
  if (!isDenied && (!isMove || !isStaff(who) || number === "")) return null;
  return `${number} ${after}`.trim();
}

/** What is said by a word, and denied behind it. */
const DECIDES: ReadonlySet<string> = new Set(["approve", "solved", "accept"]);

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

/** 不对，危废应该是环保，先给社会局: the coordinator thinks aloud, and means the clause that gives it. */
function saidLast(clauses: readonly string[], situation: Situation): readonly string[] {
  if (!isCoordinator(situation.who)) return clauses;
  const things = clauses.map((one) => thingsIn(one, situation, true));
  const gives = clauses.map((one, index) => {
    const [first] = things[index] ?? [];
    const isOfUnit = things[index]?.every(({ kind }) => kind === "unit") === true;
    return isOfUnit && first !== undefined && said.merelyLeads(plainOf(one.slice(0, first.start)));
  });
  const isAnew = (one: string, index: number) =>
    index > 0 && gives[index] === true && (gives[0] !== true || said.DECIDES_ANEW.test(plainOf(one)));
  const given = clauses.findLastIndex(isAnew);
  const at = given < 0 && things[0]?.length === 0 ? things.findIndex((some) => some.length > 0) : given;
  if (at <= 0 || things.slice(0, at).some((some) => numbersOf(some).length > 0)) return clauses;
  const told = clauses
    .slice(0, at)
    .filter((one, index) => things[index]?.length === 0 && !said.THINKS.test(plainOf(one)));
  return [...clauses.slice(at), ...told];
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

/** What is said behind the words that take it back. `isSame`: of an issue of that very clause. */
interface Instead {
  readonly clause: string;
  readonly meant: readonly Thing[];
  readonly isSame: boolean;
}

/** The clause with what is meant in it, in the place of what was taken back. */
function inPlace(target: string, things: readonly Thing[], { clause, meant, isSame }: Instead): string {
  const [first] = meant;
  const last = meant.at(-1);
  if (first === undefined || last === undefined) return target;
  const behind = withoutEnd(clause.slice(last.end));
  const [olds, news] = [numbersOf(things), numbersOf(meant)];
  const isWhole = meant.every(({ kind }) => things.some((one) => one.kind === kind));
  // 协办供电: another move of the same issue; 48，啊不，49给供电: more than was said before.
  if (!isWhole || !said.merelyLeads(plainOf(clause.slice(0, first.start))))
    return news.length > 0 ? clause : `${numbersAsWritten(target, things)} ${clause}`;
  const isTail = said.merelyEnds(plainOf(behind)) || plainOf(target).includes(plainOf(behind));
  const isBare = isTail && meant.length === news.length;
  // 5和8给社会局，不对，8给公安: the other one stays as it was.
  if (isSame && !isBare && olds.length > news.length) return `${withoutNumbers(target, things, news)}，${clause}`;
  // 5和8给社会局，不对，8: said of that one alone.
  if (isBare && news.length < olds.length && news.every((one) => olds.includes(one)))
    return withoutNumbers(
      target,
      things,
      olds.filter((one) => !news.includes(one)),
    );
  // 3号签收，不对，5号退单: of another issue something else is said.
  if (!isTail && isBareNumber(meant)) return clause;
  return `${replaced(target, things, meant)}${isTail ? "" : behind}`;
}

function isBareNumber(meant: readonly Thing[]): boolean {
  return meant.length === 1 && numbersOf(meant).length === 1;
}

function numbersOf(things: readonly Thing[]): readonly string[] {
  return things.flatMap(({ kind, key }) => (kind === "number" ? [key] : []));
}

function numbersAsWritten(target: string, things: readonly Thing[]): string {
  const numbers = things.filter(({ kind }) => kind === "number");
  return target.slice(numbers.at(0)?.start ?? 0, numbers.at(-1)?.end ?? 0);
}

/** The clause, said of its other issues alone; empty where it has no other. */
function withoutNumbers(target: string, things: readonly Thing[], gone: readonly string[]): string {
  const numbers = things.filter(({ kind }) => kind === "number");
  const kept = numbers.filter(({ key }) => !gone.includes(key)).map(({ written }) => written);
  const [first, last] = [numbers.at(0), numbers.at(-1)];
  if (first === undefined || last === undefined || kept.length === numbers.length) return withoutEnd(target);
  return kept.length === 0
    ? ""
    : `${target.slice(0, first.start)}${kept.join("、")}${withoutEnd(target.slice(last.end))}`;
}

/** As many as were said take each other's place, one that of the last. */
function replaced(target: string, things: readonly Thing[], meant: readonly Thing[]): string {
  const kinds = [...new Set(meant.map(({ kind }) => kind))];
  const spans = kinds.flatMap((kind) => {
    const [olds = [], news = []] = [things, meant].map((some) => some.filter((one) => one.kind === kind));
    const [only] = news;
    const [first, last] = [olds.at(0), olds.at(-1)];
    // 12给公安，说错了，是12和13: more than were said before.
    if (kind === "number" && first !== undefined && last !== undefined && news.length > olds.length)
      return [{ start: first.start, end: last.end, written: news.map(({ written }) => written).join("、") }];
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
  if (command !== undefined && isVerbatim(before, situation))
    return isNumbers && command.rest.trim() === "" && command.number !== null;
  if (!isStaff(who))
    return meant.every(({ kind }) => kind.startsWith("counted")) || (isNumbers && before.length <= SHORT);
  return true;
}

/** Somebody's own words. */
export function isVerbatim(text: string, situation: Situation): boolean {
  const [command] = commandsIn(text, situation);
  const isText = command !== undefined && (!isAction(command.spec.name) || moveOf(command.spec.name).needs === "text");
  return isText && !TAKES_A_CORRECTION.has(command.spec.name);
}

const SHORT = 30;
/** What is said with these is an order or a reason, which is nobody's own words. */
const TAKES_A_CORRECTION: ReadonlySet<string> = new Set(["common", "due", "return", "supervise"]);
