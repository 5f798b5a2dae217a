import type { SupervisionKind, SupervisionNumber } from "../../domain/issue.ts";

export const SUPERVISION_WORDS: Readonly<Record<SupervisionKind, string>> = { supervise: "督办", instruct: "批示" };

/** 已督办（督办〔2026〕1号） */
export function supervisedText(numbers: readonly SupervisionNumber[]): string {
  const kinds = [...new Set(numbers.map(({ kind }) => SUPERVISION_WORDS[kind]))];
  return `已${kinds.join("、")}（${numberText(numbers)}）`;
}

/** 督办〔2026〕1号, or several of them. What was kept in words before is shown as it is. */
export function numberText(kept: SupervisionNumber | readonly SupervisionNumber[] | string): string {
  if (typeof kept === "string") return kept;
  const numbers = "kind" in kept ? [kept] : kept;
  return numbers.map(({ kind, year, number }) => `${SUPERVISION_WORDS[kind]}〔${year}〕${number}号`).join("、");
}
