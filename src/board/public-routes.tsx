import { type Request, type Response, Router } from "express";
import { spanOf } from "../domain/park/instants.ts";
import { readTrend } from "../features/reports/trend.ts";
import { countsOf } from "../store/figures.ts";
import type { BoardDeps } from "./deps.ts";
import { PublicPage } from "./public-page.tsx";
import { pageText } from "./shell.tsx";

/** The page in the lobby, for anybody: figures, and no name of anybody. */

/** So long the same page is shown, however often it is asked for. */
const SHOWN_MS = 60_000;

interface Shown {
  readonly html: string;
  readonly at: number;
}

export function publicRoutes(deps: BoardDeps): Router {
  const router = Router();
  if (!deps.showsPublic) return router;
  let shown: Shown | null = null;
  let making: Promise<Shown> | null = null;
  const latest = async (): Promise<Shown> => {
    const now = deps.clock.now().getTime();
    if (shown !== null && Math.abs(now - shown.at) < SHOWN_MS) return shown;
    // Who asks while it is made, waits for the same.
    making ??= make(deps).finally(() => {
      making = null;
    });
    shown = await making;
    return shown;
  };
  router.get("/public", async (_request: Request, response: Response) => {
    const { html } = await latest();
    response
      .set("Cache-Control", `public, max-age=${SHOWN_MS / 1000}`)
      .type("html")
      .send(html);
  });
  return router;
}

/** One statement for the figures and one for the trend, beside each other's transaction: nothing is written. */
async function make({ db, ctx, present }: BoardDeps): Promise<Shown> {
  const now = await present();
  const context = ctx(db);
  const { park } = context.park.org;
  const counts = await countsOf(db, spanOf("always", now, park.timeZone));
  const { weeks, until } = await readTrend(context, now);
  const page = (
    <PublicPage park={park.name} counts={counts} weeks={weeks} until={until} everySeconds={SHOWN_MS / 1000} />
  );
  return { html: pageText(page), at: now.getTime() };
}
