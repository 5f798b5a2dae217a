import type { Request } from "express";
import { noteContactsAsked } from "../chat/disclosed.ts";
import { findDossier } from "../chat/find.ts";
import { withMore } from "../chat/pictures.ts";
import type { Doable } from "../domain/issue/lifecycle.ts";
import { type Dossier, possibleMoves } from "../issues/move.ts";
import { type Card, paragraph, say } from "../messages/card.ts";
import { CHOOSE_AGAIN } from "../messages/zh-cn/attached.ts";
import { fillIn, PROBLEMS } from "../messages/zh-cn/board.ts";
import { commandOf } from "../messages/zh-cn/commands.ts";
import { KEPT_FIELD, readAttached } from "./attached-here.ts";
import { filledWithDraft, unmendedDraft } from "./drafts.tsx";
import { actionIn, againIn, type Fields, isFilled, missingIn, saidIn, wordOf } from "./forms.tsx";
import { issuePage } from "./issue-page.tsx";
import { NEWEST, type Older } from "./issue-record.tsx";
import { type Asking, fieldsIn, numberIn, type Outcome, type Route } from "./page.ts";
import { revealing, sayOnPage } from "./speaking.ts";

/** One issue, and what its forms do. */
export const ISSUE_ROUTES: readonly Route[] = [
  { method: "get", path: "/issues/:id", handle: issue },
  { method: "post", path: "/issues/:id", handle: act, reads: readAttached },
  // What was shown once is not shown again by reading the page anew.
  { method: "get", path: "/issues/:id/contacts", handle: issue },
  { method: "post", path: "/issues/:id/contacts", handle: showContacts },
];

async function issue({ request, conversation, frame, said }: Asking): Promise<Outcome> {
  const older = olderIn(request.query);
  if (older === null) return { problem: "bad-filter", status: 400 };
  const dossier = await findDossier(conversation, numberIn(request));
  if (dossier === null) return { problem: "no-issue", status: 404 };
  const draft = numberOf(request.query["draft"]);
  const taken = draft === undefined ? null : await filledWithDraft(conversation, dossier, draft);
  const shown = taken ?? { said, filled: undefined };
  return { page: await issuePage({ frame: frame("issues"), conversation, dossier, older, ...shown }) };
}

/** What its page and its forms are made of. */
type Here = Pick<Asking, "conversation" | "frame" | "attached">;

/** Does what a form says, and leads back to the issue. */
async function act({ request, conversation, frame, attached }: Asking): Promise<Outcome> {
  const here = { conversation, frame, attached };
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
  const before = await findDossier(conversation, id);
  const missing = before === null ? null : stillMissing(conversation, before, { action, version, fields });
  const isAnswer = action === "answer" && before !== null && missing === null;
  const unmended = isAnswer ? await unmendedDraft(conversation, before, fields["text"] ?? "") : null;
  const problem = attached.problem?.sentence ?? missing ?? unmended;
  if (problem !== null) return notDone(here, id, { fields, said: say(problem) });
  const reply = await sayOnPage(withMore(conversation, attached), command, sent);
  // Nothing is done yet: what speaks against it is shown, and whoever means it sends it once more.
  const dossier = reply.asks?.ask === "offer" ? await findDossier(conversation, id) : null;
  if (dossier !== null) return shownFirst(here, dossier, { action, fields, said: reply.card });
  const card = reply.card ?? say(PROBLEMS["not-possible"]);
  const isSame = before !== null && (await findDossier(conversation, id))?.issue.version === before.issue.version;
  // What somebody has written is not to be written again.
  if (isSame && isFilled(action, fields)) return notDone(here, id, { fields, said: card });
  return { to: `/issues/${id}`, said: card };
}

async function shownFirst(
  { conversation, frame, attached }: Here,
  dossier: Dossier,
  {
    action,
    fields,
    said,
  }: { readonly action: Doable; readonly fields: ReturnType<typeof fieldsIn>; readonly said: Card | null },
): Promise<Outcome> {
  const { form: _form, ...others } = fields;
  const again = { action, fields: { ...others, [KEPT_FIELD]: attached.files.join(" ") } };
  return {
    page: await issuePage({ frame: frame("issues"), conversation, dossier, said, again, older: NEWEST }),
    waits: true,
  };
}

interface OnForm {
  readonly action: Doable;
  readonly version: number;
  readonly fields: Fields;
}

/** Names the fields that are empty; null: none is, or something else speaks against the move. */
function stillMissing({ ctx, actor }: Asking["conversation"], dossier: Dossier, form: OnForm): string | null {
  const { action, version, fields } = form;
  if (dossier.issue.version !== version || !possibleMoves(ctx, dossier, actor).includes(action)) return null;
  const missing = missingIn(action, fields);
  return missing.length === 0 ? null : fillIn(missing);
}

/** The page with what was written in its form, and why nothing was done. Files are to be chosen again. */
async function notDone(
  { conversation, frame, attached }: Here,
  id: number,
  { fields, said: { blocks } }: { readonly fields: ReturnType<typeof fieldsIn>; readonly said: Card },
): Promise<Outcome> {
  const dossier = await findDossier(conversation, id);
  if (dossier === null) return { problem: "no-issue", status: 404 };
  const said = { blocks: [...blocks, ...(attached.files.length === 0 ? [] : [paragraph(CHOOSE_AGAIN)])] };
  const shown = { said, filled: againIn(fields), older: NEWEST };
  return { page: await issuePage({ frame: frame("issues"), conversation, dossier, ...shown }), status: 400 };
}

/** The page of an issue as who may have its contact data reads it, once. */
async function showContacts({ request, conversation, frame }: Asking): Promise<Outcome> {
  const dossier = await findDossier(conversation, numberIn(request));
  if (dossier === null) return { problem: "no-issue", status: 404 };
  const { issue } = dossier;
  if (!conversation.reader.mayAskContacts(issue)) return { problem: "no-contacts", status: 403 };
  await noteContactsAsked(conversation, [issue.id]);
  return {
    page: await issuePage({
      frame: frame("issues"),
      conversation: revealing(conversation),
      dossier,
      said: null,
      older: NEWEST,
    }),
  };
}

/** From where on older ones are asked for; null: by no number. */
function olderIn({ sent, looks }: Request["query"]): Older | null {
  const [before, seen] = [sent, looks].map((one) => (one === undefined ? null : numberOf(one)));
  return before === undefined || seen === undefined ? null : { sent: before, looks: seen };
}

/** Undefined: it is none. */
function numberOf(text: unknown): number | undefined {
  return typeof text === "string" && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;
}
