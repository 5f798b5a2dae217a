import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { describe, it } from "vitest";
import { walkChain } from "../../src/issues/audit-chain.ts";
import { openReply } from "../../src/sandbox/wecom-crypto.ts";
import { openDatabase } from "../../src/store/client.ts";
import { keepSignInLink } from "../../src/store/sign-in-links.ts";
import { tallySome } from "../../src/store/tally.ts";
import { ROOT } from "../support/build.ts";
import { Outside } from "../support/outside.ts";
import { OwnPostgres } from "../support/own-postgres.ts";
import { Program } from "../support/program.ts";
import { cpuOf } from "./cost.ts";
import { exported, exportedByBoard } from "./export.ts";
import { COMPANIES, DEPARTMENTS, fillLedger, GROUPS, NOW } from "./ledger.ts";
import { percentile, send } from "./load.ts";
import { callbackOf, lines, nonceOf, type Said } from "./said.ts";
import { SEARCH_PAGES, searchesBy } from "./searches.ts";

/**
 * What a ledger costs as it grows: the same questions, as a person waits for their answers, one at a time, on ten thousand issues,
 * a hundred thousand and a million. What is open stays the same: a park's age grows, and not what its people have in hand.
 */

/** `GROWTH=10000,100000` measures others. */
const SIZES = (process.env["GROWTH"] ?? "10000,100000,1000000").split(",").map(Number);
/** `GROWTH_OF=search` measures what is searched alone. */
const ALONE = process.env["GROWTH_OF"] === "search";
const TRIES = 15;
/** The first ones find nothing ready: code that was never run, plans that were never made. */
const UNCOUNTED = 5;
const IDLE_MS = 15_000;
const DAY_MS = 86_400_000;

const liaison = { userId: "liaison1", group: "group1" };
const officer = { userId: "officer1", group: "department1" };
const coordinator = { userId: "limin", group: null };

/** What is asked, and by whom. `N`: an issue of the company and the department. */
const QUESTIONS = [
  ["进度 N", liaison, "进度 N"],
  ["我的", liaison, "我的"],
  ["待办", officer, "待办"],
  ["超期", officer, "超期"],
  ["搜索, a rare word", coordinator, "搜索 罕见之词"],
  ["搜索, a common word", coordinator, "搜索 停电"],
  ["统计", coordinator, "统计"],
  ["统计 本周", coordinator, "统计 本周"],
  ["统计 本月", coordinator, "统计 本月"],
  ["统计 上月", coordinator, "统计 上月"],
  ["简报", coordinator, "简报"],
  ["a new issue", liaison, "诉求 新的车间停电，请尽快处理"],
] as const;

/** Pages of the board, as the coordinator opens them. */
const PAGES = [
  ["board: how things stand", "/"],
  ["board: the list", "/issues"],
  ["board: the closed ones of a unit", "/issues?state=closed&department=d1"],
  ["board: a company's", "/issues?company=c1"],
  ["board: overdue", "/issues?overdue=1"],
  ["board: several values", "/issues?department=d1&department=d2&urgency=normal&state=closed&held=1"],
  ["board: a theme day", "/issues?themeDay=1"],
  ["board: by due date", "/issues?sort=due"],
  ["board: overdue the longest", "/issues?sort=overdue"],
  ["board: by company", "/issues?sort=company"],
  ["board: by company, far behind", "/issues?sort=company&before=c999~0~50000"],
  ["board: by unit", "/issues?sort=department&state=closed"],
  ["board: by last change", "/issues?sort=changed"],
  ["board: a company's by last change", "/issues?sort=changed&company=c5"],
  ["board: what there is none of, by last change", "/issues?sort=changed&state=on_hold&department=d3"],
  ["board: the wall", "/wall"],
  ["board: theme days", "/theme-days"],
  ["board: what did not arrive", "/deliveries"],
  ["board: a common word", `/issues?words=${encodeURIComponent("停电")}`],
  ["board: one issue", "/issues/N"],
  ["board: the open ones as a workbook", "/issues.xlsx?state=open"],
] as const;

