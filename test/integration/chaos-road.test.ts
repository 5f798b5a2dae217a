import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, get, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Road, type RoadFault } from "../support/chaos/road.ts";

const SHORTLY_MS = 300;

describe("a road that fails", () => {
  let server: Server;
  let road: Road;
  let heard = 0;

  beforeEach(async () => {
    heard = 0;
    server = createServer((_request, response) => {
      heard += 1;
      response.end("x".repeat(2_000));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" ? (address?.port ?? 0) : 0;
    road = await Road.open("test", () => `http://127.0.0.1:${port}`);
  });
  afterEach(async () => {
    await road.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  /** What comes of a request on a connection of its own: status and length, or how it failed. */
  function ask(withinMs = SHORTLY_MS): Promise<string> {
    return new Promise((resolve) => {
      const asked = get(road.url, { agent: false, signal: AbortSignal.timeout(withinMs) }, (response) => {
        let length = 0;
        response.on("data", (bytes: Buffer) => {
          length += bytes.length;
        });
        response.on("error", (error) => resolve(codeOf(error)));
        response.on("end", () => resolve(`${response.statusCode} ${length}`));
      });
      asked.on("error", (error) => resolve(codeOf(error)));
    });
  }

  it.each<[RoadFault, string, number]>([
    ["refuse", "ECONNREFUSED", 0],
    ["stall", "ABORT_ERR", 0],
    ["half-open", "ABORT_ERR", 0],
    ["reset", "ECONNRESET", 1],
    ["truncate", "ECONNRESET", 1],
    ["500", "500 15", 0],
    ["page", "200 102", 0],
  ])("%s: %s, and the server has heard of it %i times; afterwards it is whole", async (fault, seen, times) => {
    expect(await ask()).toBe("200 2000");
    await road.begin(fault);
    expect(await ask()).toBe(seen);
    expect(heard).toBe(1 + times);
    await road.end();
    expect(await ask()).toBe("200 2000");
  });

  it("brings what it held back when it stalled", async () => {
    await road.begin("stall");
    const asked = ask(10_000);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await road.end();
    expect(await asked).toBe("200 2000");
  });
});

function codeOf(error: Error): string {
  return "code" in error ? String(error.code) : error.name;
}

describe("a clock that is shifted", () => {
  it("is ahead for the program, in whole milliseconds, and knows every other date as it is", async () => {
    const folder = await mkdtemp(join(tmpdir(), "chaxu-clock-"));
    try {
      const file = join(folder, "clock");
      await writeFile(file, "3600000");
      const script =
        "process.stdout.write(JSON.stringify([Date.now(), new Date().getTime(), new Date(5).getTime(), Date.UTC(2025)]))";
      const clock = new URL("../support/chaos/clock.js", import.meta.url).href;
      const env = { ...process.env, CHAOS_CLOCK: file };
      const run = promisify(execFile)(process.execPath, [`--import=${clock}`, "-e", script], { env });
      const [now = 0, made = 0, ...others] = JSON.parse((await run).stdout) as number[];
      expect(Math.abs(now - Date.now() - 3_600_000)).toBeLessThan(60_000);
      expect(Math.abs(made - now)).toBeLessThan(1_000);
      expect(others).toEqual([5, Date.UTC(2025)]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
