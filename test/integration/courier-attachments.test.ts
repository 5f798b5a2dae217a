import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type AttachmentMaker, CannotMake } from "../../src/outbox/compose.ts";
import { Courier } from "../../src/outbox/courier.ts";
import type { Part } from "../../src/platforms/platform.ts";
import { createLogger } from "../../src/shared/logger.ts";
import type { Database } from "../../src/store/client.ts";
import { insertNotices } from "../../src/store/notices.ts";
import { KINDS } from "../support/commands.ts";
import { fakePlatform, NO_FILES, NO_REACTIONS } from "../support/courier.ts";
import { freshDatabase, type TestDatabase } from "../support/databases.ts";
import { on, PARK } from "../support/domain.ts";
import { newNotice, openStore } from "../support/store.ts";

const NOW = on("11-18 10:00");
const TREND = { kind: "trend", to: NOW.toISOString() } as const;
const PICTURE = {
  kind: "picture",
  name: "a.png",
  mime: "image/png",
  bytes: Buffer.from("x"),
  caption: "趋势",
} as const;

let files: TestDatabase;
let database: Database;
beforeEach(async () => {
  files = await freshDatabase("postgresql");
  database = await openStore(files);
});
afterEach(async () => {
  await database.close();
  await files.drop();
});

/** Sends a picture and then a reply to the supervision group; what went, and what was given up for which reason. */
async function carry(way: Partial<AttachmentMaker>, carries: boolean) {
  const sent: Part[] = [];
  const dead: string[] = [];
  const platform = fakePlatform("wecom", async (_address, part) => {
    sent.push(part);
    return { state: "sent" };
  });
  const target = { kind: "chat", code: "duban" } as const;
  await insertNotices(database.db, [
    newNotice("duban", { target, body: { kind: "attachment", what: TREND }, createdAt: NOW, readyAt: NOW }),
    newNotice("duban", { target, body: { kind: "reply", card: { blocks: [] } }, createdAt: NOW, readyAt: NOW }),
  ]);
  const courier = new Courier({
    db: database.db,
    clock: { now: () => NOW },
    park: () => PARK,
    platforms: [{ ...platform, carries: () => carries }],
    files: { ...NO_FILES, ...way },
    logger: createLogger("silent"),
    kinds: KINDS,
    owner: "me",
    usage: { isScarce: async () => false, close: async () => {} },
    onDelivery: () => {},
    sendsOn: () => true,
    reactions: { ...NO_REACTIONS, dead: async (_db, _notice, reason) => void dead.push(reason) },
  });
  await courier.drain();
  await courier.stop();
  return { sent, dead };
}

describe("a picture on its way", () => {
  it("goes as it is where the road carries it, before what stands behind it", async () => {
    const { sent, dead } = await carry({ make: async () => PICTURE }, true);
    expect(sent.map((part) => part.attachment ?? part.text)).toEqual([PICTURE, '{"blocks":[]}']);
    expect(dead).toEqual([]);
  });

  it("goes as a link where it does not, and is not made for that", async () => {
    const { sent } = await carry({}, false);
    expect(sent[0]?.text).toContain("https://chaxu.example.gov.cn/files/t");
    expect(sent[0]?.attachment).toBeUndefined();
  });

  it("that this machine cannot make is given up at once, and what stands behind it goes", async () => {
    const make = () => Promise.reject(new CannotMake(new Error("no native binding")));
    const { sent, dead } = await carry({ make }, true);
    expect(dead).toEqual(["cannot-make"]);
    expect(sent.map((part) => part.text)).toEqual(['{"blocks":[]}']);
  });

  it("that could not be made because of something else waits for another try", async () => {
    const { sent, dead } = await carry({}, true);
    expect([sent, dead]).toEqual([[], []]);
  });
});
