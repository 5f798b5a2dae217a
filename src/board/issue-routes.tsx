import type { Request } from "express";
import { noteContactsAsked } from "../chat/disclosed.ts";
import { findDossier } from "../chat/find.ts";
import { withMore } from "../chat/pictures.ts";
import { say } from "../messages/card.ts";
import { PROBLEMS } from "../messages/zh-cn/board.ts";
import { commandOf } from "../messages/zh-cn/commands.ts";
import { KEPT_FIELD, readAttached } from "./attached-here.ts";
import { actionIn, againIn, saidIn, wordOf } from "./forms.tsx";
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
  return {
    page: await issuePage({ frame: frame("issues"), conversation, dossier, said, older }),
  };
}

/** Does what a form says, and leads back to the issue. */
async function act({ request, conversation, frame, attached }: Asking): Promise<Outcome> {
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
  if (attached.problem !== null) return notTaken({ conversation, frame, attached }, id, fields);
  const reply = await sayOnPage(withMore(conversation, attached), command, sent);
  // Nothing is done yet: what speaks against it is shown, and whoever means it sends it once more.
  const dossier = reply.asks?.ask === "offer" ? await findDossier(conversation, id) : null;
  if (dossier !== null) {
    const { form: _form, ...others } = fields;
    const again = { action, fields: { ...others, [KEPT_FIELD]: attached.files.join(" ") } };
    return {
      page: await issuePage({ frame: frame("issues"), conversation, dossier, said: reply.card, again, older: NEWEST }),
      waits: true,
    };
  }
  return { to: `/issues/${id}`, said: reply.card ?? say(PROBLEMS["not-possible"]) };
}

/** What came with a form could not be taken: nothing is done, and its words stand in it again. */
async function notTaken(
  { conversation, frame, attached }: Pick<Asking, "conversation" | "frame" | "attached">,
  id: number,
  fields: ReturnType<typeof fieldsIn>,
): Promise<Outcome> {
  const dossier = await findDossier(conversation, id);
  if (dossier === null) return { problem: "no-issue", status: 404 };
  const { sentence = "" } = attached.problem ?? {};
  const shown = { said: say(sentence), filled: againIn(fields), older: NEWEST };
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
