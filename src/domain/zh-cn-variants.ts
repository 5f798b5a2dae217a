/** Characters written for another that simplified text has in its place: 答覆. */
export const VARIANTS: ReadonlyMap<string, string> = new Map([["覆", "复"]]);
