import { inject, it } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** How long the stories of `test/endurance` are told. */
    form: "short" | "full";
    /** How long the run of `test/chaos` takes, unless it is told. */
    chaosMinutes: number;
    /** Of the values that properties are tried with; undefined: others each time. */
    seed: number | undefined;
  }
}

/** What a long story takes in `npm test`, and what in `npm run test:long`. */
export function told<T>(forms: { readonly short: T; readonly full: T }): T {
  return forms[inject("form")];
}

/**
 * A story that is a variant of a main one of its file, or takes long: `npm run test:long` alone tells it. `npm test` tells the
 * main ones, so that it is not long.
 */
export const variant = it.skipIf(inject("form") === "short");
