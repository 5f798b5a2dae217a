import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, onTestFinished } from "vitest";
import { doctor } from "../../src/cli/doctor.ts";
import { org } from "../../src/cli/org.ts";
import { DingtalkServer } from "../../src/sandbox/dingtalk-server.ts";
import { WecomAppServer } from "../../src/sandbox/wecom-app-server.ts";
import { WecomServer } from "../../src/sandbox/wecom-server.ts";
import { World } from "../../src/sandbox/world.ts";
import { type Clock, OffsetClock, systemClock } from "../../src/shared/clock.ts";
import { guardFolder } from "../../src/store/guard.ts";
import { build, ROOT } from "../support/build.ts";
import { emptyDatabase, freshDatabase, type TestDatabase } from "../support/databases.ts";
import { startPark } from "../support/park.ts";
import { openStore } from "../support/store.ts";
import { variant } from "../support/told.ts";

const FIXTURES = join(ROOT, "test/fixtures/org");
const CONTRACT = join(FIXTURES, "contract.yaml");
/** A year that the built-in calendar has, and whose end is far. */
const SPRING = fixed("2026-03-02T09:00:00+08:00");

let base: string;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), "chaxu-doctor-"));
});
afterAll(() => rm(base, { recursive: true, force: true }));

function fixed(moment: string): Clock {
  return { now: () => new Date(moment) };
}

async function folder(): Promise<string> {
  return mkdtemp(join(base, "data-"));
}

async function run(env: Record<string, string | undefined>, clock: Clock = systemClock, words: string[] = []) {
  const said: string[] = [];
  const complained: string[] = [];
  const say = (line: string) => void said.push(line);
  const complain = (line: string) => void complained.push(line);
  const code = await doctor({ words, env: { LANG: "C.UTF-8", ...env }, say, complain }, clock);
  const failures = said.filter((line) => line.startsWith("FAIL  "));
  return { code, said, failures, output: said.join("\n"), complained: complained.join("\n") };
}

