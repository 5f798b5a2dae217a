import { readFile, stat } from "node:fs/promises";
import { type DryRun, type Tried, tryLines, type Unread, unknownUnits } from "../../features/routing/dry-run.ts";
import { type LineProblem, linesIn } from "../../features/routing/lines.ts";
import { cleanText } from "../../messages/escape.ts";
import type { Reader } from "../../messages/reader.ts";
import { progressOf } from "../progress.ts";
import { type ToldTerminal, withLedgerOrNone } from "../terminal.ts";
import { experiencedReader, sayWhatIsKnown } from "./experienced.ts";
import { asJson, sayComparison, sayRow } from "./route-said.ts";

/** `npm run route -- FILE.jsonl`: what would become of messages. */

const MEGABYTE = 1024 * 1024;
const MOST_MEGABYTES = 200;

interface Wanted {
  readonly path: string;
  readonly isJson: boolean;
}

export async function routeFile(told: ToldTerminal, { path, isJson }: Wanted): Promise<number> {
  const { complain, sentences } = told;
  const text = await textIn(told, path);
  if (text === null) return 1;
  const lines = linesIn(text);
  if (lines.length === 0) {
    complain(sentences.routeEmpty(cleanText(path)));
    return 1;
  }
  return withLedgerOrNone(told, async (db, config) => {
    const reader = await experiencedReader(told, db, config);
    if (reader === null) return 1;
    sayWhatIsKnown(told, reader);
    const progress = progressOf(told, sentences.routing(), lines.length);
    const run = tryLines(lines, reader.park);
    let step = run.next();
    for (; step.done !== true; step = run.next()) progress.add();
    progress.end();
    if (isJson) sayJson(told, step.value);
    else sayAll(told, step.value, reader);
    return 0;
  });
}

/** Null: it cannot be read, which is said. */
async function textIn({ complain, sentences }: ToldTerminal, path: string): Promise<string | null> {
  const name = cleanText(path);
  try {
    if ((await stat(path)).size > MOST_MEGABYTES * MEGABYTE) {
      complain(sentences.routeTooLarge(name, MOST_MEGABYTES));
      return null;
    }
    return new TextDecoder("utf-8", { fatal: true }).decode(await readFile(path));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    complain(error instanceof TypeError ? sentences.routeNoText(name) : sentences.routeUnread(name, code));
    return null;
  }
}

function problemText({ sentences }: ToldTerminal, problem: LineProblem): string {
  return problem.kind === "no-words"
    ? sentences.routeLineProblem[problem.kind](problem.field)
    : sentences.routeLineProblem[problem.kind]();
}

function sayAll(told: ToldTerminal, { each, comparison }: DryRun<Tried | Unread>, { park }: Reader): void {
  const { say, sentences } = told;
  const leftOut: string[] = [];
  for (const one of each) {
    const row = sentences.routeLine(one.line);
    if ("problem" in one) {
      leftOut.push(`${row} ${problemText(told, one.problem)}`);
      say(leftOut.at(-1) ?? "");
      continue;
    }
    const { message, proposal, decided } = one;
    const company = message.company === undefined ? "" : ` ${message.company}`;
    sayRow(told, { row: `${row}${company}`, proposal, decided, written: message.unit }, park.directory);
  }
  sayComparison(told, comparison, park.directory);
  const [first] = leftOut;
  if (first !== undefined) say(sentences.routeLeftOut(leftOut.length, first));
  const unknown = unknownUnits(each);
  const count = unknown.reduce((sum, [, of]) => sum + of, 0);
  if (count > 0)
    say(
      sentences.routeUnknown(
        unknown.slice(0, MOST_NAMED).map(([name]) => cleanText(name)),
        count,
      ),
    );
}

const MOST_NAMED = 10;

function sayJson(told: ToldTerminal, { each, comparison }: DryRun<Tried | Unread>): void {
  for (const one of each) {
    const { line } = one;
    const said =
      "problem" in one
        ? { line, problem: one.problem }
        : { line, company: one.message.company, written: one.message.unit, ...asJson(one) };
    told.say(JSON.stringify(said));
  }
  const leftOut = each.filter((one) => "problem" in one).length;
  told.say(
    JSON.stringify({ figures: { ...comparison, leftOut, unknownUnits: Object.fromEntries(unknownUnits(each)) } }),
  );
}
