import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { type Card, say } from "../../src/messages/card.ts";
import { ANSWER_FOLLOWS } from "../../src/messages/zh-cn/terms.ts";
import type { Address, Attachment, Delivery } from "../../src/platforms/platform.ts";
import { WecomServer } from "../../src/sandbox/wecom-server.ts";
import type { SocketFailure } from "../../src/sandbox/wecom-socket-server.ts";
import { GROUP, group, KEYS, part, pause, replyTo, SocketBot, until } from "../support/wecom-socket.ts";

/** The 智能机器人 by long connection, against a double with the documented rules. */

const PERSON: Address = { kind: "person", userId: "zhouchangyou" };
const HOUR_MS = 3_600_000;

let bot: SocketBot;
beforeEach(() => {
  bot = new SocketBot();
});
afterEach(() => bot.stop());

/** What keeps this process alive; tests before this one may have left some of it, which may end meanwhile. */
const resources = () => {
  const all = process.getActiveResourcesInfo();
  const count = (name: string) => all.filter((one) => one === name).length;
  return { timers: count("Timeout"), sockets: count("TCPSocketWrap") };
};
const later = (milliseconds: number) => {
  bot.time = new Date(bot.time.getTime() + milliseconds);
};
const send = (address: Address, text: string): Promise<Delivery> => bot.platform.send(address, part(text));

describe("what is said to the bot", () => {
  it("arrives from groups and direct chats, without the mention, and can be answered for 24 hours", async () => {
    await bot.start();
    const inGroup = await bot.hears("诉求 停电");
    await bot.server.say({ chatId: "direct:0254571", userId: "0254571", text: "我的" });
    await until(() => bot.heard.length === 2);
    expect(inGroup).toMatchObject({
      text: "诉求 停电",
      chat: { kind: "group", id: GROUP },
      sender: { id: "zhouchangyou" },
    });
    expect(inGroup.nonce).toBeUndefined();
    expect(inGroup.replyTo?.expiresAt.getTime()).toBe(bot.time.getTime() + 24 * HOUR_MS);
    expect(bot.heard[1]).toMatchObject({ text: "我的", chat: { kind: "direct" }, sender: { id: "0254571" } });
    expect(bot.connection?.aliveAt()).toEqual(bot.time);
  });

  it("is heard through garbage, unknown commands, events, the older command and raw control characters", async () => {
    await bot.start();
    const body = { chattype: "single", from: { userid: "u1" }, msgtype: "text", text: { content: "进度 @12" } };
    for (const strange of [
      "not json",
      "[]",
      '"text"',
      '{"cmd":"aibot_unheard_of"}',
      "{}",
      '{"cmd":"aibot_msg_callback"}',
    ])
      bot.server.raw(strange);
    bot.server.raw('{"headers":{"req_id":"nobody asked"},"errcode":0}');
    bot.server.raw(
      '{"cmd":"aibot_event_callback","headers":{"req_id":"e"},"body":{"event":{"eventtype":"enter_chat"}}}',
    );
    bot.server.raw('{"cmd":"aibot_event_callback","headers":{"req_id":"e"},"body":{}}');
    bot.server.raw(
      JSON.stringify({ cmd: "aibot_callback", headers: { req_id: "r1" }, body: { ...body, msgid: "m1" } }),
    );
    const raw = JSON.stringify({ cmd: "aibot_msg_callback", headers: { req_id: "r2" }, body: { ...body, msgid: 0 } });
    bot.server.raw(raw.replace('"msgid":0', '"msgid":12345678901234567890').replace("@", "\u0007"));
    await until(() => bot.heard.length === 2);
    expect(bot.heard.map((one) => one.messageId)).toEqual(["m1", "12345678901234567890"]);
    expect(bot.heard[1]?.text).toBe("进度  12");
    expect(bot.state).toBe("open");
  });

  it("is kept by trying again, in the order of each chat, when the database is away", async () => {
    await bot.start();
    let away = true;
    const worked = { worked: Promise.resolve() };
    bot.receive = () => (away ? Promise.reject(new Error("no database")) : Promise.resolve(worked));
    for (const text of ["一", "二", "三"]) await bot.server.say({ chatId: GROUP, userId: "u1", text });
    await bot.server.say({ chatId: "direct:u2", userId: "u2", text: "四" });
    await pause(30);
    expect(bot.heard).toEqual([]);
    away = false;
    await until(() => bot.heard.length === 4);
    expect(bot.heard.filter((one) => one.chat.kind === "group").map((one) => one.text)).toEqual(["一", "二", "三"]);
  });

  it("is not lost when the connection is closed while the database is away", async () => {
    await bot.start();
    let away = true;
    bot.receive = async () => {
      if (away) throw new Error("no database");
      return { worked: Promise.resolve() };
    };
    await bot.server.say({ chatId: GROUP, userId: "u1", text: "诉求 停电" });
    await until(() => bot.logged.some((line) => line.includes("could not be kept")));
    await bot.connection?.close();
    expect(bot.logged.filter((line) => line.includes("could not be kept yet"))).toHaveLength(1);
    away = false;
    await until(() => bot.heard.length === 1);
  });

  it("waits in bounded memory, and what is lost beyond that is logged", async () => {
    await bot.start({ keepPauses: [60_000] });
    bot.receive = () => Promise.reject(new Error("no database"));
    for (let count = 0; count < 502; count++)
      await bot.server.say({ chatId: `direct:u${count}`, userId: `u${count}`, text: "x" });
    const lost = () => bot.logged.filter((line) => line.includes("is lost"));
    await until(() => lost().length === 2);
    bot.receive = async () => ({ worked: Promise.resolve() });
    await bot.connection?.close();
    expect([bot.heard.length, lost().length]).toEqual([500, 2]);
  });
});