describe("npm run doctor", () => {
  it("says how it is used, and ends with 2, when there is an argument", async () => {
    const complained = expect.stringMatching(/^more is not known here[\s\S]*npm run doctor/);
    expect(await run({}, SPRING, ["more"])).toMatchObject({ code: 2, said: [], complained });
  });

  it("says how it is used, and ends with 0, when that is asked for", async () => {
    for (const word of ["--help", "-h"]) {
      const { code, output, complained } = await run({}, SPRING, [word]);
      expect([code, output, complained]).toEqual([0, expect.stringContaining("npm run doctor"), ""]);
    }
  });

  it("finds nothing to mend where nothing is set, and makes nothing", async () => {
    const DATA_DIR = join(await folder(), "not", "yet");
    const { code, said, output } = await run({ DATA_DIR }, SPRING);
    expect(code).toBe(0);
    for (const line of said.slice(0, -1)) expect(line).toMatch(/^(ok {2}|note) {2}\w+( \w+)? {2,}\S/);
    expect(output).toContain("note  org file     the sample park is in force, which is for trying");
    expect(output).toMatch(/^ok +database +the first start makes the embedded database/m);
    expect(output).toMatch(/^ok +wecom +off: the sandbox simulates it/m);
    expect(output).toMatch(/^ok +dingtalk +off: the sandbox simulates it/m);
    expect(said.at(-1)).toBe("Nothing keeps Chaxu from working, 2 notes.");
    expect(existsSync(DATA_DIR)).toBe(false);
  });

  it("tells every mistake of the environment beside those of the org file, and no secret", async () => {
    const wrong = { PORT: "80000", WECOM_BOT_ENCODING_AES_KEY: "short-secret", ORG_FILE: CONTRACT };
    const { code, failures, output } = await run(wrong, SPRING);
    expect(code).toBe(1);
    expect(failures).toHaveLength(5);
    for (const name of ["PORT", "WECOM_BOT_ENCODING_AES_KEY", "WECOM_BOT_TOKEN"]) {
      expect(output).toMatch(new RegExp(`^FAIL +environment +${name}: expected .*for example`, "m"));
    }
    expect(output).toMatch(/^FAIL +org file +\S+contract\.yaml, line \d+, chats\[0\]\.webhook: .*QIYE_WEBHOOK/m);
    expect(output).toMatch(/^note +database +not looked at/m);
    expect(output).toMatch(/^note +platforms +not looked at/m);
    expect(output).not.toContain("short-secret");
    expect(output).toContain("5 failures, ");
  });

  it("names an org file that is not there", async () => {
    const { code, failures } = await run({ ORG_FILE: "/nowhere/org.yaml", DATA_DIR: await folder() }, SPRING);
    expect(code).toBe(1);
    expect(failures).toEqual([expect.stringContaining("The org file /nowhere/org.yaml cannot be read (ENOENT)")]);
  });

  it("fails in a year without a holiday list, and notes the next one from December on", async () => {
    const DATA_DIR = await folder();
    const late = await run({ DATA_DIR }, fixed("2031-03-03T09:00:00+08:00"));
    expect(late.code).toBe(1);
    expect(late.failures).toEqual([expect.stringMatching(/calendar .*2031.*holidays: \{ off/)]);
    const december = await run({ DATA_DIR }, fixed("2026-12-01T00:00:00+08:00"));
    expect(december.code).toBe(0);
    expect(december.output).toMatch(/^note +calendar +no holiday list for 2027/m);
  });

  it("is what the package's script starts", async () => {
    await build();
    const script = join(ROOT, "dist/cli/doctor.js");
    const { PATH } = process.env;
    const where = { cwd: await folder(), env: { PATH, LANG: "C", DATA_DIR: await folder(), PORT: "x" } };
    const started = promisify(execFile)(process.execPath, [script], where);
    await expect(started).rejects.toMatchObject({ code: 1, stderr: "", stdout: expect.stringContaining("FAIL  ") });
  });
});

describe("npm run doctor on the platforms", () => {
  const PAIR = { DINGTALK_CLIENT_ID: "dingdoctor", DINGTALK_CLIENT_SECRET: "dingtalk-s3cret-word" };
  const HOOKS = ["hook-key-of-the-companies", "hook-key-of-supervision"] as const;
  let dingtalk: DingtalkServer;
  let bases: { DINGTALK_API_BASE: string; DINGTALK_OAPI_BASE: string; WECOM_API_BASE: string };

  beforeAll(async () => {
    dingtalk = new DingtalkServer({
      world: new World(() => systemClock.now()),
      clock: systemClock,
      clientId: PAIR.DINGTALK_CLIENT_ID,
      clientSecret: PAIR.DINGTALK_CLIENT_SECRET,
      robotCode: PAIR.DINGTALK_CLIENT_ID,
      botName: "茶叙",
      callbackUrl: () => "http://127.0.0.1:9",
    });
    const address = await dingtalk.listen();
    // Anything that answers will do for WeCom, of which nothing is asked.
    bases = { DINGTALK_API_BASE: address, DINGTALK_OAPI_BASE: address, WECOM_API_BASE: address };
  });
  afterAll(() => dingtalk.close());
  afterEach(() => {
    dingtalk.requests.length = 0;
    dingtalk.healthy();
  });

  async function everything(more: Record<string, string> = {}) {
    const hook = (key: string) => `${bases.WECOM_API_BASE}/cgi-bin/webhook/send?key=${key}`;
    return {
      ...bases,
      ...PAIR,
      DATA_DIR: await folder(),
      PUBLIC_URL: "https://chaxu.example.gov.cn",
      ORG_FILE: CONTRACT,
      QIYE_WEBHOOK: hook(HOOKS[0]),
      DUBAN_WEBHOOK: hook(HOOKS[1]),
      WECOM_BOT_TOKEN: "wecom-s3cret-token",
      WECOM_BOT_ENCODING_AES_KEY: "6qkdMrq68nTKduznJYO1A37W2oEgpkMUvkttRToqhUt",
      ...more,
    };
  }

  it("finds credentials and addresses right, prints the callbacks, posts nothing and tells no secret", async () => {
    const env = await everything();
    const { code, failures, output } = await run(env);
    expect(failures).toEqual([]);
    expect(code).toBe(0);
    expect(output).toMatch(/^ok +dingtalk +an access token came/m);
    expect(output).toContain("消息接收地址: https://chaxu.example.gov.cn/callbacks/dingtalk/robot");
    expect(output).toContain("API 模式: https://chaxu.example.gov.cn/callbacks/wecom/bot");
    expect(output).toMatch(/^ok +wecom +2 group webhooks have the right form; nothing was posted$/m);
    expect(output).toMatch(/^ok +clock +this machine's clock agrees/m);
    expect(output).toMatch(/^note +reach .*周长友$/m);
    expect(dingtalk.requests.map((one) => one.endpoint)).toEqual(["token"]);
    const secrets = [PAIR.DINGTALK_CLIENT_SECRET, env.WECOM_BOT_TOKEN, env.WECOM_BOT_ENCODING_AES_KEY, ...HOOKS];
    for (const secret of secrets) expect(output).not.toContain(secret);
  });

  it("asks for a token and for the self-built app, prints its callback, writes to nobody and tells no secret", async () => {
    const callback = { token: "app-s3cret-token", encodingAesKey: "6qkdMrq68nTKduznJYO1A37W2oEgpkMUvkttRToqhUt" };
    const keys = { corpId: "wwDoctor0123456789", agentId: "1000002", secret: "app-s3cret-word", callback };
    const options = { world: new World(() => systemClock.now()), clock: systemClock, callbackUrl: () => "" };
    const app = new WecomAppServer({ ...options, keys });
    const wecom = new WecomServer({ ...options, ...callback, botName: "茶叙", beside: (server) => app.mount(server) });
    const WECOM_API_BASE = await wecom.listen();
    onTestFinished(() => wecom.close());
    const env = await everything({
      WECOM_API_BASE,
      WECOM_CORP_ID: keys.corpId,
      WECOM_AGENT_ID: keys.agentId,
      WECOM_APP_SECRET: keys.secret,
      WECOM_APP_TOKEN: callback.token,
      WECOM_APP_ENCODING_AES_KEY: callback.encodingAesKey,
    });
    const { failures, output } = await run(env);
    expect(failures).toEqual([]);
    expect(output).toMatch(/^ok +wecom +the app answers to WECOM_AGENT_ID$/m);
    expect(output).toContain("设置API接收: https://chaxu.example.gov.cn/callbacks/wecom/app");
    expect(output).not.toMatch(/^note +reach .*周长友$/m);
    expect(app.requests.map((one) => one.endpoint)).toEqual(["token", "token", "agent"]);

    app.failNext("agent", { errcode: 60020, errmsg: `not allow, secret ${keys.secret}` });
    const untrusted = await run(env);
    expect(untrusted.failures).toEqual([expect.stringMatching(/wecom .*60020.*企业可信IP/)]);
    for (const secret of [keys.secret, callback.token]) expect(output + untrusted.output).not.toContain(secret);
  });

  it("names the console page and the variables when the pair is wrong, and not the secret", async () => {
    const { code, failures, output } = await run(await everything({ DINGTALK_CLIENT_SECRET: "an0ther-secret" }));
    expect(code).toBe(1);
    expect(failures).toHaveLength(1);
    expect(failures[0]).toMatch(
      /dingtalk .*invalidClientIdOrSecret.*DINGTALK_CLIENT_SECRET.*开放平台 → 应用 → 凭证与基础信息/,
    );
    expect(output).not.toContain("an0ther-secret");
  });

  it("does not repeat a secret that the platform says", async () => {
    const body = { code: "wrong", message: "no secret key-abc for key-abc" };
    dingtalk.failNext("token", { status: 400, body });
    const { failures, output } = await run(await everything({ DINGTALK_CLIENT_SECRET: "key-abc" }));
    expect(failures[0]).toContain("no secret *** for ***");
    expect(output).not.toContain("key-abc");
  });

  it("names the addresses that do not answer", async () => {
    const nobody = "http://127.0.0.1:1";
    const gone = { DINGTALK_API_BASE: nobody, DINGTALK_OAPI_BASE: nobody, WECOM_API_BASE: nobody };
    const { code, failures } = await run(await everything(gone));
    expect(code).toBe(1);
    expect(failures).toEqual([
      expect.stringMatching(/wecom .*ECONNREFUSED.*WECOM_API_BASE/),
      expect.stringMatching(/dingtalk .*ECONNREFUSED.*DINGTALK_API_BASE.*凭证与基础信息/),
      expect.stringMatching(/dingtalk .*ECONNREFUSED.*DINGTALK_OAPI_BASE/),
    ]);
  });

  it("fails when the machine's clock is more than five minutes off, either way", async () => {
    const clock = new OffsetClock();
    for (const [minutes, words] of [
      [12, "12 minutes ahead of"],
      [-12, "12 minutes behind"],
    ] as const) {
      clock.offset = minutes * 60_000;
      const { code, failures } = await run(await everything(), clock);
      expect(code).toBe(1);
      expect(failures).toEqual([expect.stringMatching(new RegExp(`clock .*${words}.*time synchronisation`))]);
    }
    clock.offset = 3 * 60_000;
    expect(await run(await everything(), clock)).toMatchObject({ code: 0 });
  });

  it("wants a public https address, unless every platform is on this machine", async () => {
    const local = await run(await everything({ PUBLIC_URL: "http://127.0.0.1:3000" }));
    expect(local.code).toBe(0);
    const wecom = {
      WECOM_BOT_TOKEN: "token",
      WECOM_BOT_ENCODING_AES_KEY: "6qkdMrq68nTKduznJYO1A37W2oEgpkMUvkttRToqhUt",
    };
    for (const PUBLIC_URL of ["http://chaxu.example.gov.cn", "https://10.0.0.5", "http://localhost:3000"]) {
      const { code, failures, output } = await run({ ...wecom, PUBLIC_URL, DATA_DIR: await folder() }, SPRING);
      expect(code).toBe(1);
      expect(failures).toEqual([expect.stringContaining(`address      PUBLIC_URL, ${PUBLIC_URL}: The address must`)]);
      expect(output).not.toContain("/callbacks/");
    }
  });

  it("says of a platform without credentials that it is off, or that only its webhooks are used", async () => {
    const { WECOM_BOT_TOKEN: _, WECOM_BOT_ENCODING_AES_KEY: __, ...env } = await everything();
    const { code, output } = await run(env);
    expect(code).toBe(0);
    expect(output).toMatch(
      /^note +wecom +WECOM_BOT_ID and WECOM_BOT_SECRET or WECOM_BOT_TOKEN and .* are not set, so nothing/m,
    );
    const { ORG_FILE: ___, ...withoutGroups } = { ...env, ...PAIR };
    expect((await run({ ...withoutGroups, ORG_FILE: await smallOrg() })).output).toMatch(/^ok +wecom +off: /m);
  });

  async function smallOrg(): Promise<string> {
    const path = join(await folder(), "org.yaml");
    await writeFile(path, "park: { name: 园区 }\n");
    return path;
  }
});

describe("npm run doctor on PostgreSQL", () => {
  let place: TestDatabase;
  let admin: Client;
  beforeAll(async () => {
    place = await emptyDatabase();
    admin = new Client(place.databaseUrl);
    await admin.connect();
  });
  afterAll(async () => {
    await admin.end();
    await place.drop();
  });

  const env = () => ({ DATABASE_URL: place.databaseUrl, DATA_DIR: place.dataDir });
  const line = (output: string) => output.split("\n").find((one) => /^(ok {2}|FAIL) +database/.test(one));

  it("migrates nothing, tells what is applied, and which org file", async () => {
    const empty = await run(env(), SPRING);
    expect(empty.code).toBe(0);
    expect(line(empty.output)).toMatch(/PostgreSQL \d+\.\d+.* is reached and empty/);
    const made = await admin.query("select 1 from pg_namespace where nspname = 'drizzle'");
    expect(made.rows).toHaveLength(0);

    await (await openStore(place)).close();
    const whole = await run(env(), SPRING);
    expect(line(whole.output)).toMatch(/all \d+ migrations are applied/);
    expect(whole.output).toContain("the sample park is in force");
    expect(whole.output).toMatch(/^note +database +several replicas share what signs/m);
    expect(whole.output).not.toContain(`${new URL(inject("postgresUrl")).password}@`);

    const file = join(await folder(), "org.yaml");
    await writeFile(file, "park: { name: 新园区 }\n");
    await org({ words: ["apply", file], env: env(), say: () => {}, complain: () => {} });
    const applied = await run(env(), SPRING);
    expect(applied.output).toMatch(/^ok +org file +the org file applied last is fine: 新园区/m);
    await admin.query("delete from settings where name = 'org-file'");
  });

  variant("does not wait for what another one has locked", async () => {
    await admin.query("begin");
    await admin.query("lock table settings in access exclusive mode");
    const began = performance.now();
    const { failures } = await run(env(), SPRING);
    expect(performance.now() - began).toBeLessThan(14_000);
    expect(failures).toEqual([expect.stringMatching(/cannot be used \(no answer within 8 s\)/)]);
    await admin.query("rollback");
  });

  it("fails on an org file that lacks what open issues need", async () => {
    const park = await startPark(place, "2026-11-16T09:00:00+08:00");
    await park.say("陈立新", "qiye", "诉求 三车间昨晚停电两次，影响交货");
    await park.close();
    const file = join(await folder(), "org.yaml");
    await writeFile(file, "park: { name: 新园区 }\n");
    const { code, failures } = await run({ ...env(), ORG_FILE: file }, SPRING);
    expect(code).toBe(1);
    expect(failures).toContainEqual(
      expect.stringMatching(/org file .*enterprises: "xiangjing" is used by open issues/),
    );
  });

  it("tells an older and a newer database from its own", async () => {
    const table = "drizzle.__drizzle_migrations";
    const { rows } = await admin.query<{ at: string }>(`select max(created_at) as at from ${table}`);
    const last = Number(rows[0]?.at);
    await admin.query(`update ${table} set created_at = created_at - 100000000000 where created_at = $1`, [last]);
    const older = await run(env(), SPRING);
    expect(older.code).toBe(0);
    expect(line(older.output)).toMatch(/\d+ of \d+ migrations are applied: the next start applies the others/);
    await admin.query(`update ${table} set created_at = $1 where id = (select max(id) from ${table})`, [last + 1000]);
    const newer = await run(env(), SPRING);
    expect(newer.code).toBe(1);
    expect(newer.failures).toEqual([expect.stringContaining("was migrated by a newer Chaxu")]);
  });

  it("fails where the user may make no tables, and where the encoding holds no Chinese", async () => {
    const other = await emptyDatabase();
    const ascii = `chaxu_ascii_${process.pid}`;
    const role = `chaxu_guest_${process.pid}`;
    onTestFinished(async () => {
      await other.drop();
      await admin.query(`drop database if exists ${ascii}`);
      await admin.query(`drop role if exists ${role}`);
    });
    await admin.query(`create role ${role} login password 'gu3st-word'`);
    await admin.query(`create database ${ascii} encoding 'SQL_ASCII' locale 'C' template template0`);
    const guest = new URL(other.databaseUrl ?? "");
    guest.username = role;
    guest.password = "gu3st-word";
    const refused = await run({ DATABASE_URL: guest.href, DATA_DIR: other.dataDir }, SPRING);
    expect(refused.failures).toEqual([
      expect.stringMatching(/does not let this user migrate.*grant it create on the database/),
    ]);
    expect(refused.output).not.toContain("gu3st-word");
    // Also when every table is there: a start asks for its schema all the same.
    await (await openStore(other)).close();
    const owner = new Client(other.databaseUrl);
    await owner.connect();
    await owner.query(`grant usage on schema drizzle to ${role}`);
    await owner.query(`grant select on all tables in schema public, drizzle to ${role}`);
    expect((await run({ DATABASE_URL: guest.href, DATA_DIR: other.dataDir }, SPRING)).failures).toHaveLength(1);
    await expect(openStore({ ...other, databaseUrl: guest.href })).rejects.toThrow(/create schema/i);
    await owner.query(`grant create on database ${guest.pathname.slice(1)} to ${role}`);
    expect((await run({ DATABASE_URL: guest.href, DATA_DIR: other.dataDir }, SPRING)).failures).toHaveLength(1);
    await expect(openStore({ ...other, databaseUrl: guest.href })).rejects.toThrow(/create table/i);
    await owner.query(`grant create on schema drizzle to ${role}`);
    expect((await run({ DATABASE_URL: guest.href, DATA_DIR: other.dataDir }, SPRING)).failures).toEqual([]);
    await (await openStore({ ...other, databaseUrl: guest.href })).close();
    await owner.end();
    const url = new URL(place.databaseUrl ?? "");
    url.pathname = `/${ascii}`;
    const narrow = await run({ DATABASE_URL: url.href, DATA_DIR: other.dataDir }, SPRING);
    expect(narrow.failures).toEqual([expect.stringContaining("has the encoding SQL_ASCII")]);
  });

  variant(
    "names one that is unreachable, silent or refuses the password, within seconds and without the password",
    async () => {
      const silent = createServer(() => {});
      await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
      onTestFinished(() => void silent.close());
      const address = silent.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      const wrong = new URL(place.databaseUrl ?? "");
      wrong.password = "wr0ng%21word";
      const urls = [
        "postgres://chaxu:s3cret%21word@127.0.0.1:1/park",
        `postgres://chaxu:s3cret%21word@127.0.0.1:${port}/park`,
        wrong.href,
      ];
      for (const DATABASE_URL of urls) {
        const began = performance.now();
        const { code, failures, output } = await run({ DATABASE_URL, DATA_DIR: place.dataDir }, SPRING);
        expect(performance.now() - began).toBeLessThan(9_000);
        expect(code).toBe(1);
        expect(failures).toEqual([
          expect.stringMatching(/database +DATABASE_URL: 127\.0\.0\.1:\d+\/\w+ cannot be used \(.+\)/),
        ]);
        expect(output).toMatch(/^note +org file +ORG_FILE is not set, and which file was applied is not known/m);
        expect(output).not.toMatch(/s3cret|wr0ng/);
      }
    },
  );
});

describe("npm run doctor on the embedded database", () => {
  variant("does not look into one that a running Chaxu has, and that goes on", async () => {
    const place = await freshDatabase("embedded");
    onTestFinished(() => place.drop());
    const env = { DATA_DIR: place.dataDir };
    const park = await startPark(place, "2026-11-16T09:00:00+08:00");
    const beside = await run(env, SPRING);
    expect(beside.code).toBe(0);
    expect(beside.output).toMatch(
      /^ok +database +a running Chaxu has the embedded database in .*, so it is not looked into$/m,
    );
    expect(beside.output).toMatch(/^note +org file +ORG_FILE is not set, and which file was applied is not known/m);
    expect(beside.output).toMatch(/^note +calendar +not looked at/m);
    expect(await park.say("周长友", "qiye", "诉求 三车间昨晚停电两次")).toContain("#1");
    await park.close();

    const after = await run(env, SPRING);
    expect(after.code).toBe(0);
    expect(after.output).toMatch(/^ok +database +the embedded database in .* all \d+ migrations are applied$/m);
    // The guard is free again, and the database sound.
    const again = await startPark(place);
    expect(await again.say("周长友", "qiye", "进度 1")).toContain("#1");
    await again.close();
  });

  it("opens nothing under another process's guard, not even to make it", async () => {
    const DATA_DIR = await folder();
    const guard = await guardFolder(join(DATA_DIR, "db"));
    expect((await run({ DATA_DIR }, SPRING)).output).toContain("a running Chaxu has the embedded database");
    expect(existsSync(join(DATA_DIR, "db"))).toBe(false);
    await guard.release();
    expect((await run({ DATA_DIR }, SPRING)).output).toContain("the first start makes the embedded database");
    expect(existsSync(join(DATA_DIR, "db"))).toBe(false);
  });

  it("fails on a folder that cannot be used, and on a database that does not open", async () => {
    const file = join(await folder(), "file");
    await writeFile(file, "");
    for (const DATA_DIR of [file, join(file, "below")]) {
      const { code, failures } = await run({ DATA_DIR }, SPRING);
      expect(code).toBe(1);
      expect(failures).toEqual([expect.stringMatching(/database +DATA_DIR: .* cannot be used \(.*\)\. Name a folder/)]);
    }
    const DATA_DIR = await folder();
    await mkdir(join(DATA_DIR, "db"));
    await writeFile(join(DATA_DIR, "db", "PG_VERSION"), "9\n");
    const damaged = await run({ DATA_DIR }, SPRING);
    expect(damaged.code).toBe(1);
    expect(damaged.failures).toEqual([expect.stringMatching(/DATA_DIR: the embedded database in .* does not open/)]);
  });
});

describe("npm run doctor in Chinese", () => {
  it("is spoken by the system's language, or by --lang, which wins", async () => {
    const env = { DATA_DIR: await folder() };
    for (const [more, words] of [
      [{ LANG: "zh_CN.UTF-8" }, []],
      [{ LANG: "en_US.UTF-8", LC_ALL: "zh_CN.UTF-8" }, []],
      [{ LANG: "en_US.UTF-8" }, ["--lang", "zh"]],
      [{ LANG: "en_US.UTF-8" }, ["--lang=zh"]],
    ] as const) {
      const { code, said } = await run({ ...env, ...more }, SPRING, [...words]);
      expect([code, said.at(-1)]).toEqual([0, "没有妨碍茶叙运行的问题，另有 2 条提示。"]);
      expect(said).toContainEqual(expect.stringMatching(/^正常 +钉钉 .*npm run connect -- dingtalk$/));
      for (const line of said.slice(0, -1)) expect(line).toMatch(/^(正常|提示) {2}\p{Script=Han}{2,4} +\S/u);
    }
    expect((await run({ ...env, LANG: "zh_CN.UTF-8" }, SPRING, ["--lang", "en"])).output).toContain("Nothing keeps");
    for (const words of [["--lang"], ["--lang", "fr"], ["--lang=zh", "x"]]) {
      expect(await run(env, SPRING, words)).toMatchObject({ code: 2, said: [] });
    }
  });

  it("tells each mistake of the environment with the name, what belongs there, and no value", async () => {
    const wrong = {
      LANG: "zh_CN.UTF-8",
      PORT: "80000-s3cret",
      WECOM_BOT_TOKEN: "s3cret-token",
      WECOM_BOT_ID: "s3cret-id",
      WECOM_API_BASE: "https://10.0.0.1",
      SESSION_SECRET: "",
    };
    const { code, said, output } = await run(wrong, SPRING);
    expect(code).toBe(1);
    const lines = said.filter((one) => one.startsWith("有误")).map((one) => one.replace(/^有误 +环境变量 +/, ""));
    expect(lines).toContain("PORT 要填：0 到 65535 的数字，例如 3000");
    expect(lines).toContainEqual(expect.stringMatching(/^WECOM_API_BASE 要填：.*内网或保留地址，例如 https/));
    expect(lines).toContainEqual(expect.stringMatching(/^设置了 WECOM_BOT_ID，就还要设置 WECOM_BOT_SECRET/));
    expect(lines).toContainEqual(expect.stringMatching(/^同一个机器人只能用一种方式/));
    expect(lines).toContainEqual(expect.stringMatching(/^SESSION_SECRET .*写了名字却没有值/));
    expect(output).not.toContain("s3cret");
    expect(output).not.toMatch(/expected|for example/);
  });

  it("tells of every road, of groups in which nobody is alerted, and of people without an id", async () => {
    const path = join(await folder(), "org.yaml");
    await writeFile(
      path,
      `park: { name: 园区 }
people: [{ name: 李敏, role: coordinator }]
chats: [{ code: qiye-a, platform: wecom, chatId: wrkA, name: 园区企业群, audience: enterprise }]
`,
    );
    const nobody = "http://127.0.0.1:1";
    const env = {
      LANG: "zh_CN.UTF-8",
      ORG_FILE: path,
      DATA_DIR: await folder(),
      PUBLIC_URL: "https://chaxu.example.gov.cn",
      WECOM_API_BASE: nobody,
      DINGTALK_API_BASE: nobody,
      DINGTALK_OAPI_BASE: nobody,
      WECOM_BOT_TOKEN: "token",
      WECOM_BOT_ENCODING_AES_KEY: "6qkdMrq68nTKduznJYO1A37W2oEgpkMUvkttRToqhUt",
      DINGTALK_CLIENT_ID: "dingid",
      DINGTALK_CLIENT_SECRET: "ding-secret",
      DINGTALK_CARD_TEMPLATE_ID: "x.schema",
    };
    const { output } = await run(env, SPRING);
    for (const line of [
      /^提示 {2}消息送达 {2}企业微信群「园区企业群」没有 webhook.*群设置 → 消息推送 → 添加.*"\$\{QIYE_A_WEBHOOK\}"$/m,
      /^提示 {2}消息送达 {2}1 人没有任何平台的账号.*「我是 姓名 手机号」.*「核实 姓名」：李敏$/m,
      /^正常 {2}企业微信 {2}机器人用回调（WECOM_BOT_TOKEN）.*npm run connect -- wecom$/m,
      /^正常 {2}企业微信 {2}没有配置自建应用/m,
      /^正常 {2}钉钉 {6}机器人用回调（DINGTALK_MODE=callback）/m,
      /^提示 {2}钉钉 {6}卡片已配置.*DINGTALK_CARD_SECRET/m,
      /^有误 {2}钉钉 {6}没有拿到访问令牌：127.0.0.1:1：对方拒绝连接（ECONNREFUSED）.*凭证与基础信息/m,
      /^正常 {2}钉钉 {6}请在「开放平台 → 机器人 → 消息接收地址」填写这个地址：https:\S+robot$/m,
    ]) {
      expect(output).toMatch(line);
    }
    // What a step tells with its remedy is not told twice.
    expect(output).not.toMatch(/^提示 {2}机构文件/m);
  });
});
