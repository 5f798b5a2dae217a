import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { breaches, type LayoutTable, loadedBy } from "../support/layout.ts";

/** architecture.md, «Layout» and «Who may import whom»: the page and this table change together. */
const TABLE: LayoutTable = {
  shared: { may: [], foreign: ["pino"] },
  domain: { may: ["shared"], foreign: ["zod", "chinese-days", "luxon", "cron-parser", "opencc-js"], node: [] },
  messages: { may: ["domain", "shared"], foreign: ["luxon"], node: [] },
  platforms: {
    may: ["messages", "domain/graphemes", "shared"],
    foreign: ["axios", "zod", "@wecom/crypto", "ws", "fast-xml-parser"],
  },
  connections: {
    may: [
      "chat",
      "features",
      "issues",
      "platforms/platform",
      "platforms/inbound",
      "platforms/connection",
      "store",
      "domain",
      "shared",
    ],
    foreign: [],
  },
  store: { may: ["domain", "shared"], foreign: ["drizzle-orm", "pg", "@electric-sql/pglite"] },
  papers: { may: ["domain/graphemes", "messages"], foreign: ["docx", "@napi-rs/canvas", "@fontsource/noto-sans-sc"] },
  issues: { may: ["store", "domain", "shared"], foreign: [] },
  org: {
    may: ["store", "domain", "shared"],
    foreign: ["yaml", "zod", "luxon", "cron-parser", "fastest-levenshtein", "hucre"],
  },
  chat: {
    may: [
      "issues",
      "store",
      "domain",
      "messages",
      "platforms/platform",
      "platforms/inbound",
      "platforms/connection",
      "shared",
    ],
    foreign: ["fastest-levenshtein", "luxon", "zod"],
  },
  outbox: {
    may: [
      "issues",
      "store",
      "domain",
      "messages",
      "platforms/platform",
      "platforms/inbound",
      "platforms/connection",
      "shared",
    ],
    foreign: [],
  },
  features: {
    may: [
      "chat",
      "outbox",
      "issues",
      "store",
      "domain",
      "messages",
      "papers",
      "platforms/platform",
      "platforms/inbound",
      "platforms/connection",
      // The guarded reader of Excel lists, and what somebody may have meant.
      "org/list",
      "org/suggest",
      "shared",
    ],
    foreign: ["echarts", "@napi-rs/canvas", "aws4fetch", "file-type", "hucre", "image-size", "luxon", "yazl", "zod"],
  },
  schedule: { may: ["features", "issues", "store", "domain", "shared"], foreign: ["node-cron"] },
  board: {
    may: ["features", "chat", "issues", "org", "store", "domain", "messages", "papers", "platforms/sign-in", "shared"],
    foreign: ["express", "helmet", "multer", "preact", "preact-render-to-string", "qrcode", "zod"],
  },
  web: {
    may: ["chat", "messages", "platforms/platform", "platforms/inbound", "platforms/connection", "shared"],
    foreign: ["express", "helmet", "prom-client"],
  },
  sandbox: {
    may: ["messages", "domain/park/org", "platforms/http-client", "shared"],
    foreign: ["express", "@wecom/crypto", "fast-xml-parser", "markdown-it", "ws"],
  },
  cli: { may: ["*"], foreign: ["*"] },
  "app.ts": { may: ["*"], foreign: ["*"] },
  "parts.ts": { may: ["*"], foreign: ["*"] },
  "opened.ts": { may: ["*"], foreign: ["*"] },
  "connect.ts": { may: ["config.ts", "platforms", "sandbox/mode", "shared"], foreign: [] },
  "stop.ts": {
    may: ["board", "connections", "features", "outbox", "sandbox/mode", "schedule", "store", "web"],
    foreign: [],
  },
  "memory.ts": { may: [], foreign: [] },
  "main.ts": { may: ["*"], foreign: ["*"] },
  // Of the shelf in an object store the form of its settings alone.
  "config.ts": {
    may: ["config-names.ts", "config-warnings.ts", "features/files/s3-shelf", "messages", "shared"],
    foreign: ["dotenv"],
  },
  "config-warnings.ts": { may: ["config-names.ts", "messages"], foreign: [] },
  "config-names.ts": { may: ["messages", "platforms/address"], foreign: ["zod", "fastest-levenshtein"] },
};

const SRC = fileURLToPath(new URL("../../src", import.meta.url));

describe("the layout", () => {
  const paths = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((path) => /\.tsx?$/.test(path));
  const sources = new Map(paths.map((path) => [path.replaceAll("\\", "/"), readFileSync(join(SRC, path), "utf8")]));

  it("is the one of architecture.md: folders, imports, libraries, sizes, clock and environment", () => {
    expect(sources.size).toBeGreaterThan(10);
    expect(breaches(sources, TABLE)).toEqual([]);
  });

  it("loads nothing with the program that few processes ever need", () => {
    const loaded = loadedBy(sources, "main.ts");
    expect([...loaded]).toEqual(expect.arrayContaining(["express", "pg", "yaml"]));
    const rare = ["hucre", "yazl", "docx", "echarts", "@napi-rs/canvas", "multer", "file-type", "image-size", "qrcode"];
    expect(rare.filter((one) => loaded.has(one))).toEqual([]);
  });

  it("keeps shared at three files", () => {
    expect([...sources.keys()].filter((path) => path.startsWith("shared/"))).toHaveLength(3);
  });
});

