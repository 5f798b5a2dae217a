import { command } from "../../chat/command.ts";
import { sentence } from "../../chat/conversation.ts";
import { NO_BOARD } from "../../messages/zh-cn/reports.ts";
import type { Feature } from "../feature.ts";
import { showStats } from "./stats.ts";

/** Figures, the picture of the trend, and the month report. */
export const reports: Feature = {
  commands: [
    command("stats", {
      number: "no",
      who: ["official", "coordinator", "leader"],
      run: (conversation, { rest }) => showStats(conversation, rest),
    }),
    command("board", {
      number: "no",
      who: [],
      run: () => sentence(NO_BOARD),
    }),
  ],
  notices: [],
  clock: [],
};
