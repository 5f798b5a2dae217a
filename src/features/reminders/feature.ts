import { nextCheck } from "../../store/looks.ts";
import type { ClockWork, Feature } from "../feature.ts";
import { lookAtDueIssues } from "./look.ts";
import { remindersNotice } from "./reminders-notice.ts";

const look: ClockWork = { name: "checks", run: lookAtDueIssues, next: ({ db }, after) => nextCheck(db, after) };

/** The clocks of each issue: what is due, who hears of it, and what the clock does by itself. */
export const reminders: Feature = { commands: [], notices: [remindersNotice], clock: [look] };
