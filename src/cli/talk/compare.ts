import { ACTIONS } from "../../domain/issue/lifecycle.ts";
import type { Park } from "../../domain/park/park.ts";
import type { Line, WantedStep } from "./line.ts";
import { bare } from "./outcome-of.ts";

/** Holds an outcome against those that are wanted. */

export type Verdict = "right" | "asked" | "wrong";

export interface Judgement {
  readonly verdict: Verdict;
  readonly harmful: boolean;
}

const FIELDS = ["n", "into", "person", "date", "days", "stars"] as const;
/** Of these only the kind counts. */
const BARE = new Set(["decline", "human", "greet", "help", "danger", "silence", "unknown"]);
const MOVES = new Set<string>([...ACTIONS, "accepted", "followup", "duty", "leave", "back"]);

export function judge(outcome: readonly WantedStep[], { want, harm }: Line, park: Park): Judgement {
  const verdict = want.some((one) => isSame(outcome, one, park))
    ? "right"
    : want.some((one) => isAskedFirst(outcome, one, park))
      ? "asked"
      : "wrong";
  return { verdict, harmful: verdict !== "right" && outcome.some((step) => isHarm(step, want, harm)) };
}

function isSame(outcome: readonly WantedStep[], wanted: readonly WantedStep[], park: Park): boolean {
  const left = [...outcome];
  const all = wanted.every((want) => {
    const at = left.findIndex((step) => matches(step, want, park));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return all && left.length === 0;
}

/** Offered, or asked about, what should have been done at once. */
function isAskedFirst(outcome: readonly WantedStep[], wanted: readonly WantedStep[], park: Park): boolean {
  const left = [...outcome];
  return wanted.every((want) => {
    const at = left.findIndex((step) => matches(step, want, park) || asks(step, want, park));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

function asks(step: WantedStep, want: WantedStep, park: Park): boolean {
  if (step.do === "offer") return step.step !== undefined && matches(step.step, want, park);
  return (step.do === "which" || step.do === "need") && step.for === want.do;
}

function matches(step: WantedStep, want: WantedStep, park: Park): boolean {
  if (step.do !== want.do) return false;
  if (BARE.has(want.do)) return true;
  if (want.do === "offer")
    return step.step !== undefined && want.step !== undefined && matches(step.step, want.step, park);
  if (want.do === "which") return step.for === want.for;
  if (want.do === "need") return step.for === want.for && step.what === want.what;
  return (
    FIELDS.every((field) => equal(step[field], want[field])) &&
    nameFits(step, want, park) &&
    wishesFit(step, want) &&
    textFits(step, want)
  );
}

function equal(given: unknown, wanted: unknown): boolean {
  if (wanted === undefined) return true;
  return wanted === null ? given === undefined : given === wanted;
}

function nameFits(step: WantedStep, want: WantedStep, { directory }: Park): boolean {
  const code = (kind: "unit" | "company", value: unknown) => {
    if (typeof value !== "string") return value;
    const match = kind === "unit" ? directory.departmentNamed(value) : directory.companyNamed(value);
    return match.kind === "one" ? match.found.code : value;
  };
  return (["unit", "company"] as const).every((kind) => equal(step[kind], code(kind, want[kind])));
}

function wishesFit(step: WantedStep, want: WantedStep): boolean {
  return equal(step["urgency"], want["urgency"]) && equal(step["confidential"], want["confidential"]);
}

function textFits(step: WantedStep, want: WantedStep): boolean {
  const wanted = want["text"];
  if (typeof wanted !== "string") return equal(step["text"], wanted);
  return typeof step["text"] === "string" && bare(step["text"]) === bare(wanted);
}

/** A move that no wanted outcome makes, or one on another number. */
function isHarm(step: WantedStep, want: Line["want"], harm: readonly string[]): boolean {
  if (!MOVES.has(step.do)) return false;
  const isWanted = want.some((outcome) =>
    outcome.some((one) => one.do === step.do && (one["n"] === undefined || one["n"] === step["n"])),
  );
  return !isWanted || (harm.includes(step.do) && !want.some((outcome) => outcome.some((one) => one.do === step.do)));
}
