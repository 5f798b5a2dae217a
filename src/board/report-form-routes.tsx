import { type Request, type Response, Router } from "express";
import type { Speaking } from "../chat/conversation.ts";
import { tooLongProblem } from "../chat/conversation.ts";
import { maySpeakOf } from "../chat/find.ts";
import { movedOn } from "../chat/press.ts";
import { phoneIn } from "../features/form/phone.ts";
import { actorOf, FROM_PAGE, raiseByForm } from "../features/form/raise.ts";
import { runMove } from "../features/issues/moves.ts";
import { type Dossier, readDossier } from "../issues/move.ts";
import { type Card, say } from "../messages/card.ts";
import { Reader } from "../messages/reader.ts";
import { FOLLOW, WRONG } from "../messages/zh-cn/report-form.ts";
import { takeFromBudget } from "../store/budgets.ts";
import type { Db } from "../store/client.ts";
import { readIssue } from "../store/issues.ts";
import { issueBehind, keepReportLink } from "../store/report-links.ts";
import { addressKey, digestOf, noteFailure } from "./attempts.ts";
import { keepSaid, takeSaid } from "./cookies.ts";
import type { BoardDeps } from "./deps.ts";
import { sendKnownProblem, sendProblem, sentAway } from "./door.tsx";
import { followPage, offeredMoves } from "./follow-page.tsx";
import { actionIn, saidIn, wordOf } from "./forms.tsx";
import { fieldsIn } from "./page.ts";
import { type Filled, MOST_OF_NAME, NOTHING_FILLED, ReportPage } from "./report-form-page.tsx";
import type { ReportKeys } from "./report-keys.ts";
import { pageText } from "./shell.tsx";

/** The form for companies, and the page behind the link of each issue that was raised by it. Nobody signs in here. */

/** From one address, behind which a whole park may sit; about one number; and from all together. */
const OF_ADDRESS = { perMinute: 5, perHour: 30 };
const OF_PHONE = { perMinute: 2, perHour: 5 };
const OF_ALL = { perMinute: 30, perHour: 300 };
/** What is done on one page. */
const OF_PAGE = { perMinute: 6, perHour: 60 };

/** With the form switched on. */
interface Open {
  readonly deps: BoardDeps;
  readonly keys: ReportKeys;
}

export function reportRoutes(deps: BoardDeps): Router {
  const router = Router();
  const { reports: keys } = deps;
  if (keys === null) return router;
  const open = { deps, keys };
  router.get("/report", async (_request, response) => sendForm(open, response, { status: 200, problem: null }));
  router.post("/report", (request, response) => take(open, request, response));
  router.get("/report/:token", (request, response) => show(open, request, response));
  router.post("/report/:token", (request, response) => act(open, request, response));
  return router;
}

async function sendForm(
  { deps, keys }: Open,
  response: Response,
  { status, problem, filled = NOTHING_FILLED }: { status: number; problem: string | null; filled?: Filled },
): Promise<void> {
  const formKey = keys.begin(await deps.present());
  const page = <ReportPage park={deps.park().org.park.name} formKey={formKey} filled={filled} problem={problem} />;
  response.status(status).type("html").send(pageText(page));
}

/** What was sent, filed; else the form again, with everything that stood in it. */
async function take(open: Open, request: Request, response: Response): Promise<void> {
  const { deps, keys } = open;
  const { company = "", phone = "", text = "", form = "" } = fieldsIn(request.body);
  const filled = { company: company.replace(/\s+/gu, " "), phone, text };
  const again = (status: number, problem: string) => sendForm(open, response, { status, problem, filled });
  const token = keys.tokenIn(form, await deps.present());
  if (token === null) return again(400, WRONG.over);
  const filed = await issueBehind(deps.db, token);
  if (filed !== null) {
    // Sent once more, as a browser does that had no answer: it is filed. A page that was kept may be filled in anew.
    const isSame = (await readIssue(deps.db, filed))?.text === text;
    return isSame ? response.redirect(303, `/report/${token}`) : again(409, WRONG.another);
  }
  const number = phoneIn(phone);
  const wrong = problemOf(filled, number);
  if (wrong !== null || number === null) return again(400, wrong ?? WRONG.phone);
  const many = await tooOften(deps, request, number);
  if (many !== null) return again(429, many);
  const raised = await deps.db
    .transaction((tx) => file(deps, tx, { token, filled, phone: number }))
    .catch((thrown: unknown) => {
      if (thrown instanceof FiledBefore) return null;
      throw thrown;
    });
  if (raised !== null) return again(400, raised);
  deps.onDone();
  response.redirect(303, `/report/${token}`);
}

function problemOf({ company, text }: Filled, phone: string | null): string | null {
  const letters = [...company].length;
  if (letters < 2 || letters > MOST_OF_NAME) return WRONG.company;
  if (phone === null) return WRONG.phone;
  return text === "" ? WRONG.text : tooLongProblem(text);
}