describe("a reply", () => {
  it("is the end of a stream of the message's own id, and what follows it are messages", async () => {
    await bot.start();
    const message = await bot.hears("帮助");
    expect(await send(replyTo(message), "第一")).toEqual({ state: "sent" });
    expect(await send(replyTo(message), "第二")).toEqual({ state: "sent" });
    expect(bot.bodies("aibot_respond_msg")).toMatchObject([
      { msgtype: "stream", stream: { finish: true, content: "第一" } },
      { msgtype: "markdown", markdown: { content: "第二" } },
    ]);
    expect(bot.world.messages.slice(1)).toMatchObject([
      { id: expect.stringMatching(/^wecom-stream-[0-9a-f]{32}$/), chatId: GROUP, to: "zhouchangyou", text: "第一" },
      { chatId: GROUP, text: "第二" },
    ]);
  });

  it("fills the bubble that says that the answer follows", async () => {
    await bot.start({ thinking: 10 });
    bot.receive = async () => ({ worked: new Promise(() => {}) });
    const message = await bot.hears("统计");
    await until(() => bot.shown().includes(ANSWER_FOLLOWS));
    expect(await send(replyTo(message), "统计如下")).toEqual({ state: "sent" });
    expect(bot.shown()).toEqual(["统计如下"]);
  });

  it("that comes after the six minutes of a bubble is posted to the chat", async () => {
    await bot.start({ thinking: 5 });
    bot.receive = async () => ({ worked: new Promise(() => {}) });
    const message = await bot.hears("统计");
    await until(() => bot.shown().includes(ANSWER_FOLLOWS));
    later(6 * 60_000);
    expect(await send(replyTo(message), "统计如下")).toEqual({ state: "sent" });
    expect(bot.bodies("aibot_send_msg")).toHaveLength(1);
  });

  it("that does not come ends the bubble with a mark, and one that comes after all is said", async () => {
    await bot.start({ thinking: 5 });
    let done = () => {};
    const worked = new Promise<void>((resolve) => {
      done = resolve;
    });
    bot.receive = async () => ({ worked });
    const message = await bot.hears("谢谢");
    await until(() => bot.shown().includes(ANSWER_FOLLOWS));
    done();
    await until(() => bot.shown().includes("✓"));
    expect(await send(replyTo(message), "不客气")).toEqual({ state: "sent" });
    expect(bot.shown()).toEqual(["✓", "不客气"]);
  });

  it("needs no bubble where the message is worked on soon", async () => {
    await bot.start({ thinking: 20 });
    await bot.hears("谢谢");
    await pause(100);
    expect(bot.bodies("aibot_respond_msg")).toEqual([]);
  });

  it("is no stream where clients show none: the same text at once, and from then on", async () => {
    await bot.start();
    bot.server.messages.refusesStreams = true;
    expect(await send(replyTo(await bot.hears("帮助")), "第一")).toEqual({ state: "sent" });
    expect(await send(replyTo(await bot.hears("帮助")), "第二")).toEqual({ state: "sent" });
    expect(bot.bodies("aibot_respond_msg").map((one) => one["msgtype"])).toEqual(["stream", "markdown", "markdown"]);
    expect(bot.shown()).toEqual(["第一", "第二"]);
  });

  it.each<[string, () => void | Promise<void>]>([
    [
      "the connection is another one by now",
      async () => {
        bot.server.cut();
        await bot.opened(2);
      },
    ],
    ["its stream has expired", () => bot.server.failNext("aibot_respond_msg", { errcode: 846608 })],
    ["it is refused with a code that nobody knows", () => bot.server.failNext("aibot_respond_msg", { errcode: 47999 })],
  ])("is posted to the chat when %s", async (_what, happens) => {
    await bot.start();
    const message = await bot.hears("帮助");
    await happens();
    expect(await send(replyTo(message), "这些可以说")).toEqual({ state: "sent" });
    expect(bot.bodies("aibot_send_msg")).toMatchObject([{ chatid: GROUP, chat_type: 2, msgtype: "markdown" }]);
    expect(bot.shown()).toEqual(["这些可以说"]);
  });

  it("is posted to the chat when 24 hours are over, without asking", async () => {
    await bot.start();
    const message = await bot.hears("帮助");
    later(24 * HOUR_MS);
    expect(await send(replyTo(message), "这些可以说")).toEqual({ state: "sent" });
    expect(await send(replyTo(await bot.hears("帮助"), 2), "第三次")).toEqual({ state: "sent" });
    expect([bot.bodies("aibot_respond_msg").length, bot.bodies("aibot_send_msg").length]).toEqual([0, 2]);
  });

  it("whose answer was lost is shown once all the same", async () => {
    await bot.start({ answer: 300 });
    const message = await bot.hears("帮助");
    bot.server.failNext("aibot_respond_msg", "mute");
    expect(await send(replyTo(message), "这些可以说")).toMatchObject({ state: "unknown" });
    expect(await send(replyTo(message, 1), "这些可以说")).toEqual({ state: "sent" });
    expect(bot.shown()).toEqual(["这些可以说"]);
  });

  it("waits for the answer to the one before on the same req_id", async () => {
    await bot.start({ answer: 300 });
    const message = await bot.hears("帮助");
    bot.server.failNext("aibot_respond_msg", "hang");
    const began = performance.now();
    const first = send(replyTo(message), "第一");
    expect(await send(replyTo(message), "第二")).toEqual({ state: "sent" });
    expect(performance.now() - began).toBeGreaterThan(290);
    expect(await first).toMatchObject({ state: "unknown" });
  });
});

