import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import v8 from "node:v8";
import vm from "node:vm";
import { describe, expect, inject, it } from "vitest";
import { decodePress } from "../../src/chat/press-read.ts";
import { questionKept } from "../../src/chat/question-kept.ts";
import { toStored } from "../../src/chat/to-stored.ts";
import { understand } from "../../src/chat/understand/understand.ts";
import { parseMessage } from "../../src/platforms/dingtalk/parse.ts";
import { readFrame as readStreamFrame } from "../../src/platforms/dingtalk/stream-frame.ts";
import type { InboundMessage } from "../../src/platforms/inbound.ts";
import { parseAppCallback } from "../../src/platforms/wecom/app-parse.ts";
import { receiveForBot } from "../../src/platforms/wecom/bot-callback.ts";
import { parseCallback } from "../../src/platforms/wecom/parse.ts";
import { readFrame } from "../../src/platforms/wecom/socket-frames.ts";
import { sealCallback } from "../../src/sandbox/wecom-crypto.ts";
import { ROOT } from "../support/build.ts";
import { mutated, Reach, randomFrom } from "../support/fuzz.ts";
import { own, situationIn } from "../support/talk.ts";

/** Together more than a million inputs in the full form. */
const IS_FULL = inject("form") === "full";
const EACH = IS_FULL ? 150_000 : 350;
/** Of what people say, in short each fourth line is begun with. */
const EVERY = IS_FULL ? 1 : 4;
const BATCH = 250;
/** Of an input of ten thousand characters; one that took longer is tried again, because the machine may have been busy. */
const MOST_MS = 50;
const MOST_KEPT = 400;
const NOW = new Date("2026-11-26T02:00:00Z");
const KEYS = {
  token: "hJqcu3uJ9Tn2gXPmxx2w9kkCkCE2EPYo",
  encodingAesKey: "6qkdMrq68nTKduznJYO1A37W2oEgpkMUvkttRToqhUt",
};
const BOT = { bot: KEYS, botName: "茶叙", apiBase: "https://qyapi.weixin.qq.com", clock: { now: () => NOW } };

const fixtures = (platform: string) =>
  readdirSync(join(ROOT, "test/fixtures", platform)).map((name) =>
    readFileSync(join(ROOT, "test/fixtures", platform, name), "utf8"),
  );
const talk = readFileSync(join(ROOT, "test/fixtures/talk/companies.jsonl"), "utf8")
  .split("\n")
  .filter((line, n) => line !== "" && n % EVERY === 0)
  .map((line) => String(JSON.parse(line).text));
const [wecom, dingtalk] = [fixtures("wecom"), fixtures("dingtalk")];
const app = wecom.map((_, n) => {
  const head = `<ToUserName><![CDATA[ww1]]></ToUserName><FromUserName><![CDATA[u${n}]]></FromUserName>`;
  return `<xml>${head}<CreateTime>1</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[进度 ${n}]]></Content><MsgId>${n}</MsgId></xml>`;
});
const frames = (bodies: readonly string[], frame: (body: string) => string) => bodies.map(frame);

/** What is kept of a message has its bounds, whatever came. */
function bounded(message: InboundMessage): void {
  const stored = toStored(message);
  if (stored === null) return;
  expect(stored.text.length).toBeLessThanOrEqual(20_000);
  expect(`${stored.messageId}${stored.senderId}${stored.groupId}`).not.toMatch(/[\0\p{Cs}]/u);
}

const SITUATIONS = [
  situationIn({ who: "liaison", issues: [own(12, "answered", "三车间停电"), own(13, "in_progress", "门口积水")] }),
  situationIn({ who: "officer", issues: [own(12, "dispatched", "三车间停电"), own(13, "in_progress", "门口积水")] }),
  situationIn({ who: "coordinator", issues: [own(12, "submitted", "三车间停电")] }),
];

interface Target {
  readonly name: string;
  readonly seeds: readonly string[];
  /** Throws when it is not as it should be. */
  readonly take: (input: string, n: number) => void;
}

