import type { Feature } from "../feature.ts";
import { masking } from "./masking.ts";

/** Whom to call about an issue: who looked, and how long it is known. */
export const contacts: Feature = { commands: [], notices: [], clock: [masking] };
