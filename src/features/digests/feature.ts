import { command } from "../../chat/command.ts";
import { showBrief } from "../../commands/reports.ts";
import { digestNotice } from "../../outbox/digest-notice.ts";
import type { ClockWork, Feature } from "../feature.ts";
import { nextDigest, postDueDigests } from "./clock.ts";

const post: ClockWork = {
  name: "digests",
  run: (ctx) => postDueDigests(ctx, ctx.apart),
  next: async ({ park }, after) => nextDigest({ park }, after),
};

/** What is posted by the day and the week. */
export const digests: Feature = {
  commands: [
    command("brief", {
      number: "no",
      who: ["official", "coordinator", "leader"],
      run: (conversation, { rest }) => showBrief(conversation, rest),
    }),
  ],
  notices: [digestNotice],
  clock: [post],
};
