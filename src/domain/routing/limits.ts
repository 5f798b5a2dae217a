import { type Policy, ROUTING_USUAL } from "../park/org.ts";

/** What a park asks of routing before it lets it dispatch by itself. */

interface Governed {
  readonly org: { readonly policy: Pick<Policy, "routing"> };
}

/** Of a unit with fewer decisions nothing was learned that would bear an issue by itself. */
export function leastCasesOf({ org }: Governed): number {
  return org.policy.routing?.leastCases ?? ROUTING_USUAL.leastCases;
}

/** How much of what is dispatched by what was learned is to be right, from 0 to 1. */
export function precisionOf({ org }: Governed): number {
  return shareOf(org.policy.routing?.precision ?? ROUTING_USUAL.precision);
}

export const USUAL_PRECISION = shareOf(ROUTING_USUAL.precision);

/** `97.5%` as 0.975. */
function shareOf(text: string): number {
  return Number.parseFloat(text) / 100;
}