describe("what the bot says of itself", () => {
  it("goes to groups and people who have spoken to it, and nowhere else; ids keep their case", async () => {
    await bot.start();
    await bot.hears("你好");
    await bot.hears("你好", "zhouchangyou", "direct:zhouchangyou");
    expect(await send(group(), "给群")).toEqual({ state: "sent" });
    expect(await send(PERSON, "给人")).toEqual({ state: "sent" });
    expect(bot.bodies("aibot_send_msg")).toMatchObject([
      { chatid: GROUP, chat_type: 2 },
      { chatid: "zhouchangyou", chat_type: 1 },
    ]);
    for (const unknown of [group(GROUP.toLowerCase()), { kind: "person", userId: "liming" } as const]) {
      expect(await send(unknown, "x")).toMatchObject({ state: "gave-up", reason: expect.stringContaining("93006") });
    }
    expect(bot.world.messages.filter((one) => one.from === null)).toMatchObject([
      { chatId: GROUP, text: "给群" },
      { chatId: "direct:zhouchangyou", text: "给人" },
    ]);
  });

  it("replies to what was last said in a group that may not be posted to, for 24 hours", async () => {
    await bot.start();
    await bot.hears("早");
    bot.server.failNext("aibot_send_msg", { errcode: 93006, errmsg: "invalid chatid" }, 2);
    expect(await send(group(), "通知")).toEqual({ state: "sent" });
    expect(bot.shown()).toEqual(["通知"]);
    later(24 * HOUR_MS);
    expect(await send(group(), "通知")).toMatchObject({ state: "gave-up" });
    expect(bot.bodies("aibot_respond_msg")).toHaveLength(1);
  });

  it.each<[SocketFailure, string]>([
    [{ errcode: 45009 }, "later"],
    [{ errcode: 846601 }, "later"],
    [{ errcode: 846602 }, "later"],
    [{ errcode: 846609 }, "later"],
    [{ errcode: -1 }, "later"],
    [{ errcode: 40058 }, "gave-up"],
    [{ errcode: 40008 }, "gave-up"],
    [{ errcode: 853001 }, "gave-up"],
    [{ errcode: 853000 }, "barred"],
    [{ errcode: 47999 }, "unsure"],
    ["hang", "unknown"],
    ["garbage", "unknown"],
    ["cut", "unknown"],
    ["cut-after", "unknown"],
  ])("met with %j is %s", async (failure, state) => {
    await bot.start({ answer: 300 });
    bot.server.messages.spoken("direct:zhouchangyou");
    bot.server.failNext("aibot_send_msg", failure);
    expect(await send(PERSON, "x")).toMatchObject({ state });
  });

  it("is tried later when the platform counts thirty in a minute, replies and bubbles included", async () => {
    await bot.start();
    const message = await bot.hears("帮助");
    for (let count = 0; count < 15; count++) {
      expect(await send(replyTo(message), `${count}`)).toEqual({ state: "sent" });
      expect(await send(group(), `${count}`)).toEqual({ state: "sent" });
    }
    expect(await send(group(), "x")).toMatchObject({ state: "later", reason: expect.stringContaining("45009") });
    later(60_000);
    expect(await send(group(), "x")).toEqual({ state: "sent" });
  });

  it("is not written without a connection, nor before the subscription is confirmed", async () => {
    const closed = { state: "later", reason: "no connection to WeCom", afterMs: 5000 };
    expect(await send(PERSON, "x")).toEqual(closed);
    bot.server.failNext("aibot_subscribe", "hang");
    const started = bot.start({ answer: 40 });
    await until(() => bot.server.frames.length > 0);
    expect(await send(PERSON, "x")).toEqual(closed);
    await started;
    await bot.connection?.close();
    expect(await send(PERSON, "x")).toEqual(closed);
    expect(new Set(bot.server.frames.map((one) => one.cmd))).toEqual(new Set(["aibot_subscribe"]));
  });

  it("shows people by name, since nobody is alerted by a bot's markdown, and splits what is too long", async () => {
    await bot.start();
    bot.server.messages.spoken(GROUP);
    const card: Card = { blocks: [{ kind: "mention", people: [{ userId: "zhouchangyou", name: "周长友" }] }] };
    expect(bot.platform.render(group(), card)).toEqual([{ title: "", text: "＠周长友", mentions: [] }]);
    const parts = bot.platform.render(group(), say("很长的一行。\n".repeat(3000)));
    expect(parts.length).toBeGreaterThan(1);
    for (const one of parts) expect(await bot.platform.send(group(), one)).toEqual({ state: "sent" });
  });

  it("shares one budget with the replies of its conversation", async () => {
    await bot.start();
    const message = await bot.hears("帮助");
    const budget = { key: expect.stringMatching(/^wecom:chat:/), perMinute: 28, perHour: 950 };
    expect(bot.platform.budget(group())).toEqual(budget);
    expect(bot.platform.budget(replyTo(message))).toEqual(bot.platform.budget(group()));
    expect(bot.platform.budget(PERSON)).toEqual(budget);
    expect(bot.platform.budget(PERSON)).not.toEqual(bot.platform.budget(group()));
    expect([group(), PERSON, replyTo(message)].map((one) => bot.platform.robot(one))).toEqual(
      Array(3).fill("wecom:socket"),
    );
    expect([bot.platform.posts({}), bot.platform.doors, bot.platform.connection?.exclusive]).toEqual([true, [], true]);
  });
});

