import axios from "axios";
import { DWClient as Client, type DWClient, TOPIC_CARD, TOPIC_ROBOT } from "dingtalk-stream";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DingtalkServer } from "../../src/sandbox/dingtalk-server.ts";
import { World } from "../../src/sandbox/world.ts";
import { systemClock } from "../../src/shared/clock.ts";

/** The official client, as it is on npm, against the simulated DingTalk: what that says is what the platform says. */

const CREDENTIALS = { clientId: "dingclient", clientSecret: "this is a secret" };
const GATEWAY = "https://api.dingtalk.com";
const SAYING = { chatId: "cidPower==", userId: "0254571", text: "签收 12" };

let server: DingtalkServer;
let client: DWClient;
let redirection: number;

beforeEach(async () => {
  const world = new World(systemClock.now);
  world.people.push({ platform: "dingtalk", userId: "0254571", name: "王建国", about: "供电公司 负责人" });
  world.chats.push({ platform: "dingtalk", id: "cidPower==", name: "供电公司群", kind: "group", members: ["0254571"] });
  const options = { ...CREDENTIALS, robotCode: "dingclient", botName: "茶叙", callbackUrl: () => "" };
  server = new DingtalkServer({ world, clock: systemClock, ...options, stream: { redeliverMs: 60, farewellMs: 50 } });
  const base = await server.listen();
  // The address of the gateway is a constant of the client.
  redirection = axios.interceptors.request.use((request) => {
    request.url = request.url?.replace(GATEWAY, base) ?? "";
    return request;
  });
  for (const name of ["info", "warn", "error"] as const) vi.spyOn(console, name).mockImplementation(() => {});
});

afterEach(async () => {
  client.disconnect();
  axios.interceptors.request.eject(redirection);
  await server.close();
  vi.restoreAllMocks();
});

function connect(secret = CREDENTIALS.clientSecret): Promise<void> {
  client = new Client({ ...CREDENTIALS, clientSecret: secret });
  return client.connect();
}

async function until(what: () => boolean): Promise<void> {
  await vi.waitFor(() => expect(what()).toBe(true), { timeout: 3_000, interval: 5 });
}

describe("the official DingTalk client understands the simulated one", () => {
  it("connects with a ticket and hears what is said, which its answer acknowledges", async () => {
    client = new Client(CREDENTIALS);
    const heard: { text: { content: string }; senderStaffId: string }[] = [];
    client.registerCallbackListener(TOPIC_ROBOT, (frame) => {
      heard.push(JSON.parse(frame.data));
      client.socketCallBackResponse(frame.headers.messageId, null);
    });
    await client.connect();
    expect(await server.stream.say(SAYING)).toEqual({ status: 200 });
    expect(heard).toMatchObject([{ text: { content: " 签收 12" }, senderStaffId: "0254571" }]);
    expect(server.stream.answers).toMatchObject([{ code: 200, message: "OK", data: { response: null } }]);
    expect(server.stream.opens.at(-1)?.subscriptions).toContain(`CALLBACK ${TOPIC_ROBOT}`);
  });

  it("hears it again when it did not acknowledge it", async () => {
    client = new Client(CREDENTIALS);
    const ids: string[] = [];
    client.registerCallbackListener(TOPIC_ROBOT, (frame) => {
      ids.push(JSON.parse(frame.data).msgId);
      if (ids.length === 2) client.socketCallBackResponse(frame.headers.messageId, null);
    });
    await client.connect();
    expect(await server.stream.say(SAYING)).toEqual({ status: 200 });
    expect(ids).toEqual([ids[0], ids[0]]);
  });

  it("answers pings, events and what is pressed on cards", async () => {
    client = new Client(CREDENTIALS);
    client.registerCallbackListener(TOPIC_CARD, (frame) => {
      client.socketCallBackResponse(frame.headers.messageId, { cardData: { cardParamMap: { state: "done" } } });
    });
    await client.connect();
    const { stream } = server;
    expect(await stream.push("SYSTEM", "ping", { opaque: "o" })).toMatchObject({ code: 200, data: { opaque: "o" } });
    expect(await stream.push("EVENT", "*", {})).toMatchObject({ code: 200, data: { status: "SUCCESS" } });
    expect(await stream.press({ outTrackId: "c1" })).toMatchObject({
      data: { response: { cardData: { cardParamMap: { state: "done" } } } },
    });
  });

  it("takes the end that is announced for one, and is cut off after it", async () => {
    await connect();
    expect(client.connected).toBe(true);
    server.stream.disconnect();
    await until(() => !client.connected);
    await until(() => server.stream.connected === 0);
  });

  it("is not let in with a wrong secret", async () => {
    await connect("another secret");
    expect([client.connected, server.stream.connected]).toEqual([false, 0]);
    expect(server.stream.opens).toMatchObject([{ clientId: "dingclient", status: 401 }]);
  });
});
