import { describe } from "../shared/errors.ts";
import type { Logger } from "../shared/logger.ts";

/** Does one piece of a sweep's work. What it throws is logged with `what`, and stops no other piece; the next sweep tries it again. */
export type Apart = (what: Readonly<Record<string, unknown>>, piece: () => Promise<unknown>) => Promise<void>;

export function keepApart(logger: Logger): Apart {
  return async (what, piece) => {
    try {
      await piece();
    } catch (error) {
      logger.error({ ...what, ...describe(error) }, "A piece of the sweep failed; the next sweep tries it again");
    }
  };
}
