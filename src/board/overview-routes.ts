import { isStaff } from "../domain/issue/issue.ts";
import { overviewPage, periodAsked } from "./overview-page.tsx";
import type { Asking, Outcome, Route } from "./page.ts";

/** How things stand, for staff. */
export const OVERVIEW_ROUTES: readonly Route[] = [
  { method: "get", path: "/", handle: overview },
  { method: "get", path: "/trend.png", handle: trend },
];

async function overview({ request, conversation, frame }: Asking): Promise<Outcome> {
  if (!isStaff(conversation.actor)) return { to: "/issues" };
  const period = periodAsked(request.query["period"]);
  if (period === null) return { problem: "bad-filter", status: 400 };
  return { page: await overviewPage({ frame: frame("overview"), conversation, period }) };
}

/** Drawn by a look of its own at the database. */
async function trend({ deps, conversation }: Asking): Promise<Outcome> {
  if (!isStaff(conversation.actor)) return { problem: "not-found", status: 404 };
  const to = conversation.ctx.now;
  return {
    file: async (response) => {
      response.type("png").send(await deps.trend(to));
    },
  };
}
