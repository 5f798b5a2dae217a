import { forgetGaps } from "../../store/roads.ts";
import type { ClockWork, Feature } from "../feature.ts";
import { gapNotice, roadNotice } from "./notice.ts";

/** Longer nobody asks when messages may have been missed. */
const KEPT_MS = 90 * 86_400_000;

const forgetting: ClockWork = {
  name: "gaps",
  run: ({ db, now }) => forgetGaps(db, new Date(now.getTime() - KEPT_MS)),
  next: async () => null,
};

/** What is told when messages may not have arrived. The watch itself runs beside the connections. */
export const roads: Feature = { commands: [], notices: [roadNotice, gapNotice], clock: [forgetting] };
