import { describe, expect, it } from "vitest";
import { createDingtalk } from "../../../src/platforms/dingtalk/index.ts";
import { createHttpClient } from "../../../src/platforms/http-client.ts";
import type { Address, Platform } from "../../../src/platforms/platform.ts";
import { createWecom } from "../../../src/platforms/wecom/index.ts";
import { createLogger } from "../../../src/shared/logger.ts";

const clock = { now: () => new Date("2026-08-03T10:00:00+08:00") };
const logger = createLogger("silent");
const common = {
  botName: "茶叙",
  apiBase: "https://127.0.0.1:9",
  clock,
  http: createHttpClient({ timeoutMs: 100, logger, clock }),
};
const GROUP: Address = { kind: "group", chatId: "chat" };
const PERSON: Address = { kind: "person", userId: "zhouchangyou" };

/** By which way a robot sends, where to, and the robot of that name. */
const ROBOTS: readonly (readonly [way: string, places: readonly Address[], robot: (name: string) => Platform])[] = [
  [
    "WeCom's bot by connection",
    [GROUP, PERSON],
    (botId) => createWecom({ ...common, logger, socket: { botId, secret: "secret", url: "wss://127.0.0.1:9" } }),
  ],
  [
    "WeCom's app",
    [PERSON],
    (agentId) => createWecom({ ...common, logger, app: { corpId: "corp", agentId, secret: "secret" } }),
  ],
  [
    "DingTalk's robot",
    [GROUP, PERSON],
    (robotCode) =>
      createDingtalk({
        ...common,
        oapiBase: common.apiBase,
        app: { clientId: "client", clientSecret: "secret", robotCode },
      }),
  ],
];

describe.each(ROBOTS)("the budget of %s", (_way, places, robot) => {
  it.each(places)("is a robot's own, in the same $kind", (place) => {
    const keys = ["robot-1", "robot-2", "robot-1"].map((name) => robot(name).budget(place).key);
    expect(keys[0]).toBe(keys[2]);
    expect(keys[0]).not.toBe(keys[1]);
  });
});
