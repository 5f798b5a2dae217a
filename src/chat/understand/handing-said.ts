import { isCoordinator } from "../../domain/issue/issue.ts";
import { plainOf } from "../../domain/plain.ts";
import { contentOf } from "./content.ts";
import { doingOf } from "./doing-of.ts";
import { handed, numbersHanded, toldOfOne, withMarks } from "./handing.ts";
import { inTurn, leads } from "./in-turn.ts";
import { merelyLeavesOut } from "./left-out.ts";
import { deed, firstWordOf, shownFirst, wordFor } from "./make.ts";
import type { Doing, Step, Understood } from "./outcome.ts";
import { type Reading, read } from "./reading.ts";
import { describedIn, isKnownIn, issueIn, mayMove } from "./sight.ts";
import type { Situation } from "./situation.ts";
import { unitsCalled } from "./units.ts";
import { asksSomething, requests } from "./zh-cn-asks.ts";
import {
  AS_BEFORE,
  GIVES_FOR_NOW,
  GIVES_TO_UNKNOWN,
  HANDS_IT_OVER,
  LEAVES_IT_SO,
  LETS_HELPER_GO,
  likeAnother,
  matterNamed,
  NAMES_A_UNIT_ALONE,
  NAMES_THE_LEAD,
  placeTaken,
  SENDS_BACK,
  SENT_WRONGLY,
  THINKS_IT_OVER,
  TRANSFERS,
} from "./zh-cn-handing.ts";
import { referencesIn } from "./zh-cn-numbers.ts";
import { clausesWithEnds, withoutEnd, withStops } from "./zh-cn-pieces.ts";
import { IS_GIVEN_TO } from "./zh-cn-roles.ts";

/** What a coordinator says so that an issue is given to a unit, whatever else the sentence tells. */

export const DISPATCH = { command: "dispatch", rest: "unit", words: /./u } as const;

/** The steps, or null: nothing is given away so. */
export function handingSaid(reading: Reading): readonly Step[] | null {
  const { situation, plain } = reading;
  if (!isCoordinator(situation.who)) return null;
  const back = sentBack(reading) ?? notUndone(reading) ?? leftSo(reading);
  if (back !== null) return back;
  if (asksSomething(plain) && !requests(plain)) return orderBehindQuestion(reading);
  return (
    leadOfNothing(reading) ??
    leftOut(reading) ??
    asBefore(reading) ??
    asAnother(reading) ??
    inTurn(reading) ??
    outright(reading) ??
    toUnknown(reading) ??
    ofNone(reading)
  );
}

/** 路灯那个派给建管局, where no title has a word of it: none that merely waits is taken for it. */
function ofNone({
  plain,
  situation,
  referred,
  quoted,
  units,
  helpers,
  companies,
  whose,
}: Reading): readonly Step[] | null {
  const isWhose = companies.length > 0 || whose.isOfThem;
  if (referred.length > 0 || quoted.length > 0 || isWhose || units.length === helpers.length) return null;
  const matter = matterNamed(withMarks(plain, units));
  if (matter === null || describedIn(matter, situation.issues).length > 0) return null;
  const isGiven = units.some(({ start }) => IS_GIVEN_TO.test(plain.slice(0, start)));
  return isGiven ? [{ kind: "tell", told: "none-of-that" }] : null;
}

