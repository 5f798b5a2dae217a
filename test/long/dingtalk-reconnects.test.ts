import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createDingtalk } from "../../src/platforms/dingtalk/index.ts";
import { createHttpClient } from "../../src/platforms/http-client.ts";
import { DingtalkServer } from "../../src/sandbox/dingtalk-server.ts";
import { World } from "../../src/sandbox/world.ts";
import { systemClock } from "../../src/shared/clock.ts";
import { createLogger } from "../../src/shared/logger.ts";

/** The long form of what test/contract/dingtalk-stream.test.ts shows with forty cuts. */

const CREDENTIALS = { clientId: "dingclient", clientSecret: "this is a secret", robotCode: "dingrobot" };
const clock = systemClock;
let server: DingtalkServer;
let base: string;

beforeEach(async () => {
  const stream = { farewellMs: 20, redeliverMs: 40 };
  const options = { ...CREDENTIALS, botName: "茶叙", callbackUrl: () => "", stream };
  server = new DingtalkServer({ world: new World(clock.now), clock, ...options });
  base = await server.listen();
});

afterEach(() => server.close());

it("a thousand connections of all ends leak neither socket nor timer, and every acknowledged message was kept", async () => {
  const kept = new Set<string>();
  const { connection } = createDingtalk({
    botName: "茶叙",
    app: CREDENTIALS,
    mode: "stream",
    apiBase: base,
    oapiBase: base,
    clock,
    http: createHttpClient({ logger: createLogger("silent"), clock }),
    times: { firstPauseMs: 1, longestPauseMs: 5, steadyMs: 0, drainMs: 50, pingMs: 10, silentMs: 300 },
  });
  const opened = connection?.open({
    receive: async ({ message }) => {
      kept.add(message.messageId);
      return { worked: Promise.resolve() };
    },
    changed: () => {},
  });
  const before = process.getActiveResourcesInfo().length;
  const ends = [() => server.stream.cut(), () => server.stream.disconnect(), () => opened?.renew()];
  for (let count = 1; count <= 1_000; count++) {
    const end = count % 50 === 0 ? () => server.stream.halfOpen() : ends[count % ends.length];
    const opens = server.stream.opens.length;
    await vi.waitFor(() => expect(server.stream.hearing).toBe(1), { timeout: 5_000, interval: 1 });
    const said = server.stream.deliver({ msgId: `m${count}`, conversationType: "1", text: { content: "待办" } });
    end?.();
    await vi.waitFor(() => expect(server.stream.opens.length).toBeGreaterThan(opens), { timeout: 5_000, interval: 1 });
    if ((await said) === 200) expect(kept.has(`m${count}`)).toBe(true);
  }
  await vi.waitFor(() => expect(server.stream.connected).toBe(1), { timeout: 5_000 });
  await opened?.close();
  expect(server.stream.connected).toBe(0);
  await vi.waitFor(() => expect(process.getActiveResourcesInfo().length).toBeLessThanOrEqual(before + 2), {
    timeout: 5_000,
  });
});
