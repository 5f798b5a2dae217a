import { createHttpClient } from "../../../src/platforms/http-client.ts";
import type { Received } from "../../../src/platforms/inbound.ts";
import { createWecom, type WecomOptions } from "../../../src/platforms/wecom/index.ts";
import { WecomAppServer } from "../../../src/sandbox/wecom-app-server.ts";
import { xmlOf } from "../../../src/sandbox/wecom-app-xml.ts";
import { cardIn, fieldsOf } from "../../../src/sandbox/wecom-card-shape.ts";
import { pressEvent } from "../../../src/sandbox/wecom-cards.ts";
import { WecomServer } from "../../../src/sandbox/wecom-server.ts";
import { WecomSocketServer } from "../../../src/sandbox/wecom-socket-server.ts";
import { type Saying, World } from "../../../src/sandbox/world.ts";
import { createLogger } from "../../../src/shared/logger.ts";
import { until } from "../wecom-socket.ts";
import { type Bed, BOT, BotDoor, type Group, labels, last, letters, OTHER, replyTo, sendAll, USER } from "./bed.ts";

export const GROUP = "wrSAMPLEgroup0001AbCd";

const clock = { now: () => new Date("2026-08-03T10:00:00+08:00") };
const CALLBACK = { token: letters(24), encodingAesKey: letters(43) };
const APP = { corpId: "wwSample0123456789", agentId: "1000002", secret: letters(43), callback: CALLBACK };
const WEBHOOK_KEY = "693a91f6-7a0b-4bc4-97a0-0ec2sifa5aaa";
const CODES = { passing: -1, lasting: 40058, setting: 48002 } as const;

/** The platform's servers with one group and two people in them, and what a road is made with. */
class Ground {
  readonly world = new World(clock.now);
  readonly door: BotDoor;
  readonly sim: WecomServer;
  readonly app: WecomAppServer;
  base = "";

  constructor(platform: () => Bed["platform"]) {
    for (const [userId, name] of [
      [USER, "王建国"],
      [OTHER, "周长友"],
    ] as const) {
      this.world.people.push({ platform: "wecom", userId, name, about: "" });
    }
    const members = [USER, OTHER];
    this.world.chats.push({
      platform: "wecom",
      id: GROUP,
      name: "企业群",
      kind: "group",
      members,
      webhookKey: WEBHOOK_KEY,
    });
    this.door = new BotDoor(platform, (path) => (path.endsWith("app") ? "app" : "bot"));
    const shared = { world: this.world, clock };
    const app = new WecomAppServer({ ...shared, keys: APP, callbackUrl: () => `${this.door.address}/app` });
    this.app = app;
    const callbackUrl = () => `${this.door.address}/bot`;
    const beside = (server: Parameters<WecomAppServer["mount"]>[0]) => app.mount(server);
    this.sim = new WecomServer({ ...shared, ...CALLBACK, botName: BOT, callbackUrl, beside });
  }

  async open(): Promise<void> {
    await this.door.listen();
    this.base = await this.sim.listen();
  }

  create(options: Partial<WecomOptions>): Bed["platform"] {
    const http = createHttpClient({ timeoutMs: 2_000, logger: createLogger("silent"), clock });
    return createWecom({ botName: BOT, apiBase: this.base, clock, http, ...options });
  }

  get webhook(): Group {
    return { kind: "group", chatId: GROUP, webhook: `${this.base}/cgi-bin/webhook/send?key=${WEBHOOK_KEY}` };
  }

  failWebhook(trouble: Parameters<Bed["trouble"]>[1], errmsg = "ordered by a test"): void {
    this.sim.failNext(trouble === "unanswered" ? "cut-after" : { errcode: CODES[trouble], errmsg });
  }

  async close(): Promise<void> {
    this.app.close();
    await this.sim.close();
    await this.door.close();
  }
}

const STRANGE = (userid: string) => ({
  msgid: "f1",
  chattype: "single",
  from: { userid },
  msgtype: "location",
  location: { latitude: 26.4, longitude: 111.6 },
});
/** What is no message of anybody, once it is opened. */
const NO_MESSAGES: readonly (object | string)[] = [
  "not json",
  "[]",
  "null",
  {},
  { msgtype: 7 },
  { msgtype: "text", text: { content: "待办" } },
  { msgid: "g1", msgtype: "text", chattype: "group", from: { userid: USER }, text: { content: "待办" } },
  { msgid: "g2", msgtype: "event", event: { eventtype: "template_card_event" } },
  { msgid: "g3", msgtype: "event", from: { userid: USER }, event: { eventtype: "enter_chat" } },
];

