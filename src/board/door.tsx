import { type Request, type Response, Router } from "express";
import type { Directory } from "../domain/park/directory.ts";
import type { Person } from "../domain/park/org.ts";
import { LOGIN, NAMES, PROBLEMS, type Problem, ROLE_NAMES } from "../messages/zh-cn/board.ts";
import { BY_LINK, SCAN_OR_TAP, signInBy, TOO_MANY } from "../messages/zh-cn/sign-in.ts";
import { useSignInLink } from "../store/sign-in-links.ts";
import { noteFailure, type Tried, whenToTry } from "./attempts.ts";
import { dropSession, keepSession, sessionToken } from "./cookies.ts";
import type { BoardDeps } from "./deps.ts";
import { type Account, SESSION_MS, type Session } from "./sessions.ts";
import { pageText, Sheet } from "./shell.tsx";
import { accountOf } from "./speaking.ts";

/** Who is at the board. */
export interface Visitor {
  readonly person: Person;
  /** By which he is known to the program. */
  readonly account: Account;
  readonly formKey: string;
}

/** Who sends this request; null: nobody who is signed in and still stands in the org file. */
export async function visitorOf({ sessions, present, park }: BoardDeps, request: Request): Promise<Visitor | null> {
  const token = sessionToken(request);
  const session = token === undefined ? null : sessions.read(token, await present());
  const person = session === null ? undefined : personOf(session, park().directory);
  if (session === null || person === undefined) return null;
  const account = session.account ?? accountOf(person);
  return account === null ? null : { person, account, formKey: session.formKey };
}

/** Whoever signed in with an account is that person while the account is his. */
function personOf({ person: name, account }: Session, directory: Directory): Person | undefined {
  if (account === null) return directory.person(name);
  const person = directory.personBy(account.platform, account.userId);
  return person?.name === name ? person : undefined;
}

/** A page that says what is wrong and what to do. */
export function sendProblem(deps: BoardDeps, response: Response, status: number, sentence: string): void {
  const { name } = deps.park().org.park;
  const page = (
    <Sheet title={NAMES.board} park={name}>
      <p role="alert">{sentence}</p>
      <p>
        <a href="/">{NAMES.board}</a>
      </p>
    </Sheet>
  );
  response.status(status).type("html").send(pageText(page));
}

export function sendKnownProblem(deps: BoardDeps, response: Response, status: number, problem: Problem): void {
  sendProblem(deps, response, status, PROBLEMS[problem]);
}

/** Signs somebody in, and leads to the board. */
export function enter(deps: BoardDeps, response: Response, person: Person, account: Account | null = null): void {
  const { sessions, clock, isHttps } = deps;
  keepSession(response, sessions.begin(person.name, clock.now(), account), { isHttps, ms: SESSION_MS });
  response.redirect(303, "/");
}

/** Says that too many tries have failed, where they have; else false. */
export async function sentAway(
  deps: BoardDeps,
  request: Request,
  response: Response,
  tried: Tried = "sign-in",
): Promise<boolean> {
  const next = await whenToTry(deps, request, tried);
  if (next === null) return false;
  const seconds = Math.ceil((next.getTime() - deps.clock.now().getTime()) / 1000);
  response.set("Retry-After", String(seconds));
  sendProblem(deps, response, 429, TOO_MANY[tried](Math.ceil(seconds / 60)));
  return true;
}

/** Says why somebody is not signed in, and counts the try. */
export async function refuse(
  deps: BoardDeps,
  { request, response }: { readonly request: Request; readonly response: Response },
  { status, sentence }: { readonly status: number; readonly sentence: string },
): Promise<void> {
  await noteFailure(deps, request);
  sendProblem(deps, response, status, sentence);
}

/** The ways in and out: a link from a chat, among simulated chat programs anybody's name. */
export function doorRoutes(deps: BoardDeps): Router {
  const { db, park, sessions, present, isHttps } = deps;
  const router = Router();
  router.get("/login", async (request, response) => {
    if ((await visitorOf(deps, request)) !== null) return response.redirect(303, "/");
    response.type("html").send(pageText(<Login deps={deps} />));
  });
  router.get("/login/link/:token", async (request, response) => {
    // Who only looks what stands behind the link (HEAD) does not use it up.
    if (request.method !== "GET") return void response.status(204).end();
    if (await sentAway(deps, request, response)) return;
    const name = await useSignInLink(db, request.params.token, await present());
    const person = name === null ? undefined : park().directory.person(name);
    if (person !== undefined && accountOf(person) !== null) return enter(deps, response, person);
    const why = name === null ? { status: 410, sentence: LOGIN.over } : { status: 403, sentence: LOGIN.unknown };
    await refuse(deps, { request, response }, why);
  });
  router.post("/login/sandbox", async (request, response) => {
    if (!deps.choosesPerson) return sendKnownProblem(deps, response, 404, "not-found");
    if (await sentAway(deps, request, response)) return;
    const asked: unknown = request.body?.["person"];
    const person = typeof asked === "string" ? park().directory.person(asked) : undefined;
    if (person !== undefined && accountOf(person) !== null) return enter(deps, response, person);
    await refuse(deps, { request, response }, { status: 403, sentence: LOGIN.unknown });
  });
  router.post("/logout", async (request, response) => {
    const visitor = await visitorOf(deps, request);
    if (visitor !== null && !sessions.sent(visitor, request.body?.["form"]))
      return sendKnownProblem(deps, response, 403, "bad-form");
    dropSession(response, isHttps);
    response.redirect(303, "/login");
  });
  return router;
}

function Login({ deps }: { readonly deps: BoardDeps }) {
  const { org } = deps.park();
  const people = org.people.filter((one) => accountOf(one) !== null);
  return (
    <Sheet title={NAMES.signIn} park={org.park.name} look="door">
      <Platforms waysIn={deps.waysIn} />
      {deps.choosesPerson ? (
        <form method="post" action="/login/sandbox">
          <p>{LOGIN.choose}</p>
          <label>
            <span>{LOGIN.person}</span>
            <select name="person">
              {people.map((one) => (
                <option key={one.name} value={one.name}>
                  {`${one.name}（${[nameOf(deps, one), ROLE_NAMES[one.role]].filter((part) => part !== "").join(" ")}）`}
                </option>
              ))}
            </select>
          </label>
          <button type="submit">{NAMES.enter}</button>
        </form>
      ) : null}
    </Sheet>
  );
}

/** The platforms that are configured, and the way in that needs none of them. */
function Platforms({ waysIn }: Pick<BoardDeps, "waysIn">) {
  if (waysIn.length === 0) return <p>{LOGIN.lead}</p>;
  return (
    <>
      <ul class="ways-in">
        {waysIn.map(({ name }) => (
          <li key={name}>
            <a href={`/login/${name}`}>{signInBy(name)}</a>
          </li>
        ))}
      </ul>
      <p>{SCAN_OR_TAP}</p>
      <p class="hint">{BY_LINK}</p>
    </>
  );
}

/** Of what unit or company. */
function nameOf({ park }: BoardDeps, { department, enterprise }: Person): string {
  const { directory } = park();
  if (department !== undefined) return directory.departmentName(department);
  return enterprise === undefined ? "" : directory.companyName(enterprise);
}
