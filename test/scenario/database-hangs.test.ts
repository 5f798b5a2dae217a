import { afterEach, describe, expect, it } from "vitest";
import { filedBy } from "../support/filed.ts";
import { onHangingDatabase } from "../support/hanging.ts";
import type { Message } from "../support/outside.ts";

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

describe("a PostgreSQL that hangs", () => {
  it("is a refusal within seconds, after which the platform's repeats are taken, each once", async () => {
    const { files, way, outside, program } = await onHangingDatabase(closers);
    const messages = Array.from({ length: 12 }, (_, index): Message => {
      const chat = index % 2 === 0 ? "qiye" : "qiye2";
      return { id: `hanging-${index}`, person: "周长友", chat, text: `诉求 ${index}号车间停电` };
    });
    way.hang();
    const began = performance.now();
    const refused = Promise.all(messages.map((message) => outside.send(message)));
    const alive = await fetch(`${program.url}/healthz`, { signal: AbortSignal.timeout(1_000) });
    const ready = await fetch(`${program.url}/readyz`, { signal: AbortSignal.timeout(4_000) });
    expect([alive.status, ready.status]).toEqual([200, 503]);
    // On a busy machine the platform may be the one that waits no longer, which it tells as 0.
    const statuses = new Set((await refused).map(({ status }) => status));
    expect([statuses.has(503), statuses.has(200)]).toEqual([true, false]);
    expect(performance.now() - began).toBeLessThan(8_000);

    way.goOn();
    const answers = await Promise.all(messages.map((message) => outside.send(message)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    // What was taken in and not worked on is taken up after some seconds.
    await outside.moveClock(program, { advance: "1m" });
    const filed = await filedBy(files);
    expect(messages.map(({ id }) => filed.get(id)?.length)).toEqual(messages.map(() => 1));
  });
});
