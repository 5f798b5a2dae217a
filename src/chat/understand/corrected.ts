import { plainOf } from "../../domain/plain.ts";
import type { Doing, Firm, Step } from "./outcome.ts";
import { isAction, isKnownIn } from "./sight.ts";
import type { Situation } from "./situation.ts";
import { missingFrom } from "./strict.ts";
import { unitsIn } from "./units.ts";
import { correctionIn, WANTS_IT_ANEW, withoutAsking } from "./zh-cn-corrections.ts";
import { referencesIn } from "./zh-cn-numbers.ts";
import { givenTo, isNumbersOnly } from "./zh-cn-pieces.ts";

/** 不是挂账，是延期; 不是3号，是5号: what was shown or asked about, put right by who it was shown to. */

/** The step anew, with what was put right in it; null: the text puts nothing right. */
export function corrected(question: Firm, text: string, situation: Situation): Step | null {
  const [doing, ...more] = question.ask === "offer" ? question.doings : [question.doing];
  const plain = plainOf(text);
  const said = correctionIn(plain);
  if (doing === undefined || more.length > 0) return null;
  // 算了，给公安, asked which one is to be dispatched: to which unit, and still which one.
  if (question.ask === "which") {
    const other = said === null ? null : byUnit(doing, said, situation);
    return other === null ? null : { ...question, kind: "which", doing: other };
  }
  if (doing.number === null) return null;
  if (question.ask === "offer" && doing.rest !== "" && WANTS_IT_ANEW.test(plain))
    return writtenAnew(doing, plain, situation);
  if (said === null) return null;
  const anew =
    byCommand(doing, said.but, situation) ??
    byNumber(doing, said.but, situation) ??
    byUnit(doing, said, situation) ??
    byWords(doing, said);
  if (anew === null) return null;
  const what = missingFrom(anew, situation);
  return what === null ? { kind: "offer", doing: anew } : { kind: "need", doing: anew, what };
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
  return other === undefined || more.length > 0 ? null : { ...doing, number: other.number };
}

/** 不是公安，是建设局: of a move that names a unit. */
function byUnit(doing: Doing, { but }: Said, { park }: Situation): Doing | null {
  const [unit] = [but, givenTo(but)].map((one) => unitsIn(one, park)[0]).filter((one) => one !== undefined);
  if (unit === undefined || (doing.unit === undefined && !NAMES_A_UNIT.has(doing.command))) return null;
  const [before] = unitsIn(plainOf(doing.rest), park);
  const isHanded = doing.command !== "return" && (doing.rest === "" || before?.start === 0);
  const rest = isHanded ? `${unit.found.name}${doing.rest.slice(before?.end ?? 0)}` : doing.rest;
  return { ...doing, rest, unit: unit.found.code };
}

const NAMES_A_UNIT: ReadonlySet<string> = new Set(["dispatch", "assist", "return"]);

/** 不是5天，是3天: in place of these words of it. */
function byWords(doing: Doing, { not, but }: Said): Doing | null {
  const at = not === "" ? -1 : plainOf(doing.rest).indexOf(not);
  if (at < 0) return null;
  return { ...doing, rest: doing.rest.slice(0, at) + but + doing.rest.slice(at + not.length) };
}
