import { describe, expect, it } from "vitest";
import { onOneConnection } from "../../src/store/connection.ts";
import { appendEvent, movesOf } from "../../src/store/events.ts";
import { insertIssue, readIssue, updateIssue } from "../../src/store/issues.ts";
import { writeTogether } from "../../src/store/writes.ts";
import { KINDS } from "../support/databases.ts";
import { newEvent, newIssue } from "../support/store.ts";
import { useStore } from "../support/use-store.ts";

describe.each(KINDS)("what is written together, on %s", (kind) => {
  const database = useStore(kind);

  it("is there when it is done, in the order in which it was written", async () => {
    const { db } = database;
    const issue = await writeTogether(db, async (tx, writes) => {
      const filed = await insertIssue(tx, newIssue());
      for (let version = 1; version <= 3; version++) writes.add(appendEvent(tx, newEvent(filed.id, version)));
      writes.add(updateIssue(tx, filed, { handler: "王建国" }));
      return filed;
    });
    expect(await readIssue(db, issue.id)).toEqual({ ...issue, handler: "王建国", version: 2 });
    const events = await movesOf(db, issue.id);
    expect(events.map(({ version }) => version)).toEqual([1, 2, 3]);
    expect(events[2]?.previous).toBe(events[1]?.hash);
  });

  it("is read by what follows in the same transaction", async () => {
    const seen = await writeTogether(database.db, async (tx, writes) => {
      const filed = await insertIssue(tx, newIssue());
      writes.add(updateIssue(tx, filed, { handler: "刘洋" }));
      return readIssue(tx, filed.id);
    });
    expect(seen?.handler).toBe("刘洋");
  });

  it("is kept whole or not at all, and says what it failed at", async () => {
    const { db } = database;
    const { id } = await insertIssue(db, newIssue());
    await appendEvent(db, newEvent(id, 1));
    const outrun = writeTogether(db, async (tx, writes) => {
      const filed = await readIssue(tx, id);
      if (filed === null) throw new Error("nothing was filed");
      writes.add(updateIssue(tx, filed, { handler: "王建国" }));
      // Somebody was faster: this event is there already.
      writes.add(appendEvent(tx, newEvent(id, 1)));
      writes.add(updateIssue(tx, filed, { level: 3 }));
    });
    await expect(outrun).rejects.toMatchObject({ cause: { constraint: "events_issue_version" } });
    expect(await readIssue(db, id)).toMatchObject({ handler: null, level: 0, version: 1 });
  });

  it("says what it failed at also when something is read behind that", async () => {
    const { db } = database;
    const { id } = await insertIssue(db, newIssue());
    await appendEvent(db, newEvent(id, 1));
    const failing = writeTogether(db, async (tx, writes) => {
      writes.add(appendEvent(tx, newEvent(id, 1)));
      await readIssue(tx, id);
    });
    await expect(failing).rejects.toMatchObject({ cause: { constraint: "events_issue_version" } });
  });

  it("keeps nothing of work that throws, and the connection can be used again", async () => {
    const { db } = database;
    let id = 0;
    for (let round = 0; round < 12; round++) {
      const failing = onOneConnection(db, (own) =>
        writeTogether(own, async (tx, writes) => {
          const filed = await insertIssue(tx, newIssue());
          id = filed.id;
          writes.add(appendEvent(tx, newEvent(id, 1)));
          throw new Error("the work failed");
        }),
      );
      await expect(failing).rejects.toThrow("the work failed");
    }
    expect(await readIssue(db, id)).toBeNull();
    expect(await movesOf(db, id)).toEqual([]);
  });

  it("sees what was asked before on the same connection", async () => {
    const { db } = database;
    const seen = await onOneConnection(db, async (own) => {
      const filed = insertIssue(own, newIssue({ handler: "李敏" }));
      return writeTogether(own, async (tx) => readIssue(tx, (await filed).id));
    });
    expect(seen?.handler).toBe("李敏");
  });
});
