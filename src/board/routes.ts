import { type NextFunction, type Request, type Response, Router, urlencoded } from "express";
import helmet from "helmet";
import { PROBLEMS } from "../messages/zh-cn/board.ts";
import { describe } from "../shared/errors.ts";
import { ADMIN_ROUTES } from "./admin/routes.tsx";
import { COMMON_ROUTES } from "./common-routes.tsx";
import { DELIVERY_ROUTES } from "./delivery-routes.tsx";
import type { BoardDeps } from "./deps.ts";
import { doorRoutes, sendKnownProblem, sendProblem, visitorOf } from "./door.tsx";
import { FILE_ROUTES } from "./file-routes.ts";
import { ISSUE_ROUTES } from "./issue-routes.tsx";
import { LIST_ROUTES } from "./list-routes.tsx";
import { OVERVIEW_ROUTES } from "./overview-routes.ts";
import { type Route, served } from "./page.ts";
import { platformDoor } from "./platform-door.ts";
import { POSTER_ROUTES } from "./poster-routes.tsx";
import { publicRoutes } from "./public-routes.tsx";
import { reportRoutes } from "./report-form-routes.tsx";
import { REPORT_ROUTES } from "./report-routes.tsx";
import { ROUTING_ROUTES } from "./routing-routes.tsx";
import { serveScripts } from "./scripts.ts";
import { THEME_DAY_ROUTES } from "./theme-day-routes.tsx";

/** The pages of the board. Each is made for the person who is signed in, by the Reader that a direct chat with him has. */
const ROUTES: readonly Route[] = [
  ...OVERVIEW_ROUTES,
  ...LIST_ROUTES,
  ...ISSUE_ROUTES,
  ...FILE_ROUTES,
  ...DELIVERY_ROUTES,
  ...ROUTING_ROUTES,
  ...COMMON_ROUTES,
  ...THEME_DAY_ROUTES,
  ...REPORT_ROUTES,
  ...POSTER_ROUTES,
  ...ADMIN_ROUTES,
];

/** The first parts of the addresses that are the board's: what stands below them and is no page, is answered with a page. */
const OURS = new Set(["live", "login", "logout", "public", "report", ...ROUTES.map(({ path }) => firstPart(path))]);

/** Of a form's body, in bytes: the longest text in Chinese, percent-encoded, and a little. */
const MOST_SENT = 64 * 1024;

const POLICY = helmet.contentSecurityPolicy({
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    scriptSrc: ["'self'"],
    connectSrc: ["'self'"],
    imgSrc: ["'self'", "data:"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
  },
});

export function boardRoutes(deps: BoardDeps): Router {
  const router = Router();
  const pages = Router();
  pages.use(POLICY, privately, urlencoded({ extended: false, limit: MOST_SENT, parameterLimit: 50 }));
  pages.use(doorRoutes(deps), platformDoor(deps));
  for (const { method, path, handle, reads } of ROUTES)
    pages[method](path, ...(reads === undefined ? [] : [reads(deps)]), served(deps, handle));
  // Behind the pages of who is signed in: the sheet with the QR code is one.
  pages.use(reportRoutes(deps), publicRoutes(deps));
  pages.get("/live", async (request, response) => {
    const mayWatch = request.method === "GET" && (await visitorOf(deps, request)) !== null;
    if (!mayWatch || !deps.live.watch(response)) response.status(204).end();
  });
  pages.use((_request: Request, response: Response) => sendKnownProblem(deps, response, 404, "not-found"));
  pages.use((error: unknown, request: Request, response: Response, _next: NextFunction) => {
    fail(deps, error, request, response);
  });
  serveScripts(router);
  // Other addresses are other routers'.
  router.use((request, response, next) =>
    OURS.has(firstPart(request.path)) ? pages(request, response, next) : next(),
  );
  return router;
}

function firstPart(path: string): string {
  return path.split("/")[1] ?? "";
}

/** Nothing of a page is kept on the way, or shown to who goes back after the person has left. */
function privately(_request: Request, response: Response, next: NextFunction): void {
  response.set({ "Cache-Control": "no-store", "Referrer-Policy": "same-origin", "X-Robots-Tag": "noindex" });
  next();
}

/** What was thrown: the person learns that nothing was changed, the log where it happened. */
function fail(deps: BoardDeps, error: unknown, request: Request, response: Response): void {
  const status = error instanceof Error && "status" in error && typeof error.status === "number" ? error.status : 500;
  if (status >= 500) deps.logger.error({ method: request.method, ...describe(error) }, "A page of the board failed");
  if (response.headersSent) response.destroy();
  else sendProblem(deps, response, status, status === 413 ? PROBLEMS["too-large"] : PROBLEMS.failed);
}
