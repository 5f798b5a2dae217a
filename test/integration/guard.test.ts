import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from "vitest";
import { guardFolder } from "../../src/store/guard.ts";
import { build } from "../support/build.ts";
import { freshDatabase } from "../support/databases.ts";
import { Program } from "../support/program.ts";
import { variant } from "../support/told.ts";

/** A platform is configured, so that the program starts without its simulated platforms and their tour. */
const REAL = {
  SANDBOX: "on",
  WECOM_BOT_TOKEN: "token",
  WECOM_BOT_ENCODING_AES_KEY: "6qkdMrq68nTKduznJYO1A37W2oEgpkMUvkttRToqhUt",
  WECOM_API_BASE: "http://127.0.0.1:9",
};

const folders: string[] = [];
async function folder(prefix = "chaxu-guard-"): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), prefix));
  folders.push(path);
  return path;
}
afterAll(async () => {
  for (const path of folders) await rm(path, { recursive: true, force: true });
});

/** Starts that take half a minute go on beside the other tests. */
let silent: Server;
let silentPort = 0;
let unreachable: Promise<{ code: number | string; output: string; seconds: number }>[] = [];

beforeAll(async () => {
  await build();
  // Takes connections and never answers.
  silent = createServer(() => {});
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  const address = silent.address();
  silentPort = typeof address === "object" && address !== null ? address.port : 0;
  unreachable = [1, silentPort].map(async (to) => {
    const DATABASE_URL = `postgres://chaxu:s3cret%21word@127.0.0.1:${to}/park`;
    const began = performance.now();
    const ended = await refused({ DATA_DIR: await folder(), DATABASE_URL });
    return { ...ended, seconds: (performance.now() - began) / 1000 };
  });
});
afterAll(() => {
  silent.close();
});

async function start(env: Record<string, string>): Promise<Program> {
  const program = await Program.start({ ...REAL, ...env });
  onTestFinished(() => program.kill());
  return program;
}

/** Starts it and waits for its end. */
async function refused(env: Record<string, string>): Promise<{ code: number | string; output: string }> {
  const program = await Program.spawn({ ...REAL, ...env });
  return { code: await program.exit(), output: program.output };
}

describe("an embedded database that a process has", () => {
  it("is refused to a second one with a sentence, and free again after a kill and after a stop", async () => {
    const { dataDir: DATA_DIR, drop } = await freshDatabase("embedded");
    onTestFinished(drop);
    const first = await start({ DATA_DIR });
    const second = await refused({ DATA_DIR });
    expect(second.code).toBe(1);
    expect(second.output).toContain(`The embedded database in ${DATA_DIR}/db is in use by another Chaxu process`);
    expect(second.output).not.toContain("    at ");
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200);

    await first.kill();
    expect(existsSync(`${DATA_DIR}/db.guard`)).toBe(true);
    const third = await start({ DATA_DIR });

    const began = performance.now();
    third.signal("SIGTERM");
    expect(await third.exit()).toBe(0);
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(existsSync(`${DATA_DIR}/db.guard`)).toBe(false);
    expect(third.output).not.toMatch(/"level":[56]0/);
  });
});

