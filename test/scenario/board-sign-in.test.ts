import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, startApp } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import { createLogger } from "../../src/shared/logger.ts";
import { freshDatabase, type TestDatabase } from "../support/databases.ts";
import { Outside, smallPark } from "../support/outside.ts";
import { Visitor } from "../support/visitor.ts";

/** The board with both platforms configured: 周长友 has an account of each, 李敏 one of DingTalk. */

const CLIENT = { "user-agent": "Mozilla/5.0 (iPhone) MicroMessenger/8.0 wxwork/4.1.20 DingTalk-not" };
const DESKTOP = { "user-agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/140" };

describe("signing in at the board by an account of a platform", () => {
  let database: TestDatabase;
  let outside: Outside;
  let app: App;

  beforeAll(async () => {
    database = await freshDatabase("postgresql");
    outside = await Outside.open(database.dataDir, smallPark(), () => "http://127.0.0.1:9");
    app = await start();
  });

  async function start(): Promise<App> {
    const { corpId, agentId, secret } = outside.sandbox.keys.wecomApp;
    const env = {
      ...outside.env,
      PORT: "0",
      DATA_DIR: database.dataDir,
      DATABASE_URL: database.databaseUrl,
      LOG_LEVEL: "silent",
      PUBLIC_URL: "https://board.example.org",
      TRUST_PROXY: "1",
      WECOM_CORP_ID: corpId,
      WECOM_AGENT_ID: agentId,
      WECOM_APP_SECRET: secret,
    };
    const read = readConfig(env);
    if ("errors" in read) throw new Error(read.errors.join("\n"));
    return startApp(read.config, env, createLogger("silent"));
  }

  afterAll(async () => {
    await app.close();
    await outside.close();
    await database.drop();
  });

  /** A browser at an address of its own, so that no test's failures count for another's. */
  let addresses = 0;
  const browser = (headers: Readonly<Record<string, string>> = DESKTOP, address = `10.0.0.${++addresses}`) =>
    new Visitor(
      {
        app: {
          get url() {
            return app.url;
          },
        },
      },
      { ...headers, "x-forwarded-for": address },
    );

  /** Sets out for a platform; gives the state that the platform is told. */
  async function setOut(visitor: Visitor, platform: string): Promise<string> {
    const { status, to } = await visitor.open(`/login/${platform}`);
    expect(status).toBe(303);
    return new URL(to ?? "").searchParams.get("state") ?? "";
  }

  /** Comes back with that in the address. */
  const back = (visitor: Visitor, platform: string, query: Readonly<Record<string, string>>) =>
    visitor.open(`/login/${platform}/callback?${new URLSearchParams(query)}`);

  it("sends a client to the platform's own address, any other browser to the page with the code", async () => {
    const inside = await browser(CLIENT).open("/login/wecom");
    expect(inside.to).toMatch(
      /^https:\/\/open\.weixin\.qq\.com\/connect\/oauth2\/authorize\?appid=ww-sandbox&redirect_uri=https%3A%2F%2Fboard\.example\.org%2Flogin%2Fwecom%2Fcallback&response_type=code&scope=snsapi_base&state=[a-z0-9]{48}&agentid=1000002#wechat_redirect$/,
    );
    const desk = browser();
    const scanned = new URL((await desk.open("/login/wecom")).to ?? "");
    expect(scanned.origin + scanned.pathname).toBe("https://login.work.weixin.qq.com/wwlogin/sso/login");
    expect(Object.fromEntries(scanned.searchParams)).toMatchObject({
      login_type: "CorpApp",
      appid: "ww-sandbox",
      agentid: "1000002",
      redirect_uri: "https://board.example.org/login/wecom/callback",
    });
    expect(desk.kept[0]).toMatch(/^chaxu_state_wecom=.*Max-Age=600; Path=\/login;.*HttpOnly; Secure; SameSite=Lax/);
    const ding = new URL((await browser().open("/login/dingtalk")).to ?? "");
    expect(ding.origin + ding.pathname).toBe("https://login.dingtalk.com/oauth2/auth");
    expect(Object.fromEntries(ding.searchParams)).toMatchObject({
      redirect_uri: "https://board.example.org/login/dingtalk/callback",
      response_type: "code",
      client_id: "sandbox-app",
      scope: "openid",
    });
    const { html } = await browser().open("/login");
    expect(html).toContain('href="/login/wecom"');
    expect(html).toContain('href="/login/dingtalk"');
    expect(html).not.toContain("sandbox");
  });

  it("signs in who comes back, as the account that he has there, and not for the same way back twice", async () => {
    const { wecomApp, dingtalk } = outside.sandbox;
    const first = browser();
    const state = await setOut(first, "wecom");
    const code = wecomApp.signIns.codeFor({ userid: "zhou" });
    expect(await back(first, "wecom", { code, state })).toMatchObject({ status: 303, to: "/" });
    expect((await first.open("/issues")).text).toContain("周长友");
    const again = await back(first, "wecom", { code: wecomApp.signIns.codeFor({ userid: "zhou" }), state });
    expect(again).toMatchObject({ status: 400, text: expect.stringContaining("请重新登录") });
    // Nor where somebody has kept the cookie.
    const [cookie = ""] = (first.kept[0] ?? "").split(";");
    const replayed = new URLSearchParams({ code: wecomApp.signIns.codeFor({ userid: "zhou" }), state });
    const answer = await fetch(`${app.url}/login/wecom/callback?${replayed}`, {
      headers: { cookie },
      redirect: "manual",
    });
    expect(answer.status).toBe(400);
    const second = browser();
    const other = {
      state: await setOut(second, "dingtalk"),
      authCode: dingtalk.signIns.codeFor({ userId: "0310021" }),
    };
    expect(await back(second, "dingtalk", { ...other, code: other.authCode })).toMatchObject({ to: "/" });
    expect((await second.open("/issues")).text).toContain("周长友");
  });

  it("says of each failure what it was, changes nothing, and tells no secret", async () => {
    const { wecomApp, dingtalk, keys } = outside.sandbox;
    const wecom = (userid: string) => wecomApp.signIns.codeFor({ userid });
    const refused: [string, () => Readonly<Record<string, string>>, string][] = [
      ["wecom", () => ({}), "您没有同意"],
      ["dingtalk", () => ({ error: "access_denied" }), "您没有同意"],
      ["wecom", () => ({ code: "made-up" }), "无效，或者已经用过"],
      ["wecom", () => ({ code: "长".repeat(300) }), "无效，或者已经用过"],
      ["dingtalk", () => ({ authCode: "made-up" }), "无效，或者已经用过"],
      ["wecom", () => ({ code: wecom("ZHOU") }), "不在名单里"],
      ["wecom", () => ({ code: wecom("ww-other/zhou") }), "不在名单里"],
      ["wecom", () => ({ code: wecomApp.signIns.codeFor({ openid: "zhou" }) }), "不是本组织的成员"],
      ["dingtalk", () => ({ authCode: dingtalk.signIns.codeFor({ userId: "310021" }) }), "不在名单里"],
      ["dingtalk", () => ({ authCode: dingtalk.signIns.codeFor({ userId: null }) }), "不是本组织的成员"],
      [
        "dingtalk",
        () => ({ authCode: dingtalk.signIns.codeFor({ userId: "limin", external: true }) }),
        "不是本组织的成员",
      ],
    ];
    const failing: [string, () => void, string][] = [
      ["wecom", () => wecomApp.failNext("user", "cut"), "暂时没有应答"],
      ["wecom", () => wecomApp.failNext("user", { errcode: -1 }), "暂时没有应答"],
      ["wecom", () => wecomApp.failNext("user", { errcode: 50001 }), "还没有配置好"],
      ["wecom", () => wecomApp.failNext("user", { errcode: 60020 }), "还没有配置好"],
      ["dingtalk", () => dingtalk.failNext("user-token", "cut"), "暂时没有应答"],
      ["dingtalk", () => dingtalk.failNext("me", { status: 503, body: "<html>" }), "暂时没有应答"],
      ["dingtalk", () => dingtalk.failNext("by-union", "cut-after"), "暂时没有应答"],
      [
        "dingtalk",
        () =>
          dingtalk.failNext("me", {
            status: 403,
            body: { code: "Forbidden.AccessDenied.AccessTokenPermissionDenied", requestid: "1" },
          }),
        "还没有配置好",
      ],
    ];
    const secrets = [keys.wecomApp.secret, keys.dingtalk.clientSecret, "access_token"];
    const check = async (platform: string, query: () => Readonly<Record<string, string>>, said: string) => {
      const visitor = browser();
      const state = await setOut(visitor, platform);
      const answer = await back(visitor, platform, { state, ...query() });
      expect(answer.text, `${platform} ${said}`).toContain(said);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      for (const secret of secrets) expect(answer.html).not.toContain(secret);
      expect((await visitor.open("/issues")).to).toBe("/login");
    };
    for (const [platform, query, said] of refused) await check(platform, query, said);
    for (const [platform, fail, said] of failing) {
      fail();
      const code = platform === "wecom" ? wecom("zhou") : dingtalk.signIns.codeFor({ userId: "limin" });
      await check(platform, () => ({ code }), said);
    }
    // The state of another browser, of another platform, and one that is over.
    const [mine, yours] = [browser(), browser()];
    const state = await setOut(mine, "wecom");
    await setOut(yours, "wecom");
    for (const [visitor, platform] of [
      [yours, "wecom"],
      [browser(), "wecom"],
      [mine, "dingtalk"],
    ] as const)
      expect((await back(visitor, platform, { state, code: wecom("zhou") })).text).toContain(
        "不是在这个浏览器里发起的",
      );
    await app.clockControl.moveTo((now) => new Date(now.getTime() + 601_000));
    expect((await back(mine, "wecom", { state, code: wecom("zhou") })).text).toContain("已经过期");
  });

  it("lets nobody at one address fail without end, and others come in meanwhile", async () => {
    const { wecomApp } = outside.sandbox;
    const failing = browser(DESKTOP, "192.0.2.7");
    for (let time = 0; time < 10; time++) expect((await failing.open(`/login/link/none${time}`)).status).toBe(410);
    expect(await failing.open("/login/link/none")).toMatchObject({
      status: 429,
      text: expect.stringMatching(/失败的次数太多，请 [12] 分钟后再试/),
    });
    const state = await setOut(failing, "wecom");
    const code = wecomApp.signIns.codeFor({ userid: "zhou" });
    expect((await back(failing, "wecom", { state, code })).status).toBe(429);
    // What a client says of itself counts for nothing before what the proxy adds.
    const forged = browser(DESKTOP, "203.0.113.9, 192.0.2.7");
    expect((await forged.open("/login/link/none")).status).toBe(429);
    const other = browser();
    const its = await setOut(other, "wecom");
    expect((await back(other, "wecom", { state: its, code })).status).toBe(303);
    await app.clockControl.moveTo((now) => new Date(now.getTime() + 62_000));
    expect((await failing.open("/login/link/none")).status).toBe(410);
  });

  it("ends a session with the account that it was begun by, when that is somebody else's", async () => {
    const { wecomApp, dingtalk } = outside.sandbox;
    const [byWecom, byDingtalk] = [browser(), browser()];
    const code = wecomApp.signIns.codeFor({ userid: "zhou" });
    await back(byWecom, "wecom", { state: await setOut(byWecom, "wecom"), code });
    const authCode = dingtalk.signIns.codeFor({ userId: "0310021" });
    await back(byDingtalk, "dingtalk", { state: await setOut(byDingtalk, "dingtalk"), authCode });
    const file = join(database.dataDir, "org.yaml");
    await writeFile(file, smallPark().replace("wecom: zhou,", "wecom: another,"));
    await app.close();
    app = await start();
    expect((await byWecom.open("/issues")).to).toBe("/login");
    expect((await byDingtalk.open("/issues")).text).toContain("周长友");
  });
});
