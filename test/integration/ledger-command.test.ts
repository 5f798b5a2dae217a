import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { audit } from "../../src/cli/audit.ts";
import { ledger } from "../../src/cli/ledger.ts";
import { type Issue, OUTCOMES, STATES } from "../../src/domain/issue/issue.ts";
import { freshDatabase, type TestDatabase } from "../support/databases.ts";
import { file } from "../support/recorded.ts";
import { openStore } from "../support/store.ts";

const HOSTILE = [
  '=HYPERLINK("http://a.example","点我")',
  "+1+1",
  "-2+3 号门停电",
  "@SUM(A1)",
  "=cmd|' /C calc'!A0",
  "\t=1+1",
  "第一行\n=第二行  两个空格 ",
  "_x0041_ 不是 A，&lt; 是 <b>",
  "😀 emoji 与 \u200b零宽",
];

/** Every state, and of a closed one each way it came to that, with every field that an issue may have. */
function lives(): readonly Partial<Omit<Issue, "id">>[] {
  const at = (minutes: number) => new Date(Date.UTC(2026, 9, 12, 1, 0, 7, 123) + minutes * 60_000);
  const all = STATES.flatMap((state): readonly Pick<Issue, "state" | "outcome">[] =>
    state === "closed" ? OUTCOMES.map((outcome) => ({ state, outcome })) : [{ state, outcome: null }],
  );
  return Array.from({ length: 36 }, (_, n): Partial<Omit<Issue, "id">> => {
    const one = all[n % all.length] ?? { state: "dispatched", outcome: null };
    const { state } = one;
    const isSigned = !["submitted", "dispatched"].includes(state);
    const isAnswered = state === "answered" || state === "closed";
    return {
      ...one,
      text: `${HOSTILE[n % HOSTILE.length]} ${n}`.replace(/[\t\u200b]/g, " "),
      submittedAt: at(n),
      dispatchDue: at(n + 240),
      confidential: n % 5 === 0,
      publicIn: n % 5 === 0 ? null : "qiye",
      urgency: (["urgent", "normal", "complex"] as const)[n % 3] ?? "normal",
      category: n % 4 === 0 ? null : "power",
      department: state === "submitted" ? null : "power",
      dispatchedAt: state === "submitted" ? null : at(n + 1),
      signDue: state === "submitted" ? null : at(n + 200),
      signedAt: isSigned ? at(n + (n % 2 === 0 ? 30 : 300)) : null,
      handler: isSigned ? "王建国" : null,
      due: state === "submitted" ? null : at(n + 5_000),
      firstDue: state === "submitted" ? null : at(n + 4_000),
      limit: "7d",
      limitMinutes: 2_730,
      answeredAt: isAnswered ? at(n + 4_500) : null,
      publicAnswer: isAnswered ? `=答复 ${n}` : null,
      handlingMinutes: isAnswered ? 100 + n : null,
      closedAt: state === "closed" ? at(n + 6_000) : null,
      rework: n % 3,
      pausedAt: state === "on_hold" || state === "waiting" ? at(n + 400) : null,
      leftMinutes: state === "on_hold" ? 77 : null,
      reviewAt: state === "on_hold" ? at(n + 90_000) : null,
      withdrawnAt: state === "withdrawn" ? at(n + 50) : null,
      voided: state === "withdrawn" && n % 2 === 0,
      mergedInto: state === "merged" ? n : null,
      reporter: {
        name: ["周长友", "过路人", "李敏"][n % 3] ?? "",
        platform: "wecom",
        userId: ["zhouchangyou", "wo-guest", "limin"][n % 3] ?? "",
        verified: n % 3 !== 1,
      },
    };
  });
}

describe("the ledger as a file, and back", () => {
  let first: TestDatabase;
  let second: TestDatabase;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "chaxu-ledger-"));
    [first, second] = [await freshDatabase("postgresql"), await freshDatabase("postgresql")];
    const store = await openStore(first);
    for (const one of lives()) await file(store.db, one);
    await store.close();
  });
  afterAll(async () => {
    await Promise.all([first.drop(), second.drop(), rm(folder, { recursive: true })]);
  });
  const at = (name: string) => join(folder, name);

  async function run(place: TestDatabase, ...words: readonly string[]) {
    const lines: string[] = [];
    const say = (line: string) => void lines.push(line.replaceAll(`${folder}/`, ""));
    const env = { DATABASE_URL: place.databaseUrl, DATA_DIR: place.dataDir };
    const code = await ledger({ words: [...words, "--lang", "zh"], env, say, complain: say });
    return { code, lines };
  }

  async function sheetsOf(name: string) {
    const { sheets } = await readXlsx(await readFile(at(name)), { readStyles: true });
    return new Map(sheets.map((sheet) => [sheet.name, sheet]));
  }

  it("is the same when it was taken over into an empty database", async () => {
    const one = await run(first, "export", at("a.xlsx"));
    expect(one.lines.join("\n")).toMatch(/诉求 36 件/);
    expect(one.code).toBe(0);
    const taken = await run(second, "import", at("a.xlsx"));
    expect(taken.lines.at(-1)).toBe("已导入 36 行，已有 0 行，退回 0 行。没有给任何人发消息。");
    expect((await run(second, "export", at("b.xlsx"))).code).toBe(0);
    const [a, b] = [await sheetsOf("a.xlsx"), await sheetsOf("b.xlsx")];
    for (const name of ["问题清单", "责任清单", "统计"]) expect(b.get(name)?.rows, name).toEqual(a.get(name)?.rows);
    const problems = a.get("问题清单");
    expect([...(problems?.cells?.values() ?? [])].filter(({ type }) => type === "formula")).toEqual([]);
    expect((await run(second, "import", at("b.xlsx"))).lines.at(-1)).toMatch(/^已导入 0 行，已有 36 行/);
    expect((await run(first, "import", at("b.xlsx"))).lines.at(-1)).toMatch(/^已导入 0 行，已有 36 行/);
    const said: string[] = [];
    const env = { DATABASE_URL: second.databaseUrl, DATA_DIR: second.dataDir, LANG: "C" };
    const complain = (line: string) => void said.push(line);
    expect(await audit({ words: ["verify"], env, say: complain, complain }), said.join("\n")).toBe(0);
  });
});
