import { isCoordinator } from "../domain/issue/issue.ts";
import { monthOf, monthSpan, startOfMonth } from "../domain/park/instants.ts";
import { Comparing } from "../domain/routing/compare.ts";
import { type Raised, raisedIn, tryIssues, tryLines } from "../features/routing/dry-run.ts";
import { type Line, linesIn } from "../features/routing/lines.ts";
import { besides } from "../issues/learn.ts";
import { WRONG_MESSAGES } from "../messages/zh-cn/routing-page.ts";
import { keptLessons } from "../store/decisions.ts";
import { routingMonths } from "../store/routing-figures.ts";
import type { BoardDeps } from "./deps.ts";
import { readOneFile } from "./one-file.ts";
import { type Asking, fieldsIn, type Outcome, type Route } from "./page.ts";
import { RoutingPage, type RoutingPageProps } from "./routing-page.tsx";
import { MessagesRun, MonthRun } from "./routing-run.tsx";
import { pageText } from "./shell.tsx";

/** What routing would do with messages, or with a month's issues, and how well it has done. For the office. */
export const ROUTING_ROUTES: readonly Route[] = [
  { method: "get", path: "/routing", handle: forTheOffice(shown) },
  { method: "post", path: "/routing", handle: forTheOffice(sent), reads: readMessages },
];

const MOST_BYTES = 1024 * 1024;
const MOST_LINES = 2000;
/** Of a month so many issues are tried. */
const MOST_ISSUES = 2000;
const MONTHS = 12;

function forTheOffice(handle: Route["handle"]): Route["handle"] {
  return async (asking) =>
    isCoordinator(asking.frame("routing").person) ? handle(asking) : { problem: "not-found", status: 404 };
}

function readMessages(deps: BoardDeps) {
  const { tooLarge, badForm } = WRONG_MESSAGES;
  return readOneFile(deps, { may: isCoordinator, bytes: MOST_BYTES, fieldBytes: MOST_BYTES, tooLarge, badForm });
}

type Facts = Omit<RoutingPageProps, "alerts" | "messages" | "children">;

/** What the page has beside what was tried. */
async function factsOf({ conversation, frame, request }: Asking): Promise<Facts> {
  const { ctx, reader } = conversation;
  const zone = reader.park.org.park.timeZone;
  const starts = Array.from({ length: MONTHS }, (_, back) => startOfMonth(ctx.now, zone, MONTHS - 1 - back));
  const figures = await routingMonths(ctx.db, starts, ctx.now);
  const names = starts.map((start) => monthOf(start, zone));
  const months = figures.map((of, index) => ({ ...of, month: names[index] ?? "" })).toReversed();
  const asked = request.query["month"];
  const known = months.slice(0, 1 + months.findLastIndex(({ raised }) => raised > 0));
  const latest = known.find(({ raised }) => raised > 0)?.month;
  const chosen = names.find((one) => one === asked) ?? latest ?? names.at(-1) ?? "";
  // Before the first issue there was nothing.
  return { frame: frame("routing"), reader, months: known, chosen, lessons: await keptLessons(ctx.db) };
}

async function shown(asking: Asking): Promise<Outcome> {
  const facts = await factsOf(asking);
  const { month } = asking.request.query;
  if (month === undefined) return { page: <RoutingPage {...facts} /> };
  const { ctx, reader } = asking.conversation;
  const span = month === facts.chosen ? monthSpan(facts.chosen, reader.park.org.park.timeZone) : null;
  if (span === null) return { problem: "no-month", status: 400 };
  const raised: Raised[] = [];
  for await (const page of raisedIn(ctx.db, span, MOST_ISSUES + 1))
    raised.push(...page.filter(({ issue }) => reader.may(issue, [])));
  return afterwards(async () => {
    const comparing = new Comparing();
    const each = await besides(tryIssues(raised.slice(0, MOST_ISSUES), reader.park, comparing));
    const { comparison } = comparing;
    return (
      <RoutingPage {...facts}>
        <MonthRun {...{ reader, each, comparison }} isCut={raised.length > MOST_ISSUES} />
      </RoutingPage>
    );
  });
}

/** It takes seconds: nothing of the database is held meanwhile, and others have their turn. */
function afterwards(make: () => Promise<ReturnType<typeof RoutingPage>>): Outcome {
  return {
    file: async (response) => {
      response.type("html").send(pageText(await make()));
    },
  };
}

async function sent(asking: Asking): Promise<Outcome> {
  const facts = await factsOf(asking);
  const messages = fieldsIn(asking.request.body)["messages"] ?? "";
  const read = linesSent(messages, asking.request.file?.buffer);
  if ("refused" in read)
    return { page: <RoutingPage {...facts} alerts={[read.refused]} messages={messages} />, status: 400 };
  const { reader } = asking.conversation;
  return afterwards(async () => {
    const run = await besides(tryLines(read.lines, reader.park));
    return (
      <RoutingPage {...facts} messages={messages}>
        <MessagesRun reader={reader} run={run} />
      </RoutingPage>
    );
  });
}

/** What was written into the form, or the file that came with it. */
function linesSent(
  messages: string,
  file: Buffer | undefined,
): { readonly refused: string } | { readonly lines: readonly Line[] } {
  const isFile = file !== undefined && file.length > 0;
  if (isFile && messages !== "") return { refused: WRONG_MESSAGES.both };
  const text = isFile ? plainText(file) : messages;
  if (text === null) return { refused: WRONG_MESSAGES.notText };
  const lines = linesIn(text);
  if (lines.length === 0) return { refused: WRONG_MESSAGES.none };
  return lines.length > MOST_LINES ? { refused: WRONG_MESSAGES.tooMany(lines.length) } : { lines };
}

/** Null: it is none. */
function plainText(bytes: Buffer): string | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0") ? null : text;
  } catch {
    return null;
  }
}
