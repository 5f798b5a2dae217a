import { createDingtalk } from "../../../src/platforms/dingtalk/index.ts";
import { createHttpClient } from "../../../src/platforms/http-client.ts";
import type { InboundMessage, Received } from "../../../src/platforms/inbound.ts";
import { cardCallback } from "../../../src/sandbox/dingtalk-cards.ts";
import { DingtalkServer } from "../../../src/sandbox/dingtalk-server.ts";
import { type Pressing, World } from "../../../src/sandbox/world.ts";
import { createLogger } from "../../../src/shared/logger.ts";
import { until } from "../wecom-socket.ts";
import { type Bed, BOT, BotDoor, labels, last, letters, OTHER, replyTo, sendAll, USER } from "./bed.ts";

export const GROUP = "cidSAMPLEGroup01AbCd==";

const clock = { now: () => new Date("2026-08-03T10:00:00+08:00") };
const APP = { clientId: "dingsample", clientSecret: letters(48), robotCode: "dingsample" };
const CARD_SECRET = letters(32);
const REFUSALS = {
  passing: { status: 503, code: "system.busy" },
  lasting: { status: 400, code: "invalidParameter.param.invalid" },
  setting: { status: 403, code: "Forbidden.AccessDenied.AccessTokenPermissionDenied" },
} as const;

type Heard = Extract<Received, { kind: "message" }>;

/** What the two roads have in common: sending, and what is shown. */
class Ground {
  readonly world = new World(clock.now);
  readonly server: DingtalkServer;
  base = "";
  answer: (received: Heard) => string = () => "{}";

  constructor(callbackUrl: () => string) {
    const { world } = this;
    world.people.push(
      { platform: "dingtalk", userId: USER, name: "王建国", about: "供电公司" },
      { platform: "dingtalk", userId: OTHER, name: "周长友", about: "中塑科技" },
    );
    const members = [USER, OTHER];
    world.chats.push({ platform: "dingtalk", id: GROUP, name: "供电公司群", kind: "group", members });
    const stream = { redeliverMs: 2_000, farewellMs: 100 };
    this.server = new DingtalkServer({ world, clock, ...APP, botName: BOT, callbackUrl, stream });
  }

  async open(): Promise<void> {
    this.base = await this.server.listen();
  }

  create(mode: "callback" | "stream", botUrl: string): Bed["platform"] {
    const cards = { templateId: "sample.schema", callbackUrl: `${botUrl}/card` };
    const http = createHttpClient({ timeoutMs: 2_000, logger: createLogger("silent"), clock });
    const bases = { apiBase: this.base, oapiBase: this.base };
    const times = { firstPauseMs: 1, longestPauseMs: 2 };
    return createDingtalk({
      botName: BOT,
      app: APP,
      mode,
      cards,
      cardSecret: CARD_SECRET,
      ...bases,
      times,
      clock,
      http,
    });
  }

  /** What is the same on both. */
  common(platform: Bed["platform"], heard: readonly InboundMessage[], say: Bed["say"]) {
    const group = { kind: "group", chatId: GROUP } as const;
    const api = { perMinute: 300, quota: "dingtalk:api" } as const;
    return {
      platform,
      world: this.world,
      heard,
      secrets: [APP.clientSecret, CARD_SECRET],
      group,
      person: { kind: "person", userId: USER } as const,
      budgets: { group: api, person: api },
      quotes: "key",
      cards: "sent",
      say,
      reply: async (saying, card) => {
        await say(saying);
        const address = replyTo(last(heard), group);
        const sent = await sendAll(platform, address, platform.render(address, card));
        if (sent.state !== "sent") throw new Error(`the reply is ${sent.state}`);
      },
      trouble: (place, trouble, message = "ordered by a test") => {
        if (trouble === "unanswered") return this.server.failNext(place, "cut-after");
        const { status, code } = REFUSALS[trouble];
        this.server.failNext(place, { status, body: { code, message, requestid: "r1" } });
      },
      ready: async () => {},
      refuseCard: () => {
        const body = { code: "param.error", message: "no", requestid: "r1" };
        this.server.failNext("card", { status: 400, body });
      },
      card: () => last(this.world.messages.flatMap(({ card }) => card ?? [])),
    } satisfies Partial<Bed>;
  }

