import { MOST_SUGGESTIONS, type Routing, type RoutingSuggestion, route, type SureRouting } from "../issue/routing.ts";
import type { Directory } from "../park/directory.ts";
import type { Department } from "../park/org.ts";
import type { Park } from "../park/park.ts";
import { CORRECTED, type Leaning } from "./deciding-words.ts";
import type { Advice, ByDuty, Proof } from "./experience.ts";
import { deedBeside } from "./zh-cn-deeds.ts";
import { sideBySide, toldBeforeMore } from "./zh-cn-matters.ts";
import { isLivedIn, onlyWhere, type Where } from "./zh-cn-places.ts";
import { LIKE_CASES, likeWords } from "./zh-cn-reasons.ts";
import { meantIn } from "./zh-cn-senses.ts";

/**
 * Which department an issue belongs to, by the duty table and by what was decided before.
 *
 * Like issues that all went to one department decide, also against a keyword, and so do all issues with that keyword: people have
 * corrected it. What was learned of many decides where no keyword speaks for another department; where one does, nobody is sure. What
 * contradicts itself is never sure, nor are two matters of which the table knows one alone.
 *
 * `besides`: the number of an issue that is asked about again, whose own decision is no reason.
 */
export function routeIn(
  text: string,
  park: Pick<Park, "directory" | "experience">,
  chosen?: string,
  besides?: number,
): Routing {
  const byTable = route(text, park.directory, chosen);
  if (chosen !== undefined && park.directory.categoryNamed(chosen) !== undefined) return byTable;
  const routing = decided(text, byTable, park, besides);
  if (routing.kind === "unsure") return routing;
  const others = besideIt(meantIn(text), routing, byTable, park);
  if (others === null) return routing;
  const { kind: _sure, ...told } = routing;
  return {
    kind: "unsure",
    contradicts: true,
    suggestions: withoutRepeats([told, ...others]).slice(0, MOST_SUGGESTIONS),
  };
}

/**
 * For whom a matter may be that is named beside the one that decides: 转学和户口; 后墙裂了，还有班车太少, where nobody may be known for it.
 * Null: there is none.
 */
function besideIt(
  meant: string,
  { department }: SureRouting,
  byTable: Routing,
  { directory, experience }: Pick<Park, "directory" | "experience">,
): readonly RoutingSuggestion[] | null {
  const dutiesOf = (part: string) => experience.dutiesIn(part, directory);
  const isItsOwn = (duties: readonly ByDuty[]) => duties.some(({ unit }) => unit === department.code);
  const main = toldBeforeMore(meant);
  const parts = sideBySide(meant).map(dutiesOf);
  const others = parts.some(isItsOwn)
    ? parts
        .filter((duties) => !isItsOwn(duties))
        .flat()
        .filter(({ word }) => !isLivedIn(word))
    : [];
  const isOther = main !== null && !isItsOwn(dutiesOf(main));
  if (others.length === 0 && !isOther) return null;
  return others.map((one) => suggestedBy(one, byTable, directory)).filter((one) => one !== null);
}

function decided(
  text: string,
  byTable: Routing,
  { directory, experience }: Pick<Park, "directory" | "experience">,
  besides?: number,
): Routing {
  const ask = (words: string) => experience.advise(words, directory, besides);
  const meant = meantIn(text);
  if (byTable.kind === "sure") return sureOrDoubted(meant, byTable, { directory, experience }, ask);
  const advice = ask(meant);
  const proven = suggestedBy(advice.sure, byTable, directory);
  const word = byTable.suggestions[0]?.reason.word ?? "";
  const due = whoseDeed(deedBeside(meant, word), ask);
  const isOutranked = advice.sure?.by === "cases" && due !== null && due.unit !== advice.sure.unit;
  if (proven !== null && !byTable.contradicts && !isOutranked) return { kind: "sure", ...proven };
  const leant = suggestedBy(advice.leaning, byTable, directory);
  if (leant !== null && !byTable.contradicts && isDecisive(advice, meant, due, { directory, experience }))
    return { kind: "sure", ...leant };
  const done = suggestedBy(due, byTable, directory);
  const more = advice.others().map((one) => suggestedBy(one, byTable, directory));
  const suggestions = withoutRepeats(
    [done, leant, ...byTable.suggestions, proven, ...more].filter((one) => one !== null),
  );
  return { ...byTable, suggestions: suggestions.slice(0, MOST_SUGGESTIONS) };
}

/** Whether a matter has gone to one unit again and again, and nothing else in the text speaks for another. */
function isDecisive(
  { leaning }: Advice,
  meant: string,
  due: Proof | null,
  { directory, experience }: Pick<Park, "directory" | "experience">,
): boolean {
  const names = directory.org.enterprises.flatMap(({ name, aliases }) => [name, ...aliases]);
  const deciding = (leaning?.deciding ?? []).filter((word) => !names.some((name) => name.includes(word)));
  if (leaning === null || deciding.length === 0 || (due !== null && due.unit !== leaning.unit)) return false;
  const rest = deciding.reduce((left, word) => left.replaceAll(word, " "), meant);
  return experience.dutiesIn(rest, directory).every(({ unit }) => unit === leaning.unit);
}

