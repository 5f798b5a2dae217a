import type { Common } from "../../domain/common/common.ts";
import { earliest } from "../../domain/park/instants.ts";
import type { Park } from "../../domain/park/park.ts";
import type { Context } from "../../issues/context.ts";
import { listCommons } from "../../store/common.ts";
import { giveReminders } from "../../store/looks.ts";
import type { ClockContext, ClockWork } from "../feature.ts";
import { remindOf } from "./notice.ts";

/** Common problems by the clock: when the working day before its deadline begins, and at it, each is reminded of once. */

export const commonClock: ClockWork = { name: "common problems", run: sweep, next: nextInstant };

type Rung = "soon" | "late";

/** When each reminder is due; the later one last. */
function rungsOf({ due }: Common, park: Park): readonly { readonly rung: Rung; readonly at: Date }[] {
  if (due === null) return [];
  return [
    { rung: "soon", at: dayBefore(due, park) },
    { rung: "late", at: new Date(due.getTime() + 1) },
  ];
}

const DAY_MS = 24 * 3_600_000;
/** No park is closed for longer. */
const MOST_DAYS_OFF = 30;

/** The opening of the working day before the day of a moment. */
function dayBefore(due: Date, { calendar }: Park): Date {
  let day = new Date(due.getTime() - DAY_MS);
  for (let days = 0; days < MOST_DAYS_OFF && !calendar.isWorkday(calendar.dateOf(day)); days++)
    day = new Date(day.getTime() - DAY_MS);
  return calendar.nextOpening(calendar.at(calendar.dateOf(day), "00:00"));
}

async function sweep({ apart, ...ctx }: ClockContext): Promise<void> {
  for (const common of await listCommons(ctx.db, "open")) {
    const due = rungsOf(common, ctx.park).filter(({ at }) => at <= ctx.now);
    if (due.length === 0) continue;
    await apart({ common: common.id }, () => ctx.db.transaction((db) => remind({ ...ctx, db }, common, due)));
  }
}

async function remind(ctx: Context, common: Common, due: readonly { readonly rung: Rung }[]): Promise<void> {
  const rows = due.map(({ rung }) => ({
    scope: "common" as const,
    subject: common.id,
    rung,
    about: "",
    deadline: common.due ?? ctx.now,
    givenAt: ctx.now,
  }));
  const given = await giveReminders(ctx.db, rows);
  // Of both at once, after a downtime, only the later.
  const last = due.at(-1)?.rung;
  if (last !== undefined && given.some(({ rung }) => rung === last)) await remindOf(ctx, common, last);
}

async function nextInstant({ db, park }: Context, after: Date): Promise<Date | null> {
  const all = (await listCommons(db, "open")).flatMap((one) => rungsOf(one, park).map(({ at }) => at));
  return earliest(all.filter((at) => at > after));
}
