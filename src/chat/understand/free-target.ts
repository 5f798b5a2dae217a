import { isOpen, isStaff } from "../../domain/issue/issue.ts";
import type { Meaning } from "./meaning.ts";
import { digitsIn } from "./parse.ts";
import type { Reading } from "./reading.ts";
import { describedIn, isAction, isOwn, mayMove, ofItsKind, PRESSING, SURE_SCORE } from "./sight.ts";
import type { InSight } from "./situation.ts";
import { toldOfThem } from "./whose.ts";
import { OF_OLD } from "./zh-cn-company.ts";
import { BEGINS_ANOTHER, TELLS_ONE_MORE } from "./zh-cn-continues.ts";
import { isAnotherMatter } from "./zh-cn-own-matter.ts";
import { NAMES_THE_CONFIDED, partLeftOut } from "./zh-cn-pieces.ts";
import { requestsSaid } from "./zh-cn-requests.ts";
import { partKept, RESTORES } from "./zh-cn-restoring.ts";
import { tellsOfTrouble } from "./zh-cn-talk.ts";
import { withoutPlaces } from "./zh-cn-titles.ts";
import { tellsOfDebt, URGES_A_MATTER } from "./zh-cn-urging.ts";

/** Which issues free words are about: named, quoted, described, or the only ones that can be meant. */

/** What a sentence is about. */
export interface Target {
  readonly issues: readonly InSight[];
  /** Its number was written, or its message quoted. */
  readonly named: boolean;
  /** All that can be meant, where the one was chosen for a topic alone, and shares no word: 双电源 and 变压器. */
  readonly instead?: readonly InSight[];
  /** It is asked, also of a single one. */
  readonly unsure?: true;
}

/** Null: no issue that it can mean, or it is about something else. */
export function targetOf(meaning: Meaning, reading: Reading): Target | null {
  const { referred, quoted, situation } = reading;
  const asked = meaning.request === undefined ? null : requestsSaid(reading.plain);
  const left = leftOut(meaning, reading);
  const fits = (issue: InSight) =>
    !left.includes(issue) &&
    canMean(meaning, issue) &&
    (asked === null || (issue.request !== null && asked.includes(issue.request)));
  if (referred.some((one) => !left.includes(one))) return only(referred.filter(fits), true);
  if (quoted.length > 0) {
    const fitting = quoted.filter(fits);
    const described = quoted.length > 1 ? describedIn(reading.matter, fitting) : [];
    return only(described.length === 1 ? described : fitting, quoted.length === 1);
  }
  if (situation.quote?.by === "person") return null;
  const fitting = ofAddressed(meaning, reading, ofTheSame(meaning, reading).filter(fits));
  const confided = inConfidence(reading, fitting);
  if (confided.length > 0) return only(confided, false);
  const matter = tellsOfAnother(meaning, reading) ? withoutPlaces(reading.matter) : reading.matter;
  if (reading.whose.isOfThem) return ofThem(matter, fitting, reading);
  const described = describedIn(matter, fitting);
  if (leavesThem(meaning, reading, fitting) || isOfOneAtWork(meaning, reading, fitting)) return null;
  if (described.length > 0 && speaksOfOld(meaning, reading)) {
    const isVague =
      described.length < fitting.length && describedIn(reading.matter, described, SURE_SCORE).length === 0;
    return { issues: described, named: false, ...(isVague && { instead: fitting }) };
  }
  if (meaning.issue === "told" || (hasOwnMatter(meaning, reading) && described.length === 0)) return null;
  if (described.length === 0 && (namesAnother(reading, fitting) || urgesAnother(meaning, reading))) return null;
  return only(fitting, false);
}

/** 湘晶招人的那个: of what the named company has raised; where the words tell none of that, it is asked which. */
function ofThem(matter: string, fitting: readonly InSight[], reading: Reading): Target | null {
  const told = toldOfThem(matter, fitting, reading.whose);
  if (fitting.length === 0 || (!told.isSure && namesAnother(reading, fitting))) return null;
  return { issues: told.issues, named: false, ...(!told.isSure && { unsure: true }) };
}

/** What a company tells of a theft is no part of an issue about a power cut; 没好，夜里噪声也大 is said of an answer first. */
function ofTheSame({ command }: Meaning, { plain, situation: { who, issues } }: Reading): readonly InSight[] {
  return isStaff(who) || !TELLS_MORE.has(command) ? issues : ofItsKind(plain, issues);
}

const TELLS_MORE: ReadonlySet<string> = new Set(["reopen", "supplement"]);

/** 除了15号都撤; 站台那个留着，垃圾的撤了: the issues of which it is not said. */
function leftOut({ command }: Meaning, { plain, situation: { who, issues } }: Reading): readonly InSight[] {
  const part = partLeftOut(plain);
  if (part === null && (command !== "withdraw" || isStaff(who))) return [];
  const said = part === null ? partKept(plain) : plain.slice(part.start, part.end);
  if (said === "") return [];
  const numbers = digitsIn(said);
  return numbers.length > 0 ? issues.filter(({ number }) => numbers.includes(number)) : describedIn(said, issues);
}

