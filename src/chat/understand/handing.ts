import type { Department } from "../../domain/park/org.ts";
import { plainOf } from "../../domain/plain.ts";
import { deed } from "./make.ts";
import type { Doing, Step } from "./outcome.ts";
import { affirmedIn, helpersIn } from "./roles.ts";
import { isKnownIn, issueIn, mayMove } from "./sight.ts";
import type { Situation } from "./situation.ts";
import { type Named, stemAt } from "./unit-spellings.ts";
import { unitsHandedTo, unitsIn } from "./units.ts";
import * as said from "./zh-cn-handing.ts";
import { referencesIn } from "./zh-cn-numbers.ts";
import { clausesWithEnds, withoutEnd, withoutFiller, withoutLead } from "./zh-cn-pieces.ts";
import { ASKS_HELPERS, helperSaid, IS_GIVEN } from "./zh-cn-roles.ts";

/** Who shall have an issue, who shall help, and what is told to them: a sentence that gives an issue away says all of it at once. */

/** Who shall have it, and who shall help, is said at the beginning. */
const LOOKED_AT = 200;
/** Stands for a unit, while the words around it are looked at. */
const UNIT = "\u{e000}";

type Kind = "do" | "offer";

/** One clause behind the name of the unit, with the units in it. */
interface Clause {
  readonly text: string;
  readonly plain: string;
  readonly units: readonly Named<Department>[];
  readonly helpers: readonly Named<Department>[];
}

/** What a clause comes to: what stays of it in the note, and the moves that it means. */
interface Told {
  readonly note: string;
  readonly steps: readonly Step[];
}

/**
 * 派单 3 经发局，协办 供电公司，4给商务局: a dispatch with its note alone, a move for each unit that shall help, and for each other issue
 * that is given away beside it. Of a helper that no unit is called whoever carries it out says which there are.
 */
export function handedOut(doing: Doing, kind: Kind, situation: Situation): readonly Step[] {
  // 供电公司 alone: nothing else is told.
  if (situation.park.directory.departmentNamed(doing.rest).kind === "one") return [{ kind, doing }];
  const clauses = clausesIn(doing.rest, situation);
  const [first, ...others] = clauses;
  const named = clauses.flatMap(({ units }) => units);
  const isOnlyHelped = named.length === clauses.flatMap(({ helpers }) => helpers).length;
  if (first === undefined || isOnlyHelped) return [{ kind, doing }];
  const told = [
    ofItsOwn(first, { doing, kind }, situation),
    ...others.map((one) => ofClause(one, { doing, kind }, situation)),
  ];
  const steps = told.flatMap((one) => one.steps);
  const known = withoutEnd(
    told
      .map(({ note }) => note)
      .reduce((before, note) => before + (PARTS.test(`${before.slice(-1)}${note.slice(0, 1)}`) ? note : ` ${note}`), "")
      .trim(),
  );
  const unknown = steps.some(isHelp) ? null : helperSaid(known);
  const rest = unknown === null ? known : `${known.slice(0, unknown.start)}${known.slice(unknown.end)}`.trim();
  const asked =
    unknown === null
      ? []
      : [
          {
            kind: "need" as const,
            doing: { ...deed("assist", situation, doing.number), rest: unknown.name },
            what: "unit" as const,
          },
        ];
  return [{ kind, doing: { ...doing, rest } }, ...steps, ...asked];
}

const PARTS = /[\s\p{P}]/u;

function isHelp(step: Step): boolean {
  return "doing" in step && step.doing.command === "assist";
}

function clausesIn(text: string, { park }: Situation): readonly Clause[] {
  const said = text.slice(0, LOOKED_AT);
  // 供电，35人社: who shall have it, called by the name's beginning.
  const begun = stemAt(plainOf(said), 0, park.org.departments);
  const end = (begun ?? unitsHandedTo(plainOf(said), park)[0])?.end;
  const clauses = clausesWithEnds(said).flatMap((one, index) => (index === 0 ? partedBehind(one, end) : [one]));
  const read = clauses
    .flatMap((clause) => partedBySpaces(clause, park))
    .map((clause, index) => {
      const plain = plainOf(clause);
      const named = unitsHandedTo(withoutEnd(plain), park);
      const isBegun = index === 0 && begun !== null && named.every(({ start }) => start >= begun.end);
      const units = affirmedIn(plain, isBegun ? [begun, ...named] : named);
      return { text: clause, plain, units, helpers: helpersIn(plain, units) };
    });
  const left = text.slice(LOOKED_AT);
  return left === "" ? read : [...read, { text: left, plain: "", units: [], helpers: [] }];
}

