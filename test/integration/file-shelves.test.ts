import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkFiles } from "../../src/cli/examine/files.ts";
import type { Config } from "../../src/config.ts";
import { previewKey, previewOf } from "../../src/features/files/preview.ts";
import { S3Shelf } from "../../src/features/files/s3-shelf.ts";
import { FolderShelf, type Shelf } from "../../src/features/files/shelf.ts";

/** Where the bytes of pictures and files are: a folder, or a store that speaks S3. */
const KEY = "ab12".repeat(16);
const BYTES = Buffer.from([0, 1, 2, 255, 254]);

const kept = new Map<string, Buffer>();
const asked: string[] = [];
let status = 0;
let server: Server;
let endpoint: string;
let folder: string;

/** A store that takes nothing without a signature of the right key and date. */
async function answer(request: IncomingMessage): Promise<{ status: number; body?: Buffer }> {
  const signature = request.headers.authorization ?? "";
  asked.push(`${request.method} ${request.headers.host?.split(":")[0]} ${request.url}`);
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  if (status !== 0) return { status };
  const isSigned =
    /^AWS4-HMAC-SHA256 Credential=the-id\/\d{8}\/cn-north-1\/s3\/aws4_request, SignedHeaders=\S*host\S*, Signature=[0-9a-f]{64}$/;
  if (!isSigned.test(signature) || request.headers["x-amz-date"] === undefined) return { status: 403 };
  const path = request.url ?? "";
  if (request.method === "PUT") kept.set(path, Buffer.concat(chunks));
  if (request.method === "DELETE") kept.delete(path);
  const body = kept.get(path);
  if (request.method !== "GET") return { status: request.method === "PUT" ? 200 : 204 };
  return body === undefined ? { status: 404 } : { status: 200, body };
}

