import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { openReply } from "../../src/sandbox/wecom-crypto.ts";
import { Outside } from "../support/outside.ts";
import { OwnPostgres } from "../support/own-postgres.ts";
import { Program } from "../support/program.ts";
import { cpuOf, memoryOf } from "./cost.ts";
import { percentile, type Run, send } from "./load.ts";
import { callbackOf, lines, nonceOf, type Said } from "./said.ts";

/**
 * What it costs to take a message in, side by side with a bare floor, in one run: the machine's mood is the same for all.
 * The same sealed callbacks of WeCom go to each. Chaxu verifies, keeps, understands, routes, records and answers every one.
 */

const ROUNDS = 3;
const COMPANIES = 40;
const GROUPS = 10;
const WARM = 600;
const MESSAGES = {
  16: { floor: 6_000, chaxu: 2_400, embedded: 900 },
  1: { floor: 2_000, chaxu: 600, embedded: 300 },
} as const;
/** A working hour, in which what is told goes out at once. */
const NOON = "T10:00:00+08:00";
type AtOnce = 16 | 1;

const ORG = `
park: { name: 园区 }
departments:
  - { code: power, name: 供电公司 }
  - { code: water, name: 自来水公司 }
categories:
  - { code: power, name: 用电, department: power, keywords: [停电] }
  - { code: water, name: 用水, department: water, keywords: [停水] }
enterprises:
${lines(COMPANIES, (n) => `  - { code: c${n}, name: 测试企业${n}有限公司 }`)}
people:
${lines(COMPANIES, (n) => `  - { name: 联络员${n}, role: liaison, enterprise: c${n}, wecom: liaison${n} }`)}
  - { name: 王建国, role: officer, department: power, wecom: wang }
  - { name: 李敏, role: coordinator, wecom: limin }
chats:
${lines(GROUPS, (n) => `  - { code: g${n}, platform: wecom, chatId: group${n}, name: 企业群${n}, audience: enterprise, webhook: "\${WECOM}/cgi-bin/webhook/send?key=g${n}" }`)}
  - { code: gongdian, platform: wecom, chatId: power, name: 供电群, audience: department, department: power, webhook: "\${WECOM}/cgi-bin/webhook/send?key=power" }
  - { code: gongshui, platform: wecom, chatId: water, name: 供水群, audience: department, department: water, webhook: "\${WECOM}/cgi-bin/webhook/send?key=water" }
`;

/** One of those that are compared. */
interface Rival {
  readonly name: string;
  readonly kind: "floor" | "chaxu" | "embedded";
  readonly url: string;
  /** What it and its database have cost, in milliseconds. */
  readonly cpu: () => Promise<number>;
  readonly process: number;
}

interface Figures {
  readonly rate: number;
  readonly cpuMs: number;
  readonly p50: number;
  readonly p99: number;
}

describe("taking a message in", () => {
  it("costs what the table says", async () => {
    const closers: (() => Promise<unknown>)[] = [];
    try {
      await compare(closers);
    } finally {
      for (const close of closers.reverse()) await close();
    }
  });
});

async function compare(closers: (() => Promise<unknown>)[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "chaxu-bench-"));
  closers.push(() => rm(folder, { recursive: true, force: true }));
  const postgres = await OwnPostgres.start({ lasting: true });
  closers.push(() => postgres.remove());
  const [bareUrl, floorUrl] = [await makeDatabase(postgres, "bare"), await makeDatabase(postgres, "floor")];
  const chaxuUrl = await makeDatabase(postgres, "chaxu");
  const outside = await Outside.open(folder, ORG, () => "http://127.0.0.1:9");
  closers.push(() => outside.close());
  const start = async (env: Record<string, string>, script?: string) => {
    const program = await Program.start(env, script);
    closers.push(() => program.kill());
    return program;
  };
  const script = join(import.meta.dirname, "floor.js");
  const bare = await start({ DATABASE_URL: bareUrl }, script);
  const { WECOM_BOT_TOKEN = "", WECOM_BOT_ENCODING_AES_KEY = "" } = outside.env;
  const floor = await start({ DATABASE_URL: floorUrl, WECOM_BOT_TOKEN, WECOM_BOT_ENCODING_AES_KEY }, script);
  const chaxu = await start({
    ...outside.env,
    DATA_DIR: join(folder, "a"),
    DATABASE_URL: chaxuUrl,
    LOG_LEVEL: "error",
  });
  const embedded = await start({ ...outside.env, DATA_DIR: join(folder, "b"), LOG_LEVEL: "error" });
  for (const program of [chaxu, embedded]) await outside.moveClock(program, { at: nextMonday() });
  const server = await postgres.process();
  const withDatabase = (one: Program) => async () => (await cpuOf(one.process)) + (await cpuOf(server, true));
  const rivals: readonly Rival[] = [
    { name: "floor", kind: "floor", url: floor.url, cpu: withDatabase(floor), process: floor.process },
    { name: "bare floor", kind: "floor", url: bare.url, cpu: withDatabase(bare), process: bare.process },
    {
      name: "Chaxu, PostgreSQL",
      kind: "chaxu",
      url: chaxu.url,
      cpu: withDatabase(chaxu),
      process: chaxu.process,
    },
    {
      name: "Chaxu, embedded",
      kind: "embedded",
      url: embedded.url,
      cpu: () => cpuOf(embedded.process),
      process: embedded.process,
    },
  ];
  const measured = new Map<string, Figures[]>();
  for (const rival of rivals) await run(outside, rival, WARM, 16);
  for (let round = 0; round < ROUNDS; round++) {
    for (const atOnce of [16, 1] as const) {
      for (const rival of rivals) {
        const figures = await measure(outside, rival, atOnce);
        const key = `${rival.name} ${atOnce}`;
        measured.set(key, [...(measured.get(key) ?? []), figures]);
      }
    }
  }
  const rows = ([16, 1] as const).flatMap((atOnce) => rivals.map((rival) => row(measured, rival.name, atOnce)));
  const memory = await Promise.all(rivals.map(async ({ name, process }) => ({ name, ...(await memoryOf(process)) })));
  print(rows, memory);
  const total = WARM + ROUNDS * (MESSAGES[16].chaxu + MESSAGES[1].chaxu);
  expect(await countOf(chaxuUrl, "issues")).toBe(total);
  expect(await countOf(chaxuUrl, "events")).toBe(total);
}

