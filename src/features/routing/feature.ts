import { learnAnew } from "../../issues/learn.ts";
import { type ClockContext, type Feature, hourly } from "../feature.ts";

/** Who an issue belongs to, learned from what is decided. */
export const routing: Feature = {
  commands: [],
  notices: [],
  clock: [hourly({ name: "learning", run: learnAndTell, next: async () => null })],
};

/** Numbers alone: what was decided is nobody's to read in a log. */
async function learnAndTell(ctx: ClockContext): Promise<void> {
  const learning = await learnAnew(ctx);
  if (learning === null) return;
  const { calibration, precision, gone, contradicting } = learning;
  ctx.logger.info({ ...calibration, precision, gone, contradicting }, "Routing has learned from what was decided");
}
