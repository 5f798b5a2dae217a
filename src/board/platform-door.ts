import { type Request, type Response, Router } from "express";
import { NOT_SIGNED_IN, type NotSignedIn } from "../messages/zh-cn/sign-in.ts";
import { PLATFORM_NAMES } from "../messages/zh-cn/terms.ts";
import { useSignInState } from "../store/sign-in-states.ts";
import { keepState, takeState } from "./cookies.ts";
import type { BoardDeps, WayIn } from "./deps.ts";
import { enter, refuse, sendProblem, sentAway } from "./door.tsx";
import type { Account } from "./sessions.ts";
import { STATE_MS } from "./sign-in-states.ts";

/** The ways in by an account of a platform: to the platform, and back from it. */

const STATUS: Readonly<Record<NotSignedIn, number>> = {
  closed: 404,
  state: 400,
  denied: 403,
  code: 403,
  outsider: 403,
  unlisted: 403,
  unreached: 503,
  setting: 503,
};

/** Not the visitor's doing, so that nobody is kept out for it. */
const NOT_COUNTED: ReadonlySet<NotSignedIn> = new Set(["closed", "unreached", "setting"]);

interface Exchange {
  readonly request: Request;
  readonly response: Response;
}

export function platformDoor(deps: BoardDeps): Router {
  const router = Router();
  const wayOf = ({ params }: Request) => deps.waysIn.find(({ name }) => name === params["platform"]);
  router.get("/login/:platform", async (request, response, next) => {
    const way = wayOf(request);
    if (way !== undefined) return setOut(deps, way, { request, response });
    if (isPlatform(request.params.platform)) return fail(deps, { request, response }, "closed", "");
    next();
  });
  router.get("/login/:platform/callback", async (request, response, next) => {
    const way = wayOf(request);
    if (way === undefined) {
      if (!isPlatform(request.params.platform)) return next();
      return fail(deps, { request, response }, "closed", "");
    }
    // Who only looks what stands there (HEAD) does not use it up.
    if (request.method !== "GET") return void response.status(204).end();
    if (await sentAway(deps, request, response)) return;
    await comeBack(deps, way, { request, response });
  });
  return router;
}

function isPlatform(name: string): boolean {
  return Object.hasOwn(PLATFORM_NAMES, name);
}

async function setOut({ states, shared, present, isHttps }: BoardDeps, way: WayIn, { request, response }: Exchange) {
  const { name, signIn } = way;
  const { state, kept } = states.begin(name, await present());
  keepState(response, name, { kept, isHttps, ms: STATE_MS });
  const inClient = signIn.isClient(request.get("user-agent") ?? "");
  response.redirect(303, signIn.address({ state, back: `${shared.boardAt()}/login/${name}/callback`, inClient }));
}

async function comeBack(deps: BoardDeps, way: WayIn, exchange: Exchange): Promise<void> {
  const { name } = way;
  const found = await whoCameBack(deps, way, exchange);
  if (typeof found === "string") return fail(deps, exchange, found, PLATFORM_NAMES[name]);
  const person = deps.park().directory.personBy(found.platform, found.userId);
  if (person === undefined) return fail(deps, exchange, "unlisted", PLATFORM_NAMES[name]);
  enter(deps, exchange.response, person, found);
}

/** The account that signed in, or why none did. */
async function whoCameBack(
  deps: BoardDeps,
  { name, signIn }: WayIn,
  { request, response }: Exchange,
): Promise<Account | NotSignedIn> {
  const { db, states, isHttps, logger, clock } = deps;
  const state = textOf(request.query["state"]);
  const kept = takeState(request, response, name, isHttps);
  const endsAt = states.check(name, { state, kept }, clock.now());
  if (endsAt === null || !(await useSignInState(db, state, endsAt))) return "state";
  // DingTalk gives the code by both names; who says no comes back with an error, or with nothing.
  const code = textOf(request.query["authCode"]) || textOf(request.query["code"]);
  if (code === "") return "denied";
  const identified = await signIn.identify(code);
  if ("userId" in identified) return { platform: name, userId: identified.userId };
  const { failed, reason } = identified;
  logger.warn({ platform: name, failed, reason }, "Somebody could not be signed in");
  return failed;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

async function fail(deps: BoardDeps, exchange: Exchange, why: NotSignedIn, name: string): Promise<void> {
  const said = { status: STATUS[why], sentence: NOT_SIGNED_IN[why](name) };
  if (NOT_COUNTED.has(why)) sendProblem(deps, exchange.response, said.status, said.sentence);
  else await refuse(deps, exchange, said);
}
