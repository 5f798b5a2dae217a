import { readFileSync } from "node:fs";
import type { Understood } from "../../src/chat/understand/outcome.ts";
import type { InSight, Situation } from "../../src/chat/understand/situation.ts";
import { understand } from "../../src/chat/understand/understand.ts";
import { type Judgement, judge } from "../../src/cli/talk/compare.ts";
import { type Line, lineSchema, type WantedStep } from "../../src/cli/talk/line.ts";
import { outcomeOf } from "../../src/cli/talk/outcome-of.ts";
import { readSamplePark } from "../../src/cli/talk/sample-park.ts";
import { situationOf } from "../../src/cli/talk/situation-of.ts";
import { COMMANDS } from "./commands.ts";

/** What people say, understood in the sample park. */

export const SAMPLE_PARK = await readSamplePark();

export const TALK_FILES = ["strict", "companies", "officials", "office"] as const;

export interface JudgedLine extends Judgement {
  readonly line: Line;
  readonly outcome: readonly WantedStep[];
}

/** The lines of a file, each with what they were understood as. */
export function judgedTalk(name: (typeof TALK_FILES)[number]): readonly JudgedLine[] {
  const judged = JUDGED.get(name) ?? judgeAll(name);
  JUDGED.set(name, judged);
  return judged;
}

/** Several tests ask for the same, which takes seconds. */
const JUDGED = new Map<string, readonly JudgedLine[]>();

function judgeAll(name: string): readonly JudgedLine[] {
  const text = readFileSync(new URL(`../fixtures/talk/${name}.jsonl`, import.meta.url), "utf8");
  return text
    .split("\n")
    .filter((one) => one !== "")
    .map((one) => {
      const line = lineSchema.parse(JSON.parse(one));
      const situation = situationOf(line, SAMPLE_PARK, COMMANDS);
      const outcome = outcomeOf(understand(line.text, situation), situation);
      return { line, outcome, ...judge(outcome, line, SAMPLE_PARK) };
    });
}

/** Who speaks, where, and of which issues. */
export type Spoken = Pick<Line, "who"> & Partial<Omit<Line, "who" | "want" | "harm">>;

/** A situation in the words of the lines; without more, that of somebody in his group to whom no issue belongs. */
export function situationIn(spoken: Spoken): Situation {
  const place = spoken.who === "liaison" || spoken.who === "guest" ? "enterprise" : "department";
  const line: Line = { id: "", text: "", place, issues: [], ...spoken, want: [], harm: [] };
  return situationOf(line, SAMPLE_PARK, COMMANDS);
}

/** An issue of the speaker's own. */
export function own(n: number, state: InSight["state"], title: string): Line["issues"][number] {
  return { n, state, title, mine: true };
}

/** What is understood, short: do sign 3, offer answer 3, need return unit, silence. */
export function said(text: string, spoken: Spoken): string {
  return inShort(understand(text, situationIn(spoken)));
}

/** The same, step by step, with what is told with each: do dispatch 3 社会事务局 急, tell dispatch-stands. */
export function saidInFull(text: string, spoken: Spoken): readonly string[] {
  return stepsInFull(understand(text, situationIn(spoken)));
}

export function stepsInFull({ steps }: Understood): readonly string[] {
  return steps.map((step) => {
    if (step.kind === "tell") return `tell ${step.told}`;
    if (!("doing" in step)) return step.kind;
    const { command, number, rest } = step.doing;
    return [step.kind, command, number ?? "-", rest].join(" ").trim();
  });
}

function inShort({ steps }: Understood): string {
  return steps
    .map((step) => {
      if (!("doing" in step)) return step.kind;
      const { command, number } = step.doing;
      const what = step.kind === "need" ? [step.what] : step.kind === "which" ? [step.among.join("/")] : [];
      return [step.kind, command, ...(number === null ? [] : [number]), ...what].join(" ");
    })
    .join(" + ");
}
