import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import helmet from "helmet";
import { afterEach, describe, expect, it } from "vitest";
import { fileRoutes, type OpenFile } from "../../src/web/files.ts";

const REPORT = {
  kind: "file",
  name: "诉求办理月报 (1)-2026-10.docx",
  mime: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  bytes: Buffer.from("PK"),
  caption: "月报",
} as const;
const PICTURE = { ...REPORT, kind: "picture", name: "诉求趋势-2026-11-25.png", mime: "image/png" } as const;

let server: Server | undefined;
afterEach(async () => {
  server?.close();
  if (server !== undefined) await once(server, "close");
});

async function serve(open: OpenFile): Promise<string> {
  const app = express().disable("etag").use(helmet()).use(fileRoutes(open));
  server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/files`;
}

describe("the address of a picture or document", () => {
  it("gives a document for saving, with its name in UTF-8 and nothing kept on the way", async () => {
    const base = await serve(async () => REPORT);
    const response = await fetch(`${base}/a.b`, { headers: { connection: "close" } });
    expect(Buffer.from(await response.arrayBuffer())).toEqual(REPORT.bytes);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": REPORT.mime,
      "content-length": "2",
      "content-disposition": `attachment; filename="1-2026-10.docx"; filename*=UTF-8''${encodeURIComponent("诉求办理月报 ")}%281%29-2026-10.docx`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    });
  });

  it("gives a picture for showing, also inside another page", async () => {
    const base = await serve(async () => PICTURE);
    const response = await fetch(`${base}/a.b`, { headers: { connection: "close" } });
    expect(response.headers.get("content-type")).toBe("image/png");
    expect(response.headers.get("content-disposition")).toMatch(/^inline; filename="2026-11-25\.png"; /);
    expect(response.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
  });

  it("is 404 with a plain sentence when the token opens nothing", async () => {
    const tokens: string[] = [];
    const base = await serve(async (token) => {
      tokens.push(token);
      return null;
    });
    const response = await fetch(`${base}/%3Cb%3E`, { headers: { connection: "close" } });
    expect(response.status).toBe(404);
    expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.text()).not.toContain("<b>");
    expect(tokens).toEqual(["<b>"]);
  });

  it("makes it once for all who open it at the same time, and anew for the next", async () => {
    let made = 0;
    let finish = () => {};
    const base = await serve(async () => {
      made += 1;
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return PICTURE;
    });
    const get = () => fetch(`${base}/a.b`, { headers: { connection: "close" } });
    const both = [get(), get()];
    await new Promise((resolve) => setTimeout(resolve, 100));
    finish();
    expect((await Promise.all(both)).map((response) => response.status)).toEqual([200, 200]);
    expect(made).toBe(1);
    const next = get();
    await new Promise((resolve) => setTimeout(resolve, 50));
    finish();
    await next;
    expect(made).toBe(2);
  });
});
