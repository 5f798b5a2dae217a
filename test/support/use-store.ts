import { afterAll, beforeAll } from "vitest";
import type { Database, Db } from "../../src/store/client.ts";
import { freshDatabase, type TestDatabase } from "./databases.ts";
import { openStore } from "./store.ts";

/** A migrated database of this kind for all tests of a `describe`, and away behind them. */
export function useStore(kind: TestDatabase["kind"]): { readonly db: Db } {
  let files: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    files = await freshDatabase(kind);
    database = await openStore(files);
  });
  afterAll(async () => {
    await database.close();
    await files.drop();
  });
  return {
    get db() {
      return database.db;
    },
  };
}
