import { command } from "../../chat/command.ts";
import { isPastedList, themeDay as themeDayCommand } from "../../commands/theme-day.ts";
import { themeDayNotice } from "../../outbox/theme-day-notice.ts";
import type { ClockWork, Feature } from "../feature.ts";
import { nextThemeDayMoment, sweepThemeDays } from "./clock.ts";

const sweep: ClockWork = {
  name: "theme days",
  run: (ctx) => sweepThemeDays(ctx, ctx.apart),
  next: ({ db, park }, after) => nextThemeDayMoment(db, park, after),
};

/** 政企交流主题日. */
export const themeDay: Feature = {
  commands: [
    command("theme", {
      number: "no",
      who: "everybody",
      takesLong: isPastedList,
      run: (conversation, { rest }) => themeDayCommand(conversation, rest),
    }),
  ],
  notices: [themeDayNotice],
  clock: [sweep],
};
