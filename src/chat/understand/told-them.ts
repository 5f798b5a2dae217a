import { isOfficial } from "../../domain/issue/issue.ts";
import { plainOf } from "../../domain/plain.ts";
import { figuresIn } from "../../domain/zh-cn-numerals.ts";
import { contentOf, GOES_OUT } from "./content.ts";
import { deed } from "./make.ts";
import type { Doing, Step, Understood } from "./outcome.ts";
import { type Reading, read } from "./reading.ts";
import { candidatesFor, describedIn, isKnownIn, issueIn, mayMove } from "./sight.ts";
import type { InSight, Situation } from "./situation.ts";
import { firstDate } from "./zh-cn-dates.ts";
import { isKept, willBeTold } from "./zh-cn-for-company.ts";
import { referencesIn } from "./zh-cn-numbers.ts";
import { behindProtest, CALLS_NONE, isProtest, type ToldThem, toldThemIn } from "./zh-cn-told-them.ts";
import { ASKS_THE_COMPANY } from "./zh-cn-work.ts";

/** 路灯的统一跟企业说一声：周五前换完: what an official has told to the companies of one issue or of several, which is shown first. */

export function toldThem(reading: Reading): Understood | null {
  const { plain, text, situation } = reading;
  const found = isOfficial(situation.who) ? toldThemIn(plain) : null;
  if (
    found === null ||
    isKept(plain) ||
    ASKS_THE_COMPANY.test(plain) ||
    willBeTold(plain.slice(found.head.length, found.at))
  )
    return null;
  if (tellsOfOthers(found.at, reading)) return null;
  const rest = contentOf(text.slice(found.at), found.how, situation);
  const meant = rest === "" ? null : meantBy(found, reading);
  if (meant === null || meant.issues.length === 0) return null;
  const doing = deed(found.how, situation, null, rest);
  return { steps: stepsFor(doing, meant), why: ["told-them"] };
}

interface Meant {
  readonly issues: readonly InSight[];
  /** Which of them is to be asked. */
  readonly isUnsure: boolean;
}

/** 另外1号也好了: something is told of another one as well. */
function tellsOfOthers(at: number, { plain, situation }: Reading): boolean {
  return referencesIn(plain, isKnownIn(situation)).some(({ start }) => start >= at);
}

/** Null: another issue is named, or one that it cannot be said of. */
function meantBy(
  { head, how, isToAll, isOfNumbers }: ToldThem,
  { plain, matter, quoted, situation }: Reading,
): Meant | null {
  const able = candidatesFor(how, situation.issues);
  const figures = figuresIn(head);
  const ahead = referencesIn(plain, isKnownIn(situation)).filter(({ start }) => start < head.length);
  const named = (isOfNumbers ? figures : ahead.map(({ number }) => number)).flatMap(
    (number) => issueIn(situation, number) ?? [],
  );
  // Who is not known of is not left out in silence.
  if (isOfNumbers && named.length < figures.length) return null;
  if (named.length > 0) return { issues: named.filter((one) => mayMove(how, one)), isUnsure: false };
  if (/\d/u.test(head)) return null;
  if (quoted.length > 0) return { issues: quoted.filter((one) => mayMove(how, one)), isUnsure: quoted.length > 1 };
  if (situation.quote !== null) return null;
  if (CALLS_NONE.test(head)) {
    // 告诉企业环评在公示: what is told says of which issue.
    const told = describedIn(matter, able);
    const issues = told.length > 0 ? told : able;
    return { issues, isUnsure: issues.length > 1 };
  }
  const called = describedIn(head, able);
  return called.length === 0 ? null : { issues: called, isUnsure: called.length > 1 && !isToAll };
}

function stepsFor(doing: Doing, { issues, isUnsure }: Meant): readonly Step[] {
  const numbers = issues.map(({ number }) => number);
  if (isUnsure) return [{ kind: "which", doing, among: numbers }];
  return numbers.map((number) => ({ kind: "offer", doing: { ...doing, number } }));
}

/** 不是挂账！就是告诉他们一声: the text that is there, or the one that was said just before, for the issues that were spoken of. */
export function ratherTold(text: string, situation: Situation): Understood | null {
  const rest = isOfficial(situation.who) ? behindProtest(plainOf(text)) : null;
  const found = rest === null ? null : toldThemIn(rest);
  if (rest === null || found === null) return null;
  const before = askedOf(situation);
  const anew = { ...situation, question: null };
  const among = before.numbers.flatMap((number) => issueIn(situation, number) ?? []);
  if (found.at < rest.length) {
    const issues = among.length > 0 && found.head === "" ? among : situation.issues;
    const told = toldThem(read(text.slice(text.length - rest.length), { ...anew, issues }));
    return told === null ? null : { ...told, why: ["protest", ...told.why], answers: true };
  }
  const said = toldThemIn(plainOf(before.text));
  const kept = said === null ? before.text : before.text.slice(said.at);
  const able = (among.length > 0 ? among : situation.issues).filter((one) => mayMove(found.how, one));
  const doing = deed("progress", situation, null, contentOf(kept, "progress", situation));
  const isOffered = before.isChosen && able.length > 0;
  const steps: readonly Step[] =
    able.length === 0 ? [{ kind: "unknown" }] : stepsFor(doing, { issues: able, isUnsure: !isOffered });
  const asked = kept === "" ? steps.map(forItsText) : steps;
  return { steps: asked, why: ["protest", "told-them"], answers: true };
}

function forItsText(step: Step): Step {
  return step.kind === "offer" ? { kind: "need", doing: step.doing, what: "text" } : step;
}

/** With a day, which stands before the reason. */
const UNTIL: ReadonlySet<string> = new Set(["hold", "extend"]);

/** What was asked about, and of which issues. `isChosen`: of these, and of none that is still to be chosen. */
function askedOf({ question, now, park }: Situation): {
  readonly text: string;
  readonly numbers: readonly number[];
  readonly isChosen: boolean;
} {
  if (question === null || question.ask === "ways") return { text: "", numbers: [], isChosen: false };
  const doings = question.ask === "offer" ? question.doings : [question.doing];
  const numbers = question.ask === "which" ? question.among : doings.flatMap(({ number }) => number ?? []);
  const [first] = doings;
  const rest = first?.rest ?? "";
  // The day of what was asked for is none of what is told.
  const day = first !== undefined && UNTIL.has(first.command) ? firstDate(rest, now, park.calendar) : null;
  return { text: day?.start === 0 ? rest.slice(day.end).trim() : rest, numbers, isChosen: question.ask !== "which" };
}

/** A protest against what the bot understood is nobody's text. */
export function withoutProtests(understood: Understood, { who }: Situation): Understood {
  const tellsOne = (step: Step) =>
    "doing" in step && SAID.has(step.doing.command) && isProtest(plainOf(step.doing.rest));
  if (!isOfficial(who) || !understood.steps.some(tellsOne)) return understood;
  return { steps: [{ kind: "unknown" }], why: ["protest"], answers: true };
}

const SAID: ReadonlySet<string> = new Set([...GOES_OUT, "note", "measure", "contact"]);
