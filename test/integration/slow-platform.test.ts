import { afterEach, describe, expect, it } from "vitest";
import { startApp } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import { say } from "../../src/messages/card.ts";
import { createLogger } from "../../src/shared/logger.ts";
import { insertNotices } from "../../src/store/notices.ts";
import { freshDatabase } from "../support/databases.ts";
import { Outside, smallPark } from "../support/outside.ts";
import { newNotice, openStore } from "../support/store.ts";

describe("a platform that does not answer", () => {
  const closers: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close();
  });

  it("holds up no start: what waits for it is on its way while the program works", async () => {
    const files = await freshDatabase("postgresql");
    closers.push(() => files.drop());
    const outside = await Outside.open(files.dataDir, smallPark(), () => "http://127.0.0.1:9");
    const store = await openStore(files);
    const body = { kind: "reply", card: say("您好") } as const;
    const target = { kind: "chat", code: "qiye" } as const;
    await insertNotices(store.db, [newNotice("chat:wecom:wrkQiye", { target, body, readyAt: new Date(0) })]);
    await store.close();
    outside.sandbox.wecom.failNext("hang");
    const env = { ...outside.env, PORT: "0", DATA_DIR: files.dataDir, DATABASE_URL: files.databaseUrl ?? "" };
    const read = readConfig(env);
    if ("errors" in read) throw new Error(read.errors.join("\n"));
    const began = performance.now();
    const app = await startApp(read.config, env, createLogger("silent"));
    // What hangs ends with its connection.
    closers.push(() => Promise.all([app.close(), outside.close()]));
    expect(performance.now() - began).toBeLessThan(6_000);
    await expect.poll(() => outside.sandbox.wecom.requests.length, { timeout: 5_000 }).toBe(1);
  });
});
