import { isCoordinator } from "../../domain/issue/issue.ts";
import { plainOf } from "../../domain/plain.ts";
import { withMarks } from "./handing.ts";
import { leads } from "./in-turn.ts";
import { deed, shownFirst } from "./make.ts";
import type { Step, Understood } from "./outcome.ts";
import { read } from "./reading.ts";
import { allDescribedIn, candidatesFor, describedIn, isKnownIn, SURE_SCORE } from "./sight.ts";
import type { InSight, Situation } from "./situation.ts";
import { whoseIn } from "./whose.ts";
import { referencesIn } from "./zh-cn-numbers.ts";
import { ALL_THAT_WAIT, type OthersSaid, othersIn, type Stays, stayingIn } from "./zh-cn-others-given.ts";
import { clausesWithEnds, isNumbersOnly, withoutEnd } from "./zh-cn-pieces.ts";

/** 物业费那几个，38不动，其他的改派社会局: which issues stay as they are, and who shall have the others of them. What stays is never given away. */

type Understand = (text: string, situation: Situation) => Understood;

/** So much of a message is looked at. */
const LOOKED_AT = 200;

/** Null: it is not said of some that they stay, and of others that they go. */
export function othersGiven(text: string, situation: Situation, understand: Understand): Understood | null {
  if (!isCoordinator(situation.who) || text.length > LOOKED_AT) return null;
  const { stays, left } = withoutStaying(text);
  if (stays.length === 0) return null;
  const rest = read(left, situation);
  const [unit, ...more] = leads(rest);
  if (unit === undefined || more.length > 0) return null;
  const said = othersIn(withMarks(rest.plain, rest.units));
  if (said === null) return withoutThem(stays, left, situation, understand);
  const called = stays.map((one) => one.called);
  // 7给建设局，5先留着: only what is named is given.
  const isPlain = !said.isOfOthers && !said.isOfAll;
  if (isPlain && namesOthers(rest.plain, called, situation)) return null;
  const tail = left.slice(said.start);
  if (!said.isOfOthers && !stays.some((one) => isOfIssues(one, said, situation)))
    return maybeTold(called, tail, situation, understand);
  const group = groupOf(said, { called, unit: unit.found.code }, situation);
  if (group === null || (isPlain && group.length === 0)) return asked(tail, situation, understand);
  return { steps: given(group, { called, tail, said }, situation, understand), why: ["others-given"] };
}

/** 电梯的不动，请社会局看看: who shall have something is said in other words, and it is none of those that stay. */
function withoutThem(
  stays: readonly Stays[],
  left: string,
  situation: Situation,
  understand: Understand,
): Understood | null {
  const kept = stays.flatMap(({ called, isOrder }) => {
    const numbers = numbersIn(called, situation);
    if (numbers.length > 0) return situation.issues.filter(({ number }) => numbers.includes(number));
    return isOrder ? describedIn(called, situation.issues, SURE_SCORE) : [];
  });
  if (kept.length === 0) return null;
  const issues = situation.issues.filter((one) => !kept.includes(one));
  // Where nothing else can be meant, one that stays is at least shown.
  const tries = [understand(left, { ...situation, issues }).steps, handed(kept, left, situation, understand)];
  const steps = tries.find((all) => all.some((one) => "doing" in one && one.doing.command === "dispatch"));
  return steps === undefined ? null : { steps: steps.map(shownFirst), why: ["others-given"] };
}

/** 电梯不动，给社会局: whether the lift stands still or its issue shall stay is not known, so it is shown. */
function maybeTold(
  called: readonly string[],
  tail: string,
  situation: Situation,
  understand: Understand,
): Understood | null {
  const issues = called.flatMap((one) => describedIn(one, candidatesFor("dispatch", situation.issues), SURE_SCORE));
  if (issues.length === 0) return null;
  return { steps: handed(issues, tail, situation, understand).map(shownFirst), why: ["others-given"] };
}

/** What is said of these, by their numbers. */
function handed(
  issues: readonly InSight[],
  tail: string,
  situation: Situation,
  understand: Understand,
): readonly Step[] {
  const text = `${issues.map(({ number }) => `#${number}`).join("、")}${tail}`;
  return understand(text, { ...situation, question: null, quote: null }).steps;
}

/** The clauses without what stays as it is. */
function withoutStaying(text: string): { readonly stays: readonly Stays[]; readonly left: string } {
  const stays: Stays[] = [];
  const left = clausesWithEnds(text).map((clause) => {
    const bare = withoutEnd(clause);
    const found = stayingIn(plainOf(bare));
    if (found === null) return clause;
    stays.push(found);
    return found.left === "" ? "" : found.left + clause.slice(bare.length);
  });
  return { stays, left: withoutEnd(left.join("")) };
}

