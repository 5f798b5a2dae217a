import { exceptedIn } from "../../domain/common/zh-cn-excepted.ts";
import { isOfficial, isStaff } from "../../domain/issue/issue.ts";
import { plainOf } from "../../domain/plain.ts";
import { GOES_OUT } from "./content.ts";
import { withMarks } from "./handing.ts";
import { asDeed } from "./make.ts";
import type { Doing, Firm, Step } from "./outcome.ts";
import { withPiece } from "./piece.ts";
import { affirmedIn } from "./roles.ts";
import { isAction, isKnownIn } from "./sight.ts";
import type { Situation } from "./situation.ts";
import { missingFrom } from "./strict.ts";
import { unitsHandedTo, unitsIn } from "./units.ts";
import {
  BEFORE_THEN,
  correctionIn,
  saidOfWrong,
  TAKES_OUT,
  takenOutForAReason,
  WANTS_IT_ANEW,
  withoutAsking,
  withoutBeforeThen,
  withoutGiving,
} from "./zh-cn-corrections.ts";
import { firstDate } from "./zh-cn-dates.ts";
import { audienceSaid, isNoNote, saysForWhomAlone } from "./zh-cn-for-company.ts";
import { GIVEN_TOO } from "./zh-cn-handing.ts";
import { referencesIn } from "./zh-cn-numbers.ts";
import { MENDS_OWN } from "./zh-cn-own-mended.ts";
import { pieceMeant } from "./zh-cn-piece.ts";
import { clausesWithEnds, givenTo, isNumbersOnly, withCommas } from "./zh-cn-pieces.ts";
import { merelyLeads } from "./zh-cn-put-right.ts";

/** 不是挂账，是延期; 不是3号，是5号: what was shown or asked about, put right by who it was shown to. */

/** The steps anew, with what was put right in them; null: the text puts nothing right. */
export function corrected(question: Firm, text: string, situation: Situation): readonly Step[] | null {
  const doings = question.ask === "offer" ? question.doings : [question.doing];
  const plain = plainOf(text);
  const [doing, ...more] = doings;
  if (doing === undefined) return null;
  // 不是撤，就是把2卷改成3卷: what its company puts right is no taking back.
  if (doing.command === "withdraw" && doing.number !== null && !isStaff(situation.who) && MENDS_OWN.test(plain))
    return [{ kind: "offer", doing: { ...asDeed(doing, "supplement", situation), rest: text.trim() } }];
  const forOthers = question.ask === "offer" ? byAudience(doings, plain, situation) : null;
  if (forOthers !== null) return forOthers.map((one) => ({ kind: "offer", doing: one }));
  // 算了，给公安, asked which one is to be dispatched: to which unit, and still which one.
  if (question.ask === "which") {
    const said = more.length > 0 ? null : correctionIn(plain);
    const other = said === null ? null : byUnit(doing, said, situation);
    if (other !== null) return [{ ...question, kind: "which", doing: other }];
    if (doing.number === null) return null;
  }
  const shown =
    question.ask === "offer"
      ? (withoutSome(doings, plain, situation) ?? byDay(doings, plain, situation) ?? byPiece(doings, plain, situation))
      : null;
  if (shown !== null) return shown.map((one) => ({ kind: "offer", doing: one }));
  if (more.length > 0 || doing.number === null) return null;
  const step = correctedOne(question, doing, plain, situation);
  return step === null ? null : [step];
}

function correctedOne(question: Firm, doing: Doing, plain: string, situation: Situation): Step | null {
  if (question.ask === "offer" && doing.rest !== "" && WANTS_IT_ANEW.test(plain))
    return writtenAnew(doing, plain, situation);
  const anew = putRight(doing, plain, situation);
  if (anew === null) return null;
  const what = missingFrom(anew, situation);
  return what === null ? { kind: "offer", doing: anew } : { kind: "need", doing: anew, what };
}

/** 不是3号，是5号 says what is meant in place of what; 不对，5号 only what. */
function putRight(doing: Doing, plain: string, situation: Situation): Doing | null {
  const said = correctionIn(plain);
  if (said !== null)
    return (
      byCommand(doing, said.but, situation) ??
      byNumber(doing, said.but, situation) ??
      byUnit(doing, said, situation) ??
      byWords(doing, said)
    );
  const wrong = saidOfWrong(plain);
  return wrong === null ? null : (byNumber(doing, wrong, situation) ?? byUnitAlone(doing, wrong, situation));
}

