import { isOfficial } from "../../domain/issue/issue.ts";
import { plainOf } from "../../domain/plain.ts";
import { firstWordOf } from "./make.ts";
import type { Doing, Step, Understood } from "./outcome.ts";
import { describedIn, isKnownIn, mayMove } from "./sight.ts";
import type { InSight, Situation } from "./situation.ts";
import { asksSomething } from "./zh-cn-asks.ts";
import { type FeedbackSaid, feedbackIn, reportIn } from "./zh-cn-feedback.ts";
import { referencesIn } from "./zh-cn-numbers.ts";

/** 批示〔2026〕1号：…, 对赵主任的批示反馈如下：…: the answer to what was pressed from above, by its own number or name. */

/** What answers a 批示 or 督办 that is open; null: none is answered. */
export function feedbackSaid(text: string, situation: Situation): Understood | null {
  const { who, issues, commands } = situation;
  const plain = plainOf(text);
  const said = isOfficial(who) ? (feedbackIn(plain) ?? reportIn(plain)) : null;
  if (said === null) return null;
  const owing = issues.filter((one) => (one.owes ?? []).length > 0 && mayMove("feedback", one));
  const rest = text.slice(said.from).trim();
  const [first] = owing;
  if (first === undefined || (rest !== "" && asksSomething(plain))) return null;
  const word = firstWordOf("feedback", { commands });
  const doing: Doing = { command: "feedback", word, number: null, rest };
  const [only, ...others] = meantOf(owing, said, plain, situation);
  const among = (only === undefined ? owing : [only, ...others]).map((one) => one.number);
  if (only === undefined || others.length > 0) return understood({ kind: "which", doing, among });
  const numbered = { ...doing, number: only.number };
  return understood(rest === "" ? { kind: "need", doing: numbered, what: "text" } : { kind: "offer", doing: numbered });
}

function understood(step: Step): Understood {
  return { steps: [step], why: ["feedback"] };
}

/** The issues whose 批示 or 督办 can be meant: by its number, by the issue's own, by kind and words. */
function meantOf(
  owing: readonly InSight[],
  { kind, year, number }: FeedbackSaid,
  plain: string,
  situation: Situation,
): readonly InSight[] {
  // Only one is owed: it is shown, whatever it was called.
  if (owing.length === 1) return owing;
  if (number !== null) {
    const fits = owing.filter(({ owes = [] }) =>
      owes.some((one) => one.number === number && one.kind === kind && (year === null || one.year === year)),
    );
    // 批示3号, of which there is none: the issue's own number is meant.
    return fits.length > 0 || year !== null ? fits : owing.filter((one) => one.number === number);
  }
  const referred = referencesIn(plain, isKnownIn(situation)).map((one) => one.number);
  const named = owing.filter((one) => referred.includes(one.number));
  if (named.length > 0) return named;
  const ofKind = owing.filter(({ owes = [] }) => owes.some((one) => kind === null || one.kind === kind));
  const described = describedIn(plain, ofKind);
  return described.length > 0 ? described : ofKind;
}
