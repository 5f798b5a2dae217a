import { learnAnew } from "../../issues/learn.ts";
import { type Feature, hourly } from "../feature.ts";

/** Who an issue belongs to, learned from what is decided. */
export const routing: Feature = {
  commands: [],
  notices: [],
  clock: [hourly({ name: "learning", run: learnAnew, next: async () => null })],
};
