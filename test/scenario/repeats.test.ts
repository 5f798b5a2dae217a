import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { streamIn } from "../../src/sandbox/wecom-shapes.ts";
import { freshDatabase, type TestDatabase } from "../support/databases.ts";
import { type Park, startPark } from "../support/park.ts";
import { variant } from "../support/told.ts";

const ELEVEN = Array.from({ length: 11 }, (_, index) => index);

describe("a message that the platform sends again", () => {
  let database: TestDatabase;
  let park: Park;

  beforeEach(async () => {
    database = await freshDatabase("postgresql");
    park = await startPark(database, "2025-11-17T09:00:00+08:00");
  });
  afterEach(async () => {
    await park.close();
    await database.drop();
  });

  /** What WeCom posts for a message of 周长友 in the enterprise group. */
  const callback = (msgid: string, text: string) => ({
    msgid,
    aibotid: "aib",
    chattype: "group",
    chatid: park.app.holder.park.directory.chat("qiye")?.chatId,
    from: { userid: "zhouchangyou" },
    msgtype: "text",
    text: { content: `@茶叙 ${text}` },
  });
  const refresh = (id: string) => ({
    msgid: `refresh ${id}`,
    from: { userid: "zhouchangyou" },
    msgtype: "stream",
    stream: { id },
  });
  async function deliver(payload: object, options: { nonce?: string } = {}) {
    const { status, reply } = await park.sandbox.wecom.deliver(payload, options);
    return { status, stream: streamIn(reply) };
  }
  const announced = () => park.said("gongdian").filter((text) => text.includes("新诉求"));

  it("files one issue and gets one text from WeCom, eleven times at once and again after a restart", async () => {
    const message = callback("the same", "诉求 三车间昨晚停电两次");
    const first = await Promise.all(ELEVEN.map(() => deliver(message)));
    const [one] = first;
    expect(one).toMatchObject({ status: 200, stream: { finish: true, content: expect.stringContaining("#1") } });
    for (const other of first) expect(other).toEqual(one);
    await park.settle();
    expect(announced()).toHaveLength(1);

    await park.close();
    park = await startPark(database);
    expect(await Promise.all(ELEVEN.map(() => deliver(message)))).toEqual(first);
    await park.settle();
    // The simulated chats keep what was said before the restart.
    expect(announced()).toHaveLength(1);
    expect(await park.say("周长友", "qiye", "诉求 食堂停水")).toContain("#2");
  });

  it("gets one reply in DingTalk's group for eleven deliveries at once", async () => {
    const { dingtalk, world } = park.sandbox;
    const chat = park.app.holder.park.directory.chat("qiye-dingtalk")?.chatId ?? "";
    const session = dingtalk.sessionFor(chat);
    const message = {
      msgId: "msg+/==",
      conversationType: "2",
      conversationId: chat,
      senderId: "$:LWCP_v1:$x",
      senderStaffId: "0310021",
      senderNick: "蒋玉兰",
      sessionWebhook: session.url,
      sessionWebhookExpiredTime: session.expiresAt.getTime(),
      msgtype: "text",
      text: { content: " 诉求 一车间停电" },
    };
    const answers = await Promise.all(ELEVEN.map(() => dingtalk.deliver(message)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    await park.settle();
    const replies = world.messages.filter((one) => one.chatId === chat && one.from === null);
    expect(replies.map(({ text }) => text)).toEqual([expect.stringContaining("#1")]);
    expect(announced()).toHaveLength(1);
  });

  it("is told from another message with its nonce, which is refused until two hours are over", async () => {
    const [first, second] = [callback("m1", "诉求 一车间停电"), callback("m2", "诉求 二车间停电")];
    const answer = await deliver(first, { nonce: "nonce1" });
    expect(answer.status).toBe(200);
    expect(await deliver(second, { nonce: "nonce1" })).toEqual({ status: 401, stream: null });
    expect(await deliver(first, { nonce: "nonce1" })).toEqual(answer);
    // A refresh brings no message, whatever its nonce.
    expect(await deliver(refresh(answer.stream?.id ?? ""), { nonce: "nonce1" })).toEqual(answer);
    await park.at("2025-11-17T10:59:00+08:00");
    expect((await deliver(second, { nonce: "nonce1" })).status).toBe(401);
    await park.at("2025-11-17T11:00:10+08:00");
    expect((await deliver(second, { nonce: "nonce1" })).stream?.content).toContain("#2");
  });

  variant("lets one of eight messages in that come with one nonce at the same moment", async () => {
    await Promise.all(ELEVEN.map((one) => deliver(callback(`before ${one}`, `诉求 ${one} 号车间停电`))));
    const rivals = ELEVEN.slice(3).map((one) =>
      deliver(callback(`m${one}`, `诉求 ${one} 号车间停水`), { nonce: "nonce1" }),
    );
    const statuses = (await Promise.all(rivals)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, ...rivals.slice(1).map(() => 401)]);
  });

  variant(
    "waits with the first while the database is slow: unfinished after 3.5 s, and the text on a later poll",
    async () => {
      const other = new Client(database.databaseUrl);
      await other.connect();
      await other.query("begin");
      await other.query("lock table events in exclusive mode");

      const message = callback("slow", "诉求 三车间停电");
      const began = performance.now();
      const [first, repeat] = await Promise.all([deliver(message), deliver(message)]);
      const seconds = (performance.now() - began) / 1000;
      expect(seconds).toBeGreaterThan(3.4);
      expect(seconds).toBeLessThan(4.8);
      expect(first).toMatchObject({ status: 200, stream: { finish: false } });
      expect(repeat).toEqual(first);
      const id = first.stream?.id ?? "";
      expect((await deliver(refresh(id))).stream).toMatchObject({ id, finish: false });

      await other.query("rollback");
      await other.end();
      let polled = await deliver(refresh(id));
      for (let polls = 0; polls < 20 && polled.stream?.finish !== true; polls++) polled = await deliver(refresh(id));
      expect(polled.stream).toMatchObject({ id, finish: true, content: expect.stringContaining("#1") });
      expect(await deliver(message)).toEqual(polled);
      await park.settle();
      expect(announced()).toHaveLength(1);
    },
  );

  it("ends a stream that nobody knows with a mark, so that the platform asks no more", async () => {
    const { status, stream } = await deliver(refresh("unknown"));
    expect([status, stream]).toMatchObject([200, { id: "unknown", finish: true }]);
    expect(stream?.content).not.toBe("");
  });
});
