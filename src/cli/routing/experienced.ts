import type { Config } from "../../config.ts";
import { leastCasesOf } from "../../domain/routing/limits.ts";
import { followDecisions } from "../../issues/learn.ts";
import type { Reader } from "../../messages/reader.ts";
import type { Db } from "../../store/client.ts";
import { readerAtTerminal } from "../ledger/park.ts";
import type { ToldTerminal } from "../terminal.ts";

/**
 * The park as a running program has it, with what was decided and learned; as the coordinator sees it. Without a database: the org file
 * alone. Null: that has mistakes, which are said.
 */
export async function experiencedReader(told: ToldTerminal, db: Db | null, config: Config): Promise<Reader | null> {
  const reader = await readerAtTerminal(told, db, config);
  if (reader === null) return null;
  if (db !== null) await followDecisions(db, reader.park.experience);
  return reader;
}

/** With what it was done: to standard error, so that the figures stay alone. */
export function sayWhatIsKnown({ complain, sentences }: ToldTerminal, { park }: Reader): void {
  complain(sentences.routeKnows(park.experience.version, leastCasesOf(park.directory)));
}
