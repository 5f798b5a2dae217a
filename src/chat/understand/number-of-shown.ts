import { isStaff } from "../../domain/issue/issue.ts";
import { plainOf } from "../../domain/plain.ts";
import { isOnlyByYes } from "./only-by-yes.ts";
import type { Firm, Understood } from "./outcome.ts";
import { isKnownIn } from "./sight.ts";
import type { Situation } from "./situation.ts";
import { referencesIn } from "./zh-cn-numbers.ts";
import { isNumbersOnly } from "./zh-cn-pieces.ts";

/** 2, or 2号, asked whether #2 is meant: it is, and the question is not dropped for how that stands. */
export function numberOfShown(question: Firm, text: string, situation: Situation): Understood | null {
  const [doing, ...more] = question.ask === "offer" ? question.doings : [];
  const plain = plainOf(text);
  if (
    isStaff(situation.who) ||
    doing === undefined ||
    doing.number === null ||
    more.length > 0 ||
    !isNumbersOnly(plain)
  )
    return null;
  const [only, ...others] = referencesIn(plain, isKnownIn(situation));
  if (only?.number !== doing.number || others.length > 0) return null;
  // What cannot be undone is shown once more: a figure may be meant otherwise.
  const kind = isOnlyByYes(doing) ? "offer" : "do";
  return { steps: [{ kind, doing }], why: ["number-of-shown"], answers: true };
}