/** 南门那边天天堵，叫人看看: what is wrong there says which issue is meant, and the place does not. */
function tellsOfAnother({ command, rest }: Meaning, { situation, plain }: Reading): boolean {
  const merelyTells = rest === "text" && (command === "supervise" || command === "note");
  return merelyTells && isStaff(situation.who) && tellsOfTrouble(plain);
}

/** 保密的那件给建设局 */
function inConfidence({ plain, situation }: Reading, fitting: readonly InSight[]): readonly InSight[] {
  const confided = fitting.filter(({ confidential }) => confidential === true);
  return isStaff(situation.who) && NAMES_THE_CONFIDED.test(plain) ? confided : [];
}

/** What a unit is pressed for, and what it has asked for: 同意王建国的延期. */
const OF_A_UNIT: ReadonlySet<string> = new Set([...PRESSING, "approve", "refuse"]);

/** 请供电公司高度重视: of what is pressed for, the issues that the named unit is responsible for, where there are any. */
function ofAddressed(
  { command }: Meaning,
  { addressed, matter, situation: { question } }: Reading,
  fitting: readonly InSight[],
): readonly InSight[] {
  if (!OF_A_UNIT.has(command)) return fitting;
  const own = fitting.filter(({ department }) => department != null && addressed.includes(department));
  // 路灯的事，请建国同志亲自抓: the matter says more than whose head is called upon.
  const isAnothers = describedIn(matter, own).length === 0 && describedIn(matter, fitting).length > 0;
  if (isAnothers || addressed.length === 0) return fitting;
  // 催一下电信那边: that unit has none, and nobody else is meant. To what was asked, it may be the text of an order.
  return own.length === 0 && (question !== null || !PRESSING.has(command)) ? fitting : own;
}

/** What a company says of another matter is no move of an issue that merely could be meant. */
function leavesThem({ command }: Meaning, reading: Reading, among: readonly InSight[]): boolean {
  const { plain, situation } = reading;
  // 小吴报的那个跳闸又停了: an open one of these words goes on, and nothing that is over is opened for it.
  const own = situation.issues.filter((one) => isOwn(one) && (isOpen(one) || among.includes(one)));
  const isBack = command === "reopen" || (command === "resume" && !RESTORES.test(plain));
  if (isBack && !isStaff(situation.who) && describedIn(plain, own).some(isOpen)) return true;
  if (isStaff(situation.who) || !(command === "unsolved" || BEGINS_ANOTHER.test(plain) || TELLS_ONE_MORE.test(plain)))
    return false;
  // 洗衣房没热水，还有理发店关门了: what is over is none of these.
  return isAnotherMatter(plain, among) || (command === "unsolved" && tellsOfDebt(plain, reading));
}

/** 水压没好, where a drain was answered and the pressure is worked on: of the one that has more of its words, nobody has asked whether it is solved. */
function isOfOneAtWork({ command }: Meaning, { matter, situation }: Reading, fitting: readonly InSight[]): boolean {
  if (isStaff(situation.who) || !SAYS_HOW_IT_CAME_OUT.has(command)) return false;
  const open = situation.issues.filter((one) => isOwn(one) && (isOpen(one) || fitting.includes(one)));
  const described = describedIn(matter, open, SURE_SCORE);
  return described.length > 0 && described.every((one) => !fitting.includes(one));
}

const SAYS_HOW_IT_CAME_OUT: ReadonlySet<string> = new Set(["unsolved", "solved"]);

/** 帮忙催一下园区食堂发票的事: none of those that can be meant is of that. */
function urgesAnother({ command }: Meaning, { plain, situation }: Reading): boolean {
  return command === "urge" && !isStaff(situation.who) && URGES_A_MATTER.test(plain);
}

/** Another issue than those that can be meant is named by its words. */
function namesAnother({ matter, situation }: Reading, fitting: readonly InSight[]): boolean {
  return describedIn(matter, situation.issues).some((one) => !fitting.includes(one));
}

function only(issues: readonly InSight[], named: boolean): Target | null {
  return issues.length === 0 ? null : { issues, named };
}

function canMean({ command, states, request }: Meaning, issue: InSight): boolean {
  if (states !== undefined && !states.includes(issue.state)) return false;
  if (request !== undefined && (issue.request === null || (request !== "any" && !request.includes(issue.request))))
    return false;
  if (!isAction(command)) return isOwn(issue);
  // Not signed yet: what is said of the work signs for it as well.
  return mayMove(command, issue) || (issue.state === "dispatched" && mayMove("sign", issue) && states !== undefined);
}

/** Moves of an issue that waits for them may be said of it without more; questions are about an old matter, or name it. */
function speaksOfOld({ states }: Meaning, { plain }: Reading): boolean {
  return states !== undefined || OF_OLD.test(plain) || [...plain].length <= SHORT;
}

const SHORT = 20;

/** A sentence with a matter of the duty table's, of which no issue has a word, is about something else. */
function hasOwnMatter({ command }: Meaning, { hasMatter, plain, situation }: Reading): boolean {
  if (isStaff(situation.who)) return false;
  return (hasMatter && !OF_ANY_MATTER.has(command)) || [...plain].length > 2 * SHORT;
}

/** What is said with these is no matter of its own. */
const OF_ANY_MATTER: ReadonlySet<string> = new Set(["urge", "why", "resume"]);
