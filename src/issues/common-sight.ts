import type { Common } from "../domain/common/common.ts";
import { type Audience, seesInternal } from "../domain/issue/audience.ts";
import { withTracked } from "../domain/park/park.ts";
import { commonsNear, commonsNumbered, listCommons } from "../store/common.ts";
import type { Context } from "./context.ts";

/** Which common problems an audience may know of. */

/** Those of which it may know, the newest first; a department of those that it leads or has an issue of. */
export async function commonsInSight(
  { db, park }: Pick<Context, "db" | "park">,
  audience: Audience,
  which: "all" | "open",
): Promise<readonly Common[]> {
  // Companies never learn of each other.
  if (!seesInternal(audience)) return [];
  if (audience.kind !== "department") return listCommons(db, which);
  return commonsNumbered(db, await commonsNear(db, withTracked(park, audience.department)));
}
