import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { receive } from "../../src/chat/receive.ts";
import { type InboundDeps, workOff } from "../../src/chat/work-off.ts";
import type { Card } from "../../src/messages/card.ts";
import type { InboundMessage } from "../../src/platforms/inbound.ts";
import type { Logger } from "../../src/shared/logger.ts";
import type { Database } from "../../src/store/client.ts";
import { finishInbound, readInbound, takeForgotten } from "../../src/store/inbound.ts";
import { insertNotices } from "../../src/store/notices.ts";
import { notices } from "../../src/store/schema.ts";
import { freshDatabase, type TestDatabase } from "../support/databases.ts";
import { openStore } from "../support/store.ts";

const START = new Date("2026-11-16T01:00:00Z");

describe("what comes in", () => {
  let files: TestDatabase;
  let database: Database;
  let now = START;
  const errors: string[] = [];
  const silent = () => {};
  const logger: Logger = { debug: silent, info: silent, warn: silent, error: (_facts, said) => errors.push(said) };
  const failing = new Set<string>();

  const deps = (): InboundDeps => ({
    db: database.db,
    clock: { now: () => now },
    logger,
    reply: async (db, row) => {
      if (failing.has(row.messageId)) throw new Error("no answer can be kept");
      await finishInbound(db, row, now, null);
      return null;
    },
    apologise: async () => {
      throw new Error("no apology can be kept");
    },
    onDone: silent,
    running: new Set(),
  });
  const message = (messageId: string, changes: Partial<InboundMessage> = {}) => ({
    kind: "message" as const,
    message: {
      platform: "dingtalk" as const,
      messageId,
      chat: { kind: "direct" as const },
      sender: { id: "0254571" },
      text: "待办",
      pictures: 0,
      ...changes,
    },
  });
  const settled = async (given: InboundDeps) => {
    await Promise.all(given.running);
  };
  /** What is left over is taken up, as the worker does it, for so many rounds. */
  const takeUp = async (rounds: number, limit: number) => {
    for (let round = 0; round < rounds; round++) {
      now = new Date(now.getTime() + 61_000);
      const rows = await takeForgotten(database.db, now, new Date(now.getTime() + 10_000), limit);
      for (const row of rows) await workOff(deps(), row);
    }
  };

  beforeAll(async () => {
    files = await freshDatabase("embedded");
    database = await openStore(files);
  });
  afterAll(async () => {
    await database.close();
    await files.drop();
  });

  it("is refused with 400 when an id cannot be kept, and taken when only an address cannot", async () => {
    const given = deps();
    const long = "i".repeat(8_192);
    for (const one of [
      message(long),
      message("\0"),
      message("m1", { nonce: long }),
      message("m1", { chat: { kind: "group", id: long } }),
      message("m1", { sender: { id: long } }),
    ]) {
      expect(await receive(given, one)).toMatchObject({ status: 400 });
    }
    const passive = { streamId: "stream\0", encode: () => "" };
    expect(await receive(given, { kind: "refresh", streamId: passive.streamId, passive })).toMatchObject({
      status: 400,
    });
    expect(await readInbound(database.db, { platform: "dingtalk", messageId: "m1" })).toBeNull();

    const replyTo = { url: "https://oapi.dingtalk.com/robot?session=\0", expiresAt: START };
    expect(await receive(given, message("m2", { replyTo }))).toEqual({ status: 200, body: "" });
    await settled(given);
    expect((await readInbound(database.db, { platform: "dingtalk", messageId: "m2" }))?.doneAt).toEqual(now);
  });

  describe("and changes a card that was pressed", () => {
    const card: Card = { blocks: [{ kind: "text", text: "已签收 #12" }] };
    const HELD = new Date("2026-11-16T09:00:06Z");
    /** What was pressed is worked on for `took` milliseconds, and its words are held until `HELD`. */
    const pressed = async (messageId: string, { took = 0, withinMs = 10_000, tellsAll = true }) => {
      let held = 0;
      const reply: InboundDeps["reply"] = async (db, row) => {
        await new Promise((resolve) => setTimeout(resolve, took));
        const queued = { lane: messageId, platform: "dingtalk" as const, audience: { kind: "supervision" as const } };
        const target = { kind: "person" as const, platform: "dingtalk" as const, userId: "1", name: "a" };
        const body = { kind: "reply" as const, card };
        const rest = { issueId: null, mention: [], express: true, createdAt: now, readyAt: HELD };
        [held = 0] = await insertNotices(db, [{ ...queued, ...rest, target, body }]);
        const kept = { card, issueId: null, held };
        await finishInbound(db, row, now, kept);
        return kept;
      };
      const given = { ...deps(), reply };
      const press = message(messageId, { text: "", press: { key: "k", cardId: "c1" } });
      const update = { withinMs, nothing: "{}", encode: () => "changed", tellsAll: () => tellsAll };
      const { body } = { body: "", ...(await receive(given, { ...press, update })) };
      await settled(given);
      const [notice] = await database.db.select().from(notices).where(eq(notices.id, held));
      return { body, state: notice?.state, readyAt: notice?.readyAt };
    };

    it("in the answer, and says nothing beside what the card shows", async () => {
      expect(await pressed("press-1", {})).toMatchObject({ body: "changed", state: "sent" });
    });

    it("in the answer, and says at once what the card has no room for", async () => {
      expect(await pressed("press-2", { tellsAll: false })).toEqual({
        body: "changed",
        state: "waiting",
        readyAt: now,
      });
    });

    it("or says it a little later, when the platform does not wait so long", async () => {
      expect(await pressed("press-3", { took: 200, withinMs: 50 })).toEqual({
        body: "{}",
        state: "waiting",
        readyAt: HELD,
      });
    });
  });

  it("ends after some tries, with a line in the log, when neither an answer nor an apology can be kept", async () => {
    failing.add("poisoned");
    const given = deps();
    await receive(given, message("poisoned"));
    await settled(given);
    await takeUp(12, 100);
    const row = await readInbound(database.db, { platform: "dingtalk", messageId: "poisoned" });
    expect([row?.doneAt !== null, row?.reply, row?.message]).toEqual([true, null, null]);
    expect(errors.filter((one) => one.includes("given up"))).toHaveLength(1);
  });

  it("has its turn also when many that came before it fail again and again", async () => {
    const old = Array.from({ length: 6 }, (_, index) => `failing-${index}`);
    for (const id of [...old, "honest"]) {
      failing.add(id);
      const given = deps();
      await receive(given, message(id));
      await settled(given);
      now = new Date(now.getTime() + 10);
    }
    failing.delete("honest");
    // Three at a time: the oldest alone would fill each look.
    await takeUp(3, 3);
    expect((await readInbound(database.db, { platform: "dingtalk", messageId: "honest" }))?.doneAt).not.toBeNull();
  });

  it("is refused, and nothing ends the process, when the database takes neither it nor anything else", async () => {
    // A failure that nobody hears ends the process; here the run of the tests.
    await database.db.execute("alter table inbound rename to away");
    try {
      const given = deps();
      await expect(receive(given, message("unkept"))).rejects.toMatchObject({ cause: { code: "42P01" } });
      await settled(given);
    } finally {
      await database.db.execute("alter table away rename to inbound");
    }
    expect(await readInbound(database.db, { platform: "dingtalk", messageId: "unkept" })).toBeNull();
  });
});