const ORG = `
park: { name: 园区 }
departments:
${lines(DEPARTMENTS, (n) => `  - { code: d${n}, name: 第${n}局 }`)}
categories:
  - { code: power, name: 用电, department: d1, keywords: [停电] }
enterprises:
${lines(COMPANIES, (n) => `  - { code: c${n}, name: 测试企业${n}有限公司 }`)}
people:
  - { name: 周长友, role: liaison, enterprise: c1, wecom: liaison1 }
  - { name: 王建国, role: officer, department: d1, wecom: officer1 }
  - { name: 李敏, role: coordinator, wecom: limin }
chats:
${lines(GROUPS, (n) => `  - { code: g${n}, platform: wecom, chatId: group${n}, name: 企业群${n}, audience: enterprise, webhook: "\${WECOM}/cgi-bin/webhook/send?key=g${n}" }`)}
  - { code: d1, platform: wecom, chatId: department1, name: 第1局群, audience: department, department: d1, webhook: "\${WECOM}/cgi-bin/webhook/send?key=d1" }
  - { code: duban, platform: wecom, chatId: duban, name: 督办群, audience: supervision, webhook: "\${WECOM}/cgi-bin/webhook/send?key=duban" }
`;

describe("a ledger that grows", () => {
  it("costs what the table says", async () => {
    const columns = new Map<number, ReadonlyMap<string, string>>();
    for (const size of SIZES) columns.set(size, await measure(size));
    const names = [...(columns.get(SIZES[0] ?? 0)?.keys() ?? [])];
    const rows = names.map((name) => [name, ...SIZES.map((size) => columns.get(size)?.get(name) ?? "")]);
    const head = ["", ...SIZES.map((size) => `${size.toLocaleString("en")} issues`)];
    const table = [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
    process.stdout.write(`\n${table}\n\n`);
  });
});

async function measure(size: number): Promise<ReadonlyMap<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), "chaxu-growth-"));
  const postgres = await OwnPostgres.start({ lasting: true });
  const outside = await Outside.open(folder, ORG, () => "http://127.0.0.1:9");
  const found = new Map<string, string>();
  try {
    const database = { databaseUrl: postgres.url, dataDir: folder, migrationsFolder: join(ROOT, "drizzle") };
    await (await openDatabase(database)).close();
    const { open, indexedIn } = await fillLedger(postgres.url, size, { events: !ALONE });
    found.set("the index of the words", `${(indexedIn / 1_000).toFixed(1)} s`);
    const opened = await openDatabase(database);
    // As the sweep does it within a day.
    while (!(await tallySome(opened.db, NOW)).isAll);
    // As PostgreSQL does it by itself behind so many changes.
    await opened.db.execute("vacuum analyze");
    const until = new Date(NOW.getTime() + DAY_MS);
    const token = await keepSignInLink(opened.db, "李敏", until);
    await opened.close();
    const env = { ...outside.env, DATA_DIR: folder, DATABASE_URL: postgres.url };
    // The first start compiles the program, and takes over the clock.
    const first = await Program.start(env);
    await outside.moveClock(first, { at: NOW.toISOString() });
    await first.kill();
    const began = performance.now();
    const program = await Program.start(env);
    found.set("start to ready", ms(performance.now() - began));
    try {
      for (const [name, who, text] of [...(ALONE ? [] : QUESTIONS), ...searchesBy(coordinator, officer, liaison)]) {
        found.set(name, await ask(outside, program, { ...who, text: text.replace("N", String(open)) }));
      }
      const cookie = await signIn(program, token);
      for (const [name, path] of [...(ALONE ? [] : PAGES), ...SEARCH_PAGES]) {
        found.set(name, await visit(program, cookie, path.replace("N", String(open))));
      }
      if (ALONE) return found;
      found.set("board: all issues as a workbook", await exportedByBoard(program, cookie, size));
      found.set("idle, CPU of each second", await idle(program, postgres));
      found.set("a minute in which nothing is due", await pass(outside, program));
    } finally {
      await program.kill();
    }
    found.set("npm run ledger -- export", await exported(env, folder));
    found.set("audit, each 100,000 events", await audit(postgres.url));
    return found;
  } finally {
    await outside.close();
    await postgres.remove();
    await rm(folder, { recursive: true, force: true });
  }
}

