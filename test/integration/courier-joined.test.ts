import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { NoticeBody } from "../../src/domain/notice/notice.ts";
import type { Delivery, Platform } from "../../src/platforms/platform.ts";
import { insertNotices, type QueuedNotice } from "../../src/store/notices.ts";
import { notices } from "../../src/store/schema.ts";
import { budgets } from "../../src/store/schema-roads.ts";
import { CourierWorld, fakePlatform } from "../support/courier.ts";
import { KINDS } from "../support/databases.ts";
import { on } from "../support/domain.ts";
import { newNotice } from "../support/store.ts";
import { useStore } from "../support/use-store.ts";

const NOW = on("11-18 10:00");
const LANE = "dingtalk:cidSampleGongdian==";

describe.each(KINDS)("what waits in one chat when the month runs short, on %s", (kind) => {
  const database = useStore(kind);
  let world: CourierWorld;
  /** The sentences of each message that went out. */
  let sent: string[][];
  let answer: (sentences: readonly string[]) => Delivery;
  let scarce: boolean;

  afterEach(() => world.courier.stop());
  beforeEach(async () => {
    for (const table of [notices, budgets]) await database.db.delete(table);
    sent = [];
    scarce = true;
    answer = () => ({ state: "sent" });
    world = new CourierWorld(database.db, NOW, { platforms: [dingtalk()], isScarce: async () => scarce });
  });

  /** Its messages are their cards as JSON; one of more than three is too long for one part. */
  function dingtalk(): Platform {
    const platform = fakePlatform("dingtalk", async (_address, { text }) => {
      const sentences = read(text);
      const result = answer(sentences);
      if (result.state === "sent") sent.push(sentences);
      return result;
    });
    return {
      ...platform,
      budget: () => ({ key: "dingtalk", perMinute: 1000, quota: "dingtalk:api" }),
      render: (_address, card) => {
        const parts = card.blocks.filter((one) => one.kind !== "divider").length > 3 ? 2 : 1;
        return Array.from({ length: parts }, () => ({ title: "", text: JSON.stringify(card), mentions: [] }));
      },
    };
  }

  function read(text: string): string[] {
    const { blocks } = JSON.parse(text) as { blocks: { kind: string; text?: string }[] };
    return blocks.map((one) => (one.kind === "divider" ? "—" : (one.text ?? one.kind)));
  }

  /** An alarm of a year, which its card names. */
  const year = (number: number): NoticeBody =>
    ({ kind: "alarm", alarm: { kind: "calendar-year", year: number } }) as NoticeBody;
  const yearsIn = (sentences: readonly string[]) => sentences.map((one) => /^\d{4}/.exec(one)?.[0] ?? one);

  async function queued(...rows: Partial<QueuedNotice>[]): Promise<void> {
    const target = { kind: "chat", code: "gongdian" } as const;
    const audience = { kind: "department", department: "power" } as const;
    const common = { platform: "dingtalk", target, audience, createdAt: NOW, readyAt: NOW } as const;
    await insertNotices(
      database.db,
      rows.map((row) => newNotice(LANE, { ...common, ...row })),
    );
  }

  async function states(): Promise<[string, number][]> {
    const rows = await database.db.select().from(notices).orderBy(notices.id);
    expect(rows.every((one) => one.leaseOwner === null)).toBe(true);
    return rows.map((one) => [one.state, one.attempts]);
  }

  it("goes as one message, in its order, and each is settled by it", async () => {
    await queued({ body: year(2031) }, { body: year(2032) }, { body: year(2033) });
    await world.courier.drain();
    expect(sent.map(yearsIn)).toEqual([["2031", "—", "2032", "—", "2033"]]);
    expect(await states()).toEqual([
      ["sent", 0],
      ["sent", 0],
      ["sent", 0],
    ]);
  });

  it("goes one by one while there is enough", async () => {
    scarce = false;
    await queued({ body: year(2031) }, { body: year(2032) });
    await world.courier.drain();
    expect(sent.map(yearsIn)).toEqual([["2031"], ["2032"]]);
  });

  it("is one message as far as that is one part, and never with what is urgent, answers, or waits for its time", async () => {
    const later = new Date(NOW.getTime() + 60_000);
    await queued(
      { body: year(2030) },
      { body: { kind: "reply", card: { blocks: [{ kind: "text", text: "2036" }] } } },
      ...[2031, 2032, 2033, 2034].map((number) => ({ body: year(number) })),
      { body: year(2035), express: true },
      { body: year(2037), readyAt: later },
      { body: year(2038) },
    );
    await world.courier.drain();
    expect(sent.map(yearsIn)).toEqual([["2035"], ["2030"], ["2036"], ["2031", "—", "2032", "—", "2033"], ["2034"]]);
    await world.pass(2);
    expect(sent.slice(5).map(yearsIn)).toEqual([["2037", "—", "2038"]]);
  });

  it("is tried apart when it failed together, so that none is lost or given up for another's sake", async () => {
    answer = (sentences) =>
      sentences.some((one) => one.startsWith("2032"))
        ? { state: "gave-up", reason: "contain.unsafe.url" }
        : { state: "sent" };
    await queued({ body: year(2031) }, { body: year(2032) }, { body: year(2033) });
    await world.courier.drain();
    expect(sent).toEqual([]);
    expect(await states()).toEqual([
      ["waiting", 1],
      ["waiting", 0],
      ["waiting", 0],
    ]);
    await world.pass(60);
    expect(sent.map(yearsIn).slice(0, 1)).toEqual([["2031"]]);
    const own = (await states()).slice(0, 3);
    expect(own.map(([state]) => state)).toEqual(["sent", "dead", "sent"]);
  });

  it("that nobody answered goes again, whole", async () => {
    let asked = 0;
    answer = () => (asked++ === 0 ? { state: "unknown", reason: "no answer" } : { state: "sent" });
    await queued({ body: year(2031) }, { body: year(2032) }, { body: year(2033) });
    await world.pass(60);
    expect(sent.map(yearsIn)).toEqual([["2031"], ["2032", "—", "2033"]]);
  });
});
