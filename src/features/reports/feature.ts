import { command } from "../../chat/command.ts";
import type { Feature } from "../feature.ts";
import { linkToBoard } from "./board-link.ts";
import { showCompany } from "./company.ts";
import { showStats } from "./stats.ts";
import { showStuck } from "./stuck.ts";
import { showUnits } from "./units.ts";

/** Figures, what is stuck, units and companies, the picture of the trend, and the month report. */
export const reports: Feature = {
  commands: [
    command("stats", {
      number: "no",
      who: ["official", "coordinator", "leader"],
      run: (conversation, { rest }) => showStats(conversation, rest),
    }),
    command("overdue", {
      number: "no",
      who: ["official", "coordinator", "leader"],
      run: (conversation, said) => showStuck(conversation, "overdue", said),
    }),
    command("unsigned", {
      number: "no",
      who: ["official", "coordinator", "leader"],
      run: (conversation, said) => showStuck(conversation, "unsigned", said),
    }),
    command("units", { number: "no", who: ["official", "coordinator", "leader"], run: showUnits }),
    command("company", { number: "no", who: ["coordinator", "leader"], run: showCompany }),
    command("board", {
      number: "no",
      who: "everybody",
      run: linkToBoard,
    }),
  ],
  notices: [],
  clock: [],
};
