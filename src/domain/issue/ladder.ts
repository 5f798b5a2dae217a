import type { LimitText, Policy, Reminded, SpanByUrgency, StepChange, StepName, Urgency } from "../park/org.ts";
import { LADDER_STEPS } from "../park/org.ts";

/** The escalation ladder: which steps each clock has, when they come and whom they reach. The policy may change each. */

/** The clocks that have steps. `promise` is the date that a measure named; `unsettled` runs when an answer was talked about. */
export type LadderClock =
  | "dispatch"
  | "sign"
  | "contact"
  | "answer"
  | "promise"
  | "stage"
  | "assist"
  | "supplement"
  | "confirm"
  | "unsettled";

/** When a step comes: at a share of the time, some working time before the deadline, or after it. `every`: again and again. */
export type When =
  | { readonly share: number }
  | { readonly before: SpanByUrgency }
  | { readonly after: SpanByUrgency }
  | { readonly every: SpanByUrgency };

export type Light = "yellow" | "red";

export interface LadderStep {
  readonly name: StepName;
  readonly clock: LadderClock;
  readonly when: When;
  readonly to: readonly Reminded[];
  /** The light that it turns on, for government eyes. */
  readonly light: Light | null;
  /** The park's own sentence. */
  readonly text?: string | undefined;
}

const DUE: When = { after: "0" };

/** lifecycle.md, «Escalation ladder». A clock's steps stand in the order in which they come. */
const DEFAULTS = {
  dispatch: { clock: "dispatch", when: DUE, to: ["coordinator"], light: null },
  "dispatch-late": { clock: "dispatch", when: { after: "1d" }, to: ["coordinator", "leader"], light: null },
  sign: { clock: "sign", when: DUE, to: ["head"], light: null },
  "sign-late": {
    clock: "sign",
    when: { after: { urgent: "1h", normal: "4h", complex: "4h" } },
    to: ["coordinator"],
    light: null,
  },
  contact: { clock: "contact", when: DUE, to: ["handler"], light: null },
  "answer-warning": { clock: "answer", when: { share: 0.8 }, to: ["handler"], light: "yellow" },
  "answer-due": { clock: "answer", when: DUE, to: ["handler", "head"], light: "red" },
  "answer-late": { clock: "answer", when: { after: "1d" }, to: ["coordinator"], light: "red" },
  "answer-supervision": { clock: "answer", when: { after: "3d" }, to: ["supervision"], light: "red" },
  "answer-leader": { clock: "answer", when: { after: "5d" }, to: ["leader"], light: "red" },
  "answer-again": { clock: "answer", when: { every: "5d" }, to: ["handler", "coordinator"], light: "red" },
  promise: { clock: "promise", when: DUE, to: ["handler"], light: null },
  stage: { clock: "stage", when: DUE, to: ["handler"], light: null },
  assist: { clock: "assist", when: DUE, to: ["helper"], light: null },
  "assist-late": { clock: "assist", when: { after: "1d" }, to: ["coordinator"], light: null },
  supplement: { clock: "supplement", when: DUE, to: ["company"], light: null },
  "supplement-late": { clock: "supplement", when: { after: "3d" }, to: ["handler", "coordinator"], light: null },
  confirm: { clock: "confirm", when: { share: 0.67 }, to: ["company"], light: null },
  "confirm-late": { clock: "unsettled", when: DUE, to: ["handler", "coordinator"], light: null },
} as const satisfies Record<StepName, Omit<LadderStep, "name" | "text">>;

/** A step as the park has it. */
export function ladderStep(name: StepName, policy: Policy): LadderStep {
  const standard = DEFAULTS[name];
  const change: StepChange = policy.ladder[name] ?? {};
  return { ...standard, name, when: whenOf(change, standard.when), to: change.to ?? standard.to, text: change.text };
}

const ladders = new WeakMap<Policy, readonly LadderStep[]>();

/** All steps as the park has them, in the order of the ladder. Each issue is held to it, so it is made once for a policy. */
export function ladderOf(policy: Policy): readonly LadderStep[] {
  const known = ladders.get(policy);
  if (known !== undefined) return known;
  const made = LADDER_STEPS.map((name) => ladderStep(name, policy));
  ladders.set(policy, made);
  return made;
}

/** `after` of a step that comes again and again is its pace. */
function whenOf({ after, before, at }: StepChange, standard: When): When {
  if (at !== undefined) return { share: Number.parseInt(at, 10) / 100 };
  if (before !== undefined) return { before };
  if (after === undefined) return standard;
  return "every" in standard ? { every: after } : { after };
}

/** What a span is for an urgency; one that is not named has none. `0` is no time at all. */
export function spanFor(span: SpanByUrgency, urgency: Urgency): LimitText {
  return typeof span === "string" ? span : (span[urgency] ?? "0");
}