describe("a group with a webhook", () => {
  const hook = async (): Promise<{ sim: WecomServer; address: Address }> => {
    const options = { world: bot.world, clock: bot.clock, token: "t", encodingAesKey: "k".repeat(43), botName: "茶叙" };
    const sim = new WecomServer({ ...options, callbackUrl: () => "" });
    const base = await sim.listen();
    await bot.start({}, { apiBase: base });
    return { sim, address: { kind: "group", chatId: GROUP, webhook: `${base}/cgi-bin/webhook/send?key=k1` } };
  };
  const card: Card = { blocks: [{ kind: "mention", people: [{ userId: "zhouchangyou", name: "周长友" }] }] };

  it("is posted to by that, with a real mention", async () => {
    const { sim, address } = await hook();
    for (const one of bot.platform.render(address, card))
      expect(await bot.platform.send(address, one)).toEqual({ state: "sent" });
    expect(bot.world.messages).toMatchObject([{ text: "<@zhouchangyou>", mentions: ["zhouchangyou"] }]);
    expect(bot.platform.robot(address)).not.toBe("wecom:socket");
    expect(bot.bodies("aibot_send_msg")).toEqual([]);
    await sim.close();
  });

  it("gets a reply by that when the connection takes it in no way", async () => {
    const { sim, address } = await hook();
    const reply = { ...replyTo(await bot.hears("帮助")), fallback: address };
    bot.server.failNext("aibot_respond_msg", { errcode: 846605 }, 2);
    bot.server.failNext("aibot_send_msg", { errcode: 93006 });
    const long = "很长的一行。\n".repeat(400);
    expect(await bot.platform.send(reply as Address, part(long))).toMatchObject({
      state: "sent",
      robot: bot.platform.robot(address),
    });
    expect(bot.shown().length).toBeGreaterThan(1);
    await sim.close();
  });
});

