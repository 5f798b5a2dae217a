import { z } from "zod";
import { STATES } from "../../domain/issue/issue.ts";

/** One line of a file of messages: what somebody says in which situation, and what a good clerk would do. */

export interface WantedStep {
  readonly do: string;
  readonly step?: WantedStep | undefined;
  readonly for?: string | undefined;
  readonly what?: string | undefined;
  readonly [field: string]: unknown;
}

const step: z.ZodType<WantedStep> = z.lazy(() =>
  z.looseObject({
    do: z.string(),
    step: step.optional(),
    for: z.string().optional(),
    what: z.string().optional(),
  }),
);

const move = z.looseObject({ do: z.string(), n: z.number().optional(), text: z.string().optional() });

const pending = z.discriminatedUnion("ask", [
  z.object({ ask: z.literal("submit?"), text: z.string() }),
  z.object({ ask: z.literal("which"), for: z.string(), among: z.array(z.number()) }),
  z.object({ ask: z.literal("confirm"), step: move }),
  z.object({ ask: z.literal("need"), what: z.string(), step: move }),
  z.object({ ask: z.literal("rate"), n: z.number() }),
  z.object({ ask: z.literal("unit"), n: z.number(), options: z.array(z.string()) }),
  z.object({ ask: z.literal("capture?") }),
]);

export const lineSchema = z.object({
  id: z.string(),
  who: z.enum(["liaison", "officer", "head", "coordinator", "leader", "admin", "guest"]),
  place: z.enum(["enterprise", "department", "supervision", "direct"]),
  now: z.string().optional(),
  issues: z.array(
    z.object({
      n: z.number(),
      state: z.enum(STATES),
      title: z.string(),
      mine: z.boolean(),
      company: z.string().optional(),
      request: z.enum(["return", "extension", "hold"]).optional(),
      urgency: z.enum(["urgent", "normal", "complex"]).optional(),
      confidential: z.boolean().optional(),
      answer: z.string().optional(),
      owes: z
        .array(z.object({ kind: z.enum(["supervise", "instruct"]), year: z.number(), number: z.number() }))
        .optional(),
    }),
  ),
  quote: z
    .discriminatedUnion("of", [
      z.object({ of: z.literal("bot"), about: z.string(), n: z.array(z.number()) }),
      z.object({ of: z.literal("person"), text: z.string() }),
    ])
    .optional(),
  pending: pending.optional(),
  text: z.string(),
  want: z.array(z.array(step)).min(1),
  harm: z.array(z.string()).default([]),
});

export type Line = z.infer<typeof lineSchema>;
export type Pending = NonNullable<Line["pending"]>;
