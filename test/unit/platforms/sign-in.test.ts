import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { createDingtalk } from "../../../src/platforms/dingtalk/index.ts";
import { createHttpClient } from "../../../src/platforms/http-client.ts";
import { createWecom } from "../../../src/platforms/wecom/index.ts";
import { createLogger } from "../../../src/shared/logger.ts";

const clock = { now: () => new Date("2026-11-16T09:00:00+08:00") };
const SECRET = "kQ7wZrT3yUpLmN9bVcXa5SdFgHjKqW2eRtYuIo8PaSd";

/** Both platforms with an app, at a server that answers so. */
async function platformsAt(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const apiBase = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const http = createHttpClient({ timeoutMs: 100, logger: createLogger("silent"), clock });
  const shared = { botName: "茶叙", apiBase, clock, http };
  const dingtalk = { clientId: "ding1", clientSecret: SECRET, robotCode: "ding1" };
  return [
    createWecom({ ...shared, app: { corpId: "ww1", agentId: "1", secret: SECRET } }),
    createDingtalk({ ...shared, oapiBase: apiBase, app: dingtalk }),
  ];
}

describe("who comes back from signing in", () => {
  it.each<[string, RequestListener]>([
    ["never answers", () => {}],
    ["answers with a page of its own", (_request, response) => response.writeHead(502).end("<html>")],
    ["answers with nothing", (_request, response) => response.end("{}")],
  ])("is nobody while the platform %s, and the reason holds no secret", async (_what, listener) => {
    for (const { signIn } of await platformsAt(listener)) {
      const found = await signIn?.identify("code-1");
      expect(found).toMatchObject({ failed: "unreached" });
      expect(JSON.stringify(found)).not.toContain(SECRET);
    }
  });

  it("is not asked for with what is no code, and nobody can be where there is no app", async () => {
    let asked = 0;
    const platforms = await platformsAt((_request, response) => {
      asked++;
      response.end("{}");
    });
    for (const { signIn } of platforms)
      for (const code of ["", " ", "a b", "长", "x".repeat(513)])
        expect(await signIn?.identify(code)).toMatchObject({ failed: "code" });
    expect(asked).toBe(0);
    const http = createHttpClient({ logger: createLogger("silent"), clock });
    const shared = { botName: "茶叙", apiBase: "https://example.org", clock, http };
    expect(createWecom(shared).signIn).toBeUndefined();
    expect(createDingtalk({ ...shared, oapiBase: shared.apiBase }).signIn).toBeUndefined();
  });
});