describe("a breach of the layout is caught", () => {
  it.each<[string, string, string, string]>([
    ["a folder that nobody listed", "utils/x.ts", "export const a = 1;", "utils is not in the folder list"],
    ["a file directly in src that nobody listed", "x.ts", 'import "zod";', "x.ts is not in the folder list"],
    ["a folder below", "store/x.ts", 'import { a } from "../issues/a.ts";', "store may not import issues/a.ts"],
    ["a type from there", "domain/x.ts", 'import type { A } from "../store/a.ts";', "domain may not import store/a.ts"],
    [
      "an import over several lines",
      "domain/x.ts",
      'import {\n  a,\n  type B,\n} from "../store/a.ts";',
      "domain may not import store/a.ts",
    ],
    ["a lazy import", "domain/x.ts", 'const a = import("../store/a.ts");', "domain may not import store/a.ts"],
    [
      "a foreign library",
      "issues/x.ts",
      'import { eq } from "drizzle-orm/pg-core";',
      "may not import the package drizzle-orm",
    ],
    ["Node in the domain", "domain/x.ts", 'import { readFileSync } from "node:fs";', "domain may not import node:fs"],
    ["Node without its prefix", "web/x.ts", 'import { readFileSync } from "fs";', "may not import the package fs"],
    [
      "a platform in another platform",
      "platforms/wecom/x.ts",
      'import { a } from "../dingtalk/a.ts";',
      "platforms may not import platforms/dingtalk/a.ts",
    ],
    ["a platform's folder from beside", "platforms/x.ts", 'import { a } from "./wecom/a.ts";', "platforms/wecom/a.ts"],
    ["a platform in main", "main.ts", 'import { a } from "./platforms/wecom/index.ts";', "main.ts may not import"],
    [
      "more of platforms than the boundary",
      "outbox/x.ts",
      'import { a } from "../platforms/http-client.ts";',
      "outbox may not import platforms/http-client.ts",
    ],
    [
      "a feature in another feature",
      "features/people/x.ts",
      'import { a } from "../reports/a.ts";',
      "features/people may not import features/reports/a.ts",
    ],
    ["the sandbox in a command", "cli/x.ts", 'import { a } from "../sandbox/a.ts";', "cli may not import sandbox/a.ts"],
    ["a test in the program", "web/x.ts", 'import { a } from "../../test/a.ts";', "outside src"],
    ["a barrel", "store/index.ts", 'export { a } from "./a.ts";', "exports what is another file's"],
    ["a barrel with a star", "store/index.ts", 'export * from "./a.ts";', "exports what is another file's"],
    ["the environment", "web/x.ts", "const port = process.env.PORT;", "reads process.env"],
    ["the environment, taken apart", "web/x.ts", "const { env } = process;", "reads process.env"],
    ["the machine's time", "web/x.ts", "const a = Date.now();", "reads the machine's time"],
    ["the machine's time as a date", "web/x.ts", "const a = new Date( );", "reads the machine's time"],
    ["the machine's time of luxon", "domain/x.ts", "const a = DateTime.now();", "reads the machine's time"],
    ["the database's time", "store/x.ts", "sql`where due < now()`", "lets SQL read the time"],
    ["waiting in the domain", "domain/x.ts", "export async function a() {}", "waits"],
    ["a Chinese text", "features/x.ts", 'export const WORD = "签收";', "holds Chinese outside of the catalogue"],
    ["a Chinese pattern", "chat/x.ts", "export const WORD = /签收/u;", "holds Chinese outside of the catalogue"],
    ["a file of 301 lines", "web/x.ts", "a;\n".repeat(301), "301 lines"],
  ])("%s", (_what, path, source, sentence) => {
    const found = breaches(new Map([[path, source]]), TABLE);
    expect(found).toEqual([expect.stringContaining(sentence)]);
    expect(found[0]).toMatch(new RegExp(`^${path}: `));
  });

  it("a circle of imports, types included, told once", () => {
    const sources = new Map([
      ["web/b.ts", 'import type { C } from "./c.ts";'],
      ["web/a.ts", 'import { b } from "./b.ts";'],
      ["web/c.ts", 'import { a } from "./a.ts";\nimport { b } from "./b.ts";'],
      ["web/d.ts", 'import { a } from "./a.ts";'],
    ]);
    expect(new Set(breaches(sources, TABLE))).toEqual(
      new Set([
        "web/b.ts: imports itself by way of web/c.ts → web/b.ts",
        "web/a.ts: imports itself by way of web/b.ts → web/c.ts → web/a.ts",
      ]),
    );
  });

  it("and what only looks like one is not", () => {
    const harmless = [
      '/** import { a } from "../store/a.ts"; Date.now() */',
      'const url = "https://example.cn"; // process.env.PORT, new Date()',
      "const moment = new Date(0);",
      "const copy = new Date(moment);",
      "const now = clock.now();",
      "interface Clock { now(): Date }",
    ].join("\n");
    expect(breaches(new Map([["domain/x.ts", harmless]]), TABLE)).toEqual([]);
    const words = new Map([
      ["messages/zh-cn/x.ts", 'export const WORD = "签收";'],
      ["chat/zh-cn-x.ts", "export const WORD = /签收/u;"],
      ["chat/x.ts", "/** 签收 12 */\nexport const a = 1; // 签收"],
    ]);
    expect(breaches(words, TABLE)).toEqual([]);
    const app = 'import { wecom } from "./platforms/wecom/index.ts";\nimport { sandbox } from "./sandbox/server.ts";';
    expect(breaches(new Map([["app.ts", app]]), TABLE)).toEqual([]);
    const boundary = 'import type { Platform } from "../platforms/platform.ts";\nimport { a } from "./a.ts";';
    expect(breaches(new Map([["web/x.ts", boundary]]), TABLE)).toEqual([]);
  });
});