/** The sentence for who sends too much; null: there is room, and it was taken. */
async function tooOften({ db, clock }: BoardDeps, request: Request, phone: string): Promise<string | null> {
  const budgets = [
    [{ key: `report:${addressKey(request)}`, ...OF_ADDRESS }, WRONG.often],
    [{ key: `report-phone:${digestOf(phone)}`, ...OF_PHONE }, WRONG.often],
    [{ key: "report", ...OF_ALL }, WRONG.busy],
  ] as const;
  for (const [limits, sentence] of budgets) {
    if ((await takeFromBudget(db, limits, clock.now())) !== null) return sentence;
  }
  return null;
}

/** What is wrong with it; null: it is filed, and the link leads to it. */
async function file(
  deps: BoardDeps,
  tx: Db,
  { token, filled, phone }: { readonly token: string; readonly filled: Filled; readonly phone: string },
): Promise<string | null> {
  const raised = await raiseByForm(deps.ctx(tx), { ...filled, phone, pictures: 0 });
  if (raised === "several") return WRONG.several;
  if (raised === "empty") return WRONG.text;
  if (!(await keepReportLink(tx, token, raised.issue.id))) throw new FiledBefore();
  return null;
}

/** The same form was sent twice at once: what the other one filed stays, and this is undone. */
class FiledBefore extends Error {}

/** Who has the link, and what it leads to. */
interface Behind {
  readonly speaking: Speaking;
  readonly dossier: Dossier;
}

/** Null: the token leads nowhere. */
async function behind(deps: BoardDeps, tx: Db, token: string): Promise<Behind | null> {
  const id = await issueBehind(tx, token);
  const ctx = deps.ctx(tx);
  const dossier = id === null ? null : await readDossier(ctx, id);
  if (dossier === null) return null;
  const { reporter, enterprise } = dossier.issue;
  const actor = actorOf(reporter, enterprise);
  const speaking = { ctx, actor, reader: new Reader({ kind: "company", actor }, ctx), source: FROM_PAGE };
  // The Reader decides here as anywhere else.
  return maySpeakOf(speaking, dossier) ? { speaking, dossier } : null;
}

/** Says that nothing is behind a link, or that too many led nowhere. */
async function nowhere(deps: BoardDeps, request: Request, response: Response): Promise<void> {
  await noteFailure(deps, request, "follow");
  sendProblem(deps, response, 404, FOLLOW.unknown);
}

async function show({ deps, keys }: Open, request: Request, response: Response): Promise<void> {
  if (await sentAway(deps, request, response, "follow")) return;
  const token = tokenIn(request);
  const said = takeSaid(request, response, request.path, deps.isHttps);
  const page = await deps.db.transaction(async (tx) => {
    const found = await behind(deps, tx, token);
    if (found === null) return null;
    const address = `${deps.shared.boardAt()}${request.path}`;
    return followPage({ ...found, formKey: keys.formKey(token), to: request.path, address, said });
  });
  if (page === null) return nowhere(deps, request, response);
  response.type("html").send(pageText(page));
}

async function act({ deps, keys }: Open, request: Request, response: Response): Promise<void> {
  if (await sentAway(deps, request, response, "follow")) return;
  const token = tokenIn(request);
  if ((await issueBehind(deps.db, token)) === null) return nowhere(deps, request, response);
  if (!keys.sent(token, request.body?.["form"])) return sendKnownProblem(deps, response, 403, "bad-form");
  const limits = { key: `report-page:${digestOf(token)}`, ...OF_PAGE };
  const next = await takeFromBudget(deps.db, limits, deps.clock.now());
  const card = next === null ? await deps.db.transaction((tx) => done(deps, tx, request)) : say(FOLLOW.often);
  deps.onDone();
  keepSaid(response, { about: request.path, card }, deps.isHttps);
  response.redirect(303, request.path);
}

/** Does what a form of the page says, unless the issue has moved on since. */
async function done(deps: BoardDeps, tx: Db, request: Request): Promise<Card> {
  const found = await behind(deps, tx, tokenIn(request));
  const fields = fieldsIn(request.body);
  const action = actionIn(fields["action"]);
  const version = Number(fields["version"]);
  if (found === null || action === null || !Number.isSafeInteger(version)) return say(FOLLOW.unchanged);
  const { speaking, dossier } = found;
  const { id } = dossier.issue;
  const instead = await movedOn(speaking, id, version);
  if (instead !== null) return instead.reply.card ?? say(FOLLOW.unchanged);
  if (!offeredMoves(speaking, dossier).includes(action)) return say(FOLLOW.unchanged);
  const said = saidIn(action, fields, speaking.ctx.park);
  const reply = await runMove(speaking, [action], { word: wordOf(action, speaking.actor), id, number: id, ...said });
  return reply.card ?? say(FOLLOW.unchanged);
}

function tokenIn({ params }: Request): string {
  const { token = "" } = params;
  return typeof token === "string" ? token : "";
}
