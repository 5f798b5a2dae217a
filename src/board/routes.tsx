import { readFile } from "node:fs/promises";
import { type NextFunction, type Request, type Response, Router, urlencoded } from "express";
import helmet from "helmet";
import type { VNode } from "preact";
import type { Conversation } from "../chat/conversation.ts";
import { noteDisclosed } from "../chat/disclosed.ts";
import { findDossier } from "../chat/find.ts";
import { isOpen, isStaff } from "../domain/issue/issue.ts";
import { dateOf } from "../domain/park/instants.ts";
import { ledgerWorkbook, MOST_ROWS } from "../features/ledger/workbook.ts";
import { type Card, say } from "../messages/card.ts";
import { cleanText } from "../messages/escape.ts";
import type { Reader } from "../messages/reader.ts";
import { NAMES, PROBLEMS, type Problem } from "../messages/zh-cn/board.ts";
import { commandOf } from "../messages/zh-cn/commands.ts";
import { fileName } from "../messages/zh-cn/ledger.ts";
import { describe } from "../shared/errors.ts";
import type { Db } from "../store/client.ts";
import { CardView } from "./card.tsx";
import { keepSaid, takeSaid } from "./cookies.ts";
import type { BoardDeps } from "./deps.ts";
import { doorRoutes, sendKnownProblem, sendProblem, type Visitor, visitorOf } from "./door.tsx";
import { actionIn, type Fields, saidIn, wordOf } from "./forms.tsx";
import { issuePage } from "./issue-page.tsx";
import { listAll, listFor } from "./list.ts";
import { readAsked } from "./list-asked.ts";
import { ListPage } from "./list-page.tsx";
import { overviewPage, periodAsked } from "./overview-page.tsx";
import { type Frame, Page, pageText } from "./shell.tsx";
import { conversationWith, runCommand, sayOnPage } from "./speaking.ts";

/** The pages of the board. Each is made for the person who is signed in, by the Reader that a direct chat with him has. */

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

/** A request of somebody who is signed in. */
interface Asking {
  readonly deps: BoardDeps;
  readonly request: Request;
  readonly conversation: Conversation;
  readonly frame: (here: Frame["here"]) => Frame;
  /** What the form that was sent before this page came to. */
  readonly said: Card | null;
}

/** What is sent when everything is written. */
type Outcome =
  | { readonly page: VNode }
  | { readonly to: string; readonly said?: Card }
  /** The picture of the trend up to a moment: it is drawn when the transaction is over, by a look of its own at the database. */
  | { readonly trendTo: Date }
  /** It is written when the transaction is over: that takes a while. */
  | { readonly sheets: Parameters<typeof ledgerWorkbook>[0]; readonly reader: Reader }
  | { readonly problem: Problem; readonly status: 400 | 403 | 404 };

type Handler = (asking: Asking) => Promise<Outcome>;

export function boardRoutes(deps: BoardDeps): Router {
  const router = Router();
  const pages = Router();
  pages.use(POLICY, privately, urlencoded({ extended: false, limit: MOST_SENT, parameterLimit: 50 }));
  pages.use(doorRoutes(deps));
  pages.get("/", page(deps, overview));
  pages.get("/issues", page(deps, list));
  pages.get("/issues.xlsx", page(deps, exported));
  pages.get("/todo", page(deps, todo));
  pages.get("/issues/:id", page(deps, issue));
  pages.post("/issues/:id", page(deps, act));
  pages.get("/trend.png", page(deps, trend));
  pages.get("/live", async (request, response) => {
    const mayWatch = request.method === "GET" && (await visitorOf(deps, request)) !== null;
    if (!mayWatch || !deps.live.watch(response)) response.status(204).end();
  });
  pages.use((_request: Request, response: Response) => sendKnownProblem(deps, response, 404, "not-found"));
  pages.use((error: unknown, request: Request, response: Response, _next: NextFunction) => {
    fail(deps, error, request, response);
  });
  for (const name of ["board.css", "board.js"]) {
    router.get(`/${name}`, async (_request, response) => {
      const file = await readFile(new URL(`./${name}`, import.meta.url));
      response.set("Cache-Control", "public, max-age=300").type(name).send(file);
    });
  }
  // Other addresses are other routers'.
  router.use((request, response, next) => (isOurs(request.path) ? pages(request, response, next) : next()));
  return router;
}

