import { isCoordinator, isOfficial, isStaff } from "../../domain/issue/issue.ts";
import { moveOf } from "../../domain/issue/lifecycle.ts";
import { plainOf } from "../../domain/plain.ts";
import { besidesSigning } from "./besides.ts";
import { numbersAhead } from "./content.ts";
import { doingOf } from "./doing-of.ts";
import { targetOf } from "./free-target.ts";
import { handedOut, toldOfOne, withMarks } from "./handing.ts";
import { handingSaid } from "./handing-said.ts";
import { has, isSaid, saidIn } from "./is-said.ts";
import { asDeed, deed, question, shownFirst } from "./make.ts";
import type { Meaning } from "./meaning.ts";
import { givenAfter, ofMerging } from "./merging.ts";
import type { Doing, Step } from "./outcome.ts";
import type { Reading } from "./reading.ts";
import { isAction, issueIn, mayMove } from "./sight.ts";
import type { InSight } from "./situation.ts";
import { missingFrom } from "./strict.ts";
import { peopleIn } from "./units.ts";
import { isAnothers } from "./whose.ts";
import { asksSomething } from "./zh-cn-asks.ts";
import { COMPANY_MEANINGS } from "./zh-cn-company.ts";
import { GIVES_HALVES, GOES_BACK_ON_IT, SPLITS } from "./zh-cn-handing.ts";
import { beginsWithList, numbersAtStart, withoutNumbers } from "./zh-cn-numbers.ts";
import { COORDINATOR_MEANINGS, LEADER_MEANINGS } from "./zh-cn-office.ts";
import { OFFICIAL_MEANINGS, TOGETHER } from "./zh-cn-official.ts";
import { countSaid, MEANS_LATEST, SAYS_ALL, withoutRequest } from "./zh-cn-pieces.ts";
import { IS_GIVEN } from "./zh-cn-roles.ts";
import { numberTaken } from "./zh-cn-strangers.ts";
import { lettersShared, matterAhead } from "./zh-cn-titles.ts";
import { GIVES_TO_SOMEBODY } from "./zh-cn-units.ts";
import { URGES_THE_COMPANY } from "./zh-cn-urging.ts";

/** Free words about an issue that is there: which meaning fits, and how the issue is told. */

function meaningsOf({ situation: { who } }: Reading): readonly Meaning[] {
  if (isOfficial(who)) return OFFICIAL_MEANINGS;
  if (who.role === "leader") return LEADER_MEANINGS;
  return isStaff(who) ? COORDINATOR_MEANINGS : COMPANY_MEANINGS;
}

/**
 * The steps of the first meaning that fits, or null: no issue is spoken of. Of one that shall be two it is told that it stays one: 墙给建设，
 * 班车给交通 is no note on what somebody has already.
 */
export function aboutIssues(reading: Reading): readonly Step[] | null {
  const steps = firstMeant(reading);
  const { situation, plain, units } = reading;
  if (!isCoordinator(situation.who)) return steps;
  const others = (steps ?? []).filter((step) => !("doing" in step) || step.doing.command !== "note");
  const isHalved = others.length === 0 && steps !== null && GIVES_HALVES.test(withMarks(plain, units));
  return isHalved || SPLITS.test(plain) ? [...others, NOT_SPLIT] : steps;
}

const NOT_SPLIT: Step = { kind: "tell", told: "not-split" };

function firstMeant(reading: Reading): readonly Step[] | null {
  const handed = handingSaid(reading);
  if (handed !== null) return handed;
  for (const meaning of meaningsOf(reading)) {
    if (!isSaid(meaning, reading) || isToColleague(meaning, reading)) continue;
    const unknown = ofStrangers(meaning, reading);
    if (unknown !== null) return unknown;
    const target = targetOf(meaning, reading);
    const first = target?.issues[0];
    if (target === null || first === undefined) continue;
    const { issues, named, instead, unsure } = target;
    if (handsOut(meaning, first, reading)) continue;
    const latest = issues.at(-1);
    // 最新那条: of those that can be meant the one that was raised last.
    if (issues.length > 1 && !named && latest !== undefined && MEANS_LATEST.test(reading.plain) && !goesBack(reading)) {
      return [stepOf(meaning, latest, reading)];
    }
    if (
      !named &&
      (issues.length > 1 ||
        unsure === true ||
        isAnothers(first, reading.whose, reading.situation) ||
        mayBeOfAnother(meaning, reading))
    )
      return ofSeveral(meaning, issues, reading);
    if (instead !== undefined && isDoneAtOnce(meaning, first, reading)) return ofSeveral(meaning, instead, reading);
    const together = issues.length === 1 ? allSaidOf(first, reading) : [];
    const isShown = !named && isOfAnother(first, reading);
    const shown = (steps: readonly Step[]) => (isShown ? steps.map(shownFirst) : steps);
    if (together.length > 1 && together.some((step) => step.doing.command === meaning.command)) return shown(together);
    if (meaning.rest === "other") {
      const merging = ofMerging(stepOf(meaning, first, reading), reading);
      return [...merging, ...givenAfter(merging, reading.plain, reading.situation)];
    }
    return shown(withTheOthers(stepsOf(meaning, issues, reading), meaning, reading));
  }
  return null;
}

