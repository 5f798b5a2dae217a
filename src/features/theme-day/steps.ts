import { type Reply, withCard } from "../../chat/conversation.ts";
import { type Actor, isCoordinator } from "../../domain/issue/issue.ts";
import { type NextStep, stepText } from "../../messages/actions.ts";
import { paragraph } from "../../messages/card.ts";
import type { Saying } from "../../messages/saying.ts";
import { SUB_WORDS, type SubName } from "./zh-cn-said.ts";

/** What can be said next about a theme day. */

export function step(name: SubName, more: Pick<NextStep, "blank" | "label"> = {}): NextStep {
  return { command: "theme", given: SUB_WORDS[name][0], ...more };
}

/** 主题日 清单 */
export function usageOf(name: SubName): string {
  return stepText(step(name));
}

export const PLAN = step("plan", { blank: "theme-day" });
export const JOIN = step("join", { label: "sign-up" });
export const INVITE = step("invite", { blank: "company" });

/** The same of the theme day of a date; empty: of the first. */
export function onDay(step: NextStep, day: string): NextStep {
  return day === "" ? step : { ...step, given: `${step.given} ${day}` };
}

/** What this person can say. `now`: what of beginning and ending can be done. */
export function stepsFor(actor: Actor, now: ReadonlySet<"begin" | "end">): readonly NextStep[] {
  const holding = (["begin", "end"] as const).filter((one) => now.has(one)).map((one) => step(one));
  if (isCoordinator(actor)) return [PLAN, INVITE, ...holding];
  if (actor.role === "leader") return [...holding, step("duties"), step("agenda")];
  return actor.department === undefined ? [JOIN] : [step("duties"), step("agenda")];
}

/** A sentence, and what can be said next. */
export function sentenceWith(saying: Saying, ...steps: readonly NextStep[]): Reply {
  const actions = steps.length === 0 ? [] : [{ kind: "actions" as const, steps }];
  return withCard({ blocks: [paragraph(saying), ...actions] });
}
