import { cleanText } from "../../messages/escape.ts";
import { withoutLeftOut } from "./left-out.ts";
import { asNumbered } from "./pointed.ts";
import { asPutRight } from "./put-right.ts";
import type { Situation } from "./situation.ts";

/** A message as it is meant: by numbers where they are pointed at, and without what is taken back or left out in it. */
export function asMeant(said: string, situation: Situation): string {
  const text = asNumbered(cleanText(said).trim(), situation);
  return withoutLeftOut(asPutRight(text, situation), situation);
}
