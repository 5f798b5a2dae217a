import type { ClockContext } from "../features/feature.ts";
import { describe } from "../shared/errors.ts";
import type { Logger } from "../shared/logger.ts";

/** Does one piece of a look's work by itself; the next look tries again what it throws. */
export function keepApart(logger: Logger): ClockContext["apart"] {
  return async (what, piece) => {
    try {
      await piece();
    } catch (error) {
      logger.error({ ...what, ...describe(error) }, "A piece of the sweep failed; the next sweep tries it again");
    }
  };
}
