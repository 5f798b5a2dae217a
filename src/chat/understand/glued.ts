import { plainOf } from "../../domain/plain.ts";
import { commandsIn } from "./several.ts";
import { isKnownIn } from "./sight.ts";
import type { Situation } from "./situation.ts";
import { referencesIn } from "./zh-cn-numbers.ts";
import { GLUED } from "./zh-cn-parts.ts";

/** 33好了34还没好: what is told of two issues without a mark between them is parted, so that neither hears what is told of the other. */
export function withParted(text: string, situation: Situation): string {
  const plain = plainOf(text.slice(0, LOOKED_AT));
  const found = [...plain.matchAll(GLUED)];
  if (found.length === 0 || commandsIn(text, situation).some(({ number }) => number !== null)) return text;
  const isKnown = isKnownIn(situation);
  const borders = found.flatMap(({ index, groups }) => {
    const number = Number(groups?.["number"]);
    const before = referencesIn(plain.slice(0, index + 1), isKnown);
    return isKnown(number) && before.length > 0 && before.every((one) => one.number !== number) ? [index + 1] : [];
  });
  return borders.reduceRight((left, at) => `${left.slice(0, at)}，${left.slice(at)}`, text);
}

const LOOKED_AT = 200;
