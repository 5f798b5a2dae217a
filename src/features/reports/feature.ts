import { command } from "../../chat/command.ts";
import { sentence } from "../../chat/conversation.ts";
import { showStats } from "../../commands/stats.ts";
import type { Feature } from "../feature.ts";

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
      run: () => sentence("本版本还没有网页看板，请用：待办、统计、简报、搜索。"),
    }),
  ],
  notices: [],
  clock: [],
};