function isOurs(path: string): boolean {
  return path === "/" || /^\/(?:issues(?:\.xlsx)?|live|login|logout|todo|trend\.png)(?:\/|$)/.test(path);
}

/** Nothing of a page is kept on the way, or shown to who goes back after the person has left. */
function privately(_request: Request, response: Response, next: NextFunction): void {
  response.set({ "Cache-Control": "no-store", "Referrer-Policy": "same-origin", "X-Robots-Tag": "noindex" });
  next();
}

/** A page for who is signed in; who is not, is led to the door. What it reads and writes is one transaction. */
function page(deps: BoardDeps, handle: Handler) {
  return async (request: Request, response: Response): Promise<void> => {
    const visitor = await visitorOf(deps, request);
    const isForm = request.method === "POST";
    if (visitor === null && !isForm) return response.redirect(303, "/login");
    if (visitor === null || (isForm && !deps.sessions.sent(visitor, request.body?.["form"])))
      return sendKnownProblem(deps, response, 403, "bad-form");
    const said = isForm ? null : takeSaid(request, response, request.path, deps.isHttps);
    const outcome = await deps.db.transaction((tx) => within(deps, { tx, request, visitor, said }, handle));
    if (isForm) deps.onDone();
    await send(deps, response, outcome);
  };
}

interface Begun extends Pick<Asking, "request" | "said"> {
  readonly tx: Db;
  readonly visitor: Visitor;
}

async function within(deps: BoardDeps, { tx, visitor, ...asked }: Begun, handle: Handler): Promise<Outcome> {
  const { person, formKey } = visitor;
  const conversation = await conversationWith(deps.ctx(tx), person, deps.shared);
  if (conversation === null) return { problem: "bad-form", status: 403 };
  const park = deps.park().org.park.name;
  return handle({ deps, ...asked, conversation, frame: (here) => ({ park, person, formKey, here }) });
}

async function send(deps: BoardDeps, response: Response, outcome: Outcome): Promise<void> {
  if ("page" in outcome) response.type("html").send(pageText(outcome.page));
  else if ("sheets" in outcome) {
    const { sheets, reader } = outcome;
    const name = fileName("problems", dateOf(reader.now, reader.park.org.park.timeZone));
    response.attachment(name).send(Buffer.from(await ledgerWorkbook(sheets, reader)));
  } else if ("trendTo" in outcome) response.type("png").send(await deps.trend(outcome.trendTo));
  else if ("problem" in outcome) sendKnownProblem(deps, response, outcome.status, outcome.problem);
  else {
    const { said, to } = outcome;
    if (said !== undefined) keepSaid(response, { about: to, card: said }, deps.isHttps);
    response.redirect(303, outcome.to);
  }
}

async function overview({ request, conversation, frame }: Asking): Promise<Outcome> {
  if (!isStaff(conversation.actor)) return { to: "/issues" };
  const period = periodAsked(request.query["period"]);
  if (period === null) return { problem: "bad-filter", status: 400 };
  return { page: await overviewPage({ frame: frame("overview"), conversation, period }) };
}

async function list({ request, conversation, frame }: Asking): Promise<Outcome> {
  const asked = readAsked(request.query);
  if (asked === null) return { problem: "bad-filter", status: 400 };
  const listing = await listFor(conversation, asked);
  // As 企业 does: of a company that was asked for all are shown, and by its name.
  if (asked.company !== undefined) await noteDisclosed(conversation, listing.issues);
  return { page: <ListPage frame={frame("issues")} conversation={conversation} asked={asked} listing={listing} /> };
}