describe("pictures and files", () => {
  const png = Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), Buffer.alloc(1_200_000, 7)]);
  const picture: Attachment = { kind: "picture", name: "趋势.png", mime: "image/png", bytes: png, caption: "趋势图" };
  const file: Attachment = { ...picture, kind: "file", name: "月报.docx", bytes: Buffer.from("PK a document") };

  it("are uploaded in pieces of half a megabyte and shown, to groups, to people and in reply", async () => {
    await bot.start();
    bot.server.messages.spoken("direct:zhouchangyou");
    const message = await bot.hears("统计 图");
    expect(await bot.platform.send(group(), part("", picture))).toEqual({ state: "sent" });
    expect(await bot.platform.send(PERSON, part("", file))).toEqual({ state: "sent" });
    expect(await bot.platform.send(replyTo(message), part("", file))).toEqual({ state: "sent" });
    expect(bot.bodies("aibot_upload_media_chunk").map((one) => one["chunk_index"])).toEqual([0, 1, 2, 0, 0]);
    const shown = bot.world.messages.filter((one) => one.from === null);
    expect(shown.map((one) => [one.chatId, one.format])).toEqual([
      [GROUP, "picture"],
      ["direct:zhouchangyou", "file"],
      [GROUP, "file"],
    ]);
    expect(bot.world.media.get(shown[0]?.media?.id ?? "")?.bytes.equals(png)).toBe(true);
    expect([group(), PERSON, replyTo(message)].every((one) => bot.platform.carries(one, "picture"))).toBe(true);
  });

  it("that could not be uploaded are tried again, and nothing was shown; what is too large is given up", async () => {
    await bot.start({ answer: 300 });
    bot.server.messages.spoken("direct:zhouchangyou");
    for (const step of ["init", "chunk", "finish"]) {
      bot.server.failNext(`aibot_upload_media_${step}`, "mute");
      expect(await bot.platform.send(PERSON, part("", file))).toMatchObject({ state: "later" });
    }
    const huge = { ...file, bytes: Buffer.alloc(20 * 1024 * 1024 + 1) };
    expect(await bot.platform.send(PERSON, part("", huge))).toEqual({ state: "gave-up", reason: "too-large" });
    expect(bot.shown()).toEqual([]);
  });
});

