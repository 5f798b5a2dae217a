import { isWithUnit } from "../../../domain/issue/issue.ts";
import type { OldIssue } from "../../../domain/issue/taken-over.ts";
import { normaliseName } from "../../../domain/park/directory.ts";
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
  const said = word === null ? cells.exactly("answer") : cells.exactly("state");
  const found = (word === null ? null : standsAs(word, heading)) ?? standsAs(firstWord(said), heading);
  if (word !== null && found === null) {
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

/** 已解决，换了变压器: how it stands, before the rest is told. */
function firstWord(said: string): string {
  const [first = ""] = said.trim().split(/[\s，,。；;：:（(]/u);
  // A shorter one begins a sentence as well: 解决 停电的方案.
  return first === said.trim() || first.length > 2 ? normaliseName(first) : "";
}

/** What a cell for the state tells beyond it: of an old list that is how it was handled. */
export function toldBeside(cells: Cells): string | null {
  const said = cells.exactly("state").trim();
  return normaliseName(said) === firstWord(said) || standsAs(cells.word("state") ?? "", "") !== null ? null : said;
}

function withoutWord({ units, closedAt, rating, measure }: Beside): StandsAs {
  if (closedAt !== null || rating !== null) return { state: "closed", outcome: "unconfirmed", isVague: true };
  if (units.length === 0) return { state: "submitted", outcome: null };
  return { state: measure === null ? "dispatched" : "in_progress", outcome: null };
}
