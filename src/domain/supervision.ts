import type { Supervision } from "./issue.ts";

const KIND_WORDS = { supervise: "督办", instruct: "批示" } as const;

/** 督办〔2026〕1号 */
export function numberText({ kind, year, number }: Pick<Supervision, "kind" | "year" | "number">): string {
  return `${KIND_WORDS[kind]}〔${year}〕${number}号`;
}
