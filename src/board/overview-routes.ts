import { isOfficial, isStaff } from "../domain/issue/issue.ts";
import { unitsTold } from "../features/reports/asked.ts";
import { Lists } from "../store/lists.ts";
import { overviewPage, periodAsked } from "./overview-page.tsx";
import type { Asking, Outcome, Route } from "./page.ts";
import { wallPage } from "./wall-page.tsx";

/** How things stand, for staff. */
export const OVERVIEW_ROUTES: readonly Route[] = [
  { method: "get", path: "/", handle: overview },
  { method: "get", path: "/wall", handle: wall },
  { method: "get", path: "/trend.png", handle: trend },
];

async function overview({ request, conversation, frame }: Asking): Promise<Outcome> {
  if (!isStaff(conversation.actor)) return { to: "/issues" };
  const period = periodAsked(request.query["period"]);
  if (period === null) return { problem: "bad-filter", status: 400 };
  // What is pressed for, what waits and what is stuck are made of the same lists.
  const { ctx } = conversation;
  const once = { ...conversation, ctx: { ...ctx, lists: new Lists(ctx) } };
  return { page: await overviewPage({ frame: frame("overview"), conversation: once, period }) };
}

/** For the office and the leaders: a unit has no screen of the whole park. */
async function wall({ conversation }: Asking): Promise<Outcome> {
  const { actor } = conversation;
  if (!isStaff(actor) || isOfficial(actor)) return { problem: "not-found", status: 404 };
  return { page: await wallPage(conversation) };
}

/** Of the whole park, so for who may see that. Drawn by a look of its own at the database. */
async function trend({ deps, conversation }: Asking): Promise<Outcome> {
  if (!isStaff(conversation.actor) || unitsTold(conversation) !== null) return { problem: "not-found", status: 404 };
  const to = conversation.ctx.now;
  return {
    file: async (response) => {
      const made = await deps.fileOf({ kind: "trend", to: to.toISOString() }, to);
      if (made === null) throw new Error("there is always a trend");
      response.type(made.mime).send(made.bytes);
    },
  };
}
