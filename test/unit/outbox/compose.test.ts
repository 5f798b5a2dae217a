import { describe, expect, it } from "vitest";
import { say } from "../../../src/messages/card.ts";
import { atMostTen } from "../../../src/outbox/compose.ts";
import { createDingtalk } from "../../../src/platforms/dingtalk/index.ts";
import { createWecom } from "../../../src/platforms/wecom/index.ts";

const clock = { now: () => new Date("2026-11-16T01:00:00Z") };
const nothing = () => Promise.reject(new Error("nothing is sent here"));
const http = { postJson: nothing, postForm: nothing, getJson: nothing };
const PLATFORMS = [
  createWecom({ botName: "茶叙", apiBase: "https://x.example", clock, http }),
  createDingtalk({ botName: "茶叙", apiBase: "https://x.example", oapiBase: "https://x.example", clock, http }),
];

describe("the messages of one notice", () => {
  it.each(PLATFORMS)("are ten at most, of which the last says that something is left out: $name", (platform) => {
    const place = { kind: "group" as const, chatId: "cid" };
    const textsFor = (characters: number) =>
      atMostTen(platform.render(place, say("长".repeat(characters)))).map(({ text }) => text);
    expect(textsFor(12_000).join("").match(/长/gu)).toHaveLength(12_000);
    const long = textsFor(150_000);
    expect(long).toHaveLength(10);
    expect(long.at(-1)).toContain("后面的没有显示");
  });
});
