import type { Request, RequestHandler, Response } from "express";
import type { VNode } from "preact";
import type { Conversation } from "../chat/conversation.ts";
import type { Card } from "../messages/card.ts";
import { cleanText } from "../messages/escape.ts";
import type { Problem } from "../messages/zh-cn/board.ts";
import { describe } from "../shared/errors.ts";
import type { Db } from "../store/client.ts";
import { type Attached, withAttached } from "./attached-here.ts";
import { keepSaid, takeSaid } from "./cookies.ts";
import type { BoardDeps } from "./deps.ts";
import { sendKnownProblem, type Visitor, visitorOf } from "./door.tsx";
import { type Frame, pageText } from "./shell.tsx";
import { conversationWith } from "./speaking.ts";

/** How a page is asked for and answered, whatever is on it. */

/** A page, or what a form on one does. */
export interface Route {
  readonly method: "get" | "post";
  readonly path: string;
  readonly handle: Handler;
  /** Reads a body that is no plain form. */
  readonly reads?: (deps: BoardDeps) => RequestHandler;
}

/** What reads and writes for a page, within one transaction. */
export type Handler = (asking: Asking) => Promise<Outcome>;

/** A request of somebody who is signed in. */
export interface Asking {
  readonly deps: BoardDeps;
  readonly request: Request;
  readonly conversation: Conversation;
  readonly frame: (here: Frame["here"]) => Frame;
  /** What the form that was sent before this page came to. */
  readonly said: Card | null;
  /** What came with the form, kept for the move that takes it; none of other forms. */
  readonly attached: Attached;
}

/** What is sent when everything is written. */
export type Outcome =
  /** `waits`: what came with the form is sent once more. */
  | { readonly page: VNode; readonly status?: 400 | 404 | 409 | 413 | 503; readonly waits?: true }
  /** `renews`: the org was changed, and whoever comes next meets the new one. */
  | { readonly to: string; readonly said?: Card; readonly renews?: true }
  /** A file that takes a while: it is made when the transaction is over. */
  | { readonly file: (response: Response) => Promise<void> }
  | { readonly problem: Problem; readonly status: 400 | 403 | 404 };

/** Answers with a page for who is signed in; who is not, is led to the door. What it reads and writes is one transaction. */
export function served(deps: BoardDeps, handle: Handler) {
  return async (request: Request, response: Response): Promise<void> => {
    const visitor = await visitorOf(deps, request);
    const isForm = request.method === "POST";
    if (visitor === null && !isForm) return response.redirect(303, "/login");
    if (visitor === null || (isForm && !deps.sessions.sent(visitor, request.body?.["form"])))
      return sendKnownProblem(deps, response, 403, "bad-form");
    const said = isForm ? null : takeSaid(request, response, request.path, deps.isHttps);
    const outcome = await withAttached(
      deps,
      { request, visitor },
      (attached) => deps.db.transaction((tx) => within(deps, { tx, request, visitor, said, attached }, handle)),
      (done) => "page" in done && done.waits === true,
    );
    if ("to" in outcome && outcome.renews) await renewed(deps);
    if (isForm) deps.onDone();
    await send(deps, response, outcome);
  };
}

/** What was written stays written: where it cannot be read again now, the next look at the clock does. */
async function renewed({ org, logger }: BoardDeps): Promise<void> {
  try {
    await org.follow();
  } catch (error) {
    logger.error(describe(error), "The org file in force could not be read again");
  }
}

interface Begun extends Pick<Asking, "request" | "said" | "attached"> {
  readonly tx: Db;
  readonly visitor: Visitor;
}

async function within(deps: BoardDeps, { tx, visitor, ...asked }: Begun, handle: Handler): Promise<Outcome> {
  const { person, account, formKey } = visitor;
  const conversation = await conversationWith(deps.ctx(tx), account, deps.shared);
  if (conversation === null) return { problem: "not-listed", status: 403 };
  const park = deps.park().org.park.name;
  return handle({ deps, ...asked, conversation, frame: (here) => ({ park, person, formKey, here }) });
}

async function send(deps: BoardDeps, response: Response, outcome: Outcome): Promise<void> {
  if ("page" in outcome)
    response
      .status(outcome.status ?? 200)
      .type("html")
      .send(pageText(outcome.page));
  else if ("file" in outcome) await outcome.file(response);
  else if ("problem" in outcome) sendKnownProblem(deps, response, outcome.status, outcome.problem);
  else {
    const { said, to } = outcome;
    if (said !== undefined) keepSaid(response, { about: to, card: said }, deps.isHttps);
    response.redirect(303, to);
  }
}

/** The number in a page's address; 0, which nothing has, for what is no number. */
export function numberIn({ params }: Request): number {
  const { id = "" } = params;
  return typeof id === "string" && /^\d{1,9}$/.test(id) ? Number(id) : 0;
}

/** Each field of a form once, as a message's text is kept, and without the spaces around it. */
export function fieldsIn(body: unknown): Readonly<Record<string, string>> {
  const all = Object.entries(typeof body === "object" && body !== null ? body : {});
  return Object.fromEntries(
    all.flatMap(([name, value]) => (typeof value === "string" ? [[name, cleanText(value).trim()]] : [])),
  );
}