/** 不对，8不用, or 8先不回，其他的回, where 8 and 9 are shown: 9 alone. Null: all are left, or none. */
function withoutSome(doings: readonly Doing[], plain: string, situation: Situation): readonly Doing[] | null {
  const said = saidOfWrong(plain) ?? plain.replace(/[\s。.!！]+$/u, "");
  if (doings.length < 2) return null;
  const taken = TAKES_OUT.test(said) ? referencesIn(said, isKnownIn(situation)).map(({ number }) => number) : null;
  const out = new Set(taken ?? [...exceptedIn(plain).except, ...takenOutForAReason(said)]);
  const left = doings.filter(({ number }) => number === null || !out.has(number));
  return out.size > 0 && left.length > 0 && left.length === doings.length - out.size ? left : null;
}

/** 这个是内部的，企业先不要看到, where 进展 was shown, or 这个要告诉企业, where 备注 was: the same text for those who shall have it. */
function byAudience(doings: readonly Doing[], plain: string, situation: Situation): readonly Doing[] | null {
  const isShort = isOfficial(situation.who) && [...plain].length <= LONGEST_WISH;
  const isWish = isShort && saysForWhomAlone(plain);
  const audience = isShort && isNoNote(plain) ? "company" : isWish ? audienceSaid(plain) : null;
  if (audience !== "departments" && audience !== "company") return null;
  if (referencesIn(plain, isKnownIn(situation)).length > 0) return null;
  const isOthers = ({ command }: Doing) => (audience === "company" ? command === "note" : GOES_OUT.has(command));
  const stands = ({ command }: Doing) => audience === "departments" && command === "note";
  if (!doings.some((one) => isOthers(one) || stands(one))) return null;
  const command = audience === "company" ? "progress" : "note";
  return doings.map((doing) => (isOthers(doing) ? asDeed(doing, command, situation) : doing));
}

/** More than that tells something of its own. */
const LONGEST_WISH = 24;

/** 不对，是周六: in place of the day that each of them tells. */
function byDay(doings: readonly Doing[], plain: string, situation: Situation): readonly Doing[] | null {
  const { now, park } = situation;
  const but = correctionIn(plain)?.but ?? saidOfWrong(plain) ?? "";
  const day = firstDate(but, now, park.calendar);
  if (day === null || [...but].length - (day.end - day.start) > BESIDE_A_DAY) return null;
  const isNumber = isNumbersOnly(but) && referencesIn(but, isKnownIn(situation)).length > 0;
  const anew = doings.flatMap((doing): readonly Doing[] => {
    const before = firstDate(doing.rest, now, park.calendar);
    // 不对，是9号, of a text that tells no such day: another issue.
    if (before === null || (isNumber && !isNumbersOnly(doing.rest.slice(before.start, before.end)))) return [];
    const behind = doing.rest.slice(before.end);
    const said = BEFORE_THEN.test(behind) ? withoutBeforeThen(but) : but;
    return [{ ...doing, rest: `${doing.rest.slice(0, before.start)}${said}${behind}` }];
  });
  return anew.length === doings.length ? anew : null;
}

/** 人数搞错了，是39人: in place of the piece of its kind, in each text that has one. */
function byPiece(doings: readonly Doing[], plain: string, situation: Situation): readonly Doing[] | null {
  const meant = isOfficial(situation.who) ? pieceMeant(plain) : null;
  if (meant === null || doings.some(({ command }) => !TELLS.has(command) && command !== "sign")) return null;
  const anew = doings.map((doing) => {
    const rest = withPiece(doing.rest, meant, situation);
    return rest === null ? doing : { ...doing, rest };
  });
  return anew.some((one, index) => one !== doings[index]) ? anew : null;
}

/** Their text is what somebody reads. */
const TELLS: ReadonlySet<string> = new Set(["answer", "correct", "progress", "measure", "note", "contact", "feedback"]);

/** 前, 那天; 给, 吧 */
const BESIDE_A_DAY = 2;

