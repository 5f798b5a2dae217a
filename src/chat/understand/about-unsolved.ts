import { plainOf } from "../../domain/plain.ts";
import { aboutIssues } from "./free.ts";
import type { Firm, Step } from "./outcome.ts";
import { read } from "./reading.ts";
import type { Situation } from "./situation.ts";
import { denies } from "./zh-cn-results.ts";

/** The steps for what a company says of the issue itself (哦看错了，已经好了) when it was asked why it is not solved; null: it gives the reason. */
export function aboutTheIssue(
  { doing }: Extract<Firm, { ask: "need" }>,
  text: string,
  situation: Situation,
): readonly Step[] | null {
  if (doing.number === null || doing.command !== "unsolved" || denies(plainOf(text))) return null;
  const quote = { by: "bot", numbers: [doing.number] } as const;
  const steps = aboutIssues(read(text, { ...situation, question: null, quote })) ?? [];
  return steps.some((step) => "doing" in step && (step.doing.command === "solved" || step.doing.command === "accept"))
    ? steps
    : null;
}
