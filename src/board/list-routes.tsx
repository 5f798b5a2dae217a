import { pipeline } from "node:stream/promises";
import type { Conversation } from "../chat/conversation.ts";
import { noteContactsAsked, noteDisclosed } from "../chat/disclosed.ts";
import { type Issue, isOpen, isStaff } from "../domain/issue/issue.ts";
import { dateOf } from "../domain/park/instants.ts";
import { dutyPaper, MOST_DUTIES } from "../features/ledger/duty-list.ts";
import { issueSheet } from "../features/ledger/issue-sheet.ts";
import { workbookOf } from "../features/ledger/workbook.ts";
import { NAMES } from "../messages/zh-cn/board.ts";
import { fileName, type SheetName } from "../messages/zh-cn/ledger.ts";
import type { Mark } from "../store/board-pages.ts";
import type { Db } from "../store/client.ts";
import { CardView } from "./card.tsx";
import { listAll, listFor, wholeInTurn } from "./list.ts";
import { readAsked } from "./list-asked.ts";
import { optionsFor } from "./list-filters.tsx";
import { ListPage } from "./list-page.tsx";
import type { Asking, Outcome, Route } from "./page.ts";
import { Page } from "./shell.tsx";
import { revealing, runCommand } from "./speaking.ts";

/** The list, the same as a file, and what waits for who reads. */
export const LIST_ROUTES: readonly Route[] = [
  { method: "get", path: "/issues", handle: list },
  { method: "get", path: "/issues.xlsx", handle: exported },
  { method: "post", path: "/issues.xlsx", handle: exportedWithContacts },
  { method: "get", path: "/issues.docx", handle: duties },
  { method: "get", path: "/todo", handle: todo },
];

async function list({ request, conversation, frame }: Asking): Promise<Outcome> {
  const asked = readAsked(request.query);
  if (asked === null) return { problem: "bad-filter", status: 400 };
  const listing = await listFor(conversation, asked);
  // As 企业 does: of a company that was asked for all are shown, and by its name.
  if (asked.company !== undefined) await noteDisclosed(conversation, listing.issues);
  const options = await optionsFor(conversation, asked, listing);
  return { page: <ListPage frame={frame("issues")} {...{ conversation, asked, listing, options }} /> };
}

/** Of more than these the command line makes a file. */
const MOST_ROWS = 200_000;

/** The same list, whole, as a workbook: row for row what the page lists. */
async function exported({ deps, request, conversation }: Asking): Promise<Outcome> {
  const issues = await listedIn(conversation, request);
  return "problem" in issues ? issues : workbook(conversation, issues.listed, deps.db);
}

/** As that, with contact data: of each issue whose own he may have it is noted that he does. */
async function exportedWithContacts({ deps, request, conversation }: Asking): Promise<Outcome> {
  const issues = await listedIn(conversation, request);
  if ("problem" in issues) return issues;
  const { listed } = issues;
  const shown = listed.filter((one) => conversation.reader.mayAskContacts(one));
  await noteContactsAsked(
    conversation,
    shown.map((one) => one.id),
  );
  return workbook(revealing(conversation), listed, deps.db);
}

type Refused = Extract<Outcome, { readonly problem: unknown }>;

async function listedIn(
  conversation: Conversation,
  { query }: Asking["request"],
  among: (one: Mark) => boolean = () => true,
): Promise<Refused | { readonly listed: readonly Mark[] }> {
  const asked = readAsked(query);
  if (asked === null) return { problem: "bad-filter", status: 400 };
  const all = await listAll(conversation, asked, MOST_ROWS);
  if (all === null) return { problem: "too-many", status: 400 };
  const listed = all.filter(among);
  await noteDisclosed(conversation, listed);
  return { listed };
}

/** It is made while it is sent. `db`: the transaction of the page is over by then. */
function workbook(conversation: Conversation, all: readonly Mark[], db: Db): Outcome {
  const { reader, ctx } = conversation;
  const name = fileName("problems", dateOf(reader.now, reader.park.org.park.timeZone));
  const later = { ...conversation, ctx: { ...ctx, db } };
  const sheetOf = (sheet: SheetName, marks: readonly Mark[]) =>
    issueSheet(sheet, { count: marks.length, pages: () => wholeInTurn(later, marks) }, reader);
  const sheets = [sheetOf("problems", all), ...(reader.seesInternal ? [sheetOf("duties", all.filter(isOpen))] : [])];
  return {
    file: async (response) => {
      response.attachment(name);
      await pipeline(await workbookOf(sheets), response).catch((error: unknown) => {
        // Who closes the page takes no more of it, which is nobody's mistake.
        if (!(error instanceof Error && "code" in error && error.code === "ERR_STREAM_PREMATURE_CLOSE")) throw error;
      });
    },
  };
}

/** What is open of the same list as a list of duties in Word, for those who see the handling. */
async function duties({ request, conversation }: Asking): Promise<Outcome> {
  const { reader } = conversation;
  if (!reader.seesInternal) return { problem: "not-found", status: 404 };
  const issues = await listedIn(conversation, request, isOpen);
  if ("problem" in issues) return issues;
  const open = issues.listed;
  if (open.length > MOST_DUTIES) return { problem: "too-many-duties", status: 400 };
  const whole: Issue[] = [];
  for await (const some of wholeInTurn(conversation, open)) whole.push(...some);
  const name = fileName("duties", dateOf(reader.now, reader.park.org.park.timeZone), "docx");
  return {
    file: async (response) => {
      const { wordOf } = await import("../papers/word.ts");
      response.attachment(name).send(await wordOf(dutyPaper(whole, reader)));
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