/** 供电公司 三天内答复: behind the unit a space parts as well. */
function partedBehind(clause: string, end = clause.length): readonly string[] {
  const parts = /^\s/u.test(clause.slice(end)) ? [clause.slice(0, end), clause.slice(end)] : [clause];
  return parts.filter((one) => one.trim() !== "");
}

/** wifi电信配合 招工人社也配合: a space parts what is said of a unit each. */
function partedBySpaces(clause: string, park: Situation["park"]): readonly string[] {
  const parts = clause.split(/(?<=\S\s+)(?=\S)/u);
  const isEach = parts.length > 1 && parts.every((one) => unitsHandedTo(plainOf(one), park).length > 0);
  return isEach ? parts : [clause];
}

/** As it is compared, with one character for each unit. */
export function withMarks(text: string, units: readonly Pick<Named<Department>, "start" | "end">[]): string {
  let kept = text;
  for (const { start, end } of units.toReversed()) kept = `${kept.slice(0, start)}${UNIT}${kept.slice(end)}`;
  return kept;
}

/** Without the words that name nothing but who shall help. */
function withoutHelpers({ text, helpers }: Pick<Clause, "text" | "helpers">): string {
  const left = withMarks(text, helpers).replace(ASKS_HELPERS, "").replaceAll(UNIT, "");
  return withoutLead(left) === "" ? "" : left;
}

interface Order {
  readonly doing: Doing;
  readonly kind: Kind;
}

/** The clause with the unit that has it: 建管局和交通局 names another one, which cannot have it as well. */
function ofItsOwn(clause: Clause, order: Order, situation: Situation): Told {
  const { text, plain, units, helpers } = clause;
  const assisting = helpers.map((one) => helped(one, "", order, situation));
  const lead = units.find((one) => !helpers.includes(one));
  const joined = units.filter((one) => one !== lead && !helpers.includes(one));
  const behind = lead === undefined ? "" : withMarks(plain, units).slice(lead.start + 1);
  const [match] = said.JOINED_TO_IT.exec(behind) ?? [];
  const last = joined.at((match?.split(UNIT).length ?? 1) - 2);
  if (lead === undefined || match === undefined || last === undefined)
    return { note: withoutHelpers(clause), steps: assisting };
  const also = joined.slice(0, joined.indexOf(last) + 1);
  return {
    note: `${text.slice(0, lead.end)} ${withoutFiller(text.slice(last.end))}`,
    steps: [...assisting, ...also.map((one) => helped(one, "", { ...order, kind: "offer" }, situation))],
  };
}

function helped({ found }: Named<Department>, matter: string, { doing, kind }: Order, situation: Situation): Step {
  const rest = matter === "" ? found.name : `${found.name} ${matter}`;
  return { kind, doing: { ...deed("assist", situation, doing.number), rest, unit: found.code } };
}

function ofClause(clause: Clause, order: Order, situation: Situation): Told {
  const { helpers, text, plain } = clause;
  // 给龙飞他们公安: the one that has it helps nobody.
  const units = clause.units.filter(({ found }) => found.code !== order.doing.unit);
  const others = ofOthers(clause, order, situation);
  if (others.length > 0) return { note: "", steps: others };
  const other = helpers.length === 0 ? undefined : otherBegun(plain, order, situation);
  if (other !== undefined)
    return { note: "", steps: helpers.map((one) => helped(one, "", { ...order, doing: other }, situation)) };
  if (helpers.length > 0) {
    const left = withoutHelpers(clause);
    const matter = said.withoutPoint(withoutLead(left));
    const isTheirs = said.isAMatter(matter);
    return {
      note: isTheirs ? "" : left,
      steps: helpers.map((one) => helped(one, isTheirs ? matter : "", order, situation)),
    };
  }
  if (units.length === 0) {
    const asked = ofAnother(clause, order, situation);
    if (asked !== null) return { note: "", steps: [asked] };
  }
  const marked = withMarks(plain, units);
  if (said.SEES_TO_IT.some((words) => words.test(marked)))
    return { note: "", steps: units.map((one) => helped(one, "", { ...order, kind: "offer" }, situation)) };
  const [, part = "", given] = said.GIVEN_TOO.exec(marked) ?? said.PART_AND_UNIT.exec(marked) ?? [];
  const matter = said.withoutPoint(part);
  const isGiven = given !== undefined && (matter === "" || said.isAMatter(matter));
  if (!isGiven || (!said.GIVEN_TOO.test(marked) && !said.isAPart(matter))) return { note: text, steps: [] };
  // One unit has it: whether another one shall help is asked.
  return {
    note: "",
    steps: units.map((one) => helped(one, matter, { ...order, kind: "offer" }, situation)),
  };
}

