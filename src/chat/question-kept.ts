import { createHash } from "node:crypto";
import { z } from "zod";
import { type Loose, MISSING, type Question } from "./understand/outcome.ts";

/** A question as it is kept in the database, where another version of the program may have left it. */

const doing = z.object({
  command: z.string(),
  word: z.string(),
  number: z.number().nullable(),
  rest: z.string(),
  unit: z.string().exactOptional(),
  sure: z.literal(true).exactOptional(),
  soon: z.literal(true).exactOptional(),
  matter: z.string().exactOptional(),
  shown: z.array(z.number()).exactOptional(),
  pictures: z.number().exactOptional(),
  files: z.array(z.string()).exactOptional(),
});

const ways = z.array(z.object({ said: z.string(), number: z.number(), doing }));

const question: z.ZodType<Question> = z.discriminatedUnion("ask", [
  z.object({
    ask: z.literal("offer"),
    doings: z.array(doing),
    ways: ways.exactOptional(),
    beside: z.literal(true).exactOptional(),
  }),
  z.object({
    ask: z.literal("ways"),
    ways,
    common: z.number().exactOptional(),
    did: z.string().exactOptional(),
  }),
  z.object({ ask: z.literal("which"), doing, among: z.array(z.number()) }),
  z.object({ ask: z.literal("need"), doing, what: z.enum(MISSING), options: z.array(z.string()).exactOptional() }),
]);

const loose: z.ZodType<Loose> = z.object({
  ask: z.literal("pictures"),
  pictures: z.number(),
  files: z.array(z.string()),
  issue: z.number().exactOptional(),
});

/** The pictures that wait for words; undefined: something else was asked, or nothing. */
export function looseKept(kept: unknown): Loose | undefined {
  return loose.safeParse(kept).data;
}

/** The question, or null: nothing was kept, or nothing that this version asks. Its answer is then told that nothing is waited for. */
export function questionKept(kept: unknown): Question | null {
  return question.safeParse(kept).data ?? null;
}

/** Names a question, so that a button answers this one and no other: the same for the same question, kept or not. */
export function questionName(asked: Question | Loose): string | undefined {
  const written: unknown = JSON.parse(JSON.stringify(asked));
  const kept = questionKept(written) ?? looseKept(written);
  if (kept === undefined) return undefined;
  return createHash("sha256").update(JSON.stringify(kept)).digest("base64url").slice(0, 22);
}
