import { plainOf } from "../../domain/plain.ts";
import { aboutIssues } from "./free.ts";
import { asDeed } from "./make.ts";
import type { Firm, Step } from "./outcome.ts";
import { read } from "./reading.ts";
import type { Situation } from "./situation.ts";
import { onlyRates } from "./zh-cn-marks.ts";
import { denies } from "./zh-cn-results.ts";

/** The steps for what a company says of the issue itself (哦看错了，已经好了) or the mark that he gives it, when it was asked why it is not solved; null: it gives the reason. */
export function aboutTheIssue(
  { doing }: Extract<Firm, { ask: "need" }>,
  text: string,
  situation: Situation,
): readonly Step[] | null {
  if (doing.number === null || doing.command !== "unsolved") return null;
  // 我是说打三分: a mark, and what explains it, is no reason.
  if (onlyRates(plainOf(text)))
    return [{ kind: "offer", doing: { ...asDeed(doing, "solved", situation), rest: text.trim() } }];
  if (denies(plainOf(text))) return null;
  const quote = { by: "bot", numbers: [doing.number] } as const;
  const steps = aboutIssues(read(text, { ...situation, question: null, quote })) ?? [];
  return steps.some((step) => "doing" in step && (step.doing.command === "solved" || step.doing.command === "accept"))
    ? steps
    : null;
}