beforeAll(async () => {
  server = createServer((request, response) => {
    void answer(request).then(({ status, body }) => response.writeHead(status).end(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  folder = await mkdtemp(join(tmpdir(), "chaxu-files-"));
});

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

const s3 = (addressing: "path" | "host", at = endpoint) =>
  new S3Shelf({
    endpoint: at,
    bucket: "park",
    accessKeyId: "the-id",
    secretAccessKey: "the-secret",
    region: "cn-north-1",
    addressing,
  });

describe.each<[string, () => Shelf]>([
  ["a folder", () => new FolderShelf(folder)],
  ["a store that speaks S3", () => s3("path")],
])("%s", (_name, open) => {
  it("gives what was put there, the same twice once, and nothing of what was removed", async () => {
    const shelf = open();
    expect(await shelf.get(KEY)).toBeNull();
    await shelf.put(KEY, BYTES);
    await shelf.put(KEY, BYTES);
    expect(await shelf.get(KEY)).toEqual(BYTES);
    await shelf.remove(KEY);
    await shelf.remove(KEY);
    expect(await shelf.get(KEY)).toBeNull();
  });
});

describe("the folder", () => {
  it("has whole files alone, takes no key that leads out of it, and sweeps what was left half written", async () => {
    const shelf = new FolderShelf(folder);
    await shelf.put(KEY, BYTES);
    expect(await readFile(join(folder, "files", "ab", KEY))).toEqual(BYTES);
    for (const key of ["../x", "a/b", "", "AB", `${KEY}\0`]) await expect(shelf.get(key), key).rejects.toThrow();
    const [old, fresh] = ["part-old", "part-fresh"].map((name) => join(folder, "files", name)) as [string, string];
    await mkdir(join(folder, "files"), { recursive: true });
    await writeFile(old, "half");
    await writeFile(fresh, "half");
    await utimes(old, 1, 1);
    await shelf.sweep(new Date(1_000_000));
    expect((await readdir(join(folder, "files"))).sort()).toEqual(["ab", "part-fresh"]);
  });
});

describe("a small picture", () => {
  it("is drawn once for all who want it at once, and no two are whole in memory", async () => {
    const { createCanvas } = await import("@napi-rs/canvas");
    const keys = ["ab1", "ab2"];
    const picture = createCanvas(900, 600).toBuffer("image/png");
    const there = new Map<string, Buffer>(keys.map((key) => [key, picture]));
    const asked: string[] = [];
    let before: string | undefined;
    const shelf = {
      get: async (key: string) => {
        if (keys.includes(key)) {
          asked.push(key);
          // The one before is drawn, and laid there.
          if (before !== undefined) expect(there.has(previewKey(before))).toBe(true);
          before = key;
        }
        return there.get(key) ?? null;
      },
      put: async (key: string, bytes: Buffer) => void there.set(key, bytes),
    };
    const wanted = [...keys, ...keys, ...keys].map((digest) => previewOf(shelf, { digest, mime: "image/png" }));
    const all = await Promise.all(wanted);
    expect(new Set(all.map((bytes) => bytes?.subarray(0, 2).toString("hex")))).toEqual(new Set(["ffd8"]));
    expect(asked).toEqual(keys);
  });

  it("is made when one before it could not be read", async () => {
    const { createCanvas } = await import("@napi-rs/canvas");
    const picture = createCanvas(9, 6).toBuffer("image/png");
    const shelf = {
      get: async (key: string) => {
        if (key === "ab3") throw new Error("the store is away");
        return key === "ab4" ? picture : null;
      },
      put: async () => {},
    };
    const [lost, drawn] = ["ab3", "ab4"].map((digest) => previewOf(shelf, { digest, mime: "image/png" }));
    await expect(lost).rejects.toThrow("away");
    expect(await drawn).not.toBeNull();
  });
});

describe("the store", () => {
  it("is asked by the bucket's path or host, and its refusals are told, not taken for absence", async () => {
    await s3("path", `${endpoint}/base/`).put(KEY, BYTES);
    expect(asked.at(-1)).toBe(`PUT 127.0.0.1 /base/park/chaxu/files/ab/${KEY}`);
    expect(s3("host", "https://oss-cn-hangzhou.aliyuncs.com").name).toBe("park.oss-cn-hangzhou.aliyuncs.com/");
    for (status of [403, 500]) {
      await expect(s3("path").get(KEY)).rejects.toThrow(`HTTP ${status}`);
      await expect(s3("path").put(KEY, BYTES)).rejects.toThrow(`HTTP ${status}`);
      await expect(s3("path").remove(KEY)).rejects.toThrow(`HTTP ${status}`);
    }
    status = 0;
  });

  it("is tried by the doctor, as the folder is, and what keeps it from working is named", async () => {
    const config = { dataDir: folder, databaseUrl: "postgres://x" } as Config;
    const s3Of = (secretAccessKey: string) => ({
      ...config,
      s3: {
        endpoint,
        bucket: "park",
        accessKeyId: "the-id",
        secretAccessKey,
        region: "cn-north-1",
        addressing: "path" as const,
      },
    });
    expect((await checkFiles(config)).map(({ verdict }) => verdict)).toEqual(["ok", "note"]);
    expect((await checkFiles(s3Of("the-secret"))).map(({ verdict }) => verdict)).toEqual(["ok"]);
    expect([...kept.keys()].filter((path) => path.includes("doctor"))).toEqual([]);
    status = 403;
    const [found] = await checkFiles(s3Of("the-secret"));
    expect(found).toMatchObject({ verdict: "fail", step: "files" });
    expect(found?.text).toMatch(/HTTP 403.*S3_ENDPOINT/);
    expect(found?.text).not.toContain("the-secret");
    status = 0;
    const file = join(folder, "files", "part-fresh");
    expect(await checkFiles({ ...config, dataDir: file })).toMatchObject([{ verdict: "fail" }]);
    const none = join(folder, "none");
    expect((await checkFiles({ ...config, dataDir: none }))[0]?.text).toContain("is made for the first");
    expect(existsSync(none)).toBe(false);
  });
});