/** The 智能机器人 by callback: answers stand in the response, groups are posted to by their webhooks. */
export async function wecomCallback(): Promise<Bed> {
  const ground = new Ground(() => bed.platform);
  await ground.open();
  const { sim, world, door } = ground;
  const nobody = { none: { kind: "person", userId: USER }, reason: "no-road-to-person" } as const;
  const other = { ...CALLBACK, token: letters(20) };
  const bed: Bed = {
    platform: ground.create({ bot: CALLBACK, replyCards: true }),
    world,
    heard: door.heard,
    beside: door.beside,
    states: [],
    secrets: [CALLBACK.token, CALLBACK.encodingAesKey, WEBHOOK_KEY],
    group: ground.webhook,
    person: nobody,
    budgets: { group: { perMinute: 18 } },
    quotes: "text",
    cards: "replies",
    say: async (saying) => void (await sim.say(saying)),
    strange: async (userId) => void (await sim.deliver(STRANGE(userId))),
    garbage: [
      ...NO_MESSAGES.map((one) => () => sim.deliver(one)),
      () => sim.deliver(STRANGE(USER), other),
      () => sim.post({ query: {}, body: "{}" }),
      () => sim.post({ query: { msg_signature: "x", timestamp: "0", nonce: "" }, body: "<xml>" }),
    ],
    async reply(saying, card) {
      door.answer = ({ passive }) => passive?.encode(card, true) ?? "";
      await sim.say(saying);
    },
    trouble: (_place, trouble, said) => ground.failWebhook(trouble, said),
    ready: async () => {},
    refuseCard: () => {},
    card: () => last(world.messages.flatMap(({ card }) => card ?? [])),
    async press(pressing, becomes) {
      door.answer = ({ update }) => update?.encode(becomes) ?? "";
      await sim.press(pressing);
      return labels(world.withCard("wecom", pressing.card.id)?.card);
    },
    close: () => ground.close(),
  };
  return bed;
}

const SOCKET = { botId: "aibSAMPLE0001", secret: letters(43) };
/** Nothing waits for long, and nothing that a test does not ask for happens by itself. */
const TIMES = { firstPause: 1, longestPause: 2, thinking: 60_000, silent: 60_000, answer: 2_000 };

/** The 智能机器人 by long connection. */
export async function wecomSocket(): Promise<Bed> {
  const ground = new Ground(() => bed.platform);
  const { world } = ground;
  await ground.open();
  const server = new WecomSocketServer({ world, clock, ...SOCKET, botName: BOT, replyWithin: 0 });
  const url = await server.listen();
  const heard: Bed["heard"][number][] = [];
  const states: string[] = [];
  let isOpen = false;
  let answer: (received: Extract<Received, { kind: "message" }>) => string = () => "";
  const say = async (saying: Saying) => {
    const before = heard.length;
    await server.say(saying);
    if (saying.mention !== false) await until(() => heard.length > before);
  };
  const callback = (body: unknown, cmd = "aibot_msg_callback") =>
    server.raw(JSON.stringify({ cmd, headers: { req_id: "r1" }, body }));
  const cardFrames = () => server.frames.filter(({ body }) => body["msgtype"] === "template_card");
  const group = { kind: "group", chatId: GROUP } as const;
  const bed: Bed = {
    platform: ground.create({ socket: { ...SOCKET, url, times: TIMES } }),
    world,
    heard,
    beside: [],
    states,
    secrets: [SOCKET.secret],
    group,
    person: { kind: "person", userId: USER },
    budgets: { group: { perMinute: 28, perHour: 950 }, person: { perMinute: 28, perHour: 950 } },
    quotes: "text",
    cards: "sent",
    say,
    async strange(userId) {
      callback(STRANGE(userId));
      await until(() => heard.length > 0);
    },
    garbage: [
      () => server.raw("not json"),
      () => server.raw("[]"),
      () => server.raw("{}"),
      () => server.raw('{"cmd":"aibot_msg_callback"}'),
      () => callback({}, "aibot_unknown"),
      () => callback({ event: {} }, "aibot_event_callback"),
      ...NO_MESSAGES.map((one) => () => callback(one)),
    ],
    async reply(saying, card) {
      await say(saying);
      const address = replyTo(last(heard), group);
      const sent = await sendAll(bed.platform, address, bed.platform.render(address, card));
      if (sent.state !== "sent") throw new Error(`the reply is ${sent.state}`);
    },
    trouble(_place, trouble, errmsg = "ordered by a test") {
      const errcode = { ...CODES, setting: 853000 };
      server.failNext("aibot_send_msg", trouble === "unanswered" ? "cut-after" : { errcode: errcode[trouble], errmsg });
    },
    ready: () => until(() => isOpen),
    refuseCard: () => server.failNext("aibot_send_msg", { errcode: 40058 }),
    card: () => cardIn(last(cardFrames()).body["template_card"]),
    async press(pressing, becomes) {
      answer = ({ update }) => update?.encode(becomes) ?? "";
      const event = fieldsOf(fieldsOf(pressEvent(pressing, "e1", clock.now()))["event"]);
      const { chatId, userId } = pressing;
      await server.event({ chatId, userId, text: "" }, { ...event, eventtype: "template_card_event" });
      await until(() => server.messages.updates.length > 0);
      return labels(cardIn(last(server.messages.updates)["template_card"]));
    },
    async close() {
      await connection?.close();
      await server.close();
      await ground.close();
    },
  };
  const connection = bed.platform.connection?.open({
    receive: async (received) => {
      heard.push(received.message);
      return { worked: Promise.resolve(), answer: answer(received) };
    },
    changed: (state) => {
      isOpen = state.kind === "open";
      states.push(JSON.stringify(state));
    },
  });
  await bed.ready();
  // Somebody has spoken to it there before.
  for (const chatId of [GROUP, `direct:${USER}`]) server.messages.spoken(chatId);
  return bed;
}

