import { isWithUnit } from "../../../domain/issue/issue.ts";
import type { OldIssue } from "../../../domain/issue/taken-over.ts";
import type { Cells } from "./cells.ts";
import type { RowNote } from "./row.ts";
import { STATE_CHOICES, type StandsAs, standsAs } from "./zh-cn-values.ts";

type Stands = Pick<OldIssue, "state" | "outcome" | "voided"> & { readonly mergedInto: number | null };

interface Beside {
  readonly units: readonly string[];
  readonly closedAt: Date | null;
  readonly measure: string | null;
  readonly rating: number | null;
}

/** How an issue of a list stands: by its word, else by what else the row says. */
export function standingOf(cells: Cells, heading: string, beside: Beside, notes: RowNote[]): Stands {
  const word = cells.word("state");
  const found = word === null ? null : standsAs(word, heading);
  if (word !== null && found === null) {
    const said = cells.exactly("state");
    return cells.refuse("state", { kind: "unknown-word", field: "state", said, choices: STATE_CHOICES });
  }
  const { isVague = false, ...known } = found ?? withoutWord(beside);
  const stands: Stands = { voided: false, mergedInto: null, ...known };
  // A company that was content has said so.
  if (isVague && beside.rating !== null && beside.rating > 2) return { ...stands, outcome: "solved" };
  const isInHand = stands.state === "dispatched" || stands.state === "in_progress";
  if (beside.units.length > 0 || !isWithUnit(stands)) return stands;
  if (!isInHand) return cells.refuse("department", { kind: "unit-needed" });
  notes.push({ kind: "to-be-dispatched" });
  return { ...stands, state: "submitted" };
}

function withoutWord({ units, closedAt, rating, measure }: Beside): StandsAs {
  if (closedAt !== null || rating !== null) return { state: "closed", outcome: "unconfirmed", isVague: true };
  if (units.length === 0) return { state: "submitted", outcome: null };
  return { state: measure === null ? "dispatched" : "in_progress", outcome: null };
}