const TARGETS: readonly Target[] = [
  {
    name: "the plaintext of WeCom's bot",
    seeds: wecom,
    take: (input) => {
      const parsed = parseCallback(input, "nonce", "茶叙");
      if (parsed.kind === "message") bounded(parsed.message);
    },
  },
  {
    name: "WeCom's callback, as it comes: nothing that is not signed is a message",
    seeds: wecom.map((text) => sealCallback(KEYS, text, { timestamp: NOW.getTime() / 1_000, nonce: "n" }).body),
    take: (input) => {
      const { query } = sealCallback(KEYS, wecom[0] ?? "", { timestamp: NOW.getTime() / 1_000, nonce: "n" });
      const request = { method: "POST" as const, query, headers: {}, body: Buffer.from(input) };
      expect(receiveForBot(BOT, request).kind).toBe("refused");
    },
  },
  {
    name: "the plaintext of WeCom's app",
    seeds: app,
    take: (input) => {
      const parsed = parseAppCallback(input, "nonce", "茶叙");
      if (parsed.kind === "message") bounded(parsed.message);
    },
  },
  {
    name: "the frames of WeCom's connection",
    seeds: frames(wecom, (body) => `{"cmd":"aibot_msg_callback","headers":{"req_id":"1"},"body":${body}}`),
    take: (input) => void readFrame(input),
  },
  {
    name: "the body of DingTalk's robot",
    seeds: dingtalk,
    take: (input) => {
      const context = { botName: "茶叙", now: NOW, trustedOrigins: ["https://oapi.dingtalk.com"] };
      const parsed = parseMessage(Buffer.from(input), context);
      if (parsed.kind === "message") bounded(parsed.message);
    },
  },
  {
    name: "the frames of DingTalk's stream",
    seeds: frames(dingtalk, (body) =>
      JSON.stringify({ type: "CALLBACK", headers: { topic: "/v1.0/im/bot/messages/get", messageId: "1" }, data: body }),
    ),
    take: (input) => void readStreamFrame(input),
  },
  {
    name: "what people say",
    seeds: talk,
    take: (input, n) => {
      const text = toStored({ ...SAID, text: input })?.text ?? "";
      const situation = SITUATIONS[n % SITUATIONS.length];
      // Longer ones are answered before anything looks into them.
      if (situation !== undefined && [...text].length <= 2_500) understand(text, situation);
    },
  },
  {
    name: "what a button brings back, and a question that was kept",
    seeds: [
      "chaxu:1:do:sign:12:3",
      JSON.stringify({ ask: "which", doing: { command: "sign", word: "签收", number: null, rest: "" }, among: [1, 2] }),
    ],
    take: (input) => {
      decodePress(input);
      questionKept(jsonIn(input));
    },
  },
];

const SAID: InboundMessage = {
  platform: "wecom",
  messageId: "m",
  sender: { id: "u" },
  chat: { kind: "group", id: "g" },
  text: "",
  pictures: 0,
};

function jsonIn(input: string): unknown {
  try {
    return JSON.parse(input);
  } catch {
    return input;
  }
}

v8.setFlagsFromString("--expose_gc");
const collect = vm.runInNewContext("gc") as () => void;

/** In MB, of what is in use. */
function memory(): number {
  collect();
  return process.memoryUsage().heapUsed / 1_048_576;
}

describe("whatever comes", () => {
  it.each(TARGETS)("crashes nothing, takes no time and leaves nothing behind: $name", async ({ name, seeds, take }) => {
    const random = randomFrom(20_261_126);
    const reach = new Reach();
    const corpus = [...seeds];
    const pick = () => corpus[Math.floor(random() * corpus.length)] ?? "";
    const timed = (input: string, n: number) => {
      const began = performance.now();
      take(input, n);
      return performance.now() - began;
    };
    for (const [n, seed] of seeds.entries()) timed(mutated(seed, pick(), random), n);
    await reach.begin();
    let slowest = { ms: 0, input: "" };
    let atFirst = 0;
    for (let done = 0; done < EACH; done += BATCH) {
      const inputs = Array.from({ length: BATCH }, () => mutated(pick(), pick(), random));
      for (const [n, input] of inputs.entries()) {
        let ms = timed(input, n);
        for (let again = 0; ms > slowest.ms && again < 3; again++) ms = Math.min(ms, timed(input, n));
        if (ms > slowest.ms) slowest = { ms, input };
      }
      if ((await reach.isNew()) && corpus.length < MOST_KEPT) corpus.push(...inputs.filter((_, n) => n % 25 === 0));
      if (done === BATCH) atFirst = memory();
    }
    const more = memory() - atFirst;
    const places = reach.size;
    await reach.end();
    process.stdout.write(
      `${name}: ${EACH} inputs, ${places} places reached, ${corpus.length} kept, slowest ${slowest.ms.toFixed(1)} ms, ${more.toFixed(1)} MB more\n`,
    );
    expect(slowest.ms > MOST_MS ? slowest : null).toBeNull();
    expect(more).toBeLessThan(30);
  });
});
