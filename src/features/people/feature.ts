import { command } from "../../chat/command.ts";
import type { Feature } from "../feature.ts";
import { guestNotice } from "./guest-notice.ts";
import { nameCompany, verifyReporter } from "./guests.ts";
import { comeBack, setDuty, takeLeave } from "./roster.ts";

/** Who somebody is, and who is there: guests and those who vouch for them, duty and leave. */
export const people: Feature = {
  commands: [
    command("iam", {
      number: "no",
      glued: true,
      who: [],
      run: (conversation, { rest }) => nameCompany(conversation, rest),
    }),
    command("verify", {
      number: "yes",
      who: ["coordinator"],
      run: (conversation, { id }) => verifyReporter(conversation, id),
    }),
    command("duty", {
      number: "no",
      who: ["official", "coordinator"],
      run: (conversation, { rest }) => setDuty(conversation, rest),
    }),
    command("leave", {
      number: "no",
      who: ["official", "coordinator", "leader"],
      run: (conversation, { rest }) => takeLeave(conversation, rest),
    }),
    command("back", { number: "no", who: ["official", "coordinator", "leader"], run: comeBack }),
  ],
  notices: [guestNotice],
  clock: [],
};