/** The same list, whole, as a workbook: row for row what the page lists. */
async function exported({ request, conversation }: Asking): Promise<Outcome> {
  const asked = readAsked(request.query);
  if (asked === null) return { problem: "bad-filter", status: 400 };
  const issues = await listAll(conversation, asked, MOST_ROWS);
  if (issues === null) return { problem: "too-many", status: 400 };
  await noteDisclosed(conversation, issues);
  const { reader } = conversation;
  const sheets = [
    { name: "problems", issues },
    ...(reader.seesInternal ? [{ name: "duties", issues: issues.filter(isOpen) } as const] : []),
  ] as const;
  return { sheets, reader };
}

/** What waits for this person, as 待办 and 我的 say it. */
async function todo({ conversation, frame }: Asking): Promise<Outcome> {
  const card = await runCommand(conversation, isStaff(conversation.actor) ? "todo" : "mine");
  const page = (
    <Page title={NAMES.todo} frame={frame("todo")}>
      {card === null ? null : <CardView card={card} />}
    </Page>
  );
  return { page };
}

async function issue({ request, conversation, frame, said }: Asking): Promise<Outcome> {
  const dossier = await findDossier(conversation, numberIn(request));
  if (dossier === null) return { problem: "no-issue", status: 404 };
  return {
    page: await issuePage({ frame: frame("issues"), conversation, dossier, said }),
  };
}

/** 0, which no issue has, for what is no number. */
function numberIn({ params }: Request): number {
  const { id = "" } = params;
  return typeof id === "string" && /^\d{1,9}$/.test(id) ? Number(id) : 0;
}

/** Does what a form says, and leads back to the issue. */
async function act({ request, conversation, frame }: Asking): Promise<Outcome> {
  const id = numberIn(request);
  const fields = fieldsIn(request.body);
  const action = actionIn(fields["action"]);
  const command = conversation.commands.find((one) => action !== null && one.name === commandOf(action));
  const version = Number(fields["version"]);
  if (action === null || command === undefined || !Number.isSafeInteger(version))
    return { problem: "not-possible", status: 400 };
  const { actor, ctx } = conversation;
  const said = saidIn(action, fields, ctx.park);
  const sent = { issueId: id, version, word: wordOf(action, actor), sure: fields["sure"] === "1", ...said };
  const reply = await sayOnPage(conversation, command, sent);
  // Nothing is done yet: what speaks against it is shown, and whoever means it sends it once more.
  const dossier = reply.asks?.ask === "offer" ? await findDossier(conversation, id) : null;
  if (dossier !== null) {
    const { form: _form, ...others } = fields;
    const again = { action, fields: others };
    return { page: await issuePage({ frame: frame("issues"), conversation, dossier, said: reply.card, again }) };
  }
  return { to: `/issues/${id}`, said: reply.card ?? say(PROBLEMS["not-possible"]) };
}

/** Each field once, as a message's text is kept, and without the spaces around it. */
function fieldsIn(body: unknown): Fields & Readonly<Record<string, string>> {
  const all = Object.entries(typeof body === "object" && body !== null ? body : {});
  return Object.fromEntries(
    all.flatMap(([name, value]) => (typeof value === "string" ? [[name, cleanText(value).trim()]] : [])),
  );
}

async function trend({ conversation }: Asking): Promise<Outcome> {
  return isStaff(conversation.actor) ? { trendTo: conversation.ctx.now } : { problem: "not-found", status: 404 };
}

/** What was thrown: the person learns that nothing was changed, the log where it happened. */
function fail(deps: BoardDeps, error: unknown, request: Request, response: Response): void {
  const status = error instanceof Error && "status" in error && typeof error.status === "number" ? error.status : 500;
  if (status >= 500) deps.logger.error({ method: request.method, ...describe(error) }, "A page of the board failed");
  if (response.headersSent) response.destroy();
  else sendProblem(deps, response, status, status === 413 ? PROBLEMS["too-large"] : PROBLEMS.failed);
}