/** What the table is sure of, as far as neither people's decisions nor the rest of the text speak against it. */
function sureOrDoubted(
  meant: string,
  byTable: SureRouting,
  { directory, experience }: Pick<Park, "directory" | "experience">,
  ask: Ask,
): Routing {
  const { word } = byTable.reason;
  const deed = deedBeside(meant, word);
  if (deed !== null) return outranked(byTable, whoseDeed(deed, ask), directory, ask(meant));
  const where = whereOf(meant, byTable, directory);
  const isWeak = where !== null || isLivedIn(word);
  if (experience.isEmpty && !isWeak) return byTable;
  const advice = ask(meant);
  const isByCases = advice.sure?.by === "cases" && advice.sure.unit !== byTable.department.code;
  const proven = suggestedBy(advice.sure, byTable, directory);
  if (isByCases && proven !== null) return { kind: "sure", ...proven };
  const corrected = advice.sure === null ? correctedBy(advice, byTable) : null;
  const instead = corrected?.always === true && where === null ? suggestedBy(corrected, byTable, directory) : null;
  if (instead !== null) return { kind: "sure", ...instead };
  const elsewhere = isWeak ? ask(meant.replaceAll(word, " ")).others()[0] : null;
  return doubted(byTable, proven ?? suggestedBy(corrected ?? elsewhere, byTable, directory), where);
}

type Ask = (words: string) => Advice;

/** Whose it is what people did, before whatever they did it to. */
function whoseDeed(deed: readonly string[] | null, ask: Ask): Proof | null {
  for (const asOffices of deed ?? []) {
    const [first] = ask(asOffices).others();
    if (first !== undefined) return first;
  }
  return null;
}

/** Theft, wages and bombs are not decided by the thing they happen to, whatever was learned of that. */
function outranked(byTable: SureRouting, due: Proof | null, directory: Directory, { sure }: Advice): Routing {
  if (due?.unit === byTable.department.code) return byTable;
  const proven = sure?.by === "cases" && sure.unit === due?.unit ? suggestedBy(sure, byTable, directory) : null;
  return proven === null
    ? doubted(byTable, suggestedBy(due, byTable, directory), "beside")
    : { kind: "sure", ...proven };
}

/** Whether the word that decides tells only where it is; 停电了，变压器旁边冒火花 has another one that would. */
function whereOf(text: string, { reason: { word } }: SureRouting, directory: Directory): Where | null {
  const where = onlyWhere(text, word);
  return where === null || route(text.replaceAll(word, " "), directory).kind === "sure" ? null : where;
}

/**
 * What the table says, as long as nothing speaks for another department, and more than where something is for this one; beside which
 * place something is, or who is there, makes nobody sure.
 */
function doubted(byTable: SureRouting, against: RoutingSuggestion | null, where: Where | null): Routing {
  const isOther = against !== null && against.department.code !== byTable.department.code;
  if (where === null ? !isOther : where === "inside" && against !== null && !isOther) return byTable;
  const { kind: _sure, ...told } = byTable;
  return { kind: "unsure", contradicts: true, suggestions: isOther ? [against, told] : [told] };
}

/** What people decided speaks against a word of the table: other words do, or this very word went elsewhere again and again. */
function correctedBy({ leaning, correctionOf }: Advice, { department, reason: { word } }: SureRouting) {
  const isOther = (one: Leaning) => one.cases >= CORRECTED && one.unit !== department.code;
  const correction = correctionOf(word);
  if (correction !== null && isOther(correction)) return correction;
  const isByOtherWords = leaning !== null && isOther(leaning) && !leaning.words.some((one) => one.includes(word));
  return isByOtherWords ? { ...leaning, always: false } : null;
}

/** Null: nothing is proven, or the department is gone. */
function suggestedBy(
  proof: Proof | null | undefined,
  byTable: Routing,
  directory: Directory,
): RoutingSuggestion | null {
  if (proof === null || proof === undefined) return null;
  const department = directory.department(proof.unit);
  if (department === undefined) return null;
  const category = categoryOf(department, byTable, directory);
  const word = proof.by === "cases" ? LIKE_CASES : proof.by === "words" ? likeWords(proof.words) : proof.word;
  return { department, category, reason: { word, category: category?.name ?? null, department: department.name } };
}

/** The category of an issue that a person gave to this department: as of one that went there by its words. */
export function categoryAt(department: string, text: string, directory: Directory): string | null {
  const given = directory.department(department);
  return given === undefined ? null : (categoryOf(given, route(text, directory), directory)?.code ?? null);
}

/** The one that the words speak for, or the only one that the department has. */
function categoryOf({ code }: Department, byTable: Routing, { org }: Directory): RoutingSuggestion["category"] {
  const told = (byTable.kind === "sure" ? [byTable] : byTable.suggestions).find(
    ({ department }) => department.code === code,
  );
  const own = org.categories.filter(({ department }) => department === code);
  return told?.category ?? (own.length === 1 ? (own[0] ?? null) : null);
}

function withoutRepeats(all: readonly RoutingSuggestion[]): readonly RoutingSuggestion[] {
  return all.filter(
    ({ department }, index) => all.findIndex((one) => one.department.code === department.code) === index,
  );
}
