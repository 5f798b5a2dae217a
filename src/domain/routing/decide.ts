import { MOST_SUGGESTIONS, type Routing, type RoutingSuggestion, route, type SureRouting } from "../issue/routing.ts";
import type { Directory } from "../park/directory.ts";
import type { Department } from "../park/org.ts";
import type { Park } from "../park/park.ts";
import type { Advice, Proof } from "./experience.ts";
import { withoutDenied } from "./zh-cn-denied.ts";
import { saysOnlyWhere } from "./zh-cn-places.ts";
import { LIKE_CASES, likeWords } from "./zh-cn-reasons.ts";

/**
 * Which department an issue belongs to, by the duty table and by what was decided before.
 *
 * Like issues that all went to one department decide, also against a keyword: people have corrected it. What was learned of many decides
 * where no keyword speaks for another department; where one does, nobody is sure. What contradicts itself is never sure.
 *
 * `besides`: the number of an issue that is asked about again, whose own decision is no reason.
 */
export function routeIn(
  text: string,
  { directory, experience }: Pick<Park, "directory" | "experience">,
  chosen?: string,
  besides?: number,
): Routing {
  const byTable = route(text, directory, chosen);
  if (chosen !== undefined && directory.categoryNamed(chosen) !== undefined) return byTable;
  const isWhere = byTable.kind === "sure" && saysOnlyWhere(text, byTable.reason.word);
  if (byTable.kind === "sure" && experience.isEmpty && !isWhere) return byTable;
  const { sure: proof, leaning, others } = experience.advise(withoutDenied(text), directory, besides);
  const proven = proof === null ? null : provenBy(proof, byTable, directory);
  const leant = leaning === null ? null : provenBy(leaning.proof, byTable, directory);
  if (byTable.kind === "sure") {
    const { kind: _sure, ...told } = byTable;
    if (proof !== null && proven !== null && proof.unit !== byTable.department.code) {
      if (proof.by === "cases") return { kind: "sure", ...proven };
      return { kind: "unsure", contradicts: true, suggestions: [proven, told] };
    }
    const doubts = proof === null && leaning !== null && corrects(leaning, byTable) ? leant : null;
    const against = doubts ?? (isWhere ? provenElsewhere(others(), byTable, directory) : null);
    return against === null ? byTable : { kind: "unsure", contradicts: true, suggestions: [against, told] };
  }
  if (proven !== null && !byTable.contradicts) return { kind: "sure", ...proven };
  const more = others().flatMap((one) => provenBy(one, byTable, directory) ?? []);
  const before = leant === null ? [] : [leant];
  const all = [...before, ...byTable.suggestions, ...(proven === null ? [] : [proven]), ...more];
  return { ...byTable, suggestions: withoutRepeats(all).slice(0, MOST_SUGGESTIONS) };
}

/** So many issues with the same words have to have gone elsewhere before the duty table's word is doubted. */
const CORRECTED = 3;

/** Words that people's decisions agree on speak against a word of the table, other than by that word itself. */
function corrects({ proof, cases }: NonNullable<Advice["leaning"]>, { department, reason }: SureRouting): boolean {
  const isOwn = proof.by === "words" && proof.words.some((word) => word.includes(reason.word));
  return cases >= CORRECTED && proof.unit !== department.code && !isOwn;
}

/** What else speaks for another department, where the table's word says only where something is: 宿舍里没水. */
function provenElsewhere(all: readonly Proof[], byTable: SureRouting, directory: Directory): RoutingSuggestion | null {
  const other = all.find(({ unit }) => unit !== byTable.department.code);
  return other === undefined ? null : provenBy(other, byTable, directory);
}

/** Null: the department is gone. */
function provenBy(proof: Proof, byTable: Routing, directory: Directory): RoutingSuggestion | null {
  const department = directory.department(proof.unit);
  if (department === undefined) return null;
  const category = categoryOf(department, byTable, directory);
  const word = proof.by === "cases" ? LIKE_CASES : proof.by === "words" ? likeWords(proof.words) : proof.word;
  return { department, category, reason: { word, category: category?.name ?? null, department: department.name } };
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
