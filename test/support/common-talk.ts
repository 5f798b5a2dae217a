import { freeCommon } from "../../src/chat/understand/common-meant.ts";
import type { Doing, Question, Step } from "../../src/chat/understand/outcome.ts";
import type { Situation } from "../../src/chat/understand/situation.ts";
import { understand } from "../../src/chat/understand/understand.ts";
import { own, situationIn } from "./talk.ts";

/** What is said of common problems, as the command says it. */

const issues = [
  own(3, "in_progress", "舜德路大坑"),
  own(5, "in_progress", "路面沉降"),
  own(9, "in_progress", "水压低"),
];
/** Right behind one. */
export const after = (common: number, did?: string): Question => ({
  ask: "ways",
  ways: [],
  common,
  ...(did !== undefined && { did }),
});

/** What it is understood as, short. */
export function heard(text: string, who: "coordinator" | "head" | "leader", question: Question | null): string {
  const situation: Situation = { ...situationIn({ who, issues }), question };
  return understand(text, situation)
    .steps.map((step) => shown(step, situation))
    .join("; ");
}

function shown(step: Step, situation: Situation): string {
  if (!("doing" in step)) return step.kind === "tell" ? `tell ${step.told}` : step.kind;
  const { command, number } = step.doing;
  return command === "common" ? ofCommon(step.doing, situation) : `${step.kind} ${command} ${number ?? ""}`.trim();
}

/** What stands behind its number is read by the command itself. */
function ofCommon({ rest }: Doing, situation: Situation): string {
  const free = /^g\d/iu.test(rest) ? freeCommon(rest, situation) : null;
  return free?.replace(/^共性 /u, "") ?? rest;
}

/** While this is shown. */
export const taking = (rest: string): Question => ({
  ask: "offer",
  doings: [{ command: "common", word: "共性", number: null, rest, sure: true }],
});
