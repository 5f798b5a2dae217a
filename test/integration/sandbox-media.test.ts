import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import express from "express";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { keepJournal } from "../../src/sandbox/journal.ts";
import { sandboxPage } from "../../src/sandbox/page.ts";
import { World } from "../../src/sandbox/world.ts";

const NOW = new Date("2026-11-26T01:42:00Z");
const BYTES = Buffer.from("89504e470d0a1a0a00ff", "hex");
const PICTURE = { name: "图片.png", mime: "image/png", bytes: BYTES };
const REPORT = { name: "月报 <b>.docx", mime: "application/zip", bytes: Buffer.alloc(3000, 1) };

let folder: string;
const servers: Server[] = [];
/** Each waits until the chats of a life are on the disk. */
const written: (() => Promise<void>)[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "chaxu-media-"));
});
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  }
  for (const all of written.splice(0)) await all();
  await rm(folder, { recursive: true, force: true });
});

/** A World as one life of the program has it, with its page. */
async function live(): Promise<{ world: World; base: string }> {
  const world = new World(() => NOW);
  written.push(await keepJournal(world, folder));
  const page = sandboxPage({
    world,
    parkName: "永州经开区",
    botNames: { wecom: "茶叙", dingtalk: "茶叙" },
    now: () => NOW,
    timeZone: "Asia/Shanghai",
    say: async () => {},
  });
  const server = createServer(express().use(page)).listen(0, "127.0.0.1");
  servers.push(server);
  await once(server, "listening");
  return { world, base: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

function show(world: World): void {
  const message = { platform: "wecom", chatId: "qiye", from: null, at: NOW } as const;
  world.postMedia({ ...message, id: "wecom-1", format: "picture" }, PICTURE);
  world.postMedia({ ...message, id: "wecom-2", format: "file" }, REPORT);
}

async function stateOf(base: string) {
  const text = await (await fetch(`${base}/sandbox/api/state`)).text();
  const { messages } = JSON.parse(text) as { messages: { format: string; html: string; text: string }[] };
  return { text, messages };
}

const hrefOf = (html: string) => /href="([^"]+)"/.exec(html)?.[1] ?? "";

describe("pictures and files on the sandbox's page", () => {
  it("are shown by addresses of their own, and their bytes are not in the feed", async () => {
    const { world, base } = await live();
    show(world);
    const { text, messages } = await stateOf(base);
    expect(text).not.toContain(BYTES.toString("base64"));
    const [picture, file] = messages;
    expect(picture?.html).toMatch(
      /^<a class="shown-picture" [^>]*><img src="\/sandbox\/media\/[a-f0-9]+" alt="\[图片\]"><\/a>$/,
    );
    expect(file?.html).toContain("月报 &lt;b&gt;.docx");
    expect(file?.html).not.toContain("<b>");
    const got = await fetch(base + hrefOf(picture?.html ?? ""));
    expect([got.headers.get("content-type"), Buffer.from(await got.arrayBuffer())]).toEqual(["image/png", BYTES]);
    const saved = await fetch(base + hrefOf(file?.html ?? ""));
    expect(saved.headers.get("content-disposition")).toMatch(/^attachment; /);
    expect((await fetch(`${base}/sandbox/media/none`)).status).toBe(404);
  });

  it("are still there after a restart; when their bytes are gone, the message stays", async () => {
    const before = await live();
    show(before.world);
    const address = hrefOf((await stateOf(before.base)).messages[0]?.html ?? "");
    // The journal is written behind the messages.
    await new Promise((resolve) => setTimeout(resolve, 300));
    const after = await live();
    expect(after.world.messages).toEqual(before.world.messages);
    const got = await fetch(after.base + address);
    expect(Buffer.from(await got.arrayBuffer())).toEqual(BYTES);
    await rm(join(folder, "sandbox-media"), { recursive: true });
    const later = await live();
    expect(later.world.messages).toHaveLength(2);
    expect((await fetch(later.base + address)).status).toBe(404);
  });

  it("go with their messages: a hundred later ones of the chat, and the page says so", async () => {
    const before = await live();
    show(before.world);
    const address = hrefOf((await stateOf(before.base)).messages[0]?.html ?? "");
    const later = { platform: "wecom", from: null, format: "text", text: "x", mentions: [], at: NOW } as const;
    const post = (world: World, id: number, chatId = "qiye") =>
      world.post({ ...later, chatId, id: `wecom-later-${id}` });
    for (let number = 1; number <= 98; number += 1) post(before.world, number);
    for (let number = 200; number <= 300; number += 1) post(before.world, number, "gongdian");
    expect((await fetch(before.base + address)).status).toBe(200);
    post(before.world, 99);
    expect((await fetch(before.base + address)).status).toBe(404);
    // The file is the second message, and still among the hundred.
    expect((await stateOf(before.base)).messages[0]?.html).toContain("shown-file");
    await written.at(-1)?.();
    await live();
    expect(await readdir(join(folder, "sandbox-media"))).toHaveLength(1);
  });

  it("that are gone while their message stays are told in words, without a broken picture", async () => {
    const { world, base } = await live();
    show(world);
    world.media.clear();
    const html = (await stateOf(base)).messages.map((one) => one.html);
    expect(html).toEqual([
      '<span class="picture">[图片]（已不在这里）</span>',
      '<span class="picture">[文件] 月报 &lt;b&gt;.docx（已不在这里）</span>',
    ]);
  });
});