/** 派单 54 社会局，55请建设局配合: another issue, with which a unit shall help. */
function otherBegun(plain: string, { doing }: Order, situation: Situation): Doing | undefined {
  const [first] = referencesIn(plain, isKnownIn(situation));
  const isBegun = first !== undefined && said.BEFORE_IT.test(plain.slice(0, first.start));
  return isBegun && first.number !== doing.number ? { ...doing, number: first.number } : undefined;
}

/** ，35先看看: what is said of another issue is no note to this one; who shall have it is asked, or what is said is shown as its own note. */
function ofAnother({ plain, text }: Clause, order: Order, situation: Situation): Step | null {
  const other = otherBegun(plain, order, situation);
  const issue = other?.number == null ? undefined : issueIn(situation, other.number);
  const [first] = referencesIn(plain, isKnownIn(situation));
  if (issue === undefined || first === undefined) return null;
  if (issue.state === "submitted" && mayMove("dispatch", issue))
    return { kind: "need", doing: deed("dispatch", situation, issue.number), what: "unit" };
  const rest = withoutEnd(withoutLead(text.slice(first.end)));
  return { kind: "offer", doing: deed("note", situation, issue.number, rest) };
}

/** ，71给交警: another issue, which is given away as well, or of which it is said that it cannot be. */
function ofOthers(clause: Clause, order: Order, situation: Situation): readonly Step[] {
  const { plain, units, helpers } = clause;
  const lead = units.find((one) => !helpers.includes(one));
  if (lead === undefined) return [];
  const numbers = numbersHanded(plain, units).filter((number) => number !== order.doing.number);
  const behind = withoutFiller(clause.text.slice(lead.end));
  const rest = [lead.found.name, behind].filter((one) => one !== "").join(" ");
  return numbers.flatMap((number) => {
    const doing = { ...deed("dispatch", situation, order.doing.number), number, rest, unit: lead.found.code };
    return handed(doing, order.kind, situation);
  });
}

/** 54和55都给社会局，54电梯的事请建设局配合: of several, what is told of one alone is no part of what is told with another. */
export function toldOfOne(doing: Doing, numbers: readonly number[]): Doing {
  const at = doing.rest.search(/[\s,，]/u);
  if (numbers.length < 2 || at < 0) return doing;
  const own = clausesWithEnds(doing.rest.slice(at)).flatMap((clause) => {
    const begun = said.BEGINS_WITH_FIGURE.exec(plainOf(clause));
    const number = Number(begun?.[1]);
    if (begun === null || !numbers.includes(number)) return [clause];
    return number === doing.number ? [clause.slice(begun[0].length)] : [];
  });
  const told = withoutLead(own.join(""));
  return { ...doing, rest: [doing.rest.slice(0, at), told].filter((one) => one !== "").join(" ") };
}

/** It is given to that unit where it can be; else whoever carries it out says why not. */
export function handed(doing: Doing, kind: Kind, situation: Situation): readonly Step[] {
  const issue = doing.number === null ? undefined : issueIn(situation, doing.number);
  const may = issue !== undefined && mayMove(doing.command, issue);
  return may ? handedOut(doing, kind, situation) : [{ kind: "decline", doing }];
}

/** The numbers with which a text begins, where it gives them to a unit; also of issues that are not there. */
export function numbersHanded(
  plain: string,
  units: readonly Named<Department>[],
  isHanded: RegExp = said.HANDS_IT,
): readonly number[] {
  const marked = withMarks(plain, units);
  const [first, ...more] = referencesIn(marked, () => true);
  if (first === undefined || !said.BEFORE_IT.test(marked.slice(0, first.start))) return [];
  const listed = [first];
  for (const one of more) if (said.LISTS_NUMBERS.test(marked.slice(listed.at(-1)?.end, one.start))) listed.push(one);
  return isHanded.test(marked.slice(listed.at(-1)?.end)) ? listed.map(({ number }) => number) : [];
}

/** 协办 16 建设局，派给公安分局: the issue is handed out, and others help. */
export function alsoGiven(doing: Doing, situation: Situation): readonly Step[] | null {
  const plain = plainOf(doing.rest.slice(0, LOOKED_AT));
  const named = unitsIn(plain, situation.park);
  const given = named.find(({ start }) => IS_GIVEN.test(plain.slice(0, start)));
  if (given === undefined || named.length < 2) return null;
  const to = ({ found }: Named<Department>) => ({ rest: found.name, unit: found.code });
  return [
    { kind: "do", doing: { ...deed("dispatch", situation, doing.number), ...to(given) } },
    ...named.flatMap((one) => (one === given ? [] : [{ kind: "do" as const, doing: { ...doing, ...to(one) } }])),
  ];
}
