import type { Request, Response } from "express";
import type { Speaking } from "../chat/conversation.ts";
import { noteDisclosed } from "../chat/disclosed.ts";
import { findDossier } from "../chat/find.ts";
import { companyShown } from "../domain/issue/audience.ts";
import { isForCompany } from "../domain/issue/files.ts";
import type { Issue } from "../domain/issue/issue.ts";
import { endingOf, isShown } from "../features/files/accepted.ts";
import { previewOf } from "../features/files/preview.ts";
import type { Reader } from "../messages/reader.ts";
import { fileName, pictureName } from "../messages/zh-cn/files.ts";
import { filesOf, type StoredFile } from "../store/files.ts";
import type { BoardDeps } from "./deps.ts";
import { type Asking, numberIn, type Outcome, type Route } from "./page.ts";

/** Pictures and files of an issue, for who may see it. */
export const FILE_ROUTES: readonly Route[] = [
  { method: "get", path: "/issues/:id/files/:file", handle: whole },
  { method: "get", path: "/issues/:id/files/:file/small", handle: small },
];

/** What came with an issue and may be seen in this conversation: inside the departments stays what was said inside of them. */
export async function filesFor({ ctx, reader }: Eyes, issueId: number): Promise<readonly StoredFile[]> {
  const all = await filesOf(ctx.db, issueId);
  return reader.seesInternal ? all : all.filter(({ action }) => isForCompany(action));
}

type Eyes = Pick<Speaking, "ctx" | "reader">;

async function whole(asking: Asking): Promise<Outcome> {
  return sent(asking, "whole");
}

async function small(asking: Asking): Promise<Outcome> {
  return sent(asking, "small");
}

async function sent({ deps, request, conversation }: Asking, size: Size): Promise<Outcome> {
  const dossier = await findDossier(conversation, numberIn(request));
  const found = dossier === null ? null : await findFile(conversation, dossier.issue, { request, size });
  if (dossier === null || found === null) return { problem: "no-file", status: 404 };
  await noteDisclosed(conversation, [dossier.issue]);
  return { file: (response) => sendFile(deps.shelf, found, { request, response }) };
}

type Size = "whole" | "small";

interface Found {
  readonly digest: string;
  readonly mime: string;
  readonly name: string;
  readonly size: Size;
}

/** The file of an issue that is asked for. Null: there is no such file, or nothing of it is to be seen here. */
export async function findFile(
  eyes: Eyes,
  issue: Issue,
  { request, size }: { readonly request: Request; readonly size: Size },
): Promise<Found | null> {
  const all = await filesFor(eyes, issue.id);
  const place = all.findIndex(({ id }) => id === request.params["file"]);
  const file = all[place];
  if (file === undefined || file.state !== "kept" || file.digest === null || file.mime === null) return null;
  if (size === "small" && !isShown(file.mime)) return null;
  const name = nameOf(file, file.mime, { issue, place: place + 1, reader: eyes.reader });
  return { digest: file.digest, mime: file.mime, name, size };
}

interface Exchange {
  readonly request: Request;
  readonly response: Response;
}

/** Its bytes as they came, or a small picture of it. What a browser could run, or is no picture, it saves. */
export async function sendFile(shelf: BoardDeps["shelf"], found: Found, exchange: Exchange): Promise<void> {
  const { digest, size } = found;
  if (size === "whole") {
    const bytes = await shelf.get(digest);
    if (bytes === null) throw new Error("the bytes of a file are not on the shelf");
    return send(exchange, { ...found, bytes, etag: digest });
  }
  const bytes = await previewOf(shelf, found);
  if (bytes === null) return void exchange.response.status(404).type("text/plain").send("");
  const etag = `${digest}-small`;
  send(exchange, { bytes, mime: "image/jpeg", name: `${digest.slice(0, 8)}.jpg`, etag });
}

/**
 * As its sender called it, as that may be read here, with the ending of what it is. Files are often called by who sends them: where
 * the company is hidden, by the number of the issue.
 */
export function nameOf(
  { name, kind }: Pick<StoredFile, "name" | "kind">,
  mime: string,
  { issue, place, reader }: { readonly issue: Issue; readonly place: number; readonly reader: Reader },
): string {
  const ending = endingOf(mime);
  const isHidden = companyShown(issue, reader.audience) === "hidden";
  if (name === null || isHidden) return (kind === "picture" ? pictureName : fileName)(issue.id, place, ending);
  const read = reader.text(name, issue);
  return read.toLowerCase().endsWith(`.${ending}`) ? read : `${read}.${ending}`;
}

interface Sent extends Pick<Found, "mime" | "name"> {
  readonly bytes: Buffer;
  readonly etag: string;
}

/** For this person's browser alone, which asks each time whether it may still show it. */
function send({ request, response }: Exchange, { bytes, mime, name, etag }: Sent): void {
  response.attachment(name);
  const disposition = String(response.getHeader("Content-Disposition"));
  response.set({
    "Content-Type": mime,
    "Content-Disposition": isShown(mime) ? disposition.replace(/^attachment/, "inline") : disposition,
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "private, no-cache",
    ETag: `"${etag}"`,
  });
  if (request.headers["if-none-match"] === `"${etag}"`) response.status(304).end();
  else response.send(bytes);
}