/** 算了 给公安, where another unit was shown, or none yet: the same with this one. */
export function unitInstead(question: Firm, rest: string, situation: Situation): Step | null {
  const [doing, ...more] = question.ask === "offer" ? question.doings : [question.doing];
  const anew = doing === undefined || more.length > 0 ? null : byUnitAlone(doing, plainOf(rest), situation);
  if (anew === null) return null;
  if (question.ask === "which") return { kind: "which", doing: anew, among: question.among };
  return anew.number === null ? null : { kind: "offer", doing: anew };
}

/** 不行，14是投诉建管局的，给社会局: behind a no one clause gives it to another unit. */
export function givenInstead(question: Firm, text: string, situation: Situation): Step | null {
  const [doing, ...more] = question.ask === "offer" ? question.doings : [question.doing];
  if (doing === undefined || more.length > 0 || !GIVES.has(doing.command) || doing.number === null) return null;
  const numbers = referencesIn(plainOf(text), isKnownIn(situation));
  if (numbers.some(({ number }) => number !== doing.number)) return null;
  const given = clausesWithEnds(withCommas(text)).flatMap((clause) => {
    const plain = plainOf(clause);
    const units = affirmedIn(plain, unitsHandedTo(plain, situation.park));
    const before = GIVEN_TOO.exec(withMarks(plain, units))?.[1];
    return before !== undefined && merelyLeads(before) ? units : [];
  });
  const [unit, ...others] = given.filter(({ found }) => found.code !== doing.unit);
  if (unit === undefined || others.length > 0) return null;
  return { kind: "offer", doing: { ...anewOf(doing), rest: unit.found.name, unit: unit.found.code } };
}

const GIVES: ReadonlySet<string> = new Set(["dispatch", "assist"]);

/** Of another unit, or another issue: what was shown against the first is not shown of this. */
function anewOf({ sure: _, ...doing }: Doing): Doing {
  return doing;
}

/** 不对，公安: the name of a unit and no more. */
function byUnitAlone(doing: Doing, but: string, situation: Situation): Doing | null {
  const plain = withoutGiving(but);
  const [unit, ...more] = unitsIn(plain, situation.park);
  if (unit === undefined || more.length > 0 || [...plain].length - (unit.end - unit.start) > BESIDE_A_DAY) return null;
  return byUnit(doing, { not: "", but: plain }, situation);
}

/** What is to be written in its place is asked for, unless another issue is spoken of. */
function writtenAnew(doing: Doing, plain: string, situation: Situation): Step | null {
  const others = referencesIn(plain, isKnownIn(situation)).filter(({ number }) => number !== doing.number);
  return others.length > 0 ? null : { kind: "need", doing: { ...doing, rest: "" }, what: "text" };
}

type Said = NonNullable<ReturnType<typeof correctionIn>>;

function byCommand(doing: Doing, but: string, { commands }: Situation): Doing | null {
  const word = withoutAsking(but);
  const command = commands.find(({ name, words }) => isAction(name) && words.includes(word));
  if (command === undefined) return null;
  return { ...doing, command: command.name, word };
}

function byNumber(doing: Doing, but: string, situation: Situation): Doing | null {
  if (!isNumbersOnly(but)) return null;
  const [other, ...more] = referencesIn(but, isKnownIn(situation));
  return other === undefined || more.length > 0 ? null : { ...anewOf(doing), number: other.number };
}

/** 不是公安，是建设局: of a move that names a unit. */
function byUnit(doing: Doing, { but }: Said, { park }: Situation): Doing | null {
  const [unit] = [but, givenTo(but)].map((one) => unitsIn(one, park)[0]).filter((one) => one !== undefined);
  if (unit === undefined || (doing.unit === undefined && !NAMES_A_UNIT.has(doing.command))) return null;
  // What was to be told to the one is not told to the other.
  const rest = doing.command === "return" ? doing.rest : unit.found.name;
  return { ...anewOf(doing), rest, unit: unit.found.code };
}

const NAMES_A_UNIT: ReadonlySet<string> = new Set(["dispatch", "assist", "return"]);

/** 不是5天，是3天: in place of these words of it. */
function byWords(doing: Doing, { not, but }: Said): Doing | null {
  const at = not === "" ? -1 : plainOf(doing.rest).indexOf(not);
  if (at < 0) return null;
  return { ...doing, rest: doing.rest.slice(0, at) + but + doing.rest.slice(at + not.length) };
}
