import type { DoctorWords } from "../../messages/english/doctor.ts";
import { type OperatorWords, type Said, said } from "../../messages/operator-words.ts";

/** What was looked at. */
export type Step = keyof DoctorWords["steps"];

/** One line of the doctor's report: a `fail` must be mended, a `note` is worth knowing. */
export interface Finding extends Said {
  readonly verdict: "ok" | "note" | "fail";
  readonly step: Step;
}

/** A sentence of the catalogue, or one that was made elsewhere: one line without secrets, which of a failure names what to mend. */
type Sentence = ((words: OperatorWords) => string) | Said;

/** The findings of one step. */
export function about(step: Step) {
  const finding =
    (verdict: Finding["verdict"]) =>
    (sentence: Sentence): Finding => {
      const { text, zh } = typeof sentence === "function" ? said(sentence) : sentence;
      return { verdict, step, text, ...(zh !== undefined && { zh }) };
    };
  return { ok: finding("ok"), note: finding("note"), fail: finding("fail") };
}

/** Beyond so many names a list is only counted. */
const MOST_NAMES = 10;

/** `A, B and 12 more`. */
export function few(words: OperatorWords, names: readonly string[]): string {
  return words.few(names.slice(0, MOST_NAMES), Math.max(0, names.length - MOST_NAMES));
}