function ms(time: number): string {
  return `${time < 100 ? time.toFixed(1) : time.toFixed(0)} ms`;
}

let asked = 0;

/** How long a person waits for the answer. */
async function ask(outside: Outside, program: Program, said: Omit<Said, "name">): Promise<string> {
  const keys = outside.sandbox.keys.wecom;
  const all = Array.from({ length: UNCOUNTED + TRIES }, (): Said => ({ ...said, name: `asked${++asked}` }));
  const prepared = all.map((one) => callbackOf(keys, one, outside.clock.now()));
  const { answers, times } = await send(program.url, prepared, 1);
  for (const [index, { status, body }] of answers.entries()) {
    const one = all[index];
    const text = one === undefined ? "" : JSON.stringify(openReply(keys, body, nonceOf(one)));
    // The platform has asked again by then; the answer comes when it is made.
    if (text.includes('"finish":false')) return "over 3,500 ms";
    if (status !== 200 || !text.includes('"finish":true') || /没有听懂|不认识|没有查到/u.test(text))
      throw new Error(`${said.text}: ${status} ${text.slice(0, 300)}`);
  }
  return medianAndLongest(times.slice(UNCOUNTED));
}

async function signIn(program: Program, token: string): Promise<string> {
  const response = await fetch(`${program.url}/login/link/${token}`, { redirect: "manual" });
  const [cookie = ""] = response.headers.getSetCookie();
  if (response.status !== 303) throw new Error(`signing in: ${response.status}`);
  return cookie.replace(/;.*/, "");
}

/** How long a person waits for a page. */
async function visit(program: Program, cookie: string, path: string): Promise<string> {
  const times: number[] = [];
  for (let time = 0; time < UNCOUNTED + TRIES; time++) {
    const began = performance.now();
    const response = await fetch(program.url + path, { headers: { cookie }, redirect: "manual" });
    const { byteLength } = await response.arrayBuffer();
    if (response.status !== 200 || byteLength < 1_000) throw new Error(`${path}: ${response.status}, ${byteLength}`);
    times.push(performance.now() - began);
  }
  return medianAndLongest(times.slice(UNCOUNTED));
}

/** While nobody says anything: the looks of each second, and those of a minute. */
async function idle(program: Program, postgres: OwnPostgres): Promise<string> {
  const server = await postgres.process();
  const cost = async () => (await cpuOf(program.process)) + (await cpuOf(server, true));
  const before = await cost();
  await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
  return ms(((await cost()) - before) / (IDLE_MS / 1_000));
}

/** The look of each minute at everything that may be due, with the way to the program that the other rows have as well. */
async function pass(outside: Outside, program: Program): Promise<string> {
  const times: number[] = [];
  for (let minute = 0; minute < UNCOUNTED + TRIES; minute++) {
    const began = performance.now();
    await outside.moveClock(program, { advance: "1m" });
    times.push(performance.now() - began);
  }
  return medianAndLongest(times.slice(UNCOUNTED));
}

function medianAndLongest(times: readonly number[]): string {
  return `${percentile(times, 50).toFixed(1)} (${percentile(times, 100).toFixed(1)}) ms`;
}

async function audit(url: string): Promise<string> {
  const database = await openDatabase({ databaseUrl: url, dataDir: "", migrationsFolder: join(ROOT, "drizzle") });
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    const { rows } = await client.query("select count(*)::int as count from events");
    globalThis.gc?.();
    const began = performance.now();
    const memory = process.memoryUsage().rss;
    const walked = await walkChain(database.db);
    if ("fault" in walked) throw new Error(JSON.stringify(walked.fault));
    const each = (performance.now() - began) / (rows[0].count / 100_000);
    const more = Math.max(0, process.memoryUsage().rss - memory) / 1_048_576;
    return `${(each / 1_000).toFixed(1)} s (+${more.toFixed(0)} MB)`;
  } finally {
    await client.end();
    await database.close();
  }
}
