import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { onHangingDatabase } from "../support/hanging.ts";

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

describe("a stop while PostgreSQL hangs", () => {
  it("ends within 20 s, with an exit code and a line that say so", async () => {
    const { way, outside, program } = await onHangingDatabase(closers);
    way.hang();
    const sent = outside.send({ id: "m1", person: "周长友", chat: "qiye", text: "诉求 三车间停电" });
    await sleep(500);
    const began = performance.now();
    program.signal("SIGTERM");
    expect(await program.exit()).toBe(1);
    expect(performance.now() - began).toBeLessThan(20_000);
    expect(program.output).toContain("The stop was not clean; nothing is lost");
    await sent;
  }, 60_000);
});
