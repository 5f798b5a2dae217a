import { command } from "../../chat/command.ts";
import type { Feature } from "../feature.ts";
import { claimNotice } from "./claims.ts";
import { guestNotice, nameCompany, verifyReporter } from "./guests.ts";
import { whoToCall } from "./human.ts";
import { comeBack, setDuty, takeLeave } from "./roster.ts";

/** Who somebody is, and who is there: guests and those who vouch for them, duty and leave. */
export const people: Feature = {
  commands: [
    command("iam", { number: "no", glued: true, who: [], run: nameCompany }),
    command("verify", { number: "yes", named: true, who: ["coordinator"], run: verifyReporter }),
    command("duty", { number: "no", who: ["official", "coordinator"], run: setDuty }),
    command("leave", { number: "no", who: ["official", "coordinator", "leader"], run: takeLeave }),
    command("human", { number: "no", who: "everybody", run: whoToCall }),
    command("back", { number: "no", who: ["official", "coordinator", "leader"], run: comeBack }),
  ],
  notices: [guestNotice, claimNotice],
  clock: [],
};
