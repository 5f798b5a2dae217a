import type { Request, Response, Router } from "express";
import type { Speaking } from "../chat/conversation.ts";
import { maySpeakOf } from "../chat/find.ts";
import { movedOn } from "../chat/press.ts";
import { actorOf, FROM_PAGE } from "../features/form/raise.ts";
import { runMove } from "../features/issues/moves.ts";
import { type Dossier, readDossier } from "../issues/move.ts";
import { type Card, say } from "../messages/card.ts";
import { Reader } from "../messages/reader.ts";
import { FOLLOW } from "../messages/zh-cn/report-form.ts";
import { takeFromBudget } from "../store/budgets.ts";
import type { Db } from "../store/client.ts";
import { issueBehind } from "../store/report-links.ts";
import { readFromAnybody, UNKEPT, Unkept, withChooseAgain, withKeptOfAnybody } from "./attached.ts";
import { digestOf, noteFailure } from "./attempts.ts";
import { keepSaid, takeSaid } from "./cookies.ts";
import type { BoardDeps } from "./deps.ts";
import { sendKnownProblem, sendProblem, sentAway } from "./door.tsx";
import { findFile, sendFile } from "./file-routes.ts";
import { followPage, offeredMoves } from "./follow-page.tsx";
import { type Again, actionIn, againIn, saidIn, wordOf } from "./forms.tsx";
import { fieldsIn } from "./page.ts";
import type { ReportKeys } from "./report-keys.ts";
import { pageText } from "./shell.tsx";
import type { Upload, UploadProblem } from "./uploads.ts";

/** The page behind the link of each issue that was raised by the form. Nobody signs in here. */

/** What is done on one page. */
const OF_PAGE = { perMinute: 6, perHour: 60 };

/** With the form switched on. */
export interface Open {
  readonly deps: BoardDeps;
  readonly keys: ReportKeys;
}

export function followRoutes(open: Open, router: Router): void {
  router.get("/report/:token", (request, response) => show(open, request, response));
  router.post("/report/:token", (request, response) => act(open, request, response));
  router.get("/report/:token/files/:file", (request, response) => showFile(open, { request, response }, "whole"));
  router.get("/report/:token/files/:file/small", (request, response) => showFile(open, { request, response }, "small"));
}

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

async function show(open: Open, request: Request, response: Response): Promise<void> {
  if (await sentAway(open.deps, request, response, "follow")) return;
  const said = takeSaid(request, response, request.path, open.deps.isHttps);
  await sendPage(open, { request, response }, { status: 200, said });
}

interface Exchange {
  readonly request: Request;
  readonly response: Response;
}

interface Shown {
  readonly status: number;
  readonly said: Card | null;
  readonly filled?: Again | undefined;
}

async function sendPage(
  { deps, keys }: Open,
  { request, response }: Exchange,
  { status, ...shown }: Shown,
): Promise<void> {
  const token = tokenIn(request);
  const page = await deps.db.transaction(async (tx) => {
    const found = await behind(deps, tx, token);
    if (found === null) return null;
    const address = `${deps.shared.boardAt()}${request.path}`;
    return followPage({ ...found, formKey: keys.formKey(token), to: request.path, address, ...shown });
  });
  if (page === null) return nowhere(deps, request, response);
  response.status(status).type("html").send(pageText(page));
}

/** A picture of the issue behind the link, and of no other one. */
async function showFile({ deps }: Open, exchange: Exchange, size: "whole" | "small"): Promise<void> {
  const { request, response } = exchange;
  if (await sentAway(deps, request, response, "follow")) return;
  const found = await deps.db.transaction(async (tx) => {
    const there = await behind(deps, tx, tokenIn(request));
    return there && { file: await findFile(there.speaking, there.dossier.issue, { request, size }) };
  });
  if (found === null) return nowhere(deps, request, response);
  if (found.file === null) return sendKnownProblem(deps, response, 404, "no-file");
  await sendFile(deps.shelf, found.file, exchange);
}

async function act(open: Open, request: Request, response: Response): Promise<void> {
  const { deps, keys } = open;
  if (await sentAway(deps, request, response, "follow")) return;
  const token = tokenIn(request);
  if ((await issueBehind(deps.db, token)) === null) return nowhere(deps, request, response);
  const limits = { key: `report-page:${digestOf(token)}`, ...OF_PAGE };
  const upload = await readFromAnybody(deps, request, response, [limits]);
  const { problem } = upload;
  const fields = fieldsIn(upload.body);
  if (!keys.sent(token, fields["form"])) {
    // What did not arrive whole may lack it.
    if (problem?.of === "coming") return sendProblem(deps, response, problem.status, problem.sentence);
    return sendKnownProblem(deps, response, 403, "bad-form");
  }
  const again = ({ status, sentence }: UploadProblem) =>
    sendPage(
      open,
      { request, response },
      { status, said: say(withChooseAgain(sentence, upload)), filled: againIn(fields) },
    );
  if (problem !== null) return again(problem);
  const next = await takeFromBudget(deps.db, limits, deps.clock.now());
  const card = next === null ? await kept(deps, { token, fields }, upload) : say(FOLLOW.often);
  if (card === null) return again(UNKEPT);
  deps.onDone();
  keepSaid(response, { about: request.path, card }, deps.isHttps);
  response.redirect(303, request.path);
}

interface SentHere {
  readonly token: string;
  readonly fields: ReturnType<typeof fieldsIn>;
}

/** Does what was sent, with its pictures kept; null: they cannot be, and nothing was done. */
async function kept(deps: BoardDeps, sent: SentHere, upload: Upload): Promise<Card | null> {
  try {
    return await withKeptOfAnybody(deps, upload, (tx, pictures) => done(deps, tx, sent, pictures));
  } catch (thrown) {
    if (thrown instanceof Unkept) return null;
    throw thrown;
  }
}

/** Does what a form of the page says, unless the issue has moved on since. */
async function done(deps: BoardDeps, tx: Db, { token, fields }: SentHere, pictures: readonly string[]): Promise<Card> {
  const found = await behind(deps, tx, token);
  const action = actionIn(fields["action"]);
  const version = Number(fields["version"]);
  if (found === null || action === null || !Number.isSafeInteger(version)) return say(FOLLOW.unchanged);
  const { dossier } = found;
  const speaking = { ...found.speaking, source: { ...FROM_PAGE, files: pictures } };
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