/** 38谁给建设局的，快转公安: what is asked is a word to the order behind it. */
export function orderBehindQuestion({
  text,
  plain,
  referred,
  quoted,
  units,
  situation,
}: Reading): readonly Step[] | null {
  if (!isCoordinator(situation.who) || units.length === 0 || !asksSomething(plain)) return null;
  const clauses = clausesWithEnds(withStops(text));
  const asked = clauses.findLastIndex((one) => asksSomething(plainOf(withoutEnd(one))));
  const behind = clauses
    .slice(asked + 1)
    .join("")
    .trim();
  const numbers = referencesIn(plain, isKnownIn(situation)).map(({ number }) => number);
  if (behind === "" || asked < 0 || (numbers.length === 0 && quoted.length === 0)) return null;
  const ahead = referred.length > 0 && referencesIn(plainOf(behind), isKnownIn(situation)).length === 0;
  const order = read(ahead ? `${numbers.map((one) => `#${one}`).join("、")} ${behind}` : behind, situation);
  if (TRANSFERS.test(order.matter)) return handingSaid(order);
  const plainly = plainOf(behind);
  const [lead] = GIVES_FOR_NOW.exec(withMarks(plainly, unitsCalled(plainly, situation.park))) ?? [];
  if (lead === undefined || !ahead) return null;
  const given = read(`${numbers.map((one) => `#${one}`).join("、")}${behind.slice(lead.length)}`, situation);
  return handingSaid(given)?.map(shownFirst) ?? null;
}

/** 换经发局来牵头, and no issue is named: a common problem has a lead as well, so that nothing is dispatched by a guess. */
function leadOfNothing(reading: Reading): readonly Step[] | null {
  const { plain, matter, situation, referred, quoted, strangers, units, whose } = reading;
  if (units.length === 0 || referred.length > 0 || quoted.length > 0 || strangers.length > 0) return null;
  if (
    whose.isOfThem ||
    !NAMES_THE_LEAD.test(withMarks(plain, units)) ||
    describedIn(matter, situation.issues).length > 0
  )
    return null;
  return [{ kind: "tell", told: "lead-of-what" }];
}

/** 48别给供电: who shall have it instead is asked, where that unit may have it, and nothing is told to anybody. */
function leftOut(reading: Reading): readonly Step[] | null {
  const { plain, situation, units, quoted } = reading;
  const isKnown = isKnownIn(situation);
  const named = referencesIn(plain, isKnown);
  const last = named.at(-1)?.end ?? 0;
  const numbers = named.length > 0 ? named.map(({ number }) => number) : quoted.map(({ number }) => number);
  if (units.length > 0 || numbers.length === 0 || !merelyLeavesOut(plain.slice(last), situation)) return null;
  return numbers.map((number) => {
    const issue = issueIn(situation, number);
    const isTheirs = unitsCalled(plain, situation.park).some(({ found }) => found.code === issue?.department);
    const asks = issue?.state === "submitted" || (isTheirs && issue !== undefined && mayMove("dispatch", issue));
    const command = asks ? "dispatch" : "status";
    const doing = { command, word: wordFor(command, reading), number, rest: "" };
    return asks ? { kind: "need", doing, what: "unit" } : { kind: "do", doing };
  });
}

/** 17同上, behind nothing of the same message: which unit is meant is asked. */
function asBefore(reading: Reading): readonly Step[] | null {
  const { plain, referred } = reading;
  if (!AS_BEFORE.test(plain)) return null;
  const open = referred.filter((issue) => issue.state === "submitted" && mayMove("dispatch", issue));
  const steps = open.map(({ number }) => {
    const doing = { command: "dispatch", word: wordFor("dispatch", reading), number, rest: "" };
    return { kind: "need" as const, doing, what: "unit" as const };
  });
  return steps.length === 0 ? null : steps;
}

/** 14 1, as a suggestion is listed: the first of those for #14. */
export function suggestionTaken({ plain, situation, quoted }: Reading): Understood | null {
  if (!isCoordinator(situation.who) || quoted.length > 0) return null;
  const taken = placeTaken(plain);
  const issue = taken === null ? undefined : issueIn(situation, taken.number);
  if (taken === null || issue === undefined || taken.place > (issue.suggested ?? 0)) return null;
  const doing = deed("dispatch", situation, taken.number, String(taken.place));
  return { steps: [{ kind: "do", doing }], why: ["suggestion"] };
}

/** 49、24同21一样办; 24跟21一样，也给社会局: the unit that the other one has is shown first, one that is named has it. */
function asAnother(reading: Reading): readonly Step[] | null {
  const { plain, referred, quoted, situation } = reading;
  const like = likeAnother(plain);
  if (like === null) return null;
  const isNamed = leads(reading).length > 0;
  const model = issueIn(situation, like.number);
  if (!isNamed && !like.isHandled) return null;
  const issues = (referred.length > 0 ? referred : quoted).filter(({ number }) => number !== like.number);
  if (issues.length === 0 || (model === undefined && !isNamed)) return null;
  return issues.flatMap(({ number }): readonly Step[] => {
    if (isNamed) return handed(doingOf(DISPATCH, number, reading), "do", situation);
    const doing = { command: "dispatch", word: wordFor("dispatch", reading), number, rest: "" };
    return [sameUnit(doing, model?.department ?? null, reading)];
  });
}

function sameUnit(doing: Doing, code: string | null, { situation }: Reading): Step {
  const unit = situation.park.org.departments.find((one) => one.code === code);
  if (unit === undefined) return { kind: "need", doing, what: "unit" };
  return { kind: "offer", doing: { ...doing, rest: unit.name, unit: unit.code } };
}

/** 70给建管局，企业催得紧: what is told behind it changes nothing of it. */
function outright(reading: Reading): readonly Step[] | null {
  const { plain, situation } = reading;
  const [lead] = leads(reading);
  if (lead === undefined) return null;
  const numbers = numbersHanded(plain, [lead], HANDS_IT_OVER);
  if (numbers.length === 0) return ofNameAlone(lead, reading);
  // 22给公安，退单准了: a request is decided with it.
  if (numbers.some((number) => issueIn(situation, number)?.request != null)) return null;
  return numbers.flatMap((number) => {
    // 20给建管局, of one that another unit has: it is shown first.
    const isClear = issueIn(situation, number)?.state === "submitted" || TRANSFERS.test(reading.matter);
    return handed(toldOfOne(doingOf(DISPATCH, number, reading), numbers), isClear ? "do" : "offer", situation);
  });
}

/** 56退给企业，让他写清楚: more is asked of a company by the unit that has the issue; whoever carries it out says so. */
function sentBack({ text, plain, referred, quoted, situation }: Reading): readonly Step[] | null {
  const issues = referred.length > 0 ? referred : quoted;
  if (issues.length === 0 || !SENDS_BACK.test(plain)) return null;
  const word = firstWordOf("ask", situation);
  return issues.map(({ number }) => ({
    kind: "decline",
    doing: { command: "ask", word, number, rest: contentOf(text, "ask", situation) },
  }));
}

/** 27派错了，收回来; 把18的协办人社取消: what went out stays, and who shall have it instead is asked. */
function notUndone({ plain, referred, quoted, units, situation }: Reading): readonly Step[] | null {
  const named = referred.length > 0 ? referred : quoted;
  if (named.length > 0 && LETS_HELPER_GO.test(plain) && !TRANSFERS.test(plain))
    return [{ kind: "tell", told: "helper-stands" }];
  const given = named.filter((issue) => issue.state !== "submitted" && mayMove("dispatch", issue));
  if (units.length > 0 || given.length === 0 || !SENT_WRONGLY.test(plain)) return null;
  const stands: Step = { kind: "tell", told: "dispatch-stands" };
  return THINKS_IT_OVER.test(plain) ? [stands] : [stands, ...given.map(({ number }) => unitAsked(number, situation))];
}

/** 9先不派，我先问问: how it stands is shown, and nothing is noted. */
function leftSo({ plain, referred, situation }: Reading): readonly Step[] | null {
  if (referred.length === 0 || !LEAVES_IT_SO.test(plain)) return null;
  const word = firstWordOf("status", situation);
  return referred.map(({ number }) => ({ kind: "do", doing: { command: "status", word, number, rest: "" } }));
}

/** Who shall have it is asked. */
export function unitAsked(number: number, situation: Situation): Step {
  const doing = deed("dispatch", situation, number);
  return { kind: "need", doing, what: "unit" };
}

/** 9号改给生态环境局: that no unit is called so says whoever carries it out, and which there are. */
function toUnknown(reading: Reading): readonly Step[] | null {
  const { plain, text, referred, quoted, units, situation } = reading;
  const match = units.length > 0 ? null : GIVES_TO_UNKNOWN.exec(plain);
  const name = match?.[1];
  const issues = (referred.length > 0 ? referred : quoted).filter((issue) => mayMove("dispatch", issue));
  if (match === null || name === undefined || unitsCalled(name, situation.park).length > 0) return null;
  const start = match.index + match[0].indexOf(name);
  const rest = text.slice(start, start + name.length);
  const word = wordFor("dispatch", reading);
  return issues.length === 0
    ? null
    : issues.map(({ number }) => ({ kind: "do", doing: { command: "dispatch", word, number, rest } }));
}

/** 71 交通局, where there is no 71: it is said so, and nothing is guessed. */
function ofNameAlone(lead: Reading["units"][number], reading: Reading): readonly Step[] | null {
  const { plain, situation, quoted } = reading;
  if (quoted.length > 0) return null;
  const numbers = numbersHanded(plain, [lead], NAMES_A_UNIT_ALONE);
  // 10、11 经发局
  if (numbers.length > 1 && numbers.every((number) => issueIn(situation, number) !== undefined))
    return numbers.flatMap((number) => handed(doingOf(DISPATCH, number, reading), "offer", situation));
  if (numbers.length === 0 || numbers.some((number) => issueIn(situation, number) !== undefined)) return null;
  return numbers.map((number) => ({ kind: "decline", doing: doingOf(DISPATCH, number, reading) }));
}

/** 派单 10、11 经发局: several in a command's own words, where the second figure is no place of a suggestion. */
export function listedWith({ number, rest }: Doing, situation: Situation): readonly Step[] | null {
  const [, figure] = /^#?(\d{1,6})\D/u.exec(plainOf(rest)) ?? [];
  const second = figure === undefined ? null : issueIn(situation, Number(figure));
  if (number === null || second == null || second.number <= (issueIn(situation, number)?.suggested ?? 0)) return null;
  const steps = handingSaid(
    read(`#${number} #${rest.replace(/^#/u, "")}`, { ...situation, question: null, quote: null }),
  );
  return steps?.map((step) => (isDispatch(step) ? { ...step, kind: "do" } : step)) ?? null;
}

/** 派单 17 同16, 派单 17 同上: a unit that is called by another issue. */
export function sameAs({ number, rest }: Doing, situation: Situation): readonly Step[] | null {
  const text = `#${number} ${rest.slice(0, LONGEST_NAME)}`;
  const plain = plainOf(text);
  if (!isCoordinator(situation.who) || (!AS_BEFORE.test(plain) && likeAnother(plain) === null)) return null;
  const reading = read(text, { ...situation, question: null, quote: null });
  return reading.units.length > 0 ? null : (asBefore(reading) ?? asAnother(reading));
}

/** No unit is called by more. */
const LONGEST_NAME = 60;

function isDispatch(step: Step): step is Extract<Step, { kind: "offer" }> {
  return step.kind === "offer" && step.doing.command === "dispatch";
}
