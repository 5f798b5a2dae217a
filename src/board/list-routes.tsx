import { pipeline } from "node:stream/promises";
import { noteDisclosed } from "../chat/disclosed.ts";
import { isOpen, isStaff } from "../domain/issue/issue.ts";
import { dateOf } from "../domain/park/instants.ts";
import { issueSheet } from "../features/ledger/issue-sheet.ts";
import { workbookOf } from "../features/ledger/workbook.ts";
import { NAMES } from "../messages/zh-cn/board.ts";
import { fileName, type SheetName } from "../messages/zh-cn/ledger.ts";
import { CardView } from "./card.tsx";
import { listAll, listFor, type Mark, wholeInTurn } from "./list.ts";
import { readAsked } from "./list-asked.ts";
import { ListPage } from "./list-page.tsx";
import type { Asking, Outcome, Route } from "./page.ts";
import { Page } from "./shell.tsx";
import { runCommand } from "./speaking.ts";

/** The list, the same as a file, and what waits for who reads. */
export const LIST_ROUTES: readonly Route[] = [
  { method: "get", path: "/issues", handle: list },
  { method: "get", path: "/issues.xlsx", handle: exported },
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

/** Of more than these the command line makes a file. */
const MOST_ROWS = 200_000;

/** The same list, whole, as a workbook: row for row what the page lists. It is made while it is sent. */
async function exported({ deps, request, conversation }: Asking): Promise<Outcome> {
  const asked = readAsked(request.query);
  if (asked === null) return { problem: "bad-filter", status: 400 };
  const all = await listAll(conversation, asked, MOST_ROWS);
  if (all === null) return { problem: "too-many", status: 400 };
  await noteDisclosed(conversation, all);
  const { reader, ctx } = conversation;
  const name = fileName("problems", dateOf(reader.now, reader.park.org.park.timeZone));
  // The transaction of the page is over by then.
  const later = { ...conversation, ctx: { ...ctx, db: deps.db } };
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
