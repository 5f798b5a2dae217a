import { once } from "node:events";
import { createServer, type IncomingMessage, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sandboxPage } from "../../src/sandbox/page.ts";
import { PageFeed } from "../../src/sandbox/page-feed.ts";
import { type PlatformSaying, type SimMessage, World } from "../../src/sandbox/world.ts";
import { ChaxuError } from "../../src/shared/errors.ts";

const NOW = new Date("2026-11-26T01:42:00Z");
let world: World;
let server: Server;
let base: string;
let said: PlatformSaying[];
let sayFails: Error | null;
let suggested: { text: string; does: string }[];
let askers: unknown[];

beforeEach(async () => {
  world = new World(() => NOW);
  world.people.push(
    { platform: "wecom", userId: "zhou", name: "周长友", about: "中塑科技 · 联络员" },
    { platform: "wecom", userId: "limin", name: "李敏", about: "营商办 · 协调员" },
    { platform: "dingtalk", userId: "0254571", name: "王建国", about: "供电公司 · 负责人" },
  );
  world.chats.push({
    platform: "wecom",
    id: "qiye",
    name: "园区企业群",
    kind: "group",
    members: ["zhou"],
    webhookKey: "key-of-the-webhook",
    webhookSecret: "secret-of-the-webhook",
  });
  said = [];
  sayFails = null;
  suggested = [];
  askers = [];
  const app = express();
  app.use(
    sandboxPage({
      world,
      parkName: "永州经开区",
      botNames: { wecom: "茶叙", dingtalk: "茶叙" },
      now: () => NOW,
      timeZone: "Asia/Shanghai",
      roads: "connection",
      heartbeatMs: 20,
      suggest: async (asker) => {
        askers.push(asker);
        return suggested;
      },
      say: async (message) => {
        if (sayFails) throw sayFails;
        said.push(message);
      },
    }),
  );
  server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, "close");
});

function message(id: string, text: string, more: Partial<SimMessage> = {}): SimMessage {
  return {
    id,
    platform: "wecom",
    chatId: "qiye",
    from: null,
    format: "markdown",
    text,
    mentions: [],
    at: NOW,
    ...more,
  };
}

interface PageState {
  readonly people: unknown[];
  readonly chats: unknown[];
  readonly cursor: string;
  readonly keptInChat: number;
  readonly messages: { id: string; html: string }[];
}

/** What the server answers is trusted to have the shape that the tests then look at. */
async function bodyOf<T>(response: Response): Promise<T> {
  return (await response.json()) as T;
}

const state = async () => bodyOf<PageState>(await fetch(`${base}/sandbox/api/state`));
const errorOf = async (response: Response) => (await bodyOf<{ error: string }>(response)).error;

