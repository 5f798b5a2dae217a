import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toStored } from "../../../src/chat/to-stored.ts";
import type { InboundMessage } from "../../../src/platforms/inbound.ts";

const LATER = new Date("2026-11-16T02:00:00Z");
const SAID: InboundMessage = {
  platform: "dingtalk",
  messageId: "m1",
  chat: { kind: "group", id: "cid1" },
  sender: { id: "0254571", name: "王建国" },
  text: "诉求 三车间停电",
  pictures: 0,
};
const stored = (changes: Partial<InboundMessage>) => toStored({ ...SAID, ...changes });

/** Every id that a message cannot do without. */
const IDS: readonly [string, (id: string) => Partial<InboundMessage>][] = [
  ["the message's id", (id) => ({ messageId: id })],
  ["the nonce", (id) => ({ nonce: id })],
  ["the group's id", (id) => ({ chat: { kind: "group", id } })],
  ["the sender's id", (id) => ({ sender: { id } })],
];
const UNKEEPABLE = [
  ["longer than 128 bytes", "i".repeat(129)],
  ["longer than 128 bytes in Chinese", "号".repeat(43)],
  ["with a NUL", "a\0b"],
  ["with half a character", "a\ud83db"],
] as const;

describe("what is kept of a message", () => {
  it.each(IDS)("is nothing when %s cannot be kept as it came", (_name, withId) => {
    for (const [why, id] of UNKEEPABLE) expect([why, stored(withId(id))]).toEqual([why, null]);
    expect(stored(withId("号".repeat(42)))).not.toBeNull();
  });

  it("is all but the reply's address or the quoted message's key when those cannot be kept", () => {
    for (const [why, value] of UNKEEPABLE) {
      const quoting = stored({ quote: { key: value, text: "#12" } });
      expect([why, quoting]).toMatchObject([why, { quotes: true, quoteKey: null, quoteText: "#12" }]);
    }
    for (const url of [`https://oapi.dingtalk.com/robot/${"s".repeat(2048)}`, "https://oapi.dingtalk.com/robot?s=\0"]) {
      expect(stored({ replyTo: { url, expiresAt: LATER } })).toMatchObject({ replyUrl: null, replyUntil: null });
    }
    const url = "https://oapi.dingtalk.com/robot/sendBySession?session=f1";
    expect(stored({ replyTo: { url, expiresAt: LATER } })).toMatchObject({ replyUrl: url });
  });

  it("has a name of one line and 64 characters, none of them halved, or none", () => {
    const name = (given: string) => stored({ sender: { id: "1", name: given } })?.senderName;
    expect(name("👍".repeat(8_000))).toBe("👍".repeat(64));
    expect(name(" 王\n建　国\u202e ")).toBe("王 建 国");
    expect(name("\u200b\n")).toBeNull();
  });

  it("has a text of 20,000 characters, and how many were written when there were more", () => {
    expect(stored({ text: "停".repeat(20_000) })).toMatchObject({ text: "停".repeat(20_000) });
    expect(stored({ text: "停".repeat(20_000) })).not.toHaveProperty("written");
    expect(stored({ text: "👍".repeat(20_001) })).toMatchObject({ text: "👍".repeat(20_000), written: 20_001 });
  });

  it("is bounded in every field, and can be kept, whatever came", () => {
    const any = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.string({ unit: "grapheme", maxLength: 300 }),
    );
    const long = fc.tuple(any, fc.integer({ min: 1, max: 150 })).map(([unit, times]) => unit.repeat(times));
    const text = fc.oneof(any, long);
    const message = fc.record({
      messageId: text,
      nonce: text,
      sender: fc.record({ id: text, name: text }),
      chat: fc.record({ kind: fc.constant("group" as const), id: text }),
      text,
      pictures: fc.nat(),
      quote: fc.record({ text, key: text }),
      replyTo: fc.record({ url: text, expiresAt: fc.constant(LATER) }),
    });
    fc.assert(
      fc.property(message, (changes) => {
        const kept = stored(changes);
        if (kept === null) return;
        const bytes = (value: string | null) => Buffer.byteLength(value ?? "");
        const ids = [kept.messageId, kept.groupId, kept.senderId, kept.quoteKey].map(bytes);
        expect(Math.max(...ids)).toBeLessThanOrEqual(128);
        expect([...(kept.senderName ?? "")].length).toBeLessThanOrEqual(64);
        expect([...kept.text].length).toBeLessThanOrEqual(20_000);
        expect([...(kept.quoteText ?? "")].length).toBeLessThanOrEqual(10_000);
        expect(bytes(kept.replyUrl)).toBeLessThanOrEqual(2_048);
        expect(kept.pictures).toBeLessThanOrEqual(100);
        // What a database refuses.
        for (const value of Object.values(kept)) expect(String(value)).not.toMatch(/[\0\p{Cs}]/u);
      }),
      { numRuns: 80 },
    );
  });
});
