import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { fileWorks } from "../../src/features/files/feature.ts";
import { Fetcher } from "../../src/features/files/fetcher.ts";
import { FolderShelf, type Shelf } from "../../src/features/files/shelf.ts";
import type { Fetched, Platform } from "../../src/platforms/platform.ts";
import { createLogger } from "../../src/shared/logger.ts";
import { appendEvent } from "../../src/store/events.ts";
import { claimFiles, insertFiles } from "../../src/store/files.ts";
import { insertIssue } from "../../src/store/issues.ts";
import { issues } from "../../src/store/schema.ts";
import { files } from "../../src/store/schema-files.ts";
import { KINDS } from "../support/databases.ts";
import { PARK } from "../support/domain.ts";
import { newEvent, newIssue } from "../support/store.ts";
import { useStore } from "../support/use-store.ts";

/** Due rows for what is fetched: who dies over one loses nothing, and what is not needed any more goes with its bytes. */
const NOW = new Date("2026-11-16T01:00:00Z");
const DAY_MS = 86_400_000;
const PDF = Buffer.from("%PDF-1.7\n%%EOF");

const ending: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0)) await end();
});

describe.each(KINDS)("files on their way, on %s", (kind) => {
  const database = useStore(kind);
  let time = NOW;
  const clock = { now: () => time };
  const later = (ms: number) => {
    time = new Date(time.getTime() + ms);
  };

  async function bench() {
    time = NOW;
    const folder = await mkdtemp(join(tmpdir(), "chaxu-fetched-"));
    ending.push(() => rm(folder, { recursive: true }));
    const shelf = new FolderShelf(folder);
    const { db } = database;
    const fetcher = (fetchMedia: () => Promise<Fetched>) => {
      const platform = { name: "wecom", fetchMedia } as unknown as Platform;
      const ctx = (tx: typeof db) => ({ db: tx, now: clock.now(), park: PARK });
      return new Fetcher({
        db,
        clock,
        logger: createLogger("silent"),
        platforms: [platform],
        shelf,
        ctx,
        onDone: () => {},
      });
    };
    const add = (...ids: string[]) =>
      insertFiles(
        db,
        ids.map((id) => ({
          id,
          platform: "wecom",
          messageId: "m1",
          userId: "zhouchangyou",
          userName: "周长友",
          place: { kind: "person", platform: "wecom", userId: "zhouchangyou", name: "周长友" },
          kind: "file",
          name: "a.pdf",
          source: { by: "media-id", id },
          receivedAt: time,
          retryAt: time,
          until: new Date(time.getTime() + 5 * 60_000),
        })),
      );
    const row = async (id: string) => (await db.select().from(files).where(eq(files.id, id)))[0];
    /** What the clock does about old ones. */
    const clean = (from: Shelf = shelf) =>
      fileWorks({ fetcher: fetcher(whole), shelf: from })
        .find(({ name }) => name === "old-files")
        ?.run({
          db,
          now: clock.now(),
          park: PARK,
          logger: createLogger("silent"),
          apart: async (_, piece) => void (await piece()),
        });
    return { db, shelf, fetcher, add, row, clean };
  }
  const whole = async (): Promise<Fetched> => ({ state: "fetched", bytes: PDF });

  it("are taken up by another process when the one that had them dies, and are kept once", async () => {
    const { fetcher, add, row, shelf } = await bench();
    await add("a1");
    let asked = 0;
    const hanging = fetcher(() => {
      asked += 1;
      return new Promise(() => {});
    });
    hanging.hint();
    await expect.poll(() => asked).toBe(1);
    const other = fetcher(whole);
    await other.drain();
    expect(await row("a1")).toMatchObject({ state: "waiting", attempts: 1 });
    // As long as a slow one may take that is still at it.
    later(170_000);
    await other.drain();
    expect(await row("a1")).toMatchObject({ state: "waiting", attempts: 1 });
    later(11_000);
    await other.drain();
    const kept = await row("a1");
    expect(kept).toMatchObject({ state: "kept", source: null, attempts: 2 });
    expect(await shelf.get(kept?.digest ?? "")).toEqual(PDF);
  });

  it("whose shelf fails are tried again, and lost when their address is over", async () => {
    const { fetcher, add, row, db } = await bench();
    await add("b1");
    const failing = fetcher(async () => {
      throw new Error("the disk is full");
    });
    for (let time = 0; time < 12; time++) {
      await failing.drain();
      later(60_000);
    }
    expect(await row("b1")).toMatchObject({ state: "lost", lost: "gone", source: null });
    expect((await row("b1"))?.toldAt).not.toBeNull();
    await db.delete(files);
  });

  const cameWith = (issueId: number) => ({ issueId, version: 1, action: "submit" });

  it("are removed with their bytes when their issue has been over for the policy's time, and not while another needs them", async () => {
    const { fetcher, add, row, shelf, db, clean } = await bench();
    const over = await insertIssue(db, newIssue({ state: "closed", submittedAt: NOW, closedAt: NOW }));
    const open = await insertIssue(db, newIssue({ submittedAt: NOW }));
    for (const { id } of [over, open]) await appendEvent(db, newEvent(id, 1));
    await add("c1", "c2");
    await claimFiles(db, ["c1"], cameWith(over.id));
    await claimFiles(db, ["c2"], cameWith(open.id));
    await fetcher(whole).drain();
    expect((await row("c1"))?.sealedIn).toBe(2);
    const digest = (await row("c1"))?.digest ?? "";
    later(731 * DAY_MS);
    await add("c3");
    await fetcher(whole).drain();
    await clean();
    expect(await row("c1")).toMatchObject({ state: "removed", digest, sealedIn: 2 });
    expect(await row("c3")).toMatchObject({ state: "kept", issueId: null });
    expect(await shelf.get(digest)).toEqual(PDF);
    later(DAY_MS);
    await clean();
    expect(await row("c3")).toBeUndefined();
    await db.update(issues).set({ state: "closed", closedAt: NOW }).where(eq(issues.id, open.id));
    await clean();
    expect(await row("c2")).toMatchObject({ state: "removed" });
    expect(await shelf.get(digest)).toBeNull();
  });

  it("stay for the policy's time after their issue was rejected, however long it had been open", async () => {
    const { fetcher, add, row, db, clean } = await bench();
    const issue = await insertIssue(db, newIssue({ submittedAt: NOW }));
    await appendEvent(db, newEvent(issue.id, 1));
    await add("d1");
    await claimFiles(db, ["d1"], cameWith(issue.id));
    await fetcher(whole).drain();
    later(800 * DAY_MS);
    await appendEvent(db, newEvent(issue.id, 3, { action: "reject", toState: "rejected", at: clock.now() }));
    await db.update(issues).set({ state: "rejected", version: 3 }).where(eq(issues.id, issue.id));
    await clean();
    expect(await row("d1")).toMatchObject({ state: "kept" });
    later(731 * DAY_MS);
    await clean();
    expect(await row("d1")).toMatchObject({ state: "removed" });
  });

  it("have their bytes when the same ones come anew at the moment in which old ones are removed", async () => {
    const { fetcher, add, row, shelf, clean } = await bench();
    await add("e1");
    await fetcher(whole).drain();
    const digest = (await row("e1"))?.digest ?? "";
    later(2 * DAY_MS);
    await add("e2");
    let coming: Promise<void> | undefined;
    const slow: Shelf = {
      name: "slow",
      put: (key, bytes) => shelf.put(key, bytes),
      get: (key) => shelf.get(key),
      remove: async (key) => {
        coming ??= fetcher(whole).drain();
        await Promise.race([coming, new Promise((resolve) => setTimeout(resolve, 200))]);
        await shelf.remove(key);
      },
    };
    await clean(slow);
    await coming;
    expect(await row("e1")).toBeUndefined();
    expect(await row("e2")).toMatchObject({ state: "kept", digest });
    expect(await shelf.get(digest)).toEqual(PDF);
  });
});