describe("the guard of a folder", () => {
  const taken = /is in use by another Chaxu process/;

  it("holds off a second guard, and lets the next one in when it is released", async () => {
    const path = join(await folder(), "db");
    const guard = await guardFolder(path);
    await expect(guardFolder(path)).rejects.toThrow(taken);
    await guard.release();
    await (await guardFolder(path)).release();
  });

  it("knows a folder by whatever path, also one that is too long for a socket", async () => {
    const base = await folder();
    for (const name of ["short", "长".repeat(30) + "x".repeat(60)]) {
      const real = join(base, name);
      await mkdir(real);
      await symlink(real, join(base, `link${name.length}`));
      const paths = [real, join(base, `link${name.length}`), relative(process.cwd(), real)];
      for (const first of paths) {
        const guard = await guardFolder(join(first, "db"));
        for (const second of paths) await expect(guardFolder(join(second, "db"))).rejects.toThrow(taken);
        await guard.release();
      }
    }
  });

  it("tells two long folders apart", async () => {
    const base = join(await folder(), "x".repeat(100));
    const one = await guardFolder(join(base, "one", "db"));
    const two = await guardFolder(join(base, "two", "db"));
    await Promise.all([one.release(), two.release()]);
  });

  it("lets one of ten in that come at once upon what a dead process left", async () => {
    for (let round = 0; round < 10; round++) {
      const path = join(await folder(), "db");
      await writeFile(`${path}.guard`, "");
      const tries = await Promise.allSettled(Array.from({ length: 10 }, () => guardFolder(path)));
      const guards = tries.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
      expect(guards).toHaveLength(1);
      await guards[0]?.release();
    }
  });
});

describe("a start that cannot succeed", () => {
  it("names every error of the configuration at once, and ends with 1", async () => {
    const wrong = {
      PORT: "80000",
      LOG_LEVEL: "loud",
      WECOM_BOT_ENCODING_AES_KEY: "short-secret",
      DINGTALK_CLIENT_ID: "a",
    };
    const { code, output } = await refused({ ...wrong, DATA_DIR: await folder() });
    expect(code).toBe(1);
    for (const name of ["PORT", "LOG_LEVEL", "WECOM_BOT_ENCODING_AES_KEY", "DINGTALK_CLIENT_SECRET"]) {
      expect(output).toMatch(new RegExp(`^ +${name}: expected .*for example`, "m"));
    }
    expect(output).not.toContain("short-secret");
  });

  variant("names every error of the org file with its line, and ends with 1", async () => {
    const { databaseUrl: DATABASE_URL = "", ...database } = await freshDatabase("postgresql");
    onTestFinished(() => database.drop());
    const path = join(database.dataDir, "org.yaml");
    await writeFile(
      path,
      "park: { name: 园区 }\npeople:\n  - { name: 甲, role: liason }\n  - { name: 甲, role: leader }\n",
    );
    const { code, output } = await refused({ ORG_FILE: path, DATABASE_URL, DATA_DIR: database.dataDir });
    expect(code).toBe(1);
    expect(output).toContain(`${path} has`);
    expect(output).toContain("line 3");
    expect(output).not.toContain("    at ");
  });

  variant("names a port that another program has", async () => {
    const { databaseUrl: DATABASE_URL = "", ...database } = await freshDatabase("postgresql");
    onTestFinished(() => database.drop());
    const where = { PORT: String(silentPort), HOST: "127.0.0.1" };
    const { code, output } = await refused({ ...where, DATABASE_URL, DATA_DIR: database.dataDir });
    expect(code).toBe(1);
    expect(output).toContain(`Port ${silentPort} on 127.0.0.1 is in use`);
  });

  variant("names the database whose password is wrong, at once and without it", async () => {
    const url = new URL(inject("postgresUrl"));
    url.password = "wr0ng%21word";
    const began = performance.now();
    const { code, output } = await refused({ DATABASE_URL: url.href, DATA_DIR: await folder() });
    expect(code).toBe(1);
    expect(output).toContain(`DATABASE_URL: ${url.host}/postgres cannot be used`);
    expect(output).not.toMatch(/wr0ng/);
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  variant("gives an unreachable database half a minute, and names it without the password", async () => {
    for (const { code, output, seconds } of await Promise.all(unreachable)) {
      expect(code).toBe(1);
      expect(output).toMatch(/DATABASE_URL: 127\.0\.0\.1:\d+\/park cannot be used/);
      expect(output).not.toMatch(/s3cret/);
      expect(output).not.toContain("    at ");
      expect(seconds).toBeGreaterThan(20);
      expect(seconds).toBeLessThan(40);
    }
  });
});