/** 电子屏的，已经联系好了, of a unit whose only issue is a subsidy: what begins with another matter is shown, and done by a yes. */
function isOfAnother({ title }: InSight, { plain, situation }: Reading): boolean {
  const matter = isOfficial(situation.who) ? matterAhead(plain) : null;
  return matter !== null && lettersShared(matter, plainOf(title)) === 0;
}

/** What is done with each issue that is meant, and what is said beside that. */
function stepsOf(meaning: Meaning, issues: readonly InSight[], reading: Reading): readonly Step[] {
  return toldOf(meaning, issues, reading).flatMap((issue) => {
    const step = stepOf(meaning, issue, reading);
    return [...eachUnit(step, reading), ...besides(step, issue, reading)];
  });
}

/** 刚才那个派错了，改派经发: said of what was dispatched last, and of none that still waits for it. */
function goesBack({ plain, situation: { who } }: Reading): boolean {
  return isCoordinator(who) && GOES_BACK_ON_IT.test(plain);
}

/** What is said with 签收 is kept as well, each by the move that it means; behind what is only shown it is shown, too. */
function besides(step: Step, issue: InSight, { text, situation }: Reading): readonly Step[] {
  if (!("doing" in step) || step.doing.command !== "sign") return [];
  const said = besidesSigning(issue, text, situation, aboutIssues);
  return step.kind === "offer" ? said.map(shownFirst) : said;
}

/** 2号转给刘洋办, said of somebody of the own unit: it stays there. */
function isToColleague({ command }: Meaning, { plain, units, situation: { who, park } }: Reading): boolean {
  if (command !== "return" || who.department === undefined) return false;
  if (units.some(({ found }) => found.code !== who.department)) return false;
  return peopleIn(plain, park).some(
    ({ found, start }) =>
      found?.department === who.department && GIVES_TO_SOMEBODY.test(plain.slice(Math.max(0, start - NEAR), start)),
  );
}

/** Whether staff would move it without being asked. */
function isDoneAtOnce(meaning: Meaning, issue: InSight, reading: Reading): boolean {
  if (!isStaff(reading.situation.who) || !isAction(meaning.command)) return false;
  return [stepOf(meaning, issue, reading), ...allSaidOf(issue, reading)].some(({ kind }) => kind === "do");
}

/** 把4号撤回, where no issue in sight has that number: it is said so, and nothing is guessed. */
function ofStrangers({ command, rest, words }: Meaning, reading: Reading): readonly Step[] | null {
  const { plain, situation } = reading;
  const taken = isOfficial(situation.who) ? numberTaken(plain) : null;
  const sure = reading.strangers.filter((one) => one.sure);
  const strangers = sure.length > 0 || taken === null ? sure : [{ number: taken }];
  if (strangers.length === 0 || reading.referred.length > 0) return null;
  const kind = isAction(command) ? "decline" : "do";
  const numbers = [...new Set(strangers.map(({ number }) => number))];
  return numbers.map((number) => ({ kind, doing: doingOf({ command, rest, words }, number, reading) }));
}

/** 4号解决了, said by a company: a day, or an issue that is not in sight. */
function mayBeOfAnother({ command }: Meaning, { strangers, plain }: Reading): boolean {
  return SETTLES.has(command) && strangers.some(({ start }) => plain.slice(0, start).trim() === "");
}

/** After these nothing is worked on any more. */
const SETTLES: ReadonlySet<string> = new Set(["solved", "accept", "withdraw"]);

/** 3号修好了，2号杆也换了: a text belongs to the issues with which it begins, where it begins with any. */
function toldOf({ rest }: Meaning, issues: readonly InSight[], { text, situation }: Reading): readonly InSight[] {
  if (issues.length < 2 || rest === "nothing") return issues;
  const ahead = numbersAhead(text, situation);
  const told = issues.filter(({ number }) => ahead.includes(number));
  return told.length === 0 ? issues : told;
}

/**
 * 15 16 17都退, of which the last is another unit's: why not of that one says whoever carries it out, and its number is no part of what is
 * said of the others.
 */
function withTheOthers(steps: readonly Step[], meaning: Meaning, { plain, situation }: Reading): readonly Step[] {
  const listed = numbersAtStart(plain);
  const done = steps.flatMap((step) => ("doing" in step ? (step.doing.number ?? []) : []));
  if (!isOfficial(situation.who) || !isAction(meaning.command) || new Set(done).size < (beginsWithList(plain) ? 1 : 2))
    return steps;
  const others = listed.filter((number) => {
    const issue = issueIn(situation, number);
    return !done.includes(number) && (issue === undefined || !mayMove(meaning.command, issue));
  });
  if (others.length === 0) return steps;
  const told = steps.map((step) =>
    "doing" in step ? { ...step, doing: { ...step.doing, rest: withoutNumbers(step.doing.rest, others) } } : step,
  );
  return [
    ...told,
    ...others.map((number): Step => ({ kind: "decline", doing: deed(meaning.command, situation, number) })),
  ];
}

