import type { Feature } from "../feature.ts";
import { gapNotice, roadNotice } from "./notice.ts";

/** What is told when messages may not have arrived. The watch itself runs beside the connections. */
export const roads: Feature = { commands: [], notices: [roadNotice, gapNotice], clock: [] };