/** Of the sandbox's clock, which goes forward only. */
function nextMonday(): string {
  const day = new Date();
  day.setUTCDate(day.getUTCDate() + ((8 - day.getUTCDay()) % 7 || 7));
  return `${day.toISOString().slice(0, 10)}${NOON}`;
}

async function makeDatabase(postgres: OwnPostgres, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return postgres.url.replace(/[^/]*$/, name);
}

async function countOf(url: string, table: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(`select count(*)::int as count from ${table}`);
  await client.end();
  return rows[0].count;
}

async function measure(outside: Outside, rival: Rival, atOnce: AtOnce): Promise<Figures> {
  const count = MESSAGES[atOnce][rival.kind];
  const before = await rival.cpu();
  const { took, times } = await run(outside, rival, count, atOnce);
  const cpuMs = ((await rival.cpu()) - before) / count;
  return { rate: (count * 1_000) / took, cpuMs, p50: percentile(times, 50), p99: percentile(times, 99) };
}

let counted = 0;

/** Sends fresh messages, and throws when one of them was not answered as it should be. */
async function run(outside: Outside, rival: Rival, count: number, atOnce: number): Promise<Run> {
  const keys = outside.sandbox.keys.wecom;
  const said = Array.from({ length: count }, (): Said => {
    const n = ++counted;
    const [userId, group] = [`liaison${(n % COMPANIES) + 1}`, `group${(n % GROUPS) + 1}`];
    const what = n % 2 === 0 ? "停电" : "停水";
    return { name: String(n), userId, group, text: `诉求 ${n}号车间从早上起${what}，请尽快处理` };
  });
  const prepared = said.map((one) => callbackOf(keys, one, outside.clock.now()));
  const done = await send(rival.url, prepared, atOnce);
  const wrong = done.answers.filter(({ status, body }, index) => {
    const one = said[index];
    if (status !== 200 || one === undefined) return true;
    return rival.kind !== "floor" && !JSON.stringify(openReply(keys, body, nonceOf(one))).includes("已收到");
  });
  if (wrong.length > 0)
    throw new Error(`${rival.name}: ${wrong.length} of ${count} were not answered, the first with ${wrong[0]?.status}`);
  return done;
}

interface Row {
  readonly name: string;
  readonly atOnce: AtOnce;
  readonly all: readonly Figures[];
  readonly floor: readonly Figures[];
}

function row(measured: ReadonlyMap<string, readonly Figures[]>, name: string, atOnce: AtOnce): Row {
  return { name, atOnce, all: measured.get(`${name} ${atOnce}`) ?? [], floor: measured.get(`floor ${atOnce}`) ?? [] };
}

function print(rows: readonly Row[], memory: readonly { name: string; now: number; most: number }[]): void {
  const of = (all: readonly Figures[], one: keyof Figures) => all.map((figures) => figures[one]).sort((a, b) => a - b);
  const range = (values: readonly number[], digits: number) =>
    `${values[0]?.toFixed(digits)}–${values.at(-1)?.toFixed(digits)}`;
  const middle = (values: readonly number[]) => values[Math.floor(values.length / 2)] ?? Number.NaN;
  const ratio = ({ all, floor }: Row, one: keyof Figures) => (middle(of(all, one)) / middle(of(floor, one))).toFixed(2);
  const table = rows.map((one) => [
    one.name,
    String(one.atOnce),
    range(of(one.all, "rate"), 0),
    ratio(one, "rate"),
    range(of(one.all, "cpuMs"), 2),
    ratio(one, "cpuMs"),
    range(of(one.all, "p50"), 1),
    range(of(one.all, "p99"), 1),
    ratio(one, "p99"),
  ]);
  const head = ["", "at once", "messages/s", "× floor", "CPU ms each", "× floor", "p50 ms", "p99 ms", "× floor"];
  process.stdout.write(
    `\n${[head, head.map(() => "---"), ...table].map((cells) => `| ${cells.join(" | ")} |`).join("\n")}\n\n`,
  );
  for (const { name, now, most } of memory) {
    process.stdout.write(`${name}: ${now.toFixed(0)} MB in use, ${most.toFixed(0)} MB at most\n`);
  }
}
