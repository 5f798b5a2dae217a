import { eventsAfter } from "../../src/store/events.ts";
import type { TestDatabase } from "./databases.ts";
import { openStore } from "./store.ts";

/** The issues that came of each message, by its id. */
export async function filedBy(
  place: Pick<TestDatabase, "databaseUrl" | "dataDir">,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const database = await openStore(place);
  try {
    const filed = new Map<string, number[]>();
    for (const event of await eventsAfter(database.db, 0, 10_000)) {
      const id = event.messageId ?? "";
      filed.set(id, [...(filed.get(id) ?? []), event.issueId]);
    }
    return filed;
  } finally {
    await database.close();
  }
}
