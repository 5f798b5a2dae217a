import { command } from "../../chat/command.ts";
import { resend, showOutbox } from "../../commands/reports.ts";
import { auditCalendar } from "../../issues/alarms.ts";
import { alarmNotice, deadLetterNotice, deadLettersNotice } from "../../outbox/own-notices.ts";
import type { ClockWork, Feature } from "../feature.ts";

const calendar: ClockWork = { name: "calendar", run: auditCalendar, next: async () => null };

/** What the program tells of its own work: what did not arrive, and what somebody has to mend. */
export const delivery: Feature = {
  commands: [
    command("outbox", {
      number: "no",
      who: ["coordinator"],
      run: (conversation, { rest }) => showOutbox(conversation, rest),
    }),
    command("resend", {
      number: "message",
      who: ["coordinator"],
      run: (conversation, { id }) => resend(conversation, id),
    }),
  ],
  notices: [deadLetterNotice, deadLettersNotice, alarmNotice],
  clock: [calendar],
};
