import { monthOf, monthSpan, startOfMonth } from "../../domain/park/instants.ts";
import { Comparing } from "../../domain/routing/compare.ts";
import { raisedIn, type TriedIssue, tryIssues } from "../../features/routing/dry-run.ts";
import type { Reader } from "../../messages/reader.ts";
import type { Db } from "../../store/client.ts";
import { countRaised, type Span } from "../../store/decisions.ts";
import { progressOf } from "../progress.ts";
import { type ToldTerminal, withLedger } from "../terminal.ts";
import { experiencedReader, sayWhatIsKnown } from "./experienced.ts";
import { whole } from "./measure.ts";
import { asJson, sayComparison, sayRow } from "./route-said.ts";

/** `npm run route -- --month 2026-10`: what would become of a month's issues if they were raised now. */

interface Wanted {
  /** 2026-10, or last. */
  readonly month: string;
  readonly isJson: boolean;
}

export function routeMonth(told: ToldTerminal, { month, isJson }: Wanted): Promise<number> {
  return withLedger(told, async (db, config) => {
    const reader = await experiencedReader(told, db, config);
    if (reader === null) return 1;
    const span = spanOf(month, reader);
    if (span === null) {
      told.complain(told.sentences.routeNoMonth(month));
      return 2;
    }
    sayWhatIsKnown(told, reader);
    if (reader.park.experience.version > 0) told.complain(told.sentences.routeWasLearned());
    await compareMonth(told, { db, reader, span, isJson });
    return 0;
  });
}

/** Null: there is no such month, or it lies ahead. */
function spanOf(month: string, { now, park }: Reader): Span | null {
  const { timeZone } = park.org.park;
  const span = monthSpan(month === "last" ? monthOf(startOfMonth(now, timeZone, 1), timeZone) : month, timeZone);
  return span === null || span.from > now ? null : span;
}

interface Compared {
  readonly db: Db;
  readonly reader: Reader;
  readonly span: Span;
  readonly isJson: boolean;
}

async function compareMonth(told: ToldTerminal, { db, reader, span, isJson }: Compared): Promise<void> {
  const comparing = new Comparing();
  const progress = progressOf(told, told.sentences.routing(), await countRaised(db, span));
  const tell = isJson ? sayAsJson : sayAsText;
  for await (const page of raisedIn(db, span)) {
    const each = whole(tryIssues(page, reader.park, comparing));
    progress.end();
    for (const one of each) tell(told, one, reader);
    progress.add(each.length);
  }
  progress.end();
  const { comparison } = comparing;
  if (isJson) told.say(JSON.stringify({ figures: comparison }));
  else sayComparison(told, comparison, reader.park.directory);
}

function sayAsText(told: ToldTerminal, { issue, ...of }: TriedIssue, reader: Reader): void {
  sayRow(told, { row: `#${issue.id} ${reader.title(issue)}`, ...of }, reader.park.directory);
}

function sayAsJson({ say }: ToldTerminal, { issue, ...of }: TriedIssue): void {
  say(JSON.stringify({ issue: issue.id, ...asJson(of) }));
}
