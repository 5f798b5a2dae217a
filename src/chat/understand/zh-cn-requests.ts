import type { RequestKind } from "../../domain/issue/issue.ts";

/** Which kind of request is spoken of: 延期的两个都准了. */

const KINDS: readonly (readonly [RequestKind, RegExp])[] = [
  ["extend", /延(?!误)/u],
  ["return", /退(?!休|税|款|役)/u],
  ["hold", /挂/u],
];

/** Those of the first clause that names one; null when none does. */
export function requestsSaid(plain: string): readonly RequestKind[] | null {
  for (const clause of plain.split(/[,，。;；\s]+/u)) {
    const said = KINDS.flatMap(([kind, words]) => (words.test(clause) ? [kind] : []));
    if (said.length > 0) return said;
  }
  return null;
}
