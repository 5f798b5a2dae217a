import { isStaff } from "../domain/issue/issue.ts";
import { write } from "../issues/context.ts";
import { noteResponse } from "../store/looks.ts";
import type { Conversation } from "./conversation.ts";
import type { Question } from "./understand/outcome.ts";

/**
 * A company that speaks of its answered issue has said something to the answer, also when it is asked back what it means and leaves
 * it at that (未解决, and never why): then the issue is not closed by itself.
 */
export async function noteResponded({ ctx, actor, situation }: Conversation, asked: Question): Promise<void> {
  if (isStaff(actor)) return;
  const spokenOf = new Set(numbersIn(asked));
  const answered = situation.issues.filter(
    ({ number, state, parties }) => spokenOf.has(number) && state === "answered" && parties.includes("company"),
  );
  const numbers = answered.map(({ number }) => number);
  if (numbers.length > 0) await write(ctx, noteResponse(ctx.db, numbers, ctx.now));
}

/** The issues that a question is about. */
function numbersIn(asked: Question): readonly number[] {
  switch (asked.ask) {
    case "offer":
      return asked.doings.flatMap(({ number }) => number ?? []);
    case "which":
      return asked.among;
    case "need":
      return asked.doing.number === null ? [] : [asked.doing.number];
    case "ways":
      return [];
  }
}