/** So far is looked for what gives it to a unit. */
const NEAR = 12;

/** 15号公安，协办建设局: an issue that this unit does not have yet is given to it, and others help. */
function handsOut({ command }: Meaning, { state, department }: InSight, { plain, units, helpers }: Reading): boolean {
  if (command !== "assist" || helpers.length === 0) return false;
  const lead = units.find((one) => !helpers.includes(one));
  if (lead === undefined || lead.found.code === department) return false;
  return state === "submitted" || IS_GIVEN.test(plain.slice(Math.max(0, lead.start - NEAR), lead.start));
}

/** 签收了，跟企业通过电话，下周二前换好: an official's several moves of one issue each are made, in their order. */
function allSaidOf(issue: InSight, reading: Reading): readonly Extract<Step, { doing: Doing }>[] {
  const { situation, plain } = reading;
  if (!isOfficial(situation.who) || asksSomething(plain)) return [];
  const all = TOGETHER.filter(
    ({ command, words, unless, states, has }) =>
      words.test(plain) &&
      unless?.test(plain) !== true &&
      states.includes(issue.state) &&
      (has === undefined || (has === "plan" ? reading.plans : reading.promises)) &&
      mayMove(command, issue),
  );
  return all
    .filter(({ command }, index) => all.findIndex((one) => one.command === command) === index)
    .map(({ command, rest, words, by }) => ({
      kind: by,
      doing: doingOf({ command, rest, words }, issue.number, reading),
    }));
}

/** Which of them, or all when it is said so; then they are shown first, since none was named. */
function ofSeveral(meaning: Meaning, issues: readonly InSight[], reading: Reading): readonly Step[] {
  const count = countSaid(reading.plain);
  if (!SAYS_ALL.test(reading.plain) || (count !== null && count !== issues.length)) {
    const doing = doingOf(meaning.command === "sign" ? { ...meaning, rest: "text" } : meaning, null, reading);
    return [{ kind: "which", doing, among: issues.map((one) => one.number) }];
  }
  const steps = issues.flatMap((issue) => {
    const step = stepOf(meaning, issue, reading);
    return [step, ...besides(step, issue, reading)];
  });
  return steps.map(shownFirst);
}

/** 审批局牵头，住建配合; 协办环保局和交通局: a move for each unit. */
function eachUnit(step: Step, { helpers, referred, situation }: Reading): readonly Step[] {
  if (!("doing" in step) || (step.kind !== "do" && step.kind !== "offer")) return [step];
  const { kind } = step;
  const doing =
    step.doing.command === "dispatch"
      ? toldOfOne(
          step.doing,
          referred.map(({ number }) => number),
        )
      : step.doing;
  const assisting = helpers.map(({ found }) => ({
    kind,
    doing: { ...asDeed(step.doing, "assist", situation), rest: found.name, unit: found.code },
  }));
  if (doing.command === "assist") return assisting.length > 1 ? assisting : [step];
  if (doing.command !== "dispatch") return [step];
  const [first = step, ...more] = handedOut(doing, kind, situation);
  // With what each of them helps is told where it is said.
  const isTold = (unit: string) => more.some((one) => "doing" in one && one.doing.unit === unit);
  return [first, ...assisting.filter((one) => !isTold(one.doing.unit)), ...more];
}

/** 11催一下企业确认没有: it waits for the company, or that is to be asked. */
function isUpToCompany({ state }: InSight, { plain }: Reading): boolean {
  return state === "answered" || URGES_THE_COMPANY.test(plain);
}

function stepOf(meaning: Meaning, issue: InSight, reading: Reading): Step {
  // The unit has answered, and nothing of it is to be pressed for: how it stands is shown.
  if (meaning.command === "urge" && isCoordinator(reading.situation.who) && isUpToCompany(issue, reading))
    return question("status", reading, issue.number);
  const said = doingOf(meaning, issue.number, reading);
  const { command, needs, by, sure } = meaning;
  const { situation } = reading;
  const decides = command === "approve" || command === "refuse";
  const doing = decides ? { ...said, rest: withoutRequest(said.rest) } : said;
  // 不归我们管: it can be asked for once, so what was understood is shown before the unit is asked for.
  const isShown = command === "return" && by === "offer";
  if (needs !== undefined && !isShown && !has(needs.has, meaning, reading))
    return { kind: "need", doing, what: needs.what };
  // 延期5天, and no reason for it.
  if (meaning.rest === "date" && missingFrom(doing, situation) === "reason")
    return { kind: "need", doing, what: "reason" };
  // 三号那个可以答复企业了: what is to be said is not said yet.
  if (meaning.rest === "text" && doing.rest === "" && isAction(command) && moveOf(command).needs === "text")
    return { kind: "need", doing, what: "text" };
  return { kind: sure?.test(saidIn(meaning, reading)) === true ? "do" : by, doing };
}
