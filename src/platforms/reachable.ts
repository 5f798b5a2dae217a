import { type OperatorWords, said } from "../messages/operator-words.ts";
import type { HttpClient } from "./http-client.ts";
import type { Examined } from "./platform.ts";

export interface Base {
  readonly base: string;
  /** The name that sets the address. */
  readonly variable: string;
  /** What does not work without it. */
  readonly purpose: (words: OperatorWords) => string;
}

/** Whether anything answers at a platform's base address: without credentials no more can be asked of it. */
export async function examineBase(http: HttpClient, { base, variable, purpose }: Base): Promise<Examined> {
  const answer = await http.getJson({ url: base });
  if (answer.kind === "answer") return { right: true, ...said((words) => words.baseAnswers(new URL(base).host)) };
  const { reason } = answer;
  return { right: false, ...said((words) => words.baseSilent(reason, { purpose: purpose(words), variable })) };
}
