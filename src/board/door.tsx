import { type Request, type Response, Router } from "express";
import type { Person } from "../domain/park/org.ts";
import { LOGIN, NAMES, PROBLEMS, type Problem, ROLE_NAMES } from "../messages/zh-cn/board.ts";
import { useSignInLink } from "../store/sign-in-links.ts";
import { dropSession, keepSession, sessionToken } from "./cookies.ts";
import type { BoardDeps } from "./deps.ts";
import { SESSION_MS } from "./sessions.ts";
import { pageText, Sheet } from "./shell.tsx";
import { accountOf } from "./speaking.ts";

/** Who is at the board. */
export interface Visitor {
  readonly person: Person;
  readonly formKey: string;
}

/** Who sends this request; null: nobody who is signed in and still stands in the org file. */
export async function visitorOf({ sessions, present, park }: BoardDeps, request: Request): Promise<Visitor | null> {
  const token = sessionToken(request);
  const session = token === undefined ? null : sessions.read(token, await present());
  const person = session === null ? undefined : park().directory.person(session.person);
  return session === null || person === undefined ? null : { person, formKey: session.formKey };
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

/** The ways in and out: a link from a chat, among simulated chat programs anybody's name. */
export function doorRoutes(deps: BoardDeps): Router {
  const { db, park, sessions, present, clock, isHttps } = deps;
  const enter = (response: Response, person: Person) => {
    keepSession(response, sessions.begin(person.name, clock.now()), { isHttps, ms: SESSION_MS });
    response.redirect(303, "/");
  };
  const router = Router();
  router.get("/login", async (request, response) => {
    if ((await visitorOf(deps, request)) !== null) return response.redirect(303, "/");
    response.type("html").send(pageText(<Login deps={deps} />));
  });
  router.get("/login/link/:token", async (request, response) => {
    // Who only looks what stands behind the link (HEAD) does not use it up.
    const name = request.method === "GET" ? await useSignInLink(db, request.params.token, await present()) : null;
    const person = name === null ? undefined : park().directory.person(name);
    if (person !== undefined) return enter(response, person);
    sendProblem(deps, response, name === null ? 410 : 403, name === null ? LOGIN.over : LOGIN.unknown);
  });
  router.post("/login/sandbox", async (request, response) => {
    if (!deps.choosesPerson) return sendKnownProblem(deps, response, 404, "not-found");
    await present();
    const asked: unknown = request.body?.["person"];
    const person = typeof asked === "string" ? park().directory.person(asked) : undefined;
    if (person === undefined || accountOf(person) === null) return sendProblem(deps, response, 403, LOGIN.unknown);
    enter(response, person);
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
    <Sheet title={NAMES.signIn} park={org.park.name}>
      <p>{LOGIN.lead}</p>
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

/** Of what unit or company. */
function nameOf({ park }: BoardDeps, { department, enterprise }: Person): string {
  const { directory } = park();
  if (department !== undefined) return directory.departmentName(department);
  return enterprise === undefined ? "" : directory.companyName(enterprise);
}
