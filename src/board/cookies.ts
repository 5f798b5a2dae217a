import type { CookieOptions, Request, Response } from "express";
import { type Card, isCard, onPages, say } from "../messages/card.ts";
import { SAID_TOO_LONG } from "../messages/zh-cn/board.ts";

/** What the board keeps in the browser: who is signed in, and what a form came to until its page is shown. */

const SESSION = "chaxu_session";
const SAID = "chaxu_said";
const STATE = "chaxu_state";
/** Of a cookie's value as it is sent: browsers keep 4,096 bytes of each, with its name and what is said of it. */
const MOST_SAID = 3_800;
const SAID_MS = 60_000;

/** What a form came to. `about`: the address of the page that shows it. */
export interface Said {
  readonly about: string;
  readonly card: Card;
}

/** Scripts never read them, and another site's forms do not send them; a link in a chat does. */
function options(isHttps: boolean): CookieOptions {
  return { httpOnly: true, sameSite: "lax", secure: isHttps, path: "/" };
}

/** The first cookie of this name; undefined where there is none, or what is there cannot be read. */
function read(request: Request, name: string): string | undefined {
  for (const pair of (request.headers.cookie ?? "").split(";")) {
    const at = pair.indexOf("=");
    if (at < 0 || pair.slice(0, at).trim() !== name) continue;
    try {
      return decodeURIComponent(pair.slice(at + 1).trim());
    } catch {
      return undefined;
    }
  }
  return undefined;
}

export function sessionToken(request: Request): string | undefined {
  return read(request, SESSION);
}

export function keepSession(
  response: Response,
  token: string,
  { isHttps, ms }: { isHttps: boolean; ms: number },
): void {
  response.cookie(SESSION, token, { ...options(isHttps), maxAge: ms });
}

export function dropSession(response: Response, isHttps: boolean): void {
  response.clearCookie(SAID, options(isHttps));
  response.clearCookie(SESSION, options(isHttps));
}

/** What proves that somebody who comes back from a platform set out in this browser. */
export function keepState(
  response: Response,
  platform: string,
  { kept, isHttps, ms }: { kept: string; isHttps: boolean; ms: number },
): void {
  response.cookie(`${STATE}_${platform}`, kept, { ...options(isHttps), path: "/login", maxAge: ms });
}

/** Reads that, and forgets it: whoever comes back has to set out anew. */
export function takeState(request: Request, response: Response, platform: string, isHttps: boolean): string {
  const name = `${STATE}_${platform}`;
  response.clearCookie(name, { ...options(isHttps), path: "/login" });
  return read(request, name) ?? "";
}

/** What a form came to goes with the way back to the page: whoever loads that again does not send the form again. */
export function keepSaid(response: Response, said: Said, isHttps: boolean): void {
  for (let { blocks } = onPages(said.card); blocks.length > 0; blocks = blocks.slice(0, -1)) {
    const text = JSON.stringify({ about: said.about, card: { blocks } });
    if (encodeURIComponent(text).length > MOST_SAID) continue;
    response.cookie(SAID, text, { ...options(isHttps), maxAge: SAID_MS });
    return;
  }
  if (said.card.blocks.length > 0) keepSaid(response, { about: said.about, card: say(SAID_TOO_LONG) }, isHttps);
}

/** Reads what was said about this, and forgets it; what was said about anything else waits for its page. */
export function takeSaid(request: Request, response: Response, about: string, isHttps: boolean): Card | null {
  const said = parse(read(request, SAID) ?? "");
  if (said === null || said.about !== about) return null;
  response.clearCookie(SAID, options(isHttps));
  return said.card;
}

function parse(text: string): Said | null {
  try {
    const said: unknown = JSON.parse(text);
    if (typeof said !== "object" || said === null || !("about" in said && "card" in said)) return null;
    return typeof said.about === "string" && isCard(said.card) ? { about: said.about, card: said.card } : null;
  } catch {
    return null;
  }
}
