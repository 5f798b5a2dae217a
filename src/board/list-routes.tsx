import { noteDisclosed } from "../chat/disclosed.ts";
import { isOpen, isStaff } from "../domain/issue/issue.ts";
import { dateOf } from "../domain/park/instants.ts";
import { dutyPaper } from "../features/ledger/duty-list.ts";
import { ledgerWorkbook, MOST_ROWS } from "../features/ledger/workbook.ts";
import { NAMES } from "../messages/zh-cn/board.ts";
import { fileName } from "../messages/zh-cn/ledger.ts";
import { CardView } from "./card.tsx";
import { listAll, listFor } from "./list.ts";
import { readAsked } from "./list-asked.ts";
import { ListPage } from "./list-page.tsx";
import type { Asking, Outcome, Route } from "./page.ts";
import { Page } from "./shell.tsx";
import { runCommand } from "./speaking.ts";

/** The list, the same as a file, and what waits for who reads. */
export const LIST_ROUTES: readonly Route[] = [
  { method: "get", path: "/issues", handle: list },
  { method: "get", path: "/issues.xlsx", handle: exported },
  { method: "get", path: "/issues.docx", handle: duties },
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
  const name = fileName("problems", dateOf(reader.now, reader.park.org.park.timeZone));
  return {
    file: async (response) => {
      response.attachment(name).send(Buffer.from(await ledgerWorkbook(sheets, reader)));
    },
  };
}

/** What is open of the same list as a list of duties in Word, for those who see the handling. */
async function duties({ request, conversation }: Asking): Promise<Outcome> {
  const { reader } = conversation;
  if (!reader.seesInternal) return { problem: "not-found", status: 404 };
  const asked = readAsked(request.query);
  if (asked === null) return { problem: "bad-filter", status: 400 };
  const issues = await listAll(conversation, asked, MOST_ROWS);
  if (issues === null) return { problem: "too-many", status: 400 };
  const open = issues.filter(isOpen);
  await noteDisclosed(conversation, open);
  const name = fileName("duties", dateOf(reader.now, reader.park.org.park.timeZone), "docx");
  return {
    file: async (response) => {
      const { wordOf } = await import("../papers/word.ts");
      response.attachment(name).send(await wordOf(dutyPaper(open, reader)));
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