describe("the connection", () => {
  it("that is cut is made again, and hears", async () => {
    await bot.start();
    for (let cuts = 1; cuts <= 3; cuts++) {
      bot.server.cut();
      await bot.opened(cuts + 1);
      await bot.hears(`第 ${cuts} 次`);
    }
    expect(bot.heard).toHaveLength(3);
  });

  it("that is half open is noticed by its pings and made again", async () => {
    await bot.start({ ping: 100 });
    bot.server.halfOpen();
    await bot.opened(2);
    expect(bot.states[1]).toMatchObject({
      kind: "lost",
      reason: expect.stringContaining("two pings had no answer"),
    });
    await bot.hears("你好");
  });

  it("that is alive is left alone", async () => {
    await bot.start({ ping: 60 });
    await until(() => bot.server.frames.filter((one) => one.cmd === "ping").length > 4);
    expect(bot.server.sockets).toEqual({ open: 1, made: 1 });
  });

  it("that was displaced is closed at once, not fought over, and tried again after a long pause", async () => {
    await bot.start();
    const began = performance.now();
    const alive = bot.connection?.aliveAt();
    later(30_000);
    const other = new WebSocket(bot.url);
    await new Promise((resolve) => other.once("open", resolve));
    const subscribe = {
      cmd: "aibot_subscribe",
      headers: { req_id: "o1" },
      body: { bot_id: KEYS.botId, secret: KEYS.secret },
    };
    other.send(JSON.stringify(subscribe));
    await until(() => bot.state === "displaced");
    // What was said since then may have gone to the other one.
    expect(bot.connection?.aliveAt()).toEqual(alive);
    expect(await send(PERSON, "x")).toMatchObject({ state: "later" });
    await until(() => bot.server.sockets.open === 1);
    await bot.opened(2);
    expect(performance.now() - began).toBeGreaterThan(290);
    expect(bot.server.sockets.made).toBe(3);
    other.terminate();
  });

  it("with wrong credentials says so, closes the socket that the platform leaves open, and is tried seldom", async () => {
    bot.server.failNext("aibot_subscribe", { errcode: 853000, errmsg: "invalid wrongpass" });
    const began = performance.now();
    await bot.start({}, { secret: "wrongpass" });
    await until(() => bot.state === "refused");
    expect(bot.states.at(-1)).toMatchObject({ reason: expect.stringContaining("853000") });
    await until(() => bot.server.sockets.open === 0);
    await until(() => bot.server.sockets.made === 2);
    expect(performance.now() - began).toBeGreaterThan(290);
    await until(() => bot.server.sockets.open === 0);
    await pause(60);
    expect(bot.server.sockets).toEqual({ open: 0, made: 2 });
    expect(JSON.stringify([bot.states, bot.logged])).not.toContain("wrongpass");
    await bot.connection?.close();
  });

  it("that is closed while it waits for its next try makes none", async () => {
    await bot.start({}, { secret: "wrongpass" });
    await until(() => bot.state === "refused");
    await bot.connection?.close();
    await pause(320);
    expect(bot.server.sockets.made).toBe(1);
  });

  it("that is told that it subscribes too often waits long", async () => {
    bot.server.failNext("aibot_subscribe", { errcode: 45009 });
    const began = performance.now();
    await bot.start();
    expect(performance.now() - began).toBeGreaterThan(290);
    expect(bot.states.map((one) => one.kind)).toEqual(["lost", "open"]);
  });

  it("is made anew when it is renewed, though it lives and is only deaf for groups", async () => {
    await bot.start();
    bot.server.deafGroups = true;
    expect(await bot.server.say({ chatId: GROUP, userId: "u1", text: "你好" })).toMatchObject({ status: 0 });
    await bot.hears("你好", "u1", "direct:u1");
    bot.server.deafGroups = false;
    bot.connection?.renew();
    await until(() => bot.server.sockets.made === 2 && bot.server.isSubscribed && bot.server.sockets.open === 1);
    await bot.hears("你好");
    expect(bot.states.map((one) => one.kind)).toEqual(["open", "lost", "open"]);
  });

  it("leaves no socket and no timer behind, however often it broke, whenever it is closed", async () => {
    await pause(100);
    const before = resources();
    await bot.start({ firstPause: 0.2, longestPause: 0.5, thinking: 60_000 });
    bot.receive = async () => ({ worked: new Promise(() => {}) });
    await bot.hears("统计");
    for (let cuts = 0; cuts < 100; cuts++) {
      const { made } = bot.server.sockets;
      bot.server.cut();
      await until(() => bot.server.sockets.made > made && bot.server.sockets.open === 1);
    }
    await bot.connection?.close();
    await until(() => bot.server.sockets.open === 0);
    const { made } = bot.server.sockets;
    const after = resources();

    await pause(30);
    expect(bot.server.sockets.made).toBe(made);
    expect(after.timers).toBeLessThanOrEqual(before.timers);
    expect(after.sockets).toBeLessThanOrEqual(before.sockets);
    // Also one that is closed before it was open.
    bot.open();
    await bot.connection?.close();
    await pause(10);
    expect(bot.server.sockets.open).toBe(0);
  });
});

describe("the doctor", () => {
  it("asks for a handshake alone, because a subscription would displace the running bot", async () => {
    await bot.start();
    expect(await bot.platform.examine({ webhooks: false })).toMatchObject([
      { right: true, text: expect.stringContaining("WECOM_BOT_SECRET"), zh: expect.stringContaining("可以建立长连接") },
    ]);
    expect(bot.server.isSubscribed).toBe(true);
    expect(bot.server.frames.filter((one) => one.cmd === "aibot_subscribe")).toHaveLength(1);
    await bot.server.close();
    const [found] = await bot.platform.examine({ webhooks: false });
    expect(found).toMatchObject({
      right: false,
      text: expect.stringMatching(/ECONNREFUSED.*WECOM_WS_URL.*使用长连接/),
      zh: expect.stringMatching(/^127\.0\.0\.1:\d+：对方拒绝连接（ECONNREFUSED）。.*WECOM_WS_URL/),
    });
  });
});
