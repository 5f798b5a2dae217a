import type { RequestKind } from "../../domain/issue/issue.ts";
import { REQUEST_WORDS } from "./terms.ts";

/** What stands behind a step in the course of an issue: 派单 → 城管局. */

export function joined(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== "").join(" ");
}

/** → 城管局; of what another unit had before, 供电公司 → 城管局. */
export function toUnit(previous: string | null, unit: string | null): string | null {
  if (unit === null) return null;
  return previous === null ? `→ ${unit}` : `${previous} → ${unit}`;
}

export const limitNamed = (due: string) => `指定期限 ${due}`;
export const until = (due: string) => `期限 ${due}`;
export const upTo = (date: string) => `至 ${date}`;
export const proposed = (unit: string) => `建议 → ${unit}`;
export const promisedBy = (date: string) => `承诺 ${date} 前`;
export const nextBy = (date: string) => `下次 ${date} 前`;
export const stars = (rating: number) => `${rating} 分`;
export const merged = (how: "merge" | "absorb", other: number) => (how === "merge" ? `→ #${other}` : `← #${other}`);

export function requestIn(kind: RequestKind | undefined): string | null {
  return kind === undefined ? null : REQUEST_WORDS[kind];
}
