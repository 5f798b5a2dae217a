import { isOfficial } from "../../domain/issue/issue.ts";
import { plainOf } from "../../domain/plain.ts";
import { asFigures, NUMERALS, withNumerals } from "../../domain/zh-cn-numerals.ts";
import type { Doing, Understood } from "./outcome.ts";
import type { Situation } from "./situation.ts";
import { toBeWritten } from "./ways.ts";
import { clauseAround, type Edit, type Edits, editsIn, numberAhead, placeNamed, withoutGap } from "./zh-cn-edits.ts";
import { isTime, namesTheTime, placesOfTime, type Span, timesIn, wholeTime } from "./zh-cn-times.ts";

/** 把三点改成八点，其他不变: a text that is shown, changed in a piece. It is shown whole again, and what changes it is never sent itself. */

/** Their text is what is shown. */
const OFFICES: ReadonlySet<string> = new Set([
  ...["answer", "correct", "progress", "measure", "note", "ask", "feedback", "contact", "supervise"],
]);
/** A company writes these; whatever it says that is not in them is told of the matter. */
const COMPANYS: ReadonlySet<string> = new Set(["submit", "for", "supplement", "unsolved"]);

/** What a change comes to while a text is shown, or nothing is; null: nothing is changed so. */
export function shownEdited(text: string, situation: Situation): Understood | null {
  const { question, quote } = situation;
  const draft = question === null ? undefined : toBeWritten(question);
  const doings = draft === undefined ? shownIn(situation) : [draft];
  const ahead = numberAhead(plainOf(text));
  const isOther = ahead !== null && doings.every(({ number }) => number !== ahead.number);
  const edits = quote === null && !isOther ? editsIn(text.slice(ahead?.end ?? 0)) : null;
  if (edits === null) return null;
  if (question?.ask === "need" && question.what === "text" && edits.isSure && OFFICES.has(question.doing.command))
    return { steps: [NOT_THERE, { ...question, kind: "need" }], why: ["edits"], answers: true };
  if (doings.length === 0) return nothingShown(edits, situation);
  const anew = doings.map((one) => (edits.hasMore ? null : editedDoing(one, edits.all)));
  if (anew.some((one) => one !== null))
    return {
      steps: doings.map((one, index) => ({ kind: "offer", doing: anew[index] ?? one })),
      why: ["edits"],
      answers: true,
    };
  if (!edits.isSure || !doings.some(({ command }) => OFFICES.has(command))) return null;
  if (draft !== undefined) return { steps: [NOT_THERE], why: ["edits", "not-there"], keepsQuestion: true };
  return {
    steps: [NOT_THERE, ...doings.map((doing) => ({ kind: "offer" as const, doing }))],
    why: ["edits", "not-there"],
    answers: true,
  };
}

const NOT_THERE = { kind: "tell", told: "not-in-text" } as const;

function shownIn({ question }: Situation): readonly Doing[] {
  const doings = question?.ask === "offer" ? question.doings : [];
  return doings.some(({ command, rest }) => rest !== "" && (OFFICES.has(command) || COMPANYS.has(command)))
    ? doings
    : [];
}

/** 其他不变, of what was sent before, as src/chat/own-last.ts finds: nothing else is done by these words. */
function nothingShown({ keepsRest }: Edits, { who, question }: Situation): Understood | null {
  if (!keepsRest || !isOfficial(who) || (question !== null && question.ask !== "ways")) return null;
  return { steps: [{ kind: "tell", told: "nothing-to-edit" }], why: ["nothing-to-edit"] };
}

function editedDoing(doing: Doing, edits: readonly Edit[]): Doing | null {
  if (doing.rest === "" || !(OFFICES.has(doing.command) || COMPANYS.has(doing.command))) return null;
  const rest = withEdits(doing.rest, edits);
  return rest === null ? null : { ...doing, rest };
}

/** 三点改成八点, said of a text that was sent; null: no change is made by it, or that text has not what it changes. */
export function sentAnew(sent: string, text: string): string | null {
  const edits = editsIn(text);
  return edits === null || edits.hasMore ? null : withEdits(sent, edits.all);
}

/** The text with all of the changes; null: it has not all that they change, or nothing would be left. */
function withEdits(text: string, edits: readonly Edit[]): string | null {
  let anew: string | null = text;
  for (const edit of edits) anew = anew === null ? null : withEdit(anew, edit);
  return anew === null || anew.trim() === "" || anew === text ? null : anew;
}

function withEdit(text: string, edit: Edit): string | null {
  if (edit.kind === "add") return edit.ahead ? `${edit.text}\n${text}` : `${text}\n${edit.text}`;
  const plain = plainOf(text);
  const what = plainOf(edit.what);
  if (edit.kind === "remove") {
    const named = placeNamed(plain, what);
    const places = named === null ? placesOf(plain, what) : [named];
    const gone = edit.isClause ? places.map((one) => clauseAround(plain, one)) : places;
    return gone.length === 0 ? null : withoutGap(replaced(text, gone, ""));
  }
  const by = plainOf(edit.by);
  const places = namesTheTime(what) ? theTime(plain) : placesOf(plain, what);
  const isOfTime = isTime(by) && (namesTheTime(what) || isTime(what));
  const whole = isOfTime ? places.map((one) => wholeTime(plain, one, by)) : places;
  return whole.length === 0 ? null : replaced(text, whole, edit.by);
}

/** 时间改成明早八点: of the only one that is told. */
function theTime(plain: string): readonly Span[] {
  const times = timesIn(plain);
  return times.length === 1 ? times : [];
}

/** Wherever these words stand, in figures or in characters. */
function placesOf(plain: string, what: string): readonly Span[] {
  for (const spelt of new Set([what, asFigures(what), withNumerals(what)])) {
    const found = occurrences(plain, spelt);
    if (found.length > 0) return found;
  }
  return placesOfTime(plain, what);
}

/** Of a figure not those that are a part of a longer one: 三点 in 十三点. */
function occurrences(plain: string, what: string): readonly Span[] {
  const found: Span[] = [];
  for (let at = plain.indexOf(what); at >= 0 && what !== ""; at = plain.indexOf(what, at + what.length)) {
    const end = at + what.length;
    if (!isCut(plain, at) && !isCut(plain, end)) found.push({ start: at, end });
  }
  return found;
}

const FIGURE = new RegExp(`[\\d${NUMERALS}]`, "u");

function isCut(plain: string, at: number): boolean {
  return FIGURE.test(plain[at - 1] ?? "") && FIGURE.test(plain[at] ?? "");
}

function replaced(text: string, spans: readonly Span[], by: string): string {
  return spans.toReversed().reduce((done, { start, end }) => done.slice(0, start) + by + done.slice(end), text);
}
