import type { Conversation } from "../chat/conversation.ts";
import { noteContactsAsked, noteDisclosed } from "../chat/disclosed.ts";
import { type Issue, isOpen, isStaff } from "../domain/issue/issue.ts";
import { dateOf } from "../domain/park/instants.ts";
import { ledgerWorkbook, MOST_ROWS } from "../features/ledger/workbook.ts";
import { NAMES } from "../messages/zh-cn/board.ts";
import { fileName } from "../messages/zh-cn/ledger.ts";
import { CardView } from "./card.tsx";
import { listAll, listFor } from "./list.ts";
import { readAsked } from "./list-asked.ts";
import { ListPage } from "./list-page.tsx";
import type { Asking, Outcome, Route } from "./page.ts";
import { Page } from "./shell.tsx";
import { revealing, runCommand } from "./speaking.ts";

/** The list, the same as a file, and what waits for who reads. */
export const LIST_ROUTES: readonly Route[] = [
  { method: "get", path: "/issues", handle: list },
  { method: "get", path: "/issues.xlsx", handle: exported },
  { method: "post", path: "/issues.xlsx", handle: exportedWithContacts },
  { method: "get", path: "/todo", handle: todo },
];

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
  const issues = await listedIn(conversation, request);
  return "problem" in issues ? issues : workbook(conversation, issues.listed);
}

/** As that, with contact data: of each issue whose own he may have it is noted that he does. */
async function exportedWithContacts({ request, conversation }: Asking): Promise<Outcome> {
  const issues = await listedIn(conversation, request);
  if ("problem" in issues) return issues;
  const { listed } = issues;
  const shown = listed.filter((one) => conversation.reader.mayAskContacts(one));
  await noteContactsAsked(
    conversation,
    shown.map((one) => one.id),
  );
  return workbook(revealing(conversation), listed);
}

type Refused = Extract<Outcome, { readonly problem: unknown }>;

async function listedIn(
  conversation: Conversation,
  { query }: Asking["request"],
): Promise<Refused | { readonly listed: readonly Issue[] }> {
  const asked = readAsked(query);
  if (asked === null) return { problem: "bad-filter", status: 400 };
  const listed = await listAll(conversation, asked, MOST_ROWS);
  if (listed === null) return { problem: "too-many", status: 400 };
  await noteDisclosed(conversation, listed);
  return { listed };
}

function workbook({ reader }: Conversation, issues: readonly Issue[]): Outcome {
  const sheets = [
    { name: "problems", issues },
    ...(reader.seesInternal ? [{ name: "duties", issues: issues.filter(isOpen) } as const] : []),
  ] as const;
  const name = fileName("problems", dateOf(reader.now, reader.park.org.park.timeZone));
  return {
    file: async (response) => {
      response.attachment(name).send(Buffer.from(await ledgerWorkbook(sheets, reader)));
    },
  };
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