/** A self-built app: direct chats alone. */
export async function wecomApp(): Promise<Bed> {
  const ground = new Ground(() => bed.platform);
  await ground.open();
  const { app, door, world } = ground;
  const event = (fields: object) =>
    xmlOf({ ToUserName: APP.corpId, FromUserName: USER, CreateTime: 1785722400, MsgType: "event", ...fields });
  const text = { ToUserName: APP.corpId, FromUserName: USER, CreateTime: 1785722400, MsgType: "text" };
  const sentCards = () =>
    app.requests.filter(({ endpoint, body }) => endpoint === "send" && fieldsOf(body)["msgtype"] === "template_card");
  const bed: Bed = {
    platform: ground.create({ app: APP }),
    world,
    heard: door.heard,
    beside: door.beside,
    states: [],
    secrets: [APP.secret, CALLBACK.token, CALLBACK.encodingAesKey],
    group: { none: { kind: "group", chatId: GROUP }, reason: "no-webhook" },
    person: { kind: "person", userId: USER },
    budgets: { person: { perMinute: 28, perHour: 950 } },
    quotes: null,
    cards: "sent",
    say: async (saying) => void (await app.say(saying)),
    strange: async (userId) =>
      void (await app.deliver(xmlOf({ ...text, FromUserName: userId, MsgType: "location", MsgId: "7" }))),
    garbage: [
      ...["not xml", "<xml", "<xml></xml>", "<!DOCTYPE a><xml><MsgType>text</MsgType></xml>", xmlOf(text)].map(
        (plain) => () => app.deliver(plain),
      ),
      () => app.deliver(event({ Event: "enter_agent" })),
      () => app.deliver(event({ Event: "template_card_event" })),
      () => app.post({ query: {}, body: "<xml/>" }),
      () => app.post({ query: { msg_signature: "x", timestamp: "0", nonce: "" }, body: "{}" }),
    ],
    async reply(saying, card) {
      await app.say(saying);
      const address = replyTo(last(door.heard), null);
      const sent = await sendAll(bed.platform, address, bed.platform.render(address, card));
      if (sent.state !== "sent") throw new Error(`the reply is ${sent.state}`);
    },
    trouble(_place, trouble, errmsg = "ordered by a test") {
      app.failNext("send", trouble === "unanswered" ? "cut-after" : { errcode: CODES[trouble], errmsg });
    },
    ready: async () => {},
    refuseCard: () => app.failNext("send", { errcode: 40058 }),
    card: () => cardIn(fieldsOf(last(sentCards()).body)["template_card"]),
    async press({ userId, card, key }, becomes) {
      const code = last(sentCards()).answer?.["response_code"];
      const pressed = { Event: "template_card_event", EventKey: key, TaskId: card.id, ResponseCode: code };
      await app.deliver(event({ ...pressed, FromUserName: userId, CardType: "button_interaction" }));
      const address = replyTo(last(door.heard), null);
      await sendAll(bed.platform, address, bed.platform.render(address, becomes, card.id).slice(0, 1));
      const { body } = last(app.requests.filter(({ endpoint }) => endpoint === "update"));
      return labels(cardIn(fieldsOf(body)["template_card"]));
    },
    close: () => ground.close(),
  };
  return bed;
}