function post(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${base}/sandbox/api/say`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

const GOOD = { platform: "wecom", chatId: "qiye", userId: "zhou", text: "诉求 停电", mention: true };

describe("the sandbox page's files", () => {
  it("are served with everything that they refer to, and refer to nothing elsewhere", async () => {
    // The board is not the sandbox's.
    const seen = new Set<string>(["/"]);
    const visit = async (path: string): Promise<void> => {
      if (seen.has(path)) return;
      seen.add(path);
      const response = await fetch(base + path);
      expect(response.status, path).toBe(200);
      const text = await response.text();
      if (!path.endsWith(".svg")) {
        expect(text.replaceAll("http://www.w3.org/2000/svg", ""), path).not.toMatch(/https?:\/\//);
      }
      const found = [...text.matchAll(/(?:src|href)="([^"]+)"|from "(\.\/[^"]+)"|@import \{[^}]*\} from "([^"]+)"/g)];
      for (const match of found) await visit(new URL(match[1] ?? match[2] ?? match[3] ?? "", base + path).pathname);
    };
    await visit("/sandbox");
    expect([...seen].filter((path) => path.endsWith(".js")).length).toBeGreaterThan(5);
  });

  it("need neither inline scripts nor inline styles", async () => {
    const html = await (await fetch(`${base}/sandbox`)).text();
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=/i);
  });

  it("are all that the assets path gives away", async () => {
    for (const path of ["../page.ts", "..%2fpage.ts", "%2e%2e/world.ts", ".env", ""]) {
      expect((await fetch(`${base}/sandbox/assets/${path}`)).status, path).toBe(404);
    }
  });
});

describe("the sandbox page's state", () => {
  it("tells people, chats, the time and the messages as HTML, and no webhook secrets", async () => {
    world.post(message("m1", "**好** <@zhou>", { mentions: ["zhou"] }));
    const body = await state();
    expect(body).toMatchObject({ parkName: "永州经开区", now: NOW.toISOString(), timeZone: "Asia/Shanghai" });
    expect(body).toHaveProperty("roads", "connection");
    expect(body.people).toHaveLength(3);
    expect(body.chats).toEqual([
      { platform: "wecom", id: "qiye", name: "园区企业群", kind: "group", members: ["zhou"], audience: ["zhou"] },
    ]);
    expect(body.messages[0]?.html).toBe(
      '<p><strong>好</strong> <span class="mention" data-user="zhou">@周长友</span></p>',
    );
    expect(JSON.stringify(body)).not.toContain("of-the-webhook");
  });

  it("holds the last 100 messages of each chat, however busy the others are", async () => {
    world.post(message("quiet", "x", { chatId: "direct:limin" }));
    for (let number = 1; number <= 105; number += 1) world.post(message(`m${number}`, "x"));
    const { messages, keptInChat } = await state();
    expect(keptInChat).toBe(100);
    expect(messages.map(({ id }) => id).slice(0, 2)).toEqual(["quiet", "m6"]);
    expect(messages).toHaveLength(101);
  });

  it("tells what a message of the bot's offers to say, and nothing of what people write", async () => {
    const text = "要作为诉求提交吗？\n\n可以回复：「是」「算了」\n\n*签收 12　退单 12 原因*";
    world.post(message("m1", text, { to: "zhou" }));
    world.post(message("m2", text, { from: "zhou", format: "text" }));
    const { messages } = await state();
    expect(messages[0]).toMatchObject({
      to: "zhou",
      offers: {
        choices: ["是", "算了"],
        line: "签收 12　退单 12 原因",
        steps: [{ text: "签收 12" }, { text: "退单 12 原因", blank: "原因" }],
      },
    });
    expect(messages[1]).not.toHaveProperty("offers");
  });
});

describe("what the sandbox page suggests", () => {
  const ask = (change: Record<string, string> = {}) => {
    const place = { platform: "wecom", chatId: "qiye", userId: "zhou", ...change };
    return fetch(`${base}/sandbox/api/suggestions?${new URLSearchParams(place)}`);
  };

  it("is what the program says for this person in this chat", async () => {
    suggested = [{ text: "签收 12", does: "签收诉求" }];
    const response = await ask();
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.json()).toEqual({ suggestions: suggested });
    await ask({ chatId: "direct:zhou" });
    expect(askers).toEqual([
      { platform: "wecom", groupId: "qiye", senderId: "zhou" },
      { platform: "wecom", groupId: null, senderId: "zhou" },
    ]);
    expect(world.chats).toHaveLength(1);
  });

  it.each([
    ["a platform that is none", { platform: "slack" }, "平台"],
    ["a person who is not there", { userId: "nobody" }, "没有这个人"],
    ["a chat that is not there", { chatId: "other" }, "没有这个会话"],
    ["somebody else's direct chat", { chatId: "direct:limin" }, "不在这个会话里"],
  ])("is refused for %s with a sentence", async (_what, change, sentence) => {
    const response = await ask(change);
    expect(response.status).toBe(400);
    expect(await errorOf(response)).toContain(sentence);
    expect(askers).toEqual([]);
  });
});

describe("saying something on the sandbox page", () => {
  it("hands it on as it was written", async () => {
    world.post(message("m1", "#12"));
    const response = await post({ ...GOOD, text: "  签收\n好 ", quotes: "m1" });
    expect(response.status).toBe(200);
    expect(said).toEqual([{ ...GOOD, text: "  签收\n好 ", quotes: "m1" }]);
  });

  it("makes a direct chat on demand, once, where no mention is needed", async () => {
    const direct = { ...GOOD, userId: "limin", chatId: "direct:limin" };
    await post(direct);
    await post(direct);
    expect(said).toHaveLength(2);
    expect(said[0]?.mention).toBe(false);
    expect(world.chats.filter((chat) => chat.kind === "direct")).toEqual([
      { platform: "wecom", id: "direct:limin", name: "李敏", kind: "direct", members: ["limin"] },
    ]);
  });

  it.each([
    ["a platform that is none", { platform: "slack" }, "平台"],
    ["a person who is not there", { userId: "nobody" }, "没有这个人"],
    ["a person of the other platform", { userId: "0254571" }, "没有这个人"],
    ["a chat that is not there", { chatId: "other" }, "没有这个会话"],
    ["a chat that the person is not in", { userId: "limin" }, "不在这个会话里"],
    ["somebody else's direct chat", { chatId: "direct:limin" }, "不在这个会话里"],
    ["an empty text", { text: " \n" }, "不能是空的"],
    ["a text of another kind", { text: 5 }, "不能是空的"],
    ["a text over 5000 characters", { text: "字".repeat(5001) }, "5001"],
    ["a mention that is neither true nor false", { mention: "yes" }, "mention"],
    ["a quotation of a message that is not there", { quotes: "m9" }, "引用"],
  ])("refuses %s with a sentence", async (_what, change, sentence) => {
    const response = await post({ ...GOOD, ...change });
    expect(response.status).toBe(400);
    expect(await errorOf(response)).toContain(sentence);
    expect(said).toEqual([]);
    expect(world.chats).toHaveLength(1);
  });

  it("takes a text of exactly 5000 characters", async () => {
    expect((await post({ ...GOOD, text: "字".repeat(5000) })).status).toBe(200);
  });

  it("refuses what is no JSON, or too long, with a sentence", async () => {
    const answers = [await post("{"), await post("null"), await post({ ...GOOD, text: "x".repeat(70_000) })];
    expect(answers.map((answer) => answer.status)).toEqual([400, 400, 413]);
    for (const answer of answers) expect(await errorOf(answer)).toMatch(/。$/);
  });

  it("takes JSON alone, from its own origin alone", async () => {
    expect((await post(GOOD, { "content-type": "text/plain" })).status).toBe(415);
    for (const origin of ["https://evil.example", "null", base.replace(/\d+$/, "1")]) {
      expect((await post(GOOD, { origin })).status, origin).toBe(403);
    }
    expect(said).toEqual([]);
    expect((await post(GOOD, { origin: base })).status).toBe(200);
  });

  it("says so when the bot could not be reached, with the reason only where it is fit to be shown", async () => {
    sayFails = new Error("password=hunter2");
    const vague = await post(GOOD);
    expect(vague.status).toBe(502);
    expect(await vague.text()).not.toContain("hunter2");
    sayFails = new ChaxuError("callback", "机器人的回调地址没有应答。");
    expect(await errorOf(await post(GOOD))).toContain("没有应答");
  });
});

/** A browser's side of the stream: collects what comes. */
async function listen(query = "", headers: Record<string, string> = {}, address = `${base}/sandbox/api/stream`) {
  const asked = request(address + query, { headers });
  asked.on("error", () => undefined);
  asked.end();
  const [response] = (await once(asked, "response")) as [IncomingMessage];
  let text = "";
  response.setEncoding("utf8").on("data", (piece: string) => (text += piece));
  response.on("error", () => undefined);
  return {
    response,
    received: () => text,
    until: (wanted: RegExp | string) => expect.poll(() => text, { timeout: 3000 }).toMatch(wanted),
    leave: () => asked.destroy(),
  };
}

describe("the sandbox page's stream", () => {
  it("tells new and changed messages, how to come back, and that it lives", async () => {
    const browser = await listen();
    expect(browser.response.headers["content-type"]).toContain("text/event-stream");
    await browser.until(/retry: \d+/);
    world.post(message("m1", "在办"));
    await browser.until("在办");
    world.post(message("m1", "办**好**了"));
    await browser.until("办<strong>好</strong>了");
    await browser.until(/^: /m);
    const events = [...browser.received().matchAll(/^id: (.+)\nevent: message\ndata: (.+)$/gm)];
    expect(events.map((event) => JSON.parse(event[2] ?? "").id)).toEqual(["m1", "m1"]);
    expect(new Set(events.map((event) => event[1])).size).toBe(2);
  });

  it("begins where the state ended", async () => {
    world.post(message("m1", "早的"));
    const { cursor } = await state();
    world.post(message("m2", "其间的"));
    const browser = await listen(`?after=${cursor}`);
    await browser.until("其间的");
    expect(browser.received()).not.toContain("早的");
  });

  it("gives a browser that comes back what it missed, from its last id rather than its first", async () => {
    const { cursor } = await state();
    const browser = await listen(`?after=${cursor}`);
    world.post(message("m1", "第一条"));
    await browser.until("第一条");
    const last = /^id: (.+)$/m.exec(browser.received())?.[1] ?? "";
    browser.leave();
    world.post(message("m2", "第二条"));
    const again = await listen(`?after=${cursor}`, { "last-event-id": last });
    await again.until("第二条");
    expect(again.received()).not.toContain("第一条");
  });

  it("tells a browser that was away too long, or across a restart, to begin anew", async () => {
    const { cursor } = await state();
    for (let number = 0; number < 1001; number += 1) world.post(message(`m${number}`, "x"));
    for (const after of [cursor, "another-1", "nonsense", `${cursor.split("-")[0]}-99999`]) {
      const browser = await listen(`?after=${after}`);
      await browser.until("event: reset");
      expect(browser.received()).not.toContain("event: message");
    }
  });

  it("forgets a browser that left, and goes on for the others", async () => {
    const feed = new PageFeed(world, (one) => one, 20);
    const own = createServer(express().get("/", (incoming, response) => feed.serve(incoming, response)));
    own.listen(0, "127.0.0.1");
    await once(own, "listening");
    const address = `http://127.0.0.1:${(own.address() as AddressInfo).port}/`;
    try {
      const gone = await listen("", {}, address);
      const here = await listen("", {}, address);
      expect(feed.listeners).toBe(2);
      gone.leave();
      await expect.poll(() => feed.listeners).toBe(1);
      world.post(message("m1", "还在"));
      await here.until("还在");
    } finally {
      own.closeAllConnections();
      own.close();
    }
  });
});
