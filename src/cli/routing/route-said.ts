import { type RoutingSuggestion, reasonText } from "../../domain/issue/routing.ts";
import type { Directory } from "../../domain/park/directory.ts";
import { type Comparison, hitOf, type Proposal } from "../../domain/routing/compare.ts";
import { cleanText } from "../../messages/escape.ts";
import type { ToldTerminal } from "../terminal.ts";

/** What a dry run says, to people or to a program. */

interface Row {
  /** Line 12, or #12 with its title. */
  readonly row: string;
  readonly proposal: Proposal;
  /** The code of the unit; null: it is not known. */
  readonly decided: string | null;
  /** Where it is no unit of the org file: as it is written. */
  readonly written?: string | undefined;
}

/** 停电 → 用电 → 供电公司 */
const choiceText = ({ reason }: RoutingSuggestion) => reasonText(reason);

export function sayRow(
  { say, sentences }: ToldTerminal,
  { row, proposal, decided, written }: Row,
  directory: Directory,
) {
  const hit = decided === null ? null : hitOf(proposal, decided);
  const name = decided === null ? (written ?? null) : directory.departmentName(decided);
  const choices = proposal.choices.map(choiceText);
  say(cleanText(sentences.routed({ row, choices, isSure: proposal.isSure, decided: name, hit })));
}

/** The same for a program: codes of units beside their reasons. */
export function asJson({ proposal, decided }: Pick<Row, "proposal" | "decided">): Record<string, unknown> {
  const { isSure, choices } = proposal;
  const units = choices.map((one) => ({ unit: one.department.code, reason: choiceText(one) }));
  return {
    automatic: isSure,
    unit: isSure ? units[0]?.unit : null,
    choices: units,
    decided,
    hit: decided === null ? null : hitOf(proposal, decided),
  };
}

const MOST_MISTAKES = 20;

export function sayComparison({ say, sentences }: ToldTerminal, comparison: Comparison, directory: Directory): void {
  sentences.routeFigures(comparison).forEach(say);
  const { mistakes } = comparison;
  if (mistakes.length > 0) say(sentences.routeMistakes());
  for (const { decided, proposed, count, automatic } of mistakes.slice(0, MOST_MISTAKES)) {
    const name = proposed === null ? null : directory.departmentName(proposed);
    say(sentences.routeMistake(directory.departmentName(decided), name, count, automatic));
  }
}
