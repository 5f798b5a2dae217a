import { lookup as systemLookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { createDingtalk } from "../../src/platforms/dingtalk/index.ts";
import { download } from "../../src/platforms/download.ts";
import { createHttpClient } from "../../src/platforms/http-client.ts";
import type { MediaSource } from "../../src/platforms/inbound.ts";
import type { Fetched, Platform } from "../../src/platforms/platform.ts";
import { createWecom } from "../../src/platforms/wecom/index.ts";
import { Sandbox } from "../../src/sandbox/sandbox.ts";
import type { SentFiles } from "../../src/sandbox/sent-files.ts";
import { OffsetClock } from "../../src/shared/clock.ts";
import { createLogger } from "../../src/shared/logger.ts";

/** What people send, as both platforms give it: from their own hosts, decrypted, and no more of it than is taken. */
const LIMIT = 20 * 1024 * 1024;
const FILE = { name: "现场 1.jpg", mime: "image/jpeg", bytes: Buffer.from("not looked at here, of some odd length…") };

const clock = new OffsetClock();
const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function open() {
  const sandbox = new Sandbox({ clock, botNames: { wecom: "茶叙", dingtalk: "茶叙" }, botUrl: () => "" });
  const bases = await sandbox.listen();
  closing.push(() => sandbox.close());
  const logger = createLogger("silent");
  const http = createHttpClient({ logger, clock });
  const { keys } = sandbox;
  const wecom = createWecom({
    botName: "茶叙",
    bot: keys.wecom,
    app: keys.wecomApp,
    apiBase: bases.wecom,
    clock,
    http,
    logger,
  });
  const dingtalk = createDingtalk({
    botName: "茶叙",
    app: keys.dingtalk,
    apiBase: bases.dingtalk,
    oapiBase: bases.dingtalk,
    clock,
    http,
  });
  return { sandbox, wecom, dingtalk };
}

const fetchFrom = async (platform: Platform, source: MediaSource): Promise<Fetched> => {
  if (platform.fetchMedia === undefined) throw new Error("it fetches nothing");
  return platform.fetchMedia(source, { limit: LIMIT });
};

/** An address at the store, with the failures that the next requests meet. */
const urlOf = (store: SentFiles): MediaSource => ({ by: "url", url: store.addressOf(store.keep(FILE)) });

describe("what was sent to a bot", () => {
  it("is fetched from each platform, decrypted by the callback's key or the message's own, with its name", async () => {
    const { sandbox, wecom, dingtalk } = await open();
    const { sent } = sandbox.wecom;
    const key = Buffer.from(`${sandbox.keys.wecom.encodingAesKey}=`, "base64");
    const own = Buffer.alloc(32, 9);
    const whole = { state: "fetched", bytes: FILE.bytes, name: FILE.name };
    const url = (store: SentFiles, by: Buffer) => store.addressOf(store.keep(FILE, { key: by }));
    expect(await fetchFrom(wecom, { by: "url", url: url(sent, key) })).toEqual(whole);
    expect(await fetchFrom(wecom, { by: "url", url: url(sent, own), key: own.toString("base64") })).toEqual(whole);
    // By no key of ours it is not opened, and not taken for opened.
    const strange = await fetchFrom(wecom, { by: "url", url: url(sent, own) });
    expect(strange.state === "fetched" && strange.bytes.equals(FILE.bytes)).toBe(false);
    const mediaId = sandbox.wecomApp.sent.keep(FILE);
    expect(await fetchFrom(wecom, { by: "media-id", id: mediaId })).toEqual(whole);
    const code = sandbox.dingtalk.sent.keep(FILE);
    expect(await fetchFrom(dingtalk, { by: "code", code: "none", second: code })).toEqual(whole);
  });

  it("is over when its address, its media id or its code is", async () => {
    const { sandbox, wecom, dingtalk } = await open();
    const { sent } = sandbox.wecom;
    const gone = sent.addressOf(sent.keep(FILE, { livesMs: 0 }));
    expect(await fetchFrom(wecom, { by: "url", url: gone })).toMatchObject({ state: "refused", why: "gone" });
    expect(await fetchFrom(wecom, { by: "media-id", id: "none" })).toMatchObject({ state: "refused", why: "gone" });
    expect(await fetchFrom(dingtalk, { by: "code", code: "none" })).toMatchObject({ state: "refused", why: "gone" });
    sandbox.dingtalk.failNext("download", {
      status: 400,
      body: { code: "what.nobody.knows", message: "no", requestid: "r1" },
    });
    expect(await fetchFrom(dingtalk, { by: "code", code: "x" })).toMatchObject({ state: "later", isDoubtful: true });
    sandbox.dingtalk.failNext("download", { status: 503 });
    const code = sandbox.dingtalk.sent.keep(FILE);
    expect(await fetchFrom(dingtalk, { by: "code", code })).toMatchObject({ state: "later" });
  });

  it("is not fetched from other hosts, closed networks or by redirects to them, and redirects end", async () => {
    const { sandbox, wecom } = await open();
    const { sent } = sandbox.wecom;
    const elsewhere = [
      "https://example.com/a",
      "http://10.0.0.1/a",
      "http://169.254.169.254/latest",
      "file:///etc/passwd",
      "no url",
    ];
    for (const url of elsewhere) {
      expect(await fetchFrom(wecom, { by: "url", url }), url).toMatchObject({ state: "refused", why: "address" });
      sent.failNext({ status: 302, headers: { location: url } });
      const found = await fetchFrom(wecom, urlOf(sent));
      // What is no URL leads to a path of the same host, where nothing is.
      expect(found, url).toMatchObject({ state: "refused", why: url === "no url" ? "gone" : "address" });
    }
    const here = sent.addressOf(sent.keep(FILE));
    sent.failNext({ status: 302, headers: { location: here } });
    expect(await fetchFrom(wecom, urlOf(sent))).toMatchObject({ state: "fetched" });
    sent.failNext({ status: 302, headers: { location: here } }, 4);
    expect(await fetchFrom(wecom, urlOf(sent))).toMatchObject({ state: "refused", why: "address" });
  });

  it("is cut where it is larger than is taken: by its length, while it comes, and without an end", async () => {
    const { sandbox, wecom } = await open();
    const { sent } = sandbox.wecom;
    const large = { ...FILE, bytes: Buffer.alloc(21 * 1024 * 1024) };
    const url = sent.addressOf(sent.keep(large));
    expect(await fetchFrom(wecom, { by: "url", url })).toMatchObject({ state: "refused", why: "too-large" });
    sent.failNext("endless");
    expect(await fetchFrom(wecom, urlOf(sent))).toMatchObject({ state: "refused", why: "too-large" });
    const whole = { ...FILE, bytes: Buffer.alloc(LIMIT, 1) };
    const key = Buffer.from(`${sandbox.keys.wecom.encodingAesKey}=`, "base64");
    const most = sent.addressOf(sent.keep(whole, { key }));
    expect(await fetchFrom(wecom, { by: "url", url: most })).toMatchObject({ state: "fetched" });
    sent.failNext("cut");
    expect(await fetchFrom(wecom, urlOf(sent))).toMatchObject({ state: "later" });
    sent.failNext({ status: 200, headers: { "content-length": "100" }, body: "ten bytes." });
    expect(await fetchFrom(wecom, urlOf(sent))).toMatchObject({ state: "later" });
  });
});

describe("a download from the real platforms' hosts", () => {
  const rules = { hosts: [".qq.com"], apiBase: "https://qyapi.weixin.qq.com", limit: LIMIT, timeoutMs: 2_000 };
  const leadsTo =
    (...all: string[]): LookupFunction =>
    (_name, _options, done) =>
      done(
        null,
        all.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
      );

  it("makes no connection where the name leads into a closed network, and none to the own machine", async () => {
    for (const all of [["127.0.0.1"], ["10.1.2.3"], ["8.8.8.8", "192.168.0.1"], ["::1"], ["fd00::1"], []]) {
      const got = await download({ ...rules, url: "https://p.qq.com/a", lookup: leadsTo(...all) });
      expect(got, all.join()).toMatchObject({ state: "refused", why: "address" });
    }
    for (const url of [
      "http://127.0.0.1/a",
      "https://localhost/a",
      "https://evilqq.com/a",
      "https://qq.com.evil.cn/a",
      "https://p.qq.com:8443/a",
      "https://u:p@p.qq.com/a",
    ]) {
      expect(await download({ ...rules, url, lookup: systemLookup }), url).toMatchObject({
        state: "refused",
        why: "address",
      });
    }
  });
});
