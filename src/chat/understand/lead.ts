import { plainOf } from "../../domain/plain.ts";
import { helpersIn } from "./roles.ts";
import type { Situation } from "./situation.ts";
import { unitsIn } from "./units.ts";
import { setsTheLead, withHelping } from "./zh-cn-lead.ts";

/** 让交通局牵头，建管局配合, said of a common problem: what its command says keeps those that shall help, so that they are answered. */
export function withHelpersOf(text: string, meant: string | null, { park }: Situation): string | null {
  if (meant === null || meant === text || !setsTheLead(meant)) return meant;
  const plain = plainOf(text);
  const helpers = helpersIn(plain, unitsIn(plain, park)).map(({ found }) => found);
  const kept = unitsIn(plainOf(meant), park).map(({ found }) => found);
  const left = helpers.filter((one) => !kept.includes(one));
  return left.length === 0
    ? meant
    : withHelping(
        meant,
        left.map(({ name }) => name),
      );
}
