import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { eq } from "drizzle-orm";
import type { CellValue } from "hucre";
import { readXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { audit } from "../../src/cli/audit.ts";
import type { Interrupt } from "../../src/cli/interrupt.ts";
import { ledger } from "../../src/cli/ledger.ts";
import { type Issue, OUTCOMES, STATES } from "../../src/domain/issue/issue.ts";
import { unlistedCode } from "../../src/domain/park/unlisted.ts";
import { BY_COMMAND_LINE } from "../../src/messages/zh-cn/ledger.ts";
import { movesOf } from "../../src/store/events.ts";
import { issuesAfter } from "../../src/store/issues.ts";
import { notices } from "../../src/store/schema.ts";
import { disclosures } from "../../src/store/schema-record.ts";
import { build, ROOT } from "../support/build.ts";
import { freshDatabase, type TestDatabase } from "../support/databases.ts";
import { excelOf } from "../support/list.ts";
import { file } from "../support/recorded.ts";
import { openStore } from "../support/store.ts";
import { variant } from "../support/told.ts";

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

/** Who came by the form of companies, known by his number. */
const BY_FORM = { name: "外来公司", platform: "form", userId: "13900001111", verified: false } as const;

/** A company that nobody has listed, and a unit and a category that the org file has no more. */
function notOfTheOrg(n: number, isClosed: boolean): Partial<Omit<Issue, "id">> {
  if (n % 7 === 3) return { enterprise: unlistedCode(BY_FORM.name), publicIn: null };
  return isClosed && n % 2 === 0 ? { enterprise: "moved-away", department: "dissolved", category: "given-up" } : {};
}

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
      ...notOfTheOrg(n, state === "closed"),
      reporter:
        n % 7 === 3
          ? BY_FORM
          : {
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

  type Place = Pick<TestDatabase, "dataDir"> & { readonly databaseUrl?: string | undefined };

  async function run(place: Place, ...words: readonly string[]) {
    return stoppable(place, words);
  }

  async function stoppable(place: Place, words: readonly string[], interrupt?: () => Interrupt) {
    const lines: string[] = [];
    const say = (line: string) => void lines.push(line.replaceAll(`${folder}/`, ""));
    const env = { DATABASE_URL: place.databaseUrl, DATA_DIR: place.dataDir };
    const stop = interrupt === undefined ? {} : { interrupt };
    const code = await ledger({ words: [...words, "--lang", "zh"], env, say, complain: say, ...stop });
    return { code, lines };
  }

  async function checked({ databaseUrl, dataDir }: TestDatabase) {
    const lines: string[] = [];
    const say = (line: string) => void lines.push(line);
    return {
      code: await audit({
        words: ["verify"],
        env: { DATABASE_URL: databaseUrl, DATA_DIR: dataDir },
        say,
        complain: say,
      }),
      lines,
    };
  }

  async function sheetsOf(name: string) {
    const { sheets } = await readXlsx(await readFile(at(name)), { readStyles: true });
    return new Map(sheets.map((sheet) => [sheet.name, sheet]));
  }

  /** How many looks are noted of whoever had it written, by what they were at. */
  async function looksAt(place: TestDatabase) {
    const store = await openStore(place);
    try {
      const looks = await store.db.select().from(disclosures).where(eq(disclosures.person, BY_COMMAND_LINE));
      const of = (kind: string) => new Set(looks.filter((one) => one.kind === kind).map(({ issueId }) => issueId)).size;
      return { contacts: of("contacts"), company: of("company") };
    } finally {
      await store.close();
    }
  }

  it("is the same when it was taken over into an empty database", async () => {
    const one = await run(first, "export", at("a.xlsx"));
    expect(one.lines.join("\n")).toMatch(/诉求 36 件/);
    expect(one.code).toBe(0);
    expect(await looksAt(first)).toEqual({ contacts: 36, company: 8 });
    const taken = await run(second, "import", at("a.xlsx"));
    expect(taken.lines.at(-1)).toBe("已导入 36 行，已有 0 行，退回 0 行。没有给任何人发消息。");
    expect((await run(second, "export", at("b.xlsx"))).code).toBe(0);
    const [a, b] = [await sheetsOf("a.xlsx"), await sheetsOf("b.xlsx")];
    for (const name of ["问题清单", "责任清单", "统计"]) expect(b.get(name)?.rows, name).toEqual(a.get(name)?.rows);
    const told = JSON.stringify(b.get("问题清单")?.rows);
    for (const name of ["扫码填报，电话 13900001111", "已退出的企业", "已撤销的单位"]) expect(told).toContain(name);
    const problems = a.get("问题清单");
    expect([...(problems?.cells?.values() ?? [])].filter(({ type }) => type === "formula")).toEqual([]);
    expect((await run(second, "import", at("b.xlsx"))).lines.at(-1)).toMatch(/^已导入 0 行，已有 36 行/);
    expect((await run(first, "import", at("b.xlsx"))).lines.at(-1)).toMatch(/^已导入 0 行，已有 36 行/);
    expect(await checked(second)).toMatchObject({ code: 0 });
  });

  variant(
    "takes over a list that was kept by hand: each row has its fate, and a second copy of the list adds nothing",
    async () => {
      const third = await freshDatabase("postgresql");
      onTestFinished(() => third.drop());
      const head = [
        "序号",
        "企业名称",
        "反映的问题",
        "问题类别",
        "责任单位（牵头）",
        "工作措施",
        "责任人",
        "办理时限",
        "状态",
        "反映日期",
        "联系人",
        "联系电话",
        "满意度",
        "网格员",
      ];
      const day = (text: string) => new Date(`${text}T00:00:00Z`);
      const rows = [
        [
          1,
          "中塑科技",
          "三车间电压不稳",
          "用电",
          "供电局、经发局",
          "更换变压器",
          "王建国",
          day("2025-04-30"),
          "办理中",
          "2025.3.4",
          "周长友",
          13900000001,
          null,
          "甲",
        ],
        [
          2,
          "湖南中塑科技有限公司",
          "=宿舍 停水",
          "供水",
          "供水公司",
          "抢修",
          "张三",
          "3月10日",
          "已解决",
          "3月4日",
          "老张",
          "13912345678",
          "满意",
          null,
        ],
        [
          3,
          "没有这家公司",
          "路灯不亮",
          null,
          "住建局",
          null,
          null,
          null,
          "办理中",
          "2025年3月5日",
          null,
          null,
          null,
          null,
        ],
        [4, "中塑科技", "门口堵车", "堵路", "交通局局", null, null, null, "办理中", "2025/3/6", null, null, null, null],
        [5, "中塑科技", "招工难", "用工", null, null, null, "长期", "推进中", "2月30日", null, null, null, null],
        [6, "中塑科技", "招工难", "用工", null, null, null, "长期", "推进中", "20250307", null, null, null, null],
        [6, "中塑科技", "招 工难。", "用工", null, null, null, null, "推进中", "2025-3-7", null, null, null, null],
        [
          8,
          "中塑科技",
          "什么时候通公交",
          "公交",
          "交通局",
          null,
          null,
          "2025年底前",
          "快了",
          "2025-3-8",
          null,
          null,
          null,
          null,
        ],
        ["填表人：小李"],
      ];
      const list = (name: string, of: readonly (readonly CellValue[])[]) =>
        excelOf(
          { [name]: [["2025年企业问题清单"], [], head, ...of], 说明: [["本表由营商办填写"]] },
          { [name]: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 13 }] },
        );
      await writeFile(at("old.xlsx"), await list("台账", rows));
      const dry = await run(third, "import", at("old.xlsx"), "--dry-run");
      expect(dry.lines).toEqual([
        "工作表“台账”N3：不认识列“网格员”，这一列没有导入。",
        "工作表“说明”不是清单，没有导入。",
        "第 4 行：新，办理中；“供电局、经发局”取第一个为责任单位，其余没有导入",
        "第 5 行：新，已解决",
        "第 6 行 B6：退回，机构文件里没有企业“没有这家公司”：请先加进机构文件，或改成那里的名称。已不在园区的，加 --unlisted keep 按名单外企业导入",
        "第 7 行 E7：退回，机构文件里没有单位“交通局局”，是不是“交通运输局”？已撤并的，把这个名称写进接手单位的别名（aliases）",
        "第 8 行 J8：退回，“2月30日”不是日期：请写成 2025-03-04",
        "第 9 行：新，待派单；没有责任单位，列入待派单",
        "第 10 行：与第 9 行相同，只导入一次",
        expect.stringMatching(/^第 11 行 I11：退回，办理状态“快了”不认识，可填：待派单、/),
        "将导入 3 行，已有 1 行，退回 4 行。没有写任何东西。",
      ]);
      const none = await run(
        { ...third, databaseUrl: undefined, dataDir: at("none") },
        "import",
        at("old.xlsx"),
        "--dry-run",
      );
      expect(none).toEqual(dry);
      expect(await readdir(folder)).not.toContain("old-退回.xlsx");
      expect(await readdir(folder)).not.toContain("none");
      const done = await run(third, "import", at("old.xlsx"));
      expect(done.code).toBe(1);
      expect(done.lines).toContain("第 4 行：新，#1，办理中；“供电局、经发局”取第一个为责任单位，其余没有导入");
      expect(done.lines.at(-1)).toBe("退回的 4 行和原因在 old-退回.xlsx：改好后导入那个文件。");
      const back = (await sheetsOf("old-退回.xlsx")).get("台账")?.rows ?? [];
      expect(back[2]?.slice(-2)).toEqual(["网格员", "退回原因"]);
      expect(back.slice(3).map((row) => row[1])).toEqual(["没有这家公司", "中塑科技", "中塑科技", "中塑科技"]);
      // Sorted otherwise and numbered anew; what was refused is mended in the file that came back.
      const again = rows
        .slice(0, 2)
        .toReversed()
        .map((row, place) => [place + 1, ...row.slice(1)]);
      await writeFile(at("again.xlsx"), await list("新台账", again));
      expect((await run(third, "import", at("again.xlsx"))).lines.at(-1)).toMatch(/^已导入 0 行，已有 2 行/);
      const mended = await run(third, "import", at("old-退回.xlsx"), "--dry-run");
      expect(mended.lines.at(-1)).toBe("将导入 0 行，已有 0 行，退回 4 行。没有写任何东西。");
      const store = await openStore(third);
      onTestFinished(() => store.close());
      const [open, solved] = await issuesAfter(store.db, 0, 10);
      expect(open).toMatchObject({
        state: "in_progress",
        department: "power",
        enterprise: "zhongsu",
        handler: "王建国",
      });
      expect(open?.due?.toISOString()).toBe("2025-04-30T09:30:00.000Z");
      expect(solved).toMatchObject({
        state: "closed",
        outcome: "solved",
        rating: 4,
        reporter: { name: "老张", userId: "" },
      });
      expect(solved?.text).toBe("=宿舍 停水\n（联系人：老张，联系电话：13912345678）");
      const events = await movesOf(store.db, solved?.id ?? 0);
      expect(events.map(({ action }) => action)).toEqual(["submit", "sign", "measure", "answer", "solved", "rate"]);
      expect(events.every(({ data }) => (data["takenOver"] as { file: string }).file === "old.xlsx")).toBe(true);
      expect(await store.db.$count(notices)).toBe(0);
      const moved = await run(third, "import", at("old.xlsx"), "--unlisted", "keep");
      expect(moved.lines).toContain("第 6 行：新，#4，办理中；机构文件里没有企业“没有这家公司”，按名单外企业导入");
      const kept = (await issuesAfter(store.db, 3, 1))[0];
      expect(kept).toMatchObject({ enterprise: unlistedCode("没有这家公司"), department: "construction" });
      expect((await run(third, "import", at("old.xlsx"), "--unlisted", "keep")).lines).toContain("第 6 行：已有，#4");
      expect((await checked(third)).code).toBe(0);
    },
  );

  it("stops between two rows when it is asked to, and goes on with the rest when it is started again", async () => {
    // The embedded one, which answers without a turn of the event loop.
    const fourth = await freshDatabase("embedded");
    onTestFinished(() => fourth.drop());
    const rows = Array.from({ length: 60 }, (_, n) => ["中塑科技", `停电 ${n}`]);
    await writeFile(at("many.xlsx"), await excelOf({ 表: [["企业", "问题"], ...rows] }));
    const asked = new AbortController();
    // As somebody who presses Ctrl-C while the first rows are written.
    const interrupt = () => {
      setImmediate(() => asked.abort());
      return { signal: asked.signal, end: () => undefined };
    };
    expect(await stoppable(fourth, ["import", at("many.xlsx")], interrupt)).toEqual({
      code: 130,
      lines: ["已停止：导入了 25 行，每一行都是完整的，还有 35 行。再导入同一个文件，就接着写其余的。"],
    });
    expect((await run(fourth, "import", at("many.xlsx"))).lines.at(-1)).toMatch(/^已导入 35 行，已有 25 行/);
  });

  it("leaves no half file behind when Ctrl-C ends the writing of one", async () => {
    await build();
    const half = await mkdtemp(join(folder, "half-"));
    const module = pathToFileURL(join(ROOT, "dist/cli/org/write-whole.js")).href;
    const script = `import { Readable } from "node:stream"; import { writeWhole } from ${JSON.stringify(module)};
      const endless = Readable.from((async function* () { yield "x"; console.log("writing"); await new Promise((done) => setTimeout(done, 60_000)); })());
      await writeWhole(process.argv[1], endless);`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", script, join(half, "a.xlsx")]);
    await once(child.stdout, "data");
    expect(await readdir(half)).toEqual([expect.stringMatching(/\.tmp$/)]);
    child.kill("SIGINT");
    expect(await once(child, "exit")).toEqual([null, "SIGINT"]);
    expect(await readdir(half)).toEqual([]);
  });

  it.each([
    ["nothing.xlsx", null, /读不了（ENOENT）/],
    ["text.xlsx", Buffer.from("编号,企业"), /其实不是 \.xlsx 文件/],
    ["large.xlsx", Buffer.alloc(21 * 1024 * 1024), /超过 20 MB/],
    ["empty.xlsx", { 表: [["一", "二"]] }, /没有可以导入的清单/],
    [
      "half.xlsx",
      {
        表: [
          ["序号", "企业", "状态"],
          [1, "中塑科技", "办理中"],
        ],
      },
      /缺少列“诉求内容”/,
    ],
  ])("says what is wrong with a file, and changes nothing: %s", async (name, content, sentence) => {
    if (content !== null) await writeFile(at(name), Buffer.isBuffer(content) ? content : await excelOf(content));
    const { code, lines } = await run(first, "import", at(name)).catch((error: Error) => ({
      code: 1,
      lines: [error.message],
    }));
    expect(lines.join("\n")).toMatch(sentence);
    expect(code).toBe(1);
  });
});
