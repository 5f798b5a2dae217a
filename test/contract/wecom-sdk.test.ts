import { WSClient, type WsFrame } from "@wecom/aibot-node-sdk";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { WecomSocketServer } from "../../src/sandbox/wecom-socket-server.ts";
import { World } from "../../src/sandbox/world.ts";
import { GROUP, KEYS, until } from "../support/wecom-socket.ts";

/** WeCom's own client against the double of its platform: what it understands, the platform says as well. */

const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const clock = { now: () => new Date("2026-08-03T10:00:00+08:00") };

let world: World;
let server: WecomSocketServer;
let url: string;
const clients: WSClient[] = [];

beforeEach(async () => {
  world = new World(clock.now);
  server = new WecomSocketServer({ world, clock, ...KEYS, botName: "茶叙", closeDisplacedAfter: 20 });
  url = await server.listen();
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.disconnect();
  await server.close();
});

/** Tells in order what a client hears of its connection. */
function connected(options: Partial<ConstructorParameters<typeof WSClient>[0]> = {}): {
  client: WSClient;
  told: string[];
} {
  const told: string[] = [];
  const client = new WSClient({ ...KEYS, wsUrl: url, logger: SILENT, reconnectInterval: 5, ...options });
  clients.push(client);
  client.on("authenticated", () => void told.push("authenticated"));
  client.on("error", (error) => void told.push(error.message));
  client.on("event.disconnected_event", () => void told.push("disconnected_event"));
  client.on("disconnected", () => void told.push("disconnected"));
  client.connect();
  return { client, told };
}

describe("WeCom's own client", () => {
  it("subscribes, hears a message of a group, streams its reply and posts", async () => {
    const { client, told } = connected();
    const heard: WsFrame[] = [];
    client.on("message.text", async (frame) => {
      heard.push(frame);
      await client.replyStream(frame, "stream-1", "正在", false);
      await client.replyStream(frame, "stream-1", "正在办理", true);
    });
    await until(() => told.includes("authenticated"));
    expect(await server.say({ chatId: GROUP, userId: "zhouchangyou", text: "诉求 停电" })).toEqual({
      status: 200,
      reply: "正在办理",
    });
    expect(heard).toMatchObject([
      {
        body: {
          chattype: "group",
          chatid: GROUP,
          text: { content: "@茶叙 诉求 停电" },
          from: { userid: "zhouchangyou" },
        },
      },
    ]);
    expect(world.messages.at(-1)).toMatchObject({ id: "wecom-stream-stream-1", text: "正在办理", chatId: GROUP });
    const posted = await client.sendMessage(GROUP, { msgtype: "markdown", markdown: { content: "**通知**" } });
    expect(posted).toMatchObject({ errcode: 0 });
    expect(world.messages.at(-1)).toMatchObject({ text: "**通知**", chatId: GROUP });
  });

  it("hears an event, and welcomes in answer to it", async () => {
    const { client, told } = connected();
    client.on("event.enter_chat", (frame) => {
      void client.replyWelcome(frame, { msgtype: "text", text: { content: "您好" } });
    });
    await until(() => told.includes("authenticated"));
    await server.event({ chatId: "direct:u1", userId: "u1", text: "" }, { eventtype: "enter_chat" });
    await until(() => world.messages.some((one) => one.chatId === "direct:u1" && one.text === "您好"));
  });

  it("uploads a file in its pieces and sends it", async () => {
    const { client, told } = connected();
    server.messages.spoken(GROUP);
    await until(() => told.includes("authenticated"));
    const bytes = Buffer.alloc(600_000, 5);
    const { media_id: id } = await client.uploadMedia(bytes, { type: "file", filename: "月报.docx" });
    await client.sendMediaMessage(GROUP, "file", id);
    const shown = world.messages.at(-1);
    expect(shown).toMatchObject({ format: "file", media: { name: "月报.docx", size: 600_000 } });
    expect(world.media.get(shown?.media?.id ?? "")?.bytes.equals(bytes)).toBe(true);
  });

  it("is kept alive by its pings", async () => {
    const { told } = connected({ heartbeatInterval: 50 });
    await until(() => server.frames.filter((one) => one.cmd === "ping").length > 3);
    expect([told, server.sockets]).toEqual([["authenticated"], { open: 1, made: 1 }]);
  });

  it("is told what it did wrong: no conversation, another's req_id", async () => {
    const { client, told } = connected();
    await until(() => told.includes("authenticated"));
    const post = client.sendMessage("nobody", { msgtype: "markdown", markdown: { content: "x" } });
    await expect(post).rejects.toMatchObject({ errcode: 93006 });
    const reply = client.replyStream({ headers: { req_id: "of-another-connection" } }, "s", "x", true);
    await expect(reply).rejects.toMatchObject({ errcode: 846605 });
  });

  it("is refused whatever comes before the subscription", async () => {
    const socket = new WebSocket(url);
    await new Promise((resolve) => socket.once("open", resolve));
    const answered = new Promise((resolve) => socket.once("message", (data) => resolve(JSON.parse(String(data)))));
    socket.send(JSON.stringify({ cmd: "aibot_send_msg", headers: { req_id: "a" }, body: { chatid: GROUP } }));
    expect(await answered).toMatchObject({ headers: { req_id: "a" }, errcode: 846609 });
    socket.terminate();
  });

  it("gives up with wrong credentials, which the platform answers with 853000", async () => {
    const { told } = connected({ secret: "wrong", maxAuthFailureAttempts: 1 });
    await until(() => told.some((one) => one.includes("Max auth failure attempts")));
    expect(told[0]).toContain("853000");
  });

  it("is displaced by a second one, stays away, and the second hears", async () => {
    const first = connected();
    await until(() => first.told.includes("authenticated"));
    const second = connected();
    await until(() => second.told.includes("authenticated") && first.told.includes("disconnected_event"));
    const heard: string[] = [];
    second.client.on("message.text", (frame) => void heard.push(String(frame.body?.text?.content)));
    void server.say({ chatId: "direct:u1", userId: "u1", text: "你好" });
    await until(() => heard.length === 1);
    expect([server.sockets.made, first.told.at(-1)]).toEqual([2, "disconnected"]);
  });
});