/** A number, whose it is, or words of a title, pointed at or beside what all are about: 电梯不动，都给市监 tells a matter. */
function isOfIssues({ called, isOrder }: Stays, { topic, isOfAll }: OthersSaid, situation: Situation): boolean {
  if (numbersIn(called, situation).length > 0 || whoseIn(called, situation).named.size > 0) return true;
  const isOfTopic = topic !== "" && (isOfAll || describedIn(topic, situation.issues).length > 0);
  return (isOrder || isOfTopic) && describedIn(called, situation.issues, SURE_SCORE).length > 0;
}

/** Whether there are numbers in what is given away, and none of one that stays. */
function namesOthers(given: string, called: readonly string[], situation: Situation): boolean {
  const stay = called.flatMap((one) => numbersIn(one, situation));
  const numbers = numbersIn(given, situation);
  return numbers.length > 0 && !numbers.some((one) => stay.includes(one));
}

function numbersIn(called: string, situation: Situation): readonly number[] {
  return referencesIn(isNumbersOnly(called) ? called : `${called} `, isKnownIn(situation)).map(({ number }) => number);
}

interface Staying {
  readonly called: readonly string[];
  /** The code of the unit that shall have the others. */
  readonly unit: string;
}

/** All that it is said of, with those that stay; null: of which it is said cannot be known. */
function groupOf(
  { topic, isChanged }: OthersSaid,
  { called, unit }: Staying,
  situation: Situation,
): readonly InSight[] | null {
  const all = candidatesFor("dispatch", situation.issues).filter(({ department }) => department !== unit);
  const waiting = all.filter(({ state }) => state === "submitted");
  const numbers = topic === "" ? (situation.quote?.numbers ?? []) : numbersIn(topic, situation);
  if (numbers.length > 0) return all.filter(({ number }) => numbers.includes(number));
  if (topic === "") return null;
  if (ALL_THAT_WAIT.test(topic)) return waiting;
  const stay = called.flatMap((one) => numbersIn(one, situation));
  const isOfGiven = isChanged || all.some(({ number, state }) => stay.includes(number) && state !== "submitted");
  const among = isOfGiven ? [all] : [waiting, all];
  return among.map((issues) => ofTopic(topic, issues, situation)).find((found) => found.length > 0) ?? [];
}

function ofTopic(topic: string, issues: readonly InSight[], situation: Situation): readonly InSight[] {
  const whose = whoseIn(topic, situation);
  const theirs = whose.isOfThem ? issues.filter((one) => whose.issues.includes(one)) : issues;
  const sure = allDescribedIn(whose.matter, theirs, SURE_SCORE);
  if (sure.length > 0) return sure;
  const described = allDescribedIn(whose.matter, theirs);
  return described.length > 0 || !whose.isOfThem ? described : theirs;
}

interface Given extends Pick<Staying, "called"> {
  readonly said: OthersSaid;
  /** What shall become of the others. */
  readonly tail: string;
}

function given(
  group: readonly InSight[],
  { called, tail, said }: Given,
  situation: Situation,
  understand: Understand,
): readonly Step[] {
  const stays = called.map((one) => staying(one, group, situation));
  const isKnown = stays.every((some) => some !== null);
  const others = group.filter((one) => !stays.some((some) => some?.includes(one)));
  if (others.length === 0) return [{ kind: "tell", told: "none-of-that", about: said.topic }];
  const numbers = others.map(({ number }) => number);
  const steps = handed(others, tail, situation, understand);
  if (isKnown && (said.count === null || said.count === others.length)) return steps.map(shownFirst);
  const [step] = steps.flatMap((one) => ("doing" in one && one.doing.command === "dispatch" ? [one] : []));
  return step === undefined ? [] : [{ kind: "which", doing: { ...step.doing, number: null }, among: numbers }];
}

/** Those of the group that are called so; null: which of them is meant cannot be known. */
function staying(called: string, group: readonly InSight[], situation: Situation): readonly InSight[] | null {
  const numbers = numbersIn(called, situation);
  const whose = whoseIn(called, situation);
  const named = group.filter(
    ({ number, company }) => numbers.includes(number) || (company != null && whose.named.has(company)),
  );
  if (named.length > 0) return named;
  // Whose these are is not told here, or he has none of them.
  if (numbers.length > 0) return [];
  if (whose.named.size > 0) return group.every(({ company }) => company != null) ? [] : null;
  const described = describedIn(called, group);
  return described.length > 0 && described.length < group.length ? described : null;
}

/** 19不动，其他的给交通局, and nothing says of which: it is asked. */
function asked(tail: string, situation: Situation, understand: Understand): Understood {
  const [first] = candidatesFor("dispatch", situation.issues);
  const steps =
    first === undefined ? [] : understand(`#${first.number}${tail}`, { ...situation, question: null }).steps;
  const doing = steps.flatMap((one) => ("doing" in one && one.doing.command === "dispatch" ? [one.doing] : [])).at(0);
  const what = { ...(doing ?? deed("dispatch", situation, null)), number: null };
  return { steps: [{ kind: "need", doing: what, what: "number" }], why: ["others-given", "asked"] };
}
