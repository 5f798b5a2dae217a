import { command } from "../../chat/command.ts";
import type { Context } from "../../issues/context.ts";
import type { Reactions } from "../../outbox/carrier.ts";
import type { Db } from "../../store/client.ts";
import type { ClockWork, Feature } from "../feature.ts";
import { alarmNotice, auditCalendar, auditQuotas, forgetBar, tellOfBar } from "./alarms.ts";
import { afterArrival, deadLetterNotice, deadLettersNotice, tellOfDeadLetter } from "./dead-letters.ts";
import { misdated } from "./misdated.ts";
import { resend, showOutbox } from "./outbox-list.ts";
import { type SecondRoadDeps, takeSecondRoad } from "./second-road.ts";

const quotas: ClockWork = { name: "quotas", run: auditQuotas, next: async () => null };
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
  clock: [calendar, quotas, misdated()],
};

/** What follows from what the courier meets, in its transaction. */
export function reactions(ctxIn: (db: Db) => Context, deps: SecondRoadDeps): Reactions {
  return {
    astray: (tx, notice, reason) => takeSecondRoad(ctxIn(tx), notice, reason, deps),
    arrived: (tx, notice) => afterArrival(ctxIn(tx), notice),
    dead: (tx, notice, reason) => tellOfDeadLetter(ctxIn(tx), notice, reason),
    barred: (tx, notice, found) => tellOfBar(ctxIn(tx), notice, found),
    recovered: (tx, notice, robot) => forgetBar(ctxIn(tx), robot, notice.platform),
  };
}