  strange(userId: string): object {
    const ids = { senderStaffId: userId, senderCorpId: "dingcorp", chatbotCorpId: "dingcorp", senderId: "$:s" };
    return { msgtype: "unknownMsgType", msgId: "f1", conversationType: "1", conversationId: "cidD==", ...ids };
  }

  /** What is no message of anybody. */
  readonly garbage: readonly (object | string)[] = [
    "not json",
    "[]",
    "null",
    {},
    { msgtype: 7 },
    { msgtype: "text", text: { content: "待办" } },
    { msgtype: "text", msgId: "g1", conversationType: "9", text: { content: "待办" } },
  ];
}

/** The robot by callback, its cards too. */
export async function dingtalkCallback(): Promise<Bed> {
  const door: BotDoor = new BotDoor(
    () => bed.platform,
    (path) => (path.endsWith("card") ? "card" : "robot"),
  );
  await door.listen();
  const ground = new Ground(() => `${door.address}/robot`);
  await ground.open();
  const { server, world } = ground;
  door.answer = (received) => ground.answer(received);
  const press = (body: string, headers: Readonly<Record<string, string>>) =>
    fetch(`${door.address}/card`, { method: "POST", body, headers }).then((response) => response.text());
  const bed: Bed = {
    ...ground.common(
      ground.create("callback", door.address),
      door.heard,
      async (saying) => void (await server.say(saying)),
    ),
    beside: door.beside,
    states: [],
    strange: async (userId) => void (await server.deliver(ground.strange(userId))),
    garbage: [
      ...ground.garbage.map((one) => () => server.deliver(one)),
      () => server.deliver(ground.strange(USER), { sign: "AAAA" }),
      () => server.deliver(ground.strange(USER), { timestamp: null }),
      () => press("{}", {}),
      () => press("not json", { "x-ddpaas-signature": "x", "x-ddpaas-signature-timestamp": "0" }),
    ],
    async press(pressing, becomes) {
      ground.answer = ({ update }) => update?.encode(becomes) ?? "{}";
      await server.press(pressing);
      return labels(world.withCard("dingtalk", pressing.card.id)?.card);
    },
    async close() {
      await server.close();
      await door.close();
    },
  };
  return bed;
}

/** The robot by Stream mode, its cards too. */
export async function dingtalkStream(): Promise<Bed> {
  const ground = new Ground(() => "http://127.0.0.1:9/never");
  await ground.open();
  const { server } = ground;
  const heard: InboundMessage[] = [];
  const states: string[] = [];
  const platform = ground.create("stream", "http://127.0.0.1:9");
  const connection = platform.connection?.open({
    receive: async (received) => {
      heard.push(received.message);
      return { worked: Promise.resolve(), answer: ground.answer(received) };
    },
    changed: (state) => void states.push(JSON.stringify(state)),
  });
  await until(() => states.length > 0);
  const push = (type: string, topic: string, body: object) => server.stream.push(type, topic, body);
  const pressed = async (pressing: Pressing) => {
    const answer = await server.stream.press(cardCallback(pressing));
    return buttonsIn(answer?.data);
  };
  return {
    ...ground.common(platform, heard, async (saying) => void (await server.stream.say(saying))),
    beside: [],
    states,
    strange: async (userId) => void (await server.stream.deliver(ground.strange(userId))),
    garbage: [
      () => server.stream.garbage("not json"),
      () => server.stream.garbage("[]"),
      () => server.stream.garbage('{"headers":{}}'),
      () =>
        server.stream.garbage('{"type":"UNKNOWN","headers":{"topic":"/v1.0/unknown","messageId":"m1"},"data":"{}"}'),
      () => push("CALLBACK", "/v1.0/unknown", {}),
      () => push("CALLBACK", "/v1.0/card/instances/callback", {}),
      ...ground.garbage.map((one) => () => server.stream.deliver(one)),
    ],
    async press(pressing, becomes) {
      ground.answer = ({ update }) => update?.encode(becomes) ?? "{}";
      return pressed(pressing);
    },
    async close() {
      await connection?.close();
      await server.close();
    },
  };
}

/** The buttons that the answer to a press puts on the card. */
function buttonsIn(data: unknown): readonly string[] {
  const params = ["response", "cardData", "cardParamMap"].reduce(inside, data);
  return [1, 2, 3, 4, 5, 6].map((place) => String(inside(params, `button${place}`))).filter((text) => text !== "");
}

function inside(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : "";
}
